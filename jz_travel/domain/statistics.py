"""Holiday figures: what sources printed. What is computed from them is in :mod:`jz_travel.domain.reckoning`.

A figure never changes and is never computed; a :class:`~jz_travel.domain.reckoning.Derived` never claims to be printed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Literal, NewType

from jz_travel.domain.places import PlaceId
from jz_travel.domain.texts import Evidence, Source, SourceId, Text

FigureId = NewType("FigureId", str)
SeriesId = NewType("SeriesId", str)
SubjectId = NewType("SubjectId", str)
Scope = Literal["site", "city", "province", "nation"]
Group = Literal["tourism", "green", "economy", "innovation", "people", "policy"]


class Event(StrEnum):
    """What time a figure is of: a holiday by its name, a whole year, one day, or a holiday that the source does not
    date."""

    NATIONAL_DAY = "national_day"
    MAY_DAY = "may_day"
    SPRING_FESTIVAL = "spring_festival"
    MID_AUTUMN = "mid_autumn"
    DRAGON_BOAT = "dragon_boat"
    QINGMING = "qingming"
    NEW_YEAR = "new_year"
    YEAR = "year"
    ONE_DAY = "one_day"
    UNDATED = "undated"


class Measure(StrEnum):
    """What was counted. ``CAPACITY`` is visits a day that a place admits; ``REVENUE`` is all that tourists spent."""

    VISITS = "visits"
    REVENUE = "revenue"
    TICKET_INCOME = "ticket_income"
    TICKET_AND_TRANSPORT_INCOME = "ticket_and_transport_income"
    DOMESTIC_VISITS = "domestic_visits"
    MUSEUM_VISITS = "museum_visits"
    REPORTS = "reports"
    FIRMS = "firms"
    BEDS = "beds"
    CAPACITY = "capacity"


class Definition(StrEnum):
    """What was counted. Two definitions are never one series, however alike their numbers look."""

    AREA_TOTAL = "area_total"  # the whole area, by big data and samples where the method is known at all
    SITES_GATE = "sites_gate"  # gates and tills of monitored sites
    SITE = "site"  # one scenic area
    PROVINCE_TOTAL = "province_total"
    NATIONAL_TOTAL = "national_total"
    UNCLEAR = "unclear"


class Basis(StrEnum):
    """What a growth compares, as far as its source says so."""

    RAW = "raw"  # one total with another, however many days they had
    COMPARABLE = "comparable"  # 可比口径: means per day
    NOT_STATED = "not_stated"


class Unit(StrEnum):
    """Units as they are printed, each with what one of it is."""

    WAN_VISITS = "万人次"
    YI_VISITS = "亿人次"
    YUAN = "元"
    WAN_YUAN = "万元"
    YI_YUAN = "亿元"
    WAN_YI_YUAN = "万亿元"
    TIMES = "次"
    FIRMS = "家"
    WAN_BEDS = "万张"
    PERCENT = "%"
    RANK = "位"
    ITEMS = "个"
    CHAINS = "条"
    KINDS = "项"
    SQUARE_METRES = "m²"
    SQUARE_KILOMETRES = "km²"
    PERSONS = "人"
    WAN_PERSONS = "万人"
    NONE = ""

    @property
    def factor(self) -> Decimal:
        """How many single visits, yuan, … one of it is."""
        return _FACTORS.get(self, Decimal(1))


_FACTORS = {
    Unit.WAN_VISITS: Decimal(10_000),
    Unit.YI_VISITS: Decimal(100_000_000),
    Unit.WAN_YUAN: Decimal(10_000),
    Unit.YI_YUAN: Decimal(100_000_000),
    Unit.WAN_YI_YUAN: Decimal(1_000_000_000_000),
    Unit.WAN_BEDS: Decimal(10_000),
    Unit.WAN_PERSONS: Decimal(10_000),
}


@dataclass(frozen=True, slots=True)
class Growth:
    """A comparison as printed: ``change`` +13.21 (%), ``percent_of`` 89.1 (%), ``times`` 2.02."""

    printed: Decimal
    form: Literal["change", "percent_of", "times"] = "change"
    against: int | None = None
    basis: Basis = Basis.NOT_STATED

    @property
    def ratio(self) -> Decimal:
        """Later through earlier."""
        match self.form:
            case "change":
                return 1 + self.printed / 100
            case "percent_of":
                return self.printed / 100
            case "times":
                return self.printed


@dataclass(frozen=True, slots=True)
class Subject:
    """Who the figures are about. ``place`` links it to the catalogue."""

    id: SubjectId
    name: Text
    scope: Scope
    place: PlaceId | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """That the bureau entered a figure itself, and who compared it with its source."""

    verified_on: date | None = None
    verified_by: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that a source printed, with everything needed to read it rightly."""

    id: FigureId
    subject: Subject
    event: Event
    measure: Measure
    definition: Definition
    value: Decimal
    unit: Unit
    evidence: Evidence
    year: int | None = None
    days: int | None = None
    first: date | None = None
    last: date | None = None
    growth: tuple[Growth, ...] = ()
    note: Text | None = None
    own: Own | None = None

    @property
    def base(self) -> Decimal:
        """In single visits, yuan, …"""
        return self.value * self.unit.factor


@dataclass(frozen=True, slots=True)
class Fact:
    """A number about the city that is no series: the share of services, the cover of forest."""

    id: FigureId
    group: Group
    name: Text
    value: str
    unit: Unit
    evidence: Evidence
    period: Text | None = None
    note: Text | None = None
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Figures that may be compared: one subject, event, measure and definition, by year."""

    id: SeriesId
    subject: Subject
    event: Event
    measure: Measure
    definition: Definition
    figures: tuple[Figure, ...]

    def in_year(self, year: int) -> Figure | None:
        """The best figure of a year: the one with the highest confidence, and of equals the bureau's own."""
        found = [figure for figure in self.figures if figure.year == year]
        return min(found, key=_doubt) if found else None


def _doubt(figure: Figure) -> tuple[int, bool]:
    return {"high": 0, "medium": 1, "low": 2, None: 3}[figure.evidence.confidence], figure.own is None


@dataclass(frozen=True)
class Statistics:
    """Every series, every fact of the city, and the sources they name."""

    series: tuple[Series, ...] = ()
    facts: tuple[Fact, ...] = ()
    sources: Mapping[SourceId, Source] = field(default_factory=lambda: MappingProxyType({}))

    def figures(self) -> Iterator[Figure]:
        """Every printed figure, series by series."""
        for series in self.series:
            yield from series.figures

    @cached_property
    def by_id(self) -> Mapping[FigureId, Figure]:
        return MappingProxyType({figure.id: figure for figure in self.figures()})

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        return tuple(dict.fromkeys(series.subject for series in self.series))

    def find(
        self,
        subject: SubjectId | None = None,
        event: Event | None = None,
        measure: Measure | None = None,
        definition: Definition | None = None,
    ) -> tuple[Series, ...]:
        """The series of which all that is said holds."""
        return tuple(
            each
            for each in self.series
            if subject in (None, each.subject.id)
            and event in (None, each.event)
            and measure in (None, each.measure)
            and definition in (None, each.definition)
        )

    def days_of(self, event: Event, year: int) -> int | None:
        """How long a holiday was, where the figures agree on it."""
        lengths = {each.days for each in self.figures() if each.event is event and each.year == year and each.days}
        return lengths.pop() if len(lengths) == 1 else None


def series_id(subject: SubjectId, event: Event, measure: Measure, definition: Definition) -> SeriesId:
    """``jiaozuo.national_day.visits.area_total``."""
    return SeriesId(f"{subject}.{event}.{measure}.{definition}")
