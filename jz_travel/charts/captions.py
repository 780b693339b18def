"""The words of a chart: title, unit, labels of columns, and the sentence that a screen reader says instead of it."""

from decimal import Decimal

from jz_travel.charts.columns import Chart, Column, GrowthChart, YearChart, quantities
from jz_travel.domain.reckoning import Derived, Quantity, figures_behind
from jz_travel.domain.statistics import Basis, Event, Figure, Unit
from jz_travel.words import Words
from jz_travel.words.numbers import MINUS
from jz_travel.words.statistics import (
    DEFINITIONS,
    EVENTS,
    MEASURES,
    MONEY,
    VISITS,
    international,
    percent,
    rounded,
    unit_name,
)
from jz_travel.words.statistics import quantity as in_words

LARGE = ((Decimal(1_000_000_000), "billion"), (Decimal(1_000_000), "million"))
COMMAS_FROM = 10_000
LARGE_FROM = 10  # of a million; below, all digits are shown


def title(words: Words, chart: Chart) -> str:
    """``Jiaozuo · May Day · Visits per day``."""
    measure = words.say(MEASURES[chart.measure], context="measure")
    event = words.say(EVENTS[chart.event])
    if isinstance(chart, GrowthChart):
        earlier, later = chart.years
        text = words.say("{measure} per day, change {earlier}–{later}", measure=measure, earlier=earlier, later=later)
        return f"{event} · {text}"
    if chart.per_day:
        measure = words.say("{measure} per day", measure=measure)
    return f"{words.text(chart.subject.name)} · {event} · {measure}"


class Scale:
    """The one unit that the labels of a chart are in, so that they need not repeat it."""

    def __init__(self, words: Words, chart: Chart) -> None:
        shown = quantities(chart)
        self._words = words
        self.unit = max((each.unit for each in shown), key=lambda unit: unit.factor, default=Unit.NONE)
        self.factor, self._size = (self.unit.factor, "") if words.counts_by_myriads else self._of_largest(shown)
        self._per_day = isinstance(chart, YearChart) and chart.per_day

    def _of_largest(self, shown: tuple[Quantity, ...]) -> tuple[Decimal, str]:
        largest = max((each.base for each in shown), default=Decimal(0))
        for factor, size in LARGE:
            if largest >= factor * LARGE_FROM:
                return factor, size
        return Decimal(1), ""

    def number(self, of: Quantity) -> Decimal:
        return rounded(of) * of.unit.factor / self.factor

    def label(self, of: Quantity) -> str:
        if of.unit is Unit.PERCENT:
            return percent(rounded(of))
        number = self.number(of)
        text = f"{number:,f}" if number >= COMMAS_FROM else f"{number:f}"
        return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", MINUS)

    @property
    def caption(self) -> str:
        """``万人次/天`` or ``million visits a day``."""
        return self._words.say("{unit} a day", unit=self._unit()) if self._per_day else self._unit()

    def _unit(self) -> str:
        say = self._words.say
        if self._words.counts_by_myriads:
            return unit_name(self._words, self.unit)
        if self.unit in MONEY:
            return {"": say("CNY", context="unit"), "million": say("CNY million"), "billion": say("CNY billion")}[
                self._size
            ]
        if self.unit in VISITS:
            plain = say("visits", context="unit")
            return {"": plain, "million": say("million visits"), "billion": say("billion visits")}[self._size]
        return international(self.unit)


def column_label(words: Words, chart: Chart, column: Column) -> tuple[str, ...]:
    """The lines under a column: year and days, or whose change it is and in which reading."""
    of = column.of
    if of is None:
        return ("⋯",)
    if isinstance(chart, GrowthChart):
        name = words.text(of.subject.name)
        if column.tentative is None:
            return (name,)
        if column.tentative is Basis.RAW:
            return (name, words.say("if totals grew so"))
        return (name, words.say("if days grew so"))
    if of.event is Event.ONE_DAY and isinstance(of, Figure) and of.first:
        return (str(of.year), words.month_day(of.first.month, of.first.day))
    year = str(of.year) if of.year else words.say("undated")
    own = (words.say("the bureau's own"),) if any(each.own for each in figures_behind(of)) else ()
    return (year, words.count("{n} day", "{n} days", of.days), *own) if of.days else (year, *own)


def summary(words: Words, chart: Chart) -> str:
    """What the chart says, without seeing it."""
    parts = [f"{words.say('{title}.', title=title(words, chart))}"]
    if isinstance(chart, GrowthChart):
        parts += [_said(words, column_label(words, chart, column), column.of) for column in chart.columns]
    else:
        for panel in chart.panels:
            parts.append(words.say("{title}.", title=words.say(DEFINITIONS[panel.definition])))
            parts += [_said(words, column_label(words, chart, each)[:1], each.of) for each in panel.columns]
    if isinstance(chart, YearChart) and chart.has_break:
        parts.append(words.say("What was counted differs: the parts cannot be compared."))
    return " ".join(part for part in parts if part)


def _said(words: Words, label: tuple[str, ...], of: Figure | Derived | None) -> str:
    if of is None:
        return ""
    return words.say("{name}: {value}.", name=" ".join(label), value=in_words(words, of))
