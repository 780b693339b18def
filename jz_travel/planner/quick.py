"""A first, fast look at a day: minutes on the road, and whether it can work at all. What passes is judged exactly."""

from collections.abc import Sequence
from datetime import timedelta

from jz_travel.domain.clock import MINUTE
from jz_travel.domain.places import PlaceId
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import Stop, Trip
from jz_travel.planner.comfort import is_for_the_evening, over_by, too_alike, too_full, weariness
from jz_travel.planner.habits import HABITS
from jz_travel.planner.judge import Judge
from jz_travel.planner.ways import Minutes, Ways

Window = tuple[int, int, int]
NEVER: Window = (1, 0, 0)


class Quick:
    """Remembers the minutes between places and the hours of each place on each day."""

    def __init__(self, judge: Judge, insisted: frozenset[PlaceId]) -> None:
        self._judge, self._insisted = judge, insisted
        self._habit = HABITS[judge.request.pace]
        self.ways = Ways(judge.world, self._habit.buffer)
        self._windows: dict[tuple[PlaceId, int, timedelta | None], Window] = {}

    def travelling(self, trip: Trip, index: int, stops: Sequence[Stop]) -> int:
        """Minutes on the road if the day had these stops."""
        if not stops:
            return 0
        mode, here, found = trip.days[index].mode, self.origin(trip, index), 0
        for stop in stops:
            found += self.way(here, stop.place, mode)[0]
            here = stop.place
        return found + self.way(here, self.destination(trip, index), mode)[0]

    def felt(self, trip: Trip, index: int, stops: Sequence[Stop]) -> float:
        """The minutes on the road as they count for the merit."""
        return self.travelling(trip, index, stops) + (self.weariness(trip, index, stops[-1].place) if stops else 0.0)

    def weariness(self, trip: Trip, index: int, last: PlaceId) -> float:
        """By how many minutes the way to bed feels longer than it is."""
        place = self._judge.world.catalogue.get(last)
        if place is None or index + 1 >= len(trip.days):
            return 0.0
        return weariness(place, self.way(last, trip.days[index].lodging, trip.days[index].mode)[0])

    def busy(self, trip: Trip, index: int, stops: Sequence[Stop]) -> int:
        """Minutes on the road, carefully counted, and in places."""
        mode, here, found = trip.days[index].mode, self.origin(trip, index), 0
        for stop in stops:
            found += self.way(here, stop.place, mode)[1] + self.window(stop, index)[2]
            here = stop.place
        return found + self.way(here, self.destination(trip, index), mode)[1]

    def longest(self, index: int) -> int:
        """Minutes from the earliest to the latest moment of a day."""
        frame = self._judge.frames[index]
        return (frame.ends_by - min(frame.earliest, frame.starts)) // MINUTE

    def can_work(self, trip: Trip, index: int, stops: Sequence[Stop]) -> bool:
        """False when these stops fit into the day under no circumstances: begun as early as may be, and no lunch."""
        frame, catalogue = self._judge.frames[index], self._judge.world.catalogue
        if too_alike(stops, catalogue, self._insisted, self._habit):
            return False
        if too_full(stops, catalogue, self._insisted, self._habit, frame):
            return False
        mode, here = trip.days[index].mode, self.origin(trip, index)
        now = min(frame.earliest, frame.starts) // MINUTE
        for stop in stops:
            now += self.way(here, stop.place, mode)[1]
            first, last, stay = self.window(stop, index)
            now = max(now, first)
            if now > last and not stop.locked:
                return False
            now, here = now + stay, stop.place
        return now + self.way(here, self.destination(trip, index), mode)[1] <= frame.ends_by // MINUTE

    def origin(self, trip: Trip, index: int) -> PlaceId | None:
        return trip.arrival if index == 0 else trip.days[index - 1].lodging

    def destination(self, trip: Trip, index: int) -> PlaceId | None:
        lodging = trip.days[index].lodging
        return trip.departure or lodging if index == len(trip.days) - 1 else lodging

    def way(self, here: PlaceId | None, there: PlaceId | None, mode: Mode) -> Minutes:
        """Minutes as planned, and as a careful person counts them."""
        return self.ways.one(here, there, mode)

    def window(self, stop: Stop, index: int) -> Window:
        """The first and the last minute to enter at, and the minutes of the visit."""
        key = (stop.place, index, stop.stay)
        found = self._windows.get(key)
        if found is None:
            found = self._windows[key] = self._worked_out(stop, index)
        return found

    def _worked_out(self, stop: Stop, index: int) -> Window:
        frame, place = self._judge.frames[index], self._judge.world.catalogue.get(stop.place)
        if place is None:
            return (0, 10_000, 0)
        stay = stop.stay or place.visit.usual
        intervals = place.hours.through_the_night(frame.date)
        if not intervals:
            return NEVER
        over = intervals[-1].closes
        if not is_for_the_evening(place, frame) and place.id not in self._insisted:
            over = max(over_by(place, stay, interval, frame) for interval in intervals)
        opens = intervals[0].opens
        if place.outdoor:
            opens, over = max(opens, frame.sunrise), min(over, frame.sunset)
        last = min(max(interval.last_entry for interval in intervals), over - stay)
        return (opens // MINUTE, last // MINUTE, stay // MINUTE)
