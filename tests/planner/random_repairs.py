"""Repairs of plans that something happened to: what is locked stays, the rest works, little is different."""

import random
import statistics
from dataclasses import dataclass
from functools import partial
from itertools import count

from jz_travel.domain.clock import at, hours
from jz_travel.domain.violations import Rule
from jz_travel.planner import Effort, changes, plan, repaired
from tests.benchmarks.plans import Processor, random_disruption, random_request, real_world, shared_out
from tests.planner.random_requests import spread_of


@dataclass(frozen=True)
class Repair:
    """Whether what is left works, whether what was locked is still there, the changes, those that planning anew would
    make, and the seconds.
    """

    works: bool
    kept: bool
    changes: int
    anew: int
    seconds: float


def measure(number: int, seed: int, processes: int) -> None:
    found = shared_out(partial(_repaired, seed=seed), range(number), processes)
    works, kept = sum(each.works for each in found), sum(each.kept for each in found)
    print(f"\nrepairs {number}: work {works}, kept what was locked {kept}, {spread_of(each.seconds for each in found)}")
    mine, anew = (statistics.mean(each) for each in zip(*((each.changes, each.anew) for each in found), strict=True))
    print(f"changes a repair {mine:.1f}; planning anew would make {anew:.1f}")


def _repaired(number: int, seed: int) -> Repair:
    world, clock, rng = real_world(), Processor(), random.Random(f"repair {seed} {number}")
    for _ in count():
        found = plan(random_request(rng, world.catalogue, 4), world, reasons=False)
        if found.places and found.works:
            break
    locked = rng.choice(list(found.trip.stops()))
    trip = found.trip.with_lock(locked.id, True)
    disruption, now = random_disruption(rng, trip), at(trip.starts, hours(rng.choice((6, 11, 14))))
    begun = clock()
    repair = repaired(trip, disruption, now, world)
    seconds = clock() - begun
    past = {visit.place for visit in found.schedule.visits.values() if visit.enters <= now}
    wrong = {each.rule for each in repair.plan.violations if each.place not in {None, locked.place, *past}}
    anew = plan(found.request, world, effort=Effort(99), reasons=False)
    return Repair(
        not wrong - {Rule.MUST_MISSING},
        any(stop.id == locked.id for stop in repair.plan.trip.stops()),
        len(repair.changes),
        len(changes(found.schedule, anew.schedule)),
        seconds,
    )
