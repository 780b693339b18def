"""How long a visitor is there: after a while without a touch the screen asks, then it forgets.

Counted on a clock that only goes forward, so that a jump of the wall clock neither throws anybody out nor keeps them.
"""

import time
from collections.abc import Callable
from datetime import timedelta
from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal

TICK_MS = 200


class Stage(Enum):
    """Whether anybody is there: nobody, somebody, or somebody who did not touch the screen for a while."""

    ALONE = auto()
    IN_USE = auto()
    ASKING = auto()


class Life(QObject):
    """``over`` tells that nobody answered and the visit is to be wiped; whoever says goodbye calls :meth:`end`."""

    asking = Signal(int)
    """Seconds that are left to answer."""
    resumed = Signal()
    over = Signal()

    def __init__(self, idle: timedelta, warning: timedelta, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._idle, self._warning, self._clock = idle.total_seconds(), warning.total_seconds(), clock
        self.stage = Stage.ALONE
        self._since = clock()
        self._said = -1
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self._timer.start(TICK_MS)

    def touched(self) -> None:
        """A touch goes on counting from now. While the screen asks, only its button does."""
        if self.stage is not Stage.ASKING:
            self._since = self._clock()

    def begin(self) -> None:
        self.stage, self._since = Stage.IN_USE, self._clock()

    def go_on(self) -> None:
        if self.stage is Stage.ASKING:
            self.begin()
            self.resumed.emit()

    def end(self) -> None:
        self.stage = Stage.ALONE

    def stop(self) -> None:
        """Nobody will ever come again."""
        self._timer.stop()

    def tick(self) -> None:
        gone = self._clock() - self._since
        if self.stage is Stage.IN_USE and gone >= self._idle:
            self.stage, self._since, gone, self._said = Stage.ASKING, self._clock(), 0.0, -1
        if self.stage is not Stage.ASKING:
            return
        left = max(0, -int(-(self._warning - gone) // 1))
        if gone >= self._warning:
            self.stage = Stage.ALONE
            self.over.emit()
        elif left != self._said:
            self._said = left
            self.asking.emit(left)
