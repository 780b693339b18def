"""A trip put together from chosen visits; stops and days that the visitor already had keep their identity."""

from collections.abc import Sequence
from dataclasses import replace

from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import Day, Stop, Trip, TripId, new_trip
from jz_travel.planner.chosen import Chosen
from jz_travel.planner.task import Task

Lodgings = tuple[PlaceId | None, ...]
"""Where each night is spent."""


def blank(task: Task, lodgings: Lodgings) -> Trip:
    """The visitor's trip, or a new one, with the days of the request and only the locked stops in them."""
    request, current = task.request, task.current
    trip = current or new_trip(TripId("plan"), "", request.starts, len(task.frames))
    trip = trip.with_start_date(request.starts).with_request(request)
    for _ in range(len(task.frames) - len(trip.days)):
        trip = trip.with_day()
    trip = replace(trip, days=trip.days[: len(task.frames)])
    home = lodgings[0] if lodgings else request.lodging_of(0)
    trip = trip.with_arrival(request.arrival or home)
    trip = trip.with_departure(request.ends_at or (lodgings[-1] if lodgings else home))
    return replace(trip, days=tuple(_blank(day, index, task, lodgings) for index, day in enumerate(trip.days)))


def _blank(day: Day, index: int, task: Task, lodgings: Lodgings) -> Day:
    frame = task.frames[index]
    lodging = lodgings[index] if index < len(lodgings) else None
    if frame.locked:
        return replace(day, lodging=day.lodging if index < len(lodgings) else lodging)
    return replace(
        day,
        stops=task.kept[index],
        starts=frame.starts,
        ends_by=frame.ends_by,
        lodging=lodging,
        mode=frame.mode,
        lunch=task.request.lunch,
    )


def with_visits(trip: Trip, days: Sequence[Sequence[Chosen]], task: Task) -> Trip:
    """The visits in their days in this order; locked stops stand where their place is named, else at the end."""
    for index, visits in enumerate(days):
        if task.frames[index].locked:
            continue
        day = trip.days[index]
        kept = {stop.place: stop for stop in day.stops}
        trip = replace(trip, days=(*trip.days[:index], replace(day, stops=()), *trip.days[index + 1 :]))
        for visit in visits:
            if visit.place in kept:
                trip = _with_stop_of(trip, index, kept.pop(visit.place))
            else:
                trip = added(trip, index, visit)
        for stop in kept.values():
            trip = _with_stop_of(trip, index, stop)
    return trip


def _with_stop_of(trip: Trip, index: int, stop: Stop) -> Trip:
    day = trip.days[index]
    day = replace(day, stops=(*day.stops, stop))
    return replace(trip, days=(*trip.days[:index], day, *trip.days[index + 1 :]))


def added(trip: Trip, index: int, visit: Chosen) -> Trip:
    """A visit at the end of a day."""
    trip = trip.with_stop(visit.place, trip.days[index].id)
    stop = trip.days[index].stops[-1].id
    return trip.with_stay(stop, visit.stay).with_start(stop, visit.starts)


def recalled(trip: Trip, task: Task) -> Trip:
    """A place that the visitor's trip already had is the same stop as before, with its note."""
    used = {stop.id for stop in trip.stops()}
    had = {stop.place: stop for stop in task.current.stops() if stop.id not in used} if task.current else {}

    def same(stop: Stop) -> Stop:
        old = had.pop(stop.place, None)
        return stop if old is None else replace(old, stay=stop.stay, starts=stop.starts)

    kept = {stop.id for stops in task.kept for stop in stops}
    days = (
        replace(day, stops=tuple(stop if stop.id in kept else same(stop) for stop in day.stops)) for day in trip.days
    )
    return replace(trip, days=tuple(days))
