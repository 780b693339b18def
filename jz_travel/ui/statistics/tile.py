"""One number, large, with its name and what must be known to read it; a click or Enter asks for its source."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from jz_travel.domain.reckoning import Quantity
from jz_travel.domain.statistics import Fact
from jz_travel.ui.statistics.rows import Rows
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import draw_card


@dataclass(frozen=True, slots=True)
class Counted:
    """Something counted in this guide; ``lines`` are what was counted."""

    name: str
    lines: tuple[str, ...]


Origin = Quantity | Fact | Counted
PADDING = 14
LARGE = 28  # pixels
WIDER = 1.5
"""So much wider than usual a tile becomes for a value that would break; a value of many words may break."""
WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class Tile(QAbstractButton):
    """``chosen`` carries the value whose source is to be shown; a screen reader says name, value and detail."""

    chosen = Signal(object)

    def __init__(self, look: Look, name: str, value: str, detail: str, origin: Origin, *, large: bool = False) -> None:
        super().__init__()
        self._look, self.name, self.value, self.detail, self.origin = look, name, value, detail, origin
        self._large = large
        self.setText(value)
        self.setAccessibleName(look.words.say("{name}: {value}.", name=name, value=value) + f" {detail}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: self.chosen.emit(self.origin))

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        theme = self._look.theme
        value = theme.font("display" if self._large else "title")
        if self._large:
            value.setPixelSize(theme.px(LARGE))
        return theme.font("label"), value, theme.font("small")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width)[-1].bottom() + PADDING

    def sizeHint(self) -> QSize:
        width = self._look.theme.px(200)
        return QSize(width, self.heightForWidth(width))

    @property
    def least_width(self) -> int:
        """No number and no word of the value breaks in two; Chinese and Japanese write both without a space."""
        metrics = QFontMetrics(self._fonts()[1])
        return max(map(metrics.horizontalAdvance, self.value.split()), default=0) + 2 * PADDING + 2

    def minimumSizeHint(self) -> QSize:
        _, value, _ = self._fonts()
        width = QFontMetrics(value).horizontalAdvance(self.value) + 2 * PADDING + 2
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def _lay_out(self, width: int) -> list[QRect]:
        """Where name, value and detail go, one below the other."""
        rects: list[QRect] = []
        top, room = PADDING, max(40, width - 2 * PADDING)
        for text, font in zip((self.name, self.value, self.detail), self._fonts(), strict=True):
            height = QFontMetrics(font).boundingRect(QRect(0, 0, room, 10_000), WRAPPED, text).height() if text else 0
            rects.append(QRect(PADDING, top, room, height))
            top += height + (4 if height else 0)
        return rects

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "pressed" if self.isDown() else "hover" if self.underMouse() else "card"
        draw_card(painter, QRectF(self.rect()), theme, fill, "line", self.hasFocus())
        texts = (self.name, self.value, self.detail)
        for text, font, ink, rect in zip(
            texts, self._fonts(), ("ink_muted", "ink", "ink_muted"), self._lay_out(self.width()), strict=True
        ):
            painter.setFont(font)
            painter.setPen(theme.qcolor(ink))
            painter.drawText(rect, WRAPPED, text)
        painter.end()


class TileRow(Rows):
    """Tiles side by side, all of a row equally high, in columns that line up; ``filled``: no row is left half empty."""

    def __init__(self, tiles: list[Tile], narrowest: int, *, filled: bool = False, gap: int = 12) -> None:
        super().__init__(tiles, 600)
        self.tiles, self._narrowest, self._filled, self._gap = tiles, narrowest, filled, gap

    def minimumSizeHint(self) -> QSize:
        return QSize(self._narrowest, self.heightForWidth(max(self._narrowest, self.width())))

    def arrange(self, width: int, *, move: bool) -> int:
        values = max((tile.least_width for tile in self.tiles), default=0)
        narrowest = max(self._narrowest, min(values, round(WIDER * self._narrowest)))
        most = max(1, (width + self._gap) // (narrowest + self._gap))
        if self._filled:
            rows = -(-len(self.tiles) // most)
            most = -(-len(self.tiles) // rows)
        wide = (width - self._gap * (most - 1)) // most
        top = 0
        for start in range(0, len(self.tiles), most):
            row = self.tiles[start : start + most]
            height = max(tile.heightForWidth(wide) for tile in row)
            if move:
                for at, tile in enumerate(row):
                    tile.setGeometry(QRect(QPoint(at * (wide + self._gap), top), QSize(wide, height)))
            top += height + self._gap
        return max(0, top - self._gap)
