"""A table of figures: as wide as there is room, as high as it is, each number with its source behind it."""

from PySide6.QtCore import Qt, QTimer, Signal
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
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # Widths settle one column after the other; heights follow when all have.
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._fit)
        self.horizontalHeader().sectionResized.connect(lambda *_: self._settled.start())
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
        self._share_width()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _share_width(self) -> None:
        """The wordiest column takes what the others leave, and wraps."""
        header = self.horizontalHeader()
        columns = range(self.columnCount())
        wordiest = max(columns, key=lambda at: max((len(text) for text in self._texts(at)), default=0), default=0)
        for at in columns:
            mode = QHeaderView.ResizeMode.Stretch if at == wordiest else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(at, mode)

    def _texts(self, column: int) -> list[str]:
        items = (self.item(row, column) for row in range(self.rowCount()))
        return [item.text() for item in items if item is not None]

    def _fit(self) -> None:
        """As high as its rows: the page scrolls, the table does not."""
        self.resizeRowsToContents()
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length()
        self.setFixedHeight(height + 2 * self.frameWidth())

    def _choose(self, item: QTableWidgetItem) -> None:
        of = item.data(NUMBER)
        if of is not None:
            self.chosen.emit(of)
