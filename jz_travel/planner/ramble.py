"""Better and better trips: some visits are taken out by chance, the best are put in again, and what is better stays.

This works on the very value that a trip is judged by. The optimiser's answer is where it begins.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import permutations
from operator import itemgetter

from jz_travel.domain.trip import Trip
from jz_travel.planner.chains import chained
from jz_travel.planner.cost import of_trip
from jz_travel.planner.draft import blank
from jz_travel.planner.field import Field, Key
from jz_travel.planner.glance import value_of
from jz_travel.planner.mend import affordable, one_moved, with_one_less, with_stops
from jz_travel.planner.merit import INSISTED, merit
from jz_travel.planner.polish import named, new_stop
from jz_travel.planner.settle import settled
from jz_travel.planner.shakes import Shakes
from jz_travel.planner.task import Task
from jz_travel.planner.tour import EPS, MANY, State, Tour

CYCLE = 25
"""After so many rounds worse trips are taken again for a while, as at first."""
A_SMALL_TRIP = 500.0
SHORT_DAY, ORDERS = 4, 6
"""Of a day of so many visits all orders are looked at when it does not work as it is, and so many tried."""
PATIENCE = 12
"""So many rounds without a better trip before the best one is taken up again."""
WORSE = 0.025
"""By this part of its value a trip may be worse than the one before, at first."""


class Ramble:
    """``best``: the best trip that works, and ``value`` its merit.

    Where improving a trip ended is remembered: chance comes to the same trips again and again.
    """

    def __init__(self, task: Task, start: Trip, seed: int) -> None:
        self.task, self.field = task, Field(task)
        self.best, self.value = start, merit(start, task)
        self._start = start
        self._cures: dict[Key, tuple[int, ...]] = {}
        self._unhurried: dict[Key, tuple[int, ...]] = {}
        self._done: set[State] = set()
        self._leads_to: dict[State, Tour] = {}
        self._days = [day for day, rows in enumerate(self.field.days) if rows is not None and rows.gains.size]
        fixed = [day for index, day in enumerate(start.days) if self.field.is_fixed(index)]
        there = {stop.place for day in fixed for stop in day.stops} & set(self.field.number)
        self._ruled_out = {each for place in there for each in self.field.clashes[self.field.number[place]]}
        visits = [(stop.place, start.date_of(day.id)) for day in fixed for stop in day.stops]
        self._money = of_trip(visits, task.world.catalogue, task.request.party).yuan
        self._shakes = Shakes(self.field, self._days, random.Random(seed))  # noqa: S311  # nothing secret
        self._top = self._current = self._tour_of(start)

    def run(self, rounds: int, over: Callable[[], bool], on_better: Callable[[Trip], None]) -> Trip:
        """So many rounds, or until it is over."""
        if not self._days or len(self._ruled_out) == len(self.field.places):
            return self.best
        stale = 0
        for begun in self._beginnings(over):
            self._improve(begun, set(self._days))
            if self._is_better(begun, on_better):
                self._current = begun
        for number in range(rounds):
            if over():
                break
            tried = self._current.copy()
            self._improve(tried, self._shakes.shaken(tried))
            heat = WORSE * (1 - number % CYCLE / CYCLE)
            if self._is_better(tried, on_better):
                self._current, stale = tried, 0
            elif self._acceptable(tried, heat):
                self._current, stale = tried, stale + 1
            else:
                stale += 1
            if stale > PATIENCE:
                self._current, stale = self._top, 0
        return self.best

    def _beginnings(self, over: Callable[[], bool]) -> Iterator[Tour]:
        """The trip as it is; and where beds are open, one with a great sight a day."""
        yield self._current.copy()
        if self.field.open_nights and not over():
            other = self._current.copy()
            self._shakes.with_great_days(other)
            yield other

    def _acceptable(self, tour: Tour, heat: float) -> bool:
        now = self._current.value()
        return tour.value() > now - heat * max(abs(now) % INSISTED, A_SMALL_TRIP)

    def _is_better(self, tour: Tour, on_better: Callable[[Trip], None]) -> bool:
        """Whether a tour is better than all before by the real schedule, once its days work by that."""
        trip = self._mended(tour)
        if trip is None or not affordable(trip, self.task) or merit(trip, self.task) <= self.value + EPS:
            return False
        self.best, self.value, self._top = trip, merit(trip, self.task), tour.copy()
        on_better(trip)
        return True

    def _mended(self, tour: Tour) -> Trip | None:
        """The trip of a tour, less what keeps its days from working; None as soon as it is not worth that any more."""
        judge = self.task.judge
        while True:
            for day in self._days:
                while (cure := self._cures.get(self._key(tour, day))) is not None:
                    tour.become(day, cure)
            done = (tour.lodgings, tuple(tour.days))
            if tour.value() <= self._top.value() + EPS or done in self._done:
                return None
            trip = self._trip_of(tour)
            broken = [day for day in self._days if not judge.day(trip, day).works]
            if any(not tour.days[day] for day in broken):
                return None
            for day in broken:
                tour.forbid(day)
                self._cures[self._key(tour, day)] = self._cure(tour, day, trip)
                self._leads_to.clear()
                self._unhurried.clear()
            if not broken:
                self._done.add(done)
                return trip

    def _cure(self, tour: Tour, day: int, trip: Trip) -> tuple[int, ...]:
        """The day in another order, or what is left of it once it works."""
        for order in self._orders(tour, day):
            tried = self._with_day(trip, tour, day, order)
            if self.task.judge.day(tried, day).works:
                return order
        rows = dict(zip((stop.id for stop in trip.days[day].stops), tour.days[day], strict=True))
        while not self.task.judge.day(trip, day).works and trip.days[day].stops:
            trip = with_one_less(trip, day, trip.days[day].stops, self.task)
        return tuple(rows[stop.id] for stop in trip.days[day].stops)

    def _orders(self, tour: Tour, day: int) -> list[tuple[int, ...]]:
        """The best orders of the visits of a day but for the one they have, as far as numbers tell."""
        stops = tour.days[day]
        found = []
        for order in permutations(stops) if len(stops) <= SHORT_DAY else one_moved(stops):
            value = value_of(self.field, day, tour.ends[day], order)
            if value is not None:
                found.append((value, order))
        return [order for _, order in sorted(found, reverse=True)[:ORDERS]]

    def _key(self, tour: Tour, day: int) -> Key:
        return day, tour.ends[day], tour.days[day]

    # From a trip to numbers and back

    def _tour_of(self, trip: Trip) -> Tour:
        tour = Tour(self.field, tuple(day.lodging for day in trip.days[:-1]), self._money)
        tour.rule_out(self._ruled_out)
        for day in self._days:
            each, of = tour.rows(day).each, tour.rows(day).of
            for stop in trip.days[day].stops:
                number = self.field.number.get(stop.place, -1)
                rows = [row for row in of.get(number, ()) if each[row].stay == stop.stay]
                for row in sorted(rows, key=lambda row: -each[row].gain):
                    if tour.is_free(number):
                        tour.put(day, len(tour.days[day]), row)
                        if not tour.works(day):
                            tour.take(day, len(tour.days[day]) - 1)
        return tour

    def _trip_of(self, tour: Tour) -> Trip:
        trip = blank(self.task, tour.lodgings)
        own = {stop.id for stop in trip.stops()}
        for index, day in enumerate(self._start.days):
            if index in self._days:
                trip = self._with_day(trip, tour, index, tour.days[index])
                continue
            if not self.task.frames[index].locked:  # with numbers of its own, no visit takes that of another
                stops = (each if each.id in own else new_stop(each.place, each.stay, each.starts) for each in day.stops)
                trip = with_stops(trip, index, tuple(stops))
            trip = settled(trip, index, self.task.judge)
        return named(trip)

    def _with_day(self, trip: Trip, tour: Tour, index: int, rows: tuple[int, ...]) -> Trip:
        visits = [tour.rows(index).each[row] for row in rows]
        stops = tuple(new_stop(self.field.places[each.place].id, each.stay, each.starts) for each in visits)
        return settled(with_stops(trip, index, stops), index, self.task.judge)

    # One round

    def _improve(self, tour: Tour, days: set[int]) -> None:
        """Until no visit more, none elsewhere and none instead of another makes the tour better.

        A day is better by itself or as part of the trip, and the one may undo the other: who comes to the same tour
        again has seen all there is.
        """
        settled_in = False  # beds follow the visits once: with every move others could be nearer, without end
        passed = set[State]()
        while True:
            self._shakes.fill(tour)
            now = (tour.lodgings, tuple(tour.days))
            if now in self._leads_to:
                tour.be(self._leads_to[now])
                break
            if now in passed:
                break
            passed.add(now)
            changed = set[int]()
            for day in sorted(days):
                changed |= self._better_day(tour, day) or self._hurried_day(tour, day) or self._unhurried_day(tour, day)
            changed = changed or chained(tour, self._days) or self._shakes.in_better_order(tour)
            if not changed:
                if not settled_in and self._shakes.in_near_beds(tour):
                    changed = set(self._days)
                elif not (changed := self._shakes.in_better_beds(tour)):
                    break
                settled_in = True
            days = changed
        if len(self._leads_to) >= MANY:
            self._leads_to.clear()
        self._leads_to |= dict.fromkeys(passed, tour.copy())

    def _better_day(self, tour: Tour, day: int) -> set[int]:
        """Each visit of a day taken out, and the best put in instead."""
        position, changed = 0, set[int]()
        while position < len(tour.days[day]):
            before, place = tour.day_value(day), tour.places(day)[position]
            row = tour.take(day, position)
            lost = before - tour.day_value(day)
            freed = self.field.clashes[place]
            others = [tour.best_of(other, freed) for other in self._days if other != day]
            best = max([tour.best_put(day), *others], key=itemgetter(0))
            if max(best[0], 0.0) > lost + EPS:
                if best[0] > 0:
                    tour.put(*best[1:])
                    changed.add(best[1])
                changed.add(day)
                position = 0
            else:
                tour.put(day, position, row)
                position += 1
        return changed

    def _hurried_day(self, tour: Tour, day: int) -> set[int]:
        """A visit more, for which all the others are as short as may be."""
        before, stops = tour.day_value(day), tour.days[day]
        shorter = tuple(tour.rows(day).shorter[row] for row in stops)
        if shorter == stops:
            return set()
        tour.days[day] = shorter
        put = tour.best_put(day)
        if tour.day_value(day) + put[0] <= before + EPS:
            tour.days[day] = stops
            return set()
        tour.put(*put[1:])
        return {day}

    def _unhurried_day(self, tour: Tour, day: int) -> set[int]:
        """A visit less, for which all the others or one of them may take longer."""
        key, longer, before = self._key(tour, day), tour.rows(day).longer, tour.day_value(day)
        if key not in self._unhurried:
            found = [(before + EPS, key[2])]
            for gone in range(len(key[2])):
                rest = key[2][:gone] + key[2][gone + 1 :]
                for stops in {tuple(longer[row] for row in rest), *longer_ones(rest, longer)} - {rest}:
                    value = value_of(self.field, day, tour.ends[day], stops)
                    found += [] if value is None else [(value, stops)]
            self._unhurried[key] = max(found)[1]
        if self._unhurried[key] == key[2]:
            return set()
        tour.become(day, self._unhurried[key])
        return {day}


def longer_ones(stops: tuple[int, ...], longer: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Each time one visit is longer."""
    for number, row in enumerate(stops):
        yield (*stops[:number], longer[row], *stops[number + 1 :])
