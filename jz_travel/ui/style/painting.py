"""Small things that several views paint: elided text, badges, pills."""

import re
from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QPixmapCache, Qt

from jz_travel.ui.style.theme import DayColour, Theme, qcolor

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
MOST_KEPT = 64 * 1024
"""Kilobytes of what was drawn."""


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


_HELD = re.compile(r"(?<=\d) (?=\w)| (?=·)")
"""The space in ``2 h``, and the one before a dot that parts two things."""


def held_together(text: str) -> str:
    """With spaces where no line breaks: no number loses its unit, and no line begins with a dot."""
    return _HELD.sub("\N{NO-BREAK SPACE}", text)


def caption(text: str, most: int = 60) -> str:
    """A name on a menu or a button, where a single & would mark a key."""
    return one_line(text, most).replace("&", "&&")


def tip(text: str) -> str:
    """A tool tip that is text, whatever it looks like: Qt would take what looks like HTML for HTML."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def draw_text(
    painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor, align: Qt.AlignmentFlag = LEFT
) -> int:
    """One line, cut with an ellipsis where it does not fit; returns the width it took."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, align | Qt.TextFlag.TextSingleLine, shown)
    return min(rect.width(), metrics.horizontalAdvance(shown))


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
