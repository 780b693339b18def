"""Everything that the planner promises, measured: ``python -m tests.benchmarks planner``.

Prints the instances of the literature side by side with other methods, first plans and gaps of tourist-size requests,
how time grows with the catalogue, violations, reasons and fixes of random requests, and repairs. Every size is an
option; times are those of the processor, so that a busy machine tells nearly the same.
"""

import argparse
import random
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from jz_travel.almanac import daylight
from jz_travel.domain.places import Catalogue, Place, PlaceId
from jz_travel.domain.plan import LeftOut, Plan
from jz_travel.domain.reasons import (
    ClosedThen,
    ClosesTooSoon,
    DarkTooSoon,
    LastEntryMissed,
    NoTimeLeft,
    NotWorthTheWay,
    OverBudget,
    TooFar,
    TooMuchDriving,
    TooMuchOnFoot,
)
from jz_travel.domain.request import Request
from jz_travel.domain.timetable import schedule
from jz_travel.planner import Effort, World, plan, verify, with_bound
from jz_travel.planner.checking import dinners_of
from jz_travel.roads import leg_table
from tests.benchmarks import plans, toptw

IN_THE_WAY = (
    ClosedThen, ClosesTooSoon, DarkTooSoon, LastEntryMissed, NoTimeLeft, OverBudget, TooFar, TooMuchDriving,
    TooMuchOnFoot,
)  # fmt: skip


A_SIGHT = 450
"""What a well-known sight is worth: gaps are parts of the score, or of this where the score is near nothing."""


def tourists(count: int, long: int, seconds: float, world: World, rng: random.Random) -> None:
    """First plans, gaps to a long run, and how near the bound says that the best possible is."""
    first, whole, gaps, told = [], [], [], []
    for number in range(count):
        request = plans.random_request(rng, world.catalogue)
        begun, times = time.process_time(), list[float]()
        found = plan(
            request,
            world,
            effort=Effort(1, 0.5, time.process_time),
            on_better=lambda _, begun=begun, times=times: times.append(time.process_time() - begun),
            reasons=False,
        )
        first += times[:1]
        whole.append(time.process_time() - begun)
        if number < long and found.places:
            best = plan(request, world, effort=Effort(2, seconds, time.process_time), reasons=False)
            if set(best.request.insisted) & set(best.places) == set(found.request.insisted) & set(found.places):
                gaps.append(100 * max(0, best.score - found.score) / max(A_SIGHT, abs(best.score)))
            bounded = with_bound(best, world)
            told += [100 * bounded.gap] if bounded.gap is not None else []
            assert bounded.bound is None or bounded.bound >= max(found.score, best.score), request
    print(f"tourist requests {count}: first plan median {1000 * statistics.median(first):.0f} ms, {_late(first)}")
    print(f"  with 0.5 s: whole search median {1000 * statistics.median(whole):.0f} ms")
    if gaps:
        print(
            f"  gap of 0.5 s to {seconds:g} s on {len(gaps)}: median {statistics.median(gaps):.2f} %, "
            f"mean {statistics.mean(gaps):.2f} %, 95 % {sorted(gaps)[int(len(gaps) * 0.95)]:.2f} %, "
            f"within 1 % {sum(gap <= 1 for gap in gaps)}, worst {max(gaps):.2f} %"
        )
    if told:
        print(f"  bound on {len(told)}: within {statistics.median(told):.1f} % of the best possible (median)")


def _late(times: list[float]) -> str:
    return f"95 % {1000 * sorted(times)[int(len(times) * 0.95)]:.0f} ms, worst {1000 * max(times):.0f} ms"


def grown(catalogue: Catalogue, count: int, rng: random.Random) -> Catalogue:
    """So many places: the real ones, and copies of them a little way off."""
    models = [place for place in catalogue if place.is_sight and place.position and not place.area]
    more = [_copy(rng.choice(models), number, rng) for number in range(max(0, count - len(catalogue)))]
    return Catalogue((*catalogue, *more), catalogue.sources)


def _copy(place: Place, number: int, rng: random.Random) -> Place:
    assert place.position
    there = replace(
        place.position,
        lat=place.position.lat + rng.uniform(-0.02, 0.02),
        lon=place.position.lon + rng.uniform(-0.02, 0.02),
    )
    return replace(place, id=PlaceId(f"made_{number}"), position=there, tier=min(4, place.tier + rng.randint(0, 2)))


def growth(sizes: list[int], days: list[int], world: World, rng: random.Random) -> None:
    for size in sizes:
        catalogue = grown(world.catalogue, size, rng)
        large = World(catalogue, leg_table(catalogue), daylight, world.load)
        for count in days:
            request = Request(date(2026, 5, 18), count, arrival=PlaceId("xiuwuxi_rail"))
            begun, times = time.process_time(), list[float]()
            found = plan(
                request,
                large,
                on_better=lambda _, begun=begun, times=times: times.append(time.process_time() - begun),
                reasons=False,
            )
            print(
                f"{len(catalogue):6} places, {count:2} days: first plan {times[0]:.2f} s, "
                f"whole {time.process_time() - begun:.2f} s, {len(found.places)} visits, works {found.works}",
                flush=True,
            )


def confirmed(left: LeftOut, found: Plan, world: World) -> bool:
    """Whether the verifier agrees: put in anywhere, the place breaks a rule that the plan kept; or breaks none, if the
    reason says that it would fit.
    """
    works = any(not verify(each, found.request, world.catalogue, world.travel, world.daylight)
                for each in _put_in_anywhere(left.place, found, world))  # fmt: skip
    return works if isinstance(left.reason, NotWorthTheWay) else not works


def _put_in_anywhere(place: PlaceId, found: Plan, world: World) -> Iterator[Plan]:
    for day in found.trip.days:
        for before in [*(stop.id for stop in day.stops), None]:
            happens = schedule(
                found.trip.with_stop(place, day.id, before), world.catalogue, world.travel, world.daylight
            )
            yield replace(found, schedule=happens, dinners=dinners_of(happens, found.request))


def reasons(count: int, world: World, rng: random.Random) -> None:
    """How many reasons the independent check confirms; comfort (a full day, time to spare) is no rule of its own."""
    agreed, doubted = Counter[str](), Counter[str]()
    for _ in range(count):
        found = plan(plans.random_request(rng, world.catalogue, 3), world)
        for left in found.left_out:
            if isinstance(left.reason, (*IN_THE_WAY, NotWorthTheWay)):
                name = type(left.reason).__name__
                (agreed if confirmed(left, found, world) else doubted)[name] += 1
    print(f"reasons of {count} requests that the verifier confirms: {dict(agreed)}")
    print(f"  that are a matter of comfort to it: {dict(doubted)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--toptw", nargs="*", default=[], metavar="FILE:m", help="instances; else a representative set")
    parser.add_argument("--toptw-folder", type=toptw.Path, default=toptw.FOLDER)
    parser.add_argument("--toptw-seconds", type=float, nargs="*", default=[0.2, 1.0])
    parser.add_argument("--tourists", type=int, default=200)
    parser.add_argument("--long", type=int, default=10, help="so many of them also get a long run")
    parser.add_argument("--long-seconds", type=float, default=20.0)
    parser.add_argument("--sizes", type=int, nargs="*", default=[134, 300, 1000, 10_000])
    parser.add_argument("--days", type=int, nargs="*", default=[3, 14])
    parser.add_argument("--random", type=int, default=1000)
    parser.add_argument("--reasons", type=int, default=40)
    parser.add_argument("--repairs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    for seconds in chosen.toptw_seconds:
        print(f"\nTeam orienteering with time windows, {seconds:g} s")
        toptw.side_by_side(chosen.toptw, chosen.toptw_folder, seconds, chosen.seed)
    world, rng = plans.real_world(), random.Random(chosen.seed)
    if chosen.tourists:
        print()
        tourists(chosen.tourists, chosen.long, chosen.long_seconds, world, rng)
    print()
    growth(chosen.sizes, chosen.days, world, rng)
    if chosen.random:
        print()
        asked = (plans.random_request(rng, world.catalogue) for _ in range(chosen.random))
        plans.report(plans.measure(asked, world, 3, None))
    if chosen.reasons:
        reasons(chosen.reasons, world, rng)
    if chosen.repairs:
        print()
        plans.measure_repairs(chosen.repairs, rng, world)


if __name__ == "__main__":
    main()
