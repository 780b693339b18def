"""What went wrong: five things that happen, and what has to be known of each."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from jz_travel.domain.clock import at, minutes
from jz_travel.domain.places import PlaceId
from jz_travel.domain.repairs import Disruption, Late, Rain, RoadShut, SiteClosed, Tired
from jz_travel.domain.schedule import Schedule
from jz_travel.domain.travel import How
from jz_travel.words import N_


class What(StrEnum):
    """The kinds of mishap that a visitor can choose from."""

    RAIN = "rain"
    LATE = "late"
    CLOSED = "closed"
    TIRED = "tired"
    ROAD = "road"


SAYS: dict[What, str] = {
    What.RAIN: N_("It rains"),
    What.LATE: N_("We are late"),
    What.CLOSED: N_("Site or cable car closed"),
    What.TIRED: N_("Somebody is tired"),
    What.ROAD: N_("A road is shut"),
}
ICONS: dict[What, str] = {
    What.RAIN: "cloud_rain",
    What.LATE: "timer",
    What.CLOSED: "alert_circle",
    What.TIRED: "moon",
    What.ROAD: "route",
}
LATE_BY = (minutes(30), minutes(60), minutes(90), minutes(120))
DETOURS = (minutes(30), minutes(60), minutes(120), minutes(240))


@dataclass(frozen=True, slots=True)
class Happening:
    """What a visitor says went wrong. ``place`` and ``way`` as far as it is about them; ``since``: from when on."""

    what: What
    day: int
    by: timedelta = LATE_BY[1]
    since: timedelta = timedelta()
    place: PlaceId | None = None
    whole_trip: bool = False
    way: tuple[PlaceId, PlaceId] | None = None
    detour: timedelta = DETOURS[1]

    def disruption(self, schedule: Schedule) -> Disruption | None:
        """None as long as something is not said."""
        the_date = schedule.days[self.day].date
        match self.what:
            case What.RAIN:
                return Rain(self.day)
            case What.TIRED:
                return Tired(self.day)
            case What.LATE:
                return Late(self.by)
            case What.CLOSED:
                last = schedule.days[-1].date if self.whole_trip else the_date
                return SiteClosed(self.place, the_date, last) if self.place else None
            case What.ROAD:
                return RoadShut(*self.way, self.detour) if self.way else None

    def moment(self, schedule: Schedule, now: datetime) -> datetime:
        """What lies before it is done. Only who is late says when."""
        if self.what is not What.LATE:
            return now
        return at(schedule.days[self.day].date, self.since)


def days_left(schedule: Schedule, now: datetime) -> list[int]:
    """The days that are not over, counted from 0; empty after the trip."""
    return [index for index, day in enumerate(schedule.days) if day.date >= now.date()]


def places_left(schedule: Schedule, now: datetime) -> list[tuple[int, PlaceId]]:
    """The visits that are still to come, with their days, each place once."""
    found: dict[PlaceId, int] = {}
    for index in days_left(schedule, now):
        for visit in schedule.days[index].visits:
            if visit.enters > now:
                found.setdefault(visit.place, index)
    return [(day, place) for place, day in found.items()]


def ways_left(schedule: Schedule, now: datetime) -> list[tuple[int, PlaceId, PlaceId]]:
    """The ways that are still to go."""
    found: dict[tuple[PlaceId, PlaceId], int] = {}
    for index in days_left(schedule, now):
        day = schedule.days[index]
        legs = [visit.leg for visit in day.visits if visit.arrives > now]
        for leg in (*legs, day.last_leg if day.ends > now else None):
            if leg is not None and leg.how not in (How.NONE, How.UNKNOWN):
                found.setdefault((leg.origin, leg.destination), index)
    return [(day, one, other) for (one, other), day in found.items()]
