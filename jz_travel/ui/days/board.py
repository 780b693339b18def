"""The days side by side, and what can be done with a day or a stop."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jz_travel.domain.holidays import HolidayCalendar
from jz_travel.domain.problems import Severity
from jz_travel.domain.schedule import Schedule
from jz_travel.domain.trip import DayId, StopId
from jz_travel.ui.days.column import DayColumn
from jz_travel.ui.edits import Edits
from jz_travel.ui.parts.widgets import label, named
from jz_travel.ui.session import Selection, Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import held_together

BESIDE_A_DAY = 36
"""Pixels for margins and a scroll bar."""
BETWEEN, ADD_DAY = 10, 44
SNUG, TITLE_FROM = 236, 300
"""Pixels at 100 % text: what a day can do with so that there is nothing to scroll; below which the sums need the room
of the title."""


class _Row(QHBoxLayout):
    """Days are as high as the board, whatever they would like: a long one scrolls inside, below its head."""

    def hasHeightForWidth(self) -> bool:
        return False


class Board(QFrame):
    """Keeps one column a day, and changes only those whose day changed."""

    add_wanted = Signal(str)
    day_menu_wanted = Signal(str, QPoint)
    stop_menu_wanted = Signal(str, QPoint)
    details_wanted = Signal(str)

    def __init__(self, session: Session, edits: Edits, look: Look, calendar: HolidayCalendar) -> None:
        super().__init__()
        self.setObjectName("board")
        self._session, self._edits, self._look, self._calendar = session, edits, look, calendar
        self._columns: dict[DayId, DayColumn] = {}
        self._title, self._totals = label("heading", wrap=False), label("muted")
        self._add_day = named(QPushButton(), "addDay")
        self._add_day.clicked.connect(lambda: edits.add_day())
        self._scroll = QScrollArea()
        self._lay_out()
        session.changed.connect(self.show_schedule)
        session.pointed.connect(self._follow)
        look.changed.connect(self._restate)
        self.show_schedule(session.schedule)

    def _lay_out(self) -> None:
        inside = named(QWidget(), "boardColumns")
        self._row = _Row(inside)
        self._row.setContentsMargins(12, 10, 12, 12)
        self._row.setSpacing(BETWEEN)
        self._row.addWidget(self._add_day)
        self._row.addStretch(0)
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.horizontalScrollBar().rangeChanged.connect(lambda *_: self._keep_new_in_sight())
        header = named(QFrame(), "boardHeader")
        line = QHBoxLayout(header)
        line.setContentsMargins(16, 8, 16, 8)
        line.addWidget(self._title)
        line.addWidget(self._totals, 1)
        self._totals.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._scroll, 1)
        self._add_day.setFixedWidth(ADD_DAY)
        self._add_day.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._add_day.setIcon(self._look.icon("plus", "ink_muted"))

    # What it shows

    def show_schedule(self, schedule: Schedule) -> None:
        wanted = [day.id for day in schedule.trip.days]
        for gone in self._columns.keys() - set(wanted):
            column = self._columns.pop(gone)
            self._row.removeWidget(column)
            column.hide()
            column.deleteLater()
        for index, (day, shown) in enumerate(zip(schedule.trip.days, schedule.days, strict=True)):
            column = self._columns.get(day.id) or self._new_column(day.id)
            if self._row.indexOf(column) != index:
                self._row.insertWidget(index, column, 1)
            column.show_day(shown, day, index)
        self._fit()
        self._say(schedule)

    @property
    def _room(self) -> int:
        """How wide a day may be: so that all of them are seen, if they are readable then; else what is seen at once."""
        whole, days = self.width() - BESIDE_A_DAY, max(1, len(self._columns))
        each = (whole - ADD_DAY - days * BETWEEN) // days
        return each if each >= self._look.theme.px(SNUG) else whole

    def _fit(self) -> None:
        room = self._room
        for column in self._columns.values():
            column.fit(room, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        self._title.setVisible(self.width() >= self._look.theme.px(TITLE_FROM))
        super().resizeEvent(event)

    def take_calendar(self, calendar: HolidayCalendar) -> None:
        """Other days are known to be full."""
        self._calendar = calendar
        for column in self._columns.values():
            column.take_calendar(calendar)
        self.show_schedule(self._session.schedule)

    def _new_column(self, day: DayId) -> DayColumn:
        column = self._columns[day] = DayColumn(self._session, self._look, self._calendar, day, self._room)
        column.stop_dropped.connect(lambda stop, to, before: self._edits.move(StopId(stop), DayId(to), before))
        column.places_dropped.connect(lambda places, to, before: self._edits.add(places, DayId(to), before))
        column.add_wanted.connect(self.add_wanted)
        column.menu_wanted.connect(self.day_menu_wanted)
        column.stop_menu_wanted.connect(self.stop_menu_wanted)
        column.details_wanted.connect(self.details_wanted)
        return column

    def focus_day(self, steps: int = 0) -> None:
        """Put the keyboard into the selected day, or into a neighbour of it."""
        days = [day.id for day in self._session.trip.days]
        selected = self._session.selection.day
        index = days.index(selected) if selected in days else 0
        day = days[max(0, min(len(days) - 1, index + steps))]
        self._columns[day].focus_list()
        self._show_day(day)

    def _follow(self, selection: Selection) -> None:
        for column in self._columns.values():
            column.follow(selection)
        if selection.day is not None:
            self._show_day(selection.day)

    def show_new(self, stop: StopId) -> None:
        """Leads to a visit that has just come in, and marks its day for a moment."""
        column = self._columns[self._session.trip.day_of(stop).id]
        self._session.point_at_stop(stop)
        column.mark.begin()

    def _keep_new_in_sight(self) -> None:
        """A day that is new itself gets its width only now."""
        for day, column in self._columns.items():
            if column.mark.isActive():
                self._show_day(day)

    def _show_day(self, day: DayId) -> None:
        column = self._columns.get(day)
        if column is not None:
            below = self._scroll.verticalScrollBar().value()
            self._scroll.ensureWidgetVisible(column, 12, 0)
            bar = self._scroll.horizontalScrollBar()
            bar.setValue(min(bar.value(), column.x() - 12))  # one that is too wide is seen from its beginning
            self._scroll.verticalScrollBar().setValue(below)

    def _restate(self) -> None:
        self._title.setVisible(self.width() >= self._look.theme.px(TITLE_FROM))
        for column in self._columns.values():
            column.restate()
        self.show_schedule(self._session.schedule)

    def _say(self, schedule: Schedule) -> None:
        words = self._look.words
        self._title.setText(words.say("Itinerary"))
        visits = len(schedule.visits)
        parts = [words.count("{n} day", "{n} days", len(schedule.days)), words.count("{n} place", "{n} places", visits)]
        clashes = schedule.count(Severity.CLASH)
        if visits:
            parts.append(words.count("{n} clash", "{n} clashes", clashes) if clashes else words.say("no clashes"))
        said = " · ".join(parts)
        self._totals.setText(held_together(said))
        self._totals.setAccessibleName(said)
        self._add_day.setToolTip(words.say("Add a day"))
        self._add_day.setAccessibleName(words.say("Add a day"))
