"""Finding places: search, themes, filters, the list, and the pool of wished places."""

from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from jz_travel.domain.places import Place, PlaceId, Theme
from jz_travel.domain.schedule import Schedule
from jz_travel.ui.parts.chips import ChipRow
from jz_travel.ui.parts.empty import EmptyState, scrolling
from jz_travel.ui.parts.widgets import button, clearable, named
from jz_travel.ui.places.delegate import PlaceDelegate
from jz_travel.ui.places.filters import PlaceFilters
from jz_travel.ui.places.list import PlaceList
from jz_travel.ui.places.model import PLACE, PlaceFilter, PlaceModel
from jz_travel.ui.session import Selection, Session
from jz_travel.ui.style.look import Look

SEARCH_PAUSE_MS = 40
LOW = 300  # pixels at 100 % text


class PlacesPanel(QWidget):
    """``add_wanted`` asks for a place on a day, ``menu_wanted`` for everything that can be done with it."""

    add_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    details_wanted = Signal(str)
    wish_toggled = Signal(str)
    stop_unplanned = Signal(str)
    not_found = Signal(str)
    """What was searched for, with Enter or the button, and is not in the catalogue."""
    found = Signal(object)
    """The places that search and filters leave, for the map."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.setObjectName("places")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._look = session, look
        self._model = PlaceModel(session.catalogue, look, self)
        self._search = named(QLineEdit(), "search")
        self._search.addAction(look.icon("search", "ink_muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._filter_button = QToolButton()
        self._filter_button.setCheckable(True)
        self._filter_button.setIcon(look.icon("sliders"))
        self._themes = ChipRow([*Theme], look)
        self._filters = PlaceFilters(look)
        self._all, self._wished, self._segments = self._segment_row()
        self._list = PlaceList()
        self._list.setModel(self._model)
        self._delegate = PlaceDelegate(session.catalogue, look, lambda: session.trip.starts, self._list)
        self._list.setItemDelegate(self._delegate)
        self._nothing = EmptyState(look, "empty_search")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(scrolling(self._nothing))
        self._stack.setMinimumHeight(1)  # what is above keeps its height, where the window is low
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_PAUSE_MS)
        self._lay_out()
        self._connect()
        self._say()
        self._mark(session.schedule)

    # Building

    def _segment_row(self) -> tuple[QPushButton, QPushButton, QFrame]:
        frame = named(QFrame(), "segments")
        row = QHBoxLayout(frame)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(3)
        group = QButtonGroup(self)
        buttons = []
        for _ in range(2):
            segment = button("segment", checkable=True)
            group.addButton(segment)
            row.addWidget(segment, 1)
            buttons.append(segment)
        buttons[0].setChecked(True)
        return buttons[0], buttons[1], frame

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        top.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._search, 1)
        row.addWidget(self._filter_button)
        top.addLayout(row)
        top.addWidget(self._themes)
        top.addWidget(self._filters)
        top.addWidget(self._segments)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._refilter)
        self._search.textChanged.connect(lambda _: self._pause.start())
        self._search.returnPressed.connect(self._take_first)
        self._nothing.pressed.connect(lambda: self.not_found.emit(self._search.text().strip()))
        self._search.installEventFilter(self)
        self._filter_button.toggled.connect(lambda _: self._make_room())
        self._themes.chosen.connect(lambda _: self._refilter())
        self._filters.changed.connect(self._refilter)
        self._all.toggled.connect(lambda _: self._refilter())
        self._list.selectionModel().currentChanged.connect(self._picked)
        self._list.activated.connect(lambda index: self.details_wanted.emit(index.data(PLACE).id))
        self._list.clicked.connect(self._clicked)
        self._list.menu_wanted.connect(lambda index, where: self.menu_wanted.emit(index.data(PLACE).id, where))
        self._list.stop_dropped.connect(self.stop_unplanned)
        self._delegate.add_pressed.connect(lambda index: self.add_wanted.emit(index.data(PLACE).id))
        self._delegate.wish_pressed.connect(lambda index: self.wish_toggled.emit(index.data(PLACE).id))
        self._session.changed.connect(self._mark)
        self._session.pointed.connect(self._follow)
        self._look.changed.connect(self._say)
        self._look.changed.connect(self._make_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        super().resizeEvent(event)

    def _make_room(self) -> None:
        """Where filters would leave no room for what they find, they stand in the place of themes and wishes."""
        wanted = self._filter_button.isChecked()
        instead = wanted and self.height() < self._look.theme.px(LOW)
        self._themes.setVisible(not instead)
        self._segments.setVisible(not instead)
        self._filters.setVisible(wanted)

    # What a visitor does

    def focus_search(self) -> None:
        self._all.setChecked(True)
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    @property
    def current(self) -> Place | None:
        index = self._list.currentIndex()
        return index.data(PLACE) if index.isValid() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) and self._model.rowCount():
                self._list.setFocus(Qt.FocusReason.TabFocusReason)
                self._list.setCurrentIndex(self._model.index(0))
                return True
            if event.key() == Qt.Key.Key_Escape and self._search.text():
                self._search.clear()
                return True
        return super().eventFilter(watched, event)

    def _take_first(self) -> None:
        self._refilter()
        if self._model.places:
            self.details_wanted.emit(self._model.places[0].id)
        elif self._search.text().strip() and not self._wished.isChecked():
            self.not_found.emit(self._search.text().strip())

    def _clicked(self, index: QModelIndex) -> None:
        if not self._delegate.took_click:
            self.details_wanted.emit(index.data(PLACE).id)

    def _picked(self, index: QModelIndex) -> None:
        if index.isValid() and self._list.hasFocus():
            self._session.point_at_place(index.data(PLACE).id)

    # What changes around it

    def _refilter(self) -> None:
        self._pause.stop()
        if self._wished.isChecked():
            self._model.show_only(self._session.trip.wishes)
        else:
            self._model.show_only(None)
            theme = self._themes.current
            self._model.set_filter(
                PlaceFilter(
                    query=self._search.text(),
                    theme=theme if isinstance(theme, Theme) else None,
                    area=self._filters.area,
                    kind=self._filters.kind,
                    open_on=self._open_day() if self._filters.only_open else None,
                )
            )
        self._say_if_nothing()
        self.found.emit(tuple(place.id for place in self._model.places))

    def _open_day(self) -> date:
        selected = self._session.selection.day
        trip = self._session.trip
        known = selected is not None and any(day.id == selected for day in trip.days)
        return trip.date_of(selected) if known and selected else trip.starts

    def _mark(self, schedule: Schedule) -> None:
        days: dict[PlaceId, list[int]] = {}
        for number, day in enumerate(schedule.trip.days):
            for stop in day.stops:
                if number not in days.setdefault(stop.place, []):
                    days[stop.place].append(number)
        self._model.know(self._session.catalogue)
        self._model.mark({place: tuple(numbers) for place, numbers in days.items()}, schedule.trip.wishes)
        self._say_wishes()
        self._filters.say_day(self._open_day())
        if self._wished.isChecked() or self._filters.only_open:
            self._refilter()

    def _follow(self, selection: Selection) -> None:
        row = self._model.row_of(selection.place) if selection.place else None
        if row is None:
            self._list.clearSelection()
        elif row != self._list.currentIndex().row() or not self._list.selectionModel().hasSelection():
            self._list.setCurrentIndex(self._model.index(row))
        self._filters.say_day(self._open_day())

    # Words

    def _say(self) -> None:
        say = self._look.words.say
        self._search.setPlaceholderText(say("Search: name, pinyin, yts …"))
        self._search.setAccessibleName(say("Search places"))
        clearable(self._search, say("Clear the field"))
        self._filter_button.setToolTip(say("Filters"))
        self._filter_button.setAccessibleName(say("Filters"))
        self._themes.setAccessibleName(say("Themes"))
        self._list.setAccessibleName(say("Places"))
        self._themes.set_labels(say("All"), [self._look.words.theme(theme) for theme in Theme])
        self._all.setText(say("Places"))
        self._filters.say(self._session.catalogue)
        self._say_wishes()
        self._filters.say_day(self._open_day())
        self._say_if_nothing()
        self._model.restate()

    def _say_wishes(self) -> None:
        count = len(self._session.trip.wishes)
        self._wished.setText(
            self._look.words.say("Wish list ({n})", n=count) if count else self._look.words.say("Wish list")
        )

    def _say_if_nothing(self) -> None:
        say = self._look.words.say
        self._stack.setCurrentIndex(0 if self._model.rowCount() else 1)
        if self._wished.isChecked():
            self._nothing.show_text(
                say("Your wish list is empty"), say("Press the heart beside a place to keep it here.")
            )
        else:
            self._nothing.show_text(
                say("No place found"), say("Try another word, or fewer filters."), say("Add a place of your own …")
            )
