"""For those who look after the screen: the PIN, then how it is doing and what they can do about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from jz_travel import __version__
from jz_travel.kiosk.pin import LONGEST, PinGuard
from jz_travel.resources import assets
from jz_travel.ui.kiosk.card import GAP
from jz_travel.ui.kiosk.keypad import Keypad
from jz_travel.ui.kiosk.page import Page
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.where import Attract, Staff
from jz_travel.ui.parts.widgets import label


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that staff can do; ``do`` may answer with a sentence."""

    name: str
    icon: str
    do: Callable[[], str | None]


class PinPage(Page):
    """Shows how many digits there are, never which."""

    starts_high = True

    def __init__(self, sitting: Sitting, upright: bool, guard: PinGuard) -> None:
        super().__init__(sitting, upright)
        self._guard, self._typed = guard, ""
        self.title = self.say("For staff")
        self.picture = assets("illustrations", "station.svg")
        self.lead = self.say("PIN") if guard.exists else self.say("This screen has no PIN; nobody can leave by touch.")
        self._dots = label("display", "")
        self._status = label("heading", "")
        self.column.addWidget(self._dots)
        self.column.addWidget(self._status)
        keypad = Keypad(sitting.look, upright, digits=True)
        keypad.typed.connect(self._type)
        keypad.erased.connect(self._erase)
        self.column.addStretch(1)
        self.column.addWidget(keypad)
        if upright:
            self.column.addStretch(1)
        self.add_row(
            self.button(self.say("Back"), self.go(Attract()), icon="arrow_left"),
            self.button(self.say("Enter"), self._enter, icon="check", look="main"),
        )

    def _type(self, digit: str) -> None:
        self._typed = (self._typed + digit)[:LONGEST]
        self._dots.setText("●" * len(self._typed))

    def _erase(self) -> None:
        self._typed = self._typed[:-1]
        self._dots.setText("●" * len(self._typed))

    def _enter(self) -> None:
        typed, self._typed = self._typed, ""
        self._dots.setText("")
        wait = self._guard.wait()
        if wait > 0:
            self._status.setText(self.words.count("Wait {n} second.", "Wait {n} seconds.", round(wait) or 1))
        elif self._guard.opens(typed):
            self.sitting.go(Staff())
        else:
            self._status.setText(self.say("That is not the PIN."))


class StaffPage(Page):
    """``report`` is (what, how it is) line by line; a deed that failed says why on the page."""

    starts_high = True

    def __init__(
        self, sitting: Sitting, upright: bool, report: Sequence[tuple[str, str]], deeds: Sequence[Deed]
    ) -> None:
        super().__init__(sitting, upright)
        self.title = self.say("How this screen is doing")
        self.lead = f"jz_travel {__version__} · {sitting.city.policy.id}"
        self._status = label("warning", "")
        self._status.hide()
        lines = QGridLayout()
        lines.setHorizontalSpacing(2 * GAP)
        lines.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(report):
            lines.addWidget(label("heading", name, wrap=False), row, 0, Qt.AlignmentFlag.AlignTop)
            lines.addWidget(label("", value), row, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(lines)
        self.column.addStretch(1)
        self.column.addWidget(self._status)
        cards = [self.card(each.name, act=partial(self._do, each), icon=each.icon) for each in deeds]
        choices = self.add_choices(cards, *((2, 3) if upright else (3, 2)), tallest=90)
        self.column.setStretchFactor(choices, 2)

    def _do(self, deed: Deed) -> None:
        said = deed.do()
        if said:
            self.tell(said)

    def tell(self, what: str) -> None:
        self._status.setText(what)
        self._status.show()


def report(
    sitting: Sitting, troubles: Sequence[tuple[float, str]], state_free: int, since: str
) -> list[tuple[str, str]]:
    """What staff see: data, disk, errors, counts of today."""
    say, city, words = sitting.look.words.say, sitting.city, sitting.look.words
    edition = city.edition
    version = say("pack {n}", n=edition.version) if edition.version else say("as shipped")
    opened = sum(each.number for each in city.counts if each.kind == "ended" and each.day == city.today)
    return [
        (say("Running since"), since),
        (say("Information as of"), f"{words.as_far_as_said(edition.said)} · {version}"),
        (say("Free disk"), f"{words.number(state_free)} MB"),
        (say("Visitors today"), str(opened)),
        (say("Last errors"), "; ".join(text for _, text in troubles[-3:]) or say("none")),
    ]
