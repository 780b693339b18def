"""From a trip to its schedule: legs, opening intervals, meals, daylight, and what clashes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from jz_travel.domain.clock import at, hours, minutes
from jz_travel.domain.opening import Interval
from jz_travel.domain.places import Catalogue, Place, PlaceId
from jz_travel.domain.problems import (
    AfterDark,
    ArrivesAfterClosing,
    ArrivesAfterLastEntry,
    ClosedThatDay,
    ClosesDuringVisit,
    DayProblem,
    EndsLate,
    HoursNotKnown,
    MissesFixedStart,
    NoLodging,
    NoTimeForLunch,
    PartOfAnotherVisit,
    PlaceNotLocated,
    RushedVisit,
    UnknownPlace,
    VisitedTwice,
    VisitProblem,
    WaitsForOpening,
)
from jz_travel.domain.schedule import DaySchedule, Meal, Schedule, Visit
from jz_travel.domain.travel import How, Leg, Travel
from jz_travel.domain.trip import Day, Stop, StopId, Trip

Daylight = Callable[[date], tuple[timedelta, timedelta]]
"""Sunrise and sunset of a date as times of day."""

LUNCH_FROM = hours(11, 30)
LUNCH_EARLIEST = hours(11)  # when there is no chance later
LUNCH_UNTIL = hours(13, 30)  # the latest start
LUNCH_LASTS = minutes(45)
STAY_WITH_LUNCH = hours(4)  # a visit this long has its meal inside its usual time
WAIT_WORTH_SAYING = minutes(20)
TOLERANCE = minutes(5)  # later than a fixed start by so much is still on time


def schedule(trip: Trip, catalogue: Catalogue, travel: Travel, daylight: Daylight) -> Schedule:
    """What will happen when the trip is carried out. Never fails: what does not work is a problem in the result."""
    seen: dict[PlaceId, StopId] = {}
    areas = frozenset(stop.place for stop in trip.stops() if stop.place in catalogue.sights_inside)
    world = _World(catalogue, travel, daylight, areas, seen)
    return Schedule(trip, tuple(_schedule_day(trip, day, world) for day in trip.days))


@dataclass(frozen=True, slots=True)
class _World:
    catalogue: Catalogue
    travel: Travel
    daylight: Daylight
    areas_visited: frozenset[PlaceId]
    seen: dict[PlaceId, StopId]


@dataclass(slots=True)
class _Walk:
    """The state while one day is walked through."""

    day: Day
    date: date
    clock: timedelta
    here: PlaceId | None
    sunrise: timedelta
    sunset: timedelta
    lunch_open: bool
    visits: list[Visit] = field(default_factory=list)
    meals: list[Meal] = field(default_factory=list)
    problems: list[DayProblem] = field(default_factory=list)

    def eat(self, starts: timedelta, before: StopId | None = None, during: StopId | None = None) -> timedelta:
        """Lunch from ``starts``; returns when it is over."""
        self.lunch_open = False
        ends = starts + LUNCH_LASTS
        self.meals.append(Meal("lunch", at(self.date, starts), at(self.date, ends), before, during))
        return ends

    def skip_lunch(self) -> None:
        self.lunch_open = False
        self.problems.append(NoTimeForLunch())


def _schedule_day(trip: Trip, day: Day, world: _World) -> DaySchedule:
    the_date = trip.date_of(day.id)
    sunrise, sunset = world.daylight(the_date)
    origin, destination = trip.starts_from(day.id), trip.ends_at(day.id)
    walk = _Walk(day, the_date, day.starts, origin, sunrise, sunset, day.lunch and day.starts < LUNCH_UNTIL)
    for end in dict.fromkeys((origin, destination)):
        if end is not None and end not in world.catalogue:
            walk.problems.append(UnknownPlace(end))
    for stop in day.stops:
        place = world.catalogue.get(stop.place)
        if place is None:
            moment = at(the_date, walk.clock)
            walk.visits.append(Visit(stop.id, stop.place, None, moment, moment, moment, (UnknownPlace(stop.place),)))
        else:
            _visit(walk, stop, place, world)
    last_leg = _go_home(walk, destination, world)
    if walk.clock > day.ends_by:
        walk.problems.append(EndsLate(walk.clock, day.ends_by))
    if day.lodging is None and day is not trip.days[-1]:
        walk.problems.append(NoLodging())
    return DaySchedule(
        id=day.id,
        date=the_date,
        starts=at(the_date, day.starts),
        ends=at(the_date, walk.clock),
        origin=origin,
        destination=destination,
        visits=tuple(walk.visits),
        meals=tuple(walk.meals),
        last_leg=last_leg,
        sunrise=at(the_date, sunrise),
        sunset=at(the_date, sunset),
        problems=tuple(walk.problems),
    )


def _leg(walk: _Walk, destination: PlaceId | None, world: _World) -> Leg | None:
    known = walk.here in world.catalogue and destination in world.catalogue
    if walk.here is None or destination is None or not known:
        return None
    return world.travel.leg(walk.here, destination, walk.day.mode)


def _go_home(walk: _Walk, destination: PlaceId | None, world: _World) -> Leg | None:
    if not walk.visits:
        return None
    leg = _leg(walk, destination, world)
    back = walk.clock + (leg.lasts if leg else timedelta())
    if walk.lunch_open and back > LUNCH_UNTIL:
        if LUNCH_EARLIEST <= walk.clock <= LUNCH_UNTIL:
            walk.clock = walk.eat(walk.clock)
        else:
            walk.skip_lunch()
    walk.clock += leg.lasts if leg else timedelta()
    return leg


def _visit(walk: _Walk, stop: Stop, place: Place, world: _World) -> None:
    leg = _leg(walk, place.id, world)
    way = leg.lasts if leg else timedelta()
    stay = stop.stay or place.visit.usual
    intervals = place.hours.through_the_night(walk.date)
    if walk.lunch_open and LUNCH_EARLIEST <= walk.clock <= LUNCH_UNTIL < walk.clock + way:
        if _lunch_spoils(walk.clock + way, stay, stop, intervals):
            walk.skip_lunch()
        else:
            walk.clock = walk.eat(walk.clock, before=stop.id)
    arrives = walk.clock + way
    enters, leaves = _sit_down(walk, stop, arrives, stay, intervals)
    problems = [
        *_time_problems(stop, arrives, enters, leaves, intervals, place, walk),
        *_place_problems(place, leg, world),
    ]
    moment = walk.date
    walk.visits.append(
        Visit(stop.id, place.id, leg, at(moment, arrives), at(moment, enters), at(moment, leaves), tuple(problems))
    )
    walk.clock, walk.here = leaves, place.id
    world.seen.setdefault(place.id, stop.id)


def _sit_down(
    walk: _Walk, stop: Stop, arrives: timedelta, stay: timedelta, intervals: tuple[Interval, ...]
) -> tuple[timedelta, timedelta]:
    """When one enters and leaves, lunch included where this is the time for it."""
    enters = _entry(arrives, stay, stop, intervals)
    if not walk.lunch_open:
        return enters, enters + stay
    meal = max(arrives, LUNCH_FROM)
    if meal <= LUNCH_UNTIL and meal + LUNCH_LASTS <= enters:  # while waiting
        walk.eat(meal, before=stop.id)
        return enters, enters + stay
    last_chance = enters + stay > LUNCH_UNTIL
    now = LUNCH_FROM <= arrives <= LUNCH_UNTIL or (last_chance and LUNCH_EARLIEST <= arrives <= LUNCH_UNTIL)
    if now and not _lunch_spoils(arrives, stay, stop, intervals):
        enters = _entry(walk.eat(arrives, before=stop.id), stay, stop, intervals)
    elif last_chance and enters <= LUNCH_UNTIL:
        starts = max(enters, hours(12))
        longer = enters + stay + (timedelta() if stay >= STAY_WITH_LUNCH else LUNCH_LASTS)
        leaves = max(longer, starts + LUNCH_LASTS)
        if not _doors_hold(enters, stay, intervals) or _doors_hold(enters, leaves - enters, intervals):
            walk.eat(starts, during=stop.id)
            return enters, leaves
        walk.skip_lunch()
    elif last_chance:
        walk.skip_lunch()
    return enters, enters + stay


def _lunch_spoils(arrives: timedelta, stay: timedelta, stop: Stop, intervals: tuple[Interval, ...]) -> bool:
    """Whether eating first makes one too late for the doors or the fixed start, where one would be in time."""
    later = arrives + LUNCH_LASTS
    in_time = _doors_hold(_entry(arrives, stay, stop, intervals), stay, intervals)
    if in_time and not _doors_hold(_entry(later, stay, stop, intervals), stay, intervals):
        return True
    return stop.starts is not None and arrives <= stop.starts + TOLERANCE < later


def _doors_hold(enters: timedelta, stay: timedelta, intervals: tuple[Interval, ...]) -> bool:
    """Whether one is let in and may stay to the end."""
    return any(each.opens <= enters <= each.last_entry and enters + stay <= each.closes for each in intervals)


def _entry(earliest: timedelta, stay: timedelta, stop: Stop, intervals: tuple[Interval, ...]) -> timedelta:
    """When one gets in: the first interval that holds the whole stay, else the first that lets one in at all."""
    if stop.starts is not None:
        earliest = max(earliest, stop.starts)
    entries = [(max(earliest, interval.opens), interval) for interval in intervals]
    let_in = [(enters, interval) for enters, interval in entries if enters <= interval.last_entry]
    for enters, interval in let_in:
        if enters + stay <= interval.closes:
            return enters
    return let_in[0][0] if let_in else earliest


def _time_problems(
    stop: Stop,
    arrives: timedelta,
    enters: timedelta,
    leaves: timedelta,
    intervals: tuple[Interval, ...],
    place: Place,
    walk: _Walk,
) -> list[VisitProblem]:
    problems: list[VisitProblem] = []
    inside = next((each for each in intervals if each.opens <= enters <= each.last_entry), None)
    if not intervals:
        closure = place.hours.closure_on(walk.date)
        problems.append(ClosedThatDay(walk.date, closure.why if closure else ""))
    elif inside is None:
        latest = intervals[-1]
        if enters >= latest.closes:
            problems.append(ArrivesAfterClosing(latest.closes, enters))
        else:
            problems.append(ArrivesAfterLastEntry(latest.last_entry, enters))
    elif leaves > inside.closes:
        problems.append(ClosesDuringVisit(inside.closes, leaves - inside.closes))
    if stop.starts is not None and arrives > stop.starts + TOLERANCE:
        problems.append(MissesFixedStart(stop.starts, arrives))
    there = at(walk.date, arrives)
    eaten = sum((LUNCH_LASTS for meal in walk.meals if meal.before == stop.id and meal.starts >= there), timedelta())
    wait = enters - (arrives if stop.starts is None else max(arrives, stop.starts)) - eaten
    if inside is not None and enters == inside.opens and wait >= WAIT_WORTH_SAYING:
        problems.append(WaitsForOpening(inside.opens, wait))
    if place.outdoor and (leaves > walk.sunset or enters < walk.sunrise):
        problems.append(AfterDark(walk.sunrise, walk.sunset))
    if stop.stay is not None and stop.stay < place.visit.short:
        problems.append(RushedVisit(place.visit.short))
    if place.hours.assumed:
        problems.append(HoursNotKnown())
    return problems


def _place_problems(place: Place, leg: Leg | None, world: _World) -> list[VisitProblem]:
    problems: list[VisitProblem] = []
    if place.id in world.seen:
        problems.append(VisitedTwice(world.seen[place.id]))
    if place.area in world.areas_visited and place.area is not None:
        problems.append(PartOfAnotherVisit(place.area))
    if leg is not None and leg.how is How.UNKNOWN:
        problems.append(PlaceNotLocated(None))
    elif leg is not None and leg.how is How.ROUGH and world.catalogue.position_of(place) is None:
        problems.append(PlaceNotLocated(world.catalogue.county_seat(place)))
    return problems
