"""Months of days by how full they are likely to be."""

import calendar
from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jz_travel.domain.clock import DAY
from jz_travel.domain.holidays import HolidayCalendar, Level
from jz_travel.ui.statistics.rows import Rows
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import CENTRE, bold
from jz_travel.words.times import MONTHS

FILLS = {Level.QUIET: "", Level.LIVELY: "good_soft", Level.BUSY: "warn_soft", Level.PACKED: "danger_soft"}
INKS = {Level.QUIET: "ink_muted", Level.LIVELY: "good", Level.BUSY: "warn", Level.PACKED: "danger"}
DOTS = {Level.QUIET: 0, Level.LIVELY: 1, Level.BUSY: 2, Level.PACKED: 3}
CELL, LINE, CORNER = 24, 27, 7  # pixels at 100 % text size
HEADS = 2  # lines above the days: month, weekdays


class MonthView(QWidget):
    """One month; colour and dots say the same, so that neither is needed alone."""

    pointed = Signal(object)

    def __init__(self, look: Look, holidays: HolidayCalendar, year: int, month: int) -> None:
        super().__init__()
        self._look, self._holidays, self._year, self._month = look, holidays, year, month
        self.chosen: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{look.words.say(MONTHS[month - 1])} {year}")

    def sizeHint(self) -> QSize:
        cell, line = self._look.theme.px(CELL), self._look.theme.px(LINE)
        return QSize(7 * cell + 4, (HEADS + 6) * line)

    @property
    def _begins(self) -> int:
        """On which day weeks begin where the language is spoken, 1 Monday … 7 Sunday: as in the other calendars."""
        return self._look.locale.firstDayOfWeek().value

    def _rect(self, day: date) -> QRect:
        cell, line = self._look.theme.px(CELL), self._look.theme.px(LINE)
        before = (date(self._year, self._month, 1).isoweekday() - self._begins) % 7
        row, column = divmod(before + day.day - 1, 7)
        return QRect(2 + column * cell, (row + HEADS) * line, cell, line)

    def _days(self) -> list[date]:
        last = calendar.monthrange(self._year, self._month)[1]
        return [date(self._year, self._month, number) for number in range(1, last + 1)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(bold(theme.font("label")))
        painter.setPen(theme.qcolor("ink"))
        name = self._look.words.say(MONTHS[self._month - 1], context="")
        painter.drawText(QRect(6, 0, self.width(), theme.px(LINE)), Qt.AlignmentFlag.AlignVCenter, name)
        self._paint_weekdays(painter)
        for day in self._days():
            self._paint_day(painter, day)
        painter.end()

    def _paint_weekdays(self, painter: QPainter) -> None:
        words, theme = self._look.words, self._look.theme
        painter.setFont(theme.font("small"))
        painter.setPen(theme.qcolor("ink_faint"))
        cell, line = theme.px(CELL), theme.px(LINE)
        for at in range(7):
            name = words.weekday_name((self._begins - 1 + at) % 7 + 1, short=True)
            letter = name[-1] if words.is_chinese else name[0]
            painter.drawText(QRect(2 + at * cell, line, cell, line), CENTRE, letter)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        theme, load = self._look.theme, self._holidays.load(day)
        rect = QRectF(self._rect(day)).adjusted(1, 1, -1, -1)
        if FILLS[load.level]:
            painter.setBrush(theme.qcolor(FILLS[load.level]))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, 5, 5)
        if day == self.chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.qcolor("focus" if self.hasFocus() else "accent"), 2))
            painter.drawRoundedRect(rect, 5, 5)
        painter.setFont(bold(theme.font("small")) if load.holiday else theme.font("small"))
        painter.setPen(theme.qcolor(INKS[load.level]))
        painter.drawText(rect.adjusted(0, 0, 0, -theme.px(7)), CENTRE, str(day.day))
        painter.setBrush(theme.qcolor(INKS[load.level]))
        painter.setPen(Qt.PenStyle.NoPen)
        if self._holidays.announced(day):
            self._paint_announced(painter, rect)
        dots = DOTS[load.level]
        for at in range(dots):
            middle = rect.center().x() + (at - (dots - 1) / 2) * 6
            painter.drawEllipse(QPointF(middle, rect.bottom() - theme.px(6)), 1.8, 1.8)

    def _paint_announced(self, painter: QPainter, rect: QRectF) -> None:
        """A folded corner: something is closed, or happens."""
        side, corner = self._look.theme.px(CORNER), rect.topRight()
        painter.drawPolygon([corner, corner - QPointF(side, 0), corner + QPointF(0, side)])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for day in self._days():
            if self._rect(day).contains(event.position().toPoint()):
                self.pointed.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        days = self._days()
        at = self.chosen if self.chosen in days else days[0] - step * DAY
        assert at is not None
        self.pointed.emit(min(max(at + step * DAY, days[0]), days[-1]))


class MonthGrid(Rows):
    """Months side by side, as many as there is room for."""

    def __init__(self, months: list[MonthView]) -> None:
        super().__init__(months, 700)
        self._months = months

    def arrange(self, width: int, *, move: bool) -> int:
        size = self._months[0].sizeHint()
        fit = max(1, width // (size.width() + 12))
        most = next(each for each in (6, 4, 3, 2, 1) if each <= fit)
        if move:
            for at, month in enumerate(self._months):
                row, column = divmod(at, most)
                month.setGeometry(QRect(QPoint(column * (width // most), row * (size.height() + 6)), size))
        return -(-len(self._months) // most) * (size.height() + 6)
