"""One day: its head with number, date and sums, the visits, and where it ends."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QToolButton, QVBoxLayout

from jz_travel.domain.holidays import HolidayCalendar, Level
from jz_travel.domain.problems import Severity
from jz_travel.domain.schedule import DaySchedule
from jz_travel.domain.travel import How
from jz_travel.domain.trip import Day, DayId, StopId
from jz_travel.ui.days.badge import DayBadge
from jz_travel.ui.days.model import ROW, DayModel
from jz_travel.ui.days.road_sums import RoadSums
from jz_travel.ui.days.stop_delegate import BEYOND, SIDE, StopDelegate
from jz_travel.ui.days.stop_list import StopList
from jz_travel.ui.days.strip import Strip
from jz_travel.ui.parts.empty import EmptyState
from jz_travel.ui.parts.mark import Mark
from jz_travel.ui.parts.widgets import button, label, set_state
from jz_travel.ui.session import Selection, Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import one_line
from jz_travel.ui.style.theme import qcolor
from jz_travel.words.holidays import line as load_line

NARROWEST, LEAST, LEAST_AT_MOST, WIDEST = 262, 160, 240, 400
"""Pixels at 100 % text: as wide as a day usually is at least, and as wide as it is where there is no room, which is so
much at most however large the letters are."""
BAND = 4
PICTURE_FROM = 434
"""Height of the board at 100 % text that holds an empty day with a picture."""


class DayColumn(QFrame):
    """Asks for edits by signals; the board carries them out."""

    menu_wanted = Signal(str, QPoint)
    stop_menu_wanted = Signal(str, QPoint)
    add_wanted = Signal(str)
    stop_dropped = Signal(str, str, object)
    places_dropped = Signal(object, str, object)
    details_wanted = Signal(str)

    def __init__(self, session: Session, look: Look, calendar: HolidayCalendar, day: DayId, room: int) -> None:
        super().__init__()
        self.setObjectName("day")
        self.day = day
        self._calendar = calendar
        self._session, self._look, self._index = session, look, 0
        self._room = room
        self._told: tuple[DaySchedule, Day, int] | None = None
        self._badge = DayBadge(look)
        self._date = label("heading")
        self._sums = RoadSums(look)
        self._sun, self._load, self._start, self._end = (label("small") for _ in range(4))
        self._more = QToolButton()
        self._more.setIcon(look.icon("more"))
        self._more.clicked.connect(self._menu)
        self._problems, self._note = label(), label("small")
        self._add = button("flat")
        self._add.setIcon(look.icon("plus", "accent"))
        self._add.clicked.connect(lambda: self.add_wanted.emit(self.day))
        self._model = DayModel(session.catalogue, look, self)
        self._list = StopList()
        self._list.setModel(self._model)
        self._delegate = StopDelegate(session.catalogue, look, self._list)
        self._list.setItemDelegate(self._delegate)
        self._hint = EmptyState(look, "empty_trip", always_whole=True)
        self._way_home = Strip(look)
        self.mark = Mark(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._head = head = QGridLayout()
        head.setContentsMargins(12, 12, 8, 4)
        head.setHorizontalSpacing(10)
        head.setVerticalSpacing(4)
        head.setColumnStretch(1, 1)
        head.addWidget(self._badge, 0, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._more, 0, 2, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setContentsMargins(14, 0, 14, 4)
        lines.setSpacing(2)
        lines.addWidget(self._sums)
        lines.addWidget(self._start)
        lines.addWidget(self._problems)
        lines.addWidget(self._note)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 2, 14, 10)
        foot.setSpacing(2)
        foot.addWidget(self._end)
        foot.addWidget(self._sun)
        foot.addWidget(self._load)
        foot.addWidget(self._add)
        home = QVBoxLayout()
        home.setContentsMargins(SIDE, 0, SIDE - BEYOND, 0)
        home.addWidget(self._way_home)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(lines)
        column.addWidget(self._list)
        column.addWidget(self._hint)
        column.addLayout(home)
        column.addLayout(foot)
        column.addStretch(1)
        self._set_width()

    def _connect(self) -> None:
        self._model.stop_dropped.connect(lambda stop, before: self.stop_dropped.emit(stop, self.day, before))
        self._model.places_dropped.connect(lambda places, before: self.places_dropped.emit(places, self.day, before))
        self._list.hovered_by_drag.connect(self._mark_drop)
        self._list.selectionModel().currentChanged.connect(self._picked)
        self._list.clicked.connect(lambda index: self.details_wanted.emit(index.data(ROW).stop.id))
        self._list.activated.connect(lambda index: self.details_wanted.emit(index.data(ROW).stop.id))
        self._list.menu_wanted.connect(lambda index, where: self.stop_menu_wanted.emit(index.data(ROW).stop.id, where))
        self.setAcceptDrops(True)

    def _set_width(self) -> None:
        px = self._look.theme.px
        self.setMinimumWidth(min(px(NARROWEST), max(min(px(LEAST), LEAST_AT_MOST), self._room)))
        self.setMaximumWidth(px(WIDEST))
        if self._room < px(LEAST):  # the date keeps its line
            self._head.addWidget(self._date, 1, 0, 1, 3)
        else:
            self._head.addWidget(self._date, 0, 1)

    def fit(self, room: int, height: int) -> None:
        """A day is never wider than what is seen of the board at once, as long as it can be read; on a board that is
        too low for both, the hint of an empty day goes without its picture.
        """
        self._hint.keep_whole(height >= self._look.theme.px(PICTURE_FROM))
        if room != self._room:
            self._room = room
            self._set_width()

    # What it shows

    def show_day(self, shown: DaySchedule, day: Day, index: int) -> None:
        if index != self._index:
            self._index = self._badge.index = self._delegate.day_index = index
            self._badge.update()
            self.update()
            self._model.restate()
        self._delegate.know(self._session.catalogue)
        self._model.know(self._session.catalogue)
        has_moved = self._model.show(shown, day.stops) and self._list.fit()
        self._list.setVisible(bool(day.stops))
        self._hint.setVisible(not day.stops)
        if self._told != (shown, day, index):
            self._told = (shown, day, index)
            self._say(shown, day, index)
        if has_moved:
            self._column.activate()  # before it is painted
        self.follow(self._session.selection)

    def take_calendar(self, calendar: HolidayCalendar) -> None:
        self._calendar, self._told = calendar, None

    def restate(self) -> None:
        self._told = None
        self._set_width()
        self._model.restate()
        self._list.doItemsLayout()
        self._list.updateGeometry()
        self._badge.updateGeometry()

    def follow(self, selection: Selection) -> None:
        row = self._model.row_of(selection.stop)
        if row is None:
            self._list.clearSelection()
            self._list.setCurrentIndex(QModelIndex())
        elif row != self._list.currentIndex().row():
            self._list.setCurrentIndex(self._model.index(row))
        set_state(self, "current", selection.day == self.day)

    def focus_list(self) -> None:
        target = self._list if self._model.rowCount() else self._add
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say(self, shown: DaySchedule, day: Day, index: int) -> None:
        words, say = self._look.words, self._look.words.say
        self._date.setText(words.date_short(shown.date))
        sums = [words.duration(shown.travelling)] if shown.travelling else []
        sums += [words.distance(shown.metres, guessed=True)] if shown.metres else []
        if sums:
            self._sums.show_sums(day.mode, " · ".join(sums))
        else:
            self._sums.show_text("" if shown.visits else say("Nothing planned yet"))
        self._say_ends(shown, day)
        self._sun.setText(say("Sunset {time}", time=words.time(shown.sunset, shown.date)))
        load = self._calendar.load(shown.date)
        self._load.setText(load_line(words, load) if load.inputs else "")
        self._load.setVisible(load.level >= Level.LIVELY and bool(load.inputs))
        self._say_problems(shown)
        self._note.setText(one_line(day.note, 140))
        self._note.setVisible(bool(day.note))
        self._hint.show_text("", say("Drag a place here, or press + beside one."))
        self._add.setText(say("Add a place"))
        name = say("Day {n}", n=index + 1)
        self._add.setAccessibleName(words.labelled(name, say("Add a place")))
        self.setAccessibleName(f"{name} {self._date.text()}")
        self._list.setAccessibleName(name)
        self._more.setToolTip(say("Change this day"))
        self._more.setAccessibleName(words.labelled(name, say("Change this day")))

    def _say_ends(self, shown: DaySchedule, day: Day) -> None:
        """Where from and when, and the way home after the last visit."""
        words, say, catalogue = self._look.words, self._look.words.say, self._session.catalogue
        origin = catalogue.get(shown.origin)
        start = words.time(day.starts)
        self._start.setText(
            say("{time} from {place}", time=start, place=words.short(origin))
            if origin
            else say("Starts {time}", time=start)
        )
        home = catalogue.get(shown.destination)
        ends = words.time(shown.ends, shown.date)
        way = shown.last_leg
        if home is not None and way is not None:
            self._way_home.show_way(str(way.mode), words.leg(way) if way.how is not How.NONE else "")
            self._end.setText(say("{time} at {place}", time=ends, place=words.short(home)))
        else:
            self._way_home.show_way("", "")
            self._end.setText(say("Ends {time}", time=ends) if shown.visits else "")
        self._end.setVisible(bool(self._end.text()))

    def _say_problems(self, shown: DaySchedule) -> None:
        worth = [problem for problem in shown.problems if problem.severity > Severity.HINT]
        worst = max((problem.severity for problem in worth), default=None)
        texts = [self._look.words.problem(problem, self._session.catalogue) for problem in worth]
        self._problems.setText("\n".join(texts))
        self._problems.setVisible(bool(texts))
        set_state(self._problems, "role", "clash" if worst is Severity.CLASH else "warning")

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._keep_whole()
        return done

    def _keep_whole(self) -> None:
        """Wrapped words need their height; only the list of visits can do with less."""
        needed = self._column.totalMinimumHeightForWidth(self.width())
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The colour of the day along the top, as on the map."""
        super().paintEvent(event)
        theme, whole = self._look.theme, self.rect().toRectF().adjusted(1, 1, -1, -1)
        inside = QPainterPath()
        inside.addRoundedRect(whole, theme.radius("large") - 1, theme.radius("large") - 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(inside)
        painter.fillRect(QRectF(whole.topLeft(), QSizeF(whole.width(), BAND)), qcolor(theme.day(self._index).fill))

    # What a visitor does

    def _menu(self) -> None:
        self.menu_wanted.emit(self.day, self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _picked(self, index: QModelIndex) -> None:
        if index.isValid() and self._list.hasFocus():
            self._session.point_at_stop(StopId(index.data(ROW).stop.id))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._session.point(Selection(day=self.day))
        super().mousePressEvent(event)

    def _mark_drop(self, hovering: bool) -> None:
        set_state(self, "dropping", hovering)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._model.canDropMimeData(event.mimeData(), event.dropAction(), -1, 0, QModelIndex()):
            event.acceptProposedAction()
            self._mark_drop(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """A drop beside the list, on the head or on an empty day, goes to the end."""
        self._mark_drop(False)
        event.acceptProposedAction()
        self._model.dropMimeData(event.mimeData(), event.dropAction(), -1, 0, QModelIndex())
