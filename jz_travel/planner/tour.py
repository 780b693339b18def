"""A whole trip in bare numbers while the search tries things out: put in, take out, and what that brings."""

from collections.abc import Iterable, Sequence

from jz_travel.domain.places import PlaceId
from jz_travel.planner.draft import Lodgings
from jz_travel.planner.field import Field, Key, Rows
from jz_travel.planner.glance import Look, Put, look_at
from jz_travel.planner.merit import CHANGE_OF_BED, strain

State = tuple[Lodgings, tuple[tuple[int, ...], ...]]
"""Where one sleeps, and the visits of all days."""
EPS = 1e-6
NOTHING: Put = (-1e15, 0, 0, 0)
MANY = 8_000
"""So many looks at days are remembered."""


class Tour:
    """``days``: the rows of each day's visits, in their order. ``taken``: how often a place is ruled out, by visits or
    because nobody may go there.

    ``known``: what was looked at; a search comes to the same days again and again.
    """

    def __init__(self, field: Field, lodgings: Lodgings, money: float = 0.0) -> None:
        self.field, self.lodgings, self.money = field, lodgings, money
        self.ends = field.ends(lodgings)
        self.days: list[tuple[int, ...]] = [() for _ in field.days]
        self.taken = [0] * len(field.places)
        self.known: dict[Key, Look] = {}
        self._dear: frozenset[int] | None = None
        self._strain: tuple[object, float] | None = None

    def copy(self) -> "Tour":
        other = Tour.__new__(Tour)
        other.field, other.lodgings, other.money, other.ends = self.field, self.lodgings, self.money, self.ends
        other.days, other.taken, other.known = list(self.days), list(self.taken), self.known
        other._dear, other._strain = self._dear, self._strain
        return other

    def be(self, other: "Tour") -> None:
        """The same visits and beds as another tour of the same places."""
        self.lodgings, self.ends, self._dear = other.lodgings, other.ends, None
        self.days, self.taken = list(other.days), list(other.taken)

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
        self.rule_out(self.field.clashes[self.rows(day).each[row].place])

    def take(self, day: int, position: int) -> int:
        stops = self.days[day]
        row = stops[position]
        self.days[day] = stops[:position] + stops[position + 1 :]
        self.rule_out(self.field.clashes[self.rows(day).each[row].place], -1)
        return row

    def rule_out(self, places: Iterable[int], times: int = 1) -> None:
        """Nobody may go there; ``times`` -1 takes that back."""
        self._dear = None
        for place in places:
            self.taken[place] += times

    def become(self, day: int, stops: tuple[int, ...]) -> None:
        """The day holds just these."""
        while self.days[day]:
            self.take(day, 0)
        for row in stops:
            self.put(day, len(self.days[day]), row)

    def forbid(self, day: int) -> None:
        """A day that works by its numbers only is not offered again."""
        key, stops = (day, self.ends[day]), self.days[day]
        self.field.in_fact_not.add((*key, stops))
        for gap, row in enumerate(stops):
            before = (*key, stops[:gap] + stops[gap + 1 :])
            self.field.not_put.setdefault(before, set()).add((gap, row))
            self.known.pop(before, None)
        self.known.pop((*key, stops), None)

    def value(self) -> float:
        found = sum(self.day_value(day) for day in range(len(self.days)))
        return found - self.strain() * self.field.task.habit.way

    def strain(self) -> float:
        """What is wrong with days that are well one by one, as minutes on the road."""
        now = (self.lodgings, *self.days)
        if self._strain is None or self._strain[0] != now:
            self._strain = now, self.strain_in(self.lodgings)
        return self._strain[1]

    def strain_in(self, lodgings: Lodgings) -> float:
        """The same in other beds."""
        regions, climbs = self.field.regions, self.field.climbs
        places = [self.places(day) for day in range(len(self.days))]
        areas = [{area for place in day if (area := regions[place])} for day in places]
        return strain(lodgings, areas, [any(climbs[place] for place in day) for day in places])

    def day_value(self, day: int) -> float:
        return self.look(day).value if self.days[day] else 0.0

    def works(self, day: int) -> bool:
        return not self.days[day] or self.look(day).works

    def look(self, day: int, stops: tuple[int, ...] | None = None) -> Look:
        """The day as it is, or with other stops."""
        stops = self.days[day] if stops is None else stops
        key = (day, self.ends[day], stops)
        found = self.known.get(key)
        if found is None:
            if len(self.known) >= MANY:
                self.known.clear()
            found = self.known[key] = look_at(self.field, day, self.ends[day], stops)
        return found

    def too_dear(self) -> frozenset[int]:
        """The places whose tickets cannot be paid any more."""
        if self._dear is None:
            budget = self.field.task.request.budget
            self._dear = frozenset() if budget is None else self._above(budget - self.money)
        return self._dear

    def _above(self, left: float) -> frozenset[int]:
        """The places that cost more than is left of so much money."""
        field = self.field
        places = [place for day in range(len(self.days)) for place in self.places(day)]
        paid = {field.area[place]: field.area_price[place] for place in places if field.area[place] >= 0}
        left -= sum(field.own_price[place] for place in places) + sum(paid.values())
        prices = zip(field.own_price, field.area, field.area_price, strict=True)
        return frozenset(
            place for place, (own, area, more) in enumerate(prices) if own + (0.0 if area in paid else more) > left
        )

    def is_free(self, place: int) -> bool:
        """Whether no visit rules a place out, and it can be paid."""
        return not self.taken[place] and place not in self.too_dear()

    def best_put(self, day: int) -> Put:
        """What brings most, if it brings anything."""
        best = self.best_seen(self.look(day))
        return (best[0], day, best[1], best[2]) if best else NOTHING

    def best_seen(self, look: Look) -> Put | None:
        """The same of a day as somebody looked at it."""
        taken, dear = self.taken, self.too_dear()
        for put in look.puts:
            if put[0] <= EPS:
                break
            if not taken[put[3]] and put[3] not in dear:
                return put
        return None

    def best_liked(self, day: int, taste: Sequence[float]) -> Put:
        """The same when each place is liked so much more or less than its worth."""
        taken, dear, gains, best = self.taken, self.too_dear(), self.rows(day).each, NOTHING
        for brings, position, row, place in self.look(day).puts:
            liked = brings + gains[row].gain * (taste[place] - 1.0)
            if liked > best[0] and not taken[place] and place not in dear:
                best = liked, day, position, row
        return best

    def best_of(self, day: int, places: Sequence[int]) -> Put:
        """The best visit on a day to one of these places that are still free."""
        dear, of = self.too_dear(), self.look(day).of
        puts = [put for place in places if not self.taken[place] and place not in dear and (put := of.get(place))]
        if not puts:
            return NOTHING
        brings, position, row, _ = max(puts)
        return brings, day, position, row

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
