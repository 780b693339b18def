"""One calm line that says what happened, with at most one thing to do about it. Never a box in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from jz_travel.ui.parts.widgets import button, label, set_state
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import one_line

SHOWN_MS = 9000


class NoticeBar(QFrame):
    """Kinds: ``info``, ``good``, ``failure``. A failure stays until it is closed."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._parent = parent
        self._look = look
        self._text = label()
        self._do = button("flat")
        self._close = QToolButton()
        self._close.setIcon(look.icon("x"))
        self._close.clicked.connect(self.hide)
        self._action: Callable[[], None] | None = None
        self._said = 0
        self._do.clicked.connect(self._act)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 6, 4)
        row.addWidget(self._text, 1)
        row.addWidget(self._do)
        row.addWidget(self._close)
        self.hide()
        look.changed.connect(self.hide)

    def say(self, text: str, kind: str = "info", offer: str = "", action: Callable[[], None] | None = None) -> None:
        self._said += 1
        self._text.setText(one_line(text, 600))
        self._do.setText(offer)
        self._do.setVisible(action is not None)
        self._action = action
        set_state(self, "kind", kind)
        self._text.style().polish(self._text)
        self._close.setAccessibleName(self._look.words.say("Close"))
        self._text.setAccessibleName(text)
        self.place()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))
        if kind == "failure":
            self._timer.stop()
        else:
            self._timer.start()

    def hide_after(self, moment: SignalInstance) -> None:
        """What it offers now would be something else after that moment."""
        said = self._said

        def over() -> None:
            if said == self._said:
                self.hide()

        moment.connect(over, Qt.ConnectionType.SingleShotConnection)

    def place(self) -> None:
        """Float at the bottom of the window, in the middle."""
        parent = self._parent
        width = min(640, parent.width() - 32)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((parent.width() - width) // 2, parent.height() - self.height() - 16)
        self.raise_()

    @property
    def text(self) -> str:
        return self._text.text() if self.isVisible() else ""

    def _act(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()
