"""Why a place is not in the plan, on a card with one button for each fix."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from jz_travel.domain.places import Catalogue, Place, PlaceId
from jz_travel.domain.plan import LeftOut, Plan
from jz_travel.domain.reasons import Avoided, DaysLocked, NotInTheCatalogue, SeenInParts, SeenWith
from jz_travel.ui.parts.elided import Elided, Offer
from jz_travel.ui.parts.widgets import button, clear, label, named, tab_through
from jz_travel.ui.planning.place_picker import PlacePicker
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import held_together, tip

SETTLED = (NotInTheCatalogue, SeenWith, SeenInParts, Avoided, DaysLocked)
"""Reasons that say all there is: nobody need look for what would help."""


class LeftOutCard(QFrame):
    """``fix_wanted`` carries a place and the fix that would bring it in, ``add_wanted`` where its menu may open.

    ``looked_into``: whether somebody has looked for every fix, so that there is none where none is offered.
    """

    fix_wanted = Signal(str, object)
    place_wanted = Signal(str)
    help_wanted = Signal(str)
    add_wanted = Signal(str, QPoint)

    def __init__(self, left: LeftOut, plan: Plan, catalogue: Catalogue, look: Look, *, looked_into: bool) -> None:
        super().__init__()
        named(self, "stopEditor")
        self._look, self.place = look, left.place
        words = look.words
        self._column = column = _card_column(self)
        place = catalogue.get(left.place)
        name = Elided(words.short(place) if place else left.place)
        name.setProperty("link", True)
        name.setMinimumHeight(look.theme.px(24))
        name.clicked.connect(lambda: self.place_wanted.emit(left.place))
        column.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label("muted", held_together(words.reason(left.reason, catalogue))))
        self.offers: list[Offer] = []
        for fix in left.fixes:
            offer = Offer(words.fix(fix, plan, catalogue))
            offer.setIcon(look.icon("check", "accent"))
            offer.clicked.connect(partial(self.fix_wanted.emit, left.place, fix))
            self._offer(offer)
        if left.fixes or place is None:
            return
        is_settled = isinstance(left.reason, SETTLED)
        if plan.works and not is_settled and not looked_into:
            helps = Offer(words.say("What would help?"))
            helps.setIcon(look.icon("search", "accent"))
            helps.clicked.connect(partial(self.help_wanted.emit, left.place))
            self._offer(helps)
            return
        if looked_into and not is_settled:
            column.addWidget(label("small", words.say("Nothing that was tried brings it in.")))
        self._offer_by_hand()

    def _offer(self, offer: Offer) -> None:
        self._column.addWidget(offer, 0, Qt.AlignmentFlag.AlignLeft)
        self.offers.append(offer)

    def _offer_by_hand(self) -> None:
        """Whatever the planner thinks of it, a visitor may."""
        add = button("flat", self._look.words.say("Add it by hand …"))
        add.setIcon(self._look.icon("plus", "accent"))
        add.clicked.connect(lambda: self.add_wanted.emit(self.place, add.mapToGlobal(QPoint(0, add.height()))))
        self._column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def let_use(self, usable: bool, why_not: str) -> None:
        """Whether what it offers still holds; if not, its buttons say why."""
        for offer in self.offers:
            offer.setEnabled(usable)
            offer.setToolTip(tip(why_not) if why_not else "")
            offer.setAccessibleDescription(why_not)


class WhyNot(QWidget):
    """Asks about one place: whether it is in the plan, why not, and what would help; else it can become a must.

    ``make`` gives the card of a place that is left out.
    """

    must_wanted = Signal(str)
    asked = Signal()

    def __init__(self, catalogue: Callable[[], Catalogue], look: Look, make: Callable[[LeftOut], LeftOutCard]) -> None:
        super().__init__()
        self._make = make
        self._catalogue, self._look = catalogue, look
        self._plan: Plan | None = None
        self._place: Place | None = None
        self._waits = False
        self.picker = PlacePicker(catalogue, look, lambda place: place.is_sight)
        self.picker.picked.connect(lambda place: self.ask(PlaceId(place)))
        self.card: QFrame | None = None
        self._told = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.picker)
        column.addLayout(self._told)

    def show_plan(self, plan: Plan | None) -> None:
        """Another plan: what was asked about is answered anew."""
        self._plan, self._waits = plan, False
        self.setVisible(plan is not None)
        self._tell()

    def wait(self) -> None:
        """The reasons of this plan are not known yet."""
        self._waits = True
        self._tell()

    def ask(self, place: PlaceId) -> None:
        self._place = self._catalogue().get(place)
        self._tell()
        self.asked.emit()

    def is_about(self, place: PlaceId) -> bool:
        return self._place is not None and self._place.id == place

    def forget(self) -> None:
        self._place = None

    def retell(self) -> None:
        self.picker.retell()
        says = self._look.words.say("Why not …? Type a place")
        self.picker.field.setPlaceholderText(says)
        self.picker.field.setAccessibleName(says)
        self._tell()

    def _tell(self) -> None:
        clear(self._told)
        self.card = None
        if self._plan is None or self._place is None:
            return
        left = self._plan.reason(self._place.id)
        if left is None or (isinstance(left.reason, Avoided) and not left.fixes):
            self.card = self._own_card(self._place, self._plan, left)
        else:
            self.card = self._make(left)
        self._told.addWidget(self.card)
        tab_through(self.picker.found, [self.card])

    def _own_card(self, place: Place, plan: Plan, left: LeftOut | None) -> QFrame:
        words = self._look.words
        card = named(QFrame(), "stopEditor")
        column = _card_column(card)
        column.addWidget(label("heading", words.short(place)))
        visit = next((each for each in plan.schedule.visits.values() if each.place == place.id), None)
        if visit is not None:
            moment = f"{words.date_short(visit.enters.date())} {words.time(visit.enters)}"
            column.addWidget(label("muted", words.say("It is in the plan: {moment}.", moment=moment)))
            return card
        if self._waits and left is None:
            column.addWidget(label("muted", words.say("Finding out why places are left out …")))
            return card
        said = (
            words.reason(left.reason, self._catalogue())
            if left
            else words.say("It is not among what you like. As a must it is planned, or you read why not.")
        )
        column.addWidget(label("muted", held_together(said)))
        must = Elided(words.say("Must see"))
        must.setIcon(self._look.icon("star", "accent"))
        must.clicked.connect(lambda: self.must_wanted.emit(place.id))
        column.addWidget(must, 0, Qt.AlignmentFlag.AlignLeft)
        return card


def _card_column(card: QFrame) -> QVBoxLayout:
    column = QVBoxLayout(card)
    column.setContentsMargins(12, 8, 12, 10)
    column.setSpacing(4)
    return column
