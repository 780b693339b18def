"""The search for a whole trip: the optimiser's first answer in a hurry, rambles from there, and the last polish."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from jz_travel.domain.places import Place, PlaceId
from jz_travel.domain.timetable import STAY_WITH_LUNCH
from jz_travel.domain.trip import Trip
from jz_travel.planner import engine
from jz_travel.planner.beds import central, nights
from jz_travel.planner.draft import Lodgings, blank, with_visits
from jz_travel.planner.forward import brought_forward
from jz_travel.planner.insisted import trip_with
from jz_travel.planner.mend import mended
from jz_travel.planner.merit import merit
from jz_travel.planner.polish import days_for, filled, polished
from jz_travel.planner.puzzle import puzzle, warm
from jz_travel.planner.ramble import Ramble
from jz_travel.planner.task import Task

HASTY, AT_FIRST = 100, 40
"""Rounds of the optimiser for the first plan, and of how many places: the best by the hour."""
ROUNDS, SHORT = 600, 50
"""Rambles for a plan when no time is set, and for one of several plans; half as many for a long trip."""
LOOKS, LOOKS_A_LONG_TRIP, LONG_TRIP = 200, 30, 7


@dataclass(frozen=True)
class Effort:
    """How hard to try. Without ``seconds`` the same seed always gives the same plan."""

    seed: int = 1
    seconds: float | None = None
    clock: Callable[[], float] = time.perf_counter
    rounds: int = ROUNDS


@dataclass(frozen=True)
class Layout:
    """Areas seen as a whole (the others in parts), and the beds."""

    whole: frozenset[PlaceId]
    lodgings: Lodgings


def searched(
    task: Task, effort: Effort, stop: Callable[[], bool], on_better: Callable[[Trip], None] = lambda _: None
) -> Trip:
    """The best trip found; every one that is better than those before is told at once."""
    begun = effort.clock()

    def over() -> bool:
        return stop() or (effort.seconds is not None and effort.clock() - begun >= effort.seconds)

    first = _first(task, effort, over)
    on_better(first)
    is_long = len(task.frames) > LONG_TRIP
    usual = effort.rounds // 2 if is_long else effort.rounds
    rounds = usual if effort.seconds is None else 1_000_000
    best = Ramble(task, first, effort.seed).run(rounds, over, on_better)
    looks = LOOKS_A_LONG_TRIP if is_long else LOOKS
    last = brought_forward(polished(best, task, offered(task, _layout_of(best, task)), over, looks), task)
    if last != best:
        on_better(last)
    return last


def _first(task: Task, effort: Effort, over: Callable[[], bool]) -> Trip:
    """A good trip in a hurry."""
    layout = first_layout(task)
    places = offered(task, layout)[:AT_FIRST]
    puzzle_, empty = puzzle(task, places, layout.lodgings), blank(task, layout.lodgings)
    solution = engine.solve(
        puzzle_.problem,
        seed=effort.seed,
        iterations=HASTY,
        warm=warm(puzzle_, empty),
        stop=over,
        threads=1,
    )
    drafted = mended(with_visits(empty, puzzle_.visits(solution), task), task)
    long = [place for place in places if place.visit.usual >= STAY_WITH_LUNCH or place.id in task.insisted]
    if task.insisted <= {stop.place for stop in drafted.stops()}:
        return drafted
    tries = [drafted, filled(empty, task, long)]
    open_then = tuple(place for place in sorted(task.insisted) if _is_open(place, task))
    if found := trip_with(open_then, task):
        tries.append(filled(found, task, long))
    return max(tries, key=lambda trip: merit(trip, task))


def _is_open(place: PlaceId, task: Task) -> bool:
    """Whether its doors are open on any day on which it may be seen."""
    known = task.candidates.get(place)
    return known is not None and any(known.hours.on(task.frames[day].date) for day in days_for(place, task))


def first_layout(task: Task) -> Layout:
    """Areas as a whole unless the visitor asks for sights inside them, and a bed near the best places."""
    whole = frozenset(area for area, sights in task.areas.items() if not set(sights) & task.insisted)
    return Layout(whole, nights(task, central(task)))


def _layout_of(trip: Trip, task: Task) -> Layout:
    there = {stop.place for stop in trip.stops()}
    in_parts = there | task.insisted
    whole = frozenset(a for a, sights in task.areas.items() if a in there or not set(sights) & in_parts)
    return Layout(whole, tuple(day.lodging for day in trip.days[:-1]))


def offered(task: Task, layout: Layout) -> tuple[Place, ...]:
    """The candidates under a layout: an area or its sights, never both unless the visitor insists."""
    areas = task.areas
    found = []
    for place in task.candidates.values():
        hidden = place.area in layout.whole or (place.id in areas and place.id not in layout.whole)
        if not hidden or place.id in task.insisted:
            found.append(place)
    return tuple(found)
