"""Everything that the planner promises, measured: ``python -m tests.benchmarks planner``.

Prints the instances of the literature side by side with other methods, first plans and gaps of tourist-size requests,
how time grows with the catalogue, violations of random requests, reasons and fixes carried out anew, and repairs. Each
size is an option, 0 leaves a part out; the whole takes an hour or two. Times are those of the processor, so that a busy
machine tells nearly the same, but for the instances of the literature: there everybody has the machine for so long.
"""

import argparse
import random
import statistics
import time
from dataclasses import replace
from datetime import date

from jz_travel.almanac import daylight
from jz_travel.domain.places import Catalogue, Place, PlaceId
from jz_travel.domain.request import Request
from jz_travel.planner import Effort, World, plan, with_bound
from jz_travel.roads import leg_table
from tests.benchmarks import plans, toptw
from tests.planner import random_requests

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
    """So many places to see: the best known of the real ones, or all of them and copies of them a little way off."""
    sights = sorted((place for place in catalogue if place.is_sight), key=lambda place: place.tier)
    if count < len(sights):
        less = {place.id for place in sights[count:]}
        return Catalogue(tuple(place for place in catalogue if place.id not in less), catalogue.sources)
    models = [place for place in catalogue if place.is_sight and place.position and not place.area]
    more = [_copy(rng.choice(models), number, rng) for number in range(count - len(sights))]
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
                f"{size:6} places, {count:2} days: first plan {times[0]:.2f} s, "
                f"whole {time.process_time() - begun:.2f} s, {len(found.places)} visits, works {found.works}",
                flush=True,
            )


def truth(count: int, world: World, seed: int) -> None:
    """Whether what is said about plans is true: each plan verified, reasons confirmed, every fix carried out."""
    found = random_requests.Found()
    for number in range(count):
        rng = random.Random(f"{seed} {number}")
        random_requests.look_at(plans.random_request(rng, world.catalogue), world, found, rng, 6, 1)
    print(f"told about the plans of {count} requests: {found.seen.total()} things, {found.wrong.total()} of them wrong")
    for kind, looked in found.seen.most_common():
        print(f"  {kind:20} {looked:5} looked at, {found.wrong[kind]} wrong")
    print(*found.told, sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--toptw", nargs="*", default=[], metavar="FILE:m", help="instances; else a representative set")
    parser.add_argument("--toptw-folder", type=toptw.Path, default=toptw.FOLDER)
    parser.add_argument("--toptw-seconds", type=float, nargs="*", default=[0.2, 1.0, 5.0])
    parser.add_argument("--tourists", type=int, default=200)
    parser.add_argument("--long", type=int, default=20, help="so many of them also get a long run")
    parser.add_argument("--long-seconds", type=float, default=60.0)
    parser.add_argument("--sizes", type=int, nargs="*", default=[60, 300, 1000, 10_000], help="places of a catalogue")
    parser.add_argument("--days", type=int, nargs="*", default=[3, 14, 30])
    parser.add_argument("--random", type=int, default=1000, help="so many random requests are planned and verified")
    parser.add_argument("--truth", type=int, default=40, help="of so many, reasons and fixes are carried out anew")
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
    if chosen.sizes:
        print()
    growth(chosen.sizes, chosen.days, world, rng)
    if chosen.random:
        print()
        asked = (plans.random_request(rng, world.catalogue) for _ in range(chosen.random))
        plans.report(plans.measure(asked, world, 0, None))
    if chosen.truth:
        print()
        truth(chosen.truth, world, chosen.seed)
    if chosen.repairs:
        print()
        plans.measure_repairs(chosen.repairs, rng, world)


if __name__ == "__main__":
    main()
