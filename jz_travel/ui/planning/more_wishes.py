"""What few visitors ask and some need: folded away under the short form."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from jz_travel.domain.clock import DAY, hours, minutes
from jz_travel.domain.places import GATEWAYS, Kind, Place, PlaceId
from jz_travel.domain.request import Request
from jz_travel.domain.travel import Mode
from jz_travel.ui.days.hours import to_qtime
from jz_travel.ui.edits import Edits
from jz_travel.ui.parts.elided import Chip
from jz_travel.ui.parts.flow import FlowLayout
from jz_travel.ui.parts.widgets import Combo, clear, label
from jz_travel.ui.planning.asked import USUAL_DEPARTURE
from jz_travel.ui.planning.day_by_day import DayByDay
from jz_travel.ui.planning.fields import MaybeTime, Within, choose, narrow, open_time, said_time, spin
from jz_travel.ui.planning.named_places import NamedPlaces
from jz_travel.ui.planning.tastes import Likings, Members, ThemeChips
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.words import N_

MOST_YUAN, YUAN_STEP, USUAL_BUDGET = 100_000, 50, 1_000
DRIVING = tuple(minutes(30 * halves) for halves in (2, 3, 4, 5, 6, 8))
ON_FOOT = tuple(hours(hour) for hour in (2, 3, 4, 5, 6, 8))
SECTIONS = {
    "going": N_("There and back"),
    "places": N_("Places by name"),
    "likings": N_("How much?"),
    "limits": N_("At most"),
    "meals": N_("Meals"),
    "locked": N_("Leave these days as they are"),
    "members": N_("Who likes what?"),
}
LABELS = {
    "departure": N_("Depart"),
    "lodging": N_("Nights"),
    "mode": N_("Travel by"),
    "driving": N_("On the road a day"),
    "on_foot": N_("On foot a day"),
}


class MoreWishes(QWidget):
    """``asked(request)`` adds what is said here; ``show_request`` fills it in."""

    def __init__(self, session: Session, edits: Edits, look: Look, themes: ThemeChips) -> None:
        super().__init__()
        self._session, self._look = session, look
        self.departure: QComboBox = narrow(Combo())
        self.departs = open_time()
        self.lodging, self.mode = DayByDay(), DayByDay()
        self.places = NamedPlaces(session, edits, look)
        self.likings = Likings(themes, look)
        self.leaves_at, self.back_by = MaybeTime(hours(8, 30)), MaybeTime(hours(19))
        self.limited = QCheckBox()
        self.budget: QSpinBox = spin(0, MOST_YUAN)
        self.budget.setSingleStep(YUAN_STEP)
        self.budget.setValue(USUAL_BUDGET)
        self.budget.setEnabled(False)
        self.driving, self.on_foot = Within(DRIVING), Within(ON_FOOT)
        self.lunch, self.dinner = QCheckBox(), QCheckBox()
        self._locked = FlowLayout()
        self.locked_days: list[Chip] = []
        self.members = Members(look)
        self._sections = {name: label("section") for name in SECTIONS}
        self._labels = {name: label("muted", wrap=False) for name in LABELS}
        self._lay_out()
        self.limited.toggled.connect(self.budget.setEnabled)
        self.departure.activated.connect(lambda _: self._departure_chosen())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        going, limits = form_layout(), form_layout()
        going.addRow(self._labels["departure"], pair(self.departure, self.departs))
        going.addRow(self._labels["lodging"], self.lodging)
        going.addRow(self._labels["mode"], self.mode)
        limits.addRow(self._labels["driving"], self.driving)
        limits.addRow(self._labels["on_foot"], self.on_foot)
        budget = FlowLayout(8)
        budget.addWidget(self.limited)
        budget.addWidget(self.budget)
        meals = FlowLayout(16)
        meals.addWidget(self.lunch)
        meals.addWidget(self.dinner)
        parts: dict[str, tuple[QWidget | QLayout, ...]] = {
            "going": (going,),
            "places": (self.places,),
            "likings": (self.likings,),
            "limits": (self.leaves_at, self.back_by, budget, limits),
            "meals": (meals,),
            "locked": (self._locked,),
            "members": (self.members,),
        }
        for name, inside in parts.items():
            column.addSpacing(6)
            column.addWidget(self._sections[name])
            for part in inside:
                if isinstance(part, QWidget):
                    column.addWidget(part)
                else:
                    column.addLayout(part)

    # Reading and showing

    def asked(self, request: Request) -> Request:
        departure: PlaceId | None = self.departure.currentData()
        ends = departure or request.arrival
        nights = self.lodging.value
        return replace(
            request,
            departure=departure,
            departs=said_time(self.departs) if ends else None,
            lodging=() if nights == (None,) else nights,  # type: ignore[arg-type]
            modes=self.mode.value,  # type: ignore[arg-type]
            budget=float(self.budget.value()) if self.limited.isChecked() else None,
            leaves_at=self.leaves_at.value,
            back_by=self.back_by.value,
            driving=self.driving.value,
            on_foot=self.on_foot.value,
            lunch=self.lunch.isChecked(),
            dinner=self.dinner.isChecked(),
            pins=self.places.pins,
            locked_days=tuple(day for day, chip in enumerate(self.locked_days, 1) if chip.isChecked()),
            members=self.members.members,
        )

    def show_request(self, asked: Request) -> None:
        choose(self.departure, asked.departure)
        self.departs.setTime(to_qtime(asked.departs or timedelta()))
        self.lodging.show_value(asked.lodging or (None,))
        self.mode.show_value(asked.modes or (Mode.CAR,))
        self.limited.setChecked(asked.budget is not None)
        if asked.budget is not None:
            self.budget.setValue(round(asked.budget))
        self.leaves_at.show_value(asked.leaves_at)
        self.back_by.show_value(asked.back_by)
        self.driving.show_value(asked.driving)
        self.on_foot.show_value(asked.on_foot)
        self.lunch.setChecked(asked.lunch)
        self.dinner.setChecked(asked.dinner)
        self.places.show_pins(asked.pins)
        for day, chip in enumerate(self.locked_days, 1):
            chip.setChecked(day in asked.locked_days)
        self.members.show_members(asked.members)

    def show_days(self, first: date, days: int) -> None:
        """How many days there are to speak about."""
        words = self._look.words
        names = [words.say("Day {n}", n=day + 1) for day in range(days)]
        dates = [words.date_short(first + day * DAY) for day in range(days)]
        self.mode.say(words.say("Travel by"), self._modes(), words.say("Day by day …"), names)
        nights = [words.say("After day {n}", n=day + 1) for day in range(max(0, days - 1))]
        self.lodging.say(words.say("Nights"), self._beds(), words.say("Night by night …"), nights)
        on = [chip.isChecked() for chip in self.locked_days]
        clear(self._locked)
        self.locked_days = []
        for day in range(min(days, len(self._session.trip.days))):
            chip = Chip(names[day])
            chip.setChecked(day < len(on) and on[day])
            chip.setAccessibleName(words.say("Leave {day} as it is", day=f"{names[day]}, {dates[day]}"))
            self._locked.addWidget(chip)
            self.locked_days.append(chip)

    # Words

    def retell(self) -> None:
        words, say = self._look.words, self._look.words.say
        for name, message in SECTIONS.items():
            self._sections[name].setText(say(message))
        for name, message in LABELS.items():
            self._labels[name].setText(say(message))
        chosen = self.departure.currentData()
        self.departure.clear()
        self.departure.addItem(say("Where I arrived"), None)
        for place in self.gateways:
            self.departure.addItem(words.short(place), place.id)
        choose(self.departure, chosen)
        self.departure.setAccessibleName(say("Depart"))
        self.departs.setAccessibleName(say("Departs at"))
        self.departs.setSpecialValueText(say("any time"))
        self.leaves_at.say(say("Set out after"))
        self.back_by.say(say("Back by", context="latest return"))
        self.limited.setText(say("Tickets for all"))
        before, _, after = words.money(0).partition("0")
        self.budget.setPrefix(before)
        self.budget.setSuffix(after)
        self.budget.setAccessibleName(say("Budget for tickets"))
        self.driving.say(say("On the road a day"), self._look)
        self.on_foot.say(say("On foot a day"), self._look)
        self.lunch.setText(say("Lunch"))
        self.dinner.setText(say("Dinner"))
        self.places.retell()
        self.likings.retell()
        self.members.retell()

    @property
    def gateways(self) -> list[Place]:
        return self._sorted(place for place in self._session.catalogue if place.kind in GATEWAYS and place.position)

    def _beds(self) -> Sequence[tuple[str, object]]:
        """Own places first; any of them may have a bed, but for a station."""
        words, catalogue = self._look.words, self._session.catalogue
        beds = self._sorted(
            place
            for place in catalogue
            if (place.kind is Kind.STAY or place.is_own) and place.kind not in GATEWAYS and catalogue.position_of(place)
        )
        return [(words.say("Suggest where"), None), *((words.short(place), place.id) for place in beds)]

    def _modes(self) -> Sequence[tuple[str, object]]:
        return [(self._look.words.mode(mode), mode) for mode in Mode]

    def _sorted(self, places: Iterable[Place]) -> list[Place]:
        words = self._look.words
        return sorted(places, key=lambda each: (each.tier, words.sort_key(words.short(each), each.pinyin)))

    def _departure_chosen(self) -> None:
        if self.departure.currentData() and said_time(self.departs) is None:
            self.departs.setTime(to_qtime(USUAL_DEPARTURE))


def form_layout() -> QFormLayout:
    """Names beside their fields, or above them where the panel is narrow."""
    form = QFormLayout()
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(8)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def pair(where: QWidget, when: QWidget) -> QWidget:
    """A station above its hour: beside it there would be no room to tell one station of Zhengzhou from another."""
    pair = QWidget()
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(where)
    column.addWidget(when)
    return pair
