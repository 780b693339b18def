"""Parts side by side, in as many rows as there is need for: the narrower, the higher."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Rows(QWidget):
    """``usual``: pixels that it would like to be wide."""

    def __init__(self, parts: Sequence[QWidget], usual: int) -> None:
        super().__init__()
        self._usual = usual
        for each in parts:
            each.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def arrange(self, width: int, *, move: bool) -> int:
        """How high the parts are together at a width; ``move``: put them there."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.arrange(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(self._usual, self.heightForWidth(self._usual))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.arrange(self.width(), move=True)
