"""Making a trip better by small steps: a place more or less, another day or order, one place for another."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from jz_travel.domain.places import Place, PlaceId
from jz_travel.domain.trip import MOST_STOPS_A_DAY, Stop, StopId, Trip
from jz_travel.planner.habits import stays
from jz_travel.planner.mend import affordable, with_stops
from jz_travel.planner.merit import INSISTED
from jz_travel.planner.settle import settled
from jz_travel.planner.task import Task

ENOUGH = 1e-6
FEW_LOOKS = 40
"""So many steps, the most promising first, are judged exactly before the search for a better one is given up."""

Stops = tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What one or two days would hold, and the points that this would bring."""

    gain: float
    days: tuple[tuple[int, Stops], ...]


def polished(
    trip: Trip, task: Task, places: Sequence[Place], stop: Callable[[], bool], most_looks: int = FEW_LOOKS
) -> Trip:
    """Better by one step after another, as long as there are any."""
    while not stop():
        better = None
        for steps in (_less(trip, task), _elsewhere(trip, task), _more(trip, task, places), _other(trip, task, places)):
            better = better or _best(trip, task, steps, most_looks)
        if better is None:
            break
        trip = better
    return trip


def filled(trip: Trip, task: Task, places: Sequence[Place]) -> Trip:
    """With as many of these places as fit, what brings most first."""
    while (more := _best(trip, task, _more(trip, task, places), FEW_LOOKS)) is not None:
        trip = more
    return trip


def _best(trip: Trip, task: Task, steps: Iterator[Step], most_looks: int) -> Trip | None:
    """The trip after the step that brings most, of those that work."""
    promising = sorted((step for step in steps if step.gain > ENOUGH), key=lambda step: -step.gain)
    looks = 0
    for step in promising:
        if not all(task.quick.can_work(trip, index, stops) for index, stops in step.days):
            continue
        tried = trip
        for index, stops in step.days:
            tried = settled(with_stops(tried, index, stops), index, task.judge)
        if all(task.judge.day(tried, index).works for index, _ in step.days) and affordable(tried, task):
            return named(tried)
        looks += 1
        if looks >= most_looks:
            break
    return None


def _less(trip: Trip, task: Task) -> Iterator[Step]:
    for index in free_days(task):
        for stop, rest in _movable(trip, index, task):
            if stop.place not in task.insisted:
                gain = worth(rest, trip, index, task) - worth(trip.days[index].stops, trip, index, task)
                yield Step(gain, ((index, rest),))


def _elsewhere(trip: Trip, task: Task) -> Iterator[Step]:
    """A stop at another place in its day, or on another day."""
    for index in free_days(task):
        before = worth(trip.days[index].stops, trip, index, task)
        for stop, rest in _movable(trip, index, task):
            left = worth(rest, trip, index, task)
            for other in days_for(stop.place, task):
                there = rest if other == index else trip.days[other].stops
                was = before if other == index else before + worth(there, trip, other, task)
                for order in put_in(there, stop):
                    new = worth(order, trip, other, task)
                    if other == index:
                        yield Step(new - was, ((index, order),))
                    else:
                        yield Step(new + left - was, ((index, rest), (other, order)))


def _more(trip: Trip, task: Task, places: Sequence[Place]) -> Iterator[Step]:
    there = {stop.place for stop in trip.stops()}
    for index in free_days(task):
        stops = trip.days[index].stops
        before = worth(stops, trip, index, task)
        for place in places:
            if place.id not in there and index in days_for(place.id, task):
                for new in new_stops(place, task):
                    for order in put_in(stops, new):
                        yield Step(worth(order, trip, index, task) - before, ((index, order),))


def _other(trip: Trip, task: Task, places: Sequence[Place]) -> Iterator[Step]:
    """One place instead of another, at any position of its day."""
    there = {stop.place for stop in trip.stops()}
    for index in free_days(task):
        before = worth(trip.days[index].stops, trip, index, task)
        for stop, rest in _movable(trip, index, task):
            if stop.place in task.insisted:
                continue
            for place in places:
                if place.id not in there and index in days_for(place.id, task):
                    for new in new_stops(place, task):
                        for order in put_in(rest, new):
                            yield Step(worth(order, trip, index, task) - before, ((index, order),))


def worth(stops: Stops, trip: Trip, index: int, task: Task) -> float:
    """What a day with these stops would be worth, if it worked."""
    points = sum(task.points_on(stop.place, index, stop.stay) - task.habit.stop for stop in stops)
    points += INSISTED * sum(stop.place in task.insisted for stop in stops)
    return points - task.quick.travelling(trip, index, stops) * task.habit.way


def free_days(task: Task) -> list[int]:
    return [index for index, frame in enumerate(task.frames) if not frame.locked and not frame.none]


def days_for(place: PlaceId, task: Task) -> list[int]:
    """The days on which a place may be: all, or the one it is pinned to."""
    pin = task.pin(place)
    return [index for index in free_days(task) if pin is None or pin.day - 1 == index]


def new_stops(place: Place, task: Task) -> list[Stop]:
    """The visit in each length that suits the pace."""
    pin = task.pin(place.id)
    return [
        new_stop(place.id, None if stay == place.visit.usual else stay, pin.starts if pin else None)
        for stay in stays(place, task.request.pace, place.id in task.insisted)
    ]


def new_stop(place: PlaceId, stay: timedelta | None = None, starts: timedelta | None = None) -> Stop:
    """A stop that :func:`named` gives its number, once it stays."""
    return Stop(StopId(f"new {place}"), place, stay, starts)


def put_in(stops: Stops, new: Stop) -> Iterator[Stops]:
    """The stops with one more, at each position."""
    if len(stops) < MOST_STOPS_A_DAY:
        for position in range(len(stops) + 1):
            yield (*stops[:position], new, *stops[position:])


def insertions(trip: Trip, index: int, place: Place, task: Task, stay: timedelta | None = None) -> Iterator[Trip]:
    """The trip with the place at each position of a day, the day begun as suits it best."""
    new = new_stops(place, task)[0] if stay is None else new_stop(place.id, stay)
    for order in put_in(trip.days[index].stops, new):
        yield settled(with_stops(trip, index, order), index, task.judge)


def _movable(trip: Trip, index: int, task: Task) -> Iterator[tuple[Stop, Stops]]:
    """Each stop of a day that is not locked, and the others."""
    stops = trip.days[index].stops
    for position, stop in enumerate(stops):
        if not stop.locked and stop.place in task.world.catalogue:
            yield stop, stops[:position] + stops[position + 1 :]


def named(trip: Trip) -> Trip:
    """New stops get the numbers that no other stop ever had."""
    for index, day in enumerate(trip.days):
        for position, stop in enumerate(day.stops):
            if stop.id.startswith("new "):
                before = day.stops[position + 1].id if position + 1 < len(day.stops) else None
                bare = with_stops(trip, index, (*day.stops[:position], *day.stops[position + 1 :]))
                fresh = bare.with_stop(stop.place, day.id, before)
                new = fresh.days[index].stops[position].id
                return named(fresh.with_stay(new, stop.stay).with_start(new, stop.starts))
    return trip
