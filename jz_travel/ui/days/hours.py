"""When a day starts and should be over: two times that cannot be wrong."""

from datetime import timedelta

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QDialog, QFormLayout, QTimeEdit, QVBoxLayout, QWidget

from jz_travel.domain.clock import DAY
from jz_travel.domain.trip import DayId
from jz_travel.ui.edits import Edits
from jz_travel.ui.parts.asking import apply_or_cancel, ask
from jz_travel.ui.parts.widgets import calm, label, roomy
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look


def time_edit(shown: timedelta) -> QTimeEdit:
    """A field for a time of day from 00:00 to 23:59, which goes on from midnight in both directions."""
    edit = calm(QTimeEdit(to_qtime(shown)))
    edit.setDisplayFormat("HH:mm")
    edit.setWrapping(True)
    roomy(edit)
    return edit


def to_qtime(time_of_day: timedelta) -> QTime:
    """A time of day as Qt has it; 24:00 becomes 00:00, as Qt knows no later time."""
    return QTime(0, 0).addSecs(int((time_of_day % DAY).total_seconds()))


def from_qtime(time: QTime) -> timedelta:
    """A time of day since midnight; 00:00 is the morning's, never 24:00."""
    return timedelta(hours=time.hour(), minutes=time.minute())


class DayHoursDialog(QDialog):
    """An end at or before the start means the next day."""

    def __init__(self, parent: QWidget, look: Look, starts: timedelta, ends_by: timedelta) -> None:
        super().__init__(parent)
        say = look.words.say
        self.setWindowTitle(say("Hours of the day"))
        self._starts, self._ends = time_edit(starts), time_edit(ends_by)
        form = QFormLayout()
        form.addRow(say("Starts"), self._starts)
        form.addRow(say("Ends by"), self._ends)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        column.addWidget(label("heading", self.windowTitle()))
        column.addLayout(form)
        column.addLayout(apply_or_cancel(self, look))

    @property
    def hours(self) -> tuple[timedelta, timedelta]:
        starts, ends = from_qtime(self._starts.time()), from_qtime(self._ends.time())
        return starts, ends if ends > starts else ends + DAY


def ask_day_hours(parent: QWidget, session: Session, edits: Edits, look: Look, day: DayId) -> None:
    """The answer is one edit."""
    here = session.trip.day(day)
    dialog = DayHoursDialog(parent, look, here.starts, here.ends_by)
    ask(dialog, lambda: edits.day_hours(day, *dialog.hours))
