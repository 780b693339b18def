"""Trips to take along: a real one through real places, a long one, and one of people who mean no good."""

from datetime import date
from functools import cache

from jz_travel.almanac import daylight
from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.places import Catalogue, Place, PlaceId
from jz_travel.domain.schedule import Schedule
from jz_travel.domain.timetable import schedule
from jz_travel.domain.travel import How, Leg, Mode, no_leg
from jz_travel.domain.trip import DayId, Trip, TripId, new_trip
from jz_travel.resources import assets
from jz_travel.store.places import read_catalogue


class StraightRoads:
    """Half an hour to everywhere, and nobody has measured it."""

    def leg(self, origin: PlaceId, destination: PlaceId, mode: Mode = Mode.CAR) -> Leg:
        if origin == destination:
            return no_leg(origin, destination, mode, How.NONE)
        return Leg(origin, destination, minutes(30), 20_000, How.ESTIMATE, minutes(25), minutes(45), mode)


@cache
def city() -> Catalogue:
    catalogue, failures = read_catalogue(assets())
    assert not failures
    return catalogue


def happening(trip: Trip, catalogue: Catalogue | None = None) -> Schedule:
    return schedule(trip, catalogue or city(), StraightRoads(), daylight)


def golden_autumn() -> Trip:
    """Two nights in the mountains and in the city."""
    trip = new_trip(TripId("golden-autumn"), "金秋焦作 Golden autumn", date(2026, 10, 17), 3)
    trip = trip.with_arrival(PlaceId("xiuwuxi_rail")).with_departure(PlaceId("jiaozuo_rail"))
    trip = trip.with_lodging(trip.days[0].id, PlaceId("stay_anshang")).with_lodging(
        trip.days[1].id, PlaceId("stay_city")
    )
    for day, places in enumerate((("hongshixia", "tanpuxia"), ("zhuyufeng", "tjq_zuci"), ("jiayingguan", "jz_museum"))):
        for place in places:
            trip = trip.with_stop(PlaceId(place), trip.days[day].id)
    first = next(trip.stops())
    return (
        trip.with_stop_note(first.id, "早点到 come early")
        .with_day_note(trip.days[0].id, "带身份证")
        .with_wish(PlaceId("qingtianhe"))
    )


def five_days() -> Trip:
    """Thirty stops, as the benchmarks take them."""
    trip = new_trip(TripId("five-days"), "五天三十站", date(2026, 10, 17), 5).with_arrival(PlaceId("xiuwuxi_rail"))
    trip = trip.with_lodging_everywhere(PlaceId("stay_city")).with_departure(PlaceId("jiaozuo_rail"))
    for at, place in enumerate(sights()[:30]):
        trip = trip.with_stop(place.id, trip.days[at // 6].id)
    return trip


def sights() -> list[Place]:
    return [place for place in sorted(city(), key=lambda each: (each.tier, each.id)) if place.is_sight]


NASTY = (
    '=HYPERLINK("http://evil.example","win")',
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "]]></name><evil/>&lol;",
    '#eval("1+1") #read("/etc/passwd") $x$ *b* _i_ `c` @ref <label>',
    "[click](javascript:alert(1)) ![x](http://evil.example/x.png)",
    "BEGIN:VEVENT\r\nEND:VEVENT\nATTACH:http://evil.example",
    "null\x00bell\x07esc\x1b[31m\u2028line\ufeff\u202e\ud800 emoji 😀 ไทย",
    "-2+3+cmd|' /C calc'!A0",
    "{trip} %s {0} \\u0041 \\",
)


def nasty_trip(text: str) -> Trip:
    """Text that wants to be something else, wherever a visitor may write any."""
    trip = new_trip(TripId("nasty"), text, date(2026, 10, 17), 1).with_stop(PlaceId("hongshixia"), _first_day())
    stop = next(trip.stops())
    trip = trip.with_stop_note(stop.id, text).with_day_note(_first_day(), text)
    return trip.with_stop(PlaceId("a\u00a0place that is nowhere"), _first_day()).with_start(stop.id, hours(9))


def _first_day() -> DayId:
    return DayId("d1")


def long_trip() -> Trip:
    trip = five_days()
    for number, stop in enumerate(trip.stops()):
        trip = trip.with_stop_note(stop.id, "".join(chr(0x4E00 + (number * 97 + at * 31) % 20000) for at in range(40)))
    return trip
