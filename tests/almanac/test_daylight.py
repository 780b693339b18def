"""The sun over Jiaozuo."""

from datetime import date, timedelta

import pytest

from jz_travel.almanac import daylight
from jz_travel.domain.clock import hours


@pytest.mark.parametrize(
    ("day", "sunrise", "sunset"),
    [
        (date(2026, 6, 21), hours(5, 13), hours(19, 45)),
        (date(2026, 12, 22), hours(7, 32), hours(17, 19)),
        (date(2026, 3, 20), hours(6, 31), hours(18, 38)),
    ],
)
def test_the_sun_rises_and_sets_when_it_should(day: date, sunrise: timedelta, sunset: timedelta) -> None:
    rises, sets = daylight(day)
    assert abs(rises - sunrise) <= timedelta(minutes=5)
    assert abs(sets - sunset) <= timedelta(minutes=5)


def test_times_are_whole_minutes() -> None:
    for day in range(1, 29):
        for moment in daylight(date(2026, 10, day)):
            assert moment % timedelta(minutes=1) == timedelta()


def test_days_grow_until_midsummer_and_shrink_after() -> None:
    def length(day: date) -> timedelta:
        rises, sets = daylight(day)
        return sets - rises

    year = [length(date(2026, 1, 1) + timedelta(days=each)) for each in range(0, 365, 7)]
    longest = year.index(max(year))
    assert date(2026, 6, 11) <= date(2026, 1, 1) + timedelta(days=7 * longest) <= date(2026, 7, 1)
    assert year[1:longest] == sorted(year[1:longest])


@pytest.mark.parametrize("day", [date.min, date.max, date(1000, 1, 1), date(9998, 12, 31)])
def test_a_date_far_from_now_has_a_day_too(day: date) -> None:
    rises, sets = daylight(day)
    assert timedelta() < rises < sets < timedelta(days=1)
