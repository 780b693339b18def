"""A trip to two sights."""

from dataclasses import replace

from jz_travel.domain.places import Catalogue, Kind, Position
from jz_travel.domain.schedule import Schedule
from jz_travel.domain.timetable import schedule
from tests.strategies import Roads, a_place, a_trip, daylight

PLACES = Catalogue(
    (
        a_place("yuntaishan", kind=Kind.MOUNTAIN_AREA, position=Position(35.421, 113.427, 700)),
        a_place("jiayingguan", kind=Kind.TEMPLE, position=Position(35.012, 113.535, 120)),
    )
)


def a_schedule(name: str = "Two sights") -> Schedule:
    return schedule(replace(a_trip("yuntaishan", "jiayingguan"), name=name), PLACES, Roads(), daylight)
