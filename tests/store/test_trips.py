"""A trip file holds the whole trip, says what is wrong with it, and never takes the program down."""

import json
import random
import tracemalloc
from collections.abc import Callable
from copy import deepcopy
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
    LARGEST_FILE,
    SCHEMA,
    TripDocument,
    format_trip,
    parse_trip,
    read_trip,
    upgraded,
    write_trip,
)
from tests.strategies import a_trip, trips

DATA = Path(__file__).parent / "data"
GOLDEN = DATA / "golden-autumn-v1.jztrip"
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


def golden() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(GOLDEN.read_text("utf-8"))
    return found


def with_change(change: Callable[[dict[str, Any]], object]) -> bytes:
    raw = golden()
    change(raw)
    return json.dumps(raw).encode()


def failure_of(content: bytes) -> Failure:
    with pytest.raises(Failure) as caught:
        parse_trip(content, Path("my.jztrip"))
    assert caught.value.file == Path("my.jztrip")
    return caught.value


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


# What is refused


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", Cause.NOT_JSON),
        (b"   ", Cause.NOT_JSON),
        (GOLDEN.read_bytes()[:-20], Cause.NOT_JSON),
        (GOLDEN.read_bytes() + b"}", Cause.NOT_JSON),
        (b"[1]", Cause.BAD_FIELD),
        (b"{}", Cause.NOT_A_TRIP),
        (b'{"jztrip": true}', Cause.NOT_A_TRIP),
        (b'{"jztrip": 1.0}', Cause.NOT_A_TRIP),
        (b'{"jztrip": 0}', Cause.NOT_A_TRIP),
        (b'{"type": "FeatureCollection"}', Cause.NOT_A_TRIP),
        (b'{"jztrip": 1}', Cause.BAD_FIELD),
        (GOLDEN.read_text("utf-8").encode("utf-16"), Cause.NOT_TEXT),
        (GOLDEN.read_text("utf-8").encode("gb18030"), Cause.NOT_TEXT),
        (b'{"jztrip": 1, "trip": {"name": "\\ud83d"}}', Cause.NOT_TEXT),
        (b'{"jztrip": 1, "more": NaN}', Cause.BAD_FIELD),
        (b'{"jztrip": 1, "more": -Infinity}', Cause.BAD_FIELD),
        (b'{"jztrip": 1, "more": 1e999}', Cause.BAD_FIELD),
        (b'{"jztrip": 1, "jztrip": 1}', Cause.BAD_FIELD),
        (b'{"jztrip": 1, "more": ' + b"9" * 5000 + b"}", Cause.BAD_FIELD),
        (b'{"jztrip": 1, "more": ' + b"[" * 60 + b"]" * 60 + b"}", Cause.BAD_FIELD),
        (b'{"jztrip": 1, "more": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", Cause.BAD_FIELD),
        (b'{"a":' * 200_000, Cause.BAD_FIELD),
        (b" " * (LARGEST_FILE + 1), Cause.TOO_LARGE),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_no_trip_is_refused_with_its_cause(content: bytes, cause: Cause) -> None:
    assert failure_of(content).cause is cause


def first_day(raw: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = raw["trip"]["days"][0]
    return found


def stop(raw: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = first_day(raw)["stops"][1]
    return found


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda raw: stop(raw).update(stay=0), "days[0].stops[1].stay"),
        (lambda raw: stop(raw).update(stay=961), "days[0].stops[1].stay"),
        (lambda raw: stop(raw).update(stay=90.0), "days[0].stops[1].stay"),
        (lambda raw: stop(raw).update(stay="90"), "days[0].stops[1].stay"),
        (lambda raw: stop(raw).update(stay=10**17), "days[0].stops[1].stay"),
        (lambda raw: stop(raw).update(starts="30:00"), "days[0].stops[1].starts"),
        (lambda raw: stop(raw).update(starts="9:30"), "days[0].stops[1].starts"),
        (lambda raw: stop(raw).update(starts="\uff10\uff19:30"), "days[0].stops[1].starts"),
        (lambda raw: stop(raw).update(starts="09:30\n"), "days[0].stops[1].starts"),
        (lambda raw: stop(raw).update(locked="no"), "days[0].stops[1].locked"),
        (lambda raw: stop(raw).update(note="x" * 20_001), "days[0].stops[1].note"),
        (lambda raw: stop(raw).update(id=""), "days[0].stops[1].id"),
        (lambda raw: stop(raw).update(id="s5 <b>"), "days[0].stops[1].id"),
        (lambda raw: stop(raw).update(place="\x00"), "days[0].stops[1].place"),
        (lambda raw: stop(raw).pop("place"), "days[0].stops[1]"),
        (lambda raw: stop(raw).update(id="s3"), "days"),
        (lambda raw: first_day(raw).update(id="d2"), "days"),
        (lambda raw: first_day(raw).update(mode="rocket"), "days[0].mode"),
        (lambda raw: first_day(raw).update(starts="21:00"), "days[0].ends_by"),
        (lambda raw: first_day(raw).update(stops=[{"id": f"a{n}", "place": "x"} for n in range(41)]), "days[0].stops"),
        (lambda raw: raw["trip"].update(days=[{"id": f"a{n}"} for n in range(61)]), "days"),
        (lambda raw: raw["trip"].update(days=[]), "days"),
        (lambda raw: raw["trip"].update(wishes=["a", "b", "a"]), "wishes"),
        (lambda raw: raw["trip"].update(starts="2026-02-30"), "starts"),
        (lambda raw: raw["trip"].update(starts="9999-12-31"), "starts"),
        (lambda raw: raw["trip"].update(next_number=0), "next_number"),
        (lambda raw: raw["trip"].update(id="../../etc/passwd"), "id"),
        (lambda raw: raw["trip"].update(id="NUL"), "id"),
        (lambda raw: raw["trip"].update(name=None), "name"),
    ],
)
def test_a_field_that_cannot_be_true_is_refused_by_name(change: Callable[[dict[str, Any]], object], field: str) -> None:
    failure = failure_of(with_change(change))
    assert (failure.cause, failure.field) == (Cause.BAD_FIELD, field)
    assert failure.detail


def test_a_number_that_lags_behind_the_stops_is_set_right() -> None:
    trip = parse_trip(with_change(lambda raw: raw["trip"].update(next_number=2))).trip
    assert trip.next_number == 8
    assert trip.with_stop(PlaceId("museum"), DayId("d1")).days[0].stops[-1].id == "s8"


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


# What a hostile or broken file may cost


def test_a_hundred_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.jztrip"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(Failure) as caught:
            read_trip(path)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
    assert caught.value.cause is Cause.TOO_LARGE


def test_two_thousand_damaged_files_are_trips_or_failures_and_nothing_else() -> None:
    chance = random.Random(20261001)
    original = GOLDEN.read_bytes()
    pieces = [
        b"null",
        b"-1",
        b"1e400",
        b"{",
        b"]",
        b'"',
        b"\\ud800",
        b"\xff",
        b"\x00",
        b"[[[[",
        b"99999999999",
        b"\xe7\x84",
    ]
    refused = 0
    for _ in range(2000):
        content = bytearray(original)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(content) + 1)
            match chance.randrange(4):
                case 0:
                    content[at : at + 1] = bytes([chance.randrange(256)])
                case 1:
                    del content[at : at + chance.randint(1, 40)]
                case 2:
                    content[at:at] = chance.choice(pieces)
                case _:
                    start = chance.randrange(len(content) + 1)
                    content[at:at] = content[start : start + chance.randint(1, 60)]
        try:
            document = parse_trip(bytes(content))
        except Failure:
            refused += 1
        else:
            assert parse_trip(format_trip(document)) == document
    assert 1000 < refused < 2000


def test_two_thousand_exchanged_values_are_trips_or_failures_and_nothing_else() -> None:
    chance = random.Random(20261002)
    strange: list[Any] = [
        None,
        True,
        0,
        -1,
        10**17,
        1.5,
        "",
        "x",
        "29:59",
        "\n",
        [],
        {},
        [[]],
        {"id": "s3"},
        "d1",
        "s7",
    ]
    read = 0
    for _ in range(2000):
        raw = golden()
        for _ in range(chance.randint(1, 2)):
            place: Any = raw
            while isinstance(place, dict | list) and place:
                key = chance.choice([*place]) if isinstance(place, dict) else chance.randrange(len(place))
                if chance.random() < 0.3:
                    place[key] = deepcopy(chance.choice(strange))
                    break
                place = place[key]
        try:
            document = parse_trip(json.dumps(raw).encode())
        except Failure:
            continue
        read += 1
        assert parse_trip(format_trip(document)) == document
    assert 100 < read < 2000


def test_a_document_with_another_trip_is_another_document() -> None:
    document = TripDocument(a_trip("museum"), {"file": {"more": 1}})
    other = document.with_trip(a_trip("temple"))
    assert other.trip == a_trip("temple")
    assert other.unknown == document.unknown
    assert replace(other, trip=document.trip) == document
