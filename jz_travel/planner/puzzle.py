"""The task as the optimiser's puzzle of bare numbers, and its answer as visits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from jz_travel.domain.clock import MINUTE, hours
from jz_travel.domain.opening import Interval
from jz_travel.domain.places import Place, PlaceId
from jz_travel.domain.timetable import LUNCH_LASTS, LUNCH_UNTIL, STAY_WITH_LUNCH
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import Stop, Trip
from jz_travel.planner import engine
from jz_travel.planner.draft import Chosen, Lodgings
from jz_travel.planner.frames import Frame
from jz_travel.planner.habits import A_DAY_OUT, ALIKE, DINNER_FROM, DINNER_LASTS, stays
from jz_travel.planner.judge import is_for_the_evening
from jz_travel.planner.task import Task
from jz_travel.planner.world import careful

A_DAY = 1440
LUNCH_AT = hours(12, 15)
"""The clock of the puzzle stands still for lunch from here, so that every plan has room for it."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to fulfil a wish: on this day, for so long."""

    day: int
    visit: Chosen


@dataclass(frozen=True)
class Puzzle:
    problem: engine.Problem
    ways: tuple[tuple[Way, ...], ...]

    def visits(self, plan: engine.Plan) -> list[list[Chosen]]:
        return [[self.ways[taken.wish][taken.option].visit for taken in day.visits] for day in plan.days]


def warm(puzzle_: Puzzle, trip: Trip) -> list[list[tuple[int, int]]]:
    """The visits of a trip in the numbers of a puzzle, day by day; what the puzzle does not know is left out."""
    numbers: dict[tuple[int, PlaceId, timedelta | None], tuple[int, int]] = {}
    for wish, ways in enumerate(puzzle_.ways):
        for option, way in enumerate(ways):
            numbers.setdefault((way.day, way.visit.place, way.visit.stay), (wish, option))
    keys = [[numbers.get((index, stop.place, stop.stay)) for stop in day.stops] for index, day in enumerate(trip.days)]
    return [[key for key in day if key is not None] for day in keys]


def puzzle(task: Task, places: Iterable[Place], lodgings: Lodgings, discount: float = 0.0) -> Puzzle:
    """``discount``: the points that a yuan costs, to keep within a budget."""
    maker = _Maker(task, lodgings, discount)
    for index, stops in enumerate(task.kept):
        if not task.frames[index].locked:
            for stop in stops:
                maker.keep(stop, index)
    for place in places:
        maker.wish(place)
    return maker.puzzle()


class _Maker:
    def __init__(self, task: Task, lodgings: Lodgings, discount: float) -> None:
        self._task, self._lodgings, self._discount = task, lodgings, discount
        self._rows: dict[PlaceId | None, int] = {}
        self._wishes: list[engine.Wish] = []
        self._ways: list[tuple[Way, ...]] = []
        self._modes: list[Mode] = list(dict.fromkeys(frame.mode for frame in task.frames))
        request = task.request
        home = lodgings[0] if lodgings else request.lodging_of(0)
        starts = (request.arrival or home, *lodgings)
        ends = (*lodgings, request.ends_at or (lodgings[-1] if lodgings else home))
        self._ends = list(zip(starts, ends, strict=True))

    def _row(self, place: PlaceId | None) -> int:
        return self._rows.setdefault(place, len(self._rows))

    def keep(self, stop: Stop, day: int) -> None:
        """A locked stop: on its day, at its time, for its stay."""
        known = self._task.world.catalogue.get(stop.place)
        if known is None:
            return
        frame = self._task.frames[day]
        visit = Chosen(stop.place, stop.stay, stop.starts)
        self._add(stop.place, [(day, option, visit) for option in self._options(known, day, frame, visit)], must=True)

    def wish(self, place: Place) -> None:
        task = self._task
        pin = task.pin(place.id)
        found = []
        for day, frame in enumerate(task.frames):
            if frame.none or frame.locked or (pin and pin.day - 1 != day):
                continue
            for stay in stays(place, task.request.pace, place.id in task.insisted):
                visit = Chosen(place.id, None if stay == place.visit.usual else stay, pin.starts if pin else None)
                found += [(day, option, visit) for option in self._options(place, day, frame, visit)]
        self._add(place.id, found, must=place.id in task.insisted)

    def _add(self, place: PlaceId, found: list[tuple[int, engine.Option, Chosen]], must: bool) -> None:
        if found:
            self._row(place)
            self._wishes.append(engine.Wish(tuple(option for _, option, _ in found), must))
            self._ways.append(tuple(Way(day, visit) for day, _, visit in found))

    def _options(self, place: Place, day: int, frame: Frame, visit: Chosen) -> Iterable[engine.Option]:
        stay = visit.stay or place.visit.usual
        points = self._task.points_on(place.id, day, stay) - self._task.habit.stop
        loads = self._loads(place, stay)
        for interval in place.hours.on(frame.date):
            window = _window(place, interval, stay, frame, visit.starts)
            if window is not None:
                first, last, lasts = window
                yield engine.Option(
                    self._row(place.id), day * A_DAY + first, day * A_DAY + last, lasts, max(1, points), loads
                )

    def _loads(self, place: Place, stay: timedelta) -> tuple[int, ...]:
        insisted = place.id in self._task.insisted
        alike = [int(not insisted and not place.area and place.kind in kinds) for kinds in ALIKE.values()]
        outdoors = stay // MINUTE if place.outdoor else 0
        return (*alike, int(not insisted), outdoors)

    def puzzle(self) -> Puzzle:
        task, habit = self._task, self._task.habit
        on_foot = task.request.on_foot
        driving = task.request.driving
        capacity = (*(habit.alike for _ in ALIKE), habit.sights, on_foot // MINUTE if on_foot is not None else A_DAY)
        days = []
        for number, (frame, (start, end)) in enumerate(zip(task.frames, self._ends, strict=True)):
            opens, closes = (
                number * A_DAY + _squeezed(frame.starts, frame),
                number * A_DAY + _squeezed(frame.ends_by, frame),
            )
            if frame.none or frame.locked:
                closes = opens
            days.append(
                engine.Day(
                    self._row(start),
                    self._row(end),
                    opens,
                    closes,
                    capacity,
                    farthest=None if driving is None else driving // MINUTE,
                    legs=self._modes.index(frame.mode),
                )
            )
        legs = tuple(self._legs(mode) for mode in self._modes)
        return Puzzle(engine.Problem(tuple(self._wishes), tuple(days), legs), tuple(self._ways))

    def _legs(self, mode: Mode) -> engine.Legs:
        share, travel, catalogue = self._task.habit.buffer, self._task.world.travel, self._task.world.catalogue
        durations, distances = [], []
        for here in self._rows:
            known = here is not None and here in catalogue
            legs = [
                travel.leg(here, there, mode) if known and here is not None and there in catalogue and there else None
                for there in self._rows
            ]
            durations.append(tuple(careful(leg, share) // MINUTE if leg else 0 for leg in legs))
            distances.append(tuple(leg.lasts // MINUTE if leg else 0 for leg in legs))
        return engine.Legs(tuple(durations), tuple(distances))


def _window(
    place: Place, interval: Interval, stay: timedelta, frame: Frame, starts: timedelta | None
) -> tuple[int, int, int] | None:
    """The first and last minute to begin at and how long it takes, on the clock without lunch; None if never."""
    opens, closes, dinner = interval.opens, interval.closes, timedelta()
    if is_for_the_evening(place, frame):
        dinner = DINNER_LASTS
        opens = max(opens - dinner, DINNER_FROM)
    elif starts is None:
        closes = min(closes, frame.evening)
    if place.outdoor:
        opens, closes = max(opens, frame.sunrise), min(closes, frame.sunset)
    spared = LUNCH_LASTS if stay >= STAY_WITH_LUNCH and opens < LUNCH_AT < closes else timedelta()
    if stay >= A_DAY_OUT:
        spared += max(frame.starts - frame.earliest, timedelta())
    lasts = max(MINUTE, stay + dinner - spared) // MINUTE
    first = _squeezed(opens, frame)
    last = min(
        _squeezed(interval.last_entry - dinner, frame), _squeezed(closes, frame) - (stay + dinner - spared) // MINUTE
    )
    if starts is not None:
        first, last = max(first, _squeezed(starts, frame)), min(last, _squeezed(starts, frame))
    return (first, last, lasts) if first <= last else None


def _squeezed(time: timedelta, frame: Frame) -> int:
    """Minutes since midnight on a clock that stands still while one has lunch."""
    if frame.starts > LUNCH_UNTIL or frame.ends_by < LUNCH_UNTIL or time <= LUNCH_AT:
        return time // MINUTE
    return max(LUNCH_AT, time - LUNCH_LASTS) // MINUTE
