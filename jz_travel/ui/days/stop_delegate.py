"""How one visit looks in a day: the way there, a meal before it, and the card with its times and problems."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jz_travel.domain.places import Catalogue
from jz_travel.domain.problems import Severity
from jz_travel.domain.schedule import DaySchedule, Meal, Visit
from jz_travel.domain.travel import How
from jz_travel.domain.trip import Stop
from jz_travel.ui.days.model import DAY, MEAL, STOP, VISIT
from jz_travel.ui.style.icons import kind_icon, paint_icon
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import bold, draw_badge, draw_card, draw_text, one_line

Index = QModelIndex | QPersistentModelIndex

SIDE = 10  # between the column's edge and a card
LOOKS = {
    Severity.CLASH: ("alert_circle", "danger", "danger_soft"),
    Severity.WARNING: ("alert_triangle", "warn", "warn_soft"),
    Severity.HINT: ("info", "info", "info_soft"),
}


@dataclass(frozen=True, slots=True)
class _Row:
    visit: Visit
    stop: Stop
    meal: Meal | None
    day: DaySchedule
    number: int


class StopDelegate(QStyledItemDelegate):
    """Paints a row from its visit alone, so nothing has to be made or kept for stops out of sight."""

    def __init__(self, catalogue: Catalogue, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._catalogue, self._look = catalogue, look
        self.day_index = 0
        """Which day of the trip this is, for its colour."""

    def know(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._row(index)
        width = option.rect.width() or 240
        height = self._lead_height(row) + self._card_height(row, width - 2 * SIDE) + 4
        return QSize(200, height)

    def _row(self, index: Index) -> _Row:
        return _Row(index.data(VISIT), index.data(STOP), index.data(MEAL), index.data(DAY), index.row() + 1)

    def _line(self) -> int:
        return self._look.theme.px(19)

    def _lead_height(self, row: _Row) -> int:
        strips = (row.visit.leg is not None and row.visit.leg.how is not How.NONE) + (
            row.meal is not None and row.meal.before is not None
        )
        return strips * self._look.theme.px(24) + 4

    def _said(self, row: _Row) -> list[tuple[Severity, str]]:
        """The problems that deserve a line on the card; hints are told in the details."""
        words = self._look.words
        worth = [problem for problem in row.visit.problems if problem.severity > Severity.HINT]
        return [(problem.severity, words.problem(problem, self._catalogue)) for problem in worth]

    def _card_height(self, row: _Row, width: int) -> int:
        lines = sum(len(self._wrapped(text, width - 2 * 10 - 22)) for _, text in self._said(row))
        problems = lines * self._look.theme.px(17) + (8 if lines else 0) + 4 * max(0, len(self._said(row)) - 1)
        during = self._line() if row.meal is not None and row.meal.during is not None else 0
        return self._look.theme.px(62) + problems + during

    def _wrapped(self, text: str, width: int) -> list[str]:
        """At most three lines; where the text goes on, the last one ends with an ellipsis."""
        font = self._look.theme.font("small")
        metrics, flat = QFontMetrics(font), one_line(text)
        layout = QTextLayout(flat, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        lines: list[str] = []
        while len(lines) < 3 and (line := layout.createLine()).isValid():
            line.setLineWidth(max(40, width))
            start = line.textStart()
            last = len(lines) == 2
            rest = flat[start:] if last else flat[start : start + line.textLength()]
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, max(40, width)) if last else rest)
        layout.endLayout()
        return lines

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._row(index)
        rect: QRect = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._paint_lead(painter, row, rect)
        card = QRect(rect.left(), top, rect.width(), rect.bottom() - top - 3)
        self._paint_card(painter, row, card, state)
        painter.restore()

    def _paint_lead(self, painter: QPainter, row: _Row, rect: QRect) -> int:
        """The way there and a meal before it; returns where the card begins."""
        theme, words = self._look.theme, self._look.words
        top, height = rect.top() + 2, theme.px(24)
        leg, meal = row.visit.leg, row.meal
        if leg is not None and leg.how is not How.NONE:
            self._paint_strip(painter, QRect(rect.left(), top, rect.width(), height), leg.mode, words.leg(leg))
            top += height
        if meal is not None and meal.before is not None:
            spot = QRect(rect.left(), top, rect.width(), height)
            self._paint_strip(painter, spot, "utensils", self._lunch(row, meal))
            top += height
        return top + 2

    def _paint_strip(self, painter: QPainter, rect: QRect, icon_name: str, text: str) -> None:
        theme = self._look.theme
        x = rect.left() + 21
        painter.setPen(QPen(theme.qcolor("line_strong"), 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(x, rect.top(), x, rect.bottom())
        name = {"coach": "coach", "group_bus": "bus"}.get(icon_name, icon_name)
        side = theme.px(15)
        spot = QRect(rect.left() + 34, rect.center().y() - side // 2, side, side)
        paint_icon(painter, name, spot, theme["ink_muted"])
        left = spot.right() + 7
        place = QRect(left, rect.top(), rect.right() - left, rect.height())
        draw_text(painter, place, text, theme.font("small"), theme.qcolor("ink_muted"))

    def _paint_card(self, painter: QPainter, row: _Row, card: QRect, state: QStyle.StateFlag) -> None:
        theme, words = self._look.theme, self._look.words
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focus = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        severity = row.visit.severity
        edge = "danger" if severity is Severity.CLASH else "accent" if chosen else "line"
        draw_card(painter, QRectF(card), theme, "accent_soft" if chosen else "card", edge, focus)
        day = theme.day(self.day_index)
        badge = QRectF(card.left() + 10, card.top() + 10, theme.px(22), theme.px(22))
        draw_badge(painter, badge, str(row.number), day, bold(theme.font("small")))
        place = self._catalogue.get(row.visit.place)
        line = self._line()
        left = card.left() + 10 + theme.px(22) + 9
        ink = theme.qcolor("accent_soft_ink" if chosen else "ink")
        muted = theme.qcolor("accent_soft_ink" if chosen else "ink_muted")
        right = card.right() - 10
        for name in self._marks(row):
            side = theme.px(15)
            right -= side
            paint_icon(painter, name, QRect(right, card.top() + 11, side, side), muted.name())
            right -= 5
        name = words.short(place) if place else row.visit.place
        top = card.top() + 9
        draw_text(painter, QRect(left, top, right - left, theme.px(22)), name, theme.font("heading"), ink)
        top += theme.px(24)
        times = f"{words.time(row.visit.enters, row.day.date)}–{words.time(row.visit.leaves, row.day.date)}"
        width = draw_text(
            painter, QRect(left, top, card.right() - 10 - left, line), times, bold(theme.font("label")), ink
        )
        after = QRect(left + width + 8, top, card.right() - 10 - left - width - 8, line)
        draw_text(painter, after, words.duration(row.visit.lasts), theme.font("label"), muted)
        top += theme.px(24)
        if row.meal is not None and row.meal.during is not None:
            side = theme.px(14)
            paint_icon(painter, "utensils", QRect(left, top + 2, side, side), muted.name())
            spot = QRect(left + theme.px(20), top, card.right() - left - 30, line)
            draw_text(painter, spot, self._lunch(row, row.meal), theme.font("small"), muted)
            top += line
        self._paint_problems(painter, row, card, top + 2)
        if place is not None and not self._marks(row):
            side = theme.px(16)
            corner = QRect(card.right() - 10 - side, card.top() + 11, side, side)
            paint_icon(painter, kind_icon(place.kind), corner, muted.name())

    def _lunch(self, row: _Row, meal: Meal) -> str:
        words = self._look.words
        times = f"{words.time(meal.starts, row.day.date)}–{words.time(meal.ends, row.day.date)}"
        return f"{words.say('Lunch')} {times}"

    def _marks(self, row: _Row) -> list[str]:
        marks = ["lock"] if row.stop.locked else []
        marks += ["timer"] if row.stop.starts is not None else []
        return marks + (["pencil"] if row.stop.note else [])

    def _paint_problems(self, painter: QPainter, row: _Row, card: QRect, top: int) -> None:
        theme = self._look.theme
        line = theme.px(17)
        for severity, text in self._said(row):
            icon_name, ink, soft = LOOKS[severity]
            wrapped = self._wrapped(text, card.width() - 2 * 10 - 22)
            box = QRectF(card.left() + 6, top - 2, card.width() - 12, len(wrapped) * line + 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.qcolor(soft))
            painter.drawRoundedRect(box, theme.radius("small"), theme.radius("small"))
            side = theme.px(13)
            paint_icon(painter, icon_name, QRect(card.left() + 12, top + (line - side) // 2, side, side), theme[ink])
            for each in wrapped:
                spot = QRect(card.left() + 12 + side + 6, top, card.width() - side - 28, line)
                draw_text(painter, spot, each, theme.font("small"), theme.qcolor(ink))
                top += line
            top += 6
