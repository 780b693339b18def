"""Looking for a place and taking it: a field, and what was found right below it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from jz_travel.domain.places import Catalogue, Place, PlaceId
from jz_travel.domain.search import PlaceIndex
from jz_travel.ui.parts.widgets import clearable, named
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import one_line
from jz_travel.words import Words

MOST_FOUND = 6


class PlacePicker(QWidget):
    """``picked`` carries the id. Enter takes the first, Down goes to the list, Escape gives up."""

    picked = Signal(str)

    def __init__(self, catalogue: Callable[[], Catalogue], look: Look, fits: Callable[[Place], bool]) -> None:
        super().__init__()
        self._catalogue, self._look, self._fits = catalogue, look, fits
        self._index: tuple[Catalogue, Words, PlaceIndex] | None = None
        self.field, self.found = QLineEdit(), named(QListWidget(), "found")
        self.field.addAction(look.icon("search", "ink_muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._look_for)
        self.field.returnPressed.connect(self._take_first)
        self.field.installEventFilter(self)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.found.itemClicked.connect(self._take)
        self.found.itemActivated.connect(self._take)
        self.found.installEventFilter(self)
        self.found.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.found)

    def retell(self) -> None:
        say = self._look.words.say
        self.field.setPlaceholderText(say("Search: name, pinyin, yts …"))
        self.field.setAccessibleName(say("Search places"))
        clearable(self.field, say("Clear the field"))
        self.found.setAccessibleName(say("Places found"))
        self._look_for(self.field.text())

    def _look_for(self, text: str) -> None:
        words, catalogue = self._look.words, self._catalogue()
        if self._index is None or self._index[0] is not catalogue or self._index[1] is not words:
            self._index = (catalogue, words, PlaceIndex(catalogue, words.sorts))  # own places come and go
        found = [place for place in self._index[2].find(text) if self._fits(place)] if text.strip() else []
        self.found.clear()
        for place in found[:MOST_FOUND]:
            area = catalogue.area_of(place)
            where = words.short(area) if area else words.county(place.county)
            item = QListWidgetItem(one_line(f"{words.short(place)} · {words.kind(place.kind)} · {where}"))
            item.setData(Qt.ItemDataRole.UserRole, place.id)
            self.found.addItem(item)
        if text.strip() and not found:
            item = QListWidgetItem(words.say("No place found"))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.found.addItem(item)
        self.found.setVisible(bool(self.found.count()))
        self.found.setFixedHeight(4 + sum(self.found.sizeHintForRow(row) for row in range(self.found.count())))

    def _take_first(self) -> None:
        if self.found.count():
            self._take(self.found.item(0))

    def _take(self, item: QListWidgetItem) -> None:
        place: PlaceId | None = item.data(Qt.ItemDataRole.UserRole)
        if place is not None:
            self.field.clear()
            self.field.setFocus()
            self.picked.emit(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if watched is self.field and key == Qt.Key.Key_Down and self.found.isVisible():
                self.found.setFocus(Qt.FocusReason.TabFocusReason)
                self.found.setCurrentRow(0)
                return True
            if key == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                self.field.setFocus()
                return True
        return super().eventFilter(watched, event)
