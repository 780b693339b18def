"""``jz-travel plan`` and ``jz-travel check``."""

import argparse
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from jz_travel.cli.plan import add_commands
from jz_travel.store.trips import TripDocument, read_trip, write_trip


def told(*words: str) -> int:
    parser = argparse.ArgumentParser()
    add_commands(parser.add_subparsers())
    chosen = parser.parse_args(words)
    code: int = chosen.run(chosen, "en")
    return code


ASKED = ("plan", "--start", "2026-10-01", "--days", "1", "--from", "xiuwuxi_rail", "--interest", "tai_chi")


def test_a_plan_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(*ASKED, "--json", "--seed", "4") == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert set(found) == {
        "request", "days", "left_out", "conflicts", "violations", "access_not_known", "score", "bound", "seconds",
        "seed",
    }  # fmt: skip
    assert (found["seed"], found["violations"], len(found["days"])) == (4, [], 1)
    assert found["bound"] >= found["score"] > 0
    (day,) = found["days"]
    assert {"date", "starts", "ends", "from", "to", "visits", "meals"} == set(day)
    visit = day["visits"][0]
    assert datetime.fromisoformat(visit["arrives"]).utcoffset() == timedelta(hours=8)
    assert {"from", "to", "minutes", "metres", "how"} == set(visit["leg"])
    assert {"place", "reason", "text", "fixes"} == set(found["left_out"][0])


def test_a_plan_as_a_trip_that_holds_its_request_and_passes_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "autumn.jztrip"
    assert told(*ASKED, "-o", str(file)) == 0
    trip = read_trip(file).trip
    assert trip.name == "A visit to Jiaozuo"  # papers say its dates beside its name
    assert trip.request
    assert trip.request.days == 1
    capsys.readouterr()
    assert told("check", str(file)) == 0
    said = capsys.readouterr()
    assert not said.out
    assert "Nothing is wrong" in said.err


def test_a_plan_in_another_file_is_another_trip_whatever_the_file_is_called(tmp_path: Path) -> None:
    """In a calendar the events of one must not take the place of the other's."""
    names = ("autumn", "秋天 的焦作", ".hidden", "con", "a:b", "山" * 80, "dot.")
    files = [tmp_path / f"{name}.jztrip" for name in names]
    assert [told(*ASKED, "-o", str(file)) for file in files] == [0] * len(names)
    assert len({read_trip(file).trip.id for file in files}) == len(names)
    assert told("check", str(files[2])) == 0


def test_a_trip_that_cannot_be_is_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.jztrip"
    assert told(*ASKED, "-o", str(file)) == 0
    trip = read_trip(file).trip
    late = trip.with_day_hours(trip.days[0].id, timedelta(hours=15), timedelta(hours=20))
    write_trip(file, TripDocument(late))
    assert told("check", str(file)) == 1
    assert capsys.readouterr().out.count("\n") >= 1


def test_what_cannot_be_met_gives_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(*ASKED, "--must", "jiayingguan", "--budget", "0") == 1
    assert "cannot" in capsys.readouterr().out


def test_every_demand_can_be_said_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    told(
        *ASKED, "--json", "--bound", "0", "--pin", "chenjiagou@1@10:30", "--leaves-at", "09:00", "--back-by", "20:00",
        "--driving", "240", "--on-foot", "300", "--no-dinner", "--lodging", "suggest",
        "--member", "Li:tai_chi=2,nature",
    )  # fmt: skip
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    asked = found["request"]
    assert asked["pins"] == [{"place": "chenjiagou", "day": 1, "starts": "10:30"}]
    assert (asked["leaves_at"], asked["back_by"], asked["driving"], asked["on_foot"]) == ("09:00", "20:00", 240, 300)
    assert (asked["dinner"], asked["lodging"]) == (False, [""])
    assert asked["members"] == [{"name": "Li", "interests": {"tai_chi": 2.0, "nature": 1.0}}]
    assert found["bound"] is None, "nobody looked for it"
    visit = next(each for each in found["days"][0]["visits"] if each["place"] == "chenjiagou")
    assert visit["enters"].startswith("2026-10-01T10:3")


@pytest.mark.parametrize("wrong", [["--pin", "chenjiagou"], ["--pin", "chenjiagou@0"], ["--driving", "2h"]], ids=str)
def test_what_cannot_be_meant_is_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        told(*ASKED, *wrong)
    assert "is not" in capsys.readouterr().err


def test_how_near_the_best_possible_it_is_and_what_to_ask_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    told(*ASKED, "--party", "adults=1,step_free", "--bound", "20")
    said = capsys.readouterr().out
    assert "best possible" in said or "No better plan is possible" in said
    assert "without steps; please ask" in said


def test_what_nobody_can_visit_is_told_and_the_rest_is_planned(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(*ASKED, "--must", "stay_city", "--bound", "0") == 1
    said = capsys.readouterr().out
    assert "The catalogue has no such place to visit." in said
    assert "Chenjiagou" in said


def test_no_days_are_a_conflict_and_no_place_is_blamed(capsys: pytest.CaptureFixture[str]) -> None:
    assert told("plan", "--start", "2026-10-01", "--days", "0", "--json", "--bound", "0") == 1
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert [demand["what"] for demand in found["conflicts"][0]["demands"]] == ["days"]
    assert found["left_out"] == []


@pytest.mark.parametrize("wrong", [("--days", "61"), ("--days", "-1"), ("--party", "adults=0")], ids=" ".join)
def test_what_cannot_be_asked_is_refused_at_once(wrong: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        told("plan", "--start", "2026-10-01", *wrong)
    assert wrong[0] in capsys.readouterr().err
