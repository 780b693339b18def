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
from jz_travel.domain.trip import Stop, Trip
from jz_travel.planner.blame import Attempt, attempts, blamed, late_by, no_time
from jz_travel.planner.conflicts import conflicts
from jz_travel.planner.cost import of_trip
from jz_travel.planner.fixes import fixes_for
from jz_travel.planner.mend import affordable, price, with_stops
from jz_travel.planner.merit import day_merit
from jz_travel.planner.polish import put_in
from jz_travel.planner.settle import settled
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

    Unless it is for ``every`` one, only what was asked for by name gets its reason.
    """
    left = []
    asked = {*task.request.insisted, *task.request.wishes}
    for number, place in enumerate(missing(plan.trip, task)[:MOST_REASONS]):
        if not every and place not in asked:
            break
        wanted = number < WITH_FIXES or place in task.request.wishes or place in task.insisted
        left.append(_left_out(plan, place, task, wanted, fixes=wanted and not stop()))
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
    reason, attempt = why_not(plan.trip, place, task, thoroughly)
    return LeftOut(place, reason, fixes_for(plan, place, reason, attempt, task) if fixes else ())


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


def why_not(trip: Trip, place: PlaceId, task: Task, thoroughly: bool = True) -> tuple[Reason, Attempt | None]:
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
    days = tuple(frame.date for frame in free)
    if not any(known.hours.on(day) for day in days):
        closure = known.hours.closure_on(days[0])
        return ClosedThen(days, closure.why if closure else ""), None
    needed = _emptied(trip, task)
    left = _left(needed, task)
    if task.request.budget is not None and (costs := _price_of(known, task)) > left:
        return OverBudget(costs, left), None
    return _by_trying(trip, known, task, thoroughly)


def _by_trying(trip: Trip, place: Place, task: Task, thoroughly: bool) -> tuple[Reason, Attempt | None]:
    tries = list(attempts(trip, place, task, thoroughly))
    works = [each for each in tries if each.works(task)]
    if works:
        best = max(works, key=lambda each: day_merit(each.trip, each.day, task) - day_merit(trip, each.day, task))
        if not affordable(best.trip, task):
            return OverBudget(price(best.trip, task) - price(trip, task), _left(trip, task)), best
        looks = task.judge.day(best.trip, best.day), task.judge.day(trip, best.day)
        return NotWorthTheWay(looks[0].day.date, looks[0].day.travelling - looks[1].day.travelling), best
    alone = list(attempts(_emptied(trip, task), place, task, thoroughly))
    if not any(each.works(task) for each in alone):
        closest = min(alone, key=lambda each: late_by(each, task), default=None)
        if closest is None:
            return DaysLocked(), None
        bare = with_stops(_emptied(trip, task), closest.day, ())
        crowded_out = any(each.works(task) for each in attempts(bare, place, task, False) if each.day == closest.day)
        return (no_time(closest, place, task, False) if crowded_out else blamed(closest, place, task, alone=True)), None
    if not tries:
        return EnoughAlike(()), None
    closest = min(tries, key=lambda each: late_by(each, task))
    reason = blamed(closest, place, task, alone=False)
    vague = isinstance(reason, NoTimeLeft) and reason.missing <= timedelta()
    if isinstance(reason, EnoughAlike) or not (thoroughly or vague):
        return reason, closest
    instead = _instead(trip, place, task)
    if instead is None or (len(instead[1]) > A_FEW and not vague):
        return reason, instead[0] if instead else closest
    attempt, dropped = instead
    return LessWorth(task.frames[attempt.day].date, dropped), attempt


def _price_of(place: Place, task: Task) -> float:
    """What the tickets cost on the first day that the place is open."""
    day = next(frame.date for frame in task.frames if place.hours.on(frame.date))
    return of_trip([(place.id, day)], task.world.catalogue, task.request.party).yuan


def _left(trip: Trip, task: Task) -> float:
    return (task.request.budget or 0.0) - price(trip, task)


def _emptied(trip: Trip, task: Task) -> Trip:
    """Only what the visitor insists on."""
    for index, frame in enumerate(task.frames):
        if not frame.locked:
            kept = tuple(stop for stop in trip.days[index].stops if stop.locked or stop.place in task.insisted)
            trip = with_stops(trip, index, kept)
    return trip


def _instead(trip: Trip, place: Place, task: Task) -> tuple[Attempt, tuple[PlaceId, ...]] | None:
    """The trip with the place in it and as little as possible taken out of its day."""
    best: tuple[float, Attempt, tuple[PlaceId, ...]] | None = None
    base = _emptied(trip, task)
    for index in {each.day for each in attempts(base, place, task)}:
        day = with_stops(trip, index, base.days[index].stops)
        found = [each for each in attempts(day, place, task) if each.day == index and each.works(task)]
        if not found:
            continue
        attempt, dropped = _filled_up(found, trip, index, task)
        loss = day_merit(trip, index, task) - day_merit(attempt.trip, index, task)
        if affordable(attempt.trip, task) and (best is None or loss < best[0]):
            best = loss, attempt, dropped
    return None if best is None else best[1:]


def _filled_up(found: list[Attempt], trip: Trip, index: int, task: Task) -> tuple[Attempt, tuple[PlaceId, ...]]:
    """The day's own stops put back one by one, the best first, as long as the day works."""
    attempt = max(found, key=lambda each: day_merit(each.trip, index, task))
    there = {stop.place for stop in attempt.trip.days[index].stops}
    dropped: list[PlaceId] = []
    stops = [stop for stop in trip.days[index].stops if stop.place not in there]
    for stop in sorted(stops, key=lambda each: -task.points_on(each.place, index, each.stay)):
        back = _with_stop_back(attempt, stop, task)
        if back is None:
            dropped.append(stop.place)
        else:
            attempt = back
    return attempt, tuple(dropped)


def _with_stop_back(attempt: Attempt, stop: Stop, task: Task) -> Attempt | None:
    for order in put_in(attempt.trip.days[attempt.day].stops, stop):
        tried = Attempt(settled(with_stops(attempt.trip, attempt.day, order), attempt.day, task.judge), attempt.day)
        if tried.works(task):
            return tried
    return None
