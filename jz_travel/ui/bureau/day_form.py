"""How full a day is or will be, as the bureau knows it: from bookings, from the gates, from experience."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from jz_travel.domain.holidays import DayLoad, Level
from jz_travel.domain.places import Place
from jz_travel.ui.bureau.fields import Choice, day_field, day_in, form_of, line, place_choice, put_together
from jz_travel.ui.parts.widgets import resize_within
from jz_travel.ui.style.look import Look
from jz_travel.words.holidays import level


class DayForm(QDialog):
    """``wanted`` carries the entry."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget, look: Look, places: Sequence[Place], the_day: date) -> None:
        super().__init__(parent)
        words, say = look.words, look.words.say
        self._look = look
        self.setWindowTitle(say("How busy a day is"))
        resize_within(self, look.theme.px(500), look.theme.px(350))
        self.day = day_field(the_day, look)
        self.place = place_choice(look, places)
        self.level = Choice(list(Level), [level(words, each) for each in Level], Level.BUSY)
        self.source = line("", "", say("How you know: bookings, gates, an announcement"))
        self.note = line("", "")
        rows = (
            (say("Date", context="table"), self.day), (say("Place", context="table"), self.place),
            (say("How busy"), self.level), (say("Source", context="column"), self.source),
            (say("Note", context="column"), self.note),
        )  # fmt: skip
        self.wrong = put_together(self, look, form_of(rows), self.keep)

    def keep(self) -> None:
        source = self.source.text().strip()
        if not source:
            self.wrong.setText(self._look.words.say("The source is missing; no figure is kept without one."))
            self.wrong.show()
            return
        self.wanted.emit(
            DayLoad(day_in(self.day), self.level.value, source, self.place.value, self.note.text().strip())
        )
        self.accept()
