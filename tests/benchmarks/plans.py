"""How good are plans over the real catalogue? Random requests, each answer checked by the independent verifier.

    python -m tests.benchmarks.plans [--requests N] [--seed K] [--fixes F] [--seconds S] [--repairs N]

Prints the time to the first plan and to the last, violations, how many reasons and fixes were confirmed by carrying the
fix out, and how many repairs of injected disruptions hold.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from jz_travel.almanac import daylight
from jz_travel.domain.changes import Disruption, Late, Rain, RoadShut, SiteClosed, Tired
from jz_travel.domain.clock import at, hours
from jz_travel.domain.places import GATEWAYS, Catalogue, Kind, PlaceId, Theme
from jz_travel.domain.plan import Plan
from jz_travel.domain.request import Interest, Pace, Party, Pin, Request
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import Trip
from jz_travel.domain.violations import Rule
from jz_travel.planner import Effort, World, changes, plan, repaired, verify, with_fix
from jz_travel.resources import assets
from jz_travel.roads import leg_table
from jz_travel.store.places import read_catalogue


def real_world() -> World:
    catalogue, _ = read_catalogue(assets())
    folder = Path(tempfile.gettempdir()) / "jz-travel-benchmarks"
    travel = leg_table(catalogue, folder)
    for place in catalogue:  # what a second start of the program finds ready
        for other in catalogue:
            travel.leg(place.id, other.id)
    travel.save()
    return World(catalogue, travel, daylight, load_of)


def load_of(day: date) -> int:
    return 3 if (day.month, day.day) in {(10, each) for each in range(1, 8)} else int(day.isoweekday() > 5)


def random_request(rng: random.Random, catalogue: Catalogue, most_days: int = 5) -> Request:
    """Anything that a visitor could ask, sensible or not."""
    sights = [place.id for place in catalogue if place.is_sight]
    gates = [place.id for place in catalogue if place.kind in GATEWAYS and catalogue.position_of(place)]
    stays = [place.id for place in catalogue if place.kind is Kind.STAY]
    days = rng.randint(1, most_days)

    def some(most: int) -> tuple[PlaceId, ...]:
        return tuple(rng.sample(sights, rng.randint(0, most)))

    def maybe(chance: float) -> bool:
        return rng.random() < chance

    return Request(
        starts=date(2026, 1, 1) + timedelta(days=rng.randrange(365)),
        days=days,
        arrival=rng.choice(gates) if maybe(0.8) else None,
        arrives=hours(rng.randint(7, 16)) if maybe(0.4) else None,
        departure=rng.choice(gates) if maybe(0.2) else None,
        departs=hours(rng.randint(12, 21)) if maybe(0.4) else None,
        lodging=tuple(rng.choice(stays) for _ in range(rng.randint(1, days))) if maybe(0.3) else (),
        modes=tuple(rng.choice(list(Mode)) for _ in range(rng.randint(1, days))) if maybe(0.3) else (Mode.CAR,),
        pace=rng.choice(list(Pace)),
        party=Party(rng.randint(1, 4), rng.randint(0, 1), rng.randint(0, 2), rng.randint(0, 2), maybe(0.15)),
        interests=tuple(
            Interest(theme, rng.choice((0.5, 1, 2))) for theme in rng.sample(list(Theme), rng.randint(0, 3))
        ),
        musts=some(2) if maybe(0.4) else (),
        wishes=some(3) if maybe(0.3) else (),
        avoid=some(4) if maybe(0.3) else (),
        pins=(Pin(rng.choice(sights), rng.randint(1, days), hours(rng.randint(9, 15))),) if maybe(0.15) else (),
        budget=float(rng.randint(0, 800)) if maybe(0.2) else None,
        lunch=not maybe(0.1),
        dinner=not maybe(0.1),
        leaves_at=hours(rng.randint(6, 10)) if maybe(0.2) else None,
        back_by=hours(rng.randint(16, 22)) if maybe(0.2) else None,
        driving=timedelta(hours=rng.randint(1, 5)) if maybe(0.15) else None,
        on_foot=timedelta(hours=rng.randint(2, 8)) if maybe(0.15) else None,
    )


@dataclass
class Tally:
    first: list[float] = field(default_factory=list)
    total: list[float] = field(default_factory=list)
    sights: list[int] = field(default_factory=list)
    conflicts: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    fixes: Counter[str] = field(default_factory=Counter)
    broken_fixes: Counter[str] = field(default_factory=Counter)
    violations: list[tuple[Request, Plan]] = field(default_factory=list)


def measure(requests: Iterator[Request], world: World, fixes: int, seconds: float | None) -> Tally:
    tally = Tally()
    for number, request in enumerate(requests):
        begun = time.process_time()
        firsts: list[float] = []
        found = plan(
            request,
            world,
            effort=Effort(number, seconds, time.process_time),
            on_better=lambda _, begun=begun, firsts=firsts: firsts.append(time.process_time() - begun),
        )
        tally.total.append(time.process_time() - begun)
        tally.first += firsts[:1]
        tally.sights.append(len(found.places))
        tally.conflicts += bool(found.conflicts)
        if verify(found, request, world.catalogue, world.travel, world.daylight):
            tally.violations.append((request, found))
        _confirm(found, world, tally, fixes if number % 4 == 0 else 0)
    return tally


def _confirm(found: Plan, world: World, tally: Tally, most: int) -> None:
    """Every fix is carried out anew, from the plan alone, and what comes out is verified."""
    for left in found.left_out:
        tally.reasons[type(left.reason).__name__] += 1
        for fix in left.fixes[:most]:
            name = type(fix).__name__
            cured = with_fix(found, left.place, fix, world)
            holds = cured is not None and left.place in cured.places
            (tally.fixes if holds else tally.broken_fixes)[name] += 1


def random_disruption(rng: random.Random, trip: Trip) -> Disruption:
    stops = [stop.place for stop in trip.stops()]
    place, day = rng.choice(stops), rng.randrange(len(trip.days))
    date_of = trip.starts + timedelta(days=day)
    return rng.choice(
        (
            Rain(day),
            Tired(day),
            Late(timedelta(minutes=rng.choice((30, 60, 90)))),
            SiteClosed(place, date_of, date_of + timedelta(days=rng.randint(0, 1))),
            RoadShut(place, trip.days[0].lodging or place, timedelta(hours=1)),
        )
    )


def measure_repairs(count: int, rng: random.Random, world: World) -> None:
    """Each repair: does what is left work, is what was locked still there, and how much is different?"""
    works = kept = tried = 0
    different: list[int] = []
    anew: list[int] = []
    times: list[float] = []
    while tried < count:
        found = plan(random_request(rng, world.catalogue, 4), world, reasons=False)
        if not found.places or not found.works:
            continue
        tried += 1
        locked = rng.choice(list(found.trip.stops()))
        trip = found.trip.with_lock(locked.id, True)
        disruption = random_disruption(rng, trip)
        now = at(trip.starts, hours(rng.choice((6, 11, 14))))
        begun = time.process_time()
        repair = repaired(trip, disruption, now, world)
        times.append(time.process_time() - begun)
        hurt = {each for each in repair.plan.violations if each.place not in {None, locked.place}}
        works += not {each for each in hurt if each.rule is not Rule.MUST_MISSING}
        kept += any(stop.id == locked.id for stop in repair.plan.trip.stops())
        different.append(len(repair.changes))
        anew.append(len(changes(found.schedule, plan(found.request, world, effort=Effort(99), reasons=False).schedule)))
    print(f"repairs {tried}: work {works}, kept what was locked {kept}, median {statistics.median(times):.3f} s")
    print(f"changes a repair {statistics.mean(different):.1f}; planning anew would make {statistics.mean(anew):.1f}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fixes", type=int, default=3)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--repairs", type=int, default=0)
    chosen = parser.parse_args()
    rng = random.Random(chosen.seed)
    world = real_world()
    requests = (random_request(rng, world.catalogue) for _ in range(chosen.requests))
    tally = measure(requests, world, chosen.fixes, chosen.seconds)
    report(tally)
    if chosen.repairs:
        measure_repairs(chosen.repairs, rng, world)


def report(tally: Tally) -> None:
    sights = statistics.mean(tally.sights)
    print(f"requests {len(tally.total)}, with conflicts {tally.conflicts}, sights a plan {sights:.1f}")
    for name, times in (("first plan", tally.first), ("whole answer", tally.total)):
        ordered = sorted(times)
        late = ordered[int(len(ordered) * 0.95)]
        print(f"{name}: median {statistics.median(ordered):.3f} s, 95 % {late:.3f} s, worst {ordered[-1]:.3f} s")
    print(f"plans that break a rule: {len(tally.violations)}")
    for request, found in tally.violations[:10]:
        print("  ", *(f"{each.rule} {each.day} {each.place}" for each in found.violations), request)
    print("reasons:", ", ".join(f"{name} {count}" for name, count in tally.reasons.most_common()))
    print("fixes that work:", ", ".join(f"{name} {count}" for name, count in tally.fixes.most_common()) or "none")
    print(
        "fixes that do not:", ", ".join(f"{name} {count}" for name, count in tally.broken_fixes.most_common()) or "none"
    )


if __name__ == "__main__":
    main()
