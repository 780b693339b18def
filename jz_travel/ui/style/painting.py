"""Small things that several views paint: elided text, badges, pills."""

import re
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QPixmap,
    QPixmapCache,
    QStaticText,
    Qt,
    QTransform,
)

from jz_travel.ui.style.theme import DayColour, Theme, qcolor

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
MOST_KEPT = 64 * 1024
"""Kilobytes of what was drawn."""
MOST_LINES_KEPT = 1000


def kept(key: str, draw: Callable[[], QPixmap]) -> QPixmap:
    """Drawn once. Kept by what it weighs, not by number: one of a large screen takes as much as a hundred in a list."""
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        QPixmapCache.setCacheLimit(MOST_KEPT)
        found = draw()
        QPixmapCache.insert(key, found)
    return found


def one_line(text: str, most: int = 300) -> str:
    """A name as it can stand in a row: no line breaks, not endless."""
    flat = " ".join(text[: most * 4].split())
    return flat if len(flat) <= most else f"{flat[:most]}…"


_HELD = re.compile(r"(?<=\d) (?=\w)|(?:(?<=\d h)|(?<=\d 小[时時])|(?<=\d시간)) (?=\d)| (?=·)")
"""The spaces in ``2 h 30 min``, and the one before a dot that parts two things."""
_IN_A_UNIT = re.compile(r"(?<=\d)(?=[分日时時月])|(?<=公)(?=里)|(?<=分)(?=[钟鐘])|(?<=小)(?=[时時])")
"""Where Chinese and Japanese write a unit without a space, and between its signs."""


def held_together(text: str) -> str:
    """With spaces where no line breaks: no number loses its unit, and no line begins with a dot."""
    return _IN_A_UNIT.sub("\N{WORD JOINER}", _HELD.sub("\N{NO-BREAK SPACE}", text))


def caption(text: str, most: int = 60) -> str:
    """A name on a menu or a button, where a single & would mark a key."""
    return one_line(text, most).replace("&", "&&")


def tip(text: str) -> str:
    """A tool tip that is text, whatever it looks like: Qt would take what looks like HTML for HTML."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def draw_text(painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor) -> int:
    """One line, cut with an ellipsis where it does not fit; returns the width it took."""
    line, width, height = _set(text, font, rect.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawStaticText(rect.left(), rect.top() + (rect.height() - height) // 2, line)
    return min(rect.width(), width)


@lru_cache(MOST_LINES_KEPT)
def _set(text: str, font: QFont, room: int) -> tuple[QStaticText, int, int]:
    """A line ready to be drawn, with its width and height: the shapes of its signs take most of the time."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, room)
    line = QStaticText(shown)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.prepare(QTransform(), font)
    return line, metrics.horizontalAdvance(shown), metrics.height()


def draw_badge(painter: QPainter, rect: QRectF, text: str, day: DayColour, font: QFont) -> None:
    """A day's number on its colour, as on the map's pins."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(qcolor(day.fill))
    painter.drawEllipse(rect)
    painter.setPen(qcolor(day.ink))
    painter.setFont(font)
    painter.drawText(rect, CENTRE, text)


def draw_card(painter: QPainter, rect: QRectF, theme: Theme, fill: str, edge: str, focus: bool = False) -> None:
    """A rounded card with a hairline, or a focus ring."""
    painter.setBrush(theme.qcolor(fill))
    painter.setPen(QPen(theme.qcolor("focus" if focus else edge), 2 if focus else 1))
    inset = 1 if focus else 0.5
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), theme.radius("medium"), theme.radius("medium"))


def bold(font: QFont) -> QFont:
    """The same font, half bold, as the scripts of all five languages bear it."""
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong
