"""A column left of the map: the way back above, what one reads, and below it what one does about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from jz_travel.ui.parts.reading_area import ReadingArea
from jz_travel.ui.parts.widgets import button, label
from jz_travel.ui.style.look import Look


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
        outer, top = QVBoxLayout(self), QHBoxLayout()
        outer.setContentsMargins(0, 8, 0, 0)
        outer.setSpacing(6)
        top.setContentsMargins(6, 0, 14, 0)
        top.addWidget(self._back)
        top.addStretch(1)
        self.foot.setContentsMargins(14, 2, 14, 12)
        self.foot.setSpacing(8)
        self.foot.addWidget(self.status)
        outer.addLayout(top)
        outer.addWidget(self.reading, 1)
        outer.addLayout(self.foot)

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
