"""What every page has: a heading, a line about it, a picture or the map beside it, and its choices below."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from jz_travel.domain.places import Place
from jz_travel.domain.texts import Language
from jz_travel.resources import assets
from jz_travel.ui.kiosk.card import GAP, Card
from jz_travel.ui.kiosk.choices import ELDER_CHOICES, Choices, MakeCard
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.where import Where
from jz_travel.ui.parts.pictures import picture_file
from jz_travel.ui.parts.widgets import button
from jz_travel.ui.style.painting import caption
from jz_travel.words import Words


class MapAt(Enum):
    """Where the map is while a page is shown."""

    NOWHERE = auto()
    BESIDE = auto()
    """In the place of the picture: to be looked at."""
    BELOW = auto()
    """In the place of the choices: to be touched."""


class Page(QWidget):
    """Made for one showing. ``upright``: the screen is higher than wide."""

    map_at = MapAt.NOWHERE
    map_answers = True
    """Whether the map may be touched."""
    has_dock = True
    is_dark = False
    """The screen is black, and the page has all of it."""
    starts_high = False
    """On a wide screen it begins right below its heading: what is touched stands further down."""

    def __init__(self, sitting: Sitting, upright: bool) -> None:
        super().__init__()
        self.sitting, self.upright = sitting, upright
        self.title, self.lead = "", ""
        self.picture: Path | None = assets("illustrations", "welcome.svg")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)

    # What pages are made of

    @property
    def words(self) -> Words:
        return self.sitting.look.words

    @property
    def elder(self) -> bool:
        return self.sitting.comfort.elder

    @property
    def language(self) -> Language:
        return self.words.language

    def say(self, message: str, /, **values: object) -> str:
        return self.words.say(message, context="", **values)

    def go(self, to: Where) -> Callable[[], None]:
        return partial(self.sitting.go, to)

    def card(
        self,
        title: str,
        detail: str = "",
        *,
        act: Callable[[], object],
        icon: str = "",
        shown: Path | None = None,
        strong: bool = False,
        chosen: bool | None = None,
    ) -> MakeCard:
        """How to make a card that does something."""

        def make() -> Card:
            made = Card(self.sitting.look, title, detail, icon=icon, shown=shown, strong=strong, chosen=chosen)
            made.clicked.connect(lambda: act())
            return made

        return make

    def place_card(self, place: Place, detail: str, to: Where) -> MakeCard:
        return self.card(self.words.short(place), detail, act=self.go(to), shown=picture_file(place))

    def add_choices(self, cards: Sequence[MakeCard], across: int, down: int, *, tallest: int = 300) -> Choices:
        """At most ``across`` x ``down`` at a time; in 长辈模式 three. Three and fewer stand in one line or list."""
        few = len(cards) <= ELDER_CHOICES
        if across == 1:
            down = min(down, ELDER_CHOICES) if self.elder else down
        elif self.elder or few:
            across, down = (1, ELDER_CHOICES) if self.upright else (ELDER_CHOICES, 1)
        here = self.sitting.where
        made = Choices(self.sitting.look, cards, across, down, part=self.sitting.parts.get(here, 0), tallest=tallest)
        made.turned.connect(lambda part: self.sitting.parts.__setitem__(here, part))
        self.column.addWidget(made, 1)
        return made

    def button(self, text: str, act: Callable[[], object], *, icon: str = "", look: str = "") -> QPushButton:
        made = button(look, f" {caption(text, 80)}" if icon else caption(text, 80))  # room between icon and word
        made.setAccessibleName(text)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if icon:
            made.setIcon(self.sitting.look.icon(icon, "accent_ink" if look == "main" else "accent"))
        made.clicked.connect(lambda: act())
        return made

    def add_row(self, *parts: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for part in parts:
            row.addWidget(part, 1)
        self.column.addLayout(row)

    def add_way_on(self, text: str, to: Where, icon: str) -> None:
        """The one large button of a page that has nothing to show yet."""
        go = self.button(text, self.go(to), icon=icon, look="main")
        go.setProperty("huge", True)
        self.column.addStretch(1)
        self.add_row(go)
        self.column.addStretch(2)

    def map_room(self, below: QRect) -> QRect:
        """Of the room for the choices, the part for a map that is touched."""
        return below

    def touched_beside(self) -> None:
        """A touch on what is no button."""

    def leave(self) -> None:
        """Called when another page takes its place."""
