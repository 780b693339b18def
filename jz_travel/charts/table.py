"""The table beside a chart: the same values in full, each with what it rests on."""

from dataclasses import dataclass

from jz_travel.charts.captions import column_label, title
from jz_travel.charts.columns import Chart, GrowthChart, YearChart, implied_by
from jz_travel.domain.reckoning import Before, Change, Derived, PerDay, Quantity, per_day
from jz_travel.domain.statistics import Basis, Figure, Statistics
from jz_travel.words import Words
from jz_travel.words.statistics import SHORT_DEFINITIONS, growth_explained, quantity


@dataclass(frozen=True, slots=True)
class Cell:
    """``of``: the value whose source a reader may ask for."""

    text: str
    of: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Heads and rows of equal length; a value that nobody printed is a cell with a dash."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(chart: Chart, words: Words) -> Table:
    """A row for each column of the chart, computed values beside the printed ones that they rest on."""
    return _changes(chart, words) if isinstance(chart, GrowthChart) else _years(chart, words)


def implied_table(chart: YearChart, words: Words, statistics: Statistics) -> Table:
    """Years that only a printed growth implies: a table of its own, so that nobody takes them for printed."""
    say = words.say
    heads = (say("Year"), say("Total (computed)"), say("Per day (computed)"), say("From the printed growth"))
    rows = tuple(_implied(each, words) for each in implied_by(chart, statistics))
    return Table(say("Not printed, but implied"), heads, rows)


def _years(chart: YearChart, words: Words) -> Table:
    say = words.say
    rows: list[tuple[Cell, ...]] = []
    for panel in chart.panels:
        for column in panel.columns:
            figure = _printed(column.of)
            if figure is None:
                continue
            mean = Cell("–")
            if figure.days and figure.days > 1:
                mean = Cell(quantity(words, per_day(figure)), per_day(figure))
            grown = [growth_explained(words, each) for each in figure.growth]
            rows.append(
                (
                    Cell(" · ".join(column_label(words, chart, column))),
                    Cell(quantity(words, figure), figure),
                    mean,
                    Cell(say("; ").join(grown) or "–", figure if grown else None),
                    Cell(say(SHORT_DEFINITIONS[figure.definition])),
                )
            )
    heads = (say("Year"), say("As printed"), say("Per day (computed)"), say("Growth as printed"), say("Counted"))
    return Table(title(words, chart), heads, tuple(rows))


def _implied(each: Derived, words: Words) -> tuple[Cell, ...]:
    rule = each.rule
    assert isinstance(rule, Before)
    mean = Cell(quantity(words, per_day(each)), per_day(each)) if each.days else Cell("–")
    grown = growth_explained(words, rule.growth)
    if rule.growth.basis is Basis.NOT_STATED:
        reading = words.say("if it compares totals") if rule.reading is Basis.RAW else words.say("if it compares days")
        grown = words.say("; ").join((grown, reading))
    return (
        Cell(str(each.year)),
        Cell(quantity(words, each), each),
        mean,
        Cell(words.say("{year}: {growth}", year=rule.later.year or "?", growth=grown), rule.later),
    )


def _printed(of: Quantity | None) -> Figure | None:
    if isinstance(of, Derived):
        assert isinstance(of.rule, PerDay)
        return _printed(of.rule.of)
    return of


def _changes(chart: GrowthChart, words: Words) -> Table:
    say = words.say
    rows: list[tuple[Cell, ...]] = []
    for column in chart.columns:
        derived = column.of
        assert isinstance(derived, Derived)
        assert isinstance(derived.rule, Change)
        earlier, later = derived.rule.earlier, derived.rule.later
        figure = _printed_later(later)
        rows.append(
            (
                Cell(" · ".join(column_label(words, chart, column))),
                Cell(quantity(words, earlier), earlier),
                Cell(quantity(words, later), later),
                Cell(quantity(words, derived), derived),
                Cell(_growth_against(figure, chart.years[0], words), figure),
            )
        )
    first, last = chart.years
    heads = (
        "",
        say("{year} per day", year=first),
        say("{year} per day", year=last),
        say("Change per day (computed)"),
        say("Growth as printed"),
    )
    return Table(title(words, chart), heads, tuple(rows))


def _printed_later(later: Quantity) -> Figure:
    figure = _printed(later)
    assert figure is not None
    return figure


def _growth_against(figure: Figure, year: int, words: Words) -> str:
    said = [growth_explained(words, each) for each in figure.growth if each.against == year]
    return words.say("; ").join(said) or "–"
