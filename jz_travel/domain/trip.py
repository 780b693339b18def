"""What the visitor wants: a trip of days, days of stops, and a pool of wished places. Every edit gives a new trip."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NewType

from jz_travel.domain.clock import MIDNIGHT, MINUTE, hours
from jz_travel.domain.own_places import MOST_OWN, OwnPlace, own_id
from jz_travel.domain.places import PlaceId
from jz_travel.domain.request import Request
from jz_travel.domain.travel import Mode

StopId = NewType("StopId", str)
DayId = NewType("DayId", str)
TripId = NewType("TripId", str)

MOST_DAYS = 60
MOST_STOPS_A_DAY = 40
LONGEST_STAY = timedelta(hours=16)
LONGEST_NOTE = 20_000  # letters
LATEST = hours(29, 59)  # the last time of day that can be written down
USUAL_START = hours(8, 30)
USUAL_END = hours(21)


@dataclass(frozen=True, slots=True)
class Stop:
    """One visit the visitor wants. ``stay`` None: the usual time; ``starts``: not before this time of day."""

    id: StopId
    place: PlaceId
    stay: timedelta | None = None
    starts: timedelta | None = None
    locked: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """One day: when it starts, what is visited, where the night after it is spent (None: not decided)."""

    id: DayId
    stops: tuple[Stop, ...] = ()
    starts: timedelta = USUAL_START
    ends_by: timedelta = USUAL_END
    lodging: PlaceId | None = None
    mode: Mode = Mode.CAR
    lunch: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Trip:
    """A visit to the city. The first day starts at ``arrival``, the last one ends at ``departure``."""

    id: TripId
    name: str
    starts: date
    days: tuple[Day, ...]
    wishes: tuple[PlaceId, ...] = ()
    arrival: PlaceId | None = None
    departure: PlaceId | None = None
    next_number: int = 1
    """The number of the next stop or day; never used twice, so that an exported stop keeps its identity."""
    request: Request | None = None
    """What the visitor last asked the planner for."""
    own: tuple[OwnPlace, ...] = ()
    """Places that the visitor added; ids of stops, wishes and nights may name them like any other place."""

    # Reading

    def stops(self) -> Iterator[Stop]:
        for day in self.days:
            yield from day.stops

    def day(self, day: DayId) -> Day:
        """Raises ``KeyError`` when the trip has no such day."""
        return self.days[self.index_of(day)]

    def index_of(self, day: DayId) -> int:
        """The day's number, from 0; raises ``KeyError`` when the trip has no such day."""
        for index, each in enumerate(self.days):
            if each.id == day:
                return index
        raise KeyError(day)

    def day_of(self, stop: StopId) -> Day:
        """Raises ``KeyError`` when the trip has no such stop."""
        for day in self.days:
            if any(each.id == stop for each in day.stops):
                return day
        raise KeyError(stop)

    def stop(self, stop: StopId) -> Stop:
        """Raises ``KeyError`` when the trip has no such stop."""
        return next(each for each in self.day_of(stop).stops if each.id == stop)

    def date_of(self, day: DayId) -> date:
        """Days follow each other without a gap from ``starts``; raises ``KeyError`` for an unknown day."""
        return self.starts + timedelta(days=self.index_of(day))

    def starts_from(self, day: DayId) -> PlaceId | None:
        """Where a day begins: at the lodging of the night before, on the first day where the visitor arrives."""
        index = self.index_of(day)
        return self.arrival if index == 0 else self.days[index - 1].lodging

    def ends_at(self, day: DayId) -> PlaceId | None:
        """Where a day ends: at its lodging, on the last day where the visitor departs from."""
        index = self.index_of(day)
        return self.departure or self.days[index].lodging if index == len(self.days) - 1 else self.days[index].lodging

    def visits_of(self, place: PlaceId) -> tuple[Stop, ...]:
        """Every stop at a place, in the order of the days; empty when the trip does not go there."""
        return tuple(stop for stop in self.stops() if stop.place == place)

    # Stops

    def with_stop(self, place: PlaceId, day: DayId, before: StopId | None = None) -> "Trip":
        """A place added to a day, before another stop or at the end; it leaves the pool of wishes."""
        trip, number = self._numbered()
        stop = Stop(StopId(f"s{number}"), place)
        return trip.without_wish(place)._with_inserted(stop, day, before)

    def without_stop(self, stop: StopId) -> "Trip":
        """The place does not become a wish again; raises ``KeyError`` when the trip has no such stop."""
        day = self.day_of(stop)
        return self._with_day(replace(day, stops=tuple(each for each in day.stops if each.id != stop)))

    def with_stop_moved(self, stop: StopId, day: DayId, before: StopId | None = None) -> "Trip":
        """A stop moved before another one, or to the end of a day."""
        if before == stop:
            return self
        moving = self.stop(stop)
        return self.without_stop(stop)._with_inserted(moving, day, before)

    def with_stop_wished(self, stop: StopId) -> "Trip":
        """A stop taken off its day and kept in the pool."""
        return self.without_stop(stop).with_wish(self.stop(stop).place)

    def with_stay(self, stop: StopId, stay: timedelta | None) -> "Trip":
        """A stop with a length of stay in whole minutes, or the usual one."""
        if stay is not None and (not timedelta() < stay <= LONGEST_STAY or stay % MINUTE):
            raise ValueError(f"a stay lasts whole minutes, more than nothing and at most {LONGEST_STAY}")
        return self._with_stop(stop, lambda each: replace(each, stay=stay))

    def with_start(self, stop: StopId, starts: timedelta | None) -> "Trip":
        """A stop that begins at a time of day (not before it), or as soon as one gets there."""
        if starts is not None and (not MIDNIGHT <= starts <= LATEST or starts % MINUTE):
            raise ValueError("a stop starts at a whole minute from 00:00 to 29:59")
        return self._with_stop(stop, lambda each: replace(each, starts=starts))

    def with_lock(self, stop: StopId, locked: bool) -> "Trip":
        return self._with_stop(stop, lambda each: replace(each, locked=locked))

    def with_stop_note(self, stop: StopId, note: str) -> "Trip":
        return self._with_stop(stop, lambda each: replace(each, note=note))

    # Days

    def with_day(self, before: DayId | None = None) -> "Trip":
        """One more day, at the end or before another one, sleeping where its neighbour sleeps."""
        if len(self.days) >= MOST_DAYS:
            raise ValueError(f"a trip has at most {MOST_DAYS} days")
        trip, number = self._numbered()
        index = len(self.days) if before is None else self.index_of(before)
        like = self.days[max(0, index - 1)] if self.days else Day(DayId(""))
        day = Day(DayId(f"d{number}"), starts=like.starts, ends_by=like.ends_by, lodging=like.lodging, mode=like.mode)
        return replace(trip, days=(*self.days[:index], day, *self.days[index:]))

    def without_day(self, day: DayId) -> "Trip":
        """One day less; its places go to the pool. A trip keeps at least one day."""
        if len(self.days) == 1:
            raise ValueError("a trip has at least one day")
        trip = self
        for stop in self.day(day).stops:
            trip = trip.with_wish(stop.place)
        return replace(trip, days=tuple(each for each in self.days if each.id != day))

    def with_day_moved(self, day: DayId, before: DayId | None) -> "Trip":
        if before == day:
            return self
        moving = self.day(day)
        rest = [each for each in self.days if each.id != day]
        index = len(rest) if before is None else rest.index(self.day(before))
        return replace(self, days=(*rest[:index], moving, *rest[index:]))

    def with_day_hours(self, day: DayId, starts: timedelta, ends_by: timedelta) -> "Trip":
        """A day that starts at a time of day and should be over by another, 24:00 or later included."""
        if not MIDNIGHT <= starts < ends_by <= LATEST or starts % MINUTE or ends_by % MINUTE:
            raise ValueError("a day starts at a whole minute and ends after that, by 29:59")
        return self._with_day(replace(self.day(day), starts=starts, ends_by=ends_by))

    def with_lodging(self, day: DayId, lodging: PlaceId | None) -> "Trip":
        """Where the night after a day is spent; None leaves it open."""
        return self._with_day(replace(self.day(day), lodging=lodging))

    def with_lodging_everywhere(self, lodging: PlaceId | None) -> "Trip":
        return replace(self, days=tuple(replace(day, lodging=lodging) for day in self.days))

    def with_mode(self, day: DayId, mode: Mode) -> "Trip":
        return self._with_day(replace(self.day(day), mode=mode))

    def with_lunch(self, day: DayId, lunch: bool) -> "Trip":
        return self._with_day(replace(self.day(day), lunch=lunch))

    def with_day_note(self, day: DayId, note: str) -> "Trip":
        return self._with_day(replace(self.day(day), note=note))

    # Own places

    def own_place(self, place: PlaceId | None) -> OwnPlace | None:
        """None for a place of the catalogue, and for an own place that is gone."""
        return next((each for each in self.own if each.id == place), None)

    def with_own(self, place: OwnPlace) -> "Trip":
        """One more own place; it gets an id of this trip, :attr:`newest_own` of the result."""
        if len(self.own) >= MOST_OWN:
            raise ValueError(f"a trip has at most {MOST_OWN} own places")
        trip, number = self._numbered()
        return replace(trip, own=(*self.own, replace(place, id=own_id(number))))

    @property
    def newest_own(self) -> OwnPlace:
        """The one that :meth:`with_own` just added; raises ``IndexError`` without any."""
        return self.own[-1]

    def with_own_changed(self, place: OwnPlace) -> "Trip":
        """The own place of the same id as it is now; without one of that id the trip stays as it is."""
        return replace(self, own=tuple(place if each.id == place.id else each for each in self.own))

    def without_own(self, place: PlaceId) -> "Trip":
        """An own place gone, with every stop, wish and night there."""

        def other(each: PlaceId | None) -> PlaceId | None:
            return None if each == place else each

        days = tuple(
            replace(day, stops=tuple(stop for stop in day.stops if stop.place != place), lodging=other(day.lodging))
            for day in self.days
        )
        own = tuple(each for each in self.own if each.id != place)
        arrival, departure = other(self.arrival), other(self.departure)
        return replace(self.without_wish(place), days=days, own=own, arrival=arrival, departure=departure)

    # The whole trip

    def with_wish(self, place: PlaceId) -> "Trip":
        return self if place in self.wishes else replace(self, wishes=(*self.wishes, place))

    def without_wish(self, place: PlaceId) -> "Trip":
        return replace(self, wishes=tuple(each for each in self.wishes if each != place))

    def renamed(self, name: str) -> "Trip":
        return replace(self, name=name)

    def with_start_date(self, starts: date) -> "Trip":
        """All days move along, as they only count from it."""
        return replace(self, starts=starts)

    def with_arrival(self, arrival: PlaceId | None) -> "Trip":
        return replace(self, arrival=arrival)

    def with_departure(self, departure: PlaceId | None) -> "Trip":
        return replace(self, departure=departure)

    def with_request(self, request: Request | None) -> "Trip":
        return replace(self, request=request)

    # Inside

    def _numbered(self) -> tuple["Trip", int]:
        return replace(self, next_number=self.next_number + 1), self.next_number

    def _with_day(self, day: Day) -> "Trip":
        index = self.index_of(day.id)
        return replace(self, days=(*self.days[:index], day, *self.days[index + 1 :]))

    def _with_stop(self, stop: StopId, edit: Callable[[Stop], Stop]) -> "Trip":
        day = self.day_of(stop)
        return self._with_day(replace(day, stops=tuple(edit(each) if each.id == stop else each for each in day.stops)))

    def _with_inserted(self, stop: Stop, day: DayId, before: StopId | None) -> "Trip":
        here = self.day(day)
        if len(here.stops) >= MOST_STOPS_A_DAY:
            raise ValueError(f"a day has at most {MOST_STOPS_A_DAY} stops")
        ids = [each.id for each in here.stops]
        index = len(ids) if before is None else ids.index(before)
        return self._with_day(replace(here, stops=(*here.stops[:index], stop, *here.stops[index:])))


def new_trip(trip: TripId, name: str, starts: date, days: int) -> Trip:
    """An empty trip of so many days."""
    empty = Trip(trip, name, starts, ())
    for _ in range(days):
        empty = empty.with_day()
    return empty
