"""More than one finger, and more than one tap.

Qt makes a mouse of the first finger only: with a palm on the glass, or a child's hand, every other finger would touch
in vain. And whoever taps twice, as on a desk, would touch what the first tap brought to the same place.
"""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QEventPoint, QTouchEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

ECHO, NEAR = 0.4, 48.0
"""Seconds and pixels within which a second tap is the same one."""
SWIPE = 120.0
"""Pixels from which on a finger that moves does not mean what it touched first."""


class Fingers:
    """Told of every touch. ``begins`` says whether a touch is to be taken no notice of, until it ends."""

    def __init__(self) -> None:
        self._first: QAbstractButton | None = None
        self._others: dict[int, QAbstractButton] = {}
        self._tapped, self._tapped_at, self._tapped_on = -ECHO, QPointF(), ""
        self.is_echo = False

    def begins(self, window: QWidget, point: QEventPoint, now: float) -> bool:
        """The first finger comes down on a window; ``now`` in seconds."""
        self._others.clear()
        self._first = button = _button_at(window, point)
        name = button.accessibleName() if button is not None else ""
        by = point.position() - self._tapped_at
        is_soon = now - self._tapped <= ECHO and by.manhattanLength() <= NEAR and bool(self._tapped_on)
        self.is_echo = is_soon and (name != self._tapped_on or _switches(button))
        self._tapped, self._tapped_at = now, point.position()
        if not self.is_echo:
            self._tapped_on = name
        return self.is_echo

    def follow(self, window: QWidget, event: QTouchEvent) -> bool:
        """What fingers beside the first one do; says whether one of them came down."""
        came = False
        for point in event.points()[1:] if not self.is_echo else []:
            if point.state() == QEventPoint.State.Pressed:
                came = True
                if (button := _button_at(window, point)) is not None:
                    self._others[point.id()] = button
                    button.setDown(True)
            elif point.id() in self._others:
                self._move(window, point)
        return came

    def _move(self, window: QWidget, point: QEventPoint) -> None:
        button = self._others[point.id()]
        is_over = isValid(button) and button is _button_at(window, point)
        if isValid(button):
            button.setDown(is_over)
        if point.state() != QEventPoint.State.Released:
            return
        del self._others[point.id()]
        if is_over:
            if self._first is not None and isValid(self._first):
                self._first.setDown(False)  # one choice at a time
            button.setDown(False)
            button.click()

    def let_go(self) -> None:
        """No finger is on the glass any more."""
        for button in self._others.values():
            if isValid(button):
                button.setDown(False)
        self._others.clear()
        self._first = None
        self.is_echo = False


def swiped(by: QPointF) -> int:
    """How many parts further a finger turns that moved so: 1 to the left or up, -1 to the right or down, else 0."""
    if max(abs(by.x()), abs(by.y())) < SWIPE:
        return 0
    return 1 if (by.x() if abs(by.x()) > abs(by.y()) else by.y()) < 0 else -1


def _button_at(window: QWidget, point: QEventPoint) -> QAbstractButton | None:
    found = window.childAt(point.position().toPoint())
    return found if isinstance(found, QAbstractButton) and found.isEnabled() else None


def _switches(button: QAbstractButton | None) -> bool:
    """Whether a second tap would take back the first one."""
    return button is not None and (button.isCheckable() or button.property("on") is not None)
