"""How the sentences about one day are asked."""

from datetime import timedelta

from jz_travel.domain.clock import hours, time_of
from jz_travel.domain.places import Catalogue, Place
from jz_travel.domain.schedule import DaySchedule, Schedule
from jz_travel.domain.timetable import schedule
from jz_travel.domain.trip import Trip
from tests.strategies import CITY, Roads, daylight


def on_the_first_day(trip: Trip, city: Catalogue = CITY, **minutes_to: int) -> DaySchedule:
    return whole(trip, city, **minutes_to).days[0]


def whole(trip: Trip, city: Catalogue = CITY, **minutes_to: int) -> Schedule:
    return schedule(trip, city, Roads(**minutes_to), daylight)


def clock(day: DaySchedule, stop: int = 0) -> tuple[timedelta, timedelta, timedelta]:
    """When one arrives, enters and leaves, as times of day."""
    visit = day.visits[stop]
    return time_of(visit.arrives, day.date), time_of(visit.enters, day.date), time_of(visit.leaves, day.date)


def meals(day: DaySchedule) -> list[tuple[timedelta, timedelta]]:
    return [(time_of(meal.starts, day.date), time_of(meal.ends, day.date)) for meal in day.meals]


def leaving_at(trip: Trip, hour: int, minute: int = 0) -> Trip:
    return trip.with_day_hours(trip.days[0].id, hours(hour, minute), hours(29))


def city_with(*places: Place) -> Catalogue:
    return CITY.with_places(places)
