"""The field in which another place is chosen for a found one."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.ui.bringing_in.rows import CHOICE, Rows
from jz_travel.ui.parts.widgets import Combo
from jz_travel.ui.style.look import Look

Index = QModelIndex | QPersistentModelIndex


class PlaceChooser(QStyledItemDelegate):
    """First what may be meant, then an own place, then every sight by its name."""

    def __init__(self, rows: Rows, catalogue: Catalogue, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows, self._catalogue, self._look = rows, catalogue, look

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        words, field = self._look.words, Combo(parent)
        likely = self._rows.others(index.row())
        for place in likely:
            field.addItem(self._rows.place_said(place, own=False), place)
        if self._rows.can_be_own(index.row()):
            field.addItem(words.say("Your own place"), None)
        if field.count():
            field.insertSeparator(field.count())
        rest = [place for place in self._catalogue if place.is_sight and place.id not in likely]
        for sight in sorted(rest, key=lambda each: words.sort_key(words.name(each), each.pinyin)):
            field.addItem(words.name(sight), sight.id)
        field.activated.connect(lambda _: self._done(field))
        field.setMaxVisibleItems(16)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(CHOICE))))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox) and editor.currentIndex() >= 0:
            chosen = editor.currentData()
            place = None if chosen is None else PlaceId(chosen)
            if place != self._rows.rows[index.row()].place:
                self._rows.choose(index.row(), place)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def _done(self, field: QComboBox) -> None:
        self.commitData.emit(field)
        self.closeEditor.emit(field)
