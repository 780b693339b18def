"""A whole trip in bare numbers while the search tries things out: put in, take out, and what that brings."""

from itertools import pairwise

import numpy as np

from jz_travel.domain.clock import MINUTE
from jz_travel.domain.trip import MOST_STOPS_A_DAY
from jz_travel.planner.draft import Lodgings
from jz_travel.planner.field import Field, Flags, Real, Rows, Whole
from jz_travel.planner.merit import CHANGE_OF_BED

NEVER = -1e15
NOTHING: Whole = np.zeros(0, dtype=np.int64)
Put = tuple[float, int, int, int]
"""What it brings, the day, the position and the row."""


class Tour:
    """``days``: the rows of each day's visits, in their order. ``taken``: how often a place is ruled out by visits."""

    def __init__(self, field: Field, lodgings: Lodgings, money: float = 0.0) -> None:
        self.field, self.lodgings, self.money = field, lodgings, money
        self.ends = field.ends(lodgings)
        self.days: list[tuple[int, ...]] = [() for _ in field.days]
        self.taken = np.zeros(len(field.places), dtype=np.int64)

    def copy(self) -> "Tour":
        other = Tour.__new__(Tour)
        other.field, other.lodgings, other.money, other.ends = self.field, self.lodgings, self.money, self.ends
        other.days, other.taken = list(self.days), self.taken.copy()
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

    def value(self) -> float:
        found = sum(self.day_value(day) for day in range(len(self.days)))
        changes = sum(one != other for one, other in pairwise(self.lodgings))
        return found - changes * CHANGE_OF_BED * self.field.task.habit.way

    def day_value(self, day: int) -> float:
        if not self.days[day]:
            return 0.0
        each = self.rows(day).each
        return sum(each[row].gain for row in self.days[day]) - self.way(day)

    def way(self, day: int) -> float:
        if not self.days[day]:
            return 0.0
        ways, (here, end), found = self.field.way_lists[day], self.ends[day], 0.0
        for place in self.places(day):
            found, here = found + ways[here][place], place
        return found + ways[here][end]

    def times(self, day: int) -> tuple[list[int], list[int]] | None:
        """For each visit the minute one leaves, and the last minute to come that leaves the rest possible; None if the
        day does not work.
        """
        each, minutes = self.rows(day).each, self.field.minute_lists[day]
        visits = [each[row] for row in self.days[day]]
        (here, there), closes = self.ends[day], self.field.closes[day]
        leaves, now = list[int](), visits[0].sets_out if visits else 0
        for visit in visits:
            now = max(now + minutes[here][visit.place], visit.opens)
            if now > visit.latest:
                return None
            now, here = now + visit.lasts, visit.place
            leaves.append(now)
        if visits and now + minutes[here][there] > closes:
            return None
        latest, last = list[int](), closes
        for visit in reversed(visits):
            last = min(visit.latest, last - minutes[visit.place][there] - visit.lasts)
            latest.append(last)
            there = visit.place
        latest.reverse()
        return leaves, latest

    def spent(self) -> tuple[float, Whole]:
        """The money for tickets, and the areas that are paid for."""
        field = self.field
        places = [place for day in range(len(self.days)) for place in self.places(day)]
        areas = np.unique(field.area[places]) if places else np.zeros(0, dtype=np.int64)
        shared = {int(field.area[place]): float(field.area_price[place]) for place in places if field.area[place] >= 0}
        return self.money + float(field.own_price[places].sum()) + sum(shared.values()), areas

    def free(self, day: int, allowed: Flags) -> Whole:
        """The rows that the day still has a place for, its hours left aside."""
        rows, field = self.rows(day), self.field
        if len(self.days[day]) >= MOST_STOPS_A_DAY:
            return NOTHING
        fits = ((self.taken == 0) & allowed)[rows.places]
        for number, (load, heaviest, most) in enumerate(zip(rows.loads, rows.heaviest, field.capacity, strict=True)):
            used = sum(rows.each[row].loads[number] for row in self.days[day])
            if used + heaviest > most:
                fits &= load <= max(most - used, 0)
        if field.task.request.budget is not None:
            spent, paid = self.spent()
            extra = field.own_price + np.where(np.isin(field.area, paid), 0.0, field.area_price)
            fits &= (spent + extra <= field.task.request.budget)[rows.places]
        return np.flatnonzero(fits)

    def best_put(self, day: int, allowed: Flags, taste: Real | None = None) -> Put:
        """The visit that brings most on a day. ``taste``: by how much each place is liked more than its worth."""
        best: Put = (NEVER, day, 0, 0)
        free = self.free(day, allowed)
        times = self.times(day) if free.size else None
        if times is None:
            return best
        rows, minutes, ways = self.rows(day), self.field.minutes[day], self.field.ways[day]
        places, stops, (start, end) = rows.places[free], self.places(day), self.ends[day]
        gains = rows.gains[free] if taste is None else rows.gains[free] * taste[places]
        (leaves, latest), closes = times, self.field.closes[day]
        here, there = np.array([start, *stops]), np.array([*stops, end])
        more = ways[here[:, None], places] + ways[places, there[:, None]]
        if stops:
            more -= ways[here, there][:, None]
        enters = minutes[here[:, None], places]
        enters[0] += rows.sets_out[free]
        enters[1:] += np.array(leaves, dtype=np.int64)[:, None]
        np.maximum(enters, rows.opens[free], out=enters)
        back = enters + rows.lasts[free] + minutes[places, there[:, None]]
        fits = (enters <= rows.latest[free]) & (back <= np.array([*latest, closes])[:, None])
        if self.field.task.request.driving is not None:
            fits &= more <= self.road_left(day)
        brings = np.where(fits, gains - more, NEVER)
        first = int(brings.argmax())
        position, column = divmod(first, len(free))
        return float(brings[position, column]), day, position, int(free[column])

    def best_of(self, day: int, places: list[int]) -> Put:
        """The best visit to one of a few places on a day."""
        best: Put = (NEVER, day, 0, 0)
        rows = [row for place in places if not self.taken[place] for row in self.rows(day).of.get(place, ())]
        rows = [row for row in rows if self._holds(day, row)]
        times = self.times(day) if rows else None
        if times is None:
            return best
        minutes, ways = self.field.minute_lists[day], self.field.way_lists[day]
        stops, (start, end) = self.places(day), self.ends[day]
        along, (leaves, latest), room = (start, *stops, end), times, self.road_left(day)
        latest = [*latest, self.field.closes[day]]
        for row in rows:
            visit = self.rows(day).each[row]
            for position, over in enumerate(latest):
                here, there = along[position], along[position + 1]
                more = ways[here][visit.place] + ways[visit.place][there] - (ways[here][there] if stops else 0.0)
                if visit.gain - more <= best[0] or more > room:
                    continue
                enters = (leaves[position - 1] if position else visit.sets_out) + minutes[here][visit.place]
                enters = max(enters, visit.opens)
                if enters <= visit.latest and enters + visit.lasts + minutes[visit.place][there] <= over:
                    best = (visit.gain - more, day, position, row)
        return best

    def _holds(self, day: int, row: int) -> bool:
        """Whether a day can hold a visit more, its hours left aside."""
        if self.field.task.request.budget is not None:
            return row in self.free(day, self.field.all_allowed)
        each, stops = self.rows(day).each, self.days[day]
        used = (sum(each[stop].loads[number] for stop in stops) for number in range(len(self.field.capacity)))
        loads = zip(each[row].loads, used, self.field.capacity, strict=True)
        return len(stops) < MOST_STOPS_A_DAY and all(not load or load + before <= most for load, before, most in loads)

    def road_left(self, day: int) -> float:
        driving = self.field.task.request.driving
        return float("inf") if driving is None else driving / MINUTE * self.field.task.habit.way - self.way(day) + 1e-6
