"""The planner at work behind the window: one piece of work at a time, stopped when nobody wants it any more."""

import threading
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from jz_travel.domain.places import PlaceId
from jz_travel.domain.plan import LeftOut, Plan
from jz_travel.domain.request import Request
from jz_travel.domain.trip import Trip
from jz_travel.planner import World, as_plan, plan, verify, why_left_out, with_bound, with_reasons
from jz_travel.ui.tasks import Tasks

Stop = Callable[[], bool]


class Work(QObject):
    """``done`` carries the answer. ``failed``: a bug, which is raised too, so that it is logged and said."""

    done = Signal(object)
    failed = Signal()
    running = Signal(bool)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._stop = threading.Event()
        self._asked = 0

    def run(self, work: Callable[[Stop], object]) -> None:
        """Begin anew; what was being done is given up."""
        self.stop()
        self._asked += 1
        asked, stop = self._asked, threading.Event()
        self._stop = stop
        self.running.emit(True)
        self._tasks.run(lambda: work(stop.is_set), lambda found: self._ended(asked, found), self._failing(asked))

    def stop(self) -> None:
        """What has been found so far is kept."""
        self._stop.set()

    def give_up(self) -> None:
        """Nobody wants the answer any more."""
        self.stop()
        self._asked += 1
        self.running.emit(False)

    def wanted(self, asked: int) -> bool:
        return asked == self._asked

    @property
    def asked(self) -> int:
        return self._asked

    def _ended(self, asked: int, found: object) -> None:
        if self.wanted(asked):
            self.running.emit(False)
            self.done.emit(found)

    def _failing(self, asked: int) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            if self.wanted(asked):
                self.running.emit(False)
                self.failed.emit()
            raise error

        return failed


class PlanWork(QObject):
    """Each signal carries a plan and the trip it was asked for.

    ``better``: an improved plan while the search goes on; ``found``: the search is over; ``done``: with all reasons;
    ``bounded``, if that was asked for: with the most that any plan could score; ``told``: what would help one place.
    """

    better = Signal(object, object)
    found = Signal(object, object)
    done = Signal(object, object)
    bounded = Signal(object)
    told = Signal(object, object)
    failed = Signal()
    running = Signal(bool)

    def __init__(self, world: Callable[[], World], tasks: Tasks) -> None:
        super().__init__()
        self._world = world
        self._before: Trip | None = None
        self._work = Work(tasks)
        self._work.done.connect(self._tell_done)  # a lambda would keep this alive, and whoever asked, for ever
        self._work.failed.connect(self.failed)
        self._work.running.connect(self.running)
        self._bound = Work(tasks)
        self._bound.done.connect(self.bounded)
        self._one = Work(tasks)
        self._one.done.connect(self._tell_one)

    def _tell_done(self, found: Plan) -> None:
        self.done.emit(found, self._before)

    def _tell_one(self, found: tuple[Plan, LeftOut]) -> None:
        self.told.emit(*found)

    def start(self, request: Request, before: Trip) -> None:
        """Plan anew; what was being planned is given up."""
        self._give_up_extras()
        self._before = before
        asked, world = self._work.asked + 1, self._world()

        def work(stop: Stop) -> Plan:
            def tell(found: Plan) -> None:
                if not stop():
                    self.better.emit(found, before)

            def show(found: Plan) -> None:
                if self._work.wanted(asked):
                    self.found.emit(found, before)

            return plan(request, world, current=before, stop=stop, on_better=tell, on_found=show)

        self._work.run(work)

    def explain(self, found: Plan) -> None:
        """Look for the reasons of what a plan leaves out; the plan itself stays as it is."""
        self._give_up_extras()
        self._before, world = found.trip, self._world()
        self._work.run(lambda stop: with_reasons(found, world, stop))

    def explain_by_hand(self, trip: Trip) -> None:
        """What a trip that somebody changed leaves out and why, and what is wrong with it; it stays as it is."""
        self._give_up_extras()
        self._before, world = trip, self._world()
        self._work.run(lambda stop: _as_it_is(trip, world, stop))

    def help(self, found: Plan, place: PlaceId) -> None:
        """Look for whatever would bring one place into a plan."""
        world = self._world()
        self._bound.stop()
        self._one.run(lambda _: (found, why_left_out(found, place, world)))

    def find_bound(self, found: Plan) -> None:
        """Look in the background for how good a plan could be; it is ready to be given up at any moment."""
        world = self._world()
        self._bound.run(lambda stop: with_bound(found, world, current=found.trip, stop=stop))

    def stop(self) -> None:
        """What has been found so far is kept."""
        self._work.stop()

    def give_up(self) -> None:
        """Nobody wants the answer any more: another trip lies on the table."""
        self._give_up_extras()
        self._work.give_up()

    def _give_up_extras(self) -> None:
        self._bound.give_up()
        self._one.give_up()


def _as_it_is(trip: Trip, world: World, stop: Stop) -> Plan:
    """A fix can only be proven for a trip that works: of another one only the reasons are told."""
    found = with_reasons(as_plan(trip, world.catalogue, world.travel, world.daylight), world, stop)
    wrong = verify(found, found.request, world.catalogue, world.travel, world.daylight)
    if not wrong:
        return found
    return replace(found, left_out=tuple(replace(left, fixes=()) for left in found.left_out), violations=wrong)
