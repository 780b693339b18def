"""How one place looks in a list: picture, name, what and where, today's hours, its days; a button to add it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jz_travel.domain.places import Catalogue, Place
from jz_travel.ui.parts.pictures import picture, picture_file
from jz_travel.ui.places.model import DAYS, PLACE, WISHED
from jz_travel.ui.style.icons import kind_icon, paint_icon
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import bold, draw_badge, draw_text

Index = QModelIndex | QPersistentModelIndex
LARGEST_PICTURE = 72
PICTURE_FROM = 220
"""Pixels of row at 100 % text, below which the words need the room of the picture."""


class PlaceDelegate(QStyledItemDelegate):
    """``add_pressed`` and ``wish_pressed`` carry the row whose button was pressed."""

    add_pressed = Signal(QModelIndex)
    wish_pressed = Signal(QModelIndex)

    def __init__(self, catalogue: Catalogue, look: Look, the_day: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._catalogue, self._look, self._the_day = catalogue, look, the_day
        self.took_click = False
        """Whether the last click was on a button: the row itself was not clicked then."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, self._look.theme.px(76))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, words = self._look.theme, self._look.words
        place: Place = index.data(PLACE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.radius("medium")
        chosen, hot = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or hot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.qcolor("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(rect).adjusted(4, 2, -4, -2), radius, radius)
        if state & QStyle.StateFlag.State_HasFocus and chosen:
            painter.setPen(theme.qcolor("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(4.5, 2.5, -4.5, -2.5), radius, radius)
        left = self._paint_picture(painter, place, rect)
        right = self._buttons(rect)[1].left() - 4
        ink = theme.qcolor("accent_soft_ink" if chosen else "ink")
        muted = theme.qcolor("accent_soft_ink" if chosen else "ink_muted")
        line = theme.px(20)
        top = rect.center().y() - (3 * line) // 2 + 1
        badges: tuple[int, ...] = index.data(DAYS)
        badge, mark = theme.px(18), theme.px(14)
        title = QRect(left, top, right - left - (badge + 4) * len(badges[:3]), line)
        draw_text(painter, title, words.short(place), theme.font("heading"), ink)
        for position, day in enumerate(badges[:3]):
            spot = QRectF(right - (badge + 2) * (position + 1), top + (line - badge) / 2, badge, badge)
            draw_badge(painter, spot, str(day + 1), theme.day(day), bold(theme.font("small")))
        where = self._catalogue.area_of(place)
        near = words.short(where) if where else words.near(place, None)
        what = f"{words.kind(place.kind)} · {near}"
        paint_icon(
            painter, kind_icon(place.kind), QRect(left, top + line + (line - mark) // 2, mark, mark), muted.name()
        )
        draw_text(
            painter, QRect(left + mark + 5, top + line, right - left - mark - 5, line), what, theme.font("small"), muted
        )
        if place.is_sight:
            below = QRect(left, top + 2 * line, rect.right() - 10 - left, line)  # below the buttons
            draw_text(painter, below, self._hours(place, below.width()), theme.font("small"), muted)
        self._paint_buttons(painter, rect, bool(index.data(WISHED)), hot or chosen)
        painter.restore()

    def _hours(self, place: Place, room: int) -> str:
        """That hours are assumed is said even where there is no room for the last entry."""
        words, day = self._look.words, self._the_day()
        whole = words.hours_line(place, day)
        metrics = QFontMetrics(self._look.theme.font("small"))
        has_room = not place.hours.assumed or metrics.horizontalAdvance(whole) <= room
        return whole if has_room else words.hours_line(place, day, brief=True)

    def _paint_picture(self, painter: QPainter, place: Place, rect: QRect) -> int:
        """Where there is room for one; returns where the words begin."""
        theme = self._look.theme
        if rect.width() < theme.px(PICTURE_FROM):
            return rect.left() + 12
        side = min(rect.height() - theme.px(20), LARGEST_PICTURE)
        frame = QRect(rect.left() + 12, rect.top() + (rect.height() - side) // 2, side, side)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(frame, picture(picture_file(place), side, side, ratio, theme.radius("medium")))
        return frame.right() + 13

    def _buttons(self, rect: QRect) -> tuple[QRect, QRect]:
        """To add and to wish, beside the first two lines."""
        wide, high = self._look.theme.px(30), self._look.theme.px(25)
        add = QRect(rect.right() - wide - 8, rect.top() + self._look.theme.px(4), wide, high)
        return add, add.translated(0, high)

    def _paint_buttons(self, painter: QPainter, rect: QRect, wished: bool, hot: bool) -> None:
        theme = self._look.theme
        add, wish = self._buttons(rect)
        size = theme.px(18)
        for spot, name, colour in (
            (add, "plus", theme["accent"]),
            (wish, "heart", theme["danger"] if wished else theme["ink_muted" if hot else "line_strong"]),
        ):
            inner = QRect(0, 0, size, size)
            inner.moveCenter(spot.center())
            paint_icon(painter, name, inner, colour)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        released = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        self.took_click = False
        if isinstance(event, QMouseEvent) and released and event.button() == Qt.MouseButton.LeftButton:
            add, wish = self._buttons(option.rect)
            where = event.position().toPoint()
            for button, pressed in ((add, self.add_pressed), (wish, self.wish_pressed)):
                if button.contains(where):
                    self.took_click = True
                    pressed.emit(index)
                    return True
        return super().editorEvent(event, model, option, index)
