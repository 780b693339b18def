"""The city and the trip as they are once something has happened, before anything is planned anew."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from jz_travel.domain.clock import MINUTE, time_of
from jz_travel.domain.opening import Closure
from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.repairs import Disruption, Late, RoadShut, SiteClosed
from jz_travel.domain.schedule import Schedule, Visit
from jz_travel.domain.travel import Leg, Mode, Travel
from jz_travel.domain.trip import LONGEST_STAY, Trip
from jz_travel.planner.world import World


@dataclass(frozen=True)
class _Detour:
    """Travel where one way takes longer."""

    travel: Travel
    shut: RoadShut

    def leg(self, origin: PlaceId, destination: PlaceId, mode: Mode = Mode.CAR) -> Leg:
        leg = self.travel.leg(origin, destination, mode)
        if {origin, destination} != {self.shut.one, self.shut.other}:
            return leg
        more = self.shut.detour
        return replace(leg, lasts=leg.lasts + more, at_best=leg.at_best + more, at_worst=leg.at_worst + more)


def changed_world(world: World, disruption: Disruption, before: Schedule, now: datetime) -> World:
    """With the road shut or the place closed; what was seen by ``now``, and will not be seen again, is not closed."""
    if isinstance(disruption, RoadShut):
        return replace(world, travel=_Detour(world.travel, disruption))
    if isinstance(disruption, SiteClosed) and disruption.place in world.catalogue:
        visits = before.visits.values()
        seen = {each.place for each in visits if each.enters <= now} - {
            each.place for each in visits if each.enters > now
        }
        return replace(world, catalogue=_closed(world.catalogue, disruption, seen))
    return world


def _closed(catalogue: Catalogue, shut: SiteClosed, seen: set[PlaceId]) -> Catalogue:
    """The place, and everything inside it, is closed, but for what was ``seen`` already."""
    closure = Closure(shut.first, shut.last)
    places = tuple(
        replace(place, hours=replace(place.hours, closures=(*place.hours.closures, closure)))
        if shut.place in (place.id, place.area) and place.id not in seen
        else place
        for place in catalogue
    )
    return Catalogue(places, catalogue.sources)


def as_it_goes_on(
    trip: Trip, before: Schedule, disruption: Disruption, now: datetime, today: int, world: World
) -> Trip:
    """Who is late stays longer where they are, or sets out later; who is in a place when it closes leaves now."""
    if today >= len(trip.days) or before.days[today].date != now.date():
        return trip
    visits = before.days[today].visits
    match disruption:
        case Late(by):
            return _later(trip, visits, by, now, today, world)
        case SiteClosed(shut, first, last) if first <= now.date() <= last:
            for visit in visits:
                place = world.catalogue.get(visit.place)
                if place and shut in (place.id, place.area) and visit.enters <= now < visit.leaves:
                    return trip.with_stay(visit.stop, max(MINUTE, (now - visit.enters) // MINUTE * MINUTE))
    return trip


def _later(trip: Trip, visits: tuple[Visit, ...], by: timedelta, now: datetime, today: int, world: World) -> Trip:
    begun = [visit for visit in visits if visit.enters <= now]
    if begun:
        lasts = min(begun[-1].lasts + by, _longest(begun[-1], now.date(), world))
        return trip.with_stay(begun[-1].stop, min(lasts // MINUTE * MINUTE, LONGEST_STAY))
    day = trip.days[today]
    starts = day.starts + by // MINUTE * MINUTE
    return trip.with_day_hours(day.id, starts, max(day.ends_by, starts + MINUTE))


def _longest(visit: Visit, day: date, world: World) -> timedelta:
    """How long one can stay before the doors close or the sun sets."""
    place = world.catalogue.get(visit.place)
    enters = time_of(visit.enters, day)
    if place is None:
        return visit.lasts
    over = max((each.closes for each in place.hours.through_the_night(day) if each.opens <= enters), default=enters)
    if place.outdoor:
        over = min(over, world.daylight(day)[1])
    return max(over - enters, visit.lasts)
