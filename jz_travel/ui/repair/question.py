"""Asks what went wrong: one of five, then the little that has to be known of it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFormLayout, QVBoxLayout, QWidget

from jz_travel.domain.clock import MINUTE, time_of
from jz_travel.domain.places import PlaceId
from jz_travel.domain.schedule import Schedule
from jz_travel.ui.days.hours import from_qtime, time_edit, to_qtime
from jz_travel.ui.parts.elided import Chip
from jz_travel.ui.parts.flow import FlowLayout
from jz_travel.ui.parts.widgets import Combo, label
from jz_travel.ui.planning.fields import Segments, choose, narrow
from jz_travel.ui.planning.more_wishes import form_layout
from jz_travel.ui.repair.happening import (
    DETOURS,
    ICONS,
    LATE_BY,
    SAYS,
    Happening,
    What,
    days_left,
    places_left,
    ways_left,
)
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import one_line
from jz_travel.words import N_

ROWS = {
    "day": N_("On which day?"),
    "by": N_("How late?"),
    "since": N_("It is now"),
    "place": N_("Which place?"),
    "span": N_("How long?"),
    "way": N_("Which way?"),
    "detour": N_("Detour"),
}
ASKED: dict[What, tuple[str, ...]] = {
    What.RAIN: ("day",),
    What.TIRED: ("day",),
    What.LATE: ("day", "since", "by"),
    What.CLOSED: ("place", "span"),
    What.ROAD: ("way", "detour"),
}


class Question(QWidget):
    """``asked``: something was said or changed; ``happening`` is what it says now, None while nothing is chosen."""

    asked = Signal()

    def __init__(self, session: Session, look: Look, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._session, self._look, self._now = session, look, now
        self.whats: dict[What, Chip] = {what: Chip() for what in What}
        self._group = QButtonGroup(self)
        self.day, self.place, self.way = (narrow(Combo()) for _ in range(3))
        self.by, self.detour, self.span = Segments(LATE_BY), Segments(DETOURS), Segments((False, True))
        self.by.choose(LATE_BY[1])
        self.detour.choose(DETOURS[1])
        self.since = time_edit(timedelta())
        self._fields: dict[str, QWidget] = {
            "day": self.day, "by": self.by, "since": self.since, "place": self.place, "span": self.span,
            "way": self.way, "detour": self.detour,
        }  # fmt: skip
        self._labels = {name: label("muted", wrap=False) for name in ROWS}
        self._lay_out()
        self._connect()
        self.show_what(None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        choices = FlowLayout()
        for what, choice in self.whats.items():
            choice.setIcon(self._look.icon(ICONS[what], "accent"))
            self._group.addButton(choice)
            choices.addWidget(choice)
        column.addLayout(choices)
        self._form = form_layout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)  # whole names of days, places, ways
        for name, field in self._fields.items():
            self._form.addRow(self._labels[name], field)
        column.addSpacing(4)
        column.addLayout(self._form)

    def _connect(self) -> None:
        for what, choice in self.whats.items():
            choice.clicked.connect(lambda _=False, what=what: self.show_what(what))
        self.day.activated.connect(lambda _: self._day_chosen())
        for box in (self.place, self.way):
            box.activated.connect(lambda _: self.asked.emit())
        for segments in (self.by, self.detour, self.span):
            segments.chosen.connect(lambda _: self.asked.emit())
        self.since.timeChanged.connect(lambda _: self.asked.emit())

    # What it says

    @property
    def what(self) -> What | None:
        return next((what for what, choice in self.whats.items() if choice.isChecked()), None)

    @property
    def happening(self) -> Happening | None:
        what = self.what
        if what is None or not self.day.count():
            return None
        place, way = self.place.currentData(), self.way.currentData()
        day: int = self.day.currentData()
        if what is What.CLOSED and place:
            day = place[0]
        by, detour = self.by.value, self.detour.value
        assert isinstance(by, timedelta)
        assert isinstance(detour, timedelta)
        return Happening(
            what,
            day,
            by,
            from_qtime(self.since.time()),
            PlaceId(place[1]) if place else None,
            bool(self.span.value),
            (PlaceId(way[1]), PlaceId(way[2])) if way else None,
            detour,
        )

    # What it shows

    def show_what(self, what: What | None) -> None:
        self._group.setExclusive(what is not None)
        for each, choice in self.whats.items():
            choice.setChecked(each is what)
        wanted = ASKED[what] if what else ()
        for name in self._fields:
            self._form.setRowVisible(self._fields[name], name in wanted)
        self.asked.emit()

    def show_schedule(self, schedule: Schedule) -> None:
        """The days, places and ways that are still to come; what was chosen stays chosen where it still is."""
        words, now = self._look.words, self._now()
        days = days_left(schedule, now)
        self._fill(self.day, [(self._on_day(day, words.date_short(schedule.days[day].date)), day) for day in days])
        places = places_left(schedule, now)
        self._fill(self.place, [(self._on_day(day, self._name(place)), (day, place)) for day, place in places])
        ways = ways_left(schedule, now)
        self._fill(
            self.way,
            [(self._on_day(day, f"{self._name(a)} → {self._name(b)}"), (day, a, b)) for day, a, b in ways],
        )

    def show_day(self, day: int) -> None:
        choose(self.day, day)
        self._say_since()

    def _fill(self, box: QComboBox, choices: list[tuple[str, object]]) -> None:
        chosen = box.currentData()
        box.clear()
        for text, value in choices:
            box.addItem(one_line(text), value)
        choose(box, chosen)

    def _day_chosen(self) -> None:
        self._say_since()
        self.asked.emit()

    def _say_since(self) -> None:
        """On the day itself it is what the clock says, on another one the day is about to begin."""
        day, now = self.day.currentData(), self._now()
        if day is None:
            return
        shown = self._session.schedule.days[day]
        start = self._session.trip.days[day].starts
        time = max(start, time_of(now, shown.date) // MINUTE * MINUTE) if shown.date == now.date() else start
        self.since.blockSignals(True)
        self.since.setTime(to_qtime(time))
        self.since.blockSignals(False)

    # Words

    def retell(self) -> None:
        words, say = self._look.words, self._look.words.say
        for what, choice in self.whats.items():
            choice.say(say(SAYS[what]))
        for name, message in ROWS.items():
            self._labels[name].setText(say(message))
            self._fields[name].setAccessibleName(say(message))
        self.by.say(words, say("How late?"), [words.duration(each) for each in LATE_BY])
        self.detour.say(words, say("Detour"), [words.duration(each) for each in DETOURS])
        self.span.say(words, say("How long?"), [say("That day"), say("To the end")])
        self.show_schedule(self._session.schedule)

    def _on_day(self, day: int, text: str) -> str:
        return f"{self._look.words.say('Day {n}', n=day + 1)} · {text}"

    def _name(self, place: PlaceId) -> str:
        known = self._session.catalogue.get(place)
        return self._look.words.short(known) if known else place
