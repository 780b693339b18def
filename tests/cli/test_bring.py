"""``jz-travel bring`` and ``jz-travel check`` with files of other planners, as a shell would call them."""

import argparse
import json
from pathlib import Path

import pytest

from jz_travel.cli import bring, plan
from jz_travel.domain.failures import Failure
from jz_travel.store.trips import TripDocument, read_trip, write_trip
from tests.export.samples import golden_autumn

LIST = "name,date,time,lat,lon\n云台山,2026-10-01,09:00,,\n嘉应观,2026-10-01,20:30,,\n客栈,,,35.24,113.23\nMars,,,,\n"


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    file = tmp_path / "plan.csv"
    file.write_text(LIST, "utf-8")
    return file


def called(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command")
    bring.add_commands(commands)
    plan.add_commands(commands)
    chosen = parser.parse_args(arguments)
    code: int = chosen.run(chosen, "en")
    return code


def test_a_list_becomes_a_trip(listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called("bring", str(listed), "-o", str(tmp_path / "new.jztrip")) == 0
    trip = read_trip(tmp_path / "new.jztrip").trip
    assert trip.name == "plan"
    assert [stop.place for stop in trip.stops()] == ["yuntaishan", "jiayingguan"]
    assert [own.name for own in trip.own] == ["客栈"]
    said = capsys.readouterr().out
    assert "云台山 → Yuntai Mountain Scenic Area (sure: Same name)" in said
    assert "Mars → –" in said


def test_a_trip_takes_places_in(listed: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.jztrip"
    write_trip(mine, TripDocument(golden_autumn()))
    assert called("bring", str(listed), "--into", str(mine), "--wishes") == 0
    after = read_trip(mine).trip
    assert after.days == golden_autumn().days
    assert "yuntaishan" in after.wishes


def test_programs_read_what_was_found(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called("bring", str(listed), "--json") == 0
    said = json.loads(capsys.readouterr().out)
    first, _, inn, mars = said["files"][0]["found"]
    assert (first["place"], first["sure"], first["by"], first["starts"]) == ("yuntaishan", "sure", "name", "09:00")
    assert (inn["place"], inn["lat"], mars["sure"]) == (None, 35.24, "not")
    assert said["taken"] == 3
    assert {each["about"] for each in said["remarks"]} >= {"closed", "not_known"}


def test_a_plan_of_another_planner_is_checked(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called("check", str(listed)) == 1
    assert "Jiaying Temple: You get here at 20:30; it closes at 17:30." in capsys.readouterr().out
    good = listed.with_name("good.csv")
    good.write_text("name,date,time\n嘉应观,2026-10-20,09:00\n", "utf-8")
    assert called("check", str(good), "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"remarks": []}


def test_a_list_of_nothing_known_brings_nothing(tmp_path: Path, listed: Path) -> None:
    listed.write_text("name\nMars\n", "utf-8")
    assert called("bring", str(listed)) == 1
    with pytest.raises(Failure):
        called("bring", str(tmp_path / "nowhere.gpx"))
