"""Numbers, money, distances and durations read as in Jiaozuo's own reports and as in English."""

from datetime import timedelta

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from jz_travel.domain.texts import Language
from jz_travel.words import Words
from jz_travel.words.numbers import MINUS

CHINESE, ENGLISH = Words("zh-Hans"), Words("en")


def test_the_visits_of_the_golden_week_read_as_in_the_report() -> None:
    assert CHINESE.people(6_859_300) == "685.93万人次"
    assert ENGLISH.people(6_859_300) == "6.86M visits"


def test_its_revenue_reads_as_in_the_report() -> None:
    assert CHINESE.money(4_135_000_000) == "41.35亿元"
    assert ENGLISH.money(4_135_000_000) == "CNY 4.14B"


def test_its_growth_has_a_sign_and_two_decimals() -> None:
    assert CHINESE.percent(0.1321) == "+13.21%"
    assert ENGLISH.percent(-0.125) == f"{MINUS}12.50%"
    assert ENGLISH.percent(0.5, signed=False) == "50.00%"


def test_a_ticket_says_its_currency() -> None:
    assert CHINESE.money(120) == "¥120"
    assert ENGLISH.money(120) == "CNY 120"
    assert ENGLISH.money(7.5) == "CNY 7.5"


def test_few_visits_are_said_in_full() -> None:
    assert CHINESE.people(9_800) == "9,800人次"
    assert (ENGLISH.people(1), ENGLISH.people(0), ENGLISH.people(9_800)) == ("1 visit", "0 visits", "9,800 visits")


def test_a_round_number_of_wan_has_no_empty_decimals() -> None:
    assert CHINESE.people(450_600) == "45.06万人次"
    assert CHINESE.people(396_000) == "39.6万人次"


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en", "ja", "ko"])
@given(n=st.integers(0, 10**12))
def test_whole_numbers_are_grouped_as_the_language_does(language: Language, n: int) -> None:
    assert ENGLISH.number(n) == format_decimal(n, locale=language.replace("-", "_"))


def test_a_number_below_nothing_has_a_real_minus() -> None:
    assert ENGLISH.number(-1234.5) == f"{MINUS}1,234.5"


@pytest.mark.parametrize(
    ("minutes", "english", "chinese"),
    [
        (0, "0 min", "0 分钟"),
        (45, "45 min", "45 分钟"),
        (59.6, "1 h", "1 小时"),
        (60, "1 h", "1 小时"),
        (150, "2 h 30 min", "2 小时 30 分"),
        (26 * 60, "26 h", "26 小时"),
    ],
)
def test_durations(minutes: float, english: str, chinese: str) -> None:
    lasts = timedelta(minutes=minutes)
    assert (ENGLISH.duration(lasts), CHINESE.duration(lasts)) == (english, chinese)


@pytest.mark.parametrize(
    ("metres", "english", "chinese"),
    [
        (0, "0 m", "0 米"),
        (847, "850 m", "850 米"),
        (996, "1.0 km", "1.0 公里"),
        (24_049, "24.0 km", "24.0 公里"),
        (1_234_500, "1,234.5 km", "1,234.5 公里"),
        (None, "distance not known", "距离不详"),
    ],
)
def test_distances(metres: float | None, english: str, chinese: str) -> None:
    assert (ENGLISH.distance(metres), CHINESE.distance(metres)) == (english, chinese)
