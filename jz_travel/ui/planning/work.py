"""The planner at work behind the window: one plan at a time, stopped when nobody wants it any more."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from jz_travel.domain.plan import Plan
from jz_travel.domain.request import Request
from jz_travel.domain.trip import Trip
from jz_travel.planner import World, plan
from jz_travel.ui.tasks import Tasks


class PlanWork(QObject):
    """Each signal carries a plan and the trip it was asked for.

    ``better``: an improved plan while the search goes on; ``found``: the search is over; ``done``: with all reasons.
    """

    better = Signal(object, object)
    found = Signal(object, object)
    done = Signal(object, object)
    running = Signal(bool)

    def __init__(self, world: World, tasks: Tasks) -> None:
        super().__init__()
        self._world, self._tasks = world, tasks
        self._stop = threading.Event()
        self._asked = 0

    def start(self, request: Request, before: Trip) -> None:
        """Plan anew; what was being planned is given up."""
        self.stop()
        self._asked += 1
        asked, stop = self._asked, threading.Event()
        self._stop = stop

        def work() -> Plan:
            return plan(request, self._world, current=before, stop=stop.is_set, on_better=tell, on_found=show)

        def tell(found: Plan) -> None:
            if not stop.is_set():
                self.better.emit(found, before)

        def show(found: Plan) -> None:
            if asked == self._asked:
                self.found.emit(found, before)

        self.running.emit(True)
        self._tasks.run(work, lambda found: self._finished(asked, found, before), self._failed(asked))

    def stop(self) -> None:
        """What has been found so far is kept."""
        self._stop.set()

    def _finished(self, asked: int, found: object, before: Trip) -> None:
        if asked == self._asked:
            self.running.emit(False)
            self.done.emit(found, before)

    def _failed(self, asked: int) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            if asked == self._asked:
                self.running.emit(False)
            raise error

        return failed
