"""Records of the desk, a row each, with the record behind it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from jz_travel.domain.bureau import Record
from jz_travel.ui.style.look import Look

RECORD = Qt.ItemDataRole.UserRole
LINE, HEAD, MOST_LINES = 36, 40, 12
WIDE, NARROWEST = 3, 96  # the column that takes what room is left, and what each has at least


class RecordTable(QTableWidget):
    """As high as its rows, up to a dozen; then it scrolls."""

    def __init__(
        self, look: Look, name: str, heads: Sequence[str], rows: Sequence[Sequence[str]], records: Sequence[Record]
    ) -> None:
        super().__init__(len(rows), len(heads))
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(heads))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        for at, (texts, record) in enumerate(zip(rows, records, strict=True)):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setData(RECORD, record)
                item.setToolTip(text)
                self.setItem(at, column, item)
            self.setRowHeight(at, look.theme.px(LINE))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WIDE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(look.theme.px(NARROWEST))
        header.setFixedHeight(look.theme.px(HEAD))
        self._lines = look.theme.px(LINE) * min(len(rows), MOST_LINES) + look.theme.px(HEAD)
        self.horizontalScrollBar().rangeChanged.connect(lambda *_: self._fit())
        self._fit()

    def _fit(self) -> None:
        """Where all columns have no room, they scroll below the last row."""
        bar = self.horizontalScrollBar()
        self.setFixedHeight(self._lines + 2 * self.frameWidth() + 2 + (bar.sizeHint().height() if bar.maximum() else 0))
