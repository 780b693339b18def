"""What chance does to a trip in bare numbers: visits taken out, other beds, days that change places."""

import random
from collections.abc import Sequence

import numpy as np

from jz_travel.planner.draft import Lodgings
from jz_travel.planner.field import Field, Flags, Real
from jz_travel.planner.tour import EPS, NEVER, Tour

NEW_BED, OTHER_DAYS, WHOLE_OR_PARTS = 0.1, 0.1, 0.15
FANCY = 0.25
"""By so much a visit may be liked more or less than its worth when trips are put together by chance."""


class Shakes:
    """``days``: those that may change; ``allowed``: the places that may be visited on them."""

    def __init__(self, field: Field, days: Sequence[int], allowed: Flags, chance: random.Random) -> None:
        self._field, self._days, self._allowed, self._random = field, days, allowed, chance
        self._insisted = field.task.insisted
        self._areas = [field.number[area] for area in field.task.areas]

    def shaken(self, tour: Tour) -> set[int]:
        """Some visits taken out, and others put in their place as one may fancy them; which days that changed."""
        chance, changed = self._random, set[int]()
        full = [day for day in self._days if tour.days[day]]
        allowed = self._allowed.copy()
        if self._field.open_nights and chance.random() < NEW_BED:
            changed |= self.moved(tour, self._some_beds(tour))
        if len(full) > 1 and chance.random() < OTHER_DAYS:
            changed |= self._on_other_days(tour)
        if self._areas and chance.random() < WHOLE_OR_PARTS:
            changed |= self._whole_or_in_parts(tour, allowed)
        for _ in range(1 + (chance.random() < 0.3)):
            if full:
                day = chance.choice(full)
                gone = self._emptied(tour, day)
                changed.add(day)
                if chance.random() < 0.5:
                    allowed[[place for place in gone if self._field.places[place].id not in self._insisted]] = False
        if not full or chance.random() < 0.3:
            day = chance.choice(self._days)
            self._wish_for(tour, day, allowed)
            changed.add(day)
        taste = np.array([chance.uniform(1 - FANCY, 1 + FANCY) for _ in self._field.places])
        self.fill(tour, allowed, taste)
        return changed

    def moved(self, tour: Tour, lodgings: Lodgings) -> set[int]:
        """Other beds; visits that one cannot reach from there in time are left out. Which days that changed."""
        if lodgings == tour.lodgings:
            return set()
        tour.lodgings, before = lodgings, tour.ends
        tour.ends = self._field.ends(lodgings)
        changed = {day for day in self._days if tour.ends[day] != before[day]}
        for day in changed:
            self._trimmed(tour, day)
        return changed

    def fill(self, tour: Tour, allowed: Flags, taste: Real | None = None) -> None:
        """With as many visits as bring anything, what brings most first."""
        free = tour.free(allowed)
        puts = {day: tour.best_put(day, free, taste) for day in self._days}
        while True:
            best = max(puts.values())
            if best[0] <= EPS:
                return
            tour.put(*best[1:])
            free = tour.free(allowed)
            for day, (brings, _, _, row) in puts.items():
                if day == best[1] or (brings > EPS and not free[tour.rows(day).places[row]]):
                    puts[day] = tour.best_put(day, free, taste)

    def _on_other_days(self, tour: Tour) -> set[int]:
        """Two days change places, or the whole trip goes the other way round; what does not fit then is left out."""
        new = {day: tour.rows(day).each for day in self._days}
        visits = [[new[day][row] for row in tour.days[day]] for day in self._days]
        if self._random.random() < 0.5:
            visits = [day[::-1] for day in visits[::-1]]
        else:
            one, other = self._random.sample(range(len(visits)), 2)
            visits[one], visits[other] = visits[other], visits[one]
        for day in self._days:
            tour.become(day, ())
        for day, its_visits in zip(self._days, visits, strict=True):
            for visit in its_visits:
                rows = tour.rows(day).of.get(visit.place, ())
                row = next((row for row in rows if new[day][row].stay == visit.stay), None)
                if row is not None:
                    tour.put(day, len(tour.days[day]), row)
        self.moved(tour, tour.near_beds())
        for day in self._days:
            self._trimmed(tour, day)
        return set(self._days)

    def _whole_or_in_parts(self, tour: Tour, allowed: Flags) -> set[int]:
        """An area is seen as a whole instead of sight by sight, or the other way round."""
        area = self._random.choice(self._areas)
        inside = self._field.clashes[area]
        days = [day for day in self._days if set(inside.tolist()) & set(tour.places(day))]
        if not days:
            return set()
        whole = any(area in tour.places(day) for day in days)
        allowed[area if whole else inside] = False
        for day in days:
            each = tour.rows(day).each
            tour.become(day, tuple(row for row in tour.days[day] if each[row].place not in inside))
        if not whole:
            day = self._random.choice(days)
            tour.become(day, ())
            put = tour.best_of(day, [area])
            if put[0] > NEVER:
                tour.put(*put[1:])
        return set(days)

    def _trimmed(self, tour: Tour, day: int) -> None:
        """Without the visits that make the day impossible."""
        while not tour.works(day):
            tour.take(day, self._random.randrange(len(tour.days[day])))

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
        rows = tour.rows(day)
        fits = np.flatnonzero(tour.free(allowed)[rows.places] & (tour.look(day).brings > NEVER))
        if fits.size:
            tour.put(day, 0, self._random.choices(fits.tolist(), weights=rows.gains[fits].tolist())[0])

    def _some_beds(self, tour: Tour) -> Lodgings:
        bed, nights = self._random.choice(self._field.beds), self._field.open_nights
        chosen = nights if self._random.random() < 0.5 else (self._random.choice(nights),)
        return tuple(bed if night in chosen else known for night, known in enumerate(tour.lodgings))
