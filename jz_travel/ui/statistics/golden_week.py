"""The headline as printed, its three readings, what it leaves open, and everybody on the same basis."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from jz_travel.charts.columns import growth_per_day
from jz_travel.charts.table import Cell, Table, table
from jz_travel.domain.holidays import HolidayCalendar
from jz_travel.domain.reckoning import Before, Derived, change, per_day, per_visit, readings_of
from jz_travel.domain.statistics import Event, Figure, FigureId, Measure, Statistics, SubjectId
from jz_travel.ui.parts.widgets import button, label
from jz_travel.ui.statistics.chart_view import ChartView
from jz_travel.ui.statistics.figure_table import FigureTable
from jz_travel.ui.statistics.page import Page
from jz_travel.ui.statistics.saving import Saving
from jz_travel.ui.statistics.tile import Tile
from jz_travel.ui.style.look import Look
from jz_travel.words import N_
from jz_travel.words.statistics import (
    DEFINITIONS,
    MEASURES,
    event_year,
    growth_explained,
    printed,
    quantity,
    title_alone,
)

VISITS, REVENUE, REPORTS = FigureId("jz_nd2024_v"), FigureId("jz_nd2024_r"), FigureId("jz_nd2024_cctv")
COMPARED = tuple(map(SubjectId, ("china", "henan", "yuntaishan", "jiaozuo")))
YEARS = (2023, 2024)
IF_TOTALS = N_(
    "If the growth compares totals, {year} had {visits} and {revenue} in {days}; each day of the later holiday then "
    "had {more_visits} visits and {more_revenue} revenue."
)
IF_DAYS = N_(
    "If it compares means per day, {year} had {visits} and {revenue} in {days}; the total of the later, shorter "
    "holiday then changed by {more_visits} and {more_revenue}."
)


class GoldenWeek(Page):
    """``failed`` when it could not be printed."""

    failed = Signal(object)

    def __init__(self, statistics: Statistics, look: Look) -> None:
        super().__init__(look)
        self.saving = Saving(self, look, lambda _: None, self.failed.emit)
        self._statistics = statistics

    def know(self, statistics: Statistics, holidays: HolidayCalendar) -> None:
        self._statistics = statistics
        self.tell_anew()

    def retell(self) -> None:
        known = self._statistics.by_id
        visits, revenue, reports = known.get(VISITS), known.get(REVENUE), known.get(REPORTS)
        if visits is None or revenue is None:
            return
        self._tell_headline(visits, revenue, reports)
        self._tell_readings(visits, revenue)
        self._tell_year_before(visits, revenue)
        self._tell_comparison()

    def _tell_headline(self, visits: Figure, revenue: Figure, reports: Figure | None) -> None:
        words, say = self._look.words, self._look.words.say
        below = [words.text(visits.subject.name)]
        if visits.first and visits.last and visits.days:
            below += [words.dates(visits.first, visits.last), words.count("{n} day", "{n} days", visits.days)]
        below.append(say(DEFINITIONS[visits.definition]))
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label("display", event_year(words, visits)), 1)
        on_paper = button("", say("Print …"))
        on_paper.setIcon(self._look.icon("printer"))
        on_paper.clicked.connect(lambda _=False: self.print(visits))
        row.addWidget(on_paper)
        self.column.addWidget(bar)
        self._say("muted", " · ".join(below))
        tiles = [self._headline(figure) for figure in (visits, revenue)]
        if reports is not None:
            name = say(MEASURES[reports.measure], context="measure")
            tiles.append(Tile(self._look, name, printed(words, reports), say("as printed"), reports, large=True))
        spent = per_visit(revenue, visits)
        detail = say("Computed; one person may count as several visits")
        tiles.append(Tile(self._look, say("Revenue per visit"), quantity(words, spent), detail, spent, large=True))
        self._tiles(tiles, 236, filled=True)

    def print(self, headline: Figure) -> None:
        """The bulletin of the same holiday: it is this page, set for paper."""
        from jz_travel.export.bulletin import issues

        for issue in issues(self._statistics, headline.subject.id):
            if (issue.event, issue.year) == (headline.event, headline.year):
                self.saving.print_bulletin(issue, self._statistics)

    def _headline(self, figure: Figure) -> Tile:
        words = self._look.words
        name = words.say(MEASURES[figure.measure], context="measure")
        grown = "\n".join(growth_explained(words, each) for each in figure.growth)
        return Tile(self._look, name, printed(words, figure), grown, figure, large=True)

    def _tell_readings(self, visits: Figure, revenue: Figure) -> None:
        words, say = self._look.words, self._look.words.say
        self._section(say("Three readings of each number"))
        rows = []
        for figure in (visits, revenue):
            mean = per_day(figure)
            grown = words.say("; ").join(growth_explained(words, each) for each in figure.growth)
            name = Cell(say(MEASURES[figure.measure], context="measure"))
            cells = Cell(printed(words, figure), figure), Cell(quantity(words, mean), mean), Cell(grown, figure)
            rows.append((name, *cells))
        heads = ("", say("Total, as printed"), say("Per day (computed)"), say("Growth and what it compares"))
        self._table(Table(say("Three readings of each number"), heads, tuple(rows)))

    def _tell_year_before(self, visits: Figure, revenue: Figure) -> None:
        say = self._look.words.say
        found = [readings_of(each, self._statistics) for each in (visits, revenue)]
        readings = [each for each in found if each is not None]
        if len(readings) < 2:
            return
        year = readings[0].growth.against
        self._section(
            say("What was {year}? Two possible answers", year=year),
            say("No printed figure of {year} was found. Both answers are arithmetic, not official figures.", year=year),
        )
        later = (visits, revenue)
        raw = [each.raw for each in readings]
        means = [change(per_day(one), per_day(each)) for one, each in zip(raw, later, strict=True)]
        self._answer(IF_TOTALS, raw, means)
        comparable = [each.comparable for each in readings]
        totals = [change(one, each) for one, each in zip(comparable, later, strict=True)]
        self._answer(IF_DAYS, comparable, totals).setContentsMargins(0, 10, 0, 0)
        self._tell_hint()

    def _answer(self, message: str, before: list[Derived], changes: list[Derived]) -> QLabel:
        """One sentence, and under it each of its numbers."""
        words = self._look.words
        visits, revenue = (quantity(words, each) for each in before)
        more_visits, more_revenue = (quantity(words, each) for each in changes)
        sentence = words.say(
            message,
            year=before[0].year,
            days=words.count("{n} day", "{n} days", before[0].days or 0),
            visits=visits,
            revenue=revenue,
            more_visits=more_visits,
            more_revenue=more_revenue,
        )
        said = self._say("", sentence)
        self._tiles([self._computed(each) for each in (*before, *changes)], 170, filled=True)
        return said

    def _computed(self, of: Derived) -> Tile:
        words = self._look.words
        measure = words.say(MEASURES[of.measure], context="measure")
        name = title_alone(words, of)
        if isinstance(of.rule, Before):
            name = words.say("{measure} in {year}", measure=measure, year=of.year)
        return Tile(self._look, name, quantity(words, of), words.say("computed"), of)

    def _tell_hint(self) -> None:
        """The one neighbour that printed both years says which answer is likelier, and no more."""
        words = self._look.words
        series = self._statistics.find(SubjectId("yuntaishan"), Event.NATIONAL_DAY, Measure.VISITS)
        pair = [series[0].in_year(year) for year in YEARS] if series else []
        earlier, later = pair if len(pair) == 2 else (None, None)
        if earlier is None or later is None:
            return
        grown = change(earlier, later)
        self._say(
            "muted",
            words.say(
                "{place} published figures for both years: {earlier} and {later}, a change of totals of {change}. "
                "That makes the first answer likelier; it does not prove it.",
                place=words.text(later.subject.name),
                earlier=printed(words, earlier),
                later=printed(words, later),
                change=quantity(words, grown),
            ),
        ).setContentsMargins(0, 4, 0, 0)
        self._tiles([self._computed(grown)], 170)

    def _tell_comparison(self) -> None:
        words, say = self._look.words, self._look.words.say
        self._section(
            say("The same basis for all: visits per day"),
            say("Growth rates side by side. What each of them counts differs, so the totals are not compared."),
        )
        chart = growth_per_day(self._statistics, COMPARED, Event.NATIONAL_DAY, Measure.VISITS, YEARS)
        view = ChartView(self._look)
        view.chosen.connect(self.chosen)
        self._card(view)
        view.show_chart(chart)
        self._table(table(chart, words))
        self._say("small", say("Dashed: right only in one reading of the printed growth."))
        revenue = growth_per_day(self._statistics, COMPARED, Event.NATIONAL_DAY, Measure.REVENUE, YEARS)
        self._section(say("The same basis for all: revenue per day"))
        self._table(table(revenue, words))

    def _table(self, shown: Table) -> None:
        made = FigureTable(self._look)
        made.chosen.connect(self.chosen)
        self.column.addWidget(made)
        made.show_table(shown)
