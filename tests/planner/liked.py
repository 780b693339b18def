"""What people like (:mod:`jz_travel.planner.habits`), reckoned a second time; only the numbers are the planner's."""

from dataclasses import dataclass
from datetime import timedelta

from jz_travel.domain.clock import DAY, hours, minutes, time_of
from jz_travel.domain.places import Place
from jz_travel.domain.plan import Plan
from jz_travel.domain.schedule import DaySchedule
from jz_travel.planner import World
from jz_travel.planner.frames import Frame
from jz_travel.planner.habits import ALIKE, HABITS

EVENING = hours(17)


@dataclass(frozen=True)
class Liked:
    """The habits of a pace, reckoned anew."""

    frame: Frame
    plan: Plan
    world: World

    def evening(self, day: DaySchedule) -> bool:
        """Sights are over by the evening, and a little before the doors close and the sun sets."""
        for visit in day.visits:
            place, date_ = self.world.catalogue.get(visit.place), day.date
            if place is None or visit.place in self.plan.request.insisted or self._late(place):
                continue
            enters, leaves = time_of(visit.enters, date_), time_of(visit.leaves, date_)
            span = next((s for s in place.hours.through_the_night(date_) if s.opens <= enters <= s.closes), None)
            if span is None:
                return False
            opens, closes, over = span.opens, span.closes, self.frame.evening
            if place.outdoor:
                opens, closes = max(opens, self.frame.sunrise), min(closes, self.frame.sunset)
            if closes < DAY:
                spare = closes - minutes(15)
                over = min(over, spare if opens + (leaves - enters) <= spare else closes)
            if leaves > over:
                return False
        return True

    def full(self, day: DaySchedule) -> bool:
        """Not too many visits, not too many of a sort, and not for too long."""
        habit, insisted = HABITS[self.plan.request.pace], self.plan.request.insisted
        known = [(v, self.world.catalogue[v.place]) for v in day.visits if v.place in self.world.catalogue]
        free = [place for _, place in known if place.id not in insisted]
        sorts = (sum(not place.area and place.kind in kinds for place in free) for kinds in ALIKE.values())
        if len(free) > habit.sights or any(count > habit.alike for count in sorts):
            return False
        stops = {stop.id: stop for each in self.plan.trip.days for stop in each.stops}
        stays = [
            (place.id, stops[v.stop].stay or place.visit.usual if v.stop in stops else v.lasts)
            for v, place in known
            if not self._late(place)
        ]
        if len(stays) < 2:
            return True
        longest = max(stays, key=lambda each: each[1])
        others = [each for each in stays if each != longest and each[0] not in insisted]
        too_long = sum((stay for _, stay in stays), timedelta()) > habit.visiting
        return not others or not (too_long or (longest[1] >= hours(5) and len(others) > 1))

    def _late(self, place: Place) -> bool:
        spans = place.hours.on(self.frame.date)
        return bool(spans) and spans[0].opens >= EVENING
