"""What every page of figures is: a column to read, not too wide, that says when somebody asks for a number's source."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from jz_travel.domain.holidays import HolidayCalendar
from jz_travel.domain.statistics import Statistics
from jz_travel.ui.parts.reading_area import ReadingArea
from jz_travel.ui.parts.widgets import clear, label, named
from jz_travel.ui.statistics.tile import Tile, TileRow
from jz_travel.ui.style.look import Look

WIDEST = 1120
SIDE = 28


class Page(ReadingArea):
    """``retell`` fills the column; it is called when the page is first seen and when language or theme change."""

    chosen = Signal(object)
    cites = True
    """Whether it is of numbers that have a source: there is room kept for it beside them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._told = False
        self.column.setSpacing(8)

    def tell(self) -> None:
        """Once, when somebody looks."""
        if not self._told:
            self._told = True
            clear(self.column)
            self.retell()
            self.column.addStretch(1)
            self.fit_soon()

    def tell_anew(self) -> None:
        self._told = False
        if self.isVisible():
            self.tell()

    def know(self, statistics: Statistics, holidays: HolidayCalendar) -> None:
        """There are other figures, or other days are known. Pages that show neither stay as they are."""

    def retell(self) -> None:
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(SIDE, (self.viewport().width() - WIDEST) // 2)
        self.column.setContentsMargins(side, 22, side, 32)
        super().resizeEvent(event)

    # Pieces

    def _title(self, text: str, below: str) -> None:
        self._say("display", text)
        if below:
            self._say("muted", below)

    def _section(self, text: str, below: str = "") -> None:
        self._say("heading", text).setContentsMargins(0, 18, 0, 0)
        if below:
            self._say("muted", below)

    def _say(self, role: str, text: str) -> QLabel:
        made = label(role, text, selectable=True)
        self.column.addWidget(made)
        return made

    def _tiles(self, tiles: list[Tile], narrowest: int, *, filled: bool = False) -> None:
        for tile in tiles:
            tile.chosen.connect(self.chosen)
        self.column.addWidget(TileRow(tiles, self._look.theme.px(narrowest), filled=filled))

    def _card(self, *widgets: QWidget) -> None:
        card = named(QFrame(), "chartCard")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 12, 12, 8)
        for widget in widgets:
            column.addWidget(widget)
        self.column.addWidget(card)
