"""A column left of the map: the way back above, what one reads, and below it what one does about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from jz_travel.ui.parts.reading_area import ReadingArea
from jz_travel.ui.parts.widgets import button, label
from jz_travel.ui.style.look import Look

LOW = 260  # pixels at 100 % text


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
        self.reading, self.foot = ReadingArea(), QVBoxLayout()
        column = self.reading.column
        column.setContentsMargins(14, 0, 14, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        outer, self._top = QVBoxLayout(self), QHBoxLayout()
        outer.setContentsMargins(0, 8, 0, 0)
        outer.setSpacing(6)
        self._top.setContentsMargins(6, 0, 14, 0)
        self._top.addWidget(self._back)
        self._top.addStretch(1)
        self.foot.setContentsMargins(14, 2, 14, 12)
        self.foot.setSpacing(8)
        self.foot.addWidget(self.status)
        outer.addLayout(self._top)
        outer.addWidget(self.reading, 1)
        outer.addLayout(self.foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is very low, the way back scrolls with what one reads."""
        super().resizeEvent(event)
        low = self.height() < self._look.theme.px(LOW)
        if low and self._top.indexOf(self._back) >= 0:
            self.reading.column.insertWidget(0, self._back, 0, Qt.AlignmentFlag.AlignLeft)
        elif not low and self._top.indexOf(self._back) < 0:
            self._top.insertWidget(0, self._back)

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
