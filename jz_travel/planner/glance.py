"""One look at a day in bare numbers: what it is worth, whether it works, and what each visit more would bring."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import sub

import numpy as np

from jz_travel.domain.clock import MINUTE
from jz_travel.domain.trip import MOST_STOPS_A_DAY
from jz_travel.planner.field import Ends, Field, Flags, Row, Rows

Put = tuple[float, int, int, int]
Times = tuple[list[int], list[int]]


@dataclass(frozen=True, slots=True)
class Look:
    """A day with certain visits. ``puts``: what each visit more would bring, its best position, its row and its place,
    what brings most first; without those that no fancy could make worth their way. ``of``: the best visit
    to each place.
    """

    value: float
    works: bool
    puts: tuple[Put, ...] = ()
    of: Mapping[int, Put] = field(default_factory=dict)


def look_at(field: Field, day: int, ends: Ends, stops: tuple[int, ...]) -> Look:
    """The day with the visits of these rows."""
    rows = field.days[day]
    assert rows is not None
    return _Glance(field, day, rows, ends, stops).look()


def value_of(field: Field, day: int, ends: Ends, stops: tuple[int, ...]) -> float | None:
    """What the day is worth; None if it does not work."""
    rows = field.days[day]
    assert rows is not None
    return _Glance(field, day, rows, ends, stops).value()


class _Glance:
    def __init__(self, field: Field, day: int, rows: Rows, ends: Ends, stops: tuple[int, ...]) -> None:
        self._field, self._day, self._rows, self._ends = field, day, rows, ends
        self._key = (day, ends, stops)
        self._visits = [rows.each[row] for row in stops]
        self._stops = [visit.place for visit in self._visits]
        driving, self._room = field.task.request.driving, float("inf")
        if driving is not None:
            road = self._sum(field.road_lists[day])
            self._room = driving / MINUTE * field.task.habit.way - road + 1e-6

    def look(self) -> Look:
        value, times, left = self._value(), self._times(), self._left()
        works = times is not None and min(left) >= 0 and self._room >= 0 and self._key not in self._field.in_fact_not
        if works and times and self._rows.each and len(self._visits) < MOST_STOPS_A_DAY:
            puts = self._puts(self._rows.that_take(left), *times)
            return Look(value, works, puts, {put[3]: put for put in reversed(puts)})
        return Look(value, works)

    def value(self) -> float | None:
        works = self._room >= 0 and min(self._left()) >= 0 and self._times() is not None
        works = works and self._key not in self._field.in_fact_not
        return self._value() if works else None

    def _value(self) -> float:
        return sum(visit.gain for visit in self._visits) - self._sum(self._field.way_lists[self._day])

    def _sum(self, ways: list[list[float]]) -> float:
        """What the ways of the day cost."""
        (here, end), found = self._ends, 0.0
        for place in self._stops:
            found, here = found + ways[here][place], place
        return found + ways[here][end] if self._stops else 0.0

    def _times(self) -> Times | None:
        """For each visit the minute one leaves, and the last minute to come that leaves the rest possible; None if the
        day does not work.
        """
        minutes, closes, visits = self._field.minute_lists[self._day], self._field.closes[self._day], self._visits
        (here, there), leaves, now = self._ends, list[int](), visits[0].sets_out if visits else 0
        for visit in visits:
            now = max(now + minutes[here][visit.place], visit.opens)
            if now > visit.latest:
                return None
            now, here = now + visit.lasts, visit.place
            leaves.append(now)
        if visits and now + minutes[here][there] > closes:
            return None
        return leaves, self._latest(visits, minutes, there, closes)

    def _latest(self, visits: list[Row], minutes: list[list[int]], there: int, last: int) -> list[int]:
        latest = list[int]()
        for visit in reversed(visits):
            last = min(visit.latest, last - minutes[visit.place][there] - visit.lasts)
            latest.append(last)
            there = visit.place
        latest.reverse()
        return latest

    def _left(self) -> tuple[int, ...]:
        """What the day can hold besides its visits, its hours left aside."""
        left = self._field.capacity
        for visit in self._visits:
            left = tuple(map(sub, left, visit.loads))
        return left

    def _puts(self, holds: Flags, leaves: list[int], latest: list[int]) -> tuple[Put, ...]:
        """What each row brings at its best position."""
        rows, best, never = self._rows, dict[int, Put](), self._field.not_put.get(self._key, ())
        stops, times = [self._ends[0], *self._stops, self._ends[1]], [rows.sets_out_first, *leaves]
        for gap, ends in enumerate((*latest, self._field.closes[self._day]) if holds.any() else ()):
            detour = rows.detour(stops[gap], stops[gap + 1], bool(self._stops))
            if times[gap] + detour.least > ends:
                continue
            enters = detour.to + (times[gap] if gap else detour.sets_out)
            np.maximum(enters, detour.opens, out=enters)
            fits: Flags = enters <= np.minimum(detour.latest, ends - detour.until_there)
            fits &= holds[detour.rows]
            if self._room < float("inf"):
                fits &= detour.roads <= self._room
            for number in fits.nonzero()[0].tolist():
                brings, row, place = detour.each[number]
                if (row not in best or brings > best[row][0]) and (gap, row) not in never:
                    best[row] = brings, gap, row, place
        return tuple(sorted(best.values(), key=lambda put: (-put[0], put[2])))
