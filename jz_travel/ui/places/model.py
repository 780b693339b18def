"""The catalogue as a list: searched, filtered, each row with what a visitor wants to know at a glance."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from jz_travel.domain.places import Catalogue, Kind, Place, PlaceId, Theme
from jz_travel.domain.search import PlaceIndex
from jz_travel.ui.days.drags import places_mime
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import one_line, tip

Index = QModelIndex | QPersistentModelIndex
PLACE = Qt.ItemDataRole.UserRole + 1
DAYS = Qt.ItemDataRole.UserRole + 2
WISHED = Qt.ItemDataRole.UserRole + 3
NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class PlaceFilter:
    """What the visitor is looking for. Empty means everything that is a sight."""

    query: str = ""
    theme: Theme | None = None
    area: PlaceId | None = None
    kind: Kind | None = None
    open_on: date | None = None

    def lets_in(self, place: Place) -> bool:
        if self.kind is None and not self.query and not place.is_sight and not place.is_own:
            return False  # stations and towns show when they are looked for
        return (
            (self.theme is None or self.theme in place.themes)
            and (self.area is None or self.area in (place.area, place.id))
            and (self.kind is None or self.kind == place.kind)
            and (self.open_on is None or bool(place.hours.on(self.open_on)))
        )


class PlaceModel(QAbstractListModel):
    """Rows are places. ``DAYS`` gives the numbers of the days that visit the place, ``WISHED`` whether it is wished."""

    def __init__(self, catalogue: Catalogue, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = look.words
        self._index = PlaceIndex(catalogue, self._words.sorts)
        self._catalogue = catalogue
        self._filter = PlaceFilter()
        self._only: tuple[PlaceId, ...] | None = None
        self._days: dict[PlaceId, tuple[int, ...]] = {}
        self._wished: frozenset[PlaceId] = frozenset()
        self._order = self._everything()
        self._rows: tuple[Place, ...] = tuple(each for each in self._order if self._filter.lets_in(each))

    def _everything(self) -> tuple[Place, ...]:
        """The best known first; among equals the area with the most to see."""
        inside = self._catalogue.sights_inside
        return tuple(sorted(self._catalogue, key=lambda each: (each.tier, -len(inside.get(each.id, ())))))

    # What to show

    def show_only(self, places: Iterable[PlaceId] | None) -> None:
        """Show these places in this order, or with ``None`` the whole catalogue."""
        self._only = None if places is None else tuple(places)
        self._refill()

    def set_filter(self, wanted: PlaceFilter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self._refill()

    def mark(self, days: dict[PlaceId, tuple[int, ...]], wished: Iterable[PlaceId]) -> None:
        """Which days visit which place, and which places are wished."""
        wished = frozenset(wished)
        if (days, wished) != (self._days, self._wished):
            self._days, self._wished = days, wished
            self.restate()

    def know(self, catalogue: Catalogue) -> None:
        """Another catalogue, as when a visitor adds an own place."""
        if catalogue is not self._catalogue:
            self._catalogue, self._index = catalogue, PlaceIndex(catalogue, self._words.sorts)
            self._order = self._everything()
            self._refill()

    def restate(self) -> None:
        """The same rows, said anew: another language or theme."""
        if self._words is not self._look.words:
            self._words = self._look.words
            self._index = PlaceIndex(self._catalogue, self._words.sorts)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _refill(self) -> None:
        if self._only is not None:
            found = tuple(self._catalogue[each] for each in self._only if each in self._catalogue)
        elif self._filter.query.strip():
            found = self._index.find(self._filter.query)
        else:
            found = self._order
        rows = found if self._shows_all_found else tuple(each for each in found if self._filter.lets_in(each))
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    @property
    def _shows_all_found(self) -> bool:
        """Whether nothing but a search, or a given list, decides what is shown."""
        wanted = self._filter
        return self._only is not None or (bool(wanted.query.strip()) and wanted == PlaceFilter(wanted.query))

    @property
    def places(self) -> tuple[Place, ...]:
        return self._rows

    def row_of(self, place: PlaceId) -> int | None:
        return next((row for row, each in enumerate(self._rows) if each.id == place), None)

    # As Qt wants it

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place = self._rows[index.row()]
        words = self._look.words
        if role == PLACE:
            return place
        if role == DAYS:
            return self._days.get(place.id, ())
        if role == WISHED:
            return place.id in self._wished
        if role == Qt.ItemDataRole.DisplayRole:
            return words.name(place)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            where = self._catalogue.area_of(place)
            near = words.near(place, where)
            parts = [one_line(words.name(place)), words.kind(place.kind), near]
            parts += [words.say("on day {n}", n=day + 1) for day in self._days.get(place.id, ())]
            said = " · ".join(parts)
            return tip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        return list(places_mime(()).formats())

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        return places_mime(self._rows[index.row()].id for index in indexes)
