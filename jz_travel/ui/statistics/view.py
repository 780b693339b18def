"""The holiday figures as a page of the window: what to look at on the left, the page, and the source of a number."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from jz_travel.domain.holidays import HolidayCalendar
from jz_travel.domain.places import Catalogue
from jz_travel.domain.statistics import Statistics
from jz_travel.ui.look import Look
from jz_travel.ui.statistics.city import City, Themes
from jz_travel.ui.statistics.golden_week import VISITS, GoldenWeek
from jz_travel.ui.statistics.page import Page
from jz_travel.ui.statistics.source_note import SourceNote
from jz_travel.ui.statistics.style import style_sheet
from jz_travel.ui.statistics.tile import Origin
from jz_travel.ui.statistics.when_to_come import WhenToCome
from jz_travel.ui.statistics.years import Years
from jz_travel.ui.widgets import button, named

ICONS = ("flag", "chart_bar", "calendar", "buildings", "sparkles")


class StatisticsView(QFrame):
    """``failed`` carries a :class:`Failure` of writing a file, ``said`` what went well. Pages are filled when seen."""

    failed = Signal(object)
    said = Signal(str)

    def __init__(
        self, statistics: Statistics, holidays: HolidayCalendar, catalogue: Catalogue, look: Look, the_day: date
    ) -> None:
        super().__init__()
        self.setObjectName("statistics")
        self._statistics, self._look = statistics, look
        self.years = Years(statistics, look)
        self.when = WhenToCome(holidays, statistics, look, the_day)
        self.pages: tuple[Page, ...] = (
            GoldenWeek(statistics, look), self.years, self.when, City(statistics, look), Themes(catalogue, look)
        )  # fmt: skip
        self.note = SourceNote(statistics, look)
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
        column.setContentsMargins(10, 16, 10, 10)
        column.setSpacing(4)
        for at, (page, icon) in enumerate(zip(self.pages, ICONS, strict=True)):
            made = button("", "", checkable=True)
            made.setIcon(self._look.icon(icon))
            self._group.addButton(made, at)
            column.addWidget(made)
            self._stack.addWidget(page)
            page.chosen.connect(self.show_origin)
        column.addStretch(1)
        self._group.idClicked.connect(self.show_page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        row.addWidget(self.note)

    def _retell(self) -> None:
        theme, say = self._look.theme, self._look.words.say
        self.setStyleSheet(style_sheet(theme))
        names = (say("Golden Week"), say("Year by year"), say("When to come"), say("The city"), say("Themes"))
        for at, name in enumerate(names):
            self._group.button(at).setText(name)
        self._list.setFixedWidth(theme.px(168))
        self.note.setFixedWidth(theme.px(290))
        for page in self.pages:
            page.tell_anew()
        self.note.retell()

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
        self.pages[at].tell()

    def show_origin(self, of: Origin) -> None:
        self.note.show_origin(of)

    def focus_page(self) -> None:
        """For a key that goes round the panes."""
        self._group.button(self._stack.currentIndex()).setFocus(Qt.FocusReason.ShortcutFocusReason)
