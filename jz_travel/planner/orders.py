"""Days that change places: which other orders are likely to be as good or better."""

import random
from collections.abc import Iterator, Sequence
from itertools import permutations

from jz_travel.planner.field import Ends, Field
from jz_travel.planner.glance import value_of
from jz_travel.planner.tour import EPS, MANY, Tour

FEW_DAYS, SAMPLE = 4, 25
"""Of so many days all orders are looked at, of more so many by chance."""
WHAT_IS_LEFT = 0.5
"""The part of a day's worth that one may hope for where not all its visits can be."""

Order = tuple[int, ...]
"""For each of the days that may change, counted from 0, the one that is seen on it."""


class Orders:
    """``days``: those that may change places."""

    def __init__(self, field: Field, days: Sequence[int], chance: random.Random) -> None:
        self._field, self._days, self._random = field, days, chance
        self._known: dict[tuple[object, ...], float] = {}
        last, open_ = len(field.days) - 1, set(field.open_nights)
        self._begins_anywhere = [day > 0 and day - 1 in open_ for day in range(last + 1)]
        self._follows = [self._begins_anywhere[day] and day - 1 in days for day in days]
        self._ends_anywhere = [day < last and day in open_ for day in range(last + 1)]

    def likely(self, tour: Tour) -> list[Order]:
        """Other orders, the most promising first."""
        table = self._table(tour)
        return sorted(self._others(), key=lambda order: (-self._worth(table, order), order))

    def better(self, tour: Tour) -> Order | None:
        """The most promising order if it looks better than that of the days as they are."""
        table = self._table(tour)
        value, order = max(((self._worth(table, order), order) for order in self._others()), default=(0.0, ()))
        return order if order and value > self._worth(table, tuple(range(len(self._days)))) + EPS else None

    def _others(self) -> Iterator[Order]:
        count = len(self._days)
        if count <= FEW_DAYS:
            yield from list(permutations(range(count)))[1:]
            return
        for _ in range(SAMPLE):
            one, other = self._random.sample(range(count), 2)
            order = list(range(count))
            if self._random.random() < 0.5:
                order[one], order[other] = order[other], order[one]
            else:
                order.insert(other, order.pop(one))
            yield tuple(order)

    def _table(self, tour: Tour) -> list[list[tuple[float, Ends]]]:
        """For what is seen on each day (row), its worth on each (column), and where that day begins and ends then."""
        return [[self._seen_on(tour, seen, day) for day in self._days] for seen in self._days]

    def _seen_on(self, tour: Tour, seen: int, day: int) -> tuple[float, Ends]:
        ends = self._ends(tour, seen, day)
        return self._value(tour, seen, day, ends), ends

    def _worth(self, table: list[list[tuple[float, Ends]]], order: Order) -> float:
        """What the days would be worth if each kept its beds, less the ways between those."""
        found, bed = 0.0, -1
        for column, row in enumerate(order):
            value, (begins, ends) = table[row][column]
            found += value
            if begins != bed and self._follows[column]:
                found -= self._field.way_lists[self._days[column]][bed][begins]
            bed = ends
        return found

    def _ends(self, tour: Tour, seen: int, day: int) -> Ends:
        """Where a day begins and ends if what is seen on another one is seen on it."""
        begins = self._begins_anywhere[day] and self._begins_anywhere[seen]
        ends = self._ends_anywhere[day] and self._ends_anywhere[seen]
        return tour.ends[seen if begins else day][0], tour.ends[seen if ends else day][1]

    def _value(self, tour: Tour, seen: int, day: int, ends: Ends) -> float:
        if seen == day or not tour.days[seen]:
            return tour.day_value(seen)
        key = (seen, tour.days[seen], day, ends)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= MANY:
                self._known.clear()
            rows = self.rows_on(tour, seen, day)
            value = value_of(self._field, day, ends, rows) if len(rows) == len(tour.days[seen]) else None
            found = self._known[key] = WHAT_IS_LEFT * tour.day_value(seen) if value is None else value
        return found

    def rows_on(self, tour: Tour, seen: int, day: int) -> tuple[int, ...]:
        """The visits of a day on another one, as far as they can be there."""
        each, found = tour.rows(day).each, []
        for visit in (tour.rows(seen).each[row] for row in tour.days[seen]):
            rows = tour.rows(day).of.get(visit.place, ())
            found += [row for row in rows if each[row].stay == visit.stay][:1]
        return tuple(found)
