"""The ways to the planner: from menu, keys, welcome and days, and back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jz_travel.ui.main_window import MainWindow
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look

if TYPE_CHECKING:
    from jz_travel.domain.plan import Plan
    from jz_travel.ui.planning.rooms import PlanningRooms


class PlanningDoors(QObject):
    """Makes the rooms when somebody first wants one: the planner takes longer to load than the window."""

    def __init__(self, main: MainWindow, session: Session, look: Look, make: Callable[[], "PlanningRooms"]) -> None:
        super().__init__(main)
        self._main, self._session, self._look, self._make = main, session, look, make
        self._made: PlanningRooms | None = None
        main.welcome.plan_wanted.connect(self.show_planning)
        main.actions_.connect_all(
            {"plan": self.show_planning, "compare": self.show_variants, "repair": self.show_repair}
        )

    @property
    def rooms(self) -> "PlanningRooms":
        if self._made is None:
            self._made = rooms = self._make()
            rooms.panel.closed.connect(self._main.left.show_list)
            rooms.panel.place_wanted.connect(self._main.left.show_details)
            rooms.panel.offered.connect(self._offer_plan)
            rooms.panel.add_wanted.connect(self._main.details.add_wanted)
            rooms.panel.came_in.connect(self._show_what_came_in)
            rooms.panel.planned.connect(self._main.map.fit)  # wherever the visitor was looking
            rooms.repair.closed.connect(self._main.left.show_list)
            rooms.variants_wanted.connect(self.show_variants)
            rooms.repair_wanted.connect(self.show_repair)
            rooms.left.connect(self.show_planning)
            rooms.undo_offered.connect(self._main.offer_undo)
        return self._made

    def close(self) -> None:
        if self._made is not None:
            self._made.close()

    def show_planning(self) -> None:
        self._main.show_left(self.rooms.panel)

    def show_variants(self) -> None:
        """What the form asks, in all its manners side by side."""
        self._main.show_page(self.rooms.variants)
        self.rooms.compare()

    def show_repair(self) -> None:
        """Something came up, on the selected day where there is one."""
        self._main.show_left(self.rooms.repair)
        self.rooms.repair.ask(self._session.selection.day)

    def _show_what_came_in(self, place: str) -> None:
        visits = self._session.schedule.visits.values()
        words, visit = self._look.words, next((each for each in visits if each.place == place), None)
        if visit is None:  # some sights inside of it came in
            return
        self._main.board.show_new(visit.stop)
        moment = f"{words.date_short(visit.enters.date())} {words.time(visit.enters)}"
        name = words.short(self._session.catalogue[visit.place])
        self._main.offer_undo(words.say("{place} is in the plan now: {moment}.", place=name, moment=moment))

    def _offer_plan(self, plan: "Plan") -> None:
        say = self._look.words.say
        text = say("The plan is ready, but the trip was changed meanwhile.")
        self._main.notices.say(text, "info", say("Take the plan"), lambda: self.rooms.panel.take(plan))
