"""What the bureau announces: a place that is closed for some days, or something that happens there."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from jz_travel.domain.holidays import Announcement
from jz_travel.domain.places import Place
from jz_travel.ui.bureau.fields import Choice, day_field, day_in, form_of, line, place_choice, put_together
from jz_travel.ui.parts.widgets import resize_within
from jz_travel.ui.style.look import Look

Kind = Literal["closure", "event"]
KINDS: tuple[Kind, ...] = ("closure", "event")


class ClosureForm(QDialog):
    """``wanted`` carries the announcement once everything in it is clear."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget, look: Look, places: Sequence[Place], the_day: date) -> None:
        super().__init__(parent)
        say = look.words.say
        self._look = look
        self.setWindowTitle(say("Closures and events"))
        resize_within(self, look.theme.px(460), look.theme.px(450))
        self.kind = Choice(
            KINDS, [say("Closed", context="announcement"), say("Event", context="announcement")], "closure"
        )
        self.place = place_choice(look, places)
        self.first, self.last = day_field(the_day, look), day_field(the_day, look)
        self.name = line("", "", say("Why, or what: repairs, ice, a tai chi contest"))
        self.source = line("", "", say("Who announced it, and where"))
        self.note = line("", "")
        rows = (
            (say("What it is"), self.kind), (say("Place", context="table"), self.place),
            (say("First day", context="column"), self.first), (say("Last day", context="column"), self.last),
            (say("Name", context="column"), self.name), (say("Source", context="column"), self.source),
            (say("Note", context="column"), self.note),
        )  # fmt: skip
        self.wrong = put_together(self, look, form_of(rows), self.keep)
        # Whoever moves the first day beyond the last means at least one day.
        self.first.dateChanged.connect(lambda day: self.last.setDate(max(day, self.last.date())))

    def keep(self) -> None:
        """Say what is wrong, or hand the announcement on."""
        wrong = self._what_is_wrong()
        if wrong:
            self.wrong.setText(wrong)
            self.wrong.show()
            return
        self.wanted.emit(
            Announcement(
                self.kind.value, day_in(self.first), day_in(self.last), self.name.text().strip(),
                self.source.text().strip(), self.place.value, self.note.text().strip(),
            )
        )  # fmt: skip
        self.accept()

    def _what_is_wrong(self) -> str:
        say = self._look.words.say
        if self.kind.value == "closure" and self.place.value is None:
            return say("Which place is closed?")
        if day_in(self.last) < day_in(self.first):
            return say("The last day is before the first.")
        if not self.name.text().strip():
            return say("The name is missing.")
        return "" if self.source.text().strip() else say("The source is missing.")
