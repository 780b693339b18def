"""What would bring a place into a plan. A fix is carried out and checked before it is offered."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from jz_travel.domain.clock import minutes
from jz_travel.domain.places import PlaceId
from jz_travel.domain.plan import Plan
from jz_travel.domain.reasons import (
    AddDay,
    Avoided,
    DaysLocked,
    DropPlaces,
    EndLater,
    EnoughAlike,
    Fix,
    NotInTheCatalogue,
    NotLocated,
    NotWorthTheWay,
    OverBudget,
    RaiseBudget,
    Reason,
    SeenInParts,
    SeenWith,
    SleepElsewhere,
    StartEarlier,
    StayShorter,
    TakeAnyway,
    TooManySteps,
)
from jz_travel.domain.request import Request
from jz_travel.domain.trip import MOST_DAYS, Trip
from jz_travel.planner.answer import plan_of
from jz_travel.planner.beds import beds, central, open_nights
from jz_travel.planner.blame import Attempt
from jz_travel.planner.frames import frames
from jz_travel.planner.mend import affordable, price, with_stops
from jz_travel.planner.merit import merit
from jz_travel.planner.polish import named, new_stop, new_stops, put_in
from jz_travel.planner.settle import settled
from jz_travel.planner.task import Task, prepare
from jz_travel.planner.world import World

MOST_FIXES = 3
SHIFTS = (minutes(30), minutes(60), minutes(90))
EARLIEST_START = minutes(5 * 60)
LATEST_RETURN = minutes(22 * 60)


def fixes_for(plan: Plan, place: PlaceId, reason: Reason, near: Attempt | None, task: Task) -> tuple[Fix, ...]:
    """Fixes that work, the mildest first, one of each kind."""
    found: dict[type, Fix] = {}
    for fix in _ideas(plan, place, reason, near, task):
        if type(fix) not in found and _carried_out(plan.trip, place, fix, task) is not None:
            found[type(fix)] = fix
            if len(found) == MOST_FIXES:
                break
    return tuple(found.values())


def with_fix(plan: Plan, place: PlaceId, fix: Fix, world: World) -> Plan | None:
    """The plan after a fix, with the place in it; None if the fix does not work (any more)."""
    return _carried_out(plan.trip, place, fix, prepare(plan.request, world, plan.trip))


def _ideas(plan: Plan, place: PlaceId, reason: Reason, near: Attempt | None, task: Task) -> Iterator[Fix]:
    if isinstance(reason, (NotInTheCatalogue, SeenWith, DaysLocked)):
        return
    if isinstance(reason, SeenInParts):
        yield DropPlaces(reason.sights)
        return
    if isinstance(reason, (NotWorthTheWay, EnoughAlike, NotLocated, Avoided, TooManySteps)):
        yield TakeAnyway()
    if isinstance(reason, OverBudget):
        yield RaiseBudget(price(plan.trip, task) + reason.costs)
    known = task.world.catalogue[place]
    if known.visit.short < known.visit.usual:
        yield StayShorter(place, known.visit.short)
    for shift in SHIFTS:
        for index, frame in enumerate(task.frames):
            if not frame.locked and not frame.none:
                starts = min(frame.starts, frame.earliest) - shift
                if starts >= EARLIEST_START and (index or task.request.arrives is None):
                    yield StartEarlier(index, starts)
    for shift in SHIFTS:
        for index, frame in enumerate(task.frames):
            last = index + 1 == len(task.frames) and task.request.departs is not None
            if not frame.locked and not frame.none and not last and frame.ends_by + shift <= LATEST_RETURN:
                yield EndLater(index, frame.ends_by + shift)
    if near is not None:
        there = {stop.place for stop in near.trip.stops()}
        gone = tuple(stop.place for stop in plan.trip.stops() if stop.place not in there)
        if gone:
            yield DropPlaces(gone)
    for night in open_nights(task):
        for bed in beds(task):
            if bed != plan.trip.days[night].lodging:
                yield SleepElsewhere(night, bed)
    if len(task.frames) < MOST_DAYS:
        yield AddDay()


def _carried_out(trip: Trip, place: PlaceId, fix: Fix, task: Task) -> Plan | None:
    """The plan after the fix, if it works and holds the place."""
    changed, other = _changed(trip, place, fix, task)
    known = other.world.catalogue.get(place)
    if known is None:
        return None
    stay = fix.stay if isinstance(fix, StayShorter) else None
    new = new_stops(known, other)[0] if stay is None else new_stop(place, stay)
    found = []
    for index, frame in enumerate(other.frames):
        if frame.locked or frame.none:
            continue
        for order in put_in(changed.days[index].stops, new):
            if other.quick.can_work(changed, index, order):
                found.append(Attempt(settled(with_stops(changed, index, order), index, other.judge), index))
    beside = _affected(trip, changed, task, other)
    works = [
        each for each in found if each.works(other) and _around(each, beside, other) and affordable(each.trip, other)
    ]
    for attempt in sorted(works, key=lambda each: -merit(each.trip, other)):
        cured = plan_of(named(attempt.trip), other)
        before = {violation.rule for violation in plan_of(trip, task).violations}
        if {violation.rule for violation in cured.violations} <= before:
            return cured
    return None


def _affected(before: Trip, after: Trip, old: Task, new: Task) -> list[int]:
    """The days that a fix changed: what is in them, their hours, or where they begin."""

    def known(trip: Trip, task: Task, index: int) -> tuple[object, ...]:
        day = trip.days[index]
        return day.stops, day.lodging, task.frames[index], trip.starts_from(day.id), trip.ends_at(day.id)

    kept = min(len(before.days), len(after.days))
    same = {index for index in range(kept) if known(before, old, index) == known(after, new, index)}
    return [index for index in range(len(after.days)) if index not in same and not new.frames[index].locked]


def _around(attempt: Attempt, days: list[int], task: Task) -> bool:
    """Whether the days beside it, which a fix may have changed, work as well."""
    return all(task.judge.day(attempt.trip, index).works for index in days)


def _changed(trip: Trip, place: PlaceId, fix: Fix, task: Task) -> tuple[Trip, Task]:
    """The trip and the task with the fix, still without the place."""
    before, request, its_frames, insisted = trip, task.request, task.frames, task.insisted
    match fix:
        case DropPlaces(places):
            trip = _without(trip, places)
        case StartEarlier(day, starts):
            granted = request.leaves_at if request.leaves_at is not None else starts
            request = replace(request, leaves_at=min(granted, starts))
            frame = replace(its_frames[day], earliest=starts, starts=starts)
            its_frames = (*its_frames[:day], frame, *its_frames[day + 1 :])
        case EndLater(day, back_by):
            request = replace(request, back_by=max(request.back_by or back_by, back_by))
            later = back_by - its_frames[day].ends_by
            frame = replace(its_frames[day], ends_by=back_by, evening=its_frames[day].evening + later)
            its_frames = (*its_frames[:day], frame, *its_frames[day + 1 :])
            new = replace(trip.days[day], ends_by=back_by)
            trip = replace(trip, days=(*trip.days[:day], new, *trip.days[day + 1 :]))
        case AddDay():
            return _with_a_day_more(trip, place, task)
        case SleepElsewhere(night, bed):
            trip = trip.with_lodging(trip.days[night].id, bed)
            request = replace(request, lodging=tuple(day.lodging for day in trip.days[:-1]))
        case TakeAnyway():
            insisted = insisted | {place}
        case RaiseBudget(budget):
            request = replace(request, budget=budget)
        case StayShorter():
            pass
    request = _insisting(request, place, fix)
    other = task.changed(request, its_frames, insisted)
    return _settled(trip.with_request(request), _affected(before, trip, task, other), other), other


def _settled(trip: Trip, days: Iterable[int], task: Task) -> Trip:
    for index in days:
        if not task.judge.day(trip, index).works:
            trip = settled(trip, index, task.judge)
    return trip


def _insisting(request: Request, place: PlaceId, fix: Fix) -> Request:
    """The place is a must from now on, so that planning again keeps what the fix brought."""
    gone = set(fix.places) if isinstance(fix, DropPlaces) else set()
    musts = tuple(each for each in dict.fromkeys((*request.musts, place)) if each not in gone)
    wishes = tuple(each for each in request.wishes if each not in gone)
    return replace(request, musts=musts, wishes=wishes, avoid=tuple(each for each in request.avoid if each != place))


def _without(trip: Trip, places: tuple[PlaceId, ...]) -> Trip:
    for index, day in enumerate(trip.days):
        trip = with_stops(trip, index, tuple(stop for stop in day.stops if stop.place not in places or stop.locked))
    return trip


def _with_a_day_more(trip: Trip, place: PlaceId, task: Task) -> tuple[Trip, Task]:
    request = _insisting(replace(task.request, days=len(task.frames) + 1), place, AddDay())
    its_frames = frames(request, task.world, task.current)
    other = task.changed(request, its_frames, task.insisted)
    last = len(trip.days) - 1
    bed = request.lodging_of(last) or (trip.days[last - 1].lodging if last else None) or central(task)
    trip = trip.with_lodging(trip.days[last].id, bed).with_day().with_request(request)
    new = replace(
        trip.days[-1],
        starts=its_frames[-1].starts,
        ends_by=its_frames[-1].ends_by,
        lodging=None,
        mode=its_frames[-1].mode,
        lunch=request.lunch,
    )
    was_last = replace(trip.days[last], ends_by=its_frames[last].ends_by)
    trip = replace(trip, days=(*trip.days[:last], was_last, new))
    return _settled(trip, range(len(trip.days)), other), other
