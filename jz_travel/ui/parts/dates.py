"""A field for a date, written as people write it in each language."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QBoxLayout, QCalendarWidget, QDateEdit, QToolButton

from jz_travel.ui.style.look import Look

WEEKDAY = "ddd"  # as Qt calls it


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
        self.setCalendarPopup(True)

    def speak(self, look: Look) -> None:
        """The parts of the date in the language's order, with the weekday; the calendar follows."""
        self.setLocale(look.locale)
        self.setDisplayFormat(look.words.say("ddd d MMM yyyy", context="how Qt writes a date"))
        speak(self.calendarWidget(), look)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The weekday follows from the rest: whoever begins to type means the number beside it."""
        super().focusInEvent(event)
        last = self.sectionCount() - 1
        weekday, beside = (0, 1) if self.displayFormat().startswith(WEEKDAY) else (last, last - 1)
        if self.currentSectionIndex() == weekday:
            self.setCurrentSectionIndex(beside)
            self.setSelectedSection(self.currentSection())
