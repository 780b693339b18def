"""An empty state: a picture, one sentence, at most one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from jz_travel.resources import assets
from jz_travel.ui.look import Look
from jz_travel.ui.pictures import picture
from jz_travel.ui.widgets import button, label


class EmptyState(QWidget):
    """``pressed`` when the visitor takes the offer."""

    pressed = Signal()

    def __init__(self, look: Look, drawing: str) -> None:
        super().__init__()
        self._look, self._file = look, assets("illustrations", f"{drawing}.svg")
        self._picture, self._title, self._text = QLabel(), label("heading"), label("muted")
        self._button = button("main")
        self._button.clicked.connect(self.pressed)
        self._button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addStretch(1)
        for part in (self._picture, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)

    def show_text(self, title: str, text: str, button: str = "") -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = max(60, min(self.width() - 40, 220))
        radius = self._look.theme.radius("large")
        self._picture.setPixmap(picture(self._file, width, width * 9 // 16, self.devicePixelRatioF(), radius))
        super().resizeEvent(event)
