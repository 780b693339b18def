"""A choice as large as a hand: a picture or an icon, what it is, and a line about it. Touched, never hovered."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from jz_travel.ui.parts.pictures import picture
from jz_travel.ui.style.icons import paint_icon
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import draw_badge, draw_card
from jz_travel.ui.style.theme import DayColour

MAIN, OTHER, GAP = 60, 48, 12
"""Pixels: the least height of what matters, of the rest, and between two targets."""
PADDING = 16
WRAPPED = int(Qt.TextFlag.TextWordWrap)
UPRIGHT_FROM = 190
"""From this height on, a card has its picture above the words."""
UPRIGHT_TO = 2.6
"""A card that is wider than so many heights has its picture beside the words all the same."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A number on the colour of a day."""

    text: str
    day: DayColour


class Card(QAbstractButton):
    """``strong``: the one thing most people want. ``chosen``: this is the answer already."""

    def __init__(
        self,
        look: Look,
        title: str,
        detail: str = "",
        *,
        icon: str = "",
        shown: Path | None = None,
        badge: Badge | None = None,
        strong: bool = False,
        chosen: bool | None = None,
    ) -> None:
        super().__init__()
        self._look, self.title, self.detail = look, title, detail
        self._icon, self._shown, self._badge, self._strong = icon, shown, badge, strong
        if chosen is not None:
            self.setCheckable(True)
            self.setChecked(chosen)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def nextCheckState(self) -> None:
        """What is chosen is said by whoever made the card, when the page is told anew."""

    def sizeHint(self) -> QSize:
        return QSize(self._look.theme.px(160), max(MAIN, self._look.theme.px(56)))

    def minimumSizeHint(self) -> QSize:
        return QSize(MAIN, MAIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        upright = self.height() >= UPRIGHT_FROM and self.width() <= UPRIGHT_TO * self.height()
        room = self.rect().adjusted(PADDING, 8, -PADDING, -8)
        if self._shown is not None and upright:
            room = self._paint_picture_above(painter)
        elif self._shown is not None:
            room = self._paint_picture_beside(painter)
        elif self._icon and upright:
            side = min(self._look.theme.px(64), self.height() // 3)
            paint_icon(painter, self._icon, QRect(PADDING, PADDING + 4, side, side), self._ink("accent"))
            room = self.rect().adjusted(PADDING, PADDING + side + 8, -PADDING, -12)
        elif self._icon or self._badge:
            side = min(self._look.theme.px(36), self.height() - 16)
            spot = QRect(PADDING, (self.height() - side) // 2, side, side)
            if self._badge:
                draw_badge(painter, QRectF(spot), self._badge.text, self._badge.day, self._look.theme.font("heading"))
            else:
                paint_icon(painter, self._icon, spot, self._ink("accent"))
            room = room.adjusted(side + PADDING, 0, 0, 0)
        if self.isChecked():
            side = self._look.theme.px(26)
            spot = QRect(self.width() - side - 12, 12 if upright else (self.height() - side) // 2, side, side)
            paint_icon(painter, "check_circle", spot, self._ink("accent"))
            room = room if upright else room.adjusted(0, 0, -side, 0)
        self._paint_words(painter, room, middle=not upright)
        painter.end()

    def _ink(self, role: str) -> str:
        return self._look.theme["accent_ink" if self._strong else role]

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._look.theme
        fill = "accent" if self._strong else "accent_soft" if self.isChecked() else "card"
        if self.isDown():
            fill = "accent_hover" if self._strong else "pressed"
        draw_card(painter, QRectF(self.rect()), theme, fill, "accent" if self.isChecked() else "line_strong")
        if self.hasFocus() or self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.qcolor("focus" if self.hasFocus() else "accent"), 4))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), theme.radius("medium"), 8)

    def _paint_picture_above(self, painter: QPainter) -> QRect:
        assert self._shown is not None
        height = round(self.height() * 0.56)
        path = QPainterPath()
        inner = self.rect().adjusted(4, 4, -4, -4)
        path.addRoundedRect(QRectF(inner), 8, 8)
        painter.save()
        painter.setClipPath(path)
        painter.drawPixmap(4, 4, picture(self._shown, inner.width(), height, self.devicePixelRatioF()))
        painter.restore()
        return self.rect().adjusted(PADDING, height + 12, -PADDING, -8)

    def _paint_picture_beside(self, painter: QPainter) -> QRect:
        assert self._shown is not None
        height = self.height() - 16
        width = min(round(height * 16 / 10), self.width() // 3)
        painter.drawPixmap(8, 8, picture(self._shown, width, height, self.devicePixelRatioF(), 8))
        return self.rect().adjusted(width + 8 + PADDING, 8, -PADDING, -8)

    def _paint_words(self, painter: QPainter, room: QRect, *, middle: bool) -> None:
        theme = self._look.theme
        name, about = theme.font("title" if self.height() > theme.px(90) else "heading"), theme.font("body")
        title_height = min(room.height(), _height(self.title, name, room.width()))
        left = room.height() - title_height - 4
        line = _height("…", about, room.width())  # a line alone is higher than the step from one to the next
        detail_height = min(_height(self.detail, about, room.width()), left // line * line) if self.detail else 0
        detail_height = max(0, detail_height)
        top = room.top() + (max(0, room.height() - title_height - 4 - detail_height) // 2 if middle else 0)
        painter.setPen(theme.qcolor("accent_ink" if self._strong else "ink"))
        _draw(painter, QRect(room.left(), top, room.width(), title_height), self.title, name)
        if detail_height >= line:
            painter.setPen(theme.qcolor("accent_ink" if self._strong else "ink_muted"))
            _draw(painter, QRect(room.left(), top + title_height + 4, room.width(), detail_height), self.detail, about)


def _height(text: str, font: QFont, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, width), 10_000), WRAPPED, text).height()


def _draw(painter: QPainter, rect: QRect, text: str, font: QFont) -> None:
    """As many words as there is room for; an ellipsis says that there are more."""
    painter.setFont(font)
    painter.drawText(rect, WRAPPED, _fitted(text, font, rect.width(), rect.height()))


def _fitted(text: str, font: QFont, width: int, height: int) -> str:
    if _height(text, font, width) <= height:
        return text
    shortest, longest = 0, len(text)
    while shortest < longest:
        middle = (shortest + longest + 1) // 2
        if _height(f"{text[:middle].rstrip()}…", font, width) <= height:
            shortest = middle
        else:
            longest = middle - 1
    return f"{text[:shortest].rstrip()}…"
