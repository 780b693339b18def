"""The city in figures: the same tiles and charts as in the window; a touch on a number says where it comes from."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtWidgets import QSizePolicy

from jz_travel.charts.captions import title
from jz_travel.charts.columns import Chart, YearChart, by_year, growth_per_day, quantities
from jz_travel.domain.reckoning import Derived, figures_behind, per_day, per_visit
from jz_travel.domain.statistics import Event, Fact, Figure, FigureId, Measure, SubjectId
from jz_travel.domain.texts import Evidence
from jz_travel.resources import assets
from jz_travel.ui.kiosk.choices import MakeCard
from jz_travel.ui.kiosk.page import Page
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.where import Part
from jz_travel.ui.kiosk.where import Statistics as Here
from jz_travel.ui.parts.widgets import label, set_state
from jz_travel.ui.statistics.chart_view import ChartView
from jz_travel.ui.statistics.golden_week import COMPARED, YEARS
from jz_travel.words import N_
from jz_travel.words.statistics import (
    MEASURES,
    event_year,
    fact,
    formula,
    growth_explained,
    printed,
    quantity,
    title_alone,
)

PARTS = {
    Part.GOLDEN_WEEK: N_("Golden week"),
    Part.YEARS: N_("Year by year"),
    Part.SAME_BASIS: N_("Same basis"),
    Part.CITY: N_("The city"),
}
VISITS, REVENUE, REPORTS = map(FigureId, ("jz_nd2024_v", "jz_nd2024_r", "jz_nd2024_cctv"))
CITY = SubjectId("jiaozuo")
LEAST_CHART = 120
"""Pixels at the text size of 100 %."""


class StatisticsPage(Page):
    """One part of the figures; a touched number tells its formula and its sources on the same page."""

    def __init__(self, sitting: Sitting, upright: bool, part: Part) -> None:
        super().__init__(sitting, upright)
        self.title = self.say("Statistics")
        self.lead = self.say("Touch a number to see where it comes from.")
        self.picture = assets("illustrations", "industry.svg")
        tabs = []
        for each, name in PARTS.items():
            tab = self.button(self.say(name), self.go(Here(each)))
            set_state(tab, "on", each is part)
            tabs.append(tab)
        self.add_row(*tabs)
        self._origin = label("", "")
        tell: dict[Part, Callable[[], None]] = {
            Part.GOLDEN_WEEK: self._tell_golden_week, Part.YEARS: self._tell_years,
            Part.SAME_BASIS: self._tell_same_basis, Part.CITY: self._tell_city,
        }  # fmt: skip
        tell[part]()
        self.column.addWidget(self._origin)

    def _figure(self, of: Figure | Derived, name: str, detail: str = "") -> MakeCard:
        text = printed(self.words, of) if isinstance(of, Figure) else quantity(self.words, of)
        return self.card(text, "\n".join(filter(None, (name, detail))), act=lambda: self._explain(of))

    def _explain(self, of: Figure | Derived | Fact) -> None:
        words = self.words
        first = self.say("as printed")
        if isinstance(of, Derived):
            first = self.words.labelled(self.say("Formula"), formula(words, of))
        behind = [of.evidence] if isinstance(of, Fact) else [each.evidence for each in figures_behind(of)]
        self._origin.setText("\n".join((first, self._sources(behind))))

    def _sources(self, behind: Iterable[Evidence]) -> str:
        words, known = self.words, self.sitting.city.statistics.sources
        named = (known.get(source) for source in dict.fromkeys(each.source for each in behind))
        between = words.say("; ", context="between sources")
        return self.say("Source: {sources}", sources=between.join(words.source(each) for each in named if each))

    def _tell_golden_week(self) -> None:
        words, known = self.words, self.sitting.city.statistics.by_id
        visits, revenue, reports = (known.get(each) for each in (VISITS, REVENUE, REPORTS))
        if visits is None or revenue is None:
            return
        self.lead = f"{words.text(visits.subject.name)} · {event_year(words, visits)}\n{self.lead}"
        cards = [
            self._figure(each, self._measure(each), "\n".join(growth_explained(words, grown) for grown in each.growth))
            for each in (visits, revenue)
        ]
        cards += [self._figure(each, title_alone(words, each)) for each in map(per_day, (visits, revenue))]
        cards.append(self._figure(per_visit(revenue, visits), self.say("Revenue per visit")))
        if reports is not None:
            cards.append(self._figure(reports, self._measure(reports)))
        self.add_choices(cards, *((2, 3) if self.upright else (3, 2)), tallest=190)

    def _measure(self, of: Figure) -> str:
        return self.words.say(MEASURES[of.measure], context="measure")

    def _tell_years(self) -> None:
        self._chart(by_year(self.sitting.city.statistics, CITY, Event.NATIONAL_DAY, Measure.VISITS, means=False))

    def _tell_same_basis(self) -> None:
        self._chart(growth_per_day(self.sitting.city.statistics, COMPARED, Event.NATIONAL_DAY, Measure.VISITS, YEARS))

    def _chart(self, chart: Chart | None) -> None:
        if chart is None:
            return
        self.lead = title(self.words, chart)
        view = ChartView(self.sitting.look)
        view.setMinimumHeight(self.sitting.look.theme.px(LEAST_CHART))
        view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        view.chosen.connect(self._explain)
        self.column.addWidget(view, 1)
        view.show_chart(chart)
        self._origin.setText("\n".join(self._below(chart)))

    def _below(self, chart: Chart) -> Iterator[str]:
        """What is computed, what cannot be compared, and where all of it comes from."""
        if not isinstance(chart, YearChart):
            yield self.say("Per day: computed from the printed totals.")
        elif chart.has_break:
            yield self.say("What was counted differs: the parts cannot be compared.")
        yield self._sources(figure.evidence for each in quantities(chart) for figure in figures_behind(each))

    def _tell_city(self) -> None:
        words = self.words
        cards = []
        for each in self.sitting.city.statistics.facts:
            detail = "\n".join(words.text(said) for said in (each.name, each.period) if said)
            cards.append(self.card(fact(words, each), detail, act=partial(self._explain, each)))
        self.add_choices(cards, *((2, 3) if self.upright else (3, 2)), tallest=190)
