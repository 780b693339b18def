"""An empty state: a picture, a few words, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_travel.resources import assets
from jz_travel.ui.parts.pictures import Picture
from jz_travel.ui.parts.widgets import button, label
from jz_travel.ui.style.look import Look

WIDEST = 200


class EmptyState(QWidget):
    """Stands where there is nothing yet; without an offer it has no button."""

    pressed = Signal()

    def __init__(self, look: Look, drawing: str) -> None:
        super().__init__()
        picture = Picture(assets("illustrations", f"{drawing}.svg"), look.theme.radius("large"))
        picture.setMaximumWidth(WIDEST)
        self._title, self._text = label("heading"), label("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        self._offer = button("flat")
        self._offer.clicked.connect(self.pressed)
        self._offer.hide()
        column.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def show_text(self, title: str, text: str, offer: str = "") -> None:
        """``offer``: the text of a button, that ``pressed`` is emitted for."""
        self._offer.setText(offer)
        self._offer.setVisible(bool(offer))
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)
