"""Nights in other beds together with another order of the visits around them: neither alone need be any better."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from jz_travel.domain.places import PlaceId
from jz_travel.planner.draft import Lodgings
from jz_travel.planner.field import Ends, Field, Key
from jz_travel.planner.glance import value_of
from jz_travel.planner.mend import one_moved
from jz_travel.planner.tour import EPS, MANY, Tour

NEAREST = 3
"""So many beds are tried for a night, those that lie nearest to the visits around it."""
SHORT_DAY, LIKELY = 4, 6
"""Of so many visits all orders are looked at; so many of the shortest are tried."""
IMPOSSIBLE = -1e15

Visits = dict[int, tuple[int, ...]]
"""Rows of days, in their order."""


class OtherNights:
    """``days``: those that may change."""

    def __init__(self, field: Field, days: Sequence[int]) -> None:
        self._field, self._days = field, days
        self._known: dict[Key, tuple[float, tuple[int, ...]]] = {}
        self._in_vain = set[tuple[object, ...]]()

    def better(self, tour: Tour) -> tuple[Lodgings, Visits] | None:
        """The beds, and the visits of the days that change, that make the tour better; None where none do."""
        now = (tour.lodgings, *tour.days)
        if not self._field.open_nights or now in self._in_vain:
            return None
        values = [tour.day_value(day) for day in range(len(tour.days))]
        best, found = tour.value() + EPS, None
        for lodgings in self._others(tour):
            ends, worth, visits = self._field.ends(lodgings), sum(values), Visits()
            for day in self._days:
                if ends[day] != tour.ends[day] and tour.days[day]:
                    value, visits[day] = self._in_best_order(day, ends[day], tour.days[day])
                    worth += value - values[day]
            if worth > best and (worth := worth - tour.strain_in(lodgings) * self._field.task.habit.way) > best:
                best, found = worth, (lodgings, visits)
        if found is None:
            self._in_vain.add(now)
        return found

    def _others(self, tour: Tour) -> Iterator[Lodgings]:
        """Another bed for a night, or for it and all that follow it in the same bed."""
        now, free = tour.lodgings, set(self._field.open_nights)
        for night in self._field.open_nights:
            after = night + 1
            while after < len(now) and after in free and now[after] == now[night]:
                after += 1
            for bed in self._near(tour, night):
                if bed != now[night]:
                    for until in {night + 1, after}:
                        yield (*now[:night], *[bed] * (until - night), *now[until:])

    def _near(self, tour: Tour, night: int) -> list[PlaceId]:
        location, before, after = self._field.location, tour.places(night), tour.places(night + 1)
        to, on = self._field.way_lists[night], self._field.way_lists[night + 1]

        def way(bed: PlaceId) -> float:
            here = location[bed]
            there = min((to[place][here] for place in before), default=0.0)
            return there + min((on[here][place] for place in after), default=0.0)

        return sorted(self._field.beds, key=way)[:NEAREST]

    def _in_best_order(self, day: int, ends: Ends, stops: tuple[int, ...]) -> tuple[float, tuple[int, ...]]:
        key = (day, ends, stops)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= MANY:
                self._known.clear()
            found = self._known[key] = self._worked_out(day, ends, stops)
        return found

    def _worked_out(self, day: int, ends: Ends, stops: tuple[int, ...]) -> tuple[float, tuple[int, ...]]:
        """All orders bring the same, so of those that work the one with the least way is best."""
        orders = permutations(stops) if len(stops) <= SHORT_DAY else (stops, stops[::-1], *one_moved(stops))
        for order in sorted(orders, key=lambda order: self._way(day, ends, order))[:LIKELY]:
            value = value_of(self._field, day, ends, order)
            if value is not None:
                return value, order
        return IMPOSSIBLE, stops

    def _way(self, day: int, ends: Ends, order: tuple[int, ...]) -> float:
        ways, rows, (here, end) = self._field.way_lists[day], self._field.days[day], ends
        found = 0.0
        for row in order:
            place = rows.each[row].place if rows else here
            found, here = found + ways[here][place], place
        return found + ways[here][end]
