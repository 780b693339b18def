"""The real city, and requests that people really make."""

from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from jz_travel.almanac import daylight
from jz_travel.domain.clock import hours
from jz_travel.domain.places import PlaceId, Theme
from jz_travel.domain.plan import Plan
from jz_travel.domain.request import Interest, Request
from jz_travel.planner import World, plan
from jz_travel.resources import assets
from jz_travel.roads import leg_table
from jz_travel.store.places import read_catalogue

NATIONAL_DAY = date(2026, 10, 1)  # a Thursday
STATION = PlaceId("xiuwuxi_rail")
NATURE, TAI_CHI = Interest(Theme.NATURE), Interest(Theme.TAI_CHI)


@cache
def jiaozuo() -> World:
    catalogue, failures = read_catalogue(assets())
    assert not failures
    return World(catalogue, leg_table(catalogue), daylight)


def asking(**wanted: Any) -> Request:
    """Two days from 1 October, from the station of Xiuwu and back, unless something else is wanted."""
    return Request(**{"starts": NATIONAL_DAY, "days": 2, "arrival": STATION, **wanted})


@cache
def planned(request: Request) -> Plan:
    return plan(request, jiaozuo())


def place(name: str) -> PlaceId:
    assert name in jiaozuo().catalogue, name
    return PlaceId(name)


def visits(found: Plan, day: int) -> list[str]:
    return [visit.place for visit in found.schedule.days[day].visits]


def clock(moment: datetime) -> timedelta:
    return hours(moment.hour, moment.minute)
