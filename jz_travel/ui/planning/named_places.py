"""Places that the visitor names: must see, wished, to be left out, or settled for a day."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jz_travel.domain.places import Place, PlaceId
from jz_travel.domain.request import Pin
from jz_travel.ui.edits import Edits
from jz_travel.ui.parts.flow import FlowLayout
from jz_travel.ui.parts.widgets import button, clear, label
from jz_travel.ui.planning.asked import Wanting, request_of
from jz_travel.ui.planning.fields import MaybeTime, Segments, spin
from jz_travel.ui.planning.place_picker import PlacePicker
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import caption
from jz_travel.words import N_

SETTLED = "settled"
WAYS = (
    (Wanting.MUST, N_("Must see")),
    (Wanting.WISH, N_("Wish", context="want a place")),
    (Wanting.AVOID, N_("Avoid")),
    (SETTLED, N_("Settle", context="day and time")),
)
USUAL_START = timedelta(hours=10)


class NamedPlaces(QWidget):
    """Musts, wishes and what to avoid are edits of the trip at once; ``pins`` are read with the form."""

    changed = Signal()

    def __init__(self, session: Session, edits: Edits, look: Look) -> None:
        super().__init__()
        self._session, self._edits, self._look = session, edits, look
        self.way = Segments([way for way, _ in WAYS])
        self.picker = PlacePicker(lambda: session.catalogue, look, lambda place: place.is_sight)
        self.picker.picked.connect(lambda place: self._picked(PlaceId(place)))
        self._chips = QVBoxLayout()
        self._chips.setSpacing(6)
        self._pins = QVBoxLayout()
        self._pins.setSpacing(6)
        self.pin_rows: list[PinRow] = []
        self._told: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.way)
        column.addWidget(self.picker)
        column.addLayout(self._chips)
        column.addLayout(self._pins)

    # Reading and showing

    @property
    def pins(self) -> tuple[Pin, ...]:
        return tuple(row.pin for row in self.pin_rows)

    def show_pins(self, pins: tuple[Pin, ...]) -> None:
        clear(self._pins)
        self.pin_rows = []
        for pin in pins:
            self._add_pin(pin)
        self.changed.emit()

    def show_trip(self) -> None:
        """The chips of what the trip says."""
        asked = request_of(self._session.trip)
        told = (asked.musts, asked.wishes, asked.avoid)
        if told == self._told:
            return
        self._told = told
        clear(self._chips)
        for (_, says), places in zip(WAYS, told, strict=False):
            if places:
                context = "want a place" if says == "Wish" else ""
                self._chips.addWidget(self._group(self._look.words.say(says, context=context), places))

    def _group(self, title: str, places: tuple[PlaceId, ...]) -> QWidget:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label("small", title))
        flow = FlowLayout()
        for place in places:
            chip = button("chip", caption(self._name(place), 24))
            chip.setIcon(self._look.icon("x", "ink_muted"))
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross comes after the name
            said = self._look.words.say("{group}: take {place} out", group=title, place=self._name(place))
            chip.setAccessibleName(said)
            chip.setToolTip(said)
            chip.clicked.connect(partial(self._drop, place))
            flow.addWidget(chip)
        column.addLayout(flow)
        return group

    def retell(self) -> None:
        words = self._look.words
        labels = [words.say("Must see"), words.say("Wish", context="want a place"), words.say("Avoid")]
        labels.append(words.say("Settle", context="day and time"))
        self.way.say(words, words.say("How a place is wanted"), labels)
        self.way.button_of(SETTLED).setToolTip(words.say("On a certain day, at a certain hour"))
        self.picker.retell()
        self._told = ()
        self.show_trip()
        self.show_pins(self.pins)

    # What a visitor does

    def _picked(self, place: PlaceId) -> None:
        if self.way.value == SETTLED:
            if all(row.pin.place != place for row in self.pin_rows):
                self._add_pin(Pin(place, 1))
                self.changed.emit()
                self.pin_rows[-1].day.setFocus(Qt.FocusReason.TabFocusReason)
        elif isinstance(self.way.value, Wanting):
            self._edits.want(place, self.way.value)

    def _drop(self, place: PlaceId) -> None:
        self.picker.field.setFocus()  # the chip that has the keyboard goes
        self._edits.want(place, None)

    def _add_pin(self, pin: Pin) -> None:
        row = PinRow(pin, self._session.catalogue.get(pin.place), self._look)
        row.gone.clicked.connect(lambda: self._drop_pin(row))
        row.day.valueChanged.connect(lambda _: self.changed.emit())
        self.pin_rows.append(row)
        self._pins.addWidget(row)

    def _drop_pin(self, row: "PinRow") -> None:
        self.picker.field.setFocus()
        self.show_pins(tuple(each.pin for each in self.pin_rows if each is not row))

    def _name(self, place: PlaceId) -> str:
        known = self._session.catalogue.get(place)
        return self._look.words.short(known) if known else place


class PinRow(QWidget):
    """One settled visit: the place, its day, and perhaps its hour."""

    def __init__(self, pin: Pin, place: Place | None, look: Look) -> None:
        super().__init__()
        words = look.words
        self._place = pin.place
        name = words.short(place) if place else pin.place
        self.day = spin(1, 30)
        before, _, after = words.say("Day {n}", n="\0").partition("\0")
        self.day.setPrefix(before)
        self.day.setSuffix(after)
        self.day.setValue(pin.day)
        self.day.setAccessibleName(words.say("Day of {place}", place=name))
        self.hour = MaybeTime(pin.starts or USUAL_START)
        self.hour.say(words.say("at", context="time of day"))
        self.hour.time.setAccessibleName(words.say("Start at {place}", place=name))
        self.hour.show_value(pin.starts)
        self.gone: QPushButton = button("flat")
        self.gone.setIcon(look.icon("x", "ink_muted"))
        self.gone.setAccessibleName(words.say("No longer settled: {place}", place=name))
        head, row = QHBoxLayout(), QHBoxLayout()
        head.addWidget(label("", name), 1)
        head.addWidget(self.gone)
        row.setSpacing(8)
        row.addWidget(self.day, 1)
        row.addWidget(self.hour, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(row)

    @property
    def pin(self) -> Pin:
        return Pin(self._place, self.day.value(), self.hour.value)
