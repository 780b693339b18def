"""A trip that somebody put together, seen as the answer to a request, so that it can be checked like a plan."""

from dataclasses import replace

from jz_travel.domain.places import Catalogue
from jz_travel.domain.plan import Plan
from jz_travel.domain.request import Request
from jz_travel.domain.schedule import Meal, Schedule
from jz_travel.domain.timetable import Daylight, schedule
from jz_travel.domain.travel import Travel
from jz_travel.domain.trip import Trip
from jz_travel.planner.judge import dinner_of


def as_plan(trip: Trip, catalogue: Catalogue, travel: Travel, daylight: Daylight) -> Plan:
    """The trip with its schedule as a :class:`Plan` without score, as if it answered what the visitor asked."""
    happens = schedule(trip, catalogue, travel, daylight)
    request = asked(trip)
    return Plan(request, happens, dinners_of(happens, request))


def dinners_of(happens: Schedule, request: Request) -> tuple[Meal | None, ...]:
    """When each day's dinner is eaten."""
    last = len(happens.days) - 1
    return tuple(dinner_of(day, request, last=index == last)[0] for index, day in enumerate(happens.days))


def asked(trip: Trip) -> Request:
    """What the visitor asked for; of a trip made by hand, what the trip itself says."""
    if trip.request is not None:
        return replace(trip.request, starts=trip.starts, days=len(trip.days))
    return Request(
        trip.starts,
        len(trip.days),
        arrival=trip.arrival,
        departure=trip.departure,
        modes=tuple(day.mode for day in trip.days),
        lunch=all(day.lunch for day in trip.days),
        dinner=False,
    )
