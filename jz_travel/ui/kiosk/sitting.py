"""One visitor at the screen, from the first touch to the wipe. Everything that belongs to them hangs on this object,
and goes with it: the trip, the answers, where they were, what they chose to see better."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jz_travel.almanac import daylight
from jz_travel.domain.clock import DAY
from jz_travel.domain.failures import Failure
from jz_travel.domain.places import PlaceId
from jz_travel.domain.plan import LeftOut, Plan
from jz_travel.domain.reasons import Avoided, Fix, SeenInParts, SeenWith
from jz_travel.domain.request import Request
from jz_travel.domain.trip import Trip, TripId, new_trip
from jz_travel.ui.edits import Edits
from jz_travel.ui.kiosk.city import City
from jz_travel.ui.kiosk.comfort import Comfort
from jz_travel.ui.kiosk.where import AtStop, Attract, Home, Result, Where, WhyNot
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.tasks import Tasks

if TYPE_CHECKING:
    from jz_travel.export.cups import Job
    from jz_travel.ui.planning.work import PlanWork

TOO_LATE_FOR_TODAY = timedelta(hours=11)
QUARTER = timedelta(minutes=15)
LAST_QUARTER = DAY - QUARTER
USUAL_DAYS = 2
USUAL_ARRIVAL = PlaceId("jiaozuo_rail")


class Sitting(QObject):
    """Begins anew for the next visitor; of the last one only counts of fixed items are left."""

    moved = Signal()
    """Another page, or the same one told anew."""
    planned = Signal()
    """The plan, or what is known of it, has changed."""
    fit_wanted = Signal()
    """The map is to show the whole trip."""

    def __init__(self, city: City, look: Look) -> None:
        super().__init__()
        self.city, self.look = city, look
        self.asked = self._usual()
        self.session = Session(city.catalogue, city.travel, daylight, self._empty())
        self.edits = Edits(self.session, look)
        self.plan: Plan | None = None
        self._plans: list[Plan] = []
        self._questions = 0
        self.is_planning = False
        self.comfort = Comfort()
        self.parts: dict[Where, int] = {}
        """Which part of its choices each page showed last."""
        self.typed = ""
        self._path: list[Where] = [Attract()]
        self.tasks = Tasks()
        """Work for paper; the planner has its own."""
        self.jobs: list[Job] = []
        """What was sent to a printer, and may still be in its queue."""
        self._planner = Tasks()
        self._work: PlanWork | None = None
        self.edits.refused.connect(self.tell)
        self.said = ""

    # Where they are

    @property
    def where(self) -> Where:
        return self._path[-1]

    @property
    def may_go_back(self) -> bool:
        return len(self._path) > 1

    def go(self, to: Where) -> None:
        self.said = ""
        self.count("opened", type(to).__name__.lower())
        if isinstance(to, Attract | Home):
            self._path = [to]
        elif type(to) is type(self.where):
            self._path[-1] = to  # another day, another part: not a way that one goes back
        elif to in self._path:
            del self._path[self._path.index(to) + 1 :]
        else:
            self._path.append(to)
        self.moved.emit()

    def back(self) -> None:
        if self.may_go_back:
            self._path.pop()
        else:
            self._path = [Home()]
        self.said = ""
        self.moved.emit()

    def show_at_rest(self, at: Where) -> None:
        """While nobody is there: the attract page, or closed."""
        self._path = [at]
        self.moved.emit()

    def tell_anew(self) -> None:
        self.moved.emit()

    def tell(self, what: str) -> None:
        """One line about what was just done."""
        self.said = what
        self.moved.emit()

    # What they want

    def answer(self, **answers: object) -> None:
        self.asked = replace(self.asked, **answers)  # type: ignore[arg-type]

    def make_easier(self, **wanted: bool) -> None:
        before, self.comfort = self.comfort, replace(self.comfort, **wanted)
        if before.step_free != self.comfort.step_free:
            self.answer(party=replace(self.asked.party, step_free=self.comfort.step_free))
        self.look.wear(self.comfort.theme, self.comfort.text_percent)
        self.moved.emit()

    def toggle_wish(self, place: PlaceId) -> None:
        self.edits.toggle_wish(place)
        self.tell_anew()

    # The plan

    def start_planning(self) -> None:
        """Plans what is asked, with the wishes; the first plan shows as soon as there is one."""
        trip = self.session.trip
        self.asked = replace(self.asked, wishes=trip.wishes)
        self.plan = None
        self._questions += 1
        self._start(self.asked)
        self.go(Result())

    def _start(self, request: Request) -> None:
        blank = replace(self._empty(), wishes=self.session.trip.wishes, starts=request.starts)
        self.is_planning = True
        self._planner_at_work().start(replace(request, arrives=self._ready_by(request)), blank)

    def _ready_by(self, request: Request) -> timedelta | None:
        """Of today only what is left: nobody gets a plan that began before they asked."""
        now = self.city.now()
        if request.starts != now.date():
            return None
        return min(-(-timedelta(hours=now.hour, minutes=now.minute) // QUARTER) * QUARTER, LAST_QUARTER)

    def _planner_at_work(self) -> "PlanWork":
        """Made when somebody first plans: most visitors only look."""
        if self._work is None:
            from jz_travel.ui.planning.work import PlanWork

            city = self.city
            self._work = PlanWork(lambda: city.world, self._planner)
            self._work.better.connect(self._take)
            self._work.found.connect(self._take)
            self._work.done.connect(self._done)
            self._work.running.connect(self._set_planning)
        return self._work

    def leave_out(self, place: PlaceId) -> None:
        """Take a place out, and plan again without it."""
        if place not in self.asked.avoid:
            self.answer(avoid=(*self.asked.avoid, place))
        self.start_planning()

    def apply(self, place: PlaceId, fix: Fix) -> bool:
        """One tap: the plan with a fix, checked again, as one step."""
        from jz_travel.planner import with_fix

        found = with_fix(self.plan, place, fix, self.city.world) if self.plan else None
        if found is None or not found.works:
            return False
        self._questions += 1
        self._keep(found)
        self.asked = found.request
        self._start(found.request)
        self.go(Result())
        return True

    def left_out(self) -> tuple[LeftOut, ...]:
        """What is left out and is a question: not what is seen with its area, or was asked to be left out."""
        left = self.plan.left_out if self.plan else ()
        return tuple(each for each in left if not isinstance(each.reason, SeenWith | SeenInParts | Avoided))

    def _take(self, found: Plan, _before: Trip) -> None:
        if not found.works or not self.is_planning:
            return
        self._keep(found)
        self.planned.emit()

    def _keep(self, found: Plan) -> None:
        """On the table; better plans for the same question are one step with the first one."""
        self.plan = found
        self._plans.append(found)
        self.edits.take_plan(found.trip, self._questions)

    def _done(self, found: Plan, before: Trip) -> None:
        self.plan = found
        self.is_planning = False
        if found.works:
            self._keep(found)
        self._count_plan(found)
        self.planned.emit()

    def _set_planning(self, running: bool) -> None:
        if not running:
            self.is_planning = False

    def undo(self) -> None:
        self.session.undo_stack.undo()
        trip = self.session.trip
        if found := next((each for each in reversed(self._plans) if each.trip == trip), None):
            self.plan, self.asked = found, found.request
        if isinstance(self.where, AtStop | WhyNot):
            self.back()
        else:
            self.tell_anew()

    # The end

    def count(self, kind: str, item: str) -> None:
        self.city.counts.add(self.city.today, kind, item)

    def end(self) -> None:
        """Nothing works for this visitor any more."""
        self.blockSignals(True)
        if self._work is not None:
            self._work.give_up()
            self._work.blockSignals(True)
        self.session.blockSignals(True)
        self.session.undo_stack.blockSignals(True)

    def is_over(self, milliseconds: int = 0) -> bool:
        """Whether the planner and the printer have let go as well; what still waits for paper is forgotten then."""
        if not (self._planner.wait(milliseconds) and self.tasks.wait(milliseconds)):
            return False
        if self.jobs:
            self._take_back_paper()
        return True

    def _take_back_paper(self) -> None:
        from jz_travel.export import cups

        with suppress(Failure):  # the print server does not answer: the others are not asked for either
            while self.jobs:
                cups.forget(self.jobs.pop())

    def _count_plan(self, found: Plan) -> None:
        for place in found.places:
            if place in self.city.catalogue:
                self.count("planned", place)
        self.count("planned_days", str(len(found.trip.days)))
        for left in self.left_out():
            if left.place in self.asked.wishes or left.place in self.asked.musts:
                self.count("left_out", f"{left.place}:{type(left.reason).__name__}")

    def _usual(self) -> Request:
        now = self.city.now()
        late = timedelta(hours=now.hour, minutes=now.minute) > TOO_LATE_FOR_TODAY
        arrival = USUAL_ARRIVAL if USUAL_ARRIVAL in self.city.catalogue else None
        return Request(self.city.today + DAY * late, USUAL_DAYS, arrival=arrival)

    def _empty(self) -> Trip:
        return new_trip(TripId("visitor"), self.look.words.say("My visit to Jiaozuo"), self.city.today, 1)
