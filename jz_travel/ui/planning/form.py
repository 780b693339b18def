"""What a visitor asks for: a short form whose answers cannot be wrong, and more wishes folded below it."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from jz_travel.domain.clock import DAY
from jz_travel.domain.places import PlaceId
from jz_travel.domain.request import Pace, Party, Request
from jz_travel.domain.trip import Trip
from jz_travel.ui.days.hours import to_qtime
from jz_travel.ui.edits import Edits
from jz_travel.ui.parts.dates import DateEdit
from jz_travel.ui.parts.widgets import Combo, button, label
from jz_travel.ui.planning.asked import USUAL_ARRIVAL, request_of
from jz_travel.ui.planning.fields import Segments, choose, narrow, open_time, said_time, spin, to_date
from jz_travel.ui.planning.more_wishes import MoreWishes, form_layout, pair
from jz_travel.ui.planning.tastes import ThemeChips
from jz_travel.ui.planning.troubles import troubles
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.words import N_

MOST_DAYS = 30
MOST_PEOPLE = 60
PACES = ((Pace.RELAXED, N_("Relaxed")), (Pace.BALANCED, N_("Balanced")), (Pace.PACKED, N_("Packed")))
PEOPLE = (
    ("adults", N_("Adults")),
    ("students", N_("Students")),
    ("children", N_("Children")),
    ("seniors", N_("60 and over")),
)
LABELS = {
    "starts": N_("First day"),
    "days": N_("Days"),
    "arrival": N_("Arrive"),
    "pace": N_("Pace"),
    "people": N_("Who travels?"),
    **dict(PEOPLE),
}


class RequestForm(QWidget):
    """``request()`` reads it. It follows the trip's own request, dates and wishes when these change elsewhere."""

    def __init__(self, session: Session, edits: Edits, look: Look) -> None:
        super().__init__()
        self._session, self._look = session, look
        self.starts = DateEdit()
        self.days: QSpinBox = spin(1, MOST_DAYS)
        self.arrival: QComboBox = narrow(Combo())
        self.arrives = open_time()
        self.pace = Segments([pace for pace, _ in PACES])
        self.people = {name: spin(0, MOST_PEOPLE) for name, _ in PEOPLE}
        self.step_free = QCheckBox()
        self.themes = ThemeChips(look)
        self.more_button = button("flat", checkable=True)
        self.more = MoreWishes(session, edits, look, self.themes)
        self.more.hide()
        self._labels = {name: label("muted", wrap=False) for name in LABELS}
        self._themes_title, self._trouble = label("section"), label("warning")
        self._shown: Request | None = None
        self._lay_out()
        self._connect()
        self.retell()
        self.show_request(session.trip)

    def _lay_out(self) -> None:
        form = form_layout()
        form.addRow(self._labels["starts"], self.starts)
        form.addRow(self._labels["days"], self.days)
        form.addRow(self._labels["arrival"], pair(self.arrival, self.arrives))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(self._labels["pace"])
        column.addWidget(self.pace)
        column.addWidget(self._labels["people"])
        column.addLayout(self._people_grid())
        column.addWidget(self.step_free)
        column.addWidget(self._themes_title)
        column.addWidget(self.themes)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.more)
        column.addWidget(self._trouble)

    def _people_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for number, (name, _) in enumerate(PEOPLE):
            grid.addWidget(self._labels[name], number // 2 * 2, number % 2)
            grid.addWidget(self.people[name], number // 2 * 2 + 1, number % 2)
        return grid

    def _connect(self) -> None:
        self.days.valueChanged.connect(lambda _: self._show_days())
        self.starts.dateChanged.connect(lambda _: self._show_days())
        self.arrival.activated.connect(lambda _: self._arrival_chosen())
        self.more_button.toggled.connect(self._unfold)
        for people in self.people.values():
            people.valueChanged.connect(lambda _: self._somebody_travels())
        for part in (self.arrives, self.more.departs, self.more.leaves_at.time, self.more.back_by.time):
            part.timeChanged.connect(lambda _: self._say_troubles())
        for box in (self.more.leaves_at.box, self.more.back_by.box):
            box.toggled.connect(lambda _: self._say_troubles())
        self.more.places.changed.connect(self._say_troubles)
        self.more.members.changed.connect(self._say_troubles)
        self._session.changed.connect(lambda _: self._follow(self._session.trip))

    # Reading and showing

    def request(self) -> Request:
        """What the form asks, for the trip on the table."""
        arrival: PlaceId | None = self.arrival.currentData()
        people = {name: field.value() for name, field in self.people.items()}
        asked = replace(
            request_of(self._session.trip),
            starts=to_date(self.starts.date()),
            days=self.days.value(),
            arrival=arrival,
            arrives=said_time(self.arrives) if arrival else None,
            pace=Pace(str(self.pace.value)),
            party=Party(**people, step_free=self.step_free.isChecked()),
            interests=self.themes.interests,
        )
        return self.more.asked(asked)

    def show_request(self, trip: Trip) -> None:
        """Fill the form from a trip: from its request, and where it has none from its days."""
        asked = request_of(trip)
        self._shown = _own(asked)
        self.starts.setDate(QDate(asked.starts.year, asked.starts.month, asked.starts.day))
        self.days.setValue(asked.days)
        self._show_days()
        choose(self.arrival, asked.arrival)
        self.arrives.setTime(to_qtime(asked.arrives or timedelta()))
        self.arrives.setEnabled(asked.arrival is not None)
        self.pace.choose(asked.pace)
        for name, field in self.people.items():
            field.setValue(getattr(asked.party, name))
        self.step_free.setChecked(asked.party.step_free)
        self.themes.show_interests(asked.interests)
        self.more.likings.retell()
        self.more.show_request(asked)
        self.more.places.show_trip()
        self._say_more()
        self._say_troubles()

    def _follow(self, trip: Trip) -> None:
        """Places by name and the dates are the trip's own; the rest is filled in anew when another request came."""
        asked = _own(request_of(trip))
        before, self._shown = self._shown, asked
        if trip.request is not None and before is not None and _plain(asked) != _plain(before):
            self.show_request(trip)
        elif before is not None and (asked.starts, asked.days) != (before.starts, before.days):
            self.starts.setDate(QDate(asked.starts.year, asked.starts.month, asked.starts.day))
            self.days.setValue(asked.days)
        self.more.places.show_trip()
        self._say_troubles()

    def _show_days(self) -> None:
        self.more.show_days(to_date(self.starts.date()), self.days.value())
        self._say_last_day()
        self._say_troubles()

    # What a visitor does

    def _unfold(self, on: bool) -> None:
        self.more.setVisible(on)
        self.more_button.setIcon(self._look.icon("chevron_down" if on else "chevron_right", "accent"))
        self._say_more()

    def _arrival_chosen(self) -> None:
        self.arrives.setEnabled(self.arrival.currentData() is not None)
        if self.arrival.currentData() and said_time(self.arrives) is None:
            self.arrives.setTime(to_qtime(USUAL_ARRIVAL))

    def _somebody_travels(self) -> None:
        """A trip of nobody is none: the last one to stay at home is an adult."""
        if not any(field.value() for field in self.people.values()):
            self.people["adults"].setValue(1)

    # Words

    def retell(self) -> None:
        words, say = self._look.words, self._look.words.say
        for name, message in LABELS.items():
            self._labels[name].setText(say(message))
        for name, field in (("days", self.days), ("starts", self.starts), ("arrival", self.arrival)):
            field.setAccessibleName(say(LABELS[name]))
        for name, field in self.people.items():
            field.setAccessibleName(say(LABELS[name]))
        self.arrives.setAccessibleName(say("Arrives at"))
        self.arrives.setSpecialValueText(say("any time"))
        self.starts.speak(self._look)
        self.pace.say(words, say("Pace"), [say(message) for _, message in PACES])
        self.step_free.setText(say("Without steps"))
        self._themes_title.setText(say("What do you like?"))
        self.themes.say()
        chosen = self.arrival.currentData()
        self.arrival.clear()
        self.arrival.addItem(say("Not decided"), None)
        for place in self.more.gateways:
            self.arrival.addItem(words.short(place), place.id)
        choose(self.arrival, chosen)
        self.more.retell()
        self._unfold(self.more_button.isChecked())
        self._show_days()

    def _say_last_day(self) -> None:
        last = to_date(self.starts.date()) + (self.days.value() - 1) * DAY
        self.days.setToolTip(self._look.words.say("until {date}", date=self._look.words.date_short(last)))

    def _say_more(self) -> None:
        said = self._said_below()
        say = self._look.words.say
        hidden = said and not self.more_button.isChecked()
        self.more_button.setText(say("More wishes ({n})", n=said) if hidden else say("More wishes"))

    def _said_below(self) -> int:
        """How many answers under the fold differ from what everybody gets."""
        asked, usual = self.request(), Request(self._session.trip.starts)
        names = ("departure", "departs", "lodging", "modes", "budget", "leaves_at", "back_by", "driving", "on_foot",
                 "lunch", "dinner", "pins", "locked_days", "members", "musts", "wishes", "avoid")  # fmt: skip
        return sum(getattr(asked, name) != getattr(usual, name) for name in names)

    def _say_troubles(self) -> None:
        found = troubles(self.request(), self._session.catalogue, self._look.words)
        self._trouble.setText("\n".join(found))
        self._trouble.setVisible(bool(found))


def _own(asked: Request) -> Request:
    """A request without the places that the trip itself keeps."""
    return replace(asked, musts=(), wishes=(), avoid=())


def _plain(asked: Request) -> Request:
    """What only planning changes."""
    return replace(asked, starts=asked.starts.min, days=1)
