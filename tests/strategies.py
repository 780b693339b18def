"""A small city that is not Jiaozuo, the roads in it, and trips that anybody could have put together."""

import os
from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar

from hypothesis import settings
from hypothesis import strategies as st

from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.opening import Closure, Hours, Opening, Season
from jz_travel.domain.places import Catalogue, Kind, Place, PlaceId, Position, VisitTime
from jz_travel.domain.texts import Text
from jz_travel.domain.travel import How, Leg, Mode, no_leg
from jz_travel.domain.trip import Day, DayId, Stop, StopId, Trip, TripId, new_trip

# No deadline: how long one example takes says more about the machine than about the program.
settings.register_profile("everyday", max_examples=30, deadline=None)
settings.register_profile("long", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "everyday"))

SUNRISE, SUNSET = hours(6, 30), hours(18, 15)
AUTUMN = date(2026, 10, 12)  # a Monday
SOMEWHERE = Position(35.2, 113.2, 100)
VISIT = VisitTime(minutes(30), minutes(90), hours(3))
A_LONG_VISIT = VisitTime(hours(3), hours(5), hours(8))


def a_place(
    name: str,
    *openings: Opening,
    kind: Kind = Kind.MUSEUM,
    visit: VisitTime = VISIT,
    area: str | None = None,
    outdoor: bool = False,
    closures: tuple[Closure, ...] = (),
    position: Position | None = SOMEWHERE,
) -> Place:
    """A place that is open day and night, unless it is told when."""
    return Place(
        id=PlaceId(name),
        kind=kind,
        name=Text(name, name),
        short=Text(name, name),
        pinyin=name,
        county="jiefang",
        hours=Hours(openings or (Opening(hours(0), hours(24)),), closures),
        visit=visit,
        area=None if area is None else PlaceId(area),
        outdoor=outdoor,
        position=position,
    )


def opening(opens: timedelta, closes: timedelta, last_entry: timedelta | None = None) -> Opening:
    return Opening(opens, closes, last_entry)


CITY = Catalogue(
    (
        a_place("inn", kind=Kind.STAY),
        a_place("hostel", kind=Kind.STAY),
        a_place("station", kind=Kind.STATION),
        a_place("museum", opening(hours(9), hours(17), hours(16, 30))),
        a_place("temple", opening(hours(8), hours(11, 30)), opening(hours(14), hours(17, 30))),
        a_place("gorge", opening(hours(7), hours(18), hours(16)), outdoor=True, visit=A_LONG_VISIT),
        a_place("waterfall", area="gorge", outdoor=True),
        a_place("street"),
        a_place("night_market", opening(hours(18), hours(26))),
        a_place(
            "winter_garden",
            Opening(hours(9), hours(16), hours(15, 30), Season((11, 1), (2, 29)), (2, 3, 4, 5, 6, 7)),
            closures=(Closure(date(2026, 12, 20), date(2027, 1, 3), "works"),),
        ),
        a_place("nowhere", position=None),
    )
)  # fmt: skip
NAMES = tuple(place.id for place in CITY)
"""Every place of the city."""


class Roads:
    """A fixed table: so many minutes from anywhere to a place, whatever the mode; ``nowhere`` cannot be found."""

    MINUTES: ClassVar = {
        "gorge": 70,
        "waterfall": 75,
        "museum": 20,
        "temple": 40,
        "winter_garden": 95,
        "night_market": 10,
    }

    def __init__(self, **minutes_to: int) -> None:
        self._minutes = {**self.MINUTES, **minutes_to}

    def leg(self, origin: PlaceId, destination: PlaceId, mode: Mode = Mode.CAR) -> Leg:
        if origin == destination:
            return no_leg(origin, destination, mode, How.NONE)
        if "nowhere" in (origin, destination):
            return no_leg(origin, destination, mode, How.UNKNOWN)
        way = minutes(self._minutes.get(destination, 15))
        return Leg(origin, destination, way, way.total_seconds() * 12, How.PRINTED, way * 0.8, way * 1.5, mode)


def daylight(_day: date) -> tuple[timedelta, timedelta]:
    return SUNRISE, SUNSET


def a_trip(*stops: str, starts: date = AUTUMN, days: int = 1, lodging: str | None = "inn") -> Trip:
    """A trip that leaves the inn at 08:30, with all its stops on the first day."""
    trip = new_trip(TripId("a-trip"), "A trip", starts, days).with_arrival(PlaceId("inn"))
    trip = trip.with_lodging_everywhere(None if lodging is None else PlaceId(lodging))
    for place in stops:
        trip = trip.with_stop(PlaceId(place), trip.days[0].id)
    return trip


# What hypothesis draws

places = st.sampled_from((*NAMES, PlaceId("closed_down")))
"""Places of the city, and one that no catalogue knows."""

whole_minutes = st.integers(1, 16 * 60).map(minutes)
times_of_day = st.integers(0, 30 * 60 - 1).map(minutes)
notes = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
dates = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@st.composite
def day_hours(draw: st.DrawFn) -> tuple[timedelta, timedelta]:
    starts = draw(st.integers(0, 28 * 60 - 1))
    return minutes(starts), minutes(draw(st.integers(starts + 1, 29 * 60)))


@st.composite
def openings(draw: st.DrawFn) -> Opening:
    """Any opening a place could have: some run past midnight, some seasons past New Year."""
    opens = draw(st.integers(0, 23 * 60))
    closes = draw(st.integers(opens + 30, 29 * 60))
    last_entry = draw(st.none() | st.integers(opens, closes))
    first, last = draw(st.tuples(dates, dates))
    weekdays = draw(st.sets(st.integers(1, 7), min_size=1))
    return Opening(
        minutes(opens),
        minutes(closes),
        None if last_entry is None else minutes(last_entry),
        Season((first.month, first.day), (last.month, last.day)) if draw(st.booleans()) else Season(),
        tuple(sorted(weekdays)),
    )


@st.composite
def closures(draw: st.DrawFn) -> Closure:
    first = draw(dates)
    return Closure(first, first + timedelta(days=draw(st.integers(0, 40))), "works")


@st.composite
def cities(draw: st.DrawFn) -> Catalogue:
    """The same places, some of them with other hours, visit times and roofs."""
    others = draw(st.sets(st.sampled_from([place.id for place in CITY if place.is_sight]), max_size=3))
    return Catalogue(
        tuple(
            replace(
                place,
                hours=Hours(
                    tuple(draw(st.lists(openings(), max_size=3))),
                    tuple(draw(st.lists(closures(), max_size=1))),
                    draw(st.booleans()),
                ),
                visit=replace(VISIT, usual=draw(whole_minutes)),
                outdoor=draw(st.booleans()),
            )
            if place.id in others
            else place
            for place in CITY
        )
    )


@st.composite
def trips(draw: st.DrawFn, most_days: int = 4, most_stops: int = 5) -> Trip:
    """Any trip that the edits could have led to."""
    number = 0
    days = []
    for _ in range(draw(st.integers(1, most_days))):
        stops = []
        for _ in range(draw(st.integers(0, most_stops))):
            number += 1
            stops.append(
                Stop(
                    StopId(f"s{number}"),
                    draw(places),
                    draw(st.none() | whole_minutes),
                    draw(st.none() | times_of_day),
                    draw(st.booleans()),
                    draw(notes),
                )
            )
        number += 1
        starts, ends_by = draw(day_hours())
        days.append(
            Day(
                DayId(f"d{number}"),
                tuple(stops),
                starts,
                ends_by,
                draw(st.none() | places),
                draw(st.sampled_from(Mode)),
                draw(st.booleans()),
                draw(notes),
            )
        )
    wishes = draw(st.lists(places, unique=True, max_size=4))
    return Trip(
        TripId("any-trip"),
        "Any trip",
        draw(dates),
        tuple(days),
        tuple(wishes),
        draw(st.none() | places),
        draw(st.none() | places),
        number + 1,
    )
