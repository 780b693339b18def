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
        "request", "days", "left_out", "conflicts", "violations", "score", "bound", "seconds", "seed",
    }  # fmt: skip
    assert (found["seed"], found["violations"], len(found["days"])) == (4, [], 1)
    (day,) = found["days"]
    assert {"date", "starts", "ends", "from", "to", "visits", "meals"} == set(day)
    visit = day["visits"][0]
    assert datetime.fromisoformat(visit["arrives"]).utcoffset() == timedelta(hours=8)
    assert {"from", "to", "minutes", "metres", "how"} == set(visit["leg"])
    assert {"place", "reason", "text", "fixes"} == set(found["left_out"][0])


def test_a_plan_as_a_trip_that_holds_its_request_and_passes_the_check(tmp_path: Path) -> None:
    file = tmp_path / "plan.jztrip"
    assert told(*ASKED, "-o", str(file)) == 0
    trip = read_trip(file).trip
    assert trip.request
    assert trip.request.days == 1
    assert told("check", str(file)) == 0


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
