"""The most that one day can bring, found by going through its time once, on a clock of whole ticks.

Times are always rounded in the visitor's favour, and the same place may be seen twice: no real day brings more.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jz_travel.domain.clock import MINUTE
from jz_travel.domain.timetable import LUNCH_LASTS

Table = NDArray[np.float64]
Ticks = NDArray[np.int64]

NEVER = -1e12
_FAR = 100_000


@dataclass(frozen=True)
class Visits:
    """One row a way to visit a place: number of the place, first and last tick to enter at, ticks of the stay, what
    the visit brings, whether lunch is part of it when it is the time for that, the first tick to set out at if it is
    the first visit of the day, and the stay in minutes.
    """

    places: Ticks
    opens: Ticks
    latest: Ticks
    stays: Ticks
    gains: Table
    with_lunch: NDArray[np.bool_]
    sets_out: Ticks
    minutes: Ticks


@dataclass(frozen=True)
class Ends:
    """Where the day may begin, or where it may end: the ticks and the cost of the way from or to each place."""

    ticks: Ticks  # one row an end, one column a place
    costs: Table


@dataclass(frozen=True)
class Found:
    """``visits``: numbers of the ways to visit, in their order; ``way``: what the ways cost; numbers of the ends."""

    value: float
    visits: tuple[int, ...] = ()
    way: float = 0.0
    start: int = 0
    end: int = 0


class BestDay:
    """``ticks`` and ``costs`` of the way between two places; ``over``: the last tick; ``lunch``: whether one is
    eaten; ``tick``: minutes.
    """

    def __init__(
        self, visits: Visits, starts: Ends, ends: Ends, ticks: Ticks, costs: Table, over: int, lunch: bool, tick: int
    ) -> None:
        self.visits, self.starts, self.ends = visits, starts, ends
        self.ticks, self.costs, self.over, self.lunch = ticks, costs, over, lunch
        self._tick = tick
        self.lunch_lasts = LUNCH_LASTS // MINUTE // tick

    def ticks_at(self, hour: float) -> int:
        return int(hour * 60) // self._tick

    def best(self, prices: Table, way: float, start_prices: Table, end_prices: Table) -> Found:
        """The best day when each way to visit costs its price and so does each end, and ways cost so many times as
        much as they do; an empty day costs only its ends.
        """
        empty = -float(np.min(start_prices)) - float(np.min(end_prices))
        idle = Found(empty, (), 0.0, int(np.argmin(start_prices)), int(np.argmin(end_prices)))
        gains = self.visits.gains - prices
        worthwhile = np.flatnonzero((gains > 0) & (self.visits.opens <= self.visits.latest))
        if not worthwhile.size:
            return idle
        walk = _Walk(self, worthwhile, gains[worthwhile], way, start_prices)
        found = walk.finish(end_prices)
        return found if found.value > idle.value else idle


class _Walk:
    """``left[ate]``: by tick and stop, the most on a way that has left the stop by then."""

    def __init__(self, day: BestDay, rows: Ticks, gains: Table, way: float, start_prices: Table) -> None:
        visits, starts = day.visits, day.starts
        self._day, self._gains, self._rows, self._way = day, gains, rows, way
        self._places, self._stays = visits.places[rows], visits.stays[rows]
        self._opens, self._latest = visits.opens[rows], visits.latest[rows]
        self._spared = visits.with_lunch[rows]
        first = int(np.min(visits.sets_out[rows]))
        places, size = self._places, len(rows)
        self._size = size
        legs = day.ticks[np.ix_(places, places)].copy()
        legs[places[:, None] == places[None, :]] = _FAR
        self._legs = np.vstack((legs, starts.ticks[:, places] + visits.sets_out[rows] - first))
        self._costs = way * np.vstack((day.costs[np.ix_(places, places)], starts.costs[:, places]))
        self._homewards = way * day.ends.costs[:, places]
        self._pad = int(np.max(self._stays) + day.lunch_lasts + np.max(self._legs[self._legs < _FAR])) + 1
        self._all = np.arange(size + len(start_prices))
        self.left = np.full((2, self._pad + day.over + 1, size + len(start_prices)), NEVER)
        after_lunch = day.ticks_at(13.5)
        hungry = int(not day.lunch or first > after_lunch)
        self.left[hungry, self._pad + first :, size:] = -start_prices
        self.left[1, self._pad + max(first, after_lunch) :, size:] = -start_prices  # a day that begins after lunch
        block = max(1, int(np.min(self._stays + legs.min(axis=0))))  # within so many ticks nobody leaves two stops
        for tick in range(first, day.over + 1, block):
            self._go_on(tick, min(block, day.over + 1 - tick))

    def _go_on(self, tick: int, count: int) -> None:
        here = self.left[:, self._pad + tick : self._pad + tick + count, : self._size]
        for way in self._ways(tick + np.arange(count)):
            best = np.where(way.fits, way.values.max(axis=1) + self._gains[way.stops], NEVER)
            here[way.ate][:, way.stops] = np.maximum(here[way.ate][:, way.stops], best)
        here[:, 0] = np.maximum(here[:, 0], self.left[:, self._pad + tick - 1, : self._size])
        np.maximum.accumulate(here, axis=1, out=here)

    def _ways(self, ticks: Ticks, only: int | None = None) -> Iterator["_Way"]:
        """The ways to leave stops at ticks: without a meal in between, with lunch before, or during the visit."""
        day, at = self._day, ticks[:, None]
        enters = at - self._stays
        fits = (self._opens <= enters) & (enters <= self._latest)
        found = [(0, 0, fits, enters), (1, 1, fits, enters)]
        if day.lunch:
            lasts, until = day.lunch_lasts, day.ticks_at(13.5)
            found.append((0, 1, fits & (enters >= day.ticks_at(11) + lasts), np.minimum(enters - lasts, until)))
            during = enters - np.where(self._spared, 0, lasts)
            seated = (self._opens <= during) & (during <= np.minimum(self._latest, until))
            found.append((0, 1, seated & (at >= day.ticks_at(12) + lasts), during))
        for ate_before, ate, allowed, arrives in found:
            stops = np.flatnonzero(allowed.any(axis=0)) if only is None else np.array([only])
            if stops.size and allowed[:, stops].any():
                rows = np.maximum(self._pad + arrives[:, None, stops] - self._legs[:, stops], 0)
                values = self.left[ate_before, rows, self._all[:, None]] - self._costs[:, stops]
                yield _Way(ate_before, ate, stops, allowed[:, stops], rows, values)

    def finish(self, end_prices: Table) -> Found:
        day, stops = self._day, np.arange(self._size)
        back = day.ends.ticks[:, self._places]  # one row an end
        best, where = NEVER, (0, 0, 0, 0)
        for ate in (0, 1):
            latest = day.over - back
            if not ate:  # home for lunch, or lunch after the last visit
                until = day.ticks_at(13.5)
                latest = np.maximum(np.minimum(latest, until - back), np.minimum(latest - day.lunch_lasts, until))
            rows = np.maximum(self._pad + latest, 0)
            values = self.left[ate, rows, stops[None, :]] - self._homewards - end_prices[:, None]
            end, stop = (int(each) for each in np.unravel_index(int(values.argmax()), values.shape))
            if values[end, stop] > best:
                best, where = float(values[end, stop]), (ate, int(rows[end, stop]), stop, end)
        if best <= NEVER / 2:
            return Found(NEVER)
        taken, start = self._back(*where[:3])
        way = self._length(taken, start, where[3])
        return Found(best, tuple(int(self._rows[each]) for each in taken), way, start, where[3])

    def _length(self, taken: tuple[int, ...], start: int, end: int) -> float:
        """What the ways of a day cost."""
        here, found = self._size + start, 0.0
        for stop in taken:
            found, here = found + float(self._costs[here, stop]), stop
        return (found + float(self._homewards[end, here])) / self._way

    def _back(self, ate: int, row: int, stop: int) -> tuple[tuple[int, ...], int]:
        """The stops of the way that ends here, and where it began."""
        taken: list[int] = []
        while stop < self._size:
            value = float(self.left[ate, row, stop])
            row = int(np.searchsorted(self.left[ate, :, stop], value))
            taken.append(stop)
            row, ate, stop = self._one_back(ate, row, stop, value)
        return tuple(reversed(taken)), stop - self._size

    def _one_back(self, ate: int, row: int, stop: int, value: float) -> tuple[int, int, int]:
        for way in self._ways(np.array([row - self._pad]), stop):
            worth = way.values[0, :, 0] + self._gains[stop]
            before = int(worth.argmax())
            if way.ate == ate and worth[before] >= value - 1e-6:
                return int(way.rows[0, before, 0]), way.ate_before, before
        raise AssertionError("a way that leads nowhere")


@dataclass(frozen=True)
class _Way:
    """To ``stops`` from every stop and start: at which ticks they ``fit``, the rows to have left those by, and what is
    then there to be added to.
    """

    ate_before: int
    ate: int
    stops: Ticks
    fits: NDArray[np.bool_]
    rows: Ticks
    values: Table
