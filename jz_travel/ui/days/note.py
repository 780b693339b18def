"""What a visitor wants to remember on a day."""

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from jz_travel.domain.trip import LONGEST_NOTE, DayId
from jz_travel.ui.edits import Edits
from jz_travel.ui.parts.asking import apply_or_cancel, ask
from jz_travel.ui.parts.widgets import label
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look


class DayNoteDialog(QDialog):
    """A few lines of text, which come with the day on paper and in files."""

    def __init__(self, parent: QWidget, look: Look, number: int, note: str) -> None:
        super().__init__(parent)
        say, px = look.words.say, look.theme.px
        title = say("Note for day {n}", n=number)
        self.setWindowTitle(title)
        self._note = QPlainTextEdit(note)
        self._note.setAccessibleName(title)
        self._note.setTabChangesFocus(True)
        self._note.setMinimumSize(px(360), px(140))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(label("heading", title))
        column.addWidget(self._note, 1)
        column.addLayout(apply_or_cancel(self, look))

    @property
    def note(self) -> str:
        return self._note.toPlainText().strip()[:LONGEST_NOTE]


def ask_day_note(parent: QWidget, session: Session, edits: Edits, look: Look, day: DayId) -> None:
    """The answer is one edit."""
    trip = session.trip
    dialog = DayNoteDialog(parent, look, trip.index_of(day) + 1, trip.day(day).note)
    ask(dialog, lambda: edits.day_note(day, dialog.note))
