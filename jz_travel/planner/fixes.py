"""What would bring a place into a plan. A fix is carried out and checked before it is offered."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, permutations

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
    PlanAround,
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
from jz_travel.domain.trip import MOST_DAYS, Stop, Trip
from jz_travel.planner.answer import plan_of
from jz_travel.planner.beds import beds, central, open_nights
from jz_travel.planner.blame import Attempt
from jz_travel.planner.frames import frames
from jz_travel.planner.instead import Instead, planned_around
from jz_travel.planner.mend import affordable, price, with_stops
from jz_travel.planner.merit import merit
from jz_travel.planner.polish import named, new_stop, new_stops, put_in
from jz_travel.planner.settle import settled, settled_at_any_hour
from jz_travel.planner.task import Task, prepare
from jz_travel.planner.verify import verify
from jz_travel.planner.world import World

MOST_FIXES = 3
FEW_STOPS = 5
"""A day with fewer is tried in every order."""
NEAREST_BEDS = 4
"""So many other beds are tried for a night: who sleeps elsewhere for a place sleeps near it."""
SHIFTS = (minutes(30), minutes(60), minutes(90))
EARLIEST_START = minutes(5 * 60)
LATEST_RETURN = minutes(22 * 60)
OF_A_DAY = (StartEarlier, EndLater, SleepElsewhere)
"""Fixes that help on the days that they change; any other day is as it was."""


def fixes_for(plan: Plan, place: PlaceId, reason: Reason, near: Instead | None, task: Task) -> tuple[Fix, ...]:
    """Fixes that work, the mildest first, one of each kind."""
    found: dict[type, Fix] = {}
    for fix in _ideas(plan, place, reason, near, task):
        if type(fix) not in found and _carried_out(plan.trip, place, fix, task, near) is not None:
            found[type(fix)] = fix
            if len(found) == MOST_FIXES or (isinstance(fix, TakeAnyway) and isinstance(reason, NotWorthTheWay)):
                break  # what fits as it is needs nothing else
    return tuple(found.values())


def with_fix(plan: Plan, place: PlaceId, fix: Fix, world: World) -> Plan | None:
    """The plan after a fix, with the place in it; None if the fix does not work (any more).

    What was told before of other places that were asked for in vain still holds.
    """
    cured = _carried_out(plan.trip, place, fix, prepare(plan.request, world, plan.trip))
    if cured is None:
        return None
    asked = {*cured.request.insisted} - {place}
    told = tuple(left for left in plan.left_out if left.place in asked)
    cured = replace(cured, left_out=told, conflicts=plan.conflicts)
    wrong = verify(cured, cured.request, world.catalogue, world.travel, world.daylight)
    return replace(cured, violations=wrong)


def _ideas(plan: Plan, place: PlaceId, reason: Reason, near: Instead | None, task: Task) -> Iterator[Fix]:
    if isinstance(reason, (NotInTheCatalogue, SeenWith, DaysLocked)):
        return
    if isinstance(reason, SeenInParts):
        yield DropPlaces(reason.sights)
        return
    if isinstance(reason, TooManySteps):
        return  # neither time nor another bed takes them away
    if isinstance(reason, (NotWorthTheWay, EnoughAlike, NotLocated, Avoided)):
        yield TakeAnyway()
    gone = near.gone if near else ()
    if isinstance(reason, OverBudget):
        budget = price(near.trip, task) if near else price(plan.trip, task) + reason.costs
        yield RaiseBudget(budget, gone)
    else:
        yield from _other_hours(place, task)
    if gone:
        yield DropPlaces(gone)
    if near is not None and near.anew:
        yield PlanAround(gone)
    if not isinstance(reason, OverBudget):  # another bed saves no ticket
        yield from _other_beds(plan.trip, place, task)
    if len(task.frames) < MOST_DAYS:
        yield AddDay()


def _other_hours(place: PlaceId, task: Task) -> Iterator[Fix]:
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


def _other_beds(trip: Trip, place: PlaceId, task: Task) -> Iterator[Fix]:
    nearest = sorted(beds(task), key=lambda bed: task.quick.way(bed, place, task.request.mode_of(0)))[:NEAREST_BEDS]
    for night in open_nights(task):
        for bed in nearest:
            if bed != trip.days[night].lodging:
                yield SleepElsewhere(night, bed)


def _carried_out(trip: Trip, place: PlaceId, fix: Fix, task: Task, near: Instead | None = None) -> Plan | None:
    """The plan after the fix, if it works and holds the place. ``near``: the trip around it, if that is known."""
    if isinstance(fix, PlanAround):
        anew = near or planned_around(trip, place, task)
        other = task.changed(_insisting(task.request, place, fix), task.frames, task.insisted | {place})
        return _unharmed(plan_of(anew.trip.with_request(other.request), other), trip, task) if anew else None
    changed, other = _changed(trip, place, fix, task)
    known = other.world.catalogue.get(place)
    if known is None:
        return None
    stays = [new_stop(place, fix.stay)] if isinstance(fix, StayShorter) else new_stops(known, other)
    beside = _affected(trip, changed, task, other)
    days = beside if isinstance(fix, OF_A_DAY) else range(len(other.frames))
    found = [each for new in stays for each in _with_it(changed, new, other, days)]
    works = [
        each for each in found if each.works(other) and _around(each, beside, other) and affordable(each.trip, other)
    ]
    for attempt in sorted(works, key=lambda each: -merit(each.trip, other)):
        if (cured := _unharmed(plan_of(named(attempt.trip), other), trip, task)) is not None:
            return cured
    return None


def _with_it(trip: Trip, new: Stop, task: Task, days: Iterable[int]) -> Iterator[Attempt]:
    """The new stop at every position of these days; where it fits nowhere, also with the day in any other order."""
    for index in days:
        frame = task.frames[index]
        if frame.locked or frame.none:
            continue
        stops, works = trip.days[index].stops, False
        settled_order = frame.done or len(stops) >= FEW_STOPS or any(stop.locked for stop in stops)
        others = () if settled_order else permutations((*stops, new))
        first = tuple(put_in(stops, new))
        for number, order in enumerate(chain(first, others)):
            if number >= len(first) and works:
                break
            if task.quick.can_work(trip, index, order):
                attempt = Attempt(settled_at_any_hour(with_stops(trip, index, order), index, task.judge), index)
                works = works or attempt.works(task)
                yield attempt


def _unharmed(cured: Plan, before: Trip, task: Task) -> Plan | None:
    """The plan, if nothing is wrong with it that was not wrong before."""
    known = {violation.rule for violation in plan_of(before, task).violations}
    return cured if {violation.rule for violation in cured.violations} <= known else None


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
        case DropPlaces(gone) | PlanAround(gone):
            trip = _without(trip, gone)
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
        case RaiseBudget(budget, gone):
            trip, request = _without(trip, gone), replace(request, budget=budget)
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
    gone = set(_dropped(fix))
    musts = tuple(each for each in dict.fromkeys((*request.musts, place)) if each not in gone)
    wishes = tuple(each for each in request.wishes if each not in gone)
    return replace(request, musts=musts, wishes=wishes, avoid=tuple(each for each in request.avoid if each != place))


def _dropped(fix: Fix) -> tuple[PlaceId, ...]:
    match fix:
        case DropPlaces(gone) | RaiseBudget(_, gone) | PlanAround(gone):
            return gone
    return ()


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
