"""An empty state: a picture, a few words, and what to do."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QStylePainter, QVBoxLayout, QWidget

from jz_travel.resources import assets
from jz_travel.ui.parts.elided import Elided
from jz_travel.ui.parts.pictures import Picture
from jz_travel.ui.parts.widgets import label
from jz_travel.ui.style.look import Look

WIDEST = 200
SIDE, EDGE, BETWEEN = 20, 12, 10
CENTRED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


class Balanced(QLabel):
    """A few centred words whose lines are about as long as each other: no single word stays alone on the last one."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "muted")

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        room.setWidth(self.narrowest(room.width()))
        room.moveCenter(self.contentsRect().center())
        painter = QStylePainter(self)
        painter.drawItemText(
            room, CENTRED, self.palette(), self.isEnabled(), self.text(), QPalette.ColorRole.WindowText
        )

    def narrowest(self, width: int) -> int:
        """How narrow the words can be without needing more lines than at that width."""

        def height(at: int) -> int:
            return self.fontMetrics().boundingRect(QRect(0, 0, at, 10_000), CENTRED, self.text()).height()

        lines, least, most = height(width), 1, width
        while least < most:
            middle = (least + most) // 2
            least, most = (least, middle) if height(middle) <= lines else (middle + 1, most)
        return most


class EmptyState(QWidget):
    """Stands where there is nothing yet; without an offer it has no button."""

    pressed = Signal()

    def __init__(self, look: Look, drawing: str, *, always_whole: bool = False) -> None:
        """``always_whole``: what it stands in scrolls, so that there is room for the picture in any window."""
        super().__init__()
        self._always_whole = always_whole
        self._picture = picture = Picture(assets("illustrations", f"{drawing}.svg"), look.theme.radius("large"))
        picture.setMaximumWidth(WIDEST)
        self._title, self._text = label("heading"), Balanced()
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, EDGE, SIDE, EDGE)
        column.setSpacing(BETWEEN)
        column.addStretch(1)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        self._offer = Elided()
        self._offer.setProperty("flat", True)
        self._offer.clicked.connect(self.pressed)
        self._offer.hide()
        column.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def keep_whole(self, whole: bool) -> None:
        """Whether there is room for the picture even where this is given no more than it needs."""
        if whole != self._always_whole:
            self._always_whole = whole
            self._picture.setVisible(whole)
            self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) if self._always_whole else self._words_need(width)

    def minimumSizeHint(self) -> QSize:
        """The words; the picture only shows where there is room for it."""
        return super().minimumSizeHint() if self._always_whole else QSize(0, self._words_need(self.width()))

    def _words_need(self, width: int) -> int:
        parts = [each for each in (self._title, self._text, self._offer) if not each.isHidden()]
        heights = [
            each.heightForWidth(width - 2 * SIDE) if each.hasHeightForWidth() else each.sizeHint().height()
            for each in parts
        ]
        return sum(heights) + len(parts) * BETWEEN + 2 * EDGE

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.height() - self._words_need(self.width())
        self._picture.setVisible(self._always_whole or room >= self._picture.heightForWidth(self.width() - 2 * SIDE))
        super().resizeEvent(event)

    def show_text(self, title: str, text: str, offer: str = "") -> None:
        """``offer``: the text of a button, that ``pressed`` is emitted for."""
        self._offer.say(offer)
        self._offer.setVisible(bool(offer))
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)


def scrolling(state: EmptyState) -> QScrollArea:
    """For a place that may be too low even for the words."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(state)
    for each in (state, area.viewport()):
        each.setAutoFillBackground(False)
    return area
