"""One day's visits as a list; what is dropped between them becomes an edit of the trip."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from jz_travel.domain.places import Catalogue
from jz_travel.domain.schedule import DaySchedule, Meal, Visit
from jz_travel.domain.trip import Stop
from jz_travel.ui.days.drags import PLACES_TYPE, STOP_TYPE, dragged_places, dragged_stop, stop_mime
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import one_line, tip

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """All that is painted of one visit; the same object for as long as it looks the same."""

    visit: Visit
    stop: Stop
    meal: Meal | None
    date: date
    number: int


class DayModel(QAbstractListModel):
    """Rows are visits in order. A drop says before which stop (``None``: at the end)."""

    stop_dropped = Signal(str, object)
    places_dropped = Signal(object, object)

    def __init__(self, catalogue: Catalogue, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue, self._look = catalogue, look
        self._day: DaySchedule | None = None
        self._stops: tuple[Stop, ...] = ()
        self._rows: list[Row] = []

    def know(self, catalogue: Catalogue) -> None:
        """Another catalogue, as when a visitor adds an own place."""
        if catalogue is not self._catalogue:
            self._catalogue = catalogue
            self.restate()

    def show(self, day: DaySchedule, stops: tuple[Stop, ...]) -> bool:
        """Take over a day; ``False`` when nothing in it is new."""
        if self._day == day and self._stops == stops:
            return False
        rows = _rows(day, stops)
        if [each.id for each in stops] != [each.id for each in self._stops]:
            self.beginResetModel()
            self._day, self._stops, self._rows = day, stops, rows
            self.endResetModel()
            return True
        changed = [at for at, (before, after) in enumerate(zip(self._rows, rows, strict=True)) if before != after]
        self._day, self._stops = day, stops
        for at in changed:
            self._rows[at] = rows[at]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
        return True

    def restate(self) -> None:
        if self._stops:
            self.dataChanged.emit(self.index(0), self.index(len(self._stops) - 1))

    def row_of(self, stop: str | None) -> int | None:
        return next((row for row, each in enumerate(self._stops) if each.id == stop), None)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._stops)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._day is None:
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        visit = row.visit
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(visit)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._in_words(visit)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._in_words(visit))
        return None

    def _name(self, visit: Visit) -> str:
        place = self._catalogue.get(visit.place)
        return self._look.words.name(place) if place else visit.place

    def _in_words(self, visit: Visit) -> str:
        assert self._day is not None
        words = self._look.words
        times = words.time_range(visit.enters, visit.leaves, self._day.date)
        parts = [one_line(self._name(visit)), times, words.duration(visit.lasts)]
        parts += [words.leg(visit.leg)] if visit.leg else []
        return "\n".join([*parts, *(words.problem(problem, self._catalogue) for problem in visit.problems)])

    # Dragging

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [STOP_TYPE, PLACES_TYPE]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        rows = [index.row() for index in indexes]
        return stop_mime(self._stops[rows[0]].id) if rows else QMimeData()

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return data.hasFormat(STOP_TYPE) or data.hasFormat(PLACES_TYPE)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        at = parent.row() if parent.isValid() else row
        before = self._stops[at].id if 0 <= at < len(self._stops) else None
        stop, places = dragged_stop(data), dragged_places(data)
        if stop is not None:
            self.stop_dropped.emit(stop, before)
        elif places:
            self.places_dropped.emit(places, before)
        # False: the view must not remove the dragged rows itself; the edit has already moved the stop.
        return False


def _rows(day: DaySchedule, stops: tuple[Stop, ...]) -> list[Row]:
    both = enumerate(zip(day.visits, stops, strict=True), 1)
    return [Row(visit, stop, _meal(day, visit), day.date, number) for number, (visit, stop) in both]


def _meal(day: DaySchedule, visit: Visit) -> Meal | None:
    return next((meal for meal in day.meals if visit.stop in (meal.before, meal.during)), None)
