"""Somebody in front of the window: a trip to begin with, hands that drag and type, eyes that read what is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QWidget,
)

from jz_travel.domain.places import PlaceId
from jz_travel.domain.texts import Language
from jz_travel.domain.trip import DayId, StopId, Trip, TripId, new_trip
from jz_travel.store.library import TripLibrary
from jz_travel.store.settings import Settings, Theme
from jz_travel.store.trips import TripDocument
from jz_travel.ui.app import Window, assemble
from jz_travel.ui.days.column import DayColumn
from jz_travel.ui.days.stop_list import StopList
from jz_travel.ui.edits import Edits
from jz_travel.ui.folders import Folders
from jz_travel.ui.places.list import PlaceList
from jz_travel.ui.places.model import PLACE
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look

THE_DAY = date(2026, 10, 10)
Screen = tuple[int, int, int]
"""Width and height in pixels, and the size of text in per cent."""
ACTIONS = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


@dataclass
class Table:
    """A trip on the table without a window around it."""

    session: Session
    edits: Edits
    look: Look


def first_trip() -> Trip:
    """Two days: 云台山 (s3); 陈家沟 (s4), 嘉应观 (s5). Nights in the city, a Monday in autumn."""
    trip = new_trip(TripId("first"), "秋天的焦作", date(2026, 10, 12), 2)
    one, two = (day.id for day in trip.days)
    for place, day in (("yuntaishan", one), ("chenjiagou", two), ("jiayingguan", two)):
        trip = trip.with_stop(PlaceId(place), day)
    return trip.with_lodging_everywhere(PlaceId("stay_city")).with_arrival(PlaceId("jiaozuo_rail"))


def stops_of(trip: Trip) -> list[list[str]]:
    """The places of each day."""
    return [[stop.place for stop in day.stops] for day in trip.days]


def laid_out() -> None:
    """What changes its place or size asks others to do so in turn."""
    for _ in range(6):
        QApplication.processEvents()


class Opener:
    """Opens the window on one profile, again and again, as on one evening after the other."""

    def __init__(self, application: QApplication, folders: Folders) -> None:
        self.application, self.folders = application, folders
        self._open: list[Window] = []

    def keep(self, trip: Trip) -> None:
        """Put a trip into the profile, as the one that was open last."""
        library = TripLibrary(self.folders.trips)
        library.save(TripDocument(trip))
        library.set_last_opened(trip.id)
        library.close()

    def at_size(self, screen: Screen, language: Language, theme: Theme = "light") -> Window:
        """The window as large as that, laid out."""
        width, height, percent = screen
        window = self(Settings(language=language, theme=theme, text_size=percent))
        window.main.resize(width, height)
        laid_out()
        return window

    def __call__(self, settings: Settings | None = None) -> Window:
        """In Chinese and daylight unless it is said otherwise."""
        settings = settings or Settings(language="zh-Hans", theme="light")
        window = assemble(self.application, self.folders, settings, lambda: THE_DAY)
        self._open.append(window)
        window.main.show()
        window.main.activateWindow()
        QTest.qWaitForWindowActive(window.main)
        return window

    def close(self, window: Window) -> None:
        """As when a visitor closes the window and the program ends."""
        self._open.remove(window)
        profile = window.main.map.view.profile
        refused, missing = profile.guard.refused, profile.handler.missing
        window.close()
        assert (refused, missing) == ([], [])

    def close_all(self) -> None:
        for window in tuple(self._open):
            self.close(window)


# Hands


def drag(view: QWidget, mime: QMimeData, where: QPoint) -> bool:
    """Come in with something, move to a point, let go; whether the view would take it."""
    viewport = view.viewport() if isinstance(view, QAbstractItemView) else view
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(where, ACTIONS, mime, left, none)
    QApplication.sendEvent(viewport, enter)
    if not enter.isAccepted():
        return False
    move = QDragMoveEvent(where, ACTIONS, mime, left, none)
    move.accept()  # as the system does when a widget has taken the first event
    QApplication.sendEvent(viewport, move)
    if move.isAccepted():
        QApplication.sendEvent(viewport, QDropEvent(QPointF(where), ACTIONS, mime, left, none))
    return move.isAccepted()


def mime_of(view: QAbstractItemView, row: int) -> QMimeData:
    """What a drag of this row carries."""
    return view.model().mimeData([view.model().index(row, 0)])


def before_row(view: QAbstractItemView, row: int) -> QPoint:
    """A point on the upper edge of a row."""
    rect = view.visualRect(view.model().index(row, 0))
    return QPoint(rect.center().x(), rect.top() + 1)


def after_last(view: QAbstractItemView) -> QPoint:
    """A point below all rows."""
    count = view.model().rowCount()
    bottom = view.visualRect(view.model().index(count - 1, 0)).bottom() if count else 0
    return QPoint(view.viewport().width() // 2, min(bottom + 20, view.viewport().height() - 2))


def types(widget: QWidget, text: str) -> None:
    """Type a text, Chinese too: it comes from an input method, not from keys."""
    if text.isascii():
        QTest.keyClicks(widget, text)
    elif isinstance(widget, QLineEdit):
        widget.insert(text)


def looks_for(window: Window, text: str) -> None:
    """Ctrl+F, a text, and the moment until the list follows."""
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    types(search_field(window), text)
    while window.main.places._pause.isActive():
        QTest.qWait(20)


def press(window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to whatever has the keyboard."""
    QTest.keyClick(window.main.focusWidget() or window.main, key, modifier)


def click(view: QAbstractItemView, index: QModelIndex, where: QPoint | None = None) -> None:
    rect = view.visualRect(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where or rect.center())


# Eyes


def place_list(window: Window) -> PlaceList:
    return window.main.places.findChild(PlaceList)


def search_field(window: Window) -> QLineEdit:
    return window.main.places.findChild(QLineEdit)


def name_field(window: Window) -> QLineEdit:
    return window.main.header.findChild(QLineEdit, "tripName")


def column(window: Window, number: int) -> DayColumn:
    """The column of a day; days count from 1."""
    day = window.session.trip.days[number - 1].id
    return next(each for each in window.main.board.findChildren(DayColumn) if each.day == day)


def stop_list(window: Window, number: int) -> StopList:
    return column(window, number).findChild(StopList)


def row_of(view: PlaceList, place: str) -> int:
    rows = range(view.model().rowCount())
    return next(row for row in rows if view.model().index(row, 0).data(PLACE).id == place)


def found(window: Window) -> list[str]:
    """The places that the list shows, from the top."""
    model = place_list(window).model()
    return [model.index(row, 0).data(PLACE).id for row in range(model.rowCount())]


def cards(window: Window, number: int) -> list[str]:
    """What the cards of a day are called."""
    model = stop_list(window, number).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def stop_at(window: Window, place: str) -> StopId:
    return next(stop.id for stop in window.session.trip.stops() if stop.place == place)


def day_id(window: Window, number: int) -> DayId:
    return window.session.trip.days[number - 1].id


def minutes(*values: int) -> Iterable[timedelta]:
    return (timedelta(minutes=each) for each in values)


def name_of(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    said = found.text(QAccessible.Text.Name) if found else ""
    return said.strip()


def can_have_the_keyboard(widget: QWidget) -> bool:
    inner = isinstance(widget, QLineEdit) and isinstance(widget.parent(), QAbstractSpinBox)
    inner |= isinstance(widget.parent(), QWebEngineView)  # the page names its own parts
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and not inner


def unnamed(root: QWidget) -> list[str]:
    widgets = [each for each in root.findChildren(QWidget) if can_have_the_keyboard(each)]
    assert widgets
    return [f"{type(each).__name__} {each.objectName()} in {each.parent()}" for each in widgets if not name_of(each)]


def turn_wheel(over: QWidget) -> None:
    """One notch down, with the mouse in the middle of it."""
    centre = QPointF(over.rect().center())
    wheel = QWheelEvent(
        centre, over.mapToGlobal(centre), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(over, wheel)
