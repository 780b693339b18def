"""A column of text and controls that scrolls up and down, and is never wider than there is room."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget


class ReadingArea(QScrollArea):
    """``column`` takes the contents. Qt's own scroll areas forget that wrapped text gets taller as it gets narrower."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setWidget(self._inside)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside.installEventFilter(self)
        self._inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def fit_soon(self) -> None:
        """For whoever has filled the column: Qt shows what is new a moment later, and does not always say so."""
        QTimer.singleShot(0, self, self._fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width, column = self.viewport().width(), self.column
        needed = column.totalHeightForWidth(width) if column.hasHeightForWidth() else column.totalSizeHint().height()
        self._inside.resize(width, max(self.viewport().height(), needed))
