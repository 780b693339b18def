"""What every touch and key passes first: it tells that somebody is there, and lets nothing through that leads away.

It sits on the window, not on the application: beside QtWebEngine a filter on the whole application crashes.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QInputDevice, QKeyEvent, QMouseEvent, QTouchEvent, QWheelEvent, QWindow
from PySide6.QtWidgets import QWidget

from jz_travel.ui.kiosk.fingers import Fingers

KEYS = frozenset(
    {
        Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select,
    }
)  # fmt: skip
"""What a switch or a keyboard for people who cannot touch needs, and nothing else."""
PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin})
MOUSE = PRESSES | {QEvent.Type.MouseButtonRelease, QEvent.Type.MouseMove}
TOUCH = frozenset({QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel})
DRAGS = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})
CORNER, TAPS, WITHIN = 110, 5, 4.0
"""The way for staff: so many taps in the upper left corner (pixels), within so many seconds."""


class Watch(QObject):
    """Lets through what a finger or a plain keyboard can mean; other buttons, gestures and keys end here."""

    touched = Signal()
    knocked = Signal()
    """The hidden gesture of staff."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._taps: list[float] = []
        self._fingers = Fingers()
        self.deaf = False
        """Nothing gets through: the screen is being cleaned."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in MOUSE and isinstance(event, QMouseEvent):
            is_of_finger = event.deviceType() == QInputDevice.DeviceType.TouchScreen  # counted as a touch already
            if kind in PRESSES and not is_of_finger:
                self._pressed(event.position(), event.button())
            left = Qt.MouseButton.LeftButton
            return self.deaf or event.button() not in (left, Qt.MouseButton.NoButton) or bool(event.buttons() & ~left)
        if kind in TOUCH and isinstance(event, QTouchEvent):
            return self._touched(watched, event)
        if kind in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}:
            return self._swallows_key(event)
        if kind == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            return self.deaf or event.modifiers() != Qt.KeyboardModifier.NoModifier
        if kind in DRAGS:
            event.ignore()
            return True
        return False

    def _touched(self, watched: QObject, event: QTouchEvent) -> bool:
        kind, points = event.type(), event.points()
        window = QWidget.find(watched.winId()) if isinstance(watched, QWindow) else None
        if window is None:
            return self.deaf
        if kind == QEvent.Type.TouchBegin and points:
            self._pressed(points[0].position(), Qt.MouseButton.LeftButton)
            self._fingers.begins(window, points[0], self._clock())
        is_for_nobody = self.deaf or self._fingers.is_echo
        if not is_for_nobody and self._fingers.follow(window, event):
            self.touched.emit()
        if kind in {QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}:
            self._fingers.let_go()
        return is_for_nobody

    def _swallows_key(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return True
        modifiers = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        allowed = event.key() in KEYS and modifiers == Qt.KeyboardModifier.NoModifier
        if allowed and event.type() == QEvent.Type.KeyPress:
            self.touched.emit()
        return self.deaf or not allowed

    def _pressed(self, at: QPointF, button: Qt.MouseButton) -> None:
        if button != Qt.MouseButton.LeftButton:
            return
        self.touched.emit()
        now = self._clock()
        if at.x() > CORNER or at.y() > CORNER:
            self._taps.clear()
            return
        self._taps = [tap for tap in self._taps if now - tap <= WITHIN] + [now]
        if len(self._taps) >= TAPS:
            self._taps.clear()
            self.knocked.emit()
