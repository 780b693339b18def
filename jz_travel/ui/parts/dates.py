"""A field for a date, written as people write it in each language."""

import re

from PySide6.QtCore import QDate, QLocale, QSize
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCalendarWidget, QDateEdit, QToolButton

from jz_travel.ui.parts.widgets import calm
from jz_travel.ui.style.look import Look

WEEKDAY = "ddd"  # as Qt calls it
_WEEKDAY_PART = re.compile(rf"\s*[（(]?{WEEKDAY}[)）]?\s*")
WIDE = QDate(2026, 11, 25)  # a Wednesday
BESIDE = 4  # pixels between the text of a field and its edges


def speak(calendar: QCalendarWidget, look: Look) -> None:
    """Its days and months in the language, and the year before the month where people write it so; Qt never does."""
    calendar.setLocale(look.locale)
    written = look.locale.dateFormat(QLocale.FormatType.LongFormat)
    month = calendar.findChild(QToolButton, "qt_calendar_monthbutton")
    year = calendar.findChild(QToolButton, "qt_calendar_yearbutton")
    assert month is not None
    assert year is not None
    bar = month.parentWidget()
    assert bar is not None
    row = bar.layout()
    assert isinstance(row, QBoxLayout)
    row.removeWidget(year)
    row.insertWidget(row.indexOf(month) + (written.index("y") > written.index("M")), year)


class DateEdit(QDateEdit):
    """A date with a calendar to unfold; :meth:`speak` tells it its language."""

    def __init__(self) -> None:
        super().__init__()
        self._format, self._is_laid_out = "", False
        calm(self)
        self.setCalendarPopup(True)

    def speak(self, look: Look) -> None:
        """The parts of the date in the language's order, with the weekday; the calendar follows."""
        self.setLocale(look.locale)
        self._format = look.words.say("ddd d MMM yyyy", context="how Qt writes a date")
        self._fit()
        speak(self.calendarWidget(), look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_laid_out = True
        self._fit()

    def _fit(self) -> None:
        """Without the weekday where that would be cut off: Qt scrolls in the field and gives no sign of it."""
        is_cut = self._is_laid_out and self._width_of(self._format) + BESIDE > self.lineEdit().width()
        shown = self._brief if is_cut else self._format
        if shown and shown != self.displayFormat():
            self.setDisplayFormat(shown)

    @property
    def _brief(self) -> str:
        return _WEEKDAY_PART.sub("", self._format)

    def _width_of(self, written: str) -> int:
        return self.fontMetrics().horizontalAdvance(self.locale().toString(WIDE, written))

    def minimumSizeHint(self) -> QSize:
        """The weekday gives way."""
        spare = self._width_of(self.displayFormat()) - self._width_of(self._brief)
        return super().minimumSizeHint() - QSize(max(0, spare), 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The weekday follows from the rest: whoever begins to type means the number beside it."""
        super().focusInEvent(event)
        last = self.sectionCount() - 1
        weekday, beside = (0, 1) if self.displayFormat().startswith(WEEKDAY) else (last, last - 1)
        if WEEKDAY in self.displayFormat() and self.currentSectionIndex() == weekday:
            self.setCurrentSectionIndex(beside)
            self.setSelectedSection(self.currentSection())
