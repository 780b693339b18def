"""The holiday figures as a page of the window: what to look at on the left, the page, and the source of a number."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from jz_travel.domain.bureau import joined
from jz_travel.domain.holidays import HolidayCalendar
from jz_travel.domain.places import Catalogue
from jz_travel.domain.statistics import Statistics
from jz_travel.ui.bureau.own import OwnRecords
from jz_travel.ui.bureau.page import BureauDesk
from jz_travel.ui.parts.widgets import button, named, set_state
from jz_travel.ui.statistics.city import City, Themes
from jz_travel.ui.statistics.golden_week import VISITS, GoldenWeek
from jz_travel.ui.statistics.page import Page
from jz_travel.ui.statistics.source_note import SourceNote
from jz_travel.ui.statistics.style import style_sheet
from jz_travel.ui.statistics.tile import Origin
from jz_travel.ui.statistics.when_to_come import WhenToCome
from jz_travel.ui.statistics.years import Years
from jz_travel.ui.style.look import Look

NARROW, NOTE_BESIDE = 820, 1100
"""Pixels at 100 % text: below the first one the pages are icons, from the second one a source stands beside a page."""
EDGE = 10
LOW = 41
"""Pixels at 100 % text that a page takes in the list; where the window is lower, its icons move together."""
ICONS = ("flag", "chart_bar", "calendar", "buildings", "sparkles", "pencil")


class StatisticsView(QFrame):
    """``failed`` carries a :class:`Failure` of writing a file, ``said`` what went well. Pages are filled when seen."""

    failed = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        statistics: Statistics,
        holidays: HolidayCalendar,
        catalogue: Catalogue,
        look: Look,
        the_day: date,
        own: OwnRecords | None = None,
    ) -> None:
        """``own``: the bureau's desk, where this screen may show it; a kiosk has none."""
        super().__init__()
        self.setObjectName("statistics")
        self._shipped, self._rules, self._own, self._look = statistics, holidays, own, look
        if own is not None:
            statistics, holidays = joined(statistics, own.kept.figures), own.on_calendar(holidays)
        self._statistics = statistics
        self.years = Years(statistics, look)
        self.when = WhenToCome(holidays, statistics, catalogue, look, the_day)
        golden_week = GoldenWeek(statistics, look)
        golden_week.failed.connect(self.failed)
        self.pages: tuple[Page, ...] = (
            golden_week, self.years, self.when, City(statistics, look), Themes(catalogue, look)
        )  # fmt: skip
        self.desk: BureauDesk | None = None
        if own is not None:
            self.desk = BureauDesk(own, statistics, catalogue, look, the_day)
            self.desk.failed.connect(self.failed)
            self.desk.said.connect(self.said)
            self.pages = (*self.pages, self.desk)
            own.changed.connect(self._know)
            own.refresh(quietly=True)
        self.note = SourceNote(statistics, look)
        self._note_wanted = False
        self._stack = QStackedWidget()
        self._list = named(QFrame(), "statisticsPages")
        self._group = QButtonGroup(self)
        self._lay_out()
        self.years.failed.connect(self.failed)
        self.years.saved.connect(self.said)
        look.changed.connect(self._retell)
        self._retell()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._list)
        self._column = column
        for at, (page, icon) in enumerate(zip(self.pages, ICONS, strict=False)):
            made = button("", "", checkable=True)
            made.setIcon(self._look.icon(icon))
            self._group.addButton(made, at)
            column.addWidget(made)
            self._stack.addWidget(page)
            page.chosen.connect(self._ask_origin)
        column.addStretch(1)
        self._group.idClicked.connect(self.show_page)
        self.note.closed.connect(lambda: self._want_note(False))
        self._reading = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._reading.addWidget(self._stack, 2)
        self._reading.addWidget(self.note, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addLayout(self._reading, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Where it is narrow the pages are icons, and the source of a number stands below it instead of beside it."""
        px, way = self._look.theme.px, QBoxLayout.Direction
        narrow, beside = self.width() < px(NARROW), self._is_note_beside
        low = narrow and self.height() < len(self.pages) * px(LOW)
        self._column.setContentsMargins(EDGE, *((6, EDGE, 6) if low else (16, EDGE, 10)))
        self._column.setSpacing(1 if low else 4)
        self._reading.setDirection(way.LeftToRight if beside else way.TopToBottom)
        for made, name in zip(self._group.buttons(), self._names, strict=False):
            made.setText("" if narrow else name)
            made.setToolTip(name if narrow else "")
            made.setAccessibleName(name)
            set_state(made, "narrow", narrow)
            set_state(made, "low", low)
        widest = max(each.sizeHint().width() for each in self._group.buttons()) + 2 * EDGE
        self._list.setFixedWidth(px(62) if narrow else max(px(168), widest))
        self.note.setFixedWidth(px(290) if beside else self.width() - self._list.width())
        self.note.be_closable(not beside)
        self._show_note()

    @property
    def _is_note_beside(self) -> bool:
        return self.width() >= self._look.theme.px(NOTE_BESIDE)

    def _show_note(self) -> None:
        """Beside a page of figures; where it would stand below them, only once somebody asked for a source."""
        cites = self.pages[self._stack.currentIndex()].cites
        self.note.setVisible(self._note_wanted or (cites and self._is_note_beside))

    def _want_note(self, wanted: bool) -> None:
        self._note_wanted = wanted
        self._show_note()

    def _ask_origin(self, of: Origin) -> None:
        self.show_origin(of)
        self._want_note(True)

    def _retell(self) -> None:
        theme, say = self._look.theme, self._look.words.say
        self.setStyleSheet(style_sheet(theme))
        self._names = (say("Golden Week"), say("Year by year"), say("When to come"), say("The city"), say("Themes"),
                       say("Bureau's desk"))  # fmt: skip
        self._fit()
        for page in self.pages:
            page.tell_anew()
        self.note.retell()

    def _know(self) -> None:
        """The desk keeps something else: every page tells it."""
        assert self._own is not None
        self._statistics = joined(self._shipped, self._own.kept.figures)
        self.note.know(self._statistics)
        for page in self.pages:
            page.know(self._statistics, self._own.on_calendar(self._rules))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._group.checkedId() < 0:
            self.show_page(0)
            headline = self._statistics.by_id.get(VISITS)
            if headline is not None:
                self.show_origin(headline)

    def show_page(self, at: int) -> None:
        self._group.button(at).setChecked(True)
        self._stack.setCurrentIndex(at)
        self._want_note(False)
        self.pages[at].tell()

    def show_origin(self, of: Origin) -> None:
        self.note.show_origin(of)

    def focus_page(self) -> None:
        """For a key that goes round the panes."""
        self._group.button(self._stack.currentIndex()).setFocus(Qt.FocusReason.ShortcutFocusReason)
