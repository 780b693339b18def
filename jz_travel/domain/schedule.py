"""What will happen: values derived from a trip. :func:`jz_travel.domain.timetable.schedule` makes them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from jz_travel.domain.places import PlaceId
from jz_travel.domain.problems import DayProblem, Problem, Severity, VisitProblem
from jz_travel.domain.travel import Leg
from jz_travel.domain.trip import DayId, StopId, Trip


@dataclass(frozen=True, slots=True)
class Visit:
    """One stop as it will happen. Between ``arrives`` and ``enters`` one waits or eats."""

    stop: StopId
    place: PlaceId
    leg: Leg | None
    arrives: datetime
    enters: datetime
    leaves: datetime
    problems: tuple[VisitProblem, ...] = ()

    @property
    def lasts(self) -> timedelta:
        """From being let in to leaving, with a lunch that falls into it; without waiting."""
        return self.leaves - self.enters

    @property
    def severity(self) -> Severity | None:
        """The worst of its problems; None when there is nothing to say."""
        return max((problem.severity for problem in self.problems), default=None)


@dataclass(frozen=True, slots=True)
class Meal:
    """A break to eat: before entering the stop ``before``, during the visit of ``during``, or at the end of the day."""

    kind: Literal["lunch", "dinner"]
    starts: datetime
    ends: datetime
    before: StopId | None = None
    during: StopId | None = None


@dataclass(frozen=True, slots=True)
class DaySchedule:
    """One day as it will happen. ``last_leg`` leads to where the day ends."""

    id: DayId
    date: date
    starts: datetime
    ends: datetime
    origin: PlaceId | None
    destination: PlaceId | None
    visits: tuple[Visit, ...]
    meals: tuple[Meal, ...]
    last_leg: Leg | None
    sunrise: datetime
    sunset: datetime
    problems: tuple[DayProblem, ...] = ()

    def legs(self) -> Iterator[Leg]:
        """Every way of the day in order, the one to its bed last; a stop that nothing leads to has none."""
        for visit in self.visits:
            if visit.leg is not None:
                yield visit.leg
        if self.last_leg is not None:
            yield self.last_leg

    @property
    def travelling(self) -> timedelta:
        """The time of all legs, as planned with; a leg that nobody knows counts as no time."""
        return sum((leg.lasts for leg in self.legs()), timedelta())

    @property
    def visiting(self) -> timedelta:
        """The time of all visits, without waiting and without meals before a visit."""
        return sum((visit.lasts for visit in self.visits), timedelta())

    @property
    def metres(self) -> float:
        """The length of all legs whose length is known."""
        return sum(leg.metres or 0.0 for leg in self.legs())

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """Those of its visits in their order, then its own."""
        return (*(problem for visit in self.visits for problem in visit.problems), *self.problems)


@dataclass(frozen=True)
class Schedule:
    """A whole trip as it will happen."""

    trip: Trip
    days: tuple[DaySchedule, ...]

    @cached_property
    def visits(self) -> Mapping[StopId, Visit]:
        """Every stop of the trip has a visit, also one whose place nobody knows."""
        return MappingProxyType({visit.stop: visit for day in self.days for visit in day.visits})

    @cached_property
    def by_day(self) -> Mapping[DayId, DaySchedule]:
        return MappingProxyType({day.id: day for day in self.days})

    def count(self, severity: Severity) -> int:
        """How many problems of exactly this severity the trip has."""
        return sum(problem.severity is severity for day in self.days for problem in day.all_problems)
