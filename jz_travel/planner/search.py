"""The search for a whole trip: which areas to see as a whole, where to sleep, and the optimiser for everything else."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from jz_travel.domain.places import Place, PlaceId
from jz_travel.domain.timetable import STAY_WITH_LUNCH
from jz_travel.domain.trip import Trip
from jz_travel.planner import engine
from jz_travel.planner.beds import beds, central, nearest, nights, open_nights
from jz_travel.planner.draft import Lodgings, blank, with_visits
from jz_travel.planner.mend import mended
from jz_travel.planner.merit import merit
from jz_travel.planner.polish import filled, polished
from jz_travel.planner.puzzle import puzzle, warm
from jz_travel.planner.task import Task

ITERATIONS = 100
HOPE = 400.0
"""Minutes on the road that polishing may make up for; what lies further behind the best trip is not worth it."""
MOST_AREAS = 6
"""So many areas, the best first, are tried both as a whole and in parts."""


@dataclass(frozen=True)
class Effort:
    """How hard to try. Without ``seconds`` the same seed always gives the same plan."""

    seed: int = 1
    seconds: float | None = None
    clock: Callable[[], float] = time.perf_counter


@dataclass(frozen=True)
class Layout:
    """What the optimiser is not asked: areas seen as a whole (the others in parts), the beds, and long visits that it
    has to do without: it seldom trades one of those for many short ones by itself.
    """

    whole: frozenset[PlaceId]
    lodgings: Lodgings
    without: frozenset[PlaceId] = frozenset()


def searched(
    task: Task, effort: Effort, stop: Callable[[], bool], on_better: Callable[[Trip], None] = lambda _: None
) -> Trip:
    """The best trip found; every one that is better than those before is told at once."""
    search = _Search(task, effort, stop, on_better)
    layout = first_layout(task)
    search.attempt(layout)
    better = True
    while better and not search.over():
        results = [search.attempt(each) for each in _others(search.layout, search.best, task) if not search.over()]
        better = any(results)
    extra = 0
    while effort.seconds is not None and not search.over():
        extra += 1
        search.attempt(search.layout, seed=extra, iterations=ITERATIONS * (1 + extra))
    return polished(search.best, task, offered(task, search.layout), search.over, most_looks=10_000)


def one_attempt(task: Task, effort: Effort) -> Trip:
    """A good trip in a hurry."""
    search = _Search(task, effort, lambda: False, lambda _: None)
    search.attempt(first_layout(task))
    return search.best


class _Search:
    def __init__(self, task: Task, effort: Effort, stop: Callable[[], bool], on_better: Callable[[Trip], None]) -> None:
        self._task, self._effort, self._stop, self._on_better = task, effort, stop, on_better
        self._begun = effort.clock()
        self._tried: set[Layout] = set()
        self._value = float("-inf")
        self.layout = Layout(frozenset(), ())
        self.best = blank(task, nights(task, None))

    def over(self) -> bool:
        spent = self._effort.clock() - self._begun
        return self._stop() or (self._effort.seconds is not None and spent >= self._effort.seconds)

    def attempt(self, layout: Layout, seed: int = 0, iterations: int = ITERATIONS) -> bool:
        """Whether this way of laying out the trip is better than all before."""
        if layout in self._tried and not seed:
            return False
        self._tried.add(layout)
        task = self._task
        places = offered(task, layout)
        puzzle_ = puzzle(task, places, layout.lodgings)
        long = [place for place in places if place.visit.usual >= STAY_WITH_LUNCH or place.id in task.insisted]
        start = filled(blank(task, layout.lodgings), task, long)
        solution = engine.solve(
            puzzle_.problem,
            seed=self._effort.seed + seed,
            iterations=iterations,
            warm=warm(puzzle_, start),
            stop=self.over,
            threads=1,
        )
        trip = with_visits(blank(task, layout.lodgings), puzzle_.visits(solution), task)
        trip = mended(trip, task)
        if merit(trip, task) < self._value - HOPE * task.habit.way:
            trip = filled(trip, task, places, most_looks=2)
        if merit(trip, task) >= self._value - HOPE * task.habit.way:
            trip = polished(trip, task, places, self.over)
        value = merit(trip, task)
        if value <= self._value + 1e-6:
            return False
        self._value, self.best, self.layout = value, trip, layout
        self._on_better(trip)
        return True


def first_layout(task: Task) -> Layout:
    """Areas as a whole unless the visitor asks for sights inside them, and a bed near the best places."""
    whole = frozenset(area for area, sights in task.areas.items() if not set(sights) & task.insisted)
    return Layout(whole, nights(task, central(task)))


def offered(task: Task, layout: Layout) -> tuple[Place, ...]:
    """The candidates under a layout: an area or its sights, never both unless the visitor insists."""
    areas = task.areas
    found = []
    for place in task.candidates.values():
        hidden = place.area in layout.whole or (place.id in areas and place.id not in layout.whole)
        if (not hidden and place.id not in layout.without) or place.id in task.insisted:
            found.append(place)
    return tuple(found)


def _others(layout: Layout, trip: Trip, task: Task) -> Iterator[Layout]:
    """Layouts that differ in one thing."""
    if open_nights(task):
        yield replace(layout, lodgings=nearest(trip, task))
    areas = sorted(task.areas, key=lambda area: -task.points[area])[:MOST_AREAS]
    for area in areas:
        if area in task.insisted or set(task.areas[area]) & task.insisted:
            continue
        yield replace(layout, whole=layout.whole ^ {area})
    there = {stop.place for stop in trip.stops()}
    for place in task.candidates.values():
        banned = place.id in layout.without
        if (place.id in there and place.visit.usual >= STAY_WITH_LUNCH and place.id not in task.insisted) or banned:
            yield replace(layout, without=layout.without ^ {place.id})
    if open_nights(task):
        for bed in beds(task)[:4]:
            yield replace(layout, lodgings=nights(task, bed))
