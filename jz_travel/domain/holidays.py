"""Holidays, worked weekends and seasons; and from them how full a day is likely to be: an estimate with its inputs."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import Literal

from jz_travel.domain.clock import DAY
from jz_travel.domain.opening import Season
from jz_travel.domain.places import PlaceId
from jz_travel.domain.statistics import Event
from jz_travel.domain.texts import Evidence, SourceId, Text

SATURDAY = 6
NEAR = 4 * DAY
LONG = frozenset({Event.NATIONAL_DAY, Event.MAY_DAY})
"""The holidays on which Yuntai Mountain counted most visits a day; the figures are in ``assets/statistics``."""


class Level(IntEnum):
    """How full a day is likely to be. Four steps: more would pretend to know."""

    QUIET = 1
    LIVELY = 2
    BUSY = 3
    PACKED = 4


@dataclass(frozen=True, slots=True)
class Holiday:
    """Free days in a row, both ends included, with the weekends that they join."""

    event: Event
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days, both ends included."""
        return (self.last - self.first) // DAY + 1

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """``official``: announced, with worked weekends. ``statutory``: only what the law says; the rest is not out yet."""

    year: int
    status: Literal["official", "statutory"]
    holidays: tuple[Holiday, ...]
    workdays: tuple[date, ...]
    source: SourceId


@dataclass(frozen=True, slots=True)
class NaturalSeason:
    """What nature shows in a part of the year, like red leaves: at these places only, as ``evidence`` says."""

    id: str
    name: Text
    text: Text
    season: Season
    places: tuple[PlaceId, ...]
    evidence: Evidence

    def at(self, place: PlaceId | None) -> bool:
        """Whether it shows at a place; None asks for the whole city, where every season shows somewhere."""
        return place is None or place in self.places


@dataclass(frozen=True, slots=True)
class DayLoad:
    """What the bureau itself says about how full a day is, in the city (``place`` None) or at a place."""

    day: date
    level: Level
    source: str
    place: PlaceId | None = None
    note: str = ""
    id: str = ""
    version: int = 0

    @property
    def key(self) -> str:
        """What there can be only one of."""
        return f"{self.day.isoformat()}|{self.place or ''}"


@dataclass(frozen=True, slots=True)
class Announcement:
    """What the bureau announces: a place is closed, or something happens there. ``place`` None: in the whole city."""

    kind: Literal["closure", "event"]
    first: date
    last: date
    name: str
    source: str
    place: PlaceId | None = None
    note: str = ""
    id: str = ""
    version: int = 0

    @property
    def key(self) -> str:
        return "|".join((self.kind, self.place or "", self.first.isoformat(), self.name))

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class InHoliday:
    """The ``number``-th day of a holiday. First and last days are spent partly on the road."""

    holiday: Holiday
    number: int

    @property
    def at_an_end(self) -> bool:
        """Whether it is the first or the last day, when people travel."""
        return self.number in (1, self.holiday.days)


@dataclass(frozen=True, slots=True)
class Weekend:
    """A Saturday or Sunday that is neither worked nor part of a holiday."""


@dataclass(frozen=True, slots=True)
class Workday:
    """An ordinary Monday to Friday: the quietest kind of day."""


@dataclass(frozen=True, slots=True)
class WorkedWeekend:
    """A Saturday or Sunday worked for a holiday."""


@dataclass(frozen=True, slots=True)
class InSeason:
    """The place is in one of its natural seasons on the day, which makes it a step fuller."""

    season: NaturalSeason


@dataclass(frozen=True, slots=True)
class StatutoryOnly:
    """Which days around the statutory ones are free is not announced yet; ``near``: this day may be one of them."""

    year: int
    near: bool = False


@dataclass(frozen=True, slots=True)
class CalendarUnknown:
    """No calendar of that year is shipped: only the weekday, the season and the bureau tell how full it is."""

    year: int


@dataclass(frozen=True, slots=True)
class SaidByBureau:
    """The bureau's own word on this day; it goes before every rule."""

    entry: DayLoad


Input = InHoliday | Weekend | Workday | WorkedWeekend | InSeason | StatutoryOnly | CalendarUnknown | SaidByBureau


@dataclass(frozen=True, slots=True)
class Load:
    """An estimate, not a count: by rules that anyone can read off ``inputs``."""

    day: date
    level: Level
    inputs: tuple[Input, ...]

    @property
    def holiday(self) -> Holiday | None:
        """The holiday that the day belongs to; None on other days."""
        return next((each.holiday for each in self.inputs if isinstance(each, InHoliday)), None)

    @property
    def said(self) -> DayLoad | None:
        """The bureau's own entry, where there is one."""
        return next((each.entry for each in self.inputs if isinstance(each, SaidByBureau)), None)


@dataclass(frozen=True)
class HolidayCalendar:
    """What is known of free days, seasons and the bureau's own word; a year without data is unknown, not quiet."""

    years: tuple[HolidayYear, ...] = ()
    seasons: tuple[NaturalSeason, ...] = ()
    entries: tuple[DayLoad, ...] = ()
    """What the bureau says itself."""
    closures: tuple[Announcement, ...] = ()
    """What it announces: closures and events."""

    @cached_property
    def _entry_by_day(self) -> dict[tuple[date, PlaceId | None], DayLoad]:
        return {(each.day, each.place): each for each in self.entries}

    @cached_property
    def _holiday_by_day(self) -> dict[date, Holiday]:
        every = (holiday for year in self.years for holiday in year.holidays)
        return {each.first + number * DAY: each for each in every for number in range(each.days)}

    @cached_property
    def _workdays(self) -> frozenset[date]:
        return frozenset(day for year in self.years for day in year.workdays)

    def year(self, year: int) -> HolidayYear | None:
        """None for a year that nothing is shipped for."""
        return next((each for each in self.years if each.year == year), None)

    def holiday_of(self, day: date) -> Holiday | None:
        """None on a day that belongs to no holiday, and in a year that nothing is known of."""
        return self._holiday_by_day.get(day)

    def is_worked_weekend(self, day: date) -> bool:
        """Whether a Saturday or Sunday is worked for a holiday; False in a year that nothing is known of."""
        return day in self._workdays

    def seasons_on(self, day: date, place: PlaceId | None = None) -> tuple[NaturalSeason, ...]:
        """The natural seasons of a date at a place, or with None anywhere in the city; often none."""
        return tuple(each for each in self.seasons if day in each.season and each.at(place))

    def announced(self, day: date) -> tuple[Announcement, ...]:
        """What is closed and what happens on a day."""
        return tuple(each for each in self.closures if day in each)

    def load(self, day: date, place: PlaceId | None = None) -> Load:
        """How full a day is likely to be, in the city or at a place. The rules:

        a workday is quiet, a weekend lively, a holiday busy, National Day and May Day packed; the first and the last
        day of a holiday one step less; a season of the place one step more. While a year's calendar is not announced,
        the four days around its statutory holidays are at least lively, because they may be free. What the bureau says
        of the place on that day goes before all rules; what it says of the city goes before the rules of the city.
        """
        inputs: list[Input] = [self._kind_of(day)]
        level = _level_of(inputs[0])
        if place is not None and (seasons := self.seasons_on(day, place)):
            inputs += map(InSeason, seasons)
            level = min(Level.PACKED, level + 1)
        known = self.year(day.year)
        if known is None:
            inputs.append(CalendarUnknown(day.year))
        elif known.status == "statutory":
            near = self.holiday_of(day) is None and any(
                holiday.first - NEAR <= day <= holiday.last + NEAR for holiday in known.holidays
            )
            inputs.append(StatutoryOnly(day.year, near))
            level = max(level, Level.LIVELY) if near else level
        said = self._entry_by_day.get((day, place)) or self._entry_by_day.get((day, None))
        if said is not None:
            return Load(day, said.level, (SaidByBureau(said), *inputs))
        return Load(day, Level(level), tuple(inputs))

    def _kind_of(self, day: date) -> Input:
        holiday = self.holiday_of(day)
        if holiday is not None:
            return InHoliday(holiday, (day - holiday.first) // DAY + 1)
        if day.isoweekday() >= SATURDAY:
            return WorkedWeekend() if self.is_worked_weekend(day) else Weekend()
        return Workday()


def _level_of(kind: Input) -> int:
    match kind:
        case InHoliday(holiday=holiday):
            full = Level.PACKED if holiday.event in LONG else Level.BUSY
            return full - (kind.at_an_end and holiday.days > 1)
        case Weekend():
            return Level.LIVELY
        case _:
            return Level.QUIET
