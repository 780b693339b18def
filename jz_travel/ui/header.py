"""The top of the window: the trip's name and dates, undo and redo, language, theme, and the menu of everything."""

from PySide6.QtCore import QDate, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QStyle,
    QStyleOptionFrame,
    QStylePainter,
    QToolButton,
    QWidgetAction,
)

from jz_travel.domain.clock import DAY
from jz_travel.domain.schedule import Schedule
from jz_travel.ui.actions import Actions
from jz_travel.ui.edits import Edits
from jz_travel.ui.parts.dates import speak
from jz_travel.ui.parts.widgets import button
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import tip

ROOMY, TIGHT, CROWDED = 1180, 850, 640
"""Pixels of window at 100 % text, below which buttons give up their words; below the second one, all of them; below
the third one, what the menu has too is only there, for the sake of the trip's name."""


WIDEST_NAME, NARROW_NAME, LEAST_NAME, ROUND_THE_NAME = 420, 300, 136, 20
"""Pixels: a name that is wider than the first one is cut, and leaves the dates their words unless it has less than the
second one; it never has less than the third."""


class NameField(QLineEdit):
    """A title that can be edited in place; Escape takes back what was typed."""

    renamed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tripName")
        self.setMaxLength(200)
        self._name = ""
        self.editingFinished.connect(self._finished)

    def show_name(self, name: str) -> None:
        self._name = " ".join(name.split())
        self.setToolTip(tip(self._name))
        if not self.hasFocus() or not self.isModified():
            self._show()

    def _show(self) -> None:
        self.setText(self._name)
        self.setCursorPosition(0)

    def _finished(self) -> None:
        if self.isModified():
            self.setModified(False)
            self.renamed.emit(self.text())
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._show()
        super().keyPressEvent(event)
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clearFocus()

    @property
    def shown(self) -> str:
        """What can be read of the name: all of it while it is edited, else as much as there is room for."""
        if self.hasFocus():
            return self.text()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self._text_area().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.shown == self.text():
            super().paintEvent(event)
            return
        frame = QStyleOptionFrame()
        self.initStyleOption(frame)
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, frame)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(self._text_area(), Qt.AlignmentFlag.AlignVCenter, self.shown)

    @property
    def wanted(self) -> int:
        """Pixels for all of the name, as far as it may have them."""
        return min(self.fontMetrics().horizontalAdvance(self.text()) + ROUND_THE_NAME, WIDEST_NAME)

    def _text_area(self) -> QRect:
        frame = QStyleOptionFrame()
        self.initStyleOption(frame)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, frame, self)
        return inside.adjusted(2, 0, -2, 0)  # Qt's own distance between a field's edge and its text


class Header(QFrame):
    """Where the window is too narrow for words, icons keep them as tips and for screen readers."""

    def __init__(self, session: Session, edits: Edits, actions: Actions, look: Look) -> None:
        super().__init__()
        self.setObjectName("header")
        self._session, self._edits, self._look = session, edits, look
        self._name = NameField()
        self._name.renamed.connect(edits.rename)
        self._span = ""
        self._dates = button("flat")
        self._dates.setIcon(look.icon("calendar", "accent"))
        self._calendar = QCalendarWidget()
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.clicked.connect(self._date_chosen)
        self._date_menu = QMenu(self)
        inside = QWidgetAction(self)
        inside.setDefaultWidget(self._calendar)
        self._date_menu.addAction(inside)
        self._date_menu.aboutToShow.connect(self._show_calendar)
        self._dates.setMenu(self._date_menu)
        self._plan = button("main")
        self._plan.setIcon(look.icon("plan", "accent_ink"))
        self._plan.clicked.connect(actions.plan.trigger)
        self._take_along = QToolButton()
        self._take_along.setIcon(look.icon("download"))
        _opens(self._take_along, actions.take_along)
        self._trips = QToolButton()
        self._trips.setDefaultAction(actions.trips)
        self._trips.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._statistics = QToolButton()
        self._statistics.setDefaultAction(actions.statistics)
        self._theme = self._button(actions, "theme")
        self._buttons = [self._button(actions, "undo"), self._button(actions, "redo"), self._theme]
        self._language = QToolButton()
        self._language.setIcon(look.icon("language"))
        _opens(self._language, actions.language_menu)
        self._language.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._buttons.insert(2, self._language)
        actions.language.triggered.connect(self._language.showMenu)
        self._menu_button = QToolButton()
        self._menu_button.setIcon(look.icon("list"))
        _opens(self._menu_button, actions.menu)
        actions.show_menu.triggered.connect(self._menu_button.showMenu)
        self._lay_out()
        session.changed.connect(self._show)
        look.changed.connect(lambda: self._show(session.schedule))
        self._show(session.schedule)

    def _button(self, actions: Actions, name: str) -> QToolButton:
        made = QToolButton()
        made.setDefaultAction(getattr(actions, name))
        return made

    def _lay_out(self) -> None:
        self._mark = mark = QLabel()
        whole = self._look.application_icon.pixmap(64, 64)  # more dots than that on a screen with finer ones
        smooth = Qt.TransformationMode.SmoothTransformation
        mark.setPixmap(whole.scaled(whole.size() / 2, Qt.AspectRatioMode.KeepAspectRatio, smooth))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 10, 7)
        row.setSpacing(4)
        row.addWidget(mark)
        row.addSpacing(4)
        row.addWidget(self._name, 5)
        row.addWidget(self._dates)
        row.addStretch()  # what the name leaves
        row.addWidget(self._plan)
        row.addSpacing(8)
        row.addWidget(self._trips)
        row.addWidget(self._statistics)
        row.addWidget(self._take_along)
        row.addSpacing(8)
        for each in self._buttons:
            row.addWidget(each)
        row.addWidget(self._menu_button)
        self._name.setMinimumWidth(LEAST_NAME)
        self._name.setMaximumWidth(WIDEST_NAME)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words beside icons while there is room for them; an icon keeps its name for screen readers and as a tip."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        style = Qt.ToolButtonStyle
        roomy = self.width() >= self._look.theme.px(ROOMY)
        for each in (self._trips, self._language):
            each.setToolButtonStyle(style.ToolButtonTextBesideIcon if roomy else style.ToolButtonIconOnly)
        crowded = self.width() < self._look.theme.px(CROWDED)
        for part in (self._mark, self._trips, self._theme):
            part.setVisible(not crowded)
        wide = self.width() >= self._look.theme.px(TIGHT)
        self._plan.setText(self._look.words.say("Plan my visit") if wide else "")
        self._dates.setText(self._span if wide else "")
        left, wanted = self._left_for_name, self._name.wanted
        if left < wanted and (wanted < WIDEST_NAME or left < NARROW_NAME):
            self._dates.setText("")
        self._plan.setAccessibleName(self._look.words.say("Plan my visit"))
        self._plan.setToolTip(self._look.words.say("Plan my visit"))

    @property
    def _left_for_name(self) -> int:
        self._row.invalidate()
        return self.width() - self._row.sizeHint().width() + self._name.sizeHint().width()

    def _show(self, schedule: Schedule) -> None:
        words, trip = self._look.words, schedule.trip
        self._name.show_name(trip.name)
        last = trip.starts + (len(trip.days) - 1) * DAY
        span = words.date_short(trip.starts)
        if last != trip.starts:
            span = words.say("{first} – {last}", first=span, last=words.date_short(last))
        self._span = span
        self._name.setAccessibleName(words.say("Name of the trip"))
        self._dates.setAccessibleName(words.say("Dates: {dates}", dates=span))
        self._take_along.setToolTip(words.say("Take along"))
        self._take_along.setAccessibleName(words.say("Take along"))
        self._fit()
        self._dates.setToolTip(words.say("Choose the first day"))
        self._language.setText(words.language_name(words.language))
        self._language.setAccessibleName(words.say("Language"))
        self._language.setToolTip(words.say("Language"))
        self._menu_button.setAccessibleName(words.say("Menu"))
        self._menu_button.setToolTip(words.say("Menu"))
        speak(self._calendar, self._look)
        self._colour_calendar()

    def _colour_calendar(self) -> None:
        """Weekdays and weekends in the theme's inks; Qt would paint the weekend red."""
        theme = self._look.theme
        head, weekend = QTextCharFormat(), QTextCharFormat()
        head.setForeground(theme.qcolor("ink_muted"))
        head.setBackground(theme.qcolor("card"))
        weekend.setForeground(theme.qcolor("accent"))
        self._calendar.setHeaderTextFormat(head)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, weekend)

    def _show_calendar(self) -> None:
        starts = self._session.trip.starts
        self._calendar.setSelectedDate(QDate(starts.year, starts.month, starts.day))
        self._calendar.setFocus()

    def _date_chosen(self, chosen: QDate) -> None:
        self._date_menu.hide()
        self._edits.start_date(chosen.toPython())  # type: ignore[arg-type]  # a date, which the stubs call object


def _opens(button: QToolButton, menu: QMenu) -> None:
    """A click shows the menu. Qt's own instant menus stay shut when a screen reader asks for them."""
    button.setMenu(menu)
    button.clicked.connect(button.showMenu)
