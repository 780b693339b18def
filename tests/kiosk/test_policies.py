"""Policies are read strictly: a screen is put up with all of its policy or not at all."""

from datetime import timedelta
from pathlib import Path

import pytest

from jz_travel.domain.failures import Failure
from jz_travel.domain.policy import Ability
from jz_travel.resources import assets
from jz_travel.store.policies import policy_file, read_policy

NAME = 'name = { zh-Hans = "馆", en = "Hall" }\n'


def test_every_shipped_policy_is_whole() -> None:
    files = sorted(assets("policies").glob("*.toml"))
    assert {file.stem for file in files} == {"visitor_centre", "counsellor", "station"}
    assert all(read_policy(file).allows(Ability.PLAN) for file in files)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("idel = 60", "idel"),
        ("idle = 3", "idle"),
        ('opens = "7:00"', "opens"),
        ('abilities = ["fly"]', "abilities"),
        ("abilities = []", "abilities"),
        ('printer = "a; rm -rf /"', "printer"),
        ('pin = "4711"', "pin"),
        ('languages = ["en"]', "language"),
        ('start = "map"\nabilities = ["see"]', "start"),
        ("suppress_below = 0", "suppress_below"),
    ],
)
def test_a_mistake_is_named_by_its_field(tmp_path: Path, line: str, field: str) -> None:
    file = tmp_path / "hall.toml"
    file.write_text(NAME + line, "utf-8")
    with pytest.raises(Failure) as caught:
        read_policy(file)
    assert caught.value.field.startswith(field)


def test_the_site_goes_before_what_is_shipped(tmp_path: Path) -> None:
    (tmp_path / "station.toml").write_text(NAME, "utf-8")
    assert policy_file("station", assets("policies"), tmp_path) == tmp_path / "station.toml"
    assert policy_file("counsellor", assets("policies"), tmp_path) == assets("policies", "counsellor.toml")


def test_hours_may_go_past_midnight(tmp_path: Path) -> None:
    file = tmp_path / "bar.toml"
    file.write_text(NAME + 'opens = "18:00"\ncloses = "02:00"', "utf-8")
    policy = read_policy(file)
    assert [policy.is_open(timedelta(hours=hour)) for hour in (1, 2, 17, 18, 23)] == [True, False, False, True, True]
