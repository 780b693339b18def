"""A whole trip in bare numbers while the search tries things out: put in, take out, and what that brings."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from jz_travel.domain.clock import MINUTE
from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import MOST_STOPS_A_DAY
from jz_travel.planner.draft import Lodgings
from jz_travel.planner.field import Field, Flags, Real, Row, Rows, Whole
from jz_travel.planner.merit import CHANGE_OF_BED

NEVER, EPS = -1e15, 1e-6
Put = tuple[float, int, int, int]
"""What it brings, the day, the position and the row."""
Times = tuple[list[int], list[int]]
MANY = 20_000
"""So many looks at days are remembered."""


@dataclass(frozen=True, slots=True)
class Look:
    """A day with certain visits: what it is worth, whether it works, and what each row more would bring at its best
    position; ``NEVER`` where it does not fit.
    """

    value: float
    works: bool
    brings: Real
    positions: Whole


class Tour:
    """``days``: the rows of each day's visits, in their order. ``taken``: how often a place is ruled out by visits.

    ``known``: what was looked at; a search comes to the same days again and again.
    """

    def __init__(self, field: Field, lodgings: Lodgings, money: float = 0.0) -> None:
        self.field, self.lodgings, self.money = field, lodgings, money
        self.ends = field.ends(lodgings)
        self.days: list[tuple[int, ...]] = [() for _ in field.days]
        self.taken = np.zeros(len(field.places), dtype=np.int64)
        self.known: dict[tuple[int, tuple[int, int], tuple[int, ...]], Look] = {}

    def copy(self) -> "Tour":
        other = Tour.__new__(Tour)
        other.field, other.lodgings, other.money, other.ends = self.field, self.lodgings, self.money, self.ends
        other.days, other.taken, other.known = list(self.days), self.taken.copy(), self.known
        return other

    def rows(self, day: int) -> Rows:
        rows = self.field.days[day]
        assert rows is not None
        return rows

    def places(self, day: int) -> list[int]:
        rows = self.field.days[day]
        return [rows.each[row].place for row in self.days[day]] if rows else []

    def put(self, day: int, position: int, row: int) -> None:
        stops = self.days[day]
        self.days[day] = (*stops[:position], row, *stops[position:])
        self.taken[self.field.clashes[self.rows(day).each[row].place]] += 1

    def take(self, day: int, position: int) -> int:
        stops = self.days[day]
        row = stops[position]
        self.days[day] = stops[:position] + stops[position + 1 :]
        self.taken[self.field.clashes[self.rows(day).each[row].place]] -= 1
        return row

    def become(self, day: int, stops: tuple[int, ...]) -> None:
        """The day holds just these."""
        while self.days[day]:
            self.take(day, 0)
        for row in stops:
            self.put(day, len(self.days[day]), row)

    def value(self) -> float:
        found = sum(self.day_value(day) for day in range(len(self.days)))
        changes = sum(one != other for one, other in pairwise(self.lodgings))
        return found - changes * CHANGE_OF_BED * self.field.task.habit.way

    def day_value(self, day: int) -> float:
        return self.look(day).value if self.days[day] else 0.0

    def works(self, day: int) -> bool:
        return not self.days[day] or self.look(day).works

    def look(self, day: int) -> Look:
        key = (day, self.ends[day], self.days[day])
        found = self.known.get(key)
        if found is None:
            if len(self.known) >= MANY:
                self.known.clear()
            found = self.known[key] = _Glance(self, day).look()
        return found

    def spent(self) -> tuple[float, Whole]:
        """The money for tickets, and the areas that are paid for."""
        field = self.field
        places = [place for day in range(len(self.days)) for place in self.places(day)]
        areas = np.unique(field.area[places]) if places else np.zeros(0, dtype=np.int64)
        shared = {int(field.area[place]): float(field.area_price[place]) for place in places if field.area[place] >= 0}
        return self.money + float(field.own_price[places].sum()) + sum(shared.values()), areas

    def free(self, allowed: Flags) -> Flags:
        """The places that no visit rules out and that can be paid."""
        found: Flags = (self.taken == 0) & allowed
        budget, field = self.field.task.request.budget, self.field
        if budget is not None:
            spent, paid = self.spent()
            extra = field.own_price + np.where(np.isin(field.area, paid), 0.0, field.area_price)
            found &= spent + extra <= budget
        return found

    def best_put(self, day: int, free: Flags, taste: Real | None = None) -> Put:
        """The visit that brings most on a day. ``taste``: by how much each place is liked more than its worth."""
        rows, look = self.rows(day), self.look(day)
        if not rows.each:
            return NEVER, day, 0, 0
        brings = look.brings if taste is None else look.brings + rows.gains * (taste[rows.places] - 1)
        brings = np.where(free[rows.places], brings, NEVER)
        row = int(brings.argmax())
        return float(brings[row]), day, int(look.positions[row]), row

    def best_of(self, day: int, places: list[int]) -> Put:
        """The best visit to one of a few places on a day."""
        best: Put = (NEVER, day, 0, 0)
        rows, look = self.rows(day), self.look(day)
        for row in (row for place in places for row in rows.of.get(place, ())):
            if look.brings[row] > best[0]:
                best = (float(look.brings[row]), day, int(look.positions[row]), row)
        return best

    def near_beds(self) -> Lodgings:
        """The beds with the least way for the visits as they are."""
        field, change = self.field, CHANGE_OF_BED * self.field.task.habit.way
        if not field.open_nights:
            return self.lodgings
        best: dict[PlaceId | None, tuple[float, Lodgings]] = {None: (0.0, ())}
        for night, known in enumerate(self.lodgings):
            found = {}
            for bed in field.beds if night in field.open_nights else (known,):
                cost, way = min((cost + change * bool(way and last != bed), way) for last, (cost, way) in best.items())
                found[bed] = (cost + self._detour(night, bed), (*way, bed))
            best = found
        return min(best.values(), key=lambda each: each[0])[1]

    def _detour(self, night: int, bed: PlaceId | None) -> float:
        """What the way to a bed and on from there costs."""
        field, found = self.field, 0.0
        here = field.location[bed]
        if self.days[night]:
            found += field.way_lists[night][self.places(night)[-1]][here]
        if self.days[night + 1]:
            found += field.way_lists[night + 1][here][self.places(night + 1)[0]]
        return found


class _Glance:
    """One look at a day."""

    def __init__(self, tour: Tour, day: int) -> None:
        self._field, self._day, self._rows, self._ends = tour.field, day, tour.rows(day), tour.ends[day]
        self._taken = list(tour.days[day])
        self._visits = [self._rows.each[row] for row in self._taken]
        self._stops = [visit.place for visit in self._visits]
        minutes = tour.field.task.request.driving
        self._room = float("inf")
        if minutes is not None:
            road = self._sum(tour.field.road_lists[day])
            self._room = minutes / MINUTE * tour.field.task.habit.way - road + 1e-6

    def look(self) -> Look:
        size, field = len(self._rows.each), self._field
        brings, positions = np.full(size, NEVER), np.zeros(size, dtype=np.int64)
        value = sum(visit.gain for visit in self._visits) - self._sum(field.way_lists[self._day])
        times, free = self._times(), self._held()
        works = times is not None and free is not None and self._room >= 0
        if works and times and free is not None and size and len(self._visits) < MOST_STOPS_A_DAY:
            each = self._put_in(free, *times)
            positions, brings = each.argmax(axis=0), each.max(axis=0)
        return Look(value, works, brings, positions)

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

    def _held(self) -> Flags | None:
        """The rows that the day can hold besides its visits, its hours left aside; None if it holds too much."""
        loads, room = self._rows.loads, self._field.capacity.copy()
        if self._taken:
            room -= loads[:, self._taken].sum(axis=1)
        if (room < 0).any():
            return None
        fits: Flags = np.logical_and.reduce(loads <= room[:, None])
        return fits

    def _put_in(self, free: Flags, leaves: list[int], latest: list[int]) -> Real:
        """What each row brings at each position."""
        rows, field, day = self._rows, self._field, self._day
        (start, end), to, off = self._ends, rows.to, rows.back
        here, there = np.array([start, *self._stops]), np.array([*self._stops, end])
        enters = to.minutes[here]
        enters[0] += rows.sets_out
        enters[1:] += np.array(leaves, dtype=np.int64)[:, None]
        np.maximum(enters, rows.opens, out=enters)
        back = enters + rows.lasts + off.minutes[there]
        fits = free & (enters <= rows.latest) & (back <= np.array([*latest, field.closes[day]])[:, None])
        if self._room < float("inf"):
            road = to.roads[here] + off.roads[there]
            fits &= road - (field.roads[day][here, there][:, None] if self._stops else 0.0) <= self._room
        more = to.ways[here] + off.ways[there]
        if self._stops:
            more -= field.ways[day][here, there][:, None]
        found: Real = np.where(fits, rows.gains - more, NEVER)
        return found
