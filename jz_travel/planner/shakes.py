"""What chance does to a trip in bare numbers: visits taken out, other beds, days that change places."""

import random
from collections.abc import Sequence
from operator import itemgetter

from jz_travel.planner.draft import Lodgings
from jz_travel.planner.field import FANCY, Field
from jz_travel.planner.glance import Put
from jz_travel.planner.orders import Order, Orders
from jz_travel.planner.other_nights import OtherNights
from jz_travel.planner.tour import EPS, NOTHING, Tour

NEW_BED, OTHER_DAYS, ANOTHER_DAY, WHOLE_OR_PARTS, BEDS_TOO = 0.1, 0.15, 0.15, 0.15, 0.6

THE_OTHER_WAY, LIKELY = 0.25, 6
"""How often the whole trip goes the other way round when days change places; else one of the most promising orders."""
IN_VAIN = 20
"""So many sights that find no day are enough."""


class Shakes:
    """``days``: those that may change."""

    def __init__(self, field: Field, days: Sequence[int], chance: random.Random) -> None:
        self._field, self._days, self._random = field, days, chance
        self._insisted = field.task.insisted
        self._orders, self._in_vain = Orders(field, days, chance), set[tuple[object, ...]]()
        self._other_nights = OtherNights(field, days)
        self._areas = [field.number[area] for area in field.task.areas]

    def shaken(self, tour: Tour) -> set[int]:
        """Some visits taken out, and others put in their place as one may fancy them; which days that changed."""
        chance, changed, banned = self._random, set[int](), list[int]()
        full = [day for day in self._days if tour.days[day]]
        if self._field.open_nights and chance.random() < NEW_BED:
            changed |= self.moved(tour, self._some_beds(tour))
        if len(full) > 1 and chance.random() < OTHER_DAYS:
            changed |= self._on_other_days(tour)
        if self._areas and chance.random() < WHOLE_OR_PARTS:
            changed |= self._whole_or_in_parts(tour, banned)
        if len(self._days) > 1 and full and chance.random() < ANOTHER_DAY:
            changed |= self._on_another_day(tour, chance.choice(full))
        if not changed or chance.random() < 0.5:  # other days and beds alone are change enough
            changed |= self._with_gaps(tour, full, banned)
        tour.rule_out(banned)
        if not full or chance.random() < 0.3:
            day = chance.choice(self._days)
            changed |= self._wish_for(tour, day)
        self.fill(tour, [chance.uniform(1 - FANCY, 1 + FANCY) for _ in self._field.places])
        tour.rule_out(banned, -1)
        return changed

    def _with_gaps(self, tour: Tour, full: Sequence[int], banned: list[int]) -> set[int]:
        """Without some visits of a day or two, to which nobody may go for a while. Which days that changed."""
        chance, changed = self._random, set[int]()
        for _ in range(1 + (chance.random() < 0.3)):
            if full:
                day = chance.choice(full)
                gone = self._emptied(tour, day)
                changed.add(day)
                if chance.random() < 0.5:
                    banned += [place for place in gone if not self._is_insisted(place)]
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

    def in_near_beds(self, tour: Tour) -> set[int]:
        """In the beds nearest to the visits, unless that costs one of them. Which days changed."""
        before, there = tour.copy(), sum(map(len, tour.days))
        changed = self.moved(tour, tour.near_beds())
        if sum(map(len, tour.days)) == there:
            return changed
        tour.be(before)
        return set()

    def fill(self, tour: Tour, taste: Sequence[float] = ()) -> None:
        """With as many visits as bring anything, what brings most first, or what one fancies most."""

        def best(day: int) -> Put:
            return tour.best_liked(day, taste) if taste else tour.best_put(day)

        puts = {day: best(day) for day in self._days}
        while (most := max(puts.values(), key=itemgetter(0)))[0] > EPS:  # the first of days that are alike
            tour.put(*most[1:])
            for day, (brings, _, _, row) in puts.items():
                if day == most[1] or (brings > EPS and not tour.is_free(tour.rows(day).each[row].place)):
                    puts[day] = best(day)

    def _on_other_days(self, tour: Tour) -> set[int]:
        """Days change places, or the whole trip goes the other way round; what does not fit then is left out."""
        if self._random.random() < THE_OTHER_WAY:
            turned = zip(self._days[::-1], self._days, strict=True)
            self._reordered(tour, [self._orders.rows_on(tour, *two)[::-1] for two in turned])
        else:
            self._follow(tour, self._random.choice(self._orders.likely(tour)[:LIKELY]))
        return set(self._days)

    def in_better_order(self, tour: Tour) -> set[int]:
        """Days change places if that alone makes the tour better. Which days changed."""
        if len(self._days) < 2 or (order := self._orders.better(tour)) is None:
            return set()
        tried = (tour.lodgings, *tour.days)
        if tried in self._in_vain:
            return set()
        before, worth = tour.copy(), tour.value()
        self._follow(tour, order)
        if tour.value() > worth + EPS:
            return set(self._days)
        self._in_vain.add(tried)
        tour.be(before)
        return set()

    def with_great_days(self, tour: Tour) -> None:
        """Each day for the sight that is worth most, wherever one sleeps for it, as long as those before stay in."""
        rows = [(day, number, row) for day in self._days for number, row in enumerate(tour.rows(day).each)]
        for day in self._days:
            tour.become(day, ())
        in_vain = 0
        for day, number, row in sorted(rows, key=lambda found: (not self._is_insisted(found[2].place), -found[2].gain)):
            if not tour.days[day] and tour.is_free(row.place):
                in_vain += not self._found_day(tour, day, number, row.place)
            if in_vain > IN_VAIN:
                return

    def _found_day(self, tour: Tour, day: int, number: int, place: int) -> bool:
        """A visit on an empty day, in beds from which that and all the others work; else nothing changes."""
        before, there = tour.copy(), sum(map(len, tour.days))
        for is_around in (False, True):
            tour.put(day, 0, number)
            self._slept_in(tour, self._beds_around(tour, day, place) if is_around else tour.near_beds())
            if sum(map(len, tour.days)) > there:
                return True
            tour.be(before)
        return False

    def _is_insisted(self, place: int) -> bool:
        return self._field.places[place].id in self._insisted

    def in_better_beds(self, tour: Tour) -> set[int]:
        """Other beds and the visits in an order that suits them, if that makes the tour better. Which days changed."""
        found = self._other_nights.better(tour)
        if found is None:
            return set()
        tour.lodgings, visits = found
        tour.ends = self._field.ends(tour.lodgings)
        for day, rows in visits.items():
            tour.days[day] = rows
        return set(visits)

    def _follow(self, tour: Tour, order: Order) -> None:
        seen = [self._days[each] for each in order]
        self._reordered(tour, [self._orders.rows_on(tour, *two) for two in zip(seen, self._days, strict=True)])

    def _reordered(self, tour: Tour, visits: Sequence[tuple[int, ...]]) -> None:
        for day in self._days:
            tour.become(day, ())
        for day, rows in zip(self._days, visits, strict=True):
            tour.become(day, rows)
        self._slept_in(tour, tour.near_beds())

    def _slept_in(self, tour: Tour, lodgings: Lodgings) -> None:
        """In these beds; visits that make a day impossible are left out."""
        self.moved(tour, lodgings)
        for day in self._days:
            self._trimmed(tour, day)

    def _on_another_day(self, tour: Tour, day: int) -> set[int]:
        """One visit of a day on another one, whatever has to make room for it there. Which days changed."""
        if not tour.days[day]:
            return set()
        position = self._random.randrange(len(tour.days[day]))
        place, row = (tour.places(day)[position],), tour.take(day, position)
        other = self._random.choice([each for each in self._days if each != day])
        put = tour.best_of(other, place)
        if put == NOTHING:
            before = tour.days[other]
            tour.become(other, ())
            put = tour.best_of(other, place)
            if put == NOTHING:
                tour.become(other, before)
                put = (0.0, day, position, row)
        tour.put(*put[1:])
        return {day, other}

    def _whole_or_in_parts(self, tour: Tour, banned: list[int]) -> set[int]:
        """An area is seen as a whole instead of sight by sight, or the other way round."""
        area = self._random.choice(self._areas)
        inside = self._field.clashes[area]
        days = [day for day in self._days if set(inside) & set(tour.places(day))]
        if not days:
            return set()
        whole = any(area in tour.places(day) for day in days)
        banned += (area,) if whole else (each for each in inside if each != area)
        for day in days:
            each = tour.rows(day).each
            tour.become(day, tuple(row for row in tour.days[day] if each[row].place not in inside))
        if whole:
            return set(days)
        day, changed = self._random.choice(days), set(days)
        tour.become(day, ())
        put = tour.best_of(day, [area])
        if put == NOTHING and self._field.open_nights:
            changed |= self.moved(tour, self._beds_around(tour, day, area))
            put = tour.best_of(day, [area])
        if put != NOTHING:
            tour.put(*put[1:])
        return changed

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

    def _wish_for(self, tour: Tour, day: int) -> set[int]:
        """Some place that is worth much on a day, whatever has to make room for it, be it the beds. What changed."""
        changed, each = {day}, tour.rows(day).each
        tour.become(day, ())
        beds_too = bool(self._field.open_nights) and self._random.random() < BEDS_TOO
        those = range(len(each)) if beds_too else [row for _, _, row, _ in tour.look(day).puts]
        rows = [row for row in those if tour.is_free(each[row].place)]
        if rows:
            weights = [each[row].gain ** (1 + beds_too) for row in rows]
            place = each[self._random.choices(rows, weights)[0]].place
            if beds_too:
                changed |= self.moved(tour, self._beds_around(tour, day, place))
            put = tour.best_of(day, (place,))
            if put != NOTHING:
                tour.put(*put[1:])
        return changed

    def _beds_around(self, tour: Tour, day: int, place: int) -> Lodgings:
        """The nights before and after a day near a place."""
        location, ways = self._field.location, self._field.way_lists[day]
        near = min(self._field.beds, key=lambda bed: ways[place][location[bed]] + ways[location[bed]][place])
        nights = {day - 1, day} & set(self._field.open_nights)
        return tuple(near if night in nights else bed for night, bed in enumerate(tour.lodgings))

    def _some_beds(self, tour: Tour) -> Lodgings:
        bed, nights = self._random.choice(self._field.beds), self._field.open_nights
        chosen = nights if self._random.random() < 0.5 else (self._random.choice(nights),)
        return tuple(bed if night in chosen else known for night, known in enumerate(tour.lodgings))
