"""A column left of the map: the way back above, what one reads, and below it what one does about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jz_travel.ui.parts.reading_area import ReadingArea
from jz_travel.ui.parts.widgets import button, label
from jz_travel.ui.style.look import Look

LOW = 260  # pixels at 100 % text
SIDE = 14


class SidePanel(QFrame):
    """``reading`` takes what is read, ``foot`` what stays in sight below; ``closed`` asks for the places back."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("details")
        self._look = look
        self._back = button("flat")
        self._back.setIcon(look.icon("chevron_left", "accent"))
        self._back.clicked.connect(self.leave_it)
        self.setFocusProxy(self._back)
        self._title, self.status = label("title"), label("muted")
        self._summed: QWidget | None = None
        self.reading, self.foot = ReadingArea(), QVBoxLayout()
        column = self.reading.column
        column.setContentsMargins(SIDE, 0, SIDE, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        outer, self._top = QVBoxLayout(self), QHBoxLayout()
        outer.setContentsMargins(0, 8, 0, 0)
        outer.setSpacing(6)
        self._top.setContentsMargins(6, 0, SIDE, 0)
        self._top.addWidget(self._back)
        self._top.addStretch(1)
        self.foot.setContentsMargins(SIDE, 2, SIDE, 12)
        self.foot.setSpacing(8)
        self.foot.addWidget(self.status)
        outer.addLayout(self._top)
        outer.addWidget(self.reading, 1)
        outer.addLayout(self.foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is very low, the way back scrolls with what one reads."""
        super().resizeEvent(event)
        low = self._is_low
        if low and self._top.indexOf(self._back) >= 0:
            self.reading.column.insertWidget(0, self._back, 0, Qt.AlignmentFlag.AlignLeft)
        elif not low and self._top.indexOf(self._back) < 0:
            self._top.insertWidget(0, self._back)
        self._place_status()

    @property
    def _is_low(self) -> bool:
        return self.height() < self._look.theme.px(LOW)

    def stand_above(self, answer: QWidget | None) -> None:
        """What the status sums up: where the window is very low it scrolls with that, and does not take its room."""
        self._summed = answer
        self._place_status()

    def show_answer(self, answer: QWidget) -> None:
        """Scroll to an answer, from its sum on where that stands above it."""
        self.reading.show_from(self.status if self.reading.column.indexOf(self.status) >= 0 else answer)

    def _place_status(self) -> None:
        column = self.reading.column
        is_inside = column.indexOf(self.status) >= 0
        if self._summed is not None and self._is_low:
            if not is_inside:
                column.insertWidget(column.indexOf(self._summed), self.status)
        elif is_inside:
            self.foot.insertWidget(0, self.status)

    def leave_it(self) -> None:
        self.closed.emit()

    def say_title(self, title: str) -> None:
        self._back.setText(self._look.words.say("Places"))
        self._title.setText(title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave_it()
        else:
            super().keyPressEvent(event)
