"""Dates and times of day, in Chinese, English and Korean."""

from datetime import UTC, date, datetime, timedelta

import pytest
from babel.dates import format_date, get_month_names

from jz_travel.domain.clock import at, hours
from jz_travel.words import Words

CHINESE, ENGLISH, KOREAN = Words("zh-Hans"), Words("en"), Words("ko")
NATIONAL_DAY = date(2026, 10, 1)


def test_national_day() -> None:
    assert CHINESE.date(NATIONAL_DAY) == "2026年10月1日 星期四"
    assert ENGLISH.date(NATIONAL_DAY) == "Thursday, 1 October 2026"
    assert (CHINESE.date_short(NATIONAL_DAY), ENGLISH.date_short(NATIONAL_DAY)) == ("10月1日 周四", "Thu 1 Oct")


def test_a_trip_over_new_year_says_both_years() -> None:
    first, last = date(2026, 12, 30), date(2027, 1, 2)
    assert CHINESE.dates(first, last) == "2026年12月30日至2027年1月2日"
    assert ENGLISH.dates(first, last) == "30 Dec 2026 – 2 Jan 2027"
    assert ENGLISH.dates(first, first) == "30 Dec 2026"


@pytest.mark.parametrize("month", range(1, 13))
def test_months_and_weekdays_are_called_as_everywhere(month: int) -> None:
    day = date(2026, month, 10)
    assert ENGLISH.date(day) == format_date(day, "full", locale="en_GB")
    assert CHINESE.date(day).replace(" ", "") == format_date(day, "full", locale="zh_Hans")
    assert CHINESE.weekday(day, short=True) == format_date(day, "EEE", locale="zh_Hans")
    assert ENGLISH.month_day(month, 9) == f"9 {get_month_names('abbreviated', locale='en')[month]}"


def test_the_hours_of_a_day_are_counted_to_24() -> None:
    assert ENGLISH.time(hours(8, 30)) == CHINESE.time(hours(8, 30)) == "08:30"
    assert ENGLISH.time(timedelta()) == "00:00"
    assert ENGLISH.time(hours(24)) == "24:00"


def test_after_midnight_it_is_the_next_day() -> None:
    assert (ENGLISH.time(hours(24, 30)), CHINESE.time(hours(24, 30))) == ("00:30 next day", "次日 00:30")
    moment = at(NATIONAL_DAY, hours(24, 30))
    assert ENGLISH.time(moment, NATIONAL_DAY) == "00:30 next day"
    assert ENGLISH.time(moment) == "00:30"


def test_what_is_all_on_the_next_day_says_so_once() -> None:
    assert ENGLISH.time_range(hours(26), hours(28)) == "next day 02:00–04:00"
    assert CHINESE.time_range(hours(26), hours(28)) == "次日 02:00–04:00"
    night = at(NATIONAL_DAY, hours(25)), at(NATIONAL_DAY, hours(26))
    assert ENGLISH.time_range(*night, NATIONAL_DAY) == "next day 01:00–02:00"
    assert ENGLISH.time_range(*night) == "01:00–02:00"
    assert ENGLISH.time_range(hours(23), hours(25)) == "23:00–01:00 next day"


def test_a_day_that_never_ends_counts_its_days() -> None:
    assert (ENGLISH.time(hours(49)), CHINESE.time(hours(49))) == ("01:00, 2 days later", "2 天后 01:00")


def test_a_moment_elsewhere_is_told_on_jiaozuos_clock() -> None:
    assert ENGLISH.time(datetime(2026, 10, 1, 0, 30, tzinfo=UTC), NATIONAL_DAY) == "08:30"


def test_seconds_are_not_said() -> None:
    assert ENGLISH.time(hours(8, 30) + timedelta(seconds=59)) == "08:30"


@pytest.mark.parametrize(
    ("said", "english", "chinese", "korean"),
    [
        ("2015", "2015", "2015年", "2015년"),
        ("2023-01", "January 2023", "2023年1月", "2023년 1월"),
        ("2024-10-18", "18 Oct 2024", "2024年10月18日", "2024년 10월 18일"),
        ("2024-13", "2024-13", "2024-13", "2024-13"),
        ("spring 2019", "spring 2019", "spring 2019", "spring 2019"),
    ],
)
def test_a_date_is_said_as_far_as_its_source_says_it(said: str, english: str, chinese: str, korean: str) -> None:
    told = tuple(words.as_far_as_said(said) for words in (ENGLISH, CHINESE, KOREAN))
    assert told == (english, chinese, korean)
