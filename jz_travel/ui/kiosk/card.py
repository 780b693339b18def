"""A choice as large as a hand: a picture or an icon, what it is, and a line about it. Touched, never hovered."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from jz_travel.ui.kiosk.fingers import swiped
from jz_travel.ui.kiosk.wrapping import draw_wrapped, height_of
from jz_travel.ui.parts.pictures import picture
from jz_travel.ui.style.icons import paint_icon
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import draw_badge, draw_card
from jz_travel.ui.style.theme import DayColour

MAIN, OTHER, GAP = 60, 48, 12
"""Pixels: the least height of what matters, of the rest, and between two targets."""
PADDING = 16
UPRIGHT_FROM = 190
"""From this height on, a card has its picture above the words."""
UPRIGHT_TO = 2.6
"""A card that is wider than so many heights has its picture beside the words all the same."""
USUAL_FROM, LARGE_FROM, LARGE_DETAIL = 90, 115, 16
"""At the text size of 100 %: the heights from which letters may be so, and the size of a line about a large name."""
MOST_PICTURE, LEAST_PICTURE = 0.62, 0.4
"""Of a card's height."""


class Letters(IntEnum):
    """Of a card's name; its font."""

    SMALL = 0
    USUAL = 1
    LARGE = 2

    @property
    def font(self) -> str:
        return ("heading", "title", "display")[self]


@dataclass(frozen=True, slots=True)
class Badge:
    """A number on the colour of a day."""

    text: str
    day: DayColour


class Card(QAbstractButton):
    """``strong``: the one thing most people want. ``chosen``: this is the answer already.

    ``turned`` tells of a finger that moved over it, by how many parts of the list; then it is not chosen.
    """

    turned = Signal(int)

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
        self._look, self.title = look, title
        self.detail = detail.replace(" …", "\u00a0…")  # dots that stand alone on a line say nothing
        self._icon, self._shown, self._badge, self._strong = icon, shown, badge, strong
        self._letters, self._words_height = Letters.USUAL, 0
        self._touched_at = QPointF()
        if chosen is not None:
            self.setCheckable(True)
            self.setChecked(chosen)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._touched_at = event.globalPosition()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        parts = swiped(event.globalPosition() - self._touched_at)
        if parts:
            self.setDown(False)
        super().mouseReleaseEvent(event)
        event.accept()  # what lies below has not been touched
        if parts:
            self.turned.emit(parts)

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
        upright, room = self._is_upright, self._words_room()
        if self._shown is not None and upright:
            self._paint_picture_above(painter, room.top() - 12)
        elif self._shown is not None:
            self._paint_picture_beside(painter)
        elif self._icon or self._badge:
            self._paint_sign(painter, room)
        if self.isChecked():
            side = self._check_side
            spot = QRect(self.width() - side - 12, 12 if upright else (self.height() - side) // 2, side, side)
            paint_icon(painter, "check_circle", spot, self._ink("accent"))
        self._paint_words(painter, room, middle=not (upright or self._is_bare))
        painter.end()

    # Where things stand

    @property
    def _is_upright(self) -> bool:
        """The picture or icon is above the words."""
        is_high = self.height() >= UPRIGHT_FROM and self.width() <= UPRIGHT_TO * self.height()
        return is_high and (self._shown is not None or bool(self._icon))

    @property
    def _is_bare(self) -> bool:
        """Nothing but words."""
        return self._shown is None and not self._icon and self._badge is None

    @property
    def _icon_side(self) -> int:
        theme = self._look.theme
        if self._is_upright:
            return min(theme.px(64), self.height() // 3)
        return min(theme.px(52 if self._letters is Letters.LARGE else 36), self.height() - 16)

    @property
    def _check_side(self) -> int:
        return self._look.theme.px(26)

    @property
    def _words_width(self) -> int:
        left = 0
        if not self._is_upright and self._shown is not None:
            left = self._picture_width + 8
        elif not self._is_upright and (self._icon or self._badge):
            left = self._icon_side + PADDING
        right = self._check_side if self.isCheckable() and not self._is_upright else 0
        return self.width() - left - right - 2 * PADDING

    @property
    def _picture_width(self) -> int:
        return min(round((self.height() - 16) * 16 / 10), self.width() // 3)

    def _words_room(self) -> QRect:
        """Beside what is shown; or below it, both as one in the middle of the card."""
        right = self._check_side if self.isCheckable() and not self._is_upright else 0
        room = QRect(self.width() - PADDING - right - self._words_width, 8, self._words_width, self.height() - 16)
        if self._is_upright and self._shown is not None:
            above = round(self.height() * MOST_PICTURE)
            above = max(round(self.height() * LEAST_PICTURE), min(above, self.height() - self._words_height - 20))
            room.setTop(above + 12)
        elif self._is_upright:
            whole = self._icon_side + 12 + self._words_height
            room.setTop(max(PADDING, (self.height() - whole) // 2) + self._icon_side + 12)
        elif self._is_bare:
            room.setTop(max(8, (self.height() - self._words_height) // 2))
        return room

    def _name_font(self) -> QFont:
        return self._look.theme.font(self._letters.font)

    def _detail_font(self) -> QFont:
        font = self._look.theme.font("body")
        if self._letters is Letters.LARGE:
            font.setPixelSize(self._look.theme.px(LARGE_DETAIL))
        return font

    def words_height(self) -> int:
        """Of all its words at this size of the card."""
        height = height_of(self.title, self._name_font(), self._words_width)
        about = height_of(self.detail, self._detail_font(), self._words_width) + 4 if self.detail else 0
        return height + about

    def wear(self, letters: Letters) -> bool:
        """Write its words so; says whether everything has room, the name in large letters on one line."""
        self._letters, theme = letters, self._look.theme
        if letters is Letters.LARGE:
            one_line = QFontMetrics(self._name_font()).horizontalAdvance(self.title) <= self._words_width
            if self._shown is not None or self.height() < theme.px(LARGE_FROM) or not one_line:
                return False
        if letters is Letters.USUAL and self.height() <= theme.px(USUAL_FROM):
            return False
        above = 8
        if self._is_upright:
            is_pictured = self._shown is not None
            above = round(self.height() * LEAST_PICTURE) + 12 if is_pictured else self._icon_side + 12 + PADDING
        return self.words_height() <= self.height() - above - 8

    def align(self, words_height: int) -> None:
        """With its neighbours, whose words take so many pixels."""
        self._words_height = words_height
        self.update()

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

    def _paint_sign(self, painter: QPainter, words: QRect) -> None:
        """The icon, or the number of a stop in the colour of its day."""
        side = self._icon_side
        top = words.top() - 12 - side if self._is_upright else (self.height() - side) // 2
        spot = QRect(PADDING, top, side, side)
        if self._badge:
            draw_badge(painter, QRectF(spot), self._badge.text, self._badge.day, self._look.theme.font("heading"))
        else:
            paint_icon(painter, self._icon, spot, self._ink("accent"))

    def _paint_picture_above(self, painter: QPainter, height: int) -> None:
        assert self._shown is not None
        path = QPainterPath()
        inner = self.rect().adjusted(4, 4, -4, -4)
        path.addRoundedRect(QRectF(inner), 8, 8)
        painter.save()
        painter.setClipPath(path)
        painter.drawPixmap(4, 4, picture(self._shown, inner.width(), height, self.devicePixelRatioF()))
        painter.restore()

    def _paint_picture_beside(self, painter: QPainter) -> None:
        assert self._shown is not None
        height = self.height() - 16
        painter.drawPixmap(8, 8, picture(self._shown, self._picture_width, height, self.devicePixelRatioF(), 8))

    def _paint_words(self, painter: QPainter, room: QRect, *, middle: bool) -> None:
        theme = self._look.theme
        name, about = self._name_font(), self._detail_font()
        title_height = min(room.height(), height_of(self.title, name, room.width()))
        left = room.height() - title_height - 4
        line = height_of("…", about, room.width())  # a line alone is higher than the step from one to the next
        detail_height = min(height_of(self.detail, about, room.width()), left // line * line) if self.detail else 0
        detail_height = max(0, detail_height)
        top = room.top() + (max(0, room.height() - title_height - 4 - detail_height) // 2 if middle else 0)
        painter.setPen(theme.qcolor("accent_ink" if self._strong else "ink"))
        draw_wrapped(painter, QRect(room.left(), top, room.width(), title_height), self.title, name)
        if detail_height >= line:
            painter.setPen(theme.qcolor("accent_ink" if self._strong else "ink_muted"))
            draw_wrapped(
                painter, QRect(room.left(), top + title_height + 4, room.width(), detail_height), self.detail, about
            )


def settle(cards: Sequence[Card]) -> None:
    """Cards side by side have letters of one size, and their icons and words at one height."""
    for letters in reversed(Letters):
        if all(card.wear(letters) for card in cards):
            break
    else:
        for card in cards:
            card.wear(Letters.SMALL)
    highest = max((card.words_height() for card in cards), default=0)
    for card in cards:
        card.align(highest)
