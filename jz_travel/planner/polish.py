"""Making a trip better by small steps: a place more or less, another day or order, one place for another."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from jz_travel.domain.places import Place, PlaceId
from jz_travel.domain.trip import MOST_STOPS_A_DAY, Stop, StopId, Trip
from jz_travel.planner.habits import stays
from jz_travel.planner.mend import affordable, with_stops
from jz_travel.planner.merit import INSISTED, merit
from jz_travel.planner.settle import settled
from jz_travel.planner.task import Task

ENOUGH = 1e-6
FEW_LOOKS = 12
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
        for steps in (_less, _more, _elsewhere, _other):
            better = _best(trip, task, steps(trip, task, places), most_looks)
            if better is not None:
                trip = better
                break
        if better is None:
            break
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
        works = all(task.judge.day(tried, index).works for index, _ in step.days) and affordable(tried, task)
        if works and merit(tried, task) > merit(trip, task):  # a step does not know of the crowds that it meets
            return named(tried)
        looks += 1
        if looks >= most_looks:
            break
    return None


def _less(trip: Trip, task: Task, _: Sequence[Place]) -> Iterator[Step]:
    for index in _free_days(task):
        before = worth(trip.days[index].stops, trip, index, task)
        for stop, rest in _movable(trip, index, task):
            if stop.place not in task.insisted:
                yield Step(worth(rest, trip, index, task) - before, ((index, rest),))


def _elsewhere(trip: Trip, task: Task, _: Sequence[Place]) -> Iterator[Step]:
    """A stop at another place in its day, or on another day."""
    for index in _free_days(task):
        before = worth(trip.days[index].stops, trip, index, task)
        for stop, rest in _movable(trip, index, task):
            left = worth(rest, trip, index, task) - before
            for other in days_for(stop.place, task):
                there = rest if other == index else trip.days[other].stops
                for gain, order in _put_in(there, stop, trip, other, task):
                    days = ((index, order),) if other == index else ((index, rest), (other, order))
                    if order != trip.days[other].stops:
                        yield Step(gain + left, days)


def _more(trip: Trip, task: Task, places: Sequence[Place]) -> Iterator[Step]:
    there = {stop.place for stop in trip.stops()}
    new = [place for place in places if place.id not in there]
    for index in _free_days(task):
        for place in new:
            if index in days_for(place.id, task):
                for visit in new_stops(place, task):
                    for gain, order in _put_in(trip.days[index].stops, visit, trip, index, task):
                        yield Step(gain, ((index, order),))


def _other(trip: Trip, task: Task, places: Sequence[Place]) -> Iterator[Step]:
    """One place instead of another, at any position of its day."""
    there = {stop.place for stop in trip.stops()}
    new = [place for place in places if place.id not in there]
    for index in _free_days(task):
        before = worth(trip.days[index].stops, trip, index, task)
        for stop, rest in _movable(trip, index, task):
            if stop.place in task.insisted:
                continue
            left = worth(rest, trip, index, task) - before
            for place in new:
                if index in days_for(place.id, task):
                    for visit in new_stops(place, task):
                        for gain, order in _put_in(rest, visit, trip, index, task, least=-left):
                            yield Step(gain + left, ((index, order),))


def _put_in(
    stops: Stops, new: Stop, trip: Trip, index: int, task: Task, least: float = -INSISTED
) -> Iterator[tuple[float, Stops]]:
    """One stop more at each position that leaves the day short enough, and what it brings, if more than ``least``."""
    quick, mode = task.quick, trip.days[index].mode
    points = worth_of(new, index, task)
    if points <= least or len(stops) >= MOST_STOPS_A_DAY:
        return
    room = quick.longest(index) - quick.busy(trip, index, stops) - quick.window(new, index)[2] if stops else 0
    before = quick.weariness(trip, index, stops[-1].place) if stops else 0.0
    evening = quick.weariness(trip, index, new.place) - before
    ends = (quick.origin(trip, index), *(stop.place for stop in stops), quick.destination(trip, index))
    for position in range(min(task.frames[index].done, len(stops)), len(stops) + 1):
        here, there = ends[position], ends[position + 1]
        to, away = quick.way(here, new.place, mode), quick.way(new.place, there, mode)
        straight = quick.way(here, there, mode) if stops else (0, 0)
        more = to[0] + away[0] - straight[0] + (evening if position == len(stops) else 0.0)
        gain = points - more * task.habit.way
        if gain > least and (not stops or to[1] + away[1] - straight[1] <= room):
            yield gain, (*stops[:position], new, *stops[position:])


def worth(stops: Stops, trip: Trip, index: int, task: Task) -> float:
    """What a day with these stops would be worth, if it worked."""
    points = sum(worth_of(stop, index, task) for stop in stops)
    return points - task.quick.felt(trip, index, stops) * task.habit.way


def worth_of(stop: Stop, index: int, task: Task) -> float:
    """What one stop is worth, the way there left aside."""
    points = task.points_on(stop.place, index, stop.stay) - task.habit.stop
    return points + INSISTED if stop.place in task.insisted else points


def _free_days(task: Task) -> list[int]:
    return [index for index, frame in enumerate(task.frames) if not frame.locked and not frame.none]


def days_for(place: PlaceId, task: Task) -> list[int]:
    """The days on which a place may be: all, or the one it is pinned to."""
    pin = task.pin(place) if task.request.pins else None
    return [index for index in _free_days(task) if pin is None or pin.day - 1 == index]


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


def put_in(stops: Stops, new: Stop, done: int = 0) -> Iterator[Stops]:
    """The stops with one more, at each position after those that are done."""
    if len(stops) < MOST_STOPS_A_DAY:
        for position in range(min(done, len(stops)), len(stops) + 1):
            yield (*stops[:position], new, *stops[position:])


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
