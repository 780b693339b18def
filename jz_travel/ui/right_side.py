"""Right of the map: the days, and below them the offer to whoever has planned nothing yet."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_travel.ui.days.board import Board
from jz_travel.ui.parts.reading_area import ReadingArea
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.welcome import Welcome

LEAST = 276


class _Offer(ReadingArea):
    """As high as what is in it; it scrolls only where the window is lower than that."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.column.totalHeightForWidth(width)

    def _fit(self) -> None:
        """What is in it may be taller now: in other letters, or in another language."""
        super()._fit()
        self.updateGeometry()


class RightSide(QWidget):
    """Where the window is very low, the days stay away until there is something in them."""

    def __init__(self, session: Session, look: Look, board: Board, welcome: Welcome) -> None:
        super().__init__()
        self._look, self._board, self._welcome = look, board, welcome
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(board, 1)
        self._offer = _Offer()
        self._offer.column.setContentsMargins(0, 0, 0, 0)
        self._offer.column.addWidget(welcome)
        column.addWidget(self._offer)
        self.setMinimumWidth(LEAST)
        session.changed.connect(lambda _: self._fit())
        look.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        height = self.window().height()
        self._welcome.fit(height)
        self._offer.setVisible(not self._welcome.isHidden())
        self._board.setVisible(self._welcome.isHidden() or not self._welcome.fills(height))
