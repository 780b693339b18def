"""On my phone: the days as codes that any phone reads as text, and the trip as one for this program elsewhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jz_travel.domain.places import Catalogue
from jz_travel.domain.schedule import Schedule
from jz_travel.ui.parts.qr_code import QrCode
from jz_travel.ui.parts.widgets import Combo, button, label, resize_within
from jz_travel.ui.style.look import Look


class OnPhone(QDialog):
    """One code at a time, as large as there is room, and what stands in it."""

    def __init__(self, parent: QWidget, schedule: Schedule, catalogue: Catalogue, look: Look) -> None:
        super().__init__(parent)
        self._look = look
        self._codes = self._every_code(schedule, catalogue)
        say = look.words.say
        self.setWindowTitle(say("On my phone"))
        resize_within(self, look.theme.px(520), look.theme.px(700))
        self.which = Combo()
        self.which.setAccessibleName(say("Which code"))
        self.which.addItems([name for name, _, _ in self._codes])
        self.which.currentIndexChanged.connect(self._show)
        name, text, about = self._codes[0]
        self._code = QrCode(text, self._says(name))
        self._about, self._text = label("muted", about), label("", selectable=True)
        close = button("main", say("Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(label("title", say("On my phone")))
        column.addWidget(self.which)
        column.addWidget(self._about)
        column.addWidget(self._code, 1)
        column.addWidget(self._text)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._show(0)

    def _every_code(self, schedule: Schedule, catalogue: Catalogue) -> list[tuple[str, str, str]]:
        """Name, text and explanation of each: the days, then the trip in as many codes as it needs."""
        from jz_travel.export.qr import day_texts
        from jz_travel.export.trip_code import trip_codes

        words = self._look.words
        phone = words.say("Point the camera of your phone at the code: it holds the times of the day as text.")
        program = words.say("For jz_travel on your own computer: the whole trip.")
        days = day_texts(schedule, catalogue, words)
        found = [(self._day(number, schedule), text, phone) for number, text in enumerate(days, start=1)]
        trips = trip_codes(schedule.trip)
        for number, text in enumerate(trips, start=1):
            part = words.say("Code {n} of {all}", n=number, all=len(trips)) if len(trips) > 1 else words.say("The trip")
            found.append((part, text, program))
        return found

    def _day(self, number: int, schedule: Schedule) -> str:
        words = self._look.words
        day = words.say("Day {n}", n=number)
        return words.say("{day} · {date}", day=day, date=words.date_short(schedule.days[number - 1].date))

    def _says(self, name: str) -> str:
        return self._look.words.say("QR code: {name}", name=name)

    def _show(self, at: int) -> None:
        name, text, about = self._codes[at]
        self._code.show_text(text, self._says(name))
        self._about.setText(about)
        is_day = "\n" in text  # the code of a trip is nothing to read
        self._text.setText(text if is_day else "")
        self._text.setVisible(is_day)
