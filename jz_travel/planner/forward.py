"""No empty days before full ones: who has more days than sights sees them first and is free afterwards."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jz_travel.domain.trip import Trip
from jz_travel.planner.beds import open_nights
from jz_travel.planner.mend import with_stops
from jz_travel.planner.merit import merit
from jz_travel.planner.settle import settled, with_day
from jz_travel.planner.task import Task

LATER_DAYS = 7
"""So many days after an empty one are tried in its place: a week, as places have their day of rest."""


def brought_forward(trip: Trip, task: Task) -> Trip:
    """The trip with the visits of later days on the empty ones before, where they are as good."""
    free = [index for index in range(len(task.frames)) if _is_free(index, task)]
    for index in free:
        later = [day for day in free if day > index and trip.days[day].stops]
        if later and not trip.days[index].stops:
            now = merit(trip, task)
            for tried in _forward(trip, index, later, task):
                if merit(tried, task) >= now:
                    trip = tried
                    break
    return trip


def _is_free(index: int, task: Task) -> bool:
    frame, pinned = task.frames[index], {pin.day - 1 for pin in task.request.pins}
    return not (frame.locked or frame.none or task.kept[index] or index in pinned)


def _forward(trip: Trip, index: int, later: Sequence[int], task: Task) -> Iterator[Trip]:
    """One of the later days instead of an empty one, or the next ones, as they follow each other, sooner."""
    for day in later[:LATER_DAYS]:
        tried = with_stops(with_stops(trip, day, ()), index, trip.days[day].stops)
        if (works := _working(tried, [index], task)) is not None:
            yield works
    last = next(day for day in range(later[0], len(trip.days)) if day + 1 not in later)
    for days in range(later[0] - index, max(0, later[0] - index - LATER_DAYS), -1):
        tried = _sooner(trip, later[0], last, days, task)
        if (works := _working(tried, range(later[0] - days, last + 1), task)) is not None:
            yield works


def _sooner(trip: Trip, first: int, last: int, days: int, task: Task) -> Trip:
    """From the first to the last of some days all so many days sooner, with the beds, if those are open."""
    beds_too = set(range(first - days, last)) <= set(open_nights(task))
    before = trip
    for day in range(first - days, last + 1):
        source = before.days[min(day + days, last)]
        there = replace(trip.days[day], stops=source.stops if day + days <= last else ())
        trip = with_day(trip, day, replace(there, lodging=source.lodging) if beds_too and day < last else there)
    return trip


def _working(trip: Trip, days: Sequence[int], task: Task) -> Trip | None:
    for day in days:
        if not task.quick.can_work(trip, day, trip.days[day].stops):
            return None
        trip = settled(trip, day, task.judge)
        if not task.judge.day(trip, day).works:
            return None
    return trip
