"""What a chart of columns shows: values that may be compared in one panel, and a break where they may not."""

from collections.abc import Iterator
from dataclasses import dataclass

from jz_travel.domain.reckoning import Derived, Quantity, change, implied, per_day, readings_of
from jz_travel.domain.statistics import (
    Basis,
    Definition,
    Event,
    Measure,
    Series,
    Statistics,
    Subject,
    SubjectId,
)


@dataclass(frozen=True, slots=True)
class Column:
    """``of`` is None for years that nobody has a figure of. ``tentative``: right only in one reading of its source."""

    of: Quantity | None
    tentative: Basis | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """Columns of one definition, on one axis from zero."""

    definition: Definition
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class YearChart:
    """One subject, event and measure by year; a panel for each definition."""

    subject: Subject
    event: Event
    measure: Measure
    per_day: bool
    panels: tuple[Panel, ...]

    @property
    def has_break(self) -> bool:
        return len(self.panels) > 1


@dataclass(frozen=True, slots=True)
class GrowthChart:
    """The change from one year's holiday to the next, per day, for several subjects side by side."""

    event: Event
    measure: Measure
    years: tuple[int, int]
    columns: tuple[Column, ...]


Chart = YearChart | GrowthChart


def by_year(
    statistics: Statistics, subject: SubjectId, event: Event, measure: Measure, *, means: bool
) -> YearChart | None:
    """None where there is no figure. ``means``: per day, where the length of each holiday is known."""
    found = statistics.find(subject, event, measure)
    if not found:
        return None
    means = means and all(figure.days and figure.days > 1 for series in found for figure in series.figures)
    panels = [Panel(series.definition, tuple(_columns(series, means))) for series in found]
    panels.sort(key=lambda panel: _first_year(panel))
    return YearChart(found[0].subject, event, measure, means, tuple(panels))


def _first_year(panel: Panel) -> int:
    return next((column.of.year for column in panel.columns if column.of and column.of.year), 0)


def _columns(series: Series, means: bool) -> Iterator[Column]:
    figures = sorted(series.figures, key=lambda each: (each.year or 0, str(each.first)))
    for earlier, figure in zip([None, *figures], figures, strict=False):
        if earlier and earlier.year and figure.year and figure.year > earlier.year + 1:
            yield Column(None)
        yield Column(per_day(figure) if means else figure)


def growth_per_day(
    statistics: Statistics, subjects: tuple[SubjectId, ...], event: Event, measure: Measure, years: tuple[int, int]
) -> GrowthChart:
    """By the printed totals where both years are printed; else in both readings of the printed growth."""
    columns: list[Column] = []
    for subject in subjects:
        for series in statistics.find(subject, event, measure):
            columns += _growth_columns(series, statistics, years)
    return GrowthChart(event, measure, years, tuple(columns))


def _growth_columns(series: Series, statistics: Statistics, years: tuple[int, int]) -> Iterator[Column]:
    earlier, later = (series.in_year(year) for year in years)
    if later is None or not later.days:
        return
    if earlier is not None and earlier.days:
        yield Column(change(per_day(earlier), per_day(later)))
    elif (readings := readings_of(later, statistics)) and readings.growth.against == years[0]:
        yield Column(change(per_day(readings.comparable), per_day(later)), Basis.COMPARABLE)
        yield Column(change(per_day(readings.raw), per_day(later)), Basis.RAW)


def quantities(chart: Chart) -> tuple[Quantity, ...]:
    """Every value of a chart, from left to right."""
    panels = chart.panels if isinstance(chart, YearChart) else (Panel(Definition.UNCLEAR, chart.columns),)
    return tuple(column.of for panel in panels for column in panel.columns if column.of is not None)


def implied_by(chart: YearChart, statistics: Statistics) -> tuple[Derived, ...]:
    """Values of other years that the printed growths of a chart's figures imply, in every possible reading."""
    series = statistics.find(chart.subject.id, chart.event, chart.measure)
    return tuple(each for one in series for figure in one.figures for each in implied(figure, statistics))
