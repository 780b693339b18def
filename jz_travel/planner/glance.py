"""One look at a day in bare numbers: what it is worth, whether it works, and what each visit more would bring."""

from dataclasses import dataclass
from operator import sub

import numpy as np

from jz_travel.domain.clock import MINUTE
from jz_travel.domain.trip import MOST_STOPS_A_DAY
from jz_travel.planner.field import Field, Flags, Real, Row, Rows, Whole

NEVER = -1e15
Put = tuple[float, int, int, int]
Ends = tuple[int, int]
Times = tuple[list[int], list[int]]


@dataclass(frozen=True, slots=True)
class Look:
    """A day with certain visits. ``puts``: what each visit more would bring, its best position, its row and its place,
    what brings most first; without those that no fancy could make worth their way.
    """

    value: float
    works: bool
    puts: tuple[Put, ...] = ()


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
        self._visits = [rows.each[row] for row in stops]
        self._stops = [visit.place for visit in self._visits]
        driving, self._room = field.task.request.driving, float("inf")
        if driving is not None:
            road = self._sum(field.road_lists[day])
            self._room = driving / MINUTE * field.task.habit.way - road + 1e-6

    def look(self) -> Look:
        value, times, left = self._value(), self._times(), self._left()
        works = times is not None and min(left) >= 0 and self._room >= 0
        if works and times and self._rows.each and len(self._visits) < MOST_STOPS_A_DAY:
            return Look(value, works, self._puts(self._rows.that_take(left), *times))
        return Look(value, works)

    def value(self) -> float | None:
        works = self._room >= 0 and min(self._left()) >= 0 and self._times() is not None
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
        rows, field, day = self._rows, self._field, self._day
        stops, times = [self._ends[0], *self._stops, self._ends[1]], [rows.sets_out_first, *leaves]
        gaps = []
        for gap, (leaves_at, ends) in enumerate(zip(times, [*latest, field.closes[day]], strict=True)):
            detour = rows.detour(stops[gap], stops[gap + 1], bool(self._stops))
            if leaves_at + detour.least <= ends:
                gaps.append((gap, detour, leaves_at, ends))
        if not gaps or not holds.any():
            return ()
        numbers, detours, leave, limits = zip(*gaps, strict=True)
        here = [stops[gap] for gap in numbers]
        enters: Whole = rows.to.minutes[here]
        enters += np.array(leave)[:, None]
        if not numbers[0]:
            enters[0] += rows.sets_out - rows.sets_out_first
        np.maximum(enters, rows.opens, out=enters)
        fits: Flags = enters <= rows.latest
        enters += np.array([detour.until_there for detour in detours])
        fits &= enters <= np.array(limits)[:, None]
        if self._room < float("inf"):
            fits &= np.array([detour.roads for detour in detours]) <= self._room
        each: Real = np.where(fits, np.array([detour.brings for detour in detours]), NEVER)
        best: Real = each.max(axis=0)
        found = np.flatnonzero((best > rows.least) & holds)
        found = found[np.argsort(-best[found], kind="stable")]
        positions = [numbers[gap] for gap in each[:, found].argmax(axis=0).tolist()]
        return tuple(zip(best[found].tolist(), positions, found.tolist(), rows.places[found].tolist(), strict=True))
