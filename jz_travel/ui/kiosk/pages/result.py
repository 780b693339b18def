"""The trip on the table, day by day; what can be changed with a touch; what is left out, why, and what would help."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QTimer

from jz_travel.domain.places import PlaceId
from jz_travel.domain.reasons import Fix
from jz_travel.domain.request import Pace
from jz_travel.domain.trip import DayId, StopId
from jz_travel.ui.kiosk.choices import MakeCard
from jz_travel.ui.kiosk.page import MapAt, Page
from jz_travel.ui.kiosk.pages.day import entries, times_of, way_of
from jz_travel.ui.kiosk.pages.see import short_of
from jz_travel.ui.kiosk.paper import print_trip
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.where import Adjust, Ask, Plan, Question, Result, Sight, TakeAlong, WhyNot
from jz_travel.ui.parts.pictures import picture_file
from jz_travel.ui.parts.widgets import label, set_state
from jz_travel.ui.session import Selection

MOST_TABS = 7
MOST_DAYS = 14
BETTER_MS = 300


class ResultPage(Page):
    """One day of the trip, counted from 0, while the planner may still be looking for a better one."""

    map_at = MapAt.BESIDE

    def __init__(self, sitting: Sitting, upright: bool, day: int) -> None:
        super().__init__(sitting, upright)
        schedule, words = sitting.session.schedule, self.words
        self._day = min(day, len(schedule.days) - 1)
        shown = schedule.days[self._day]
        self.title, self.lead = words.date(shown.date), self._status()
        self._has_trip = any(True for _ in sitting.session.trip.stops())
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._tell_anew)
        sitting.planned.connect(self._planned)
        sitting.session.point(Selection(day=shown.id))
        if not self._has_trip:
            self._tell_nothing()
            return
        if len(schedule.days) > 1:
            self._add_tabs([each.id for each in schedule.days])
        if shown.visits:
            self.add_choices(list(entries(self, self._day)), 1, 6 if upright else 2 if self.elder else 3, tallest=110)
        else:
            self.column.addWidget(label("heading", self.say("Nothing planned for this day yet.")), 1)
        self._add_actions()

    def _tell_nothing(self) -> None:
        words = self.words
        if self.sitting.is_planning:
            days = words.count("{n} day", "{n} days", self.sitting.asked.days)
            self.title, self.lead = self.lead, f"{words.date(self.sitting.asked.starts)} · {days}"
            return
        self.title = self.say("No trip yet.")
        self.add_way_on(self.say("Plan my visit"), Plan(), "plan")

    def _add_tabs(self, days: list[DayId]) -> None:
        first = max(0, min(self._day - MOST_TABS // 2, len(days) - MOST_TABS))
        tabs = []
        for number in range(first, min(first + MOST_TABS, len(days))):
            name = self.say("Day {n}", n=number + 1)
            tab = self.button(name, self.go(Result(number)))
            set_state(tab, "on", number == self._day)
            tabs.append(tab)
        self.add_row(*tabs)

    def _add_actions(self) -> None:
        policy = self.sitting.city.policy
        prints = policy.counsellor and bool(policy.printer)
        along = "" if prints else "main"
        actions = [
            self.button(self.say("Change"), self.go(Adjust()), icon="sliders"),
            self.button(self.say("Why not …?"), self.go(WhyNot()), icon="help"),
            self.button(self.say("Take it with me"), self.go(TakeAlong()), icon="qr_code", look=along),
        ]
        if not prints:
            self.add_row(*actions)
            return
        act = partial(print_trip, self.sitting, "page", policy.printer)
        paper = self.button(self.say("Print one page"), act, icon="printer", look="main")  # staff do not look for it
        if self.upright:
            self.add_row(*actions)
            self.add_row(paper)
        else:
            self.add_row(*(actions[:2] if self.elder else actions), paper)

    def _status(self) -> str:
        sitting, words = self.sitting, self.words
        if sitting.said:
            return sitting.said
        plan = sitting.plan
        if plan is None:
            return self.say("Looking for a good plan …") if sitting.is_planning else ""
        if not plan.works:
            conflicts = [words.conflict(each, plan, sitting.city.catalogue) for each in plan.conflicts]
            return "\n".join((self.say("No plan meets all of this."), *conflicts))
        places = words.count("{n} place", "{n} places", len(plan.places))
        days = words.count("{n} day", "{n} days", len(plan.trip.days))
        if sitting.is_planning:
            return self.say("{places} in {days} so far, still looking …", places=places, days=days)
        return self.say("{places} in {days}. Every opening time, way and meal was checked.", places=places, days=days)

    def _planned(self) -> None:
        """The first plan and the last at once; what comes between, not faster than one reads."""
        if not self._has_trip or not self.sitting.is_planning:
            self._tell_anew()
        elif not self._later.isActive():
            self._later.start(BETTER_MS)

    def _tell_anew(self) -> None:
        if isinstance(self.sitting.where, Result):
            self.sitting.tell_anew()


class StopPage(Page):
    """One visit of the trip: leave it out, earlier, later, another day."""

    def __init__(self, sitting: Sitting, upright: bool, stop: StopId) -> None:
        super().__init__(sitting, upright)
        self._stop = stop
        words, city, trip = self.words, sitting.city, sitting.session.trip
        visit = sitting.session.schedule.visits.get(stop)
        if visit is None:
            self.title = self.say("This is no longer in the trip.")
            self.add_row(self.button(self.say("To the trip"), self.go(Result()), icon="arrow_left", look="main"))
            return
        place = city.catalogue[visit.place]
        day = trip.day_of(stop)
        self._number = trip.index_of(day.id)
        self.title = words.name(place)
        self.lead = " · ".join((times_of(self, visit), words.duration(visit.lasts)))
        self.picture = picture_file(place)
        if visit.problems:
            self.column.addWidget(label("warning", words.problem(visit.problems[0], city.catalogue)))
        if way := way_of(self, visit.leg):
            self.lead = f"{self.lead}\n{way}"
        cards = [
            self.card(
                self.say("Leave it out"), self.say("and plan again"), act=lambda: sitting.leave_out(place.id), icon="x"
            ),
            self.card(self.say("More about it"), short_of(self, place), act=self.go(Sight(place.id)), icon="info"),
        ]
        cards += self._moves([each.id for each in day.stops], len(trip.days))
        self.add_choices(cards, *((2, 3) if upright else (3, 2)), tallest=170)

    def _moves(self, stops: list[StopId], days: int) -> Iterator[MakeCard]:
        edits, at = self.sitting.edits, stops.index(self._stop)
        if at > 0:
            yield self.card(
                self.say("Earlier on this day"), act=lambda: self._do(edits.move_within_day, -1), icon="arrow_up"
            )
        if at < len(stops) - 1:
            yield self.card(
                self.say("Later on this day"), act=lambda: self._do(edits.move_within_day, 1), icon="arrow_down"
            )
        if self._number > 0:
            yield self.card(
                self.say("To the day before"), act=lambda: self._do(edits.move_to_neighbour_day, -1), icon="arrow_left"
            )
        if self._number < days - 1:
            yield self.card(
                self.say("To the next day"), act=lambda: self._do(edits.move_to_neighbour_day, 1), icon="arrow_right"
            )

    def _do(self, move: Callable[[StopId, int], None], steps: int) -> None:
        move(self._stop, steps)
        trip = self.sitting.session.trip
        self.sitting.go(Result(trip.index_of(trip.day_of(self._stop).id)))


class AdjustPage(Page):
    """Changes that need no typing: each alters one answer and plans again, and Undo takes it back."""

    def __init__(self, sitting: Sitting, upright: bool) -> None:
        super().__init__(sitting, upright)
        asked = sitting.asked
        self.title, self.lead = self.say("Change"), self.say("Each of these plans again.")
        paces = list(Pace)
        at = paces.index(asked.pace)
        cards = []
        if at > 0:
            cards.append(self._again(self.say("More relaxed"), "leaf", pace=paces[at - 1]))
        if at < len(paces) - 1:
            cards.append(self._again(self.say("See more"), "timer", pace=paces[at + 1]))
        if asked.days < MOST_DAYS:
            cards.append(self._again(self.say("One day more"), "plus", days=asked.days + 1))
        if asked.days > 1:
            cards.append(self._again(self.say("One day less"), "minus", days=asked.days - 1))
        cards.append(self.card(self.say("Other interests"), act=self.go(Ask(Question.INTERESTS)), icon="heart"))
        cards.append(self.card(self.say("All questions"), act=self.go(Plan()), icon="list"))
        stack = sitting.session.undo_stack
        if stack.canUndo():
            cards.append(self.card(self.say("Undo"), stack.undoText(), act=self._undo, icon="undo"))
        self.add_choices(cards, *((2, 4) if upright else (4, 2)), tallest=180)

    def _again(self, text: str, icon: str, **answers: object) -> MakeCard:
        def act() -> None:
            self.sitting.answer(**answers)
            self.sitting.start_planning()

        return self.card(text, act=act, icon=icon)

    def _undo(self) -> None:
        self.sitting.undo()
        self.sitting.go(Result())


class WhyNotPage(Page):
    """``place`` None lists what is left out with its reason; of one place it offers what would bring it in."""

    def __init__(self, sitting: Sitting, upright: bool, place: PlaceId | None) -> None:
        super().__init__(sitting, upright)
        self.title = self.say("Not in the plan, and why")
        left = sitting.left_out()
        if not left:
            self.lead = (
                self.say("Looking for the reasons …") if sitting.is_planning else self.say("Nothing is left out.")
            )
            self.add_way_on(self.say("To the trip"), Result(), "arrow_left")
        elif place is None:
            self._add_places()
        else:
            self._add_fixes(place)
        if sitting.is_planning:
            sitting.planned.connect(self._planned)

    def _planned(self) -> None:
        self.sitting.tell_anew()

    def _add_places(self) -> None:
        sitting, words = self.sitting, self.words
        catalogue = sitting.city.catalogue
        self.lead = self.say("Touch one to see what would help.")
        wishes = set(sitting.asked.wishes)
        left = sorted(sitting.left_out(), key=lambda each: (each.place not in wishes, catalogue[each.place].tier))
        cards = [
            self.place_card(catalogue[each.place], words.reason(each.reason, catalogue), WhyNot(each.place))
            for each in left
        ]
        self.add_choices(cards, 1, 4 if self.upright else 3, tallest=130)

    def _add_fixes(self, place: PlaceId) -> None:
        sitting, words = self.sitting, self.words
        catalogue, plan = sitting.city.catalogue, sitting.plan
        left = next((each for each in sitting.left_out() if each.place == place), None)
        if left is None or plan is None:
            self.lead = self.say("This is in the trip now.")
            self.add_way_on(self.say("To the trip"), Result(), "arrow_left")
            return
        self.title = words.name(catalogue[place])
        self.picture = picture_file(catalogue[place])
        self.lead = words.reason(left.reason, catalogue)
        cards = [
            self.card(words.fix(fix, plan, catalogue), act=partial(self._apply, place, fix), icon="check")
            for fix in left.fixes
        ]
        cards.append(self.card(self.say("More about it"), act=self.go(Sight(place)), icon="info"))
        if sitting.said:
            self.column.addWidget(label("warning", sitting.said))
        elif sitting.is_planning and not left.fixes:
            self.column.addWidget(label("", self.say("Looking for what would help …")))
        self.add_choices(cards, 1, 4 if self.upright else 3, tallest=130)

    def _apply(self, place: PlaceId, fix: Fix) -> None:
        if not self.sitting.apply(place, fix):
            self.sitting.said = self.say("That no longer works. Plan again.")
            self.sitting.tell_anew()
