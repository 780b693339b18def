"""How full a day is likely to be, by rules that anyone can read."""

from datetime import date, timedelta

import pytest

from jz_travel.domain.holidays import (
    CalendarUnknown,
    HolidayCalendar,
    InHoliday,
    InSeason,
    Level,
    StatutoryOnly,
    Weekend,
    Workday,
    WorkedWeekend,
)
from jz_travel.domain.places import PlaceId
from jz_travel.domain.statistics import Event
from jz_travel.resources import assets
from jz_travel.store.holidays import read_holidays

YUNTAI = PlaceId("yuntaishan")


@pytest.fixture(scope="module")
def calendar() -> HolidayCalendar:
    found, failures = read_holidays(assets())
    assert failures == ()
    return found


def test_the_middle_of_the_golden_week_is_packed_its_ends_are_busy(calendar: HolidayCalendar) -> None:
    levels = [calendar.load(date(2026, 10, day)).level for day in range(1, 8)]
    assert levels == [Level.BUSY, *[Level.PACKED] * 5, Level.BUSY]


def test_a_plain_wednesday_is_quiet(calendar: HolidayCalendar) -> None:
    load = calendar.load(date(2026, 6, 10))
    assert (load.level, load.inputs) == (Level.QUIET, (Workday(),))


def test_a_saturday_is_lively_unless_it_is_worked_for_a_holiday(calendar: HolidayCalendar) -> None:
    assert calendar.load(date(2026, 10, 17)).inputs == (Weekend(),)
    assert calendar.load(date(2026, 10, 17)).level is Level.LIVELY
    assert calendar.load(date(2026, 10, 10)).inputs == (WorkedWeekend(),)
    assert calendar.load(date(2026, 10, 10)).level is Level.QUIET


def test_red_leaves_fill_the_mountain_but_not_the_city(calendar: HolidayCalendar) -> None:
    day = date(2026, 10, 24)
    assert calendar.load(day, YUNTAI).level == calendar.load(day).level + 1
    assert any(isinstance(each, InSeason) for each in calendar.load(day, YUNTAI).inputs)
    assert calendar.load(day, PlaceId("jiayingguan")).level == calendar.load(day).level


def test_nothing_is_fuller_than_packed(calendar: HolidayCalendar) -> None:
    days = (date(2024, 1, 1) + timedelta(days=number) for number in range(4 * 366))
    assert {calendar.load(day, YUNTAI).level for day in days} == set(Level)


def test_the_day_of_a_holiday_is_counted(calendar: HolidayCalendar) -> None:
    load = calendar.load(date(2025, 10, 6))
    assert load.holiday is not None
    assert load.holiday.days == 8
    assert load.inputs == (InHoliday(load.holiday, 6),)


def test_a_holiday_may_begin_in_the_year_before(calendar: HolidayCalendar) -> None:
    holiday = calendar.holiday_of(date(2023, 12, 30))
    assert holiday is not None
    assert holiday.event is Event.NEW_YEAR


def test_a_calendar_that_is_not_announced_is_said_and_no_day_near_a_holiday_is_called_quiet(
    calendar: HolidayCalendar,
) -> None:
    after = calendar.load(date(2027, 10, 4))
    assert after.inputs == (Workday(), StatutoryOnly(2027, near=True))
    assert after.level is Level.LIVELY
    assert calendar.load(date(2027, 3, 10)).inputs == (Workday(), StatutoryOnly(2027))


def test_a_year_without_a_calendar_says_so(calendar: HolidayCalendar) -> None:
    assert calendar.load(date(2031, 10, 2)).inputs == (Workday(), CalendarUnknown(2031))
