"""Plan my visit: the form, one button, and the answer: what is left out, why, and what would help."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal

from jz_travel.domain.places import PlaceId
from jz_travel.domain.plan import LeftOut, Plan
from jz_travel.domain.reasons import Fix
from jz_travel.domain.trip import Trip
from jz_travel.planner import World, with_fix
from jz_travel.ui.edits import Edits
from jz_travel.ui.parts.flow import FlowLayout
from jz_travel.ui.parts.widgets import button
from jz_travel.ui.planning.answer import PlanAnswer
from jz_travel.ui.planning.asked import Wanting
from jz_travel.ui.planning.form import RequestForm
from jz_travel.ui.planning.side_panel import SidePanel
from jz_travel.ui.planning.work import PlanWork
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.words.plans import nearness_sentence


class PlanPanel(SidePanel):
    """``offered``: a plan came after the trip had been changed; the window asks before it takes it. ``came_in``: a fix
    brought this place into the trip. ``planned``: a plan lies on the table."""

    place_wanted = Signal(str)
    add_wanted = Signal(str, QPoint)
    came_in = Signal(str)
    planned = Signal()
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
        self.again = button("flat")
        self.again.setIcon(look.icon("help", "accent"))
        self.again.hide()
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
        self.foot.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.foot.addWidget(self.go)

    def _connect(self) -> None:
        work, session = self._work, self._session
        work.better.connect(self._better)
        work.found.connect(self._found)
        work.done.connect(self._done)
        work.bounded.connect(self._bounded)
        work.told.connect(self._told)
        work.failed.connect(self._failed)
        work.running.connect(self._set_running)
        self.answer.fix_wanted.connect(lambda place, fix: self._apply(PlaceId(place), fix))
        self.answer.place_wanted.connect(self.place_wanted)
        self.answer.add_wanted.connect(self.add_wanted)
        self.answer.must_wanted.connect(lambda place: self._insist(PlaceId(place)))
        self.answer.help_wanted.connect(lambda place: self._help(PlaceId(place)))
        self.again.clicked.connect(self.ask_again)
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
        self._place()
        self._say_button()
        self._say_answer_age()
        if running:
            self._say(self._look.words.say("Looking for a good plan …"))

    # The answer

    def _better(self, plan: Plan, before: Trip) -> None:
        """The first plan is shown at once, the better ones on the status line, and the best in the end: one step."""
        if plan.places and self._session.trip == before == self._expected:
            self._expected = plan.trip
            self._edits.take_plan(plan.trip, self._questions)
            self.planned.emit()
        self._say(self._look.words.say("{n} places so far, looking on …", n=len(plan.places)))

    def _found(self, plan: Plan, before: Trip) -> None:
        """The trip changes as soon as the search is over; the reasons follow."""
        plan = self._as_named_now(plan)
        if self._session.trip in (before, self._expected):
            self._answer(plan)
            self._say_explaining()

    def _done(self, plan: Plan, before: Trip) -> None:
        plan = self._as_named_now(plan)
        if plan.trip in (self._session.trip, self._expected):  # on the table already, perhaps changed by hand since
            self._show(plan, plan.trip)
        elif self._session.trip in (before, self._expected):
            self._answer(plan)
        else:  # it was changed by hand meanwhile
            self._show(plan, self._expected)
            if plan.trip != before:
                self.offered.emit(plan)
        self.show_answer(self.answer)
        if plan.works and plan.places and plan.score:  # nobody has scored a trip made by hand
            self._work.find_bound(plan)

    def _bounded(self, plan: Plan) -> None:
        """It is known how good the plan could be, some seconds after it; what is below the mouse stays there."""
        if self._plan is not None and plan.trip == self._plan.trip:
            self._plan = replace(self._plan, bound=plan.bound)
            if not (self._is_old or self._running):
                self._tell()

    def _failed(self) -> None:
        self.answer.why_not.show_plan(self._plan)
        self._say(self._look.words.say("Planning went wrong. Your trip is as it was; try again."))

    def take(self, plan: Plan) -> None:
        """Put a plan on the table as one step; one that does not work is only spoken about."""
        self._questions += 1
        self._answer(plan)

    def _answer(self, plan: Plan) -> None:
        if plan.works and plan.places:
            self._expected = plan.trip
            self._edits.take_plan(plan.trip, self._questions)
            self.planned.emit()
        self._show(plan, self._expected)

    def _show(self, plan: Plan, expected: Trip | None) -> None:
        self._plan, self._expected = plan, expected
        self.answer.show_plan(plan)
        self._tell()
        self._say_answer_age()

    def _as_named_now(self, plan: Plan) -> Plan:
        """A plan of the trip on the table, which has only got another name or other wishes, with these."""
        now = self._session.trip
        is_same = replace(plan.trip, name=now.name, wishes=now.wishes) == now
        return replace(plan, schedule=self._session.schedule) if is_same else plan

    def _opened(self) -> None:
        self._work.give_up()
        self._plan = None
        self.answer.show_plan(None)
        self._say("")
        self.form.show_request(self._session.trip)

    def _apply(self, place: PlaceId, fix: Fix) -> None:
        """A fix is one tap: the plan with it, checked again, as one step."""
        if self._plan is None or self._is_old:
            return
        mended = with_fix(self._plan, place, fix, self._world())
        if mended is None or not mended.works:
            self._say(self._look.words.say("That no longer works. Plan again."))
            return
        self.go.setFocus()  # what was pressed goes away, and the focus would go to the name of the trip
        self.take(mended)
        self._session.point_at_place(place)
        self.came_in.emit(place)
        self.explain(mended)

    def _help(self, place: PlaceId) -> None:
        if self._plan is not None and not self._is_old:
            self._work.help(self._plan, place)

    def _told(self, plan: Plan, left: LeftOut) -> None:
        """What would help one place; of no use for any other plan."""
        if self._plan is None or plan.trip != self._plan.trip:
            return
        known = {each.place: each for each in self._plan.left_out} | {left.place: left}
        self._plan = replace(self._plan, left_out=tuple(known.values()))
        self.answer.tell_more(self._plan, left)

    def ask_again(self) -> None:
        """Why not, and what would help, for the trip as somebody changed it: it stays as it is."""
        self.go.setFocus()  # the button that was pressed goes away
        self._work.explain_by_hand(self._session.trip)
        self._say_explaining()

    def _insist(self, place: PlaceId) -> None:
        """A place becomes a must, and everything is planned anew."""
        self.go.setFocus()
        self._edits.want(place, Wanting.MUST)
        self.start()

    def explain(self, plan: Plan) -> None:
        """Why the rest is left out of a plan that is taken already."""
        self._work.explain(plan)
        self._say_explaining()

    @property
    def _is_old(self) -> bool:
        """After an edit by hand the reasons are those of another trip, and no fix is proven for this one."""
        return self._plan is not None and self._expected is not None and self._session.trip != self._expected

    def _say_answer_age(self) -> None:
        if self._plan is not None and self._plan.trip == self._expected:
            self._plan = self._as_named_now(self._plan)
            self._expected = self._plan.trip
        was_old, is_old = not self.again.isHidden(), self._is_old and not self._running
        self.again.setVisible(is_old)
        why = self._look.words.say("The trip was changed after this plan.") if self._is_old else ""
        self.answer.mark_age(why, usable=not (self._is_old or self._running))
        if is_old:
            self._say(why)
        elif was_old and not self._running and self._plan is not None:
            self._tell()

    # Words

    def _retell(self) -> None:
        say = self._look.words.say
        self.say_title(say("Plan my visit"))
        self.again.setText(say("Ask again what would fit"))
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
        self._place()

    def _place(self) -> None:
        self.stand_above(self.answer if self._plan is not None and not self._running else None)

    def _say_explaining(self) -> None:
        self.answer.why_not.wait()
        self._say(self._look.words.say("Finding out why places are left out …"))

    def _say_button(self) -> None:
        say = self._look.words.say
        self.go.setText(say("Stop") if self._running else say("Plan"))
        self.go.setIcon(self._look.icon("stop" if self._running else "plan", "accent_ink"))

    def _tell(self) -> None:
        plan, words = self._plan, self._look.words
        assert plan is not None
        places = words.count("{n} place", "{n} places", len(plan.places))
        days = words.count("{n} day", "{n} days", len(plan.trip.days))
        if plan.works and plan.places:
            checked = words.say(
                "{places} in {days}. Every opening time, way and meal was checked.", places=places, days=days
            )
            said = "\n".join(filter(None, (checked, nearness_sentence(words, plan))))
        elif plan.trip != self._session.trip:
            said = words.say("No plan meets all of this.")
        elif plan.places:  # the visitor's own
            said = words.say("This trip does not work yet; what is wrong stands above.")
        else:
            said = words.say("Nothing planned yet")
        self._say(said)
