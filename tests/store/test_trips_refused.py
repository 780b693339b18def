"""What is no trip is refused with its cause and its field, at little cost, and never takes the program down."""

import json
import random
import tracemalloc
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import DayId
from jz_travel.store.trips import (
    LARGEST_FILE,
    format_trip,
    parse_trip,
    read_trip,
)
from tests.store.trip_files import GOLDEN, failure_of, golden, with_change


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
