"""Requests: usual answers, the file that people write, and the field in a trip file."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import PlaceId, Theme
from jz_travel.domain.request import Interest, Member, Pace, Party, Pin, Request
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import TripId, new_trip
from jz_travel.store.request_file import read_request
from jz_travel.store.trips import TripDocument, format_trip, parse_trip
from tests.strategies import CITY

DAY = date(2026, 10, 1)
PLACES = st.sampled_from([PlaceId("museum"), PlaceId("temple"), PlaceId("gorge")])
TIMES = st.none() | st.integers(0, 23 * 60).map(minutes)
WEIGHTS = st.dictionaries(st.sampled_from(Theme), st.floats(0, 10).map(lambda each: round(each, 2)), max_size=3)
INTERESTS = WEIGHTS.map(lambda found: tuple(Interest(theme, weight) for theme, weight in found.items()))
REQUESTS = st.builds(
    Request,
    starts=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    days=st.integers(0, 30),
    arrival=st.none() | PLACES,
    arrives=TIMES,
    departure=st.none() | PLACES,
    departs=TIMES,
    lodging=st.lists(st.none() | PLACES, max_size=3).map(tuple),
    modes=st.lists(st.sampled_from(Mode), min_size=1, max_size=3).map(tuple),
    pace=st.sampled_from(Pace),
    party=st.builds(Party, *(st.integers(0, 5) for _ in range(4)), step_free=st.booleans()),
    interests=INTERESTS,
    members=st.lists(st.builds(Member, st.text("ab", min_size=1), INTERESTS), max_size=2).map(tuple),
    musts=st.lists(PLACES, max_size=2, unique=True).map(tuple),
    wishes=st.lists(PLACES, max_size=2, unique=True).map(tuple),
    avoid=st.lists(PLACES, max_size=2, unique=True).map(tuple),
    pins=st.lists(st.builds(Pin, PLACES, st.integers(1, 5), TIMES), max_size=2).map(tuple),
    locked_days=st.lists(st.integers(1, 5), max_size=2).map(tuple),
    budget=st.none() | st.integers(0, 1000).map(float),
    lunch=st.booleans(),
    dinner=st.booleans(),
    leaves_at=TIMES,
    back_by=TIMES,
    driving=st.none() | st.integers(0, 600).map(minutes),
    on_foot=st.none() | st.integers(0, 600).map(minutes),
)


@given(REQUESTS)
def test_a_request_in_a_trip_file_comes_back_as_it_was(request: Request) -> None:
    trip = new_trip(TripId("mine"), "Mine", DAY, 2).with_request(request)
    assert parse_trip(format_trip(TripDocument(trip))).trip == trip


def test_a_trip_without_a_request_says_nothing_about_one() -> None:
    content = format_trip(TripDocument(new_trip(TripId("mine"), "Mine", DAY, 2)))
    assert b"request" not in content


def test_the_last_lodging_and_mode_count_for_all_that_follow() -> None:
    request = Request(DAY, 4, lodging=(None, PlaceId("inn")), modes=(Mode.COACH, Mode.CAR))
    assert [request.lodging_of(night) for night in range(3)] == [None, "inn", "inn"]
    assert [request.mode_of(day) for day in range(4)] == [Mode.COACH, Mode.CAR, Mode.CAR, Mode.CAR]


def test_the_way_back_leads_to_where_one_arrived() -> None:
    assert Request(DAY, arrival=PlaceId("station")).ends_at == "station"
    assert Request(DAY, arrival=PlaceId("station"), departure=PlaceId("inn")).ends_at == "inn"


def written(folder: Path, text: str) -> Path:
    file = folder / "request.toml"
    file.write_text(text, "utf-8")
    return file


def test_a_request_that_somebody_wrote(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        """
        starts = 2026-10-01
        days = 3
        arrival = "station"
        arrives = "10:30"
        lodging = ["", "inn"]
        pace = "relaxed"
        musts = ["gorge"]
        interests = { tai_chi = 2, nature = 1 }
        driving = 180
        [party]
        adults = 2
        seniors = 1
        [[pins]]
        place = "museum"
        day = 2
        starts = "10:00"
        """,
    )
    assert read_request(file, CITY) == Request(
        DAY,
        3,
        arrival=PlaceId("station"),
        arrives=hours(10, 30),
        lodging=(None, PlaceId("inn")),
        pace=Pace.RELAXED,
        party=Party(2, seniors=1),
        interests=(Interest(Theme.TAI_CHI, 2), Interest(Theme.NATURE, 1)),
        musts=(PlaceId("gorge"),),
        pins=(Pin(PlaceId("museum"), 2, hours(10)),),
        driving=timedelta(hours=3),
    )


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("days = 3", "starts"),
        ("starts = 2026-10-01\ndasy = 3", "dasy"),
        ("starts = 2026-10-01\ndays = -1", "days"),
        ('starts = 2026-10-01\nmusts = ["gorge", "atlantis"]', "musts[1]"),
        ('starts = 2026-10-01\narrives = "ten"', "arrives"),
        ('starts = 2026-10-01\npace = "hasty"', "pace"),
        ('starts = 2026-10-01\nback_by = "07:00"\nleaves_at = "09:00"', "back_by"),
    ],
)
def test_a_mistake_is_named_by_its_field(tmp_path: Path, text: str, field: str) -> None:
    with pytest.raises(Failure) as failure:
        read_request(written(tmp_path, text), CITY)
    assert (failure.value.cause, failure.value.field) == (Cause.BAD_FIELD, field)
