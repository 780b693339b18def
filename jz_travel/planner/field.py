"""A task in bare numbers: for each day every way to visit every place, and the minutes between any two places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jz_travel.domain.places import Place, PlaceId
from jz_travel.planner.beds import beds, open_nights
from jz_travel.planner.cost import of_place
from jz_travel.planner.draft import Lodgings
from jz_travel.planner.frames import Frame
from jz_travel.planner.habits import A_DAY_OUT, stays
from jz_travel.planner.merit import INSISTED
from jz_travel.planner.puzzle import capacity_of, clock, loads_of, window
from jz_travel.planner.settle import FOR_A_SHORT_VISIT
from jz_travel.planner.task import Task

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
Flags = NDArray[np.bool_]


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


class Rows:
    """The ways to visit on one day, one by one and as columns. ``of``: those of each place."""

    def __init__(self, each: tuple[Row, ...], loads: int) -> None:
        self.each = each
        self.of: dict[int, list[int]] = {}
        for number, row in enumerate(each):
            self.of.setdefault(row.place, []).append(number)
        self.places, self.opens, self.latest = (_whole(row.place for row in each), _whole(row.opens for row in each),
                                                _whole(row.latest for row in each))  # fmt: skip
        self.lasts, self.sets_out = _whole(row.lasts for row in each), _whole(row.sets_out for row in each)
        self.gains = np.array([row.gain for row in each], dtype=np.float64)
        self.loads = [_whole(row.loads[number] for row in each) for number in range(loads)]
        self.heaviest = [int(load.max(initial=0)) for load in self.loads]


def _whole(numbers: Iterable[int]) -> Whole:
    return np.fromiter(numbers, dtype=np.int64)


class Field:
    """``days``: None where nothing may change. Places come first, then every bed and the ends of the trip, then
    nowhere, from where no way is long.
    """

    def __init__(self, task: Task) -> None:
        self.task = task
        self.places = tuple(task.candidates.values())
        self.number = {place.id: number for number, place in enumerate(self.places)}
        self.open_nights = open_nights(task)
        self.beds = beds(task) if self.open_nights else ()
        request = task.request
        ends = dict.fromkeys((*self.beds, *request.lodging, request.arrival, request.ends_at, *self._old_beds()))
        self.locations: tuple[PlaceId | None, ...] = (
            *self.number,
            *(end for end in ends if end is not None and end not in self.number),
            None,
        )
        self.location = {place: number for number, place in enumerate(self.locations)}
        modes = dict.fromkeys(frame.mode for frame in task.frames)
        tables = {mode: self._tables(mode) for mode in modes}
        self.minutes = [tables[frame.mode][0] for frame in task.frames]
        self.ways = [tables[frame.mode][1] for frame in task.frames]
        lists = {mode: (minutes.tolist(), ways.tolist()) for mode, (minutes, ways) in tables.items()}
        self.minute_lists: list[list[list[int]]] = [lists[frame.mode][0] for frame in task.frames]
        self.way_lists: list[list[list[float]]] = [lists[frame.mode][1] for frame in task.frames]
        self.capacity = capacity_of(task)
        self.all_allowed: Flags = np.ones(len(self.places), dtype=np.bool_)
        self.days = [None if self.is_fixed(day) else self._rows(day) for day in range(len(task.frames))]
        self.closes = [clock(frame.ends_by, frame, request.lunch) for frame in task.frames]
        self.clashes = tuple(np.array(sorted(self._clashing(place)), dtype=np.int64) for place in self.places)
        self.own_price, self.area_price, self.area = self._prices()

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

    def _tables(self, mode: Any) -> tuple[Whole, Real]:
        way = self.task.quick.way
        known = [[way(one, other, mode) for other in self.locations] for one in self.locations]
        both = np.array(known, dtype=np.int64)
        return both[:, :, 1].copy(), (both[:, :, 0] * self.task.habit.way).astype(np.float64)

    def _rows(self, day: int) -> Rows:
        task, frame, found = self.task, self.task.frames[day], list[Row]()
        for number, place in enumerate(self.places):
            pin, insisted = task.pin(place.id), place.id in task.insisted
            if pin is not None and pin.day - 1 != day:
                continue
            starts = pin.starts if pin else None
            for stay in dict.fromkeys(stays(place, task.request.pace, insisted)):
                gain = task.points_on(place.id, day, stay) - task.habit.stop + (INSISTED if insisted else 0)
                length, loads = None if stay == place.visit.usual else stay, loads_of(place, stay, frame, task)
                if gain > 0:
                    times = self._times(place, stay, frame, starts)
                    found += [Row(number, *each, float(gain), loads, length, starts) for each in times]
        return Rows(tuple(found), len(self.capacity))

    def _times(
        self, place: Place, stay: timedelta, frame: Frame, starts: timedelta | None
    ) -> Iterator[tuple[int, int, int, int]]:
        insisted, lunch = place.id in self.task.insisted, self.task.request.lunch
        earliest = min(frame.earliest, frame.starts)
        if stay < A_DAY_OUT and not insisted:
            earliest = max(earliest, frame.starts - FOR_A_SHORT_VISIT)
        prompt = replace(frame, earliest=frame.starts)  # getting up early is reckoned with by setting out early
        for interval in place.hours.on(frame.date):
            times = window(place, interval, stay, prompt, starts, insisted, lunch)
            if times is not None:
                yield (*times, clock(earliest, frame, lunch))

    def _clashing(self, place: Place) -> set[int]:
        """The place itself, the area around it and the sights inside it: who sees the one does not see the other."""
        insisted, found = self.task.insisted, {self.number[place.id]}
        others = [each for each in self.places if place.area == each.id or each.area == place.id]
        return found | {self.number[each.id] for each in others if not {place.id, each.id} <= insisted}

    def _prices(self) -> tuple[Real, Real, Whole]:
        """What each place costs, what the area around it costs, and the number of that area, or -1."""
        catalogue, party, date = self.task.world.catalogue, self.task.request.party, self.task.frames[0].date
        own, around, areas = [], [], []
        names: dict[PlaceId, int] = {}
        for place in self.places:
            area = catalogue.area_of(place)
            own.append(of_place(place, party, date).yuan)
            around.append(of_place(area, party, date).yuan if area else 0.0)
            areas.append(names.setdefault(area.id, len(names)) if area else -1)
        return np.array(own), np.array(around), np.array(areas, dtype=np.int64)
