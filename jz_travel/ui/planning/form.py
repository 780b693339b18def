"""What a visitor asks for: a form whose answers cannot be wrong. Everything has a usual answer."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QTime
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from jz_travel.domain.places import GATEWAYS, Kind, Place, PlaceId, Theme
from jz_travel.domain.request import Interest, Pace, Party, Request
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import Trip
from jz_travel.ui.day_hours import from_qtime, time_edit, to_qtime
from jz_travel.ui.look import Look
from jz_travel.ui.session import Session
from jz_travel.ui.widgets import button, label, named, roomy
from jz_travel.words import N_

MOST_DAYS = 14
MOST_PEOPLE = 30
PACES = ((Pace.RELAXED, N_("Relaxed")), (Pace.BALANCED, N_("Balanced")), (Pace.PACKED, N_("Packed")))
PEOPLE = (
    ("adults", N_("Adults")),
    ("students", N_("Students")),
    ("children", N_("Children")),
    ("seniors", N_("60 and over")),
)
USUAL_ARRIVAL, USUAL_DEPARTURE = timedelta(hours=10), timedelta(hours=18)


class RequestForm(QWidget):
    """``request(trip)`` reads it; what the form does not ask is kept from the trip's earlier request."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session, self._look = session, look
        self._days = _spin(1, MOST_DAYS)
        self._arrival, self._departure, self._lodging, self._mode = (QComboBox() for _ in range(4))
        self._arrives, self._departs = time_edit(USUAL_ARRIVAL), time_edit(USUAL_DEPARTURE)
        self._paces = QButtonGroup(self)
        self._people = {name: _spin(0, MOST_PEOPLE) for name, _ in PEOPLE}
        self._step_free = QCheckBox()
        self._themes = {theme: button("chip", checkable=True) for theme in Theme}
        self._labels = {name: label("muted", wrap=False) for name in LABELS}
        self._themes_title = label("section")
        self._lay_out()
        self.retell()
        self.show_request(session.trip)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(self._labels["days"], self._days)
        form.addRow(self._labels["arrival"], _beside(self._arrival, self._arrives))
        form.addRow(self._labels["departure"], _beside(self._departure, self._departs))
        form.addRow(self._labels["lodging"], self._lodging)
        form.addRow(self._labels["mode"], self._mode)
        form.addRow(self._labels["pace"], self._pace_row())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(self._labels["people"])
        column.addLayout(self._people_grid())
        column.addWidget(self._step_free)
        column.addWidget(self._themes_title)
        self._theme_grid = QGridLayout()
        self._theme_grid.setSpacing(6)
        column.addLayout(self._theme_grid)

    def _pace_row(self) -> QFrame:
        frame = named(QFrame(), "segments")
        row = QHBoxLayout(frame)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(3)
        for number, _ in enumerate(PACES):
            segment = button("segment", checkable=True)
            self._paces.addButton(segment, number)
            row.addWidget(segment, 1)
        return frame

    def _people_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for number, (name, _) in enumerate(PEOPLE):
            grid.addWidget(self._labels[name], number // 2 * 2, number % 2)
            grid.addWidget(self._people[name], number // 2 * 2 + 1, number % 2)
        return grid

    # Reading and showing

    def request(self) -> Request:
        """What the form asks, for the trip on the table: its wishes are wished, its first day is the first day."""
        trip = self._session.trip
        kept = trip.request or Request(trip.starts)
        lodging: PlaceId | None = self._lodging.currentData()
        people = {name: spin.value() for name, spin in self._people.items()}
        if not any(people.values()):
            people["adults"] = 1
        arrival, departure = self._arrival.currentData(), self._departure.currentData()
        return replace(
            kept,
            starts=trip.starts,
            days=self._days.value(),
            arrival=arrival,
            arrives=from_qtime(self._arrives.time()) if arrival else None,
            departure=departure,
            departs=from_qtime(self._departs.time()) if departure else None,
            lodging=() if lodging is None else (lodging,),
            modes=(Mode(self._mode.currentData()),),
            pace=PACES[max(0, self._paces.checkedId())][0],
            party=Party(**people, step_free=self._step_free.isChecked()),
            interests=tuple(Interest(theme) for theme, chip in self._themes.items() if chip.isChecked()),
            wishes=trip.wishes,
        )

    def show_request(self, trip: Trip) -> None:
        """Fill the form from a trip: from its request, and where it has none from its days."""
        asked = trip.request
        self._days.setValue(asked.days if asked else len(trip.days))
        _choose(self._arrival, asked.arrival if asked else trip.arrival)
        _choose(self._departure, asked.departure if asked else trip.departure)
        self._arrives.setTime(_qtime(asked.arrives if asked else None, USUAL_ARRIVAL))
        self._departs.setTime(_qtime(asked.departs if asked else None, USUAL_DEPARTURE))
        _choose(self._lodging, asked.lodging[0] if asked and asked.lodging else None)
        _choose(self._mode, (asked.modes[0] if asked and asked.modes else Mode.CAR))
        paces = [pace for pace, _ in PACES]
        self._paces.button(paces.index(asked.pace if asked else Pace.BALANCED)).setChecked(True)
        party = asked.party if asked else Party()
        for name, spin in self._people.items():
            spin.setValue(getattr(party, name))
        self._step_free.setChecked(party.step_free)
        liked = {interest.theme for interest in asked.interests} if asked else set()
        for theme, chip in self._themes.items():
            chip.setChecked(theme in liked)

    # Words

    def retell(self) -> None:
        words = self._look.words
        say = words.say
        for name, message in LABELS.items():
            self._labels[name].setText(say(message))
        for _, part in (*self._people.items(), ("days", self._days)):
            part.setAccessibleName(say(LABELS[_]))
        for number, (_, message) in enumerate(PACES):
            self._paces.button(number).setText(say(message))
        self._step_free.setText(say("Without steps"))
        self._themes_title.setText(say("What do you like?"))
        across = 3 if words.is_chinese else 2  # Latin names are longer
        for number, (theme, chip) in enumerate(self._themes.items()):
            chip.setText(words.theme(theme))
            self._theme_grid.addWidget(chip, number // across, number % across)
        gateways = [place for place in self._session.catalogue if place.kind in GATEWAYS and place.position]
        stays = [place for place in self._session.catalogue if place.kind is Kind.STAY and place.position]
        self._fill(self._arrival, say("Not decided"), gateways)
        self._fill(self._departure, say("Where I arrived"), gateways)
        self._fill(self._lodging, say("Suggest where"), stays)
        chosen = self._mode.currentData()
        self._mode.clear()
        for mode in Mode:
            self._mode.addItem(words.mode(mode), str(mode))
        _choose(self._mode, chosen or Mode.CAR)
        for box, name in (
            (self._arrival, "arrival"), (self._departure, "departure"), (self._lodging, "lodging"),
            (self._mode, "mode"), (self._arrives, "arrival"), (self._departs, "departure"),
        ):  # fmt: skip
            box.setAccessibleName(say(LABELS[name]))

    def _fill(self, box: QComboBox, nowhere: str, places: list[Place]) -> None:
        words, chosen = self._look.words, box.currentData()
        box.clear()
        box.addItem(nowhere, None)
        for place in sorted(places, key=lambda each: (each.tier, words.sort_key(words.short(each), each.pinyin))):
            box.addItem(words.short(place), place.id)
        _choose(box, chosen)


LABELS = {
    "days": N_("Days"),
    "arrival": N_("Arrive"),
    "departure": N_("Depart"),
    "lodging": N_("Nights"),
    "mode": N_("Travel by"),
    "pace": N_("Pace"),
    "people": N_("Who travels?"),
    **dict(PEOPLE),
}


def _spin(least: int, most: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(least, most)
    roomy(spin)
    return spin


def _beside(box: QComboBox, time: QTimeEdit) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(4)
    row.addWidget(box, 1)
    row.addWidget(time)
    return row


def _choose(box: QComboBox, value: object) -> None:
    """Choose by value; what is not on offer leaves the first choice."""
    row = next((row for row in range(box.count()) if box.itemData(row) == value), 0)
    box.setCurrentIndex(row)


def _qtime(said: timedelta | None, usual: timedelta) -> QTime:
    return to_qtime(usual if said is None else said)
