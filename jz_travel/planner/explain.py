"""Why a place is not in a plan: the true reason, found by putting the place into every day at every position."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from jz_travel.domain.places import Place, PlaceId
from jz_travel.domain.plan import LeftOut, Plan
from jz_travel.domain.reasons import (
    Avoided,
    ClosedThen,
    DaysLocked,
    EnoughAlike,
    LessWorth,
    NoTimeLeft,
    NotWorthTheWay,
    OverBudget,
    Reason,
    SeenInParts,
    SeenWith,
)
from jz_travel.domain.trip import Trip
from jz_travel.planner.beds import open_nights
from jz_travel.planner.blame import Attempt, attempts, blamed, late_by, no_time
from jz_travel.planner.conflicts import conflicts
from jz_travel.planner.fixes import fixes_for
from jz_travel.planner.instead import Instead, emptied, instead, planned_around
from jz_travel.planner.mend import affordable, price, with_stops
from jz_travel.planner.merit import day_merit
from jz_travel.planner.polish import days_for, new_stop
from jz_travel.planner.task import Task, excluded, prepare
from jz_travel.planner.world import World

WITH_FIXES = 12
"""So many places, those that are worth most, also get their fixes worked out."""
MOST_REASONS = 150
"""So many places, those that are worth most, get their reasons at once; :func:`why_left_out` tells of any other."""
A_FEW = 2
"""More places than these are not a choice between one visit and another, but a day that is full."""


def explained(plan: Plan, task: Task, stop: Callable[[], bool], every: bool = True) -> Plan:
    """The plan with the reason for each place that fits the request and is not in it, the most wanted first.

    Unless it is for ``every`` one, only what was asked for by name gets its reason, and no fixes are looked for.
    """
    left = []
    if all(frame.none for frame in task.frames):  # the conflict says it all
        return replace(plan, conflicts=conflicts(plan.trip, task))
    asked = {*task.request.insisted, *task.request.wishes}
    for number, place in enumerate(missing(plan.trip, task)[:MOST_REASONS]):
        if not every and place not in asked:
            break
        wanted = number < WITH_FIXES or place in task.request.wishes or place in task.insisted
        left.append(_left_out(plan, place, task, wanted, fixes=every and wanted and not stop()))
    return replace(plan, left_out=tuple(left), conflicts=conflicts(plan.trip, task))


def with_reasons(plan: Plan, world: World, stop: Callable[[], bool] = lambda: False) -> Plan:
    """The plan as it is, with the reason for each place that fits its request and is not in it."""
    return explained(plan, prepare(plan.request, world, plan.trip), stop)


def why_left_out(plan: Plan, place: PlaceId, world: World) -> LeftOut | None:
    """Why any one place is not in a plan, and what would help; None when it is in it."""
    if place in plan.places:
        return None
    return _left_out(plan, place, prepare(plan.request, world, plan.trip), True, fixes=True)


def _left_out(plan: Plan, place: PlaceId, task: Task, thoroughly: bool, fixes: bool) -> LeftOut:
    reason, near = why_not(plan.trip, place, task, thoroughly)
    return LeftOut(place, reason, fixes_for(plan, place, reason, near, task) if fixes else ())


def missing(trip: Trip, task: Task) -> list[PlaceId]:
    """The places that fit the request and are not in the trip: what was asked for by name first, then by worth."""
    request, there = task.request, {stop.place for stop in trip.stops()}
    asked = (*request.insisted, *request.wishes)
    fitting = []
    for place in task.world.catalogue:
        liked = not request.themes or request.themes & set(place.themes)
        if not place.is_sight or not liked or place.id in there or place.id in asked:
            continue
        if not isinstance(excluded(place.id, request, task.world), Avoided):
            fitting.append(place)
    fitting.sort(key=lambda place: (-task.points.get(place.id, 0), place.tier, place.id))
    named = [place for place in dict.fromkeys(asked) if place not in there]
    return [*named, *(place.id for place in fitting)]


def why_not(trip: Trip, place: PlaceId, task: Task, thoroughly: bool = True) -> tuple[Reason, Instead | None]:
    """The reason, and the trip that comes closest to having the place in it.

    ``thoroughly``: it is also found out what the place would take the place of.
    """
    if (never := excluded(place, task.request, task.world)) is not None:
        return never, None
    known = task.world.catalogue[place]
    there = {stop.place for stop in trip.stops()}
    if known.area in there and place not in task.insisted:
        return SeenWith(PlaceId(known.area or "")), None
    if parts := tuple(each.id for each in task.world.catalogue.sights_inside.get(place, ()) if each.id in there):
        return SeenInParts(parts), None
    free = [frame for frame in task.frames if not frame.locked]
    if not free:
        return DaysLocked(), None
    if not days_for(place, task):
        return _no_day(known, task), None
    days = tuple(frame.date for frame in free)
    if not any(known.hours.on(day) for day in days):
        closure = known.hours.closure_on(days[0])
        return ClosedThen(days, closure.why if closure else ""), None
    base = emptied(trip, task)
    left = _left(base, task)
    if task.request.budget is not None and (costs := _added_price(known, base, task)) > left:
        return OverBudget(costs, left), _with_more_money(trip, known, task) if thoroughly else None
    return _by_trying(trip, known, task, thoroughly)


def _by_trying(trip: Trip, place: Place, task: Task, thoroughly: bool) -> tuple[Reason, Instead | None]:
    tries = list(attempts(trip, place, task, thoroughly))
    works = [each for each in tries if each.works(task)]
    if works:
        best = max(works, key=lambda each: day_merit(each.trip, each.day, task) - day_merit(trip, each.day, task))
        near = Instead(best.trip, best.day)
        return (_not_worth(trip, near, task) if affordable(best.trip, task) else _dear(place, near, task)), near
    alone = list(attempts(emptied(trip, task), place, task, thoroughly))
    if not any(each.works(task) for each in alone):
        return _not_even_alone(trip, place, task, alone, thoroughly)
    if not tries:
        return EnoughAlike(()), None
    closest = min(tries, key=lambda each: late_by(each, task))
    reason, near = blamed(closest, place, task, alone=False), Instead(closest.trip, closest.day)
    vague = _is_nothing(reason)
    if isinstance(reason, EnoughAlike) or not (thoroughly or vague):
        return reason, near
    if (found := instead(trip, place, task)) is not None:
        return _instead_of(trip, found, reason, vague, task), found
    if (found := _with_more_money(trip, place, task)) is not None:
        return _dear(place, found, task), found
    return (EnoughAlike(()) if vague else reason), near


def _not_even_alone(
    trip: Trip, place: Place, task: Task, alone: list[Attempt], thoroughly: bool
) -> tuple[Reason, Instead | None]:
    """It fits into no day from where one sleeps: what is wrong on the best one, and a trip with other beds."""
    if not alone:
        return _no_day(place, task), None
    closest = min(alone, key=lambda each: late_by(each, task))
    missed = thoroughly and (place.tier == 1 or place.id in task.request.wishes)
    anew = planned_around(trip, place.id, task) if missed and open_nights(task) else None
    bare = with_stops(emptied(trip, task), closest.day, ())
    quite_alone = [each for each in attempts(bare, place, task, False) if each.day == closest.day]
    if any(each.works(task) for each in quite_alone):
        return _crowded_out(closest, place, task), anew
    return blamed(min(quite_alone, key=lambda each: late_by(each, task)), place, task, alone=True), anew


def _crowded_out(closest: Attempt, place: Place, task: Task) -> Reason:
    """What somebody insists on takes the time; or, where nothing comes too late, something else."""
    reason = no_time(closest, place, task, alone=False)
    if _is_nothing(reason):
        reason = blamed(closest, place, task, alone=False)
    return EnoughAlike(()) if _is_nothing(reason) else reason


def _is_nothing(reason: Reason) -> bool:
    """Whether it says that no time at all is missing."""
    return isinstance(reason, NoTimeLeft) and reason.missing <= timedelta()


def _no_day(place: Place, task: Task) -> Reason:
    """No day has any time; or the one day that a place is settled for is not there, is locked, or it is closed then."""
    pin = task.pin(place.id)
    frame = task.frames[min(pin.day if pin else 1, len(task.frames)) - 1]
    if frame.locked:
        return DaysLocked()
    if not place.hours.on(frame.date):
        closure = place.hours.closure_on(frame.date)
        return ClosedThen((frame.date,), closure.why if closure else "")
    return NoTimeLeft(frame.date, place.visit.usual, place.visit.usual)


def _not_worth(trip: Trip, near: Instead, task: Task) -> Reason:
    after, before = task.judge.day(near.trip, near.day).day, task.judge.day(trip, near.day).day
    return NotWorthTheWay(after.date, after.travelling - before.travelling)


def _instead_of(trip: Trip, found: Instead, reason: Reason, vague: bool, task: Task) -> Reason:
    if not found.gone:
        return _not_worth(trip, found, task)
    return reason if len(found.gone) > A_FEW and not vague else LessWorth(task.frames[found.day].date, found.gone)


def _with_more_money(trip: Trip, place: Place, task: Task) -> Instead | None:
    """Where money was no matter; None if it is none."""
    if task.request.budget is None:
        return None
    return instead(trip, place, task.changed(replace(task.request, budget=None), task.frames, task.insisted))


def _dear(place: Place, near: Instead, task: Task) -> OverBudget:
    kept = tuple(stop for stop in near.trip.days[near.day].stops if stop.place != place.id)
    without = with_stops(near.trip, near.day, kept)
    return OverBudget(price(near.trip, task) - price(without, task), _left(without, task))


def _added_price(place: Place, trip: Trip, task: Task) -> float:
    """What the tickets cost on the cheapest day, besides those that the trip pays for anyway, like an area's."""
    new, paid = new_stop(place.id), price(trip, task)
    open_ = (index for index in days_for(place.id, task) if place.hours.on(task.frames[index].date))
    return (
        min((price(with_stops(trip, index, (*trip.days[index].stops, new)), task) for index in open_), default=paid)
        - paid
    )


def _left(trip: Trip, task: Task) -> float:
    return (task.request.budget or 0.0) - price(trip, task)
