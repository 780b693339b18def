"""A table of figures: as wide as there is room, as high as it is, each number with its source behind it."""

import math
import re

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from jz_travel.charts.table import Table
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import bold

NUMBER = Qt.ItemDataRole.UserRole
BESIDE, ABOVE = 15, 9  # pixels around a text, as in the style sheet
NARROWEST = 100
EAST = r"[\u2e80-\ud7ff\uf900-\uffef]"  # wraps between any two characters
WHOLE = re.compile(rf"(?:(?!{EAST})\S)+{EAST}{{0,2}}|{EAST}{{1,4}}")
"""What is not taken apart: a word, a number with its unit, four characters of a name."""


class FigureTable(QTableWidget):
    """``chosen`` carries the value behind a cell; a cell without one, like a year, tells nothing."""

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
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(20)
        wrapped = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        header.setDefaultAlignment(Qt.AlignmentFlag(wrapped))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        self._fit()

    def _fit(self) -> None:
        """Every column as wide as its numbers, the wordiest what is left; rows as high as their text, wrapped."""
        header, columns = self.horizontalHeader(), range(self.columnCount())
        if not columns:
            return
        widths = self._widths()
        for column, width in enumerate(widths):
            header.resizeSection(column, width)
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(self._height(row, column) for column in columns) + 2 * ABOVE)
        font = bold(self._look.theme.font("small"))  # as the style sheet sets heads
        heads = max(self._text_height(self._head(column), header.sectionSize(column), font) for column in columns)
        header.setFixedHeight(heads + 2 * ABOVE)
        bar = self.horizontalScrollBar().sizeHint().height() if sum(widths) > self._room else 0
        self.setFixedHeight(header.height() + self.verticalHeader().length() + bar + 2 * self.frameWidth())

    @property
    def _room(self) -> int:
        return self.width() - 2 * self.frameWidth()

    def _widths(self) -> list[int]:
        """Words wrap where there is little room: first those of heads, then those of the wordiest columns, then all;
        where there is none for the numbers the table scrolls sideways.
        """
        columns, room = range(self.columnCount()), self._room
        wanted, least = [self._natural(column) for column in columns], [self._least(column) for column in columns]
        whole = [max(width, self._head_width(column)) for column, width in enumerate(wanted)]
        wanted = whole if sum(whole) <= room else wanted
        wordiest = sorted(columns, key=lambda column: wanted[column], reverse=True)
        least[wordiest[0]] = min(least[wordiest[0]], self._look.theme.px(NARROWEST))
        if sum(wanted) <= room:
            wanted[wordiest[0]] += room - sum(wanted)
            return wanted
        half = [max(small, full // 2) for small, full in zip(least, wanted, strict=True)]
        for wrapped, floor in ((wordiest[:1], half), (wordiest[:2], half), (wordiest, least)):
            given = sum(wanted[column] - floor[column] for column in wrapped)
            missing = sum(wanted) - room
            if missing <= given:
                for column in wrapped:
                    wanted[column] -= math.ceil((wanted[column] - floor[column]) * missing / given)
                return wanted
        return least

    def _texts(self, column: int) -> list[str]:
        items = (self.item(row, column) for row in range(self.rowCount()))
        return [item.text() for item in items if item is not None]

    def _least(self, column: int) -> int:
        """The longest of what stays whole."""
        metrics = QFontMetrics(self.font())
        words = [word for text in (*self._texts(column), self._head(column)) for word in WHOLE.findall(text)]
        return max((metrics.horizontalAdvance(word) for word in words), default=0) + 2 * BESIDE + 4

    def _head(self, column: int) -> str:
        item = self.horizontalHeaderItem(column)
        return item.text() if item is not None else ""

    def _head_width(self, column: int) -> int:
        """Where it stands in one line."""
        metrics = QFontMetrics(bold(self._look.theme.font("small")))
        return metrics.horizontalAdvance(self._head(column)) + 2 * BESIDE + 4

    def _natural(self, column: int) -> int:
        """The widest text that should not wrap: its values, and the longest word of its head."""
        texts = [*self._texts(column), *self._head(column).split()]
        metrics = QFontMetrics(self.font())
        return max((metrics.horizontalAdvance(text) for text in texts), default=0) + 2 * BESIDE + 4

    def _height(self, row: int, column: int) -> int:
        item = self.item(row, column)
        return self._text_height(item.text() if item else "", self.columnWidth(column), self.font())

    @staticmethod
    def _text_height(text: str, width: int, font: QFont) -> int:
        room = QRect(0, 0, max(20, width - 2 * BESIDE), 10_000)
        return QFontMetrics(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()

    def _choose(self, item: QTableWidgetItem) -> None:
        of = item.data(NUMBER)
        if of is not None:
            self.chosen.emit(of)
