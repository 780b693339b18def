"""The visits of a day as a list: as high as they are, and no higher than there is room."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QCursor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy

from jz_travel.ui.days.stop_delegate import StopDelegate
from jz_travel.ui.parts.widgets import set_state

Index = QModelIndex | QPersistentModelIndex
ROUND_THE_LIST = 4  # pixels of its ring


class StopList(QListView):
    """The visits of a day; drops from other days and from the places are welcome."""

    menu_wanted = Signal(QModelIndex, QPoint)
    hovered_by_drag = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._height = 0
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.customContextMenuRequested.connect(self._menu)
        self.verticalScrollBar().rangeChanged.connect(lambda _, most: set_state(self, "cut", most > 0))

    @property
    def _whole(self) -> int:
        """As high as all its visits."""
        return sum(self._height_of(row) for row in range(self.model().rowCount())) + ROUND_THE_LIST

    def _height_of(self, row: int) -> int:
        """Of the delegate itself: Qt's way to ask takes several times as long."""
        return self._paints.height(self.model().index(row, 0))

    @property
    def _paints(self) -> StopDelegate:
        delegate = self.itemDelegate()
        assert isinstance(delegate, StopDelegate)
        return delegate

    def sizeHint(self) -> QSize:
        return QSize(200, self._whole)

    def minimumSizeHint(self) -> QSize:
        """One visit and its way, at least: where a window is low the board scrolls instead."""
        first = self._height_of(0) if self.model().rowCount() else 0
        return QSize(0, first + ROUND_THE_LIST)

    def fit(self) -> bool:
        """Takes what its visits need now; says whether that is another height than before. Done at once: Qt would first
        paint the visits in their old places, and all of them again a moment later."""
        before, self._height = self._height, self._whole
        if self._height == before:
            return False
        self.executeDelayedItemsLayout()
        self.updateGeometry()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Problems wrap: a narrower visit is a taller one. Qt's list only looks at its height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()
        self.executeDelayedItemsLayout()  # not while it is painted, which would paint it twice

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The delegate marks the visit that has the keyboard; until there is one the whole list is marked."""
        super().focusInEvent(event)
        set_state(self, "ring", not self.currentIndex().isValid())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        set_state(self, "ring", False)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        set_state(self, "ring", self.hasFocus() and not current.isValid())

    def _menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        if not index.isValid():
            index = self.currentIndex()
            where = self.visualRect(index).center()
        if index.isValid():
            self.menu_wanted.emit(index, self.viewport().mapToGlobal(where))

    def startDrag(self, supported: Qt.DropAction) -> None:
        """With the card alone at the pointer; Qt would take the way there along, over whatever is beneath."""
        for index in self.selectedIndexes():
            card = self._card_of(index)
            drag = QDrag(self)
            drag.setMimeData(self.model().mimeData([index]))
            drag.setPixmap(self.picture_of(index))
            drag.setHotSpot(self.viewport().mapFromGlobal(QCursor.pos()) - card.topLeft())
            drag.exec(supported, self.defaultDropAction())

    def picture_of(self, index: Index) -> QPixmap:
        """The card of a visit, as it is seen."""
        return self.viewport().grab(self._card_of(index))

    def _card_of(self, index: Index) -> QRect:
        return self._paints.card_in(self.visualRect(index), index) & self.viewport().rect()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        self.hovered_by_drag.emit(event.isAccepted())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.hovered_by_drag.emit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.hovered_by_drag.emit(False)
