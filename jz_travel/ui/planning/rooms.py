"""Everything of the window that asks the planner: the request, plans side by side, and repairs. Made together."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from jz_travel.domain.repairs import Variant
from jz_travel.planner import World
from jz_travel.ui.edits import Edits
from jz_travel.ui.planning.panel import PlanPanel
from jz_travel.ui.planning.variants_page import VariantsPage
from jz_travel.ui.planning.work import PlanWork, Work
from jz_travel.ui.repair.panel import RepairPanel
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.tasks import Tasks


class PlanningRooms(QObject):
    """The window puts ``panel`` and ``repair`` to its left and ``variants`` in the place of the days.

    ``variants_wanted`` and ``repair_wanted`` ask to be led there, ``left`` to be led back to the request;
    ``undo_offered`` carries a sentence.
    """

    variants_wanted = Signal()
    repair_wanted = Signal()
    left = Signal()
    undo_offered = Signal(str)

    def __init__(
        self,
        session: Session,
        edits: Edits,
        look: Look,
        world: Callable[[], World],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._look = look
        self._tasks = (Tasks(), Tasks(), Tasks())
        planning, repairing, comparing = self._tasks
        plan, repair, compare = PlanWork(world, planning), Work(repairing), Work(comparing)
        self._works = (plan, repair, compare)
        self.panel = PlanPanel(session, edits, look, plan, world)
        self.repair = RepairPanel(session, edits, look, repair, world, now)
        self.variants = VariantsPage(session, look, compare, world)
        self._edits = edits
        self.panel.variants_wanted.connect(self.variants_wanted)
        self.panel.repair_wanted.connect(self.repair_wanted)
        self.variants.taken.connect(self._take)
        self.variants.closed.connect(self.left)
        self.repair.accepted.connect(self._accepted)

    def close(self) -> None:
        """Nobody wants answers any more; none comes to a page that is gone."""
        for work in self._works:
            work.give_up()
        for tasks in self._tasks:
            tasks.wait()

    def compare(self) -> None:
        """Plan what the form asks in all its manners, unless that was just done."""
        self.variants.start(self.panel.form.request())

    def _take(self, variant: Variant) -> None:
        self.panel.take(variant.plan)
        self.panel.explain(variant.plan)
        self.left.emit()
        say = self._look.words.say
        self.undo_offered.emit(say("The plan was taken: {plan}.", plan=self.variants.name_of(variant)))

    def _accepted(self, what: str) -> None:
        self.undo_offered.emit(self._look.words.say("The trip was put right: {what}.", what=what))
