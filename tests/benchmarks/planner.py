"""Everything that the planner promises, measured: ``python -m tests.benchmarks planner``.

Prints the instances of the literature side by side with other methods, first plans and gaps of tourist-size requests,
how time grows with the catalogue, whether everything that is said about the plans of random requests is true, and
repairs. Each size is an option, 0 or nothing leaves a part out; the whole takes some two hours on two cores. Times are
those of the processor, so that a busy machine tells nearly the same, but for the instances of the literature: there
everybody has the machine for so long.
"""

import argparse
import random
import statistics
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from jz_travel.almanac import daylight
from jz_travel.domain.places import Catalogue, Place, PlaceId
from jz_travel.domain.request import Request
from jz_travel.planner import Effort, World, plan, with_bound
from jz_travel.roads import leg_table
from tests.benchmarks import toptw
from tests.benchmarks.plans import Processor, random_request, real_world, shared_out
from tests.planner import random_repairs, random_requests
from tests.planner.random_requests import Found, spread_of

A_SIGHT = 450
"""What a well-known sight is worth: gaps are parts of the score, or of this where the score is near nothing."""
A_HURRY = 0.5


@dataclass(frozen=True)
class Hurried:
    """A plan in half a second: seconds until the first and until the end, and in per cent, where they were looked for,
    the gap to the best plan of a long run, and from that to what no plan can beat.
    """

    first: float | None
    whole: float
    gap: float | None = None
    bound: float | None = None


def tourists(count: int, long: int, seconds: float, seed: int, processes: int) -> None:
    """First plans, gaps to a long run, and how near the bound says that the best possible is."""
    work = partial(_hurried, long=long, seconds=seconds, seed=seed)
    found = shared_out(work, range(count), processes)
    print(f"\ntourist requests {count}: first plan {spread_of(each.first for each in found if each.first is not None)}")
    print(f"  with {A_HURRY:g} s: whole search {spread_of(each.whole for each in found)}")
    gaps = sorted(each.gap for each in found if each.gap is not None)
    if gaps:
        print(
            f"  gap of {A_HURRY:g} s to {seconds:g} s on {len(gaps)}: median {statistics.median(gaps):.2f} %, "
            f"mean {statistics.mean(gaps):.2f} %, 95 % {gaps[int(len(gaps) * 0.95)]:.2f} %, worst {gaps[-1]:.2f} %; "
            f"within 1 % {sum(gap <= 1 for gap in gaps)} of {len(gaps)}"
        )
    told = [each.bound for each in found if each.bound is not None]
    if told:
        print(
            f"  bound on {len(told)}: within {statistics.median(told):.1f} % of the best possible (median)", flush=True
        )


def _hurried(number: int, long: int, seconds: float, seed: int) -> Hurried:
    world, clock, times = real_world(), Processor(), list[float]()
    request = random_request(random.Random(f"{seed} {number}"), world.catalogue)
    begun = clock()
    found = plan(
        request,
        world,
        effort=Effort(1, A_HURRY, clock),
        on_better=lambda _: times.append(clock() - begun),
        reasons=False,
    )
    hurried = Hurried(times[0] if times else None, clock() - begun)
    if number >= long or not found.places:
        return hurried
    best = plan(request, world, effort=Effort(2, seconds, clock), reasons=False)
    asked = set(request.insisted)
    if len(asked & set(best.places)) < len(asked & set(found.places)):
        best = found
    lost = best.score - found.score
    gap = 100 * max(0, lost) / max(A_SIGHT, abs(best.score)) if asked & set(best.places) <= set(found.places) else 100.0
    bounded = with_bound(best, world)
    assert bounded.bound is None or bounded.bound >= best.score, request
    return replace(hurried, gap=gap, bound=None if bounded.gap is None else 100 * bounded.gap)


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


def growth(sizes: Iterable[int], days: list[int], seed: int, processes: int) -> None:
    asked = [(size, count) for size in sizes for count in days]
    if asked:
        print()
        print(*shared_out(partial(_grown_answer, seed=seed), asked, processes), sep="\n", flush=True)


def _grown_answer(asked: tuple[int, int], seed: int) -> str:
    (size, count), world = asked, real_world()
    catalogue = grown(world.catalogue, size, random.Random(seed))
    large = World(catalogue, leg_table(catalogue), daylight, world.load)
    request = Request(date(2026, 5, 18), count, arrival=PlaceId("xiuwuxi_rail"))
    clock, times = Processor(), list[float]()
    begun = clock()
    found = plan(request, large, on_better=lambda _: times.append(clock() - begun), reasons=False)
    return (
        f"{size:6} places, {count:2} days: first plan {times[0]:.2f} s, whole {clock() - begun:.2f} s, "
        f"{len(found.places)} visits, works {found.works}"
    )


def truth(count: int, seed: int, processes: int) -> None:
    """Each plan verified, every reason and conflict confirmed, and every fix carried out anew."""
    found = Found()
    for each in shared_out(partial(_looked_at, seed=seed), range(count), processes):
        found.add(each)
    print("\nrandom requests, with all that is said about their plans")
    random_requests.report(found)


def _looked_at(number: int, seed: int) -> Found:
    return random_requests.looked_at(number, seed, real_world())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--toptw", nargs="*", default=[], metavar="FILE:m", help="instances; else all there are")
    parser.add_argument("--toptw-folder", type=toptw.Path, default=toptw.FOLDER)
    parser.add_argument("--toptw-seconds", type=float, nargs="*", default=[0.2, 1.0, 5.0])
    parser.add_argument("--tourists", type=int, default=200)
    parser.add_argument("--long", type=int, default=40, help="so many of them also get a long run")
    parser.add_argument("--long-seconds", type=float, default=60.0)
    parser.add_argument("--sizes", type=int, nargs="*", default=[60, 300, 1000, 10_000], help="places of a catalogue")
    parser.add_argument("--days", type=int, nargs="*", default=[3, 14, 30])
    parser.add_argument("--random", type=int, default=1000, help="all said of so many random plans is confirmed")
    parser.add_argument("--repairs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2, help="so many at once, but for the instances")
    chosen = parser.parse_args()
    for seconds in chosen.toptw_seconds:
        print(f"\nTeam orienteering with time windows, {seconds:g} s")
        toptw.side_by_side(chosen.toptw, chosen.toptw_folder, seconds, chosen.seed)
    real_world()  # the legs are worked out once, for every process
    if chosen.tourists:
        tourists(chosen.tourists, chosen.long, chosen.long_seconds, chosen.seed, chosen.processes)
    growth(chosen.sizes, chosen.days, chosen.seed, chosen.processes)
    if chosen.random:
        truth(chosen.random, chosen.seed, chosen.processes)
    if chosen.repairs:
        random_repairs.measure(chosen.repairs, chosen.seed, chosen.processes)


if __name__ == "__main__":
    main()
