"""No file that is wrong takes the trip off the table; one that is right becomes a trip of its own."""

import json
from pathlib import Path
from typing import Any

import pytest

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import PlaceId
from jz_travel.store.trips import TripDocument, format_trip, write_trip
from jz_travel.ui.app import Window
from tests.ui.hands import Opener, day_id, first_trip


def says(window: Window, cause: Cause, **more: Any) -> str:
    return window.look.words.failure(Failure(cause, **more))


NOT_TRIPS = {
    "cut off": (format_trip(TripDocument(first_trip()))[:200], Cause.NOT_JSON),
    "empty": (b"", Cause.NOT_JSON),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\xff", Cause.NOT_TEXT),
    "a list": (b"[1, 2]", None),
    "something else": (b'{"hello": "world"}', Cause.NOT_A_TRIP),
    "newer": (b'{"jztrip": 99, "written_by": "jz_travel 9.0", "trip": {}}', Cause.NEWER),
    "too large": (b" " * 100_000_000, Cause.TOO_LARGE),
    "deep": (b"[" * 100_000, None),
}


@pytest.mark.parametrize(("content", "cause"), NOT_TRIPS.values(), ids=NOT_TRIPS.keys())
def test_a_file_that_is_no_trip_is_named_and_the_trip_stays(
    content: bytes, cause: Cause | None, window: Window, tmp_path: Path
) -> None:
    file = tmp_path / "从前.jztrip"
    file.write_bytes(content)
    before = window.session.schedule
    window.open_trip.open_file(str(file))
    assert window.session.schedule is before
    assert "从前.jztrip" in window.main.notices.text
    if cause is not None:
        assert window.main.notices.text.startswith(says(window, cause, file=file).split(" (")[0].split("（")[0])
    assert file.read_bytes() == content


def test_a_wrong_field_is_named(window: Window, tmp_path: Path) -> None:
    plain = json.loads(format_trip(TripDocument(first_trip())))
    plain["trip"]["days"][1]["stops"][0]["stay"] = "lang"
    file = tmp_path / "trip.jztrip"
    file.write_text(json.dumps(plain))
    window.open_trip.open_file(str(file))
    assert "days[1].stops[0].stay" in window.main.notices.text
    assert "trip.jztrip" in window.main.notices.text


def test_a_file_that_is_not_there_is_named(window: Window, tmp_path: Path) -> None:
    window.open_trip.open_file(str(tmp_path / "nowhere.jztrip"))
    assert "nowhere.jztrip" in window.main.notices.text


def test_a_failure_stays_until_it_is_closed(window: Window, tmp_path: Path) -> None:
    window.open_trip.open_file(str(tmp_path / "nowhere.jztrip"))
    assert not window.main.notices._timer.isActive()
    window.main.notices._close.click()
    assert window.main.notices.text == ""


def test_a_file_from_elsewhere_becomes_a_trip_of_its_own(window: Window, tmp_path: Path) -> None:
    file = tmp_path / "from-a-friend.jztrip"
    write_trip(file, TripDocument(first_trip().renamed("朋友的行程")))
    content = file.read_bytes()
    window.open_trip.open_file(str(file))
    assert window.session.trip.name == "朋友的行程"
    assert window.session.trip.id != "first"
    window.edits.add_day()
    window.open_trip.autosave.save_now()
    assert file.read_bytes() == content
    assert {entry.name for entry in window.library.entries()} == {"朋友的行程", "秋天的焦作"}


def test_what_this_version_does_not_understand_is_said_and_kept(window: Window, tmp_path: Path) -> None:
    plain = json.loads(format_trip(TripDocument(first_trip())))
    plain["trip"]["days"][0]["weather"] = "晴"
    file = tmp_path / "trip.jztrip"
    file.write_text(json.dumps(plain))
    window.open_trip.open_file(str(file))
    assert "days[0].weather" in window.main.notices.text
    window.edits.add_day()
    window.open_trip.autosave.save_now()
    kept = json.loads(window.library.path_of(window.session.trip.id).read_text())
    assert kept["trip"]["days"][0]["weather"] == "晴"


def test_a_last_trip_that_is_broken_is_named_and_the_window_opens_all_the_same(open_window: Opener) -> None:
    open_window.keep(first_trip())
    (open_window.folders.trips / "first.jztrip").write_bytes(b"{")
    window = open_window()
    assert "first.jztrip" in window.main.notices.text
    assert len(window.session.trip.days) == 3
    window.edits.add((PlaceId("yuntaishan"),), day_id(window, 1))
    window.open_trip.autosave.save_now()
    assert (open_window.folders.trips / "first.jztrip").read_bytes() == b"{"
