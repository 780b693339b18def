"""What is computed from printed figures. A result carries its rule and its inputs, and is never taken for a figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from jz_travel.domain.statistics import (
    Basis,
    Definition,
    Event,
    Figure,
    Growth,
    Measure,
    Statistics,
    Subject,
    Unit,
)


class NotComparableError(ValueError):
    """Two figures of different definitions, measures or holidays were to become one number."""

    def __init__(self, one: "Quantity", other: "Quantity", what: str) -> None:
        super().__init__(f"{one.subject.id} {one.year} and {other.subject.id} {other.year} differ in {what}")
        self.one, self.other, self.what = one, other, what


class DaysUnknownError(ValueError):
    """Nobody says how many days the holiday had."""


@dataclass(frozen=True, slots=True)
class PerDay:
    """A total divided by the days of its holiday; :class:`DaysUnknownError` where nobody says how many."""

    of: "Quantity"


@dataclass(frozen=True, slots=True)
class PerVisit:
    """Revenue divided by visits, both printed, of one subject and time: yuan a visit."""

    revenue: Figure
    visits: Figure


@dataclass(frozen=True, slots=True)
class Before:
    """The earlier value that a printed growth implies if it compares totals (raw) or means per day (comparable)."""

    later: Figure
    growth: Growth
    reading: Literal[Basis.RAW, Basis.COMPARABLE]


@dataclass(frozen=True, slots=True)
class Change:
    """Later through earlier, less one, in percent."""

    earlier: "Quantity"
    later: "Quantity"


Rule = PerDay | PerVisit | Before | Change


@dataclass(frozen=True, slots=True)
class Derived:
    """A computed value. ``base`` is in single visits, yuan or percent, not rounded; ``unit`` is how it is shown."""

    rule: Rule
    subject: Subject
    event: Event
    measure: Measure
    definition: Definition
    base: Decimal
    unit: Unit
    year: int | None = None
    days: int | None = None

    @property
    def per_day(self) -> bool:
        return isinstance(self.rule, PerDay)


Quantity = Figure | Derived


def per_day(of: Quantity) -> Derived:
    """The mean of a holiday's days. Raises :class:`DaysUnknownError`."""
    if not of.days:
        raise DaysUnknownError(f"{of.subject.id} {of.event} {of.year}")
    return Derived(
        PerDay(of), of.subject, of.event, of.measure, of.definition, of.base / of.days, of.unit, of.year, of.days
    )


def per_visit(revenue: Figure, visits: Figure) -> Derived:
    """Revenue through visits. A visit is no person: one person may be counted on several days."""
    _same(revenue, visits, year=True)
    if revenue.measure is not Measure.REVENUE or visits.measure is not Measure.VISITS:
        raise NotComparableError(revenue, visits, "measure")
    base = revenue.base / visits.base
    return Derived(
        rule=PerVisit(revenue, visits),
        subject=visits.subject,
        event=visits.event,
        measure=Measure.REVENUE,
        definition=visits.definition,
        base=base,
        unit=Unit.YUAN,
        year=visits.year,
        days=visits.days,
    )


def before(
    later: Figure, growth: Growth, reading: Literal[Basis.RAW, Basis.COMPARABLE], days: int | None = None
) -> Derived:
    """What the earlier year must have been, in one reading of the growth; ``days``: how long that holiday was."""
    base = later.base / growth.ratio
    if reading is Basis.COMPARABLE:
        if not days or not later.days:
            raise DaysUnknownError(f"{later.event} {growth.against}")
        base = base * days / later.days
    rule = Before(later, growth, reading)
    return Derived(
        rule, later.subject, later.event, later.measure, later.definition, base, later.unit, growth.against, days
    )


def change(earlier: Quantity, later: Quantity) -> Derived:
    """The change of totals with totals, or of means per day with means per day, in percent."""
    _same(earlier, later)
    if earlier.measure is not later.measure:
        raise NotComparableError(earlier, later, "measure")
    if _is_mean(earlier) != _is_mean(later):
        raise NotComparableError(earlier, later, "basis")
    percent = (later.base / earlier.base - 1) * 100
    rule = Change(earlier, later)
    return Derived(
        rule, later.subject, later.event, later.measure, later.definition, percent, Unit.PERCENT, later.year, later.days
    )


def _is_mean(each: Quantity) -> bool:
    return isinstance(each, Derived) and each.per_day


def _same(one: Quantity, other: Quantity, *, year: bool = False) -> None:
    if one.definition is not other.definition:
        raise NotComparableError(one, other, "definition")
    if one.subject != other.subject:
        raise NotComparableError(one, other, "subject")
    if one.event is not other.event:
        raise NotComparableError(one, other, "holiday")
    if year and one.year != other.year:
        raise NotComparableError(one, other, "year")


def figures_behind(quantity: Quantity) -> tuple[Figure, ...]:
    """The printed figures that a value rests on, in the order of its formula."""
    if isinstance(quantity, Figure):
        return (quantity,)
    match quantity.rule:
        case PerDay(of):
            return figures_behind(of)
        case PerVisit(revenue, visits):
            return (revenue, visits)
        case Before(later):
            return (later,)
        case Change(earlier, later):
            return tuple(dict.fromkeys((*figures_behind(later), *figures_behind(earlier))))


@dataclass(frozen=True, slots=True)
class Readings:
    """The two values that an earlier year may have had, where a growth does not say what it compares."""

    growth: Growth
    raw: Derived
    comparable: Derived


def readings_of(later: Figure, statistics: Statistics) -> Readings | None:
    """For a growth without a basis against a holiday whose length is known and whose figure nobody has printed."""
    for growth in later.growth:
        if growth.basis is not Basis.NOT_STATED or growth.against is None or not later.days:
            continue
        days = statistics.days_of(later.event, growth.against)
        if days and days != later.days and printed_before(later, growth, statistics) is None:
            raw, comparable = (before(later, growth, reading, days) for reading in (Basis.RAW, Basis.COMPARABLE))
            return Readings(growth, raw, comparable)
    return None


def printed_before(later: Figure, growth: Growth, statistics: Statistics) -> Figure | None:
    """The figure of the year that a growth is against, of the same definition."""
    if growth.against is None:
        return None
    found = statistics.find(later.subject.id, later.event, later.measure, later.definition)
    return found[0].in_year(growth.against) if found else None


def implied(later: Figure, statistics: Statistics) -> Iterator[Derived]:
    """Earlier values that nobody has printed but that a growth implies, in every reading that is possible."""
    for growth in later.growth:
        if growth.against is None or printed_before(later, growth, statistics):
            continue
        days = statistics.days_of(later.event, growth.against)
        if growth.basis is not Basis.COMPARABLE:
            yield before(later, growth, Basis.RAW, days)
        if (
            growth.basis is not Basis.RAW
            and days
            and later.days
            and (days != later.days or growth.basis is Basis.COMPARABLE)
        ):
            yield before(later, growth, Basis.COMPARABLE, days)


def recomputed(later: Figure, growth: Growth, statistics: Statistics) -> tuple[Derived, ...]:
    """The change of totals, and where the lengths differ the change of means per day, if both years are printed."""
    earlier = printed_before(later, growth, statistics)
    if earlier is None:
        return ()
    if not earlier.days or not later.days or earlier.days == later.days:
        return (change(earlier, later),)
    return change(earlier, later), change(per_day(earlier), per_day(later))


def reproduced_by(later: Figure, growth: Growth, statistics: Statistics) -> Basis | None:
    """Which comparison of the printed values gives the printed growth, as far as its digits go."""
    for basis, each in zip((Basis.RAW, Basis.COMPARABLE), recomputed(later, growth, statistics), strict=False):
        if _rounds_to(1 + each.base / 100, growth):
            return basis
    return None


def _rounds_to(ratio: Decimal, growth: Growth) -> bool:
    exponent = growth.printed.as_tuple().exponent
    assert isinstance(exponent, int)
    found = {"change": (ratio - 1) * 100, "percent_of": ratio * 100, "times": ratio}[growth.form]
    # Inputs are rounded themselves, so the last digit may be one off.
    return abs(found - growth.printed) <= Decimal(1).scaleb(exponent)
