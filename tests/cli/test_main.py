"""The command line: quick, without a window, kind to pipes and to wrong terminals."""

import json
import os
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from jz_travel import __version__
from jz_travel.cli import main
from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import DayId, Trip, TripId, new_trip
from jz_travel.store.trips import TripDocument, write_trip

NO_QT = """
import sys
sys.modules["PySide6"] = None
from jz_travel.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(autouse=True)
def _folders_of_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


def a_trip() -> Trip:
    trip = new_trip(TripId("t"), "两日", date(2026, 10, 2), 2)
    first, second = (day.id for day in trip.days)
    trip = trip.with_stop(PlaceId("yuntaishan"), first).with_stop(PlaceId("atlantis"), second)
    trip = trip.with_stop(PlaceId("jiayingguan"), second).with_lodging(first, PlaceId("stay_city"))
    return trip.with_arrival(PlaceId("jiaozuo_rail")).with_departure(PlaceId("jiaozuo_rail"))


@pytest.fixture
def trip_file(tmp_path: Path) -> Path:
    file = tmp_path / "两日.jztrip"
    write_trip(file, TripDocument(a_trip()))
    return file


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", NO_QT, *arguments], capture_output=True, env={**os.environ, **environment}, timeout=60
    )


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert main(arguments) == code
    return capsys.readouterr().out


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["fly"], ["show"], ["places", "--yaml"], ["--lang", "fr"], ["demo"]])
def test_what_is_not_understood_ends_with_2(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: jz-travel" in capsys.readouterr().err


def test_places_are_found_by_initials_in_either_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "places", "yts", "--lang", "zh-Hans").startswith("云台山风景名胜区")
    assert said(capsys, "--lang", "en", "places", "yts").startswith("Yuntai Mountain Scenic Area")


def test_the_system_chooses_the_language(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "云台山" in said(capsys, "places", "yts")
    monkeypatch.setenv("LC_ALL", "C")
    assert "云台山" not in said(capsys, "places", "yts")


def test_a_query_of_several_words_needs_no_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "places", "Yuntai", "Mountain", "--lang", "en").splitlines()[0].endswith("  yuntaishan")


def test_names_stand_in_columns_whatever_their_script(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, "places", "taiji", "--lang", "zh-Hans").splitlines()
    columns = {sum(2 if letter > "\u2e80" else 1 for letter in line.rpartition(" ")[0]) for line in lines}
    assert len(lines) > 3
    assert len(columns) == 1


def test_nothing_found_is_said_and_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["places", "qqqq"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.strip()
    assert json.loads(said(capsys, "places", "qqqq", "--json", code=1)) == []


def test_places_as_json_say_what_other_programs_need(capsys: pytest.CaptureFixture[str]) -> None:
    places = json.loads(said(capsys, "places", "--json"))
    by_id = {place["id"]: place for place in places}
    park = by_id["yuntaishan"]
    first = ["id", "name", "kind", "area", "county", "themes", "position", "hours"]
    assert list(park) == [*first, "hours_assumed", "closures", "visit", "tickets", "sources"]
    assert park["name"]["zh-Hans"] == "云台山风景名胜区"
    assert set(park["position"]) == {"lat", "lon", "within_m"}
    assert park["hours"][0] == {
        "from": "03-01",
        "to": "11-30",
        "weekdays": [1, 2, 3, 4, 5, 6, 7],
        "opens": "06:30",
        "closes": "18:30",
        "last_entry": "17:30",
    }
    assert park["hours_assumed"] is False
    assert park["visit"]["short"] <= park["visit"]["usual"] <= park["visit"]["long"]
    assert all(("price_cny" in ticket) != ("rule" in ticket) for ticket in park["tickets"])
    assert by_id["zifanghu"]["position"] is None
    assert by_id["zifanghu"]["area"] == "yuntaishan"
    assert by_id["bailuhu"]["hours_assumed"] is True
    assert by_id["seat_xiuwu"]["hours"][0]["closes"] == "24:00"


def test_a_trip_is_shown_as_it_will_happen(capsys: pytest.CaptureFixture[str], trip_file: Path) -> None:
    chinese = said(capsys, "show", str(trip_file), "--lang", "zh-Hans")
    assert "云台山" in chinese
    assert "2026年10月2日" in chinese
    assert "Yuntai" in said(capsys, "show", str(trip_file), "--lang", "en")


def test_a_schedule_as_json_has_moments_legs_and_problems(capsys: pytest.CaptureFixture[str], trip_file: Path) -> None:
    first, second = json.loads(said(capsys, "show", str(trip_file), "--json"))["days"]
    assert set(first) == {"date", "starts", "ends", "from", "to", "visits", "meals"}
    assert (first["date"], first["from"], first["to"]) == ("2026-10-02", "jiaozuo_rail", "stay_city")
    assert first["starts"] == "2026-10-02T08:30:00+08:00"
    (visit,) = first["visits"]
    assert set(visit) == {"place", "arrives", "enters", "leaves", "leg", "problems"}
    assert set(visit["leg"]) == {"from", "to", "minutes", "metres", "how"}
    leg = timedelta(minutes=visit["leg"]["minutes"])
    assert datetime.fromisoformat(first["starts"]) + leg == datetime.fromisoformat(visit["arrives"])
    assert {meal["kind"] for day in (first, second) for meal in day["meals"]} <= {"lunch", "dinner"}
    lost, temple = second["visits"]
    assert lost["leg"] is None
    assert {"kind": "unknown_place", "severity": "clash"} in lost["problems"]
    assert temple["place"] == "jiayingguan"


def test_a_day_that_ends_after_midnight_ends_on_the_next_day(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    trip = a_trip()
    (stop,) = trip.days[0].stops
    late = trip.with_day_hours(trip.days[0].id, timedelta(hours=14), timedelta(hours=28))
    write_trip(tmp_path / "late.jztrip", TripDocument(late.with_stay(stop.id, timedelta(hours=12))))
    (first, _) = json.loads(said(capsys, "show", str(tmp_path / "late.jztrip"), "--json"))["days"]
    assert first["date"] == "2026-10-02"
    assert first["ends"].startswith("2026-10-03T0")
    assert first["ends"].endswith("+08:00")


def test_an_empty_trip_is_shown_too(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    trip = new_trip(TripId("t"), "", date(2026, 10, 2), 1)
    write_trip(tmp_path / "empty.jztrip", TripDocument(trip))
    (day,) = json.loads(said(capsys, "show", str(tmp_path / "empty.jztrip"), "--json"))["days"]
    assert (day["visits"], day["from"], day["to"]) == ([], None, None)
    assert trip.day(DayId("d1")).stops == ()


@pytest.mark.parametrize(
    "content", [None, b"", b"\xff\xfe\x00", b"[]", b'{"jztrip": 1}', b'{"jztrip": 99, "trip": {}}']
)
def test_a_trip_that_cannot_be_read_is_named_and_ends_with_1(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "假期.jztrip"
    if content is not None:
        file.write_bytes(content)
    assert main(["show", str(file)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "假期.jztrip" in captured.err
    assert "Traceback" not in captured.err


def test_every_shipped_file_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assets"]) == 0, capsys.readouterr().out


def test_without_qt_and_in_a_terminal_of_1970_chinese_comes_out_as_utf8(trip_file: Path) -> None:
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    for arguments in (("places", "yts", "--lang", "zh-Hans"), ("show", str(trip_file), "--lang", "zh-Hans")):
        done = run(*arguments, **bare)
        assert (done.returncode, done.stderr) == (0, b"")
        assert "云台山" in done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_a_reader_that_has_had_enough_is_no_error() -> None:
    command = [sys.executable, "-c", NO_QT, "places", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writer:
        assert writer.stdout
        assert writer.stderr
        writer.stdout.read(1)
        writer.stdout.close()
        assert writer.stderr.read() == b""
    assert writer.returncode == 0
