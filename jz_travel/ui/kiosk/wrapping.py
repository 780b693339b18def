"""Words on several lines in a given room."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

WRAPPED = int(Qt.TextFlag.TextWordWrap)


def height_of(text: str, font: QFont, width: int) -> int:
    """In pixels, of a text that is as wide as that at most."""
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, width), 10_000), WRAPPED, text).height()


def draw_wrapped(painter: QPainter, rect: QRect, text: str, font: QFont) -> None:
    """As many words as there is room for; an ellipsis says that there are more."""
    painter.setFont(font)
    painter.drawText(rect, WRAPPED, fitted(text, font, rect.width(), rect.height()))


def fitted(text: str, font: QFont, width: int, height: int) -> str:
    """The text, or as much of it as there is room for, and an ellipsis."""
    if height_of(text, font, width) <= height:
        return text
    shortest, longest = 0, len(text)
    while shortest < longest:
        middle = (shortest + longest + 1) // 2
        if height_of(f"{text[:middle].rstrip()}…", font, width) <= height:
            shortest = middle
        else:
            longest = middle - 1
    return f"{text[:shortest].rstrip()}…"
