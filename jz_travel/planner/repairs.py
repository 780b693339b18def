"""A trip put right when something goes wrong: what is done and locked stays, the rest changes as little as it can."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from jz_travel.domain.clock import hours, minutes, time_of
from jz_travel.domain.places import Place, PlaceId
from jz_travel.domain.repairs import Change, Disruption, Late, Rain, Repair, Tired
from jz_travel.domain.schedule import Schedule
from jz_travel.domain.timetable import schedule
from jz_travel.domain.trip import Stop, StopId, Trip
from jz_travel.planner.answer import plan_of
from jz_travel.planner.checking import asked
from jz_travel.planner.happened import as_it_goes_on, changed_world
from jz_travel.planner.judge import Judge
from jz_travel.planner.mend import affordable, mended_day, with_stops
from jz_travel.planner.merit import merit
from jz_travel.planner.planning import never
from jz_travel.planner.polish import filled, named, new_stop, polished
from jz_travel.planner.search import LOOKS, Layout, offered
from jz_travel.planner.settle import settled
from jz_travel.planner.task import Memory, Task, prepare
from jz_travel.planner.world import World
from jz_travel.planner.worth import is_steep, worth

IN_THE_TRIP = 400
"""Points for staying in the trip at all, and as many again for staying on the same day."""
IN_THE_RAIN = 0.8  # of a visit's points are lost out of doors
A_LONG_VISIT = hours(4)
A_FEW = 8
UNDER_A_ROOF = 2.0
"""What has a roof is then liked like what one likes most, whatever that is."""
A_SHORT_DAY = hours(16)
WORTH_SAYING = minutes(15)


def repaired(
    trip: Trip, disruption: Disruption, now: datetime, world: World, stop: Callable[[], bool] = never
) -> Repair:
    """The trip from ``now`` on, put right. What lies before is kept, and so is what the visitor locked."""
    before, as_it_was = schedule(trip, world.catalogue, world.travel, world.daylight), world
    today = next((index for index, day in enumerate(before.days) if day.date >= now.date()), len(before.days))
    world = changed_world(world, disruption, before, now)
    goes_on = as_it_goes_on(trip, before, disruption, now, today, world)
    task = _task(goes_on, disruption, now, world, today, before)
    held = task.current or goes_on
    touched = _touched(held, disruption, task, as_it_was, {today} if goes_on != trip else set())
    found = _eased(held, disruption, task)
    for index in sorted(touched):
        found = mended_day(found, index, task)
    found = _with_lost(found, held, task)
    here = replace(task, frames=tuple(replace(f, locked=n not in touched) for n, f in enumerate(task.frames)))
    new = _fitting(found, disruption, task)
    found = polished(found, here, new, stop, LOOKS)
    for index in sorted(touched):
        found = _not_idle(found, index, here, new, stop)
    found = _with_lost(found, held, task)
    found = _unlocked(found, trip)
    plan = plan_of(found, task)
    return Repair(plan, changes(before, plan.schedule))


def _touched(trip: Trip, disruption: Disruption, task: Task, as_it_was: World, otherwise: set[int]) -> set[int]:
    """The days that something new is wrong with, and those that go on ``otherwise``; what was wrong before is left as
    the visitor has it.
    """
    free = {index for index, frame in enumerate(task.frames) if not frame.locked}
    match disruption:
        case Rain(day) | Tired(day):
            return {day} & free
        case Late():
            return otherwise & free
    judge = Judge(task.request, as_it_was, task.frames, task.insisted, task.judge.suffered)
    new = (day for day in free if set(task.judge.day(trip, day).breaches) - set(judge.day(trip, day).breaches))
    return {*new, *otherwise} & free


def _with_lost(trip: Trip, before: Trip, task: Task) -> Trip:
    """What had to go put back on any day that has room for it."""
    there = {stop.place for stop in trip.stops()}
    gone = [task.world.catalogue.get(stop.place) for stop in before.stops() if stop.place not in there]
    return filled(trip, task, [place for place in gone if place is not None and not _clashes(place, there, task)])


def _not_idle(trip: Trip, index: int, task: Task, places: list[Place], stop: Callable[[], bool]) -> Trip:
    """A day that lost everything begun anew: alone no visit may be worth the way that several are."""
    if trip.days[index].stops:
        return trip
    there = {stop.place for stop in trip.stops()}
    new = (place for place in places if place.id not in there)
    worth_most = sorted(new, key=lambda place: -task.points_on(place.id, index))[:A_FEW]
    tries = [trip]
    for place in worth_most:
        alone = settled(with_stops(trip, index, (new_stop(place.id),)), index, task.judge)
        if task.judge.day(alone, index).works and affordable(alone, task):
            tries.append(polished(named(alone), task, places, stop))
    return max(tries, key=lambda each: merit(each, task))


def _fitting(trip: Trip, disruption: Disruption, task: Task) -> list[Place]:
    """What could come new: neither part of what is there, nor the area around it. An area that nobody wants on such a
    day is offered in parts: some of them are short, or have a roof.
    """
    there = {stop.place for stop in trip.stops()}
    whole = (
        area
        for area, sights in task.areas.items()
        if not set(sights) & there and not _is_unwanted(task.candidates[area], disruption, task)
    )
    return [place for place in offered(task, Layout(frozenset(whole), ())) if not _clashes(place, there, task)]


def _is_unwanted(place: Place, disruption: Disruption, task: Task) -> bool:
    match disruption:
        case Rain():
            return place.outdoor
        case Tired():
            return place.visit.usual >= A_LONG_VISIT or is_steep(place, task.world.catalogue)
    return False


def _clashes(place: Place, there: set[PlaceId], task: Task) -> bool:
    return place.area in there or bool(_parts(place.id, task) & there)


def _eased(trip: Trip, disruption: Disruption, task: Task) -> Trip:
    """Without what somebody who is tired should not do on that day."""
    if not isinstance(disruption, Tired) or disruption.day >= len(trip.days):
        return trip
    free = [stop for stop in trip.days[disruption.day].stops if not stop.locked and stop.place not in task.insisted]
    known = {stop.id: task.world.catalogue.get(stop.place) for stop in free}
    tiring = {stop for stop, place in known.items() if place and _is_unwanted(place, disruption, task)}
    kept = tuple(stop for stop in trip.days[disruption.day].stops if stop.id not in tiring)
    return with_stops(trip, disruption.day, kept)


def changes(before: Schedule, after: Schedule) -> tuple[Change, ...]:
    """What is gone, then what is new, then what happens on another day or at another time."""
    was, now = _when(before), _when(after)
    found = [Change(place, was.get(place), now.get(place)) for place in dict.fromkeys((*was, *now))]
    return tuple(sorted((change for change in found if _differs(change)), key=_order))


def _when(happens: Schedule) -> dict[PlaceId, tuple[int, timedelta]]:
    days = enumerate(happens.days)
    return {visit.place: (index, time_of(visit.enters, day.date)) for index, day in days for visit in day.visits}


def _differs(change: Change) -> bool:
    if change.was is None or change.now is None:
        return True
    return change.was[0] != change.now[0] or abs(change.was[1] - change.now[1]) >= WORTH_SAYING


def _order(change: Change) -> tuple[int, tuple[int, timedelta]]:
    if change.now is None:
        return (0, change.was or (0, timedelta()))
    if change.was is None:
        return (1, change.now)
    return (2 if change.was[0] != change.now[0] else 3, change.now)


def _task(trip: Trip, disruption: Disruption, now: datetime, world: World, today: int, before: Schedule) -> Task:
    request = asked(trip)
    past = tuple(range(1, today + 1))
    request = replace(request, locked_days=tuple(dict.fromkeys((*request.locked_days, *past))))
    done = {visit.stop for day in before.days for visit in day.visits if visit.enters <= now}
    held = _locking(trip, done)
    task = prepare(request, world, held)
    its_frames = list(task.frames)
    for index, day in enumerate(trip.days):
        frame = its_frames[index]
        begun = sum(stop.id in done for stop in day.stops)
        its_frames[index] = replace(
            frame, starts=day.starts, earliest=day.starts, ends_by=day.ends_by, none=False, done=begun
        )
        if isinstance(disruption, Tired) and disruption.day == index:
            its_frames[index] = replace(its_frames[index], evening=min(frame.evening, A_SHORT_DAY))
    task = task.changed(request, tuple(its_frames), task.insisted)
    return replace(task, current=held, adjusted=_adjusted(task, trip, disruption), memory=Memory())


def _adjusted(task: Task, trip: Trip, disruption: Disruption) -> dict[tuple[PlaceId, int], int]:
    """Places of the trip are worth more than others, and little what nobody wants on such a day."""
    found: dict[tuple[PlaceId, int], int] = {}
    for index, day in enumerate(trip.days):
        for stop in day.stops:
            for other in range(len(trip.days)):
                found[stop.place, other] = IN_THE_TRIP * (2 if other == index else 1)
    if isinstance(disruption, (Rain, Tired)):
        for place in task.candidates.values():
            key = place.id, disruption.day
            found[key] = _instead(place, disruption, task, found.get(key, 0))
    return found


def _instead(place: Place, disruption: Rain | Tired, task: Task, before: int) -> int:
    """Points more or less on a wet day or a tired one: there something else is liked than usual."""
    points = task.points_on(place.id, disruption.day)
    if _is_unwanted(place, disruption, task):
        return -round(points * (IN_THE_RAIN if isinstance(disruption, Rain) else 1))
    if isinstance(disruption, Tired):
        return before
    return before + max(0, round(UNDER_A_ROOF * worth(place, task.request, (), task.world.catalogue)) - points)


def _parts(area: PlaceId, task: Task) -> set[PlaceId]:
    return {place.id for place in task.world.catalogue.sights_inside.get(area, ())}


def _locking(trip: Trip, done: set[StopId]) -> Trip:
    for index, day in enumerate(trip.days):
        trip = with_stops(
            trip, index, tuple(replace(stop, locked=stop.locked or stop.id in done) for stop in day.stops)
        )
    return trip


def _unlocked(trip: Trip, like: Trip) -> Trip:
    """Locks as the visitor set them."""
    was = {stop.id: stop.locked for stop in like.stops()}

    def as_before(stop: Stop) -> Stop:
        return replace(stop, locked=was.get(stop.id, False))

    for index, day in enumerate(trip.days):
        trip = with_stops(trip, index, tuple(as_before(stop) for stop in day.stops))
    return trip.with_request(like.request)
