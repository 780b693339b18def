"""Plan my visit: the form, one button, and the answer: what is left out, why, and what would help."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from jz_travel.domain.places import PlaceId
from jz_travel.domain.plan import LeftOut, Plan
from jz_travel.domain.reasons import Avoided, Fix, SeenInParts, SeenWith
from jz_travel.domain.trip import Trip
from jz_travel.planner import World, with_fix
from jz_travel.ui.edits import Edits
from jz_travel.ui.look import Look
from jz_travel.ui.painting import caption, tip
from jz_travel.ui.planning.form import RequestForm
from jz_travel.ui.planning.work import PlanWork
from jz_travel.ui.reading_area import ReadingArea
from jz_travel.ui.session import Session
from jz_travel.ui.widgets import button, clear, label, named

MOST_REASONS = 8
BESIDE_A_FIX = 120  # pixels: margins, the edges of card and button, the sign before the words


class PlanPanel(QFrame):
    """``offered``: a plan came after the trip had been changed; the window asks before it takes it."""

    closed = Signal()
    place_wanted = Signal(str)
    offered = Signal(object)

    def __init__(self, session: Session, edits: Edits, look: Look, work: PlanWork, world: World) -> None:
        super().__init__()
        self.setObjectName("details")
        self._session, self._edits, self._look, self._work, self._world = session, edits, look, work, world
        self._plan: Plan | None = None
        self._expected: Trip | None = None
        """The trip that the answer belongs to; once it is changed by hand, later answers are only offered."""
        self._show_all = False
        self._back = button("flat")
        self._back.setIcon(look.icon("chevron_left", "accent"))
        self._back.clicked.connect(self.closed)
        self._title = label("title")
        self.form = RequestForm(session, look)
        self._go = button("main")
        self._go.clicked.connect(self._pressed)
        self._status = label("muted")
        self._answer = QVBoxLayout()
        self._answer.setSpacing(8)
        self._running = False
        self._lay_out()
        work.better.connect(self._better)
        work.found.connect(self._found)
        work.done.connect(self._done)
        work.running.connect(self._set_running)
        session.opened.connect(self._opened)
        session.changed.connect(lambda _: self._say_answer_age())
        look.changed.connect(self._retell)
        self._retell()

    def _lay_out(self) -> None:
        self._reading = reading = ReadingArea()
        self.setFocusProxy(self._back)
        column = reading.column
        column.setContentsMargins(14, 0, 14, 20)
        column.setSpacing(12)
        for part in (self._title, self.form, self._go, self._status):
            column.addWidget(part)
        column.addLayout(self._answer)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        outer.setSpacing(6)
        top = QHBoxLayout()
        top.setContentsMargins(6, 0, 14, 0)
        top.addWidget(self._back)
        top.addStretch(1)
        outer.addLayout(top)
        outer.addWidget(reading, 1)

    # Asking

    def start(self) -> None:
        self._show_all = False
        self._expected = self._session.trip
        self._work.start(self.form.request(), self._session.trip)

    def _pressed(self) -> None:
        if self._running:
            self._work.stop()
        else:
            self.start()

    def _set_running(self, running: bool) -> None:
        self._running = running
        self._say_button()
        if running:
            self._status.setText(self._look.words.say("Looking for a good plan …"))

    # The answer

    def _better(self, plan: Plan, before: Trip) -> None:
        """Improving plans show on the status line; the trip changes once, at the end."""
        say = self._look.words.say
        self._status.setText(say("{n} places so far, looking on …", n=len(plan.places)))

    def _found(self, plan: Plan, before: Trip) -> None:
        """The trip changes as soon as the search is over; the reasons follow."""
        if self._session.trip == before:
            self.take(plan)
            self._status.setText(self._look.words.say("Looking for the reasons of what is left out …"))

    def _done(self, plan: Plan, before: Trip) -> None:
        self._plan = plan
        if self._session.trip == before:
            self.take(plan)
        elif plan.trip != self._expected:  # it was not taken when it was found
            self.offered.emit(plan)
        self._tell()
        self._reading.verticalScrollBar().setValue(self._go.y() - 8)

    def take(self, plan: Plan) -> None:
        """Put a plan on the table as one step."""
        if not plan.works:
            return
        self._plan = plan
        self._edits.take_plan(plan.trip)
        self._expected = self._session.trip
        self._tell()

    def _opened(self) -> None:
        self._work.stop()
        self._plan = None
        clear(self._answer)
        self._status.setText("")
        self.form.show_request(self._session.trip)

    def _apply(self, place: PlaceId, fix: Fix) -> None:
        """A fix is one tap: the plan with it, checked again, as one step."""
        if self._plan is None:
            return
        found = with_fix(self._plan, place, fix, self._world)
        if found is None or not found.works:
            self._status.setText(self._look.words.say("That no longer works. Plan again."))
            return
        self.take(found)
        if found.trip.request is not None:
            self._work.start(found.trip.request, self._session.trip)

    def _say_answer_age(self) -> None:
        """After an edit by hand the reasons are those of an older plan: say so instead of pretending."""
        if self._plan is not None and self._expected is not None and self._session.trip != self._expected:
            self._status.setText(
                self._look.words.say("The trip was changed after this plan. Plan again for new answers.")
            )

    # Words

    def _retell(self) -> None:
        say = self._look.words.say
        self._back.setText(say("Places"))
        self._title.setText(say("Plan my visit"))
        self.form.retell()
        self._say_button()
        if self._plan is not None:
            self._tell()

    def _say_button(self) -> None:
        say = self._look.words.say
        self._go.setText(say("Stop") if self._running else say("Plan"))
        self._go.setIcon(self._look.icon("stop" if self._running else "plan", "accent_ink"))

    def _tell(self) -> None:
        plan, words = self._plan, self._look.words
        assert plan is not None
        clear(self._answer)
        places = words.count("{n} place", "{n} places", len(plan.places))
        days = words.count("{n} day", "{n} days", len(plan.trip.days))
        self._status.setText(
            words.say("{places} in {days}. Every opening time, way and meal was checked.", places=places, days=days)
            if plan.works
            else words.say("No plan meets all of this.")
        )
        for conflict in plan.conflicts:
            self._answer.addWidget(label("clash", words.conflict(conflict, plan, self._session.catalogue)))
        # What is seen with its area, or was asked to be left out, is no question.
        questions = [left for left in plan.left_out if not isinstance(left.reason, (SeenWith, SeenInParts, Avoided))]
        if questions:
            self._answer.addWidget(label("section", words.say("Not in the plan, and why")))
        shown = questions if self._show_all else questions[:MOST_REASONS]
        for left in shown:
            self._answer.addWidget(self._card(left, plan))
        if len(shown) < len(questions):
            more = button("flat", words.say("{n} more", n=len(questions) - len(shown)))
            more.clicked.connect(self._tell_all)
            self._answer.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _tell_all(self) -> None:
        self._show_all = True
        self._tell()

    def _card(self, left: LeftOut, plan: Plan) -> QFrame:
        words, catalogue = self._look.words, self._session.catalogue
        card = named(QFrame(), "stopEditor")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(4)
        place = catalogue.get(left.place)
        name = button("link", words.short(place) if place else left.place)
        name.clicked.connect(lambda: self.place_wanted.emit(left.place))
        column.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label("muted", words.reason(left.reason, catalogue)))
        for fix in left.fixes:
            says = words.fix(fix, plan, catalogue)
            offer = button()
            room = self._reading.viewport().width() - BESIDE_A_FIX
            offer.setText(offer.fontMetrics().elidedText(caption(says), Qt.TextElideMode.ElideRight, max(80, room)))
            offer.setToolTip(tip(says))
            offer.setAccessibleName(says)
            offer.setIcon(self._look.icon("check", "accent"))
            offer.clicked.connect(partial(self._apply, left.place, fix))
            column.addWidget(offer, 0, Qt.AlignmentFlag.AlignLeft)
        return card
