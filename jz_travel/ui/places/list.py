"""The list of places that were found; a stop dropped on it goes back to the wishes."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from jz_travel.ui.days.drags import STOP_TYPE, dragged_stop


class PlaceList(QListView):
    """Rows of places. A stop dropped here goes back to the pool."""

    stop_dropped = Signal(str)
    menu_wanted = Signal(QModelIndex, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)

    def _menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        if not index.isValid():  # the menu key, with the pointer elsewhere
            index = self.currentIndex()
            where = self.visualRect(index).center()
        if index.isValid():
            self.menu_wanted.emit(index, self.viewport().mapToGlobal(where))

    def dragEnterEvent(self, event: QEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QEvent) -> None:
        if isinstance(event, QDropEvent) and event.mimeData().hasFormat(STOP_TYPE):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        stop = dragged_stop(event.mimeData())
        if stop is not None:
            event.acceptProposedAction()
            self.stop_dropped.emit(stop)
