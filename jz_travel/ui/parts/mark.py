"""A mark on what has just come in."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from jz_travel.ui.parts.widgets import set_state

MARKED_MS = 2500


class Mark(QTimer):
    """``begin`` lets a widget look ``new`` for a moment. Nothing moves or fades, so this suits everybody."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.setSingleShot(True)
        self.setInterval(MARKED_MS)
        self.timeout.connect(self._end)

    def begin(self) -> None:
        set_state(self._widget, "new", True)
        self.start()

    def _end(self) -> None:
        set_state(self._widget, "new", False)
