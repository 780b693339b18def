"""A task in bare numbers: for each day every way to visit every place, and the minutes between any two places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jz_travel.domain.clock import MINUTE
from jz_travel.domain.places import Place, PlaceId
from jz_travel.planner.beds import beds, open_nights
from jz_travel.planner.comfort import is_a_climb, region, weariness
from jz_travel.planner.cost import of_place
from jz_travel.planner.draft import Lodgings
from jz_travel.planner.frames import Frame
from jz_travel.planner.habits import A_DAY_OUT, stays
from jz_travel.planner.merit import INSISTED, takes_it_easy
from jz_travel.planner.puzzle import A_DAY, capacity_of, clock, loads_of, window
from jz_travel.planner.settle import FOR_A_SHORT_VISIT
from jz_travel.planner.task import Task
from jz_travel.planner.worth import EVERYBODY_COMES, EVERYBODY_IS_IN, fills_up

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
Flags = NDArray[np.bool_]
Ends = tuple[int, int]
Key = tuple[int, Ends, tuple[int, ...]]
"""A day, where it begins and ends, and its visits."""
FANCY = 0.25
"""By so much a visit may be liked more or less than its worth when trips are put together by chance."""
MUCH_MORE = 1.05
MANY = 3_000
"""So many detours are remembered for each day."""


@dataclass(frozen=True, slots=True)
class Row:
    """One way to visit a place on a day: its number, first and last minute to enter at, minutes of the visit, the
    minute to set out at if it is the first of the day, what it brings, and what it takes of what a day can hold.
    """

    place: int
    opens: int
    latest: int
    lasts: int
    sets_out: int
    gain: float
    loads: tuple[int, ...]
    stay: timedelta | None
    starts: timedelta | None


@dataclass(frozen=True, slots=True)
class Legs:
    """Of each way: the minutes, what it costs, and what it costs but for what is only felt."""

    minutes: Whole
    ways: Real
    roads: Real

    def to(self, places: Whole) -> "Legs":
        """From every location (row) to these places."""
        return Legs(self.minutes[:, places], self.ways[:, places], self.roads[:, places])

    def back(self, places: Whole) -> "Legs":
        """To every location (row) from these places."""
        return Legs(self.minutes[places].T.copy(), self.ways[places].T.copy(), self.roads[places].T.copy())


@dataclass(frozen=True, slots=True)
class Detour:
    """The rows that some fancy could make worth going to between two locations. ``each``: what it brings, its number
    and its place; ``to``: the minutes there, ``until_there``: those from entering it until one is at the other
    location, ``roads``: what more it costs on the road, ``least``: the minutes of the shortest way by one of them.
    """

    each: tuple[tuple[float, int, int], ...]
    rows: Whole
    to: Whole
    sets_out: Whole
    opens: Whole
    latest: Whole
    until_there: Whole
    roads: Real
    least: int


class Rows:
    """The ways to visit on one day, one by one and as columns. ``of``: those of each place. ``to`` and ``back``: the
    legs to each and from each.
    """

    def __init__(self, each: tuple[Row, ...], loads: int, legs: Legs) -> None:
        self.each = each
        self.of: dict[int, list[int]] = {}
        for number, row in enumerate(each):
            self.of.setdefault(row.place, []).append(number)
        self.places, self.opens, self.latest = (_whole(row.place for row in each), _whole(row.opens for row in each),
                                                _whole(row.latest for row in each))  # fmt: skip
        self.lasts, self.sets_out = _whole(row.lasts for row in each), _whole(row.sets_out for row in each)
        self.gains = np.array([row.gain for row in each], dtype=np.float64)
        self.loads = np.array([row.loads for row in each], dtype=np.int64).reshape(len(each), loads).T.copy()
        self.to, self.back = legs.to(self.places), legs.back(self.places)
        self.sets_out_first = min((row.sets_out for row in each), default=0)
        self.shorter = [self._shorter(row) for row in each]
        self.longer = [self._longer(number, row) for number, row in enumerate(each)]
        self.least: Real = -FANCY * self.gains
        self._legs, self._detours = legs, dict[tuple[int, int, bool], Detour]()
        self._that_take: dict[tuple[int, ...], Flags] = {}

    def _shorter(self, row: Row) -> int:
        """The number of the shortest visit to the same place at any time at which this one can be."""
        others = [(self.each[number], number) for number in self.of[row.place]]
        able = [
            (each.lasts, -each.gain, n) for each, n in others if each.opens <= row.opens and each.latest >= row.latest
        ]
        return min(able)[2]

    def _longer(self, number: int, row: Row) -> int:
        """The number of the visit to the same place from the same hour on that brings much more; else its own."""
        others = [(self.each[other].gain, other) for other in self.of[row.place] if self.each[other].opens == row.opens]
        gain, other = max(others)
        return other if gain > MUCH_MORE * row.gain else number

    def detour(self, here: int, there: int, busy: bool) -> "Detour":
        """By way of each row from one location to another. ``busy``: one would go there anyway."""
        key = (here, there, busy)
        found = self._detours.get(key)
        if found is None:
            if len(self._detours) >= MANY:
                self._detours.clear()
            way, road = (self._legs.ways[here, there], self._legs.roads[here, there]) if busy else (0.0, 0.0)
            found = self._detours[key] = self._worked_out(here, there, way, road)
        return found

    def _worked_out(self, here: int, there: int, way: float, road: float) -> Detour:
        brings: Real = self.gains - (self.to.ways[here] + self.back.ways[there] - way)
        rows = np.flatnonzero(brings > self.least)
        each = zip(brings[rows].tolist(), rows.tolist(), self.places[rows].tolist(), strict=True)
        to: Whole = self.to.minutes[here, rows]
        until_there: Whole = self.lasts[rows] + self.back.minutes[there, rows]
        return Detour(
            tuple(each),
            rows,
            to,
            self.sets_out[rows],
            self.opens[rows],
            self.latest[rows],
            until_there,
            self.to.roads[here, rows] + self.back.roads[there, rows] - road,
            int(np.min(to + until_there, initial=A_DAY)),
        )

    def that_take(self, left: tuple[int, ...]) -> Flags:
        """The rows for which there is still enough of what a day can hold."""
        found = self._that_take.get(left)
        if found is None:
            most = np.array(left, dtype=np.int64)[:, None]
            found = self._that_take[left] = np.all(self.loads <= most, axis=0)
        return found


def _whole(numbers: Iterable[int]) -> Whole:
    return np.fromiter(numbers, dtype=np.int64)


class Field:
    """``days``: None where nothing may change. Places come first, then every bed and the ends of the trip, then
    nowhere, from where no way is long. ``ways``: what each way costs; ``roads``: that without what is only felt.
    ``in_fact_not``: days that work by these numbers, but not by the real schedule; ``not_put``: by day, the positions
    and rows that would make one of those of it.
    """

    def __init__(self, task: Task) -> None:
        self.task = task
        self.places = tuple(task.candidates.values())
        self.number = {place.id: number for number, place in enumerate(self.places)}
        self.open_nights = open_nights(task)
        self.beds = beds(task) if self.open_nights else ()
        request = task.request
        ends = dict.fromkeys((*self.beds, *request.lodging, request.arrival, request.ends_at, *self._old_beds()))
        ends.pop(None, None)
        self.locations: tuple[PlaceId | None, ...] = (*self.number, *ends, None)
        self.location = {end: len(self.number) + number for number, end in enumerate((*ends, None))}
        modes = dict.fromkeys(frame.mode for frame in task.frames)
        tables = {mode: self._tables(mode) for mode in modes}
        self.minutes = [tables[frame.mode][0] for frame in task.frames]
        self.roads = [tables[frame.mode][1] for frame in task.frames]
        last = len(task.frames) - 1
        felt = {mode: (roads, ways) for mode, (_, roads, ways) in tables.items()}
        nights = [(frame.mode, day < last) for day, frame in enumerate(task.frames)]
        self.ways = [felt[mode][night] for mode, night in nights]
        lists = {mode: [table.tolist() for table in found] for mode, found in tables.items()}
        self.minute_lists: list[list[list[int]]] = [lists[frame.mode][0] for frame in task.frames]
        self.road_lists: list[list[list[float]]] = [lists[frame.mode][1] for frame in task.frames]
        self.way_lists: list[list[list[float]]] = [lists[mode][1 + night] for mode, night in nights]
        self.capacity = capacity_of(task)
        self.days = [None if self.is_fixed(day) else self._rows(day) for day in range(len(task.frames))]
        self.closes = [clock(frame.ends_by, frame, request.lunch) for frame in task.frames]
        self.clashes = tuple(tuple(sorted(self._clashing(place))) for place in self.places)
        self.own_price, self.area_price, self.area = self._prices()
        catalogue, easy = task.world.catalogue, takes_it_easy(task)
        self.regions = [region(place, catalogue) for place in self.places]
        self.climbs = [easy and is_a_climb(place, catalogue) for place in self.places]
        self.in_fact_not: set[Key] = set()
        self.not_put: dict[Key, set[tuple[int, int]]] = {}

    def is_fixed(self, day: int) -> bool:
        """Whether the visitor locked the day or something in it, or it has no time."""
        frame = self.task.frames[day]
        return frame.locked or frame.none or bool(self.task.kept[day])

    def ends(self, lodgings: Lodgings) -> list[tuple[int, int]]:
        """Where each day begins and ends."""
        request = self.task.request
        home = lodgings[0] if lodgings else request.lodging_of(0)
        starts = (request.arrival or home, *lodgings)
        ends = (*lodgings, request.ends_at or (lodgings[-1] if lodgings else home))
        return [(self.location[one], self.location[other]) for one, other in zip(starts, ends, strict=True)]

    def _old_beds(self) -> Iterator[PlaceId | None]:
        if self.task.current is not None:
            yield from (day.lodging for day in self.task.current.days)

    def _tables(self, mode: Any) -> tuple[Whole, Real, Real]:
        """The minutes, what they cost, and what they cost where the day ends in bed."""
        both = np.array(self.task.quick.ways.table(self.locations, mode), dtype=np.int64)
        felt = both[:, :, 0].astype(np.float64)
        roads, way = felt * self.task.habit.way, self.task.habit.way
        for number, place in enumerate(self.places):
            beds_ = felt[number, len(self.places) :]
            beds_ += [weariness(place, int(minutes)) for minutes in beds_]
        return both[:, :, 1].copy(), roads, felt * way

    def _rows(self, day: int) -> Rows:
        task, frame, found = self.task, self.task.frames[day], list[Row]()
        prompt = replace(frame, earliest=frame.starts)  # getting up early is reckoned with by setting out early
        for number, place in enumerate(self.places):
            pin, insisted = task.pin(place.id), place.id in task.insisted
            if pin is not None and pin.day - 1 != day:
                continue
            starts = pin.starts if pin else None
            for stay in dict.fromkeys(stays(place, task.request.pace, insisted)):
                gain = task.points_on(place.id, day, stay) - task.habit.stop + (INSISTED if insisted else 0)
                if gain > 0 and (times := list(self._times(place, stay, prompt, frame, starts))):
                    length, loads = None if stay == place.visit.usual else stay, loads_of(place, stay, frame, task)
                    for opens, latest, lasts, out, queues in times:
                        brings = gain - (task.queuing(place, day, stay) if queues else 0)
                        found.append(Row(number, opens, latest, lasts, out, float(brings), loads, length, starts))
        legs = Legs(self.minutes[day], self.ways[day], self.roads[day])
        return Rows(tuple(found), len(self.capacity), legs)

    def _times(
        self, place: Place, stay: timedelta, prompt: Frame, frame: Frame, starts: timedelta | None
    ) -> Iterator[tuple[int, int, int, int, bool]]:
        """The first and last minute to enter at, minutes of the visit, when to set out, and whether one comes with
        everybody else.
        """
        insisted, lunch = place.id in self.task.insisted, self.task.request.lunch
        earliest = min(frame.earliest, frame.starts)
        if stay < A_DAY_OUT and not insisted:
            earliest = max(earliest, frame.starts - FOR_A_SHORT_VISIT)
        for interval in place.hours.on(frame.date):
            times = window(place, interval, stay, prompt, starts, insisted, lunch)
            if times is not None:
                out, (opens, latest, lasts) = earliest // MINUTE, times
                queues = bool(frame.load) and fills_up(place)
                yield opens, latest, lasts, out, queues
                early, late = (clock(each, frame, lunch) for each in (EVERYBODY_COMES, EVERYBODY_IS_IN))
                if queues and opens <= early:
                    yield opens, min(latest, early), lasts, out, False
                if queues and latest >= late:
                    yield max(opens, late), latest, lasts, out, False

    def _clashing(self, place: Place) -> set[int]:
        """The place itself, the area around it and the sights inside it: who sees the one does not see the other."""
        insisted, areas = self.task.insisted, self.task.areas
        others = [*areas.get(place.id, ()), *([place.area] if place.area and place.area in areas else [])]
        return {self.number[place.id], *(self.number[each] for each in others if not {place.id, each} <= insisted)}

    def _prices(self) -> tuple[list[float], list[float], list[int]]:
        """What each place costs, what the area around it costs, and the number of that area, or -1."""
        catalogue, party, date = self.task.world.catalogue, self.task.request.party, self.task.frames[0].date
        own, around, areas = [], [], []
        names: dict[PlaceId, int] = {}
        for place in self.places:
            area = catalogue.area_of(place)
            own.append(of_place(place, party, date).yuan)
            around.append(of_place(area, party, date).yuan if area else 0.0)
            areas.append(names.setdefault(area.id, len(names)) if area else -1)
        return own, around, areas
