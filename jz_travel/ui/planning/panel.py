"""Plan my visit: the form, one button, and the answer: what is left out, why, and what would help."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from jz_travel.domain.places import PlaceId
from jz_travel.domain.plan import Plan
from jz_travel.domain.reasons import Fix
from jz_travel.domain.trip import Trip
from jz_travel.planner import World, with_fix
from jz_travel.ui.edits import Edits
from jz_travel.ui.parts.widgets import button
from jz_travel.ui.planning.answer import PlanAnswer
from jz_travel.ui.planning.asked import Wanting
from jz_travel.ui.planning.flow import FlowLayout
from jz_travel.ui.planning.form import RequestForm
from jz_travel.ui.planning.side_panel import SidePanel
from jz_travel.ui.planning.work import PlanWork
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look


class PlanPanel(SidePanel):
    """``offered``: a plan came after the trip had been changed; the window asks before it takes it."""

    place_wanted = Signal(str)
    offered = Signal(object)
    variants_wanted = Signal()
    repair_wanted = Signal()

    def __init__(self, session: Session, edits: Edits, look: Look, work: PlanWork, world: Callable[[], World]) -> None:
        super().__init__(look)
        self._session, self._edits, self._work, self._world = session, edits, work, world
        self._plan: Plan | None = None
        self._expected: Trip | None = None
        """The trip that the answer belongs to; once it is changed by hand, later answers are only offered."""
        self._questions = 0
        self.form = RequestForm(session, edits, look)
        self.go = button("main")
        self.go.clicked.connect(self._pressed)
        self.answer = PlanAnswer(session, look)
        self.compare, self.repair = button("flat"), button("flat")
        self.compare.setIcon(look.icon("columns", "accent"))
        self.repair.setIcon(look.icon("cloud_rain", "accent"))
        self._running = False
        self._lay_out()
        self._connect()
        self._retell()

    def _lay_out(self) -> None:
        also, column = FlowLayout(), self.reading.column
        also.addWidget(self.compare)
        also.addWidget(self.repair)
        for part in (self.form, self.answer):
            column.addWidget(part)
        column.addLayout(also)
        column.addStretch(1)
        self.foot.addWidget(self.go)

    def _connect(self) -> None:
        work, session = self._work, self._session
        work.better.connect(self._better)
        work.found.connect(self._found)
        work.done.connect(self._done)
        work.bounded.connect(self.answer.show_bound)
        work.failed.connect(self._failed)
        work.running.connect(self._set_running)
        self.answer.fix_wanted.connect(lambda place, fix: self._apply(PlaceId(place), fix))
        self.answer.place_wanted.connect(self.place_wanted)
        self.answer.must_wanted.connect(lambda place: self._insist(PlaceId(place)))
        self.compare.clicked.connect(self.variants_wanted)
        self.repair.clicked.connect(self.repair_wanted)
        session.opened.connect(self._opened)
        session.changed.connect(lambda _: self._say_answer_age())
        self._look.changed.connect(self._retell)

    # Asking

    def start(self) -> None:
        self._expected = self._session.trip
        self._questions += 1
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
            self._say(self._look.words.say("Looking for a good plan …"))

    # The answer

    def _better(self, plan: Plan, before: Trip) -> None:
        """The first plan is shown at once, the better ones on the status line, and the best in the end: one step."""
        if plan.places and self._session.trip == before == self._expected:
            self._expected = plan.trip
            self._edits.take_plan(plan.trip, self._questions)
        self._say(self._look.words.say("{n} places so far, looking on …", n=len(plan.places)))

    def _found(self, plan: Plan, before: Trip) -> None:
        """The trip changes as soon as the search is over; the reasons follow."""
        if self._session.trip in (before, self._expected):
            self._answer(plan)
            self._say(self._look.words.say("Finding out why places are left out …"))

    def _done(self, plan: Plan, before: Trip) -> None:
        if self._session.trip in (before, self._expected) or plan.trip == self._expected:
            self._answer(plan)
        else:  # it was changed by hand meanwhile
            self._plan = plan
            self.answer.show_plan(plan)
            self.offered.emit(plan)
        self._tell()
        self.reading.show_from(self.answer)
        if plan.works and plan.places:
            self._work.find_bound(plan)

    def _failed(self) -> None:
        self._say(self._look.words.say("Planning went wrong. Your trip is as it was; try again."))

    def take(self, plan: Plan) -> None:
        """Put a plan on the table as one step; one that does not work is only spoken about."""
        self._questions += 1
        self._answer(plan)

    def _answer(self, plan: Plan) -> None:
        self._plan = plan
        if plan.works and plan.places:
            self._expected = plan.trip
            self._edits.take_plan(plan.trip, self._questions)
        self.answer.show_plan(plan)
        self._tell()

    def _opened(self) -> None:
        self._work.give_up()
        self._plan = None
        self.answer.show_plan(None)
        self._say("")
        self.form.show_request(self._session.trip)

    def _apply(self, place: PlaceId, fix: Fix) -> None:
        """A fix is one tap: the plan with it, checked again, as one step."""
        if self._plan is None:
            return
        mended = with_fix(self._plan, place, fix, self._world())
        if mended is None or not mended.works:
            self._say(self._look.words.say("That no longer works. Plan again."))
            return
        self.go.setFocus()  # what was pressed goes away, and the focus would go to the name of the trip
        self.take(mended)
        self._session.point_at_place(place)  # its day comes into view
        self.explain(mended)

    def _insist(self, place: PlaceId) -> None:
        """A place becomes a must, and everything is planned anew."""
        self.go.setFocus()
        self._edits.want(place, Wanting.MUST)
        self.start()

    def explain(self, plan: Plan) -> None:
        """Why the rest is left out of a plan that is taken already."""
        self._work.explain(plan)

    def _say_answer_age(self) -> None:
        """After an edit by hand the reasons are those of an older plan: say so instead of pretending."""
        if self._plan is not None and self._expected is not None and self._session.trip != self._expected:
            self._say(self._look.words.say("The trip was changed after this plan. Plan again for new answers."))

    # Words

    def _retell(self) -> None:
        say = self._look.words.say
        self.say_title(say("Plan my visit"))
        self.compare.setText(say("Compare plans"))
        self.repair.setText(say("Something came up"))
        self.form.retell()
        self.answer.retell()
        self._say_button()
        self._say("")
        if self._plan is not None:
            self._tell()
            self._say_answer_age()

    def _say(self, text: str) -> None:
        self.status.setText(text)
        self.status.setVisible(bool(text))

    def _say_button(self) -> None:
        say = self._look.words.say
        self.go.setText(say("Stop") if self._running else say("Plan"))
        self.go.setIcon(self._look.icon("stop" if self._running else "plan", "accent_ink"))

    def _tell(self) -> None:
        plan, words = self._plan, self._look.words
        assert plan is not None
        places = words.count("{n} place", "{n} places", len(plan.places))
        days = words.count("{n} day", "{n} days", len(plan.trip.days))
        self._say(
            words.say("{places} in {days}. Every opening time, way and meal was checked.", places=places, days=days)
            if plan.works and plan.places
            else words.say("No plan meets all of this.")
        )
