"""How full a day is or will be, as the bureau knows it: from bookings, from the gates, from experience."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QWidget

from jz_travel.domain.holidays import DayLoad, Level
from jz_travel.domain.places import Place, PlaceId
from jz_travel.ui.bureau.fields import Choice, add_row, day_field, day_in, line, put_together
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
        resize_within(self, look.theme.px(460), 0)
        self.day = day_field(the_day, look)
        ids: list[PlaceId | None] = [None, *(each.id for each in places)]
        self.place = Choice(ids, [say("The whole city"), *(words.name(each) for each in places)], None)
        self.level = Choice(list(Level), [level(words, each) for each in Level], Level.BUSY)
        self.source = line("", "", say("How you know: bookings, gates, an announcement"))
        self.note = line("", "")
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in (
            (say("Day", context="table"), self.day), (say("Place", context="table"), self.place),
            (say("How busy"), self.level), (say("Source", context="column"), self.source),
            (say("Note", context="column"), self.note),
        ):  # fmt: skip
            add_row(form, name, field)
        self.wrong = put_together(self, look, form, self.keep)

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
