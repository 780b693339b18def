"""A trip file holds the whole trip, and what this version does not understand of it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import PlaceId
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import Day, DayId, Stop, StopId, Trip, TripId
from jz_travel.store.trip_fields import plain_name
from jz_travel.store.trips import (
    SCHEMA,
    TripDocument,
    format_trip,
    parse_trip,
    read_trip,
    upgraded,
    write_trip,
)
from tests.store.trip_files import DATA, GOLDEN, failure_of, golden, with_change
from tests.strategies import a_trip, trips

GOLDEN_TRIP = Trip(
    id=TripId("golden-autumn"),
    name="金秋焦作 Golden autumn",
    starts=date(2026, 10, 1),
    days=(
        Day(
            DayId("d1"),
            (
                Stop(StopId("s3"), PlaceId("yuntaishan"), hours(7), locked=True),
                Stop(StopId("s5"), PlaceId("own_noodle_shop"), starts=hours(19, 30), note="面馆"),
            ),
            lodging=PlaceId("anshang_village"),
            note="Tickets are booked.\nBring the tripod.",
        ),
        Day(
            DayId("d2"),
            (Stop(StopId("s7"), PlaceId("chenjiagou"), minutes(150), hours(10)),),
            hours(9),
            hours(25, 30),
            mode=Mode.COACH,
            lunch=False,
        ),
    ),
    wishes=(PlaceId("qingtianhe"), PlaceId("jiayingguan")),
    arrival=PlaceId("xiuwu_west_station"),
    departure=PlaceId("jiaozuo_station"),
    next_number=8,
)


# There and back


@pytest.mark.parametrize("file", sorted(DATA.glob("golden-autumn-v*.jztrip")), ids=lambda file: file.stem)
def test_a_trip_written_by_any_version_is_the_same_trip_today(file: Path) -> None:
    assert read_trip(file) == TripDocument(GOLDEN_TRIP)


def test_the_file_of_this_version_is_written_as_it_was_always_written() -> None:
    today = json.loads(format_trip(TripDocument(GOLDEN_TRIP)))
    assert [*today] == ["jztrip", "written_by", "trip"]
    assert today["written_by"].startswith("jz_travel")
    expected = golden() | {"written_by": today["written_by"]}
    assert json.dumps(today) == json.dumps(expected)


@given(trips())
def test_any_trip_comes_back_as_it_was_and_its_file_never_changes(trip: Trip) -> None:
    document = TripDocument(trip)
    content = format_trip(document)
    assert parse_trip(content) == document
    assert format_trip(parse_trip(content)) == content


def test_a_trip_goes_to_a_file_and_back(tmp_path: Path) -> None:
    write_trip(tmp_path / "my.jztrip", TripDocument(GOLDEN_TRIP))
    assert read_trip(tmp_path / "my.jztrip").trip == GOLDEN_TRIP


def test_what_a_file_leaves_out_is_as_usual() -> None:
    short = b'{"jztrip":1,"trip":{"id":"t","name":"","starts":"2026-05-01","days":[{"id":"d1"}]}}'
    assert parse_trip(short).trip == Trip(TripId("t"), "", date(2026, 5, 1), (Day(DayId("d1")),), next_number=2)


def test_a_byte_order_mark_from_an_editor_is_passed_over() -> None:
    assert parse_trip(b"\xef\xbb\xbf" + GOLDEN.read_bytes()).trip == GOLDEN_TRIP


# What this version does not know


def newer_fields(raw: dict[str, Any]) -> None:
    raw["made_on"] = "a phone"
    raw["trip"]["budget"] = {"yuan": 3000.5, "people": [2, None, True]}
    raw["trip"]["days"][0]["weather"] = "sun"
    raw["trip"]["days"][0]["stops"][1]["colour"] = "红"


def test_fields_of_a_newer_version_are_kept_and_listed() -> None:
    document = parse_trip(with_change(newer_fields))
    assert document.trip == GOLDEN_TRIP
    assert document.unknown_fields == ("made_on", "budget", "days[0].weather", "days[0].stops[1].colour")
    assert parse_trip(format_trip(document)) == document


def test_an_unknown_field_follows_its_stop_and_goes_and_returns_with_it() -> None:
    document = parse_trip(with_change(newer_fields))
    noodles = StopId("s5")
    moved = document.with_trip(document.trip.with_stop_moved(noodles, DayId("d2"), before=StopId("s7")))
    raw = json.loads(format_trip(moved))
    assert raw["trip"]["days"][1]["stops"][0]["colour"] == "红"
    assert "colour" not in raw["trip"]["days"][0]["stops"][0]
    gone = document.with_trip(document.trip.without_stop(noodles))
    assert "colour" not in format_trip(gone).decode()
    assert "days[0].stops[1].colour" not in gone.unknown_fields
    assert gone.with_trip(document.trip) == document


def test_a_file_of_a_newer_version_is_refused_and_says_which_one_wrote_it() -> None:
    failure = failure_of(with_change(lambda raw: raw.update(jztrip=SCHEMA + 1, written_by="jz_travel 9.0")))
    assert (failure.cause, failure.detail) == (Cause.NEWER, "jz_travel 9.0")


def test_an_older_file_goes_through_every_step_up_to_this_version() -> None:
    steps = {
        1: lambda raw: {**raw, "jztrip": 2, "steps": ["one"]},
        2: lambda raw: {**raw, "jztrip": 3, "steps": [*raw["steps"], "two"]},
    }
    assert upgraded({"jztrip": 1}, None, steps, 3) == {"jztrip": 3, "steps": ["one", "two"]}
    assert upgraded({"jztrip": 3}, None, steps, 3) == {"jztrip": 3}
    with pytest.raises(Failure) as caught:
        upgraded({"jztrip": 1}, None, {2: steps[2]}, 3)
    assert caught.value.cause is Cause.NOT_A_TRIP


# Names and notes


@pytest.mark.parametrize(
    ("ugly", "plain"),
    [
        ("two\nlines", "two lines"),
        ("tab\tand bell\x07", "tab and bell"),
        ("x" * 300, "x" * 200),
        ("\u200f\u05d8\u05d9\u05d5\u05dc\u200f", "\u200f\u05d8\u05d9\u05d5\u05dc\u200f"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("=HYPERLINK(1)<script>", "=HYPERLINK(1)<script>"),
    ],
)
def test_an_ugly_name_is_put_on_one_line_and_never_refused(ugly: str, plain: str) -> None:
    assert plain_name(ugly) == plain
    assert parse_trip(with_change(lambda raw: raw["trip"].update(name=ugly))).trip.name == plain
    assert parse_trip(format_trip(TripDocument(GOLDEN_TRIP.renamed(ugly)))).trip.name == plain


def test_half_a_character_in_a_note_does_not_cost_the_trip() -> None:
    trip = GOLDEN_TRIP.with_day_note(DayId("d1"), "smile \ud83d!").renamed("\udc00")
    back = parse_trip(format_trip(TripDocument(trip))).trip
    assert (back.days[0].note, back.name) == ("smile ?!", "?")


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "my.jztrip"
    write_trip(path, TripDocument(GOLDEN_TRIP))
    before = path.read_bytes()
    with pytest.raises(Failure) as caught:
        write_trip(path, TripDocument(GOLDEN_TRIP.with_stop_note(StopId("s3"), "x" * 20_001)))
    assert (caught.value.field, caught.value.file) == ("days[0].stops[0].note", path)
    assert path.read_bytes() == before


def test_a_document_with_another_trip_is_another_document() -> None:
    document = TripDocument(a_trip("museum"), {"file": {"more": 1}})
    other = document.with_trip(a_trip("temple"))
    assert other.trip == a_trip("temple")
    assert other.unknown == document.unknown
    assert replace(other, trip=document.trip) == document
