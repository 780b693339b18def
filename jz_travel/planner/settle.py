"""When a day begins, so that its visits go well; evening visits begin after dinner."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from jz_travel.domain.clock import minutes, time_of
from jz_travel.domain.problems import (
    AfterDark,
    ArrivesAfterClosing,
    ArrivesAfterLastEntry,
    ClosedThatDay,
    ClosesDuringVisit,
    EndsLate,
    MissesFixedStart,
    NoTimeForLunch,
    PartOfAnotherVisit,
    PlaceNotLocated,
    VisitedTwice,
    WaitsForOpening,
)
from jz_travel.domain.schedule import Visit
from jz_travel.domain.trip import Day, Trip
from jz_travel.planner.comfort import is_for_the_evening
from jz_travel.planner.frames import Frame
from jz_travel.planner.habits import A_DAY_OUT, DINNER_FROM, DINNER_LASTS
from jz_travel.planner.judge import Breach, EveningOver, FullDay, IdleHours, Judge, LongDrive, Look, NoDinner, TooAlike
from jz_travel.planner.worth import EVERYBODY_COMES, fills_up, with_everybody

STEP, QUARTER = minutes(5), minutes(15)
LIE_IN = minutes(60)
"""So much later than usual a day may begin just because that serves a visit."""
AT_ANY_HOUR = (ClosedThatDay, LongDrive, PartOfAnotherVisit, PlaceNotLocated, TooAlike, FullDay, VisitedTwice)
"""What is as wrong at one hour as at another."""
FOR_A_SHORT_VISIT = minutes(30)
"""Nobody gets up earlier than this just to fit one more short visit in before the others."""


def with_day(trip: Trip, index: int, day: Day) -> Trip:
    """The trip with another day at ``index``, counted from 0; nothing is checked here."""
    return replace(trip, days=(*trip.days[:index], day, *trip.days[index + 1 :]))


def settled(trip: Trip, index: int, judge: Judge) -> Trip:
    """The day begun at the hour that serves it best: as usual if that works, else at another; before the crowd."""
    frame = judge.frames[index]
    if frame.locked or not trip.days[index].stops:
        return trip
    found = _working(trip, index, judge)
    return _before_the_crowd(found, index, judge) if frame.load and not frame.done else found


def _working(trip: Trip, index: int, judge: Judge) -> Trip:
    frame = judge.frames[index]
    usual = _begun(trip, index, frame.starts, judge)
    look = judge.day(usual, index)
    if look.works or frame.done:
        return usual
    best, fewest = usual, len(look.breaches)
    for starts in dict.fromkeys(_starts(look, frame, judge)):
        tried = _begun(trip, index, starts, judge)
        found = judge.day(tried, index)
        if found.works:
            return tried
        if len(found.breaches) < fewest:
            best, fewest = tried, len(found.breaches)
    return best


def settled_at_any_hour(trip: Trip, index: int, judge: Judge) -> Trip:
    """As :func:`settled`; where no likely hour serves, at the first that does: the day's own, or any quarter of one.

    Whoever says that a visit does not fit has tried them all.
    """
    likely, frame = settled(trip, index, judge), judge.frames[index]
    look = judge.day(likely, index)
    if look.works or frame.done or any(isinstance(breach.what, AT_ANY_HOUR) for breach in look.breaches):
        return likely
    earliest = _earliest(first := look.day.visits[0], frame, judge)
    quarters = (max((frame.starts + LIE_IN, *_opens(first, frame, judge))) - earliest) // QUARTER
    own = [starts] if (starts := trip.days[index].starts) >= earliest else []  # earlier was for another first visit
    hours = (*own, *(earliest + QUARTER * number for number in range(quarters + 1)))
    tried = (_begun(trip, index, starts, judge) for starts in dict.fromkeys(hours))
    return next((each for each in tried if judge.day(each, index).works), likely)


def _before_the_crowd(trip: Trip, index: int, judge: Judge) -> Trip:
    """Begun so much earlier that one is at the first place that fills up before everybody comes, if that works."""
    look, frame, starts = judge.day(trip, index), judge.frames[index], trip.days[index].starts
    for visit in look.day.visits:
        place, enters = judge.world.catalogue.get(visit.place), time_of(visit.enters, frame.date)
        if place is None or not fills_up(place) or not with_everybody(enters):
            continue
        sooner = starts + (EVERYBODY_COMES - enters) // STEP * STEP
        if look.works and sooner >= _earliest(look.day.visits[0], frame, judge):
            tried = judge.day(early := _begun(trip, index, sooner, judge), index)
            again = next(each for each in tried.day.visits if each.stop == visit.stop)
            return early if tried.works and not with_everybody(time_of(again.enters, frame.date)) else trip
        break
    return trip


def _earliest(first: Visit, frame: Frame, judge: Judge) -> timedelta:
    """When a day with this first visit may begin."""
    earliest = min(frame.earliest, frame.starts)
    if first.lasts < A_DAY_OUT and first.place not in judge.insisted:
        return max(earliest, frame.starts - FOR_A_SHORT_VISIT)
    return earliest


def _opens(visit: Visit, frame: Frame, judge: Judge) -> Iterator[timedelta]:
    place = judge.world.catalogue.get(visit.place)
    yield from (each.opens for each in place.hours.through_the_night(frame.date)) if place else ()


def _begun(trip: Trip, index: int, starts: timedelta, judge: Judge) -> Trip:
    return _seated(with_day(trip, index, replace(trip.days[index], starts=starts)), index, judge)


def _starts(look: Look, frame: Frame, judge: Judge) -> Iterator[timedelta]:
    """The hours that could cure what is wrong when the day begins as usual; none where no hour could."""
    late = _lateness(look)
    if late is None:
        return
    first = look.day.visits[0]
    for breach in look.breaches:
        if isinstance(breach.what, (WaitsForOpening, IdleHours)) and breach.stop == first.stop:
            in_time = frame.starts + (_wait(first, look) // STEP) * STEP
            yield from (in_time, in_time - QUARTER)  # or a little before, where one must not be late
    if any(isinstance(breach.what, NoTimeForLunch) for breach in look.breaches):
        yield from (frame.starts + minutes(shift) for shift in (30, 60))
    earliest = _earliest(first, frame, judge)
    if late > frame.starts - earliest + QUARTER:
        return
    needed = frame.starts - -(-late // STEP) * STEP
    yield from (starts for starts in (needed, needed - QUARTER, needed - 2 * QUARTER) if starts >= earliest)
    if earliest < frame.starts:
        yield earliest  # not every minute earlier is one gained: lunch comes at another place, or doors are closed yet


def _wait(visit: Visit, look: Look) -> timedelta:
    """How long one stands about before a visit, meals left aside."""
    dinner = look.dinner
    before = dinner is not None and dinner.before == visit.stop
    eaten = sum((meal.ends - meal.starts for meal in look.day.meals if meal.before == visit.stop), timedelta())
    return visit.enters - visit.arrives - eaten - (DINNER_LASTS if before else timedelta())


def _lateness(look: Look) -> timedelta | None:
    """By how much everything would have to be earlier; None when something is wrong at any hour."""
    found = [breach_lateness(breach, look) for breach in look.breaches]
    known = [late for late in found if late is not None]
    return max(known, default=timedelta()) if len(known) == len(found) else None


def breach_lateness(breach: Breach, look: Look) -> timedelta | None:
    """By how much something comes too late; None when another hour does not help."""
    match breach.what:
        case ArrivesAfterLastEntry(limit, arrives) | ArrivesAfterClosing(limit, arrives):
            return arrives - limit
        case MissesFixedStart(wanted, arrives):
            return arrives - wanted
        case ClosesDuringVisit(_, missing):
            return missing
        case EndsLate(ends, wanted):
            return ends - wanted
        case EveningOver(leaves, evening):
            return leaves - evening
        case AfterDark(_, sunset):
            leaves = next(time_of(v.leaves, look.day.date) for v in look.day.visits if v.stop == breach.stop)
            return max(leaves - sunset, timedelta())
        case WaitsForOpening() | IdleHours() | NoTimeForLunch() | NoDinner():
            return timedelta()
        case _:
            return None


def _seated(trip: Trip, index: int, judge: Judge) -> Trip:
    """Evening visits begin after dinner, or when they were asked for; the last day owes nobody a dinner."""
    frame, day, last = judge.frames[index], trip.days[index], index == len(judge.frames) - 1
    at_an_hour = {pin.place for pin in judge.request.pins if pin.starts is not None}
    for number, stop in enumerate(day.stops):
        place = judge.world.catalogue.get(stop.place)
        if place is None or stop.locked or place.id in at_an_hour or not judge.request.dinner:
            continue
        if not is_for_the_evening(place, frame):
            continue
        arrives = time_of(judge.day(trip, index).day.visits[number].arrives, frame.date)
        fed = arrives if last else max(arrives, DINNER_FROM) + DINNER_LASTS
        starts = max(-(-fed // STEP) * STEP, place.hours.on(frame.date)[0].opens)
        stops = (*day.stops[:number], replace(stop, starts=starts), *day.stops[number + 1 :])
        day = replace(day, stops=stops)
        trip = with_day(trip, index, day)
    return trip
