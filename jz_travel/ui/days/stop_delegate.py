"""How one visit looks in a day: the way there, a meal before it, and the card with its times and problems."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jz_travel.domain.places import Catalogue
from jz_travel.domain.problems import Severity
from jz_travel.domain.schedule import Meal
from jz_travel.domain.texts import Language
from jz_travel.domain.travel import How
from jz_travel.ui.days.model import ROW, Row
from jz_travel.ui.days.strip import draw_strip, strip_height, strip_lines, wrapped
from jz_travel.ui.parts.pictures import picture, picture_file
from jz_travel.ui.style.icons import paint_icon
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import bold, draw_badge, draw_card, draw_text

Index = QModelIndex | QPersistentModelIndex

SIDE, BEYOND = 10, 8
"""Pixels between the column's edge and a card, and how many of them the words between two cards may have."""
PICTURE, PICTURE_FROM = 42, 205
"""Pixels at 100 % text: a picture's side, and how wide a card must be to have one."""
LOOKS = {
    Severity.CLASH: ("alert_circle", "danger", "danger_soft"),
    Severity.WARNING: ("alert_triangle", "warn", "warn_soft"),
    Severity.HINT: ("info", "info", "info_soft"),
}


@dataclass(frozen=True, slots=True)
class _Laid:
    """A row in the room that it has: icon and lines of what comes before its card, the lines of the card, heights."""

    row: Row
    about: tuple[int, Language, int]
    """Width, language and text size."""
    strips: list[tuple[str, list[str]]]
    name: list[str]
    times: str
    is_length_beside: bool
    """Whether the length of the visit has room beside its times; else it stands below them."""
    problems: list[tuple[Severity, list[str]]]
    lead: int
    card: int


class StopDelegate(QStyledItemDelegate):
    """Paints a row from its visit alone, so nothing has to be made or kept for stops out of sight."""

    def __init__(self, catalogue: Catalogue, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._catalogue, self._look, self._view = catalogue, look, view
        self.day_index = 0
        """Which day of the trip this is, for its colour."""
        self._known: dict[int, _Laid] = {}
        """By the number of the visit."""

    def know(self, catalogue: Catalogue) -> None:
        if catalogue is not self._catalogue:
            self._catalogue = catalogue
            self._known.clear()  # places may have other names

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self.height(index))

    def height(self, index: Index) -> int:
        """Pixels that a row needs in the view as wide as it is."""
        laid = self._laid(index, self._view.viewport().width() - 2 * SIDE)
        return laid.lead + laid.card + 4

    def _laid(self, index: Index, width: int) -> _Laid:
        """Asked for again and again while a window is laid out and painted: worked out where something is different."""
        row: Row = index.data(ROW)
        about = (width, self._look.words.language, self._look.theme.text_percent)
        known = self._known.get(row.number)
        if known is None or known.row is not row or known.about != about:
            known = self._known[row.number] = self._lay(row, about)
        return known

    def _lay(self, row: Row, about: tuple[int, Language, int]) -> _Laid:
        (width, *_), theme, words = about, self._look.theme, self._look.words
        times = words.time_range(row.visit.enters, row.visit.leaves, row.date)
        strips, name, problems = self._strips(row, width), self._name_lines(row, width), self._problems(row, width)
        beside = self._has_room(times, words.duration(row.visit.lasts), width)
        lead = sum(strip_height(lines, theme) for _, lines in strips) + 4
        during = row.meal is not None and row.meal.during is not None
        card = theme.px(62) + (len(name) - 1) * theme.px(20) + (during + (not beside)) * self._line()
        if problems:
            card += sum(len(lines) for _, lines in problems) * theme.px(17) + 4 * (len(problems) + 1)
        return _Laid(row, about, strips, name, times, beside, problems, lead, card)

    def _line(self) -> int:
        return self._look.theme.px(19)

    def _strips(self, row: Row, width: int) -> list[tuple[str, list[str]]]:
        """The way there and a meal before it."""
        theme, leg, meal = self._look.theme, row.visit.leg, row.meal
        strips = []
        if leg is not None and leg.how is not How.NONE:
            strips.append((str(leg.mode), strip_lines(self._look.words.leg(leg), theme, width + BEYOND)))
        if meal is not None and meal.before is not None:
            strips.append(("utensils", strip_lines(self._lunch(row, meal), theme, width + BEYOND)))
        return strips

    def _problems(self, row: Row, width: int) -> list[tuple[Severity, list[str]]]:
        """Those that deserve a line on the card; hints are told in the details."""
        theme, words = self._look.theme, self._look.words
        room = width - theme.px(13) - 30
        return [
            (problem.severity, wrapped(words.problem(problem, self._catalogue), theme, "small", room))
            for problem in row.visit.problems
            if problem.severity > Severity.HINT
        ]

    def _has_picture(self, width: int) -> bool:
        return width >= self._look.theme.px(PICTURE_FROM)

    def _words_left(self, width: int) -> int:
        """Where the words of a card so wide begin: beside its picture, or only its number."""
        px = self._look.theme.px
        return 16 + px(PICTURE) + 9 if self._has_picture(width) else 10 + px(22) + 9

    def _name_lines(self, row: Row, width: int) -> list[str]:
        place = self._catalogue.get(row.visit.place)
        name = self._look.words.short(place) if place else row.visit.place
        marks = (self._look.theme.px(15) + 5) * len(self._marks(row))
        return wrapped(name, self._look.theme, "heading", width - 10 - self._words_left(width) - marks)

    def _has_room(self, times: str, length: str, width: int) -> bool:
        font = self._look.theme.font("label")
        wide = QFontMetrics(bold(font)).horizontalAdvance(times) + 8 + QFontMetrics(font).horizontalAdvance(length)
        return wide <= width - 10 - self._words_left(width)

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        laid, state = self._laid(index, rect.width()), option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lead(painter, laid, rect)
        self._paint_card(painter, laid, self.card_in(option.rect, index), state)
        painter.restore()

    def card_in(self, whole: QRect, index: Index) -> QRect:
        """Where in its row the card is, below the way there."""
        rect = whole.adjusted(SIDE, 0, -SIDE, 0)
        rect.setTop(rect.top() + self._laid(index, rect.width()).lead)
        return rect.adjusted(0, 0, 0, -4)

    def _paint_lead(self, painter: QPainter, laid: _Laid, rect: QRect) -> None:
        theme, top = self._look.theme, rect.top() + 2
        for icon, lines in laid.strips:
            height = strip_height(lines, theme)
            draw_strip(painter, QRect(rect.left(), top, rect.width() + BEYOND, height), theme, icon, lines)
            top += height

    def _paint_card(self, painter: QPainter, laid: _Laid, card: QRect, state: QStyle.StateFlag) -> None:
        theme, row = self._look.theme, laid.row
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focus = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        severity = row.visit.severity
        edge = "danger" if severity is Severity.CLASH else "accent" if chosen else "line"
        ground = "accent_soft" if chosen else "card"
        draw_card(painter, QRectF(card), theme, ground, edge, focus)
        self._paint_sign(painter, row, card, ground)
        ink = theme.qcolor("accent_soft_ink" if chosen else "ink")
        muted = theme.qcolor("accent_soft_ink" if chosen else "ink_muted")
        left = card.left() + self._words_left(card.width())
        right = card.right() - 10
        for name in self._marks(row):
            side = theme.px(15)
            right -= side
            paint_icon(painter, name, QRect(right, card.top() + 10 + (theme.px(22) - side) // 2, side, side),
                       muted.name())  # fmt: skip
            right -= 5
        top = card.top() + 9
        for at, text in enumerate(laid.name):
            top += theme.px(20) if at else 0
            draw_text(painter, QRect(left, top, right - left, theme.px(24)), text, theme.font("heading"), ink)
        top = self._paint_times(painter, laid, card, top + theme.px(24), ink, muted)
        self._paint_problems(painter, laid, card, top + 2)

    def _paint_sign(self, painter: QPainter, row: Row, card: QRect, ground: str) -> None:
        """The number of the visit, on a picture of the place if the card has room for one."""
        theme, place = self._look.theme, self._catalogue.get(row.visit.place)
        badge = QRectF(card.left() + 10, card.top() + 9, theme.px(22), theme.px(22))
        if place is not None and self._has_picture(card.width()):
            side, ratio = theme.px(PICTURE), painter.device().devicePixelRatioF()
            drawn = picture(picture_file(place), side, side, ratio, theme.radius("small"))
            painter.drawPixmap(card.left() + 16, card.top() + 9 + theme.px(2), drawn)
            badge.translate(-2, -3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.qcolor(ground))
            painter.drawEllipse(badge.adjusted(-2, -2, 2, 2))
        draw_badge(painter, badge, str(row.number), theme.day(self.day_index), bold(theme.font("small")))

    def _paint_times(self, painter: QPainter, laid: _Laid, card: QRect, top: int, ink: QColor, muted: QColor) -> int:
        """When, how long, and a meal in between; returns where the problems begin."""
        theme, line, row = self._look.theme, self._line(), laid.row
        left = card.left() + self._words_left(card.width())
        spot = QRect(left, top, card.right() - 9 - left, line)
        width = draw_text(painter, spot, laid.times, bold(theme.font("label")), ink)
        if laid.is_length_beside:
            spot.setLeft(left + width + 8)
        else:
            top += line
            spot.translate(0, line)
        draw_text(painter, spot, self._look.words.duration(row.visit.lasts), theme.font("label"), muted)
        top += theme.px(24)
        if row.meal is not None and row.meal.during is not None:
            side = theme.px(14)
            paint_icon(painter, "utensils", QRect(left, top + (line - side) // 2, side, side), muted.name())
            spot = QRect(left, top, card.right() - 9 - left, line).adjusted(theme.px(20), 0, 0, 0)
            font, lunch = theme.font("small"), self._lunch(row, row.meal)
            if QFontMetrics(font).horizontalAdvance(lunch) > spot.width():
                lunch = self._lunch_times(row, row.meal)  # its icon says the rest
            draw_text(painter, spot, lunch, font, muted)
            top += line
        return top

    def _lunch(self, row: Row, meal: Meal) -> str:
        return f"{self._look.words.say('Lunch')} {self._lunch_times(row, meal)}"

    def _lunch_times(self, row: Row, meal: Meal) -> str:
        words = self._look.words
        return words.time_range(meal.starts, meal.ends, row.date)

    def _marks(self, row: Row) -> list[str]:
        """The icons beside a name: what the visitor decided of this stop."""
        marks = ["lock"] if row.stop.locked else []
        marks += ["timer"] if row.stop.starts is not None else []
        marks += ["pencil"] if row.stop.note else []
        return marks

    def _paint_problems(self, painter: QPainter, laid: _Laid, card: QRect, top: int) -> None:
        theme = self._look.theme
        line = theme.px(17)
        for severity, lines in laid.problems:
            icon_name, ink, soft = LOOKS[severity]
            box = QRectF(card.left() + 6, top - 2, card.width() - 12, len(lines) * line + 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.qcolor(soft))
            painter.drawRoundedRect(box, theme.radius("small"), theme.radius("small"))
            side = theme.px(13)
            paint_icon(painter, icon_name, QRect(card.left() + 12, top + (line - side) // 2, side, side), theme[ink])
            for each in lines:
                spot = QRect(card.left() + 12 + side + 6, top, card.width() - side - 28, line)
                draw_text(painter, spot, each, theme.font("small"), theme.qcolor(ink))
                top += line
            top += 6
