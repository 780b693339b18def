"""What is wrong with a plan, day by day, in a window of its own that stays beside the work."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jz_travel.reading.remarks import About, Remark
from jz_travel.ui.parts.reading_area import ReadingArea
from jz_travel.ui.parts.widgets import button, label, resize_within
from jz_travel.ui.style.look import Look
from jz_travel.words import N_, Words

SAID: dict[About, str] = {
    About.CLOSED: N_("Closed", context="check"),
    About.LATE: N_("Too late", context="check"),
    About.DOUBLED: N_("Doubled", context="check"),
    About.FAR: N_("Too far", context="check"),
    About.DARK: N_("Too dark", context="check"),
    About.NOT_KNOWN: N_("Not known", context="check"),
}
ROLES = {About.CLOSED: "clash", About.LATE: "clash"}


def summary(remarks: Sequence[Remark], words: Words) -> str:
    """``Closed 2 · Too late 1``."""
    counts = {about: sum(1 for each in remarks if each.about is about) for about in About}
    return " · ".join(f"{words.say(SAID[about], context='check')} {n}" for about, n in counts.items() if n)


class CheckSheet(QDialog):
    """Stays open beside the board while the plan is put right, and is not told anew; checking again opens another."""

    def __init__(self, parent: QWidget, remarks: Sequence[Remark], look: Look) -> None:
        super().__init__(parent)
        words = look.words
        self.setWindowTitle(words.say("What is wrong with this plan"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within(self, look.theme.px(560), look.theme.px(560))
        reading = ReadingArea()
        reading.column.setSpacing(8)
        for day, of_day in groupby(remarks, key=lambda each: each.day):
            reading.column.addWidget(label("section", words.date(day) if day else words.say("Without a day")))
            for each in of_day:
                reading.column.addWidget(label(ROLES.get(each.about, "warning"), _line(each, words), selectable=True))
        reading.column.addStretch(1)
        close = button("main", words.say("Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(label("title", words.say("What is wrong with this plan")))
        column.addWidget(label("muted", summary(remarks, words)))
        column.addWidget(reading, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _line(remark: Remark, words: Words) -> str:
    where = [words.say(SAID[remark.about], context="check"), *([remark.name] if remark.name else [])]
    return words.say("{where}: {what}", where=" · ".join(where), what=remark.text)
