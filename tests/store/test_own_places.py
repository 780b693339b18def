"""Places that visitors add: they live in the trip's file, stay what they are, and never stand in the way of a trip."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.own_places import EAST, MOST_OWN, NORTH, OWN_KINDS, SOUTH, WEST, OwnPlace
from jz_travel.domain.places import Kind, PlaceId
from jz_travel.domain.trip import Trip, TripId, new_trip
from jz_travel.export.trip_code import read_trip_code, trip_codes
from jz_travel.store.trips import TripDocument, format_trip, parse_trip

HOTEL = OwnPlace(PlaceId(""), "幸福宾馆", 35.2188, 113.2456, 50.0, Kind.STAY, "前台 0391-1234567")


def trip_with(*places: OwnPlace) -> Trip:
    trip = new_trip(TripId("t"), "秋天", date(2026, 10, 1), 2)
    for place in places:
        trip = trip.with_own(place)
    return trip


def written(trip: Trip) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(format_trip(TripDocument(trip)))
    return found


def test_a_hotel_comes_back_from_the_file_and_from_the_codes() -> None:
    trip = trip_with(HOTEL, replace(HOTEL, name="朋友家", kind=Kind.OWN, note=""))
    trip = trip.with_lodging_everywhere(trip.own[0].id).with_arrival(trip.own[1].id)
    assert parse_trip(format_trip(TripDocument(trip))).trip == trip
    assert read_trip_code(trip_codes(trip)) == trip


def test_a_trip_without_own_places_says_nothing_of_them() -> None:
    assert "own_places" not in written(trip_with())["trip"]


def test_ids_of_own_places_are_never_used_twice() -> None:
    trip = trip_with(HOTEL)
    first = trip.newest_own.id
    trip = trip.without_own(first).with_own(HOTEL)
    assert trip.newest_own.id != first
    raw = written(trip)
    raw["trip"]["next_number"] = 1
    again = parse_trip(json.dumps(raw).encode()).trip.with_own(HOTEL)
    assert len({own.id for own in again.own}) == 2


def test_what_a_newer_version_says_of_an_own_place_is_kept() -> None:
    raw = written(trip_with(HOTEL))
    raw["trip"]["own_places"][0]["stars"] = 4
    document = parse_trip(json.dumps(raw).encode())
    assert document.unknown_fields == ("own_places[0].stars",)
    assert json.loads(format_trip(document))["trip"]["own_places"][0]["stars"] == 4


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "yuntaishan"),
        ("id", "own-"),
        ("id", "own-../x"),
        ("name", ""),
        ("name", " \n "),
        ("lat", 113.2456),
        ("lat", None),
        ("lat", "35"),
        ("lon", 0),
        ("within_m", 0),
        ("within_m", 1e9),
        ("kind", "mountain_area"),
        ("kind", "palace"),
        ("note", 5),
    ],
)
def test_a_place_that_cannot_be_is_refused_by_its_field(field: str, value: object) -> None:
    raw = written(trip_with(HOTEL))
    raw["trip"]["own_places"][0][field] = value
    with pytest.raises(Failure) as caught:
        parse_trip(json.dumps(raw).encode())
    assert (caught.value.cause, caught.value.field) == (Cause.BAD_FIELD, f"own_places[0].{field}")


def test_two_places_of_one_name_are_two_but_of_one_id_are_a_mistake() -> None:
    raw = written(trip_with(HOTEL, HOTEL))
    assert len(parse_trip(json.dumps(raw).encode()).trip.own) == 2
    raw["trip"]["own_places"][1]["id"] = raw["trip"]["own_places"][0]["id"]
    with pytest.raises(Failure, match="twice"):
        parse_trip(json.dumps(raw).encode())


def test_a_trip_holds_only_so_many() -> None:
    trip = trip_with(*[HOTEL] * MOST_OWN)
    with pytest.raises(ValueError, match="at most"):
        trip.with_own(HOTEL)


@given(
    st.builds(
        OwnPlace,
        st.just(PlaceId("")),
        st.text("云台山 abc'\"\\{}<>&", min_size=1, max_size=30).map(str.strip).filter(bool),
        st.floats(SOUTH, NORTH),
        st.floats(WEST, EAST),
        st.floats(1, 20_000),
        st.sampled_from(OWN_KINDS),
        st.text(max_size=50).filter(lambda text: not any("\ud800" <= each <= "\udfff" for each in text)),
    )
)
def test_every_place_that_can_be_comes_back_as_it_was(place: OwnPlace) -> None:
    trip = trip_with(place)
    assert parse_trip(format_trip(TripDocument(trip))).trip == trip
