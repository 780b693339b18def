"""Year by year: one subject, one holiday, one measure; as columns, as a table, and as a file for the press."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QMenu, QPushButton, QWidget

from jz_travel.charts.columns import YearChart, by_year
from jz_travel.charts.files import paper_drawing
from jz_travel.charts.table import Table, implied_table, table
from jz_travel.domain.holidays import HolidayCalendar
from jz_travel.domain.statistics import Event, Measure, Series, Statistics, Subject, SubjectId
from jz_travel.ui.parts.flow import FlowLayout
from jz_travel.ui.parts.widgets import Combo, button, label, named
from jz_travel.ui.statistics.chart_view import ChartView
from jz_travel.ui.statistics.drawing import paint, svg
from jz_travel.ui.statistics.figure_table import FigureTable
from jz_travel.ui.statistics.page import Page
from jz_travel.ui.statistics.saving import Saving
from jz_travel.ui.style.look import Look
from jz_travel.words.statistics import DEFINITIONS, EVENTS, MEASURES

FIRST = ("jiaozuo", "yuntaishan", "qingtianhe", "shennongshan", "henan", "china")
ARROW, WIDEST_BOX = 52, 240  # pixels


class Years(Page):
    """``failed`` when a file could not be written."""

    failed = Signal(object)
    saved = Signal(str)

    def __init__(self, statistics: Statistics, look: Look) -> None:
        super().__init__(look)
        self._statistics = statistics
        self.saving = Saving(self, look, self.saved.emit, self.failed.emit)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        known = {SubjectId(name): at for at, name in enumerate(FIRST)}
        self._subjects = sorted(statistics.subjects, key=lambda each: known.get(each.id, len(known)))
        self._subject = self._subjects[0] if self._subjects else None
        self._event, self._measure, self._means = Event.NATIONAL_DAY, Measure.VISITS, True

    def know(self, statistics: Statistics, holidays: HolidayCalendar) -> None:
        self._statistics = statistics
        self._keep_possible()
        self.tell_anew()

    @property
    def chart(self) -> YearChart | None:
        if self._subject is None:
            return None
        return by_year(self._statistics, self._subject.id, self._event, self._measure, means=self._means)

    def choose(self, subject: Subject, event: Event, measure: Measure, *, means: bool) -> None:
        self._subject, self._event, self._measure, self._means = subject, event, measure, means
        self._keep_possible()
        self.tell_anew()

    def _keep_possible(self) -> None:
        """After a change of subject, the nearest holiday and measure that it has figures of."""
        events = self._events()
        self._event = self._event if self._event in events else events[0]
        measures = self._measures()
        self._measure = self._measure if self._measure in measures else measures[0]

    def _events(self) -> list[Event]:
        assert self._subject is not None
        found = {series.event for series in self._statistics.find(self._subject.id)}
        return [event for event in Event if event in found]

    def _measures(self) -> list[Measure]:
        assert self._subject is not None
        found = {series.measure for series in self._statistics.find(self._subject.id, self._event)}
        return [measure for measure in Measure if measure in found]

    # What it shows

    def retell(self) -> None:
        words, say = self._look.words, self._look.words.say
        chart = self.chart
        if chart is None:
            return
        self.column.addWidget(self._top(say("Year by year")))
        self._say("muted", say("Columns start at zero. A gap ⋯ stands for years without a figure."))
        self.column.addWidget(self._choices())
        view = ChartView(self._look)
        view.chosen.connect(self.chosen)
        self._card(view)
        view.show_chart(chart)
        if chart.has_break:
            self.column.addWidget(label("warning", say("What was counted differs: the parts cannot be compared.")))
        self._table(table(chart, words))
        self._say("small", say("; ").join(say(DEFINITIONS[panel.definition]) for panel in chart.panels))
        implied = implied_table(chart, words, self._statistics)
        if implied.rows:
            self._section(implied.caption, say("Computed from a printed growth. No source printed these values."))
            self._table(implied)

    def _top(self, title: str) -> QWidget:
        say = self._look.words.say
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label("display", title), 1)
        for icon, text in (("save", say("Save …")), ("printer", say("Print …"))):
            made = button("", "")
            made.setIcon(self._look.icon(icon))
            made.setToolTip(text)
            made.setAccessibleName(text)
            if icon == "save":
                made.setMenu(self._menu)
            else:
                made.clicked.connect(self._print)
            row.addWidget(made)
        return bar

    def _choices(self) -> QWidget:
        words, say = self._look.words, self._look.words.say
        bar = QWidget()
        row = FlowLayout(8)
        row.setContentsMargins(0, 6, 0, 4)
        bar.setLayout(row)
        subjects = [words.text(each.name) for each in self._subjects]
        events, measures = self._events(), self._measures()
        row.addWidget(self._box(say("Subject"), self._subjects, subjects, self._subject, self._subject_chosen))
        names = [say(EVENTS[each]) for each in events]
        row.addWidget(self._box(say("Holiday"), events, names, self._event, self._event_chosen))
        names = [say(MEASURES[each], context="measure") for each in measures]
        row.addWidget(self._box(say("Measure"), measures, names, self._measure, self._measure_chosen))
        if any(series.figures[0].days not in (None, 1) for series in self._shown_series()):
            row.addWidget(self._basis())
        return bar

    def _shown_series(self) -> Sequence[Series]:
        assert self._subject is not None
        return self._statistics.find(self._subject.id, self._event, self._measure)

    def _box(
        self, name: str, values: Sequence[object], names: list[str], current: object, chosen: Callable[[object], None]
    ) -> QComboBox:
        box = Combo()
        box.addItems(names)
        # The style sheet's padding is not in Qt's own hint.
        shown = QFontMetrics(self._look.theme.font("body")).horizontalAdvance(names[list(values).index(current)])
        box.setMinimumWidth(min(shown + ARROW, self._look.theme.px(WIDEST_BOX)))
        box.setCurrentIndex(list(values).index(current))
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.activated.connect(lambda at: chosen(values[at]))
        return box

    def _basis(self) -> QWidget:
        say = self._look.words.say
        frame = named(QWidget(), "segments")
        row = QHBoxLayout(frame)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for text, means in ((say("Per day"), True), (say("Total"), False)):
            made: QPushButton = button("segment", text, checkable=True)
            made.setAutoExclusive(True)
            made.setChecked(means == self._means)
            made.clicked.connect(lambda _, which=means: self._means_chosen(which))
            row.addWidget(made)
        return frame

    def _table(self, shown: Table) -> None:
        made = FigureTable(self._look)
        made.chosen.connect(self.chosen)
        self.column.addWidget(made)
        made.show_table(shown)

    # What a reader does

    def _subject_chosen(self, subject: object) -> None:
        assert isinstance(subject, Subject)
        self.choose(subject, self._event, self._measure, means=self._means)

    def _event_chosen(self, event: object) -> None:
        assert self._subject is not None
        self.choose(self._subject, Event(str(event)), self._measure, means=self._means)

    def _measure_chosen(self, measure: object) -> None:
        assert self._subject is not None
        self.choose(self._subject, self._event, Measure(str(measure)), means=self._means)

    def _means_chosen(self, means: bool) -> None:
        assert self._subject is not None
        self.choose(self._subject, self._event, self._measure, means=means)

    def _on_paper(self) -> bytes:
        assert self.chart is not None
        return svg(paper_drawing(self.chart, self._look.words, self._statistics))

    def save(self, file: Path) -> None:
        """The chart as SVG, PNG or PDF, or its figures as XLSX, CSV or JSON: as the name ends."""
        chart = self.chart
        assert chart is not None
        self.saving.write(file, lambda: self.saving.content(chart, self._statistics, file.suffix.lower()))

    def _fill_menu(self) -> None:
        assert self.chart is not None
        self.saving.fill(self._menu, self.chart, self._statistics)

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            painter = QPainter(printer)
            room = printer.pageRect(QPrinter.Unit.DevicePixel)
            paint(self._on_paper(), painter, QRectF(0, 0, room.width(), room.height()))
            painter.end()
