"""A column of text and controls that scrolls up and down, and is never wider than there is room."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

ABOVE = 8
"""Pixels that are seen of what is above a part that one was led to."""
SETTLED_MS = 2000


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
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fit)
        self._shown_from: QWidget | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._stay)
        self.verticalScrollBar().actionTriggered.connect(lambda _: self._stay())
        self._inside.installEventFilter(self)
        self._inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def fit_soon(self) -> None:
        """For whoever has filled the column: Qt shows what is new a moment later, and does not always say so."""
        self._soon.start(0)

    def show_from(self, part: QWidget) -> None:
        """Scroll until a part of the column is at the top, and keep it there while the column finds its height, unless
        somebody scrolls.
        """
        self._shown_from = part
        self._settled.start()
        self._fit()

    def _stay(self) -> None:
        self._shown_from = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            self.fit_soon()  # what was added is dressed only when it shows, and may be taller then
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed out of sight is measured now: Qt does not tell of it, nor of what changes after that."""
        super().showEvent(event)
        self.column.activate()
        self.fit_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width, column = self.viewport().width(), self.column
        needed = column.totalHeightForWidth(width) if column.hasHeightForWidth() else column.totalSizeHint().height()
        self._inside.resize(width, max(self.viewport().height(), needed))
        if self._shown_from is not None:
            column.activate()
            self.verticalScrollBar().setValue(self._shown_from.y() - ABOVE)
