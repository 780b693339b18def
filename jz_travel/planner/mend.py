"""From the optimiser's draft to a trip that works by the real schedule."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import Stop, Trip
from jz_travel.planner.cost import of_trip
from jz_travel.planner.merit import INSISTED
from jz_travel.planner.settle import settled, with_day
from jz_travel.planner.task import Task

Visit = TypeVar("Visit")


def mended(trip: Trip, task: Task) -> Trip:
    """The trip with every day made to work and what can be paid."""
    for index, frame in enumerate(task.frames):
        if not frame.locked:
            trip = mended_day(trip, index, task)
    return within_budget(trip, task)


def affordable(trip: Trip, task: Task) -> bool:
    """Whether the tickets whose prices are known keep within the party's budget; without a budget always."""
    budget = task.request.budget
    return budget is None or price(trip, task) <= budget


def price(trip: Trip, task: Task) -> float:
    """The known prices of the tickets."""
    visits = [(stop.place, task.frames[index].date) for index, day in enumerate(trip.days) for stop in day.stops]
    return of_trip(visits, task.world.catalogue, task.request.party).yuan


def within_budget(trip: Trip, task: Task) -> Trip:
    """Without the visits that give least for their money, until the rest can be paid.

    Who gives up an area's ticket gives up every sight inside it.
    """
    while not affordable(trip, task):
        costs = price(trip, task)
        savings = []
        for gate in dict.fromkeys(_gate(stop, task) for stop in trip.stops()):
            less, points, insisted = _behind(gate, trip, task)
            if (saved := costs - price(less, task)) > 0:
                savings.append((insisted, points / saved, gate, less))
        if not savings:
            break
        trip = min(savings, key=lambda each: each[:3])[3]
        for index in range(len(task.frames)):
            trip = settled(trip, index, task.judge)
    return trip


def _gate(stop: Stop, task: Task) -> PlaceId:
    """Where the ticket is bought: at the area, if the place lies in one."""
    known = task.world.catalogue.get(stop.place)
    return known.area or known.id if known else stop.place


def _behind(gate: PlaceId, trip: Trip, task: Task) -> tuple[Trip, int, bool]:
    """The trip without what lies behind a gate, the points that this costs, and whether somebody insists on it."""
    points, insisted = 0, False
    for index, frame in enumerate(task.frames):
        kept = []
        for stop in trip.days[index].stops:
            if frame.locked or stop.locked or _gate(stop, task) != gate:
                kept.append(stop)
            else:
                points += task.points_on(stop.place, index, stop.stay)
                insisted = insisted or stop.place in task.insisted
        trip = with_stops(trip, index, tuple(kept))
    return trip, points, insisted


def mended_day(trip: Trip, index: int, task: Task) -> Trip:
    """The day made to work: begun at another hour, reordered, or with a place less."""
    trip = settled(trip, index, task.judge)
    while not task.judge.day(trip, index).works:
        stops = trip.days[index].stops
        for order in one_moved(stops, task.frames[index].done):
            if task.quick.can_work(trip, index, order):
                tried = settled(with_stops(trip, index, order), index, task.judge)
                if task.judge.day(tried, index).works:
                    return tried
        droppable = [stop for stop in stops if not stop.locked]
        if not droppable:
            return trip
        trip = with_one_less(trip, index, droppable, task)
    return trip


def with_one_less(trip: Trip, index: int, droppable: Sequence[Stop], task: Task) -> Trip:
    """Without the stop that is missed least, of those without which the day works, if there is one."""

    def missed(stop: Stop) -> float:
        return task.points_on(stop.place, index, stop.stay) + (INSISTED if stop.place in task.insisted else 0)

    stops = trip.days[index].stops
    tries = []
    for stop in sorted(droppable, key=missed):
        rest = tuple(each for each in stops if each.id != stop.id)
        tries.append(settled(with_stops(trip, index, rest), index, task.judge))
        if task.judge.day(tries[-1], index).works:
            return tries[-1]
    return tries[0]


def one_moved(stops: tuple[Visit, ...], done: int = 0) -> Iterator[tuple[Visit, ...]]:
    """Each order that comes from moving one stop, after those that are done."""
    if len(stops) > 8:
        return
    for here in range(done, len(stops)):
        rest = stops[:here] + stops[here + 1 :]
        for there in range(done, len(stops)):
            if there not in (here, here - 1):
                yield (*rest[:there], stops[here], *rest[there:])


def with_stops(trip: Trip, index: int, stops: tuple[Stop, ...]) -> Trip:
    """The trip with other stops on day ``index``, counted from 0; nothing is checked here."""
    return with_day(trip, index, replace(trip.days[index], stops=stops))
