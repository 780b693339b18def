"""What the bureau announces: a place that is closed for some days, or something that happens there."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QWidget

from jz_travel.domain.holidays import Announcement
from jz_travel.domain.places import Place, PlaceId
from jz_travel.ui.bureau.fields import Choice, add_row, day_field, day_in, line, put_together
from jz_travel.ui.parts.widgets import resize_within
from jz_travel.ui.style.look import Look

Kind = Literal["closure", "event"]
KINDS: tuple[Kind, ...] = ("closure", "event")


class ClosureForm(QDialog):
    """``wanted`` carries the announcement once everything in it is clear."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget, look: Look, places: Sequence[Place], the_day: date) -> None:
        super().__init__(parent)
        words, say = look.words, look.words.say
        self._look = look
        self.setWindowTitle(say("Closures and events"))
        resize_within(self, look.theme.px(460), 0)
        self.kind = Choice(
            KINDS, [say("Closed", context="announcement"), say("Event", context="announcement")], "closure"
        )
        ids: list[PlaceId | None] = [None, *(each.id for each in places)]
        self.place = Choice(ids, [say("The whole city"), *(words.name(each) for each in places)], None)
        self.first, self.last = day_field(the_day, look), day_field(the_day, look)
        self.name = line("", "", say("Why, or what: repairs, ice, a tai chi contest"))
        self.source = line("", "", say("Who announced it, and where"))
        self.note = line("", "")
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for title, field in (
            (say("What it is"), self.kind), (say("Place", context="table"), self.place),
            (say("First day", context="column"), self.first), (say("Last day", context="column"), self.last),
            (say("Name", context="column"), self.name), (say("Source", context="column"), self.source),
            (say("Note", context="column"), self.note),
        ):  # fmt: skip
            add_row(form, title, field)
        self.wrong = put_together(self, look, form, self.keep)
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
