"""Better and better trips: some visits are taken out by chance, the best are put in again, and what is better stays.

This works on the very value that a trip is judged by. The optimiser's answer is where it begins.
"""

import random
from collections.abc import Callable

import numpy as np

from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import Trip
from jz_travel.planner.cost import of_trip
from jz_travel.planner.draft import Lodgings, blank
from jz_travel.planner.field import Field, Flags, Real
from jz_travel.planner.mend import affordable, with_stops
from jz_travel.planner.merit import CHANGE_OF_BED, INSISTED, merit
from jz_travel.planner.polish import named, new_stop
from jz_travel.planner.settle import settled
from jz_travel.planner.task import Task
from jz_travel.planner.tour import Tour

EPS = 1e-6
CYCLE = 100
"""After so many rounds worse trips are taken again for a while, as at first."""
A_SMALL_TRIP = 500.0
NEW_BED = 0.1
PATIENCE = 12
"""So many rounds without a better trip before the best one is taken up again."""
WORSE = 0.04
"""By this part of its value a trip may be worse than the one before, at first."""
FANCY = 0.25
"""By so much a visit may be liked more or less than its worth when trips are put together by chance."""


class Ramble:
    """``best``: the best trip that works, and ``value`` its merit."""

    def __init__(self, task: Task, start: Trip, seed: int) -> None:
        self.task, self.field = task, Field(task)
        self.best, self.value = start, merit(start, task)
        self._start, self._random = start, random.Random(seed)  # noqa: S311  # nothing secret
        self._broken: set[tuple[object, ...]] = set()
        self._days = [day for day, rows in enumerate(self.field.days) if rows is not None and rows.gains.size]
        self._allowed = self.field.all_allowed.copy()
        fixed = [day for index, day in enumerate(start.days) if self.field.is_fixed(index)]
        for place in {stop.place for day in fixed for stop in day.stops} & set(self.field.number):
            self._allowed[self.field.clashes[self.field.number[place]]] = False
        visits = [(stop.place, start.date_of(day.id)) for day in fixed for stop in day.stops]
        self._money = of_trip(visits, task.world.catalogue, task.request.party).yuan
        self._top = self._current = self._tour_of(start)

    def run(self, rounds: int, over: Callable[[], bool], on_better: Callable[[Trip], None]) -> Trip:
        """So many rounds, or until it is over."""
        if not self._days or not self._allowed.any():
            return self.best
        stale, begun = 0, self._current.copy()
        self._improve(begun, set(self._days))
        if self._judged(begun, on_better):
            self._current = begun
        for number in range(rounds):
            if over():
                break
            tried = self._current.copy()
            self._improve(tried, self._shaken(tried))
            heat = WORSE * (1 - number % CYCLE / CYCLE)
            if self._judged(tried, on_better):
                self._current, stale = tried, 0
            elif self._acceptable(tried, heat):
                self._current, stale = tried, stale + 1
            else:
                stale += 1
            if stale > PATIENCE:
                self._current, stale = self._top, 0
        return self.best

    def _acceptable(self, tour: Tour, heat: float) -> bool:
        if any(self._key(tour, day) in self._broken for day in self._days):
            return False
        now = self._current.value()
        return tour.value() > now - heat * max(abs(now) % INSISTED, A_SMALL_TRIP)

    def _judged(self, tour: Tour, on_better: Callable[[Trip], None]) -> bool:
        """Whether a tour is better than all before, and works by the real schedule."""
        if tour.value() <= self._top.value() + EPS or any(self._key(tour, day) in self._broken for day in self._days):
            return False
        trip, judge = self._trip_of(tour), self.task.judge
        broken = [
            day for day, frame in enumerate(self.task.frames) if not frame.locked and not judge.day(trip, day).works
        ]
        self._broken |= {self._key(tour, day) for day in broken}
        if broken or not affordable(trip, self.task) or merit(trip, self.task) <= self.value + EPS:
            return False
        self.best, self.value, self._top = trip, merit(trip, self.task), tour
        on_better(trip)
        return True

    def _key(self, tour: Tour, day: int) -> tuple[object, ...]:
        return day, tour.ends[day], tour.days[day]

    # From a trip to numbers and back

    def _tour_of(self, trip: Trip) -> Tour:
        tour = Tour(self.field, tuple(day.lodging for day in trip.days[:-1]), self._money)
        for day in self._days:
            each = enumerate(tour.rows(day).each)
            numbers = {(row.place, row.stay): number for number, row in each}
            for stop in trip.days[day].stops:
                row = numbers.get((self.field.number.get(stop.place, -1), stop.stay))
                if row is not None and row in tour.free(day, self._allowed):
                    tour.put(day, len(tour.days[day]), row)
                    if tour.times(day) is None:
                        tour.take(day, len(tour.days[day]) - 1)
        return tour

    def _trip_of(self, tour: Tour) -> Trip:
        trip = blank(self.task, tour.lodgings)
        for index, day in enumerate(self._start.days):
            if index in self._days:
                visits = [tour.rows(index).each[row] for row in tour.days[index]]
                stops = [new_stop(self.field.places[each.place].id, each.stay, each.starts) for each in visits]
                trip = with_stops(trip, index, tuple(stops))
            elif not self.task.frames[index].locked:
                trip = with_stops(trip, index, day.stops)
            trip = settled(trip, index, self.task.judge)
        return named(trip)

    # One round

    def _shaken(self, tour: Tour) -> set[int]:
        """Some visits taken out, and others put in their place as one may fancy them; which days that changed."""
        chance, changed = self._random, set[int]()
        full = [day for day in self._days if tour.days[day]]
        allowed = self._allowed.copy()
        if self.field.open_nights and chance.random() < NEW_BED:
            changed |= self._moved(tour, self._some_beds(tour))
        for _ in range(1 + (chance.random() < 0.3)):
            if full:
                day = chance.choice(full)
                gone = self._emptied(tour, day)
                changed.add(day)
                if chance.random() < 0.5:
                    allowed[[place for place in gone if self.field.places[place].id not in self.task.insisted]] = False
        if not full or chance.random() < 0.3:
            day = chance.choice(self._days)
            self._wish_for(tour, day, allowed)
            changed.add(day)
        taste = np.array([chance.uniform(1 - FANCY, 1 + FANCY) for _ in self.field.places])
        self._fill(tour, allowed, taste)
        return changed

    def _emptied(self, tour: Tour, day: int) -> list[int]:
        """A day without some neighbouring visits, or without any."""
        chance, count = self._random, len(tour.days[day])
        many = count if chance.random() < 0.3 else chance.randint(1, min(3, count)) if count else 0
        first = chance.randint(0, count - many)
        gone = tour.places(day)[first : first + many]
        for _ in range(many):
            tour.take(day, first)
        return gone

    def _wish_for(self, tour: Tour, day: int, allowed: Flags) -> None:
        """Some place that is worth much on a day, whatever has to make room for it."""
        while tour.days[day]:
            tour.take(day, 0)
        free = tour.free(day, allowed)
        if free.size:
            row = self._random.choices(list(free), weights=list(tour.rows(day).gains[free]))[0]
            tour.put(day, 0, int(row))
            if tour.times(day) is None or tour.road_left(day) < 0:
                tour.take(day, 0)

    def _fill(self, tour: Tour, allowed: Flags, taste: Real | None = None) -> None:
        puts = {day: tour.best_put(day, allowed, taste) for day in self._days}
        while True:
            best = max(puts.values())
            if best[0] <= EPS:
                return
            tour.put(*best[1:])
            for day, (brings, _, _, row) in puts.items():
                if day == best[1] or (brings > EPS and tour.taken[tour.rows(day).places[row]]):
                    puts[day] = tour.best_put(day, allowed, taste)

    def _improve(self, tour: Tour, days: set[int]) -> None:
        """Until no visit more, none elsewhere and none instead of another makes the tour better."""
        settled_in = False  # beds follow the visits once: with every move others could be nearer, without end
        while True:
            self._fill(tour, self._allowed)
            changed = set[int]()
            for day in sorted(days):
                changed |= self._better_day(tour, day)
            if not changed:
                if settled_in or not self._moved(tour, self._near_beds(tour)):
                    return
                settled_in, changed = True, set(self._days)
            days = changed

    def _better_day(self, tour: Tour, day: int) -> set[int]:
        """Each visit of a day taken out, and the best put in instead."""
        position, changed = 0, set[int]()
        while position < len(tour.days[day]):
            before, place = tour.day_value(day), tour.places(day)[position]
            row = tour.take(day, position)
            lost = before - tour.day_value(day)
            freed = [int(each) for each in self.field.clashes[place] if self._allowed[each]]
            puts = [tour.best_put(day, self._allowed)]
            puts += [tour.best_of(other, freed) for other in self._days if other != day]
            best = max(puts)
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

    # Beds

    def _some_beds(self, tour: Tour) -> Lodgings:
        bed, nights = self._random.choice(self.field.beds), self.field.open_nights
        chosen = nights if self._random.random() < 0.5 else (self._random.choice(nights),)
        return tuple(bed if night in chosen else known for night, known in enumerate(tour.lodgings))

    def _near_beds(self, tour: Tour) -> Lodgings:
        """The beds with the least way for the visits as they are."""
        if not self.field.open_nights:
            return tour.lodgings
        best: dict[PlaceId | None, tuple[float, Lodgings]] = {None: (0.0, ())}
        for night, known in enumerate(tour.lodgings):
            options = self.field.beds if night in self.field.open_nights else (known,)
            found = {}
            for bed in options:
                cost, way = min((cost + CHANGE_OF_BED * self.task.habit.way * bool(way and last != bed), way)
                                for last, (cost, way) in best.items())  # fmt: skip
                found[bed] = (cost + self._detour(tour, night, bed), (*way, bed))
            best = found
        return min(best.values(), key=lambda each: each[0])[1]

    def _detour(self, tour: Tour, night: int, bed: PlaceId | None) -> float:
        ways, here, found = self.field.ways, self.field.location[bed], 0.0
        if tour.days[night]:
            found += float(ways[night][tour.places(night)[-1], here])
        if tour.days[night + 1]:
            found += float(ways[night + 1][here, tour.places(night + 1)[0]])
        return found

    def _moved(self, tour: Tour, lodgings: Lodgings) -> set[int]:
        """Other beds; visits that one cannot reach from there in time are left out. Which days that changed."""
        if lodgings == tour.lodgings:
            return set()
        tour.lodgings, before = lodgings, tour.ends
        tour.ends = self.field.ends(lodgings)
        changed = {day for day in self._days if tour.ends[day] != before[day]}
        for day in changed:
            while tour.days[day] and (tour.times(day) is None or tour.road_left(day) < 0):
                tour.take(day, self._random.randrange(len(tour.days[day])))
        return changed
