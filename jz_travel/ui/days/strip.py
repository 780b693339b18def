"""The way from one visit to the next, and what else lies between two cards: an icon and words on a dotted line."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from jz_travel.ui.style.icons import paint_icon
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import draw_text, held_together, one_line
from jz_travel.ui.style.theme import Theme

NARROWEST = 40
MOST_LINES = 3
ICONS = {"group_bus": "bus"}
"""Of the ways to travel that share another one's drawing."""


def wrapped(text: str, theme: Theme, style: str, width: int, most: int = MOST_LINES) -> list[str]:
    """The lines of a text in a style of the type scale; where it goes on, the last one ends with an ellipsis."""
    font, flat, room = theme.font(style), one_line(text), max(NARROWEST, width)
    metrics = QFontMetricsF(font)  # the other ones round what would be cut
    if metrics.horizontalAdvance(flat) <= room:
        return [flat]
    layout = QTextLayout(held_together(flat), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        start = line.textStart()
        last = len(lines) == most - 1
        rest = flat[start:] if last else flat[start : start + line.textLength()]
        lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room) if last else rest)
    layout.endLayout()
    return lines


def _words_left(theme: Theme) -> int:
    return 34 + theme.px(15) + 6


def strip_lines(text: str, theme: Theme, width: int) -> list[str]:
    """What a strip so wide says, line by line."""
    return wrapped(text, theme, "small", width - _words_left(theme))


def strip_height(lines: list[str], theme: Theme) -> int:
    """Pixels that these lines need."""
    return theme.px(24) + (len(lines) - 1) * theme.px(17)


def draw_strip(painter: QPainter, rect: QRect, theme: Theme, icon: str, lines: list[str]) -> None:
    """As high as :func:`strip_height` says; the icon stands beside the first line."""
    x, line = rect.left() + 21, theme.px(17)
    painter.setPen(QPen(theme.qcolor("line_strong"), 1.5, Qt.PenStyle.DotLine))
    painter.drawLine(x, rect.top(), x, rect.bottom())
    side = theme.px(15)
    top = rect.top() + (theme.px(24) - line) // 2
    paint_icon(painter, ICONS.get(icon, icon), QRect(rect.left() + 34, top + (line - side) // 2, side, side),
               theme["ink_muted"])  # fmt: skip
    left = rect.left() + _words_left(theme)
    for each in lines:
        draw_text(painter, QRect(left, top, rect.right() - left + 1, line), each, theme.font("small"),
                  theme.qcolor("ink_muted"))  # fmt: skip
        top += line


class Strip(QWidget):
    """One strip as a widget: the way home at the end of a day."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._icon, self._text = look, "", ""

    def show_way(self, icon: str, text: str) -> None:
        self._icon, self._text = icon, text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self._fit()
        self.update()

    @property
    def text(self) -> str:
        return self._text

    @property
    def _lines(self) -> list[str]:
        return strip_lines(self._text, self._look.theme, self.width())

    def _fit(self) -> None:
        self.setFixedHeight(strip_height(self._lines, self._look.theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_strip(painter, self.rect(), self._look.theme, self._icon, self._lines)
