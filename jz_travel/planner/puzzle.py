"""The task as the optimiser's puzzle of bare numbers, and its answer as visits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from jz_travel.domain.clock import MINUTE, hours
from jz_travel.domain.opening import Interval
from jz_travel.domain.places import Place, PlaceId
from jz_travel.domain.timetable import LUNCH_FROM, LUNCH_LASTS, LUNCH_UNTIL, STAY_WITH_LUNCH
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import Stop, Trip
from jz_travel.planner import engine
from jz_travel.planner.chosen import Chosen
from jz_travel.planner.comfort import is_for_the_evening, over_by
from jz_travel.planner.draft import Lodgings
from jz_travel.planner.frames import Frame
from jz_travel.planner.habits import A_DAY_OUT, ALIKE, BESIDE_A_DAY_OUT, DINNER_FROM, DINNER_LASTS, stays
from jz_travel.planner.task import Task

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
    """The problem in numbers, and for each wish and option of it the way it stands for."""

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


def puzzle(task: Task, places: Iterable[Place], lodgings: Lodgings) -> Puzzle:
    """Kept stops as wishes that must be fulfilled, then the places in their order; locked days are left out."""
    maker = _Maker(task, lodgings)
    for index, stops in enumerate(task.kept):
        if not task.frames[index].locked:
            for stop in stops:
                maker.keep(stop, index)
    for place in places:
        maker.wish(place)
    return maker.puzzle()


class _Maker:
    def __init__(self, task: Task, lodgings: Lodgings) -> None:
        self._task = task
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
        self._add(stop.place, [(day, visit, option) for option in self._options(known, day, frame, visit)], must=True)

    def wish(self, place: Place) -> None:
        self._add(place.id, tuple(self._ways_of(place)), must=place.id in self._task.insisted)

    def _ways_of(self, place: Place) -> Iterator[tuple[int, Chosen, engine.Option]]:
        task = self._task
        pin = task.pin(place.id)
        for day, frame in enumerate(task.frames):
            if frame.none or frame.locked or (pin and pin.day - 1 != day):
                continue
            for stay in stays(place, task.request.pace, place.id in task.insisted):
                visit = Chosen(place.id, None if stay == place.visit.usual else stay, pin.starts if pin else None)
                for option in self._options(place, day, frame, visit):
                    yield day, visit, option

    def _add(self, place: PlaceId, found: Sequence[tuple[int, Chosen, engine.Option]], must: bool) -> None:
        if found:
            row = self._row(place)
            self._wishes.append(engine.Wish(tuple(option.at(row) for _, _, option in found), must))
            self._ways.append(tuple(Way(day, visit) for day, visit, _ in found))

    def _options(self, place: Place, day: int, frame: Frame, visit: Chosen) -> Iterable[engine.Option]:
        stay = visit.stay or place.visit.usual
        points = self._task.points_on(place.id, day, stay) - self._task.habit.stop
        loads = loads_of(place, stay, frame, self._task)
        for interval in place.hours.on(frame.date):
            insisted = place.id in self._task.insisted
            found = window(place, interval, stay, frame, visit.starts, insisted, self._task.request.lunch)
            if found is not None:
                first, last, lasts = found
                yield engine.Option(0, day * A_DAY + first, day * A_DAY + last, lasts, max(1, points), loads)

    def puzzle(self) -> Puzzle:
        task, habit = self._task, self._task.habit
        driving, lunch = task.request.driving, task.request.lunch
        capacity = capacity_of(task)
        days = []
        for number, (frame, (start, end)) in enumerate(zip(task.frames, self._ends, strict=True)):
            opens, closes = (
                number * A_DAY + frame.starts // MINUTE,  # lunch is still to come
                number * A_DAY + clock(frame.ends_by, frame, lunch),
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
        return Puzzle(engine.Problem(tuple(self._wishes), tuple(days), legs, habit.way), tuple(self._ways))

    def _legs(self, mode: Mode) -> engine.Legs:
        ways = self._task.quick.ways.table(tuple(self._rows), mode)
        durations = tuple(tuple(careful for _, careful in row) for row in ways)
        return engine.Legs(durations, tuple(tuple(planned for planned, _ in row) for row in ways))


def loads_of(place: Place, stay: timedelta, frame: Frame, task: Task) -> tuple[int, ...]:
    """How much of what a day can hold a visit takes up."""
    insisted, habit = place.id in task.insisted, task.habit
    alike = [int(not insisted and not place.area and place.kind in kinds) for kinds in ALIKE.values()]
    outdoors = stay // MINUTE if place.outdoor else 0
    if insisted or is_for_the_evening(place, frame):
        return (*alike, int(not insisted), outdoors, 0)
    one = max(1, habit.sights - BESIDE_A_DAY_OUT) if stay >= A_DAY_OUT else 1
    return (*alike, one, outdoors, min(stay, habit.visiting) // MINUTE)


def capacity_of(task: Task) -> tuple[int, ...]:
    """What a day can hold, in the order of the loads."""
    habit, on_foot = task.habit, task.request.on_foot
    outdoors = on_foot // MINUTE if on_foot is not None else A_DAY
    return (*(habit.alike for _ in ALIKE), habit.sights, outdoors, habit.visiting // MINUTE)


def window(
    place: Place,
    interval: Interval,
    stay: timedelta,
    frame: Frame,
    starts: timedelta | None,
    insisted: bool,
    lunch: bool,
) -> tuple[int, int, int] | None:
    """The first and last minute to begin at and how long it takes, on the clock without lunch; None if never."""
    opens, closes, dinner = interval.opens, interval.closes, timedelta()
    if is_for_the_evening(place, frame):
        dinner = DINNER_LASTS
        opens = max(opens - dinner, DINNER_FROM)
    elif starts is None and not insisted:
        closes = min(closes, over_by(place, stay, interval, frame))
    if place.outdoor:
        opens, closes = max(opens, frame.sunrise), min(closes, frame.sunset)
    spared = LUNCH_LASTS if lunch and stay >= STAY_WITH_LUNCH and opens < LUNCH_AT < closes else timedelta()
    if stay >= A_DAY_OUT:
        spared += max(frame.starts - frame.earliest, timedelta())
    lasts = max(MINUTE, stay + dinner - spared) // MINUTE
    first = clock(opens, frame, lunch)
    last = min(
        clock(interval.last_entry - dinner, frame, lunch),
        clock(closes, frame, lunch) - (stay + dinner - spared) // MINUTE,
    )
    if stands_still(frame, lunch) and stay < STAY_WITH_LUNCH and not dinner:
        first, last, lasts = _around_lunch(first, last, lasts, Interval(opens, closes, interval.last_entry), stay)
    if starts is not None:
        first, last = max(first, clock(starts, frame, lunch)), min(last, clock(starts, frame, lunch))
    return (first, last, lasts) if first <= last else None


def _around_lunch(first: int, last: int, lasts: int, open_: Interval, stay: timedelta) -> tuple[int, int, int]:
    """The same for whoever has lunch after the visit, or well before it, where the clock leaves no time for that."""
    latest = min(open_.last_entry, open_.closes - stay)
    before_lunch = min(latest, LUNCH_UNTIL - stay)
    if before_lunch >= open_.opens:
        wait = max(timedelta(), open_.opens - LUNCH_AT) // MINUTE if last < first else 0
        return first, max(last, min(before_lunch, LUNCH_AT) // MINUTE), lasts + wait
    fed = max(open_.opens, LUNCH_FROM + LUNCH_LASTS)
    if last < first and fed <= latest:
        return (fed - LUNCH_LASTS) // MINUTE, (latest - LUNCH_LASTS) // MINUTE, lasts
    return first, last, lasts


def stands_still(frame: Frame, lunch: bool) -> bool:
    """Whether the clock stops for lunch on this day."""
    return lunch and frame.starts < LUNCH_UNTIL <= frame.ends_by


def clock(time: timedelta, frame: Frame, lunch: bool) -> int:
    """Minutes since midnight on a clock that stands still while one has lunch."""
    if time <= LUNCH_AT or not stands_still(frame, lunch):
        return time // MINUTE
    return max(LUNCH_AT, time - LUNCH_LASTS) // MINUTE
