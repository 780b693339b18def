"""A table of figures: as wide as there is room, as high as it is, each number with its source behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from jz_travel.charts.table import Table
from jz_travel.ui.look import Look

NUMBER = Qt.ItemDataRole.UserRole


class FigureTable(QTableWidget):
    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def show_table(self, table: Table) -> None:
        self.setAccessibleName(table.caption)
        self.clear()
        self.setRowCount(len(table.rows))
        self.setColumnCount(len(table.heads))
        self.setHorizontalHeaderLabels(table.heads)
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell.text)
                item.setData(NUMBER, cell.of)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                if cell.of is not None and column:
                    item.setForeground(self._look.theme.qcolor("accent"))
                    item.setToolTip(self._look.words.say("Where this number comes from"))
                self.setItem(row, column, item)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        for column in range(self.columnCount()):
            words = column == self.columnCount() - 2 or column == self.columnCount() - 1
            mode = QHeaderView.ResizeMode.Stretch if words else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
        self.resizeRowsToContents()
        self.setFixedHeight(header.sizeHint().height() + self.verticalHeader().length() + 2 * self.frameWidth() + 2)

    def _choose(self, item: QTableWidgetItem) -> None:
        of = item.data(NUMBER)
        if of is not None:
            self.chosen.emit(of)
