"""Whether a day works, by the real schedule and by the rules that a schedule does not know."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from jz_travel.domain.clock import at, minutes, time_of
from jz_travel.domain.places import PlaceId
from jz_travel.domain.problems import (
    AfterDark,
    EndsLate,
    MissesFixedStart,
    NoTimeForLunch,
    PlaceNotLocated,
    Problem,
    Severity,
)
from jz_travel.domain.request import Request
from jz_travel.domain.schedule import DaySchedule, Meal, Visit
from jz_travel.domain.timetable import schedule
from jz_travel.domain.trip import Day, StopId, Trip, TripId
from jz_travel.planner.comfort import is_for_the_evening, over_by, too_alike, too_full
from jz_travel.planner.frames import Frame
from jz_travel.planner.habits import DINNER_FROM, DINNER_LASTS, DINNER_UNTIL, HABITS
from jz_travel.planner.world import Careful, World

IDLE = minutes(45)
"""A gap without a meal that nobody would plan."""


@dataclass(frozen=True, slots=True)
class EveningOver:
    """A visit by day that goes on until ``leaves``, past ``evening``, by when it should be over; both times of day."""

    leaves: timedelta
    evening: timedelta


@dataclass(frozen=True, slots=True)
class NoDinner:
    """The request wants dinner, but the day is over too late for one."""


@dataclass(frozen=True, slots=True)
class IdleHours:
    """Before a visit at a fixed time the visitor stands about for more than :data:`IDLE` and a dinner."""

    lasts: timedelta


@dataclass(frozen=True, slots=True)
class LongDrive:
    """More time on the road, the day's legs together, than the visitor wants a day."""

    lasts: timedelta


@dataclass(frozen=True, slots=True)
class LongOnFoot:
    """More time in visits out of doors than the visitor wants a day."""

    lasts: timedelta


@dataclass(frozen=True, slots=True)
class TooAlike:
    """More places of one sort, or more places at all, than the pace bears; ``places``: those it counted."""

    places: tuple[PlaceId, ...]


@dataclass(frozen=True, slots=True)
class FullDay:
    """``places``: what could be left out for a rest."""

    places: tuple[PlaceId, ...]


Fault = Problem | EveningOver | NoDinner | IdleHours | LongDrive | LongOnFoot | TooAlike | FullDay


@dataclass(frozen=True, slots=True)
class Breach:
    """Something that a plan must not have. ``stop``: the visit it is about."""

    what: Fault
    stop: StopId | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """One day as it will happen, and what is wrong with it."""

    day: DaySchedule
    dinner: Meal | None
    breaches: tuple[Breach, ...]

    @property
    def works(self) -> bool:
        return not self.breaches


class Judge:
    """Looks at days. What has been looked at once is remembered.

    ``suffered``: the kinds of fault that each locked stop has in the visitor's own trip, and may go on having.
    """

    def __init__(
        self,
        request: Request,
        world: World,
        frames: tuple[Frame, ...],
        insisted: frozenset[PlaceId],
        suffered: Mapping[StopId, frozenset[type]],
    ) -> None:
        self.request, self.world, self.frames = request, world, frames
        self.insisted, self.suffered = insisted, suffered
        self._habit = HABITS[request.pace]
        self._careful = Careful(world.travel, self._habit.buffer)
        self._known: dict[tuple[object, ...], Look] = {}

    def day(self, trip: Trip, index: int) -> Look:
        """The day at ``index`` as it will happen; what was found for the same day before is given again."""
        day = trip.days[index]
        origin, destination = trip.starts_from(day.id), trip.ends_at(day.id)
        key = (index, day.stops, day.starts, day.ends_by, day.lunch, day.mode, origin, destination)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._look(day, index, origin, destination)
        return found

    def _look(self, day: Day, index: int, origin: PlaceId | None, destination: PlaceId | None) -> Look:
        frame = self.frames[index]
        alone = Trip(TripId("alone"), "", frame.date, (day,), arrival=origin, departure=destination)
        world = self.world
        happens = schedule(alone, world.catalogue, world.travel, world.daylight).days[0]
        happens = replace(happens, problems=tuple(p for p in happens.problems if p.severity >= Severity.WARNING))
        dinner, fed = dinner_of(happens, self.request, last=index == len(self.frames) - 1)
        found = [*self._of_schedule(happens), *self._of_rules(happens, frame, day)]
        if not fed:
            found.append(Breach(NoDinner()))
        found = [breach for breach in found if not self._suffered(breach)]
        if not found:
            late = schedule(alone, world.catalogue, self._careful, world.daylight).days[0]
            found = [breach for breach in self._when_late(late, frame) if not self._suffered(breach)]
        return Look(happens, dinner, tuple(found))

    def _suffered(self, breach: Breach) -> bool:
        """What was already wrong with a stop that the visitor locked."""
        return breach.stop is not None and type(breach.what) in self.suffered.get(breach.stop, ())

    def _of_schedule(self, day: DaySchedule) -> Iterator[Breach]:
        for visit in day.visits:
            for problem in visit.problems:
                if problem.severity >= Severity.WARNING and not self._accepted(problem, visit):
                    yield Breach(problem, visit.stop)
        for about_day in day.problems:
            if isinstance(about_day, (EndsLate, NoTimeForLunch)):
                yield Breach(about_day)

    def _accepted(self, problem: Problem, visit: Visit) -> bool:
        return isinstance(problem, PlaceNotLocated) and visit.place in self.insisted

    def _when_late(self, day: DaySchedule, frame: Frame) -> Iterator[Breach]:
        """What no longer works when the ways take longer."""
        for visit in day.visits:
            for problem in visit.problems:
                if isinstance(problem, MissesFixedStart) and self._may_come_later(visit.place, frame):
                    continue
                if problem.severity is Severity.CLASH or isinstance(problem, AfterDark):
                    yield Breach(problem, visit.stop)
        yield from (Breach(problem) for problem in day.problems if isinstance(problem, EndsLate))
        yield from self._too_late(day, frame)

    def _may_come_later(self, place: PlaceId, frame: Frame) -> bool:
        """An evening begins when the planner says, unless the visitor said it."""
        known, pinned = self.world.catalogue.get(place), {pin.place for pin in self.request.pins}
        return known is not None and is_for_the_evening(known, frame) and place not in pinned

    def _of_rules(self, happens: DaySchedule, frame: Frame, day: Day) -> Iterator[Breach]:
        catalogue, request, insisted, habit = self.world.catalogue, self.request, self.insisted, self._habit
        fixed = {stop.id: stop for stop in day.stops if stop.starts is not None}
        for visit in happens.visits:
            if visit.place not in catalogue:
                continue
            if visit.stop in fixed and (gap := _idle(visit, happens)) > IDLE + DINNER_LASTS:
                yield Breach(IdleHours(gap), visit.stop)
        if request.driving is not None and happens.travelling > request.driving:
            yield Breach(LongDrive(happens.travelling))
        if request.on_foot is not None and (walked := on_foot(happens, self.world)) > request.on_foot:
            yield Breach(LongOnFoot(walked))
        yield from self._too_late(happens, frame)
        if alike := too_alike(day.stops, catalogue, insisted, habit):
            yield Breach(TooAlike(alike))
        if full := too_full(day.stops, catalogue, insisted, habit, frame):
            yield Breach(FullDay(full))

    def _too_late(self, happens: DaySchedule, frame: Frame) -> Iterator[Breach]:
        for visit in happens.visits:
            place = self.world.catalogue.get(visit.place)
            if place is None or visit.place in self.insisted or is_for_the_evening(place, frame):
                continue
            enters, leaves = time_of(visit.enters, frame.date), time_of(visit.leaves, frame.date)
            inside = [each for each in place.hours.through_the_night(frame.date) if each.opens <= enters <= each.closes]
            if inside and leaves > (over := over_by(place, leaves - enters, inside[0], frame)):
                yield Breach(EveningOver(leaves, over), visit.stop)


def on_foot(day: DaySchedule, world: World) -> timedelta:
    """The time of all visits out of doors."""
    places = world.catalogue
    return sum((v.lasts for v in day.visits if v.place in places and places[v.place].outdoor), timedelta())


def _idle(visit: Visit, day: DaySchedule) -> timedelta:
    eaten = sum((meal.ends - meal.starts for meal in day.meals if meal.before == visit.stop), timedelta())
    return visit.enters - visit.arrives - eaten


def dinner_of(day: DaySchedule, request: Request, last: bool) -> tuple[Meal | None, bool]:
    """When dinner is eaten, and whether nobody goes hungry: before an evening visit, else where the day ends.

    On the last day people eat on the way or at home.
    """
    if not request.dinner or not day.visits:
        return None, True
    first, latest = at(day.date, DINNER_FROM), at(day.date, DINNER_UNTIL)
    for visit in day.visits:
        starts = max(visit.arrives, first)
        if starts <= latest and starts + DINNER_LASTS <= visit.enters:
            return Meal("dinner", starts, starts + DINNER_LASTS, before=visit.stop), True
    starts = max(day.ends, first)
    if last and (day.ends < first or day.ends > latest):
        return None, True
    if starts > latest:
        return None, last
    return Meal("dinner", starts, starts + DINNER_LASTS), True
