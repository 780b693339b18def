"""Our calendar against two others, and the mistakes that a person can make in it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from jz_travel.domain.holidays import HolidayCalendar
from jz_travel.resources import assets
from jz_travel.store.holidays import read_holidays

OFFICIAL = (2024, 2025, 2026)
YEAR = """
status = "official"
source = "a"
workdays = [2026-10-10]
[[holiday]]
event = "national_day"
from = 2026-10-01
to = 2026-10-07
"""
SEASONS = "season = []\n"


@pytest.fixture(scope="module")
def calendar() -> HolidayCalendar:
    return read_holidays(assets())[0]


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=number) for number in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", OFFICIAL)
def test_the_same_days_are_free_as_in_the_notices_that_chinesecalendar_keeps(
    calendar: HolidayCalendar, year: int
) -> None:
    notices = pytest.importorskip("chinese_calendar", reason="the package chinesecalendar is not installed")
    for day in days_of(year):
        ours = calendar.holiday_of(day) is not None or (day.isoweekday() > 5 and not calendar.is_worked_weekend(day))
        assert ours == notices.is_holiday(day), day


def test_the_statutory_days_of_2027_are_those_that_holidays_keeps(calendar: HolidayCalendar) -> None:
    known = pytest.importorskip("holidays", reason="the package holidays is not installed")
    theirs = {day for day, name in known.China(years=2027, language="en_US").items() if "observed" not in name}
    assert {day for day in days_of(2027) if calendar.holiday_of(day)} == theirs


def test_only_announced_years_are_called_official(calendar: HolidayCalendar) -> None:
    assert {each.year: each.status for each in calendar.years} == {
        **dict.fromkeys(OFFICIAL, "official"),
        2027: "statutory",
    }


def folder(tmp_path: Path, year: str, name: str = "2026.toml") -> Path:
    (tmp_path / "holidays").mkdir()
    (tmp_path / "holidays" / name).write_text(year, "utf-8")
    (tmp_path / "holidays" / "seasons.toml").write_text(SEASONS, "utf-8")
    (tmp_path / "sources.toml").write_text('[a]\ntitle = "A notice"\ntier = "A"\n', "utf-8")
    return tmp_path


def test_a_right_year_is_read(tmp_path: Path) -> None:
    found, failures = read_holidays(folder(tmp_path, YEAR))
    assert failures == ()
    assert found.holiday_of(date(2026, 10, 7)) is not None


@pytest.mark.parametrize(
    ("wrong", "right", "field"),
    [
        ('source = "b"', 'source = "a"', "source"),
        ("workdays = [2026-10-09]", "workdays = [2026-10-10]", "workdays[0]"),
        ("workdays = [2026-10-03]", "workdays = [2026-10-10]", "workdays[0]"),
        ("workdays = [2025-10-11]", "workdays = [2026-10-10]", "workdays[0]"),
        ("to = 2026-09-30", "to = 2026-10-07", "holiday[0].to"),
        ('event = "year"', 'event = "national_day"', "holiday[0].event"),
        ('status = "rumour"', 'status = "official"', "status"),
    ],
)
def test_a_mistake_is_named_by_file_and_field(tmp_path: Path, wrong: str, right: str, field: str) -> None:
    found, failures = read_holidays(folder(tmp_path, YEAR.replace(right, wrong)))
    assert [(failure.file.name if failure.file else "", failure.field) for failure in failures] == [
        ("2026.toml", field)
    ]
    assert found.years == ()


def test_holidays_that_overlap_are_refused(tmp_path: Path) -> None:
    twice = YEAR + '[[holiday]]\nevent = "mid_autumn"\nfrom = 2026-10-06\nto = 2026-10-08\n'
    _, failures = read_holidays(folder(tmp_path, twice))
    assert [failure.field for failure in failures] == ["holiday[1].from"]
