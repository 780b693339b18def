"""What stood in the way of a visit, as a reason that a person can check."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from jz_travel.domain.clock import time_of
from jz_travel.domain.places import Place
from jz_travel.domain.problems import (
    AfterDark,
    ArrivesAfterClosing,
    ArrivesAfterLastEntry,
    ClosesDuringVisit,
    EndsLate,
    NoTimeForLunch,
    PlaceNotLocated,
    WaitsForOpening,
)
from jz_travel.domain.reasons import (
    ClosesTooSoon,
    DarkTooSoon,
    EndsTooLate,
    EnoughAlike,
    LastEntryMissed,
    NoMealThen,
    NoTimeLeft,
    NotLocated,
    OpensTooLate,
    Reason,
    TooFar,
    TooMuchDriving,
    TooMuchOnFoot,
)
from jz_travel.domain.request import Request
from jz_travel.domain.trip import Trip
from jz_travel.planner.comfort import is_for_the_evening
from jz_travel.planner.judge import Breach, FullDay, IdleHours, LongDrive, LongOnFoot, Look, NoDinner, TooAlike
from jz_travel.planner.mend import with_stops
from jz_travel.planner.polish import days_for, new_stops, put_in
from jz_travel.planner.settle import breach_lateness, settled, settled_at_any_hour
from jz_travel.planner.task import Task

SOMETHING_ELSE = timedelta(hours=1)
"""What is wrong for another reason than time is taken to be as far from working as an hour too late."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A trip with the place put in somewhere, and the day where it is."""

    trip: Trip
    day: int

    def breaches(self, task: Task) -> tuple[Breach, ...]:
        return task.judge.day(self.trip, self.day).breaches

    def works(self, task: Task) -> bool:
        return not self.breaches(task)


def attempts(trip: Trip, place: Place, task: Task, every: bool = True) -> Iterator[Attempt]:
    """The place at every position of every day, for as long as suits the pace, each day begun as suits it best.

    Unless it is ``every`` one, of those that cannot work only the one with the least way on each day.
    """
    for index in days_for(place.id, task):
        if not place.hours.on(task.frames[index].date):
            continue
        orders = [order for new in new_stops(place, task) for order in put_in(trip.days[index].stops, new)]
        if not every and orders:
            nearest = min(orders, key=lambda order: task.quick.travelling(trip, index, order))
            orders = [order for order in orders if order is nearest or task.quick.can_work(trip, index, order)]
        for order in orders:
            settle = settled_at_any_hour if task.quick.can_work(trip, index, order) else settled
            yield Attempt(settle(with_stops(trip, index, order), index, task.judge), index)


def late_by(attempt: Attempt, task: Task) -> timedelta:
    """How far an attempt is from working."""
    look = task.judge.day(attempt.trip, attempt.day)
    return max((_off_by(breach, look, task.request) for breach in look.breaches), default=timedelta())


def _off_by(breach: Breach, look: Look, request: Request) -> timedelta:
    match breach.what:
        case LongDrive(lasts):
            return lasts - (request.driving or lasts)
        case LongOnFoot(lasts):
            return lasts - (request.on_foot or lasts)
        case _:
            return breach_lateness(breach, look) or SOMETHING_ELSE


def blamed(attempt: Attempt, place: Place, task: Task, alone: bool) -> Reason:
    """The reason in the breach that is hardest to cure. ``alone``: nothing else that could be dropped is in the day."""
    look = task.judge.day(attempt.trip, attempt.day)
    date, request = look.day.date, task.request
    own = f"new {place.id}"

    def hardest(breach: Breach) -> tuple[bool, bool, timedelta]:
        limit = isinstance(breach.what, (LongDrive, LongOnFoot))
        late = _off_by(breach, look, request) if limit else breach_lateness(breach, look)
        soft = isinstance(breach.what, (IdleHours, PlaceNotLocated))
        return not soft, limit or breach.stop == own, SOMETHING_ELSE if late is None else late

    worst = max(look.breaches, key=hardest)
    what = worst.what
    match what:
        case ArrivesAfterLastEntry(last_entry, arrives) | ArrivesAfterClosing(last_entry, arrives) if worst.stop == own:
            return LastEntryMissed(date, last_entry, arrives)
        case ClosesDuringVisit(closes, missing) if worst.stop == own:
            return ClosesTooSoon(date, closes, missing)
        case AfterDark(_, sunset) if worst.stop == own:
            return DarkTooSoon(date, sunset)
        case WaitsForOpening(opens, wait) if worst.stop == own:
            return OpensTooLate(date, opens, wait)
        case IdleHours(wait) if worst.stop == own:
            return OpensTooLate(date, place.hours.on(date)[0].opens, wait)
        case PlaceNotLocated():
            return NotLocated()
        case TooAlike(places):
            return EnoughAlike(tuple(each for each in places if each != place.id))
        case FullDay():
            return EnoughAlike(())
        case LongDrive(lasts):
            return TooMuchDriving(date, lasts, request.driving or lasts)
        case LongOnFoot(lasts):
            return TooMuchOnFoot(date, lasts, request.on_foot or lasts)
        case NoTimeForLunch() | NoDinner():
            return NoMealThen(date)
        case _:
            return no_time(attempt, place, task, alone)


def no_time(attempt: Attempt, place: Place, task: Task, alone: bool) -> Reason:
    """That the day is too short, by as much as the attempt comes too late."""
    look = task.judge.day(attempt.trip, attempt.day)
    late = max((breach_lateness(breach, look) or timedelta() for breach in look.breaches), default=timedelta())
    visit = next(each for each in look.day.visits if each.place == place.id)
    end = next((breach.what for breach in look.breaches if isinstance(breach.what, EndsLate)), None)
    if alone and end is not None and is_for_the_evening(place, task.frames[attempt.day]):
        return EndsTooLate(look.day.date, time_of(visit.enters, look.day.date), end.ends, end.wanted)
    if alone and look.day.travelling:
        return TooFar(look.day.date, look.day.travelling, late)
    needs = visit.lasts + (visit.leg.lasts if visit.leg else timedelta())
    return NoTimeLeft(look.day.date, needs, min(late, needs))
