"""Figures in words: exact as printed in every language, computed ones with their formula."""

from datetime import date
from decimal import Decimal

import pytest

from jz_travel.domain.reckoning import Derived, change, per_day, per_visit, readings_of
from jz_travel.domain.statistics import Fact, Figure, FigureId, Statistics
from jz_travel.domain.texts import Language
from jz_travel.resources import assets
from jz_travel.store.holidays import read_holidays
from jz_travel.store.statistics import read_statistics
from jz_travel.words import Words, holidays
from jz_travel.words.origins import origin
from jz_travel.words.statistics import computed, fact, formula, growth_explained, printed, title


@pytest.fixture(scope="module")
def statistics() -> Statistics:
    return read_statistics(assets())[0]


def figure(statistics: Statistics, name: str) -> Figure:
    return statistics.by_id[FigureId(name)]


@pytest.mark.parametrize(
    ("language", "visits", "revenue"),
    [("zh-Hans", "685.93万人次", "41.35亿元"), ("en", "6,859,300 visits", "CNY 4.135 billion")],
)
def test_the_headline_keeps_every_digit(statistics: Statistics, language: Language, visits: str, revenue: str) -> None:
    words = Words(language)
    said = [printed(words, figure(statistics, name)) for name in ("jz_nd2024_v", "jz_nd2024_r")]
    assert said == [visits, revenue]


def test_no_figure_loses_a_digit_in_english(statistics: Statistics) -> None:
    words = Words("en")
    sizes = {"million": 1_000_000, "billion": 1_000_000_000}
    for each in statistics.figures():
        said = printed(words, each).replace("CNY ", "").replace(" visits", "").split()
        assert Decimal(said[0].replace(",", "")) * sizes.get(said[-1], 1) == each.base, each.id


def test_a_chinese_figure_is_printed_as_its_source_prints_it(statistics: Statistics) -> None:
    words = Words("zh-Hans")
    for each in statistics.figures():
        assert printed(words, each).replace(",", "") == f"{each.value.normalize():f}{each.unit}"


def test_a_growth_says_what_it_compares_or_that_nobody_says_so(statistics: Statistics) -> None:
    words = Words("en")
    said = growth_explained(words, figure(statistics, "jz_nd2024_v").growth[0])
    assert said == "+13.21% on 2023, basis not stated"
    said = growth_explained(words, figure(statistics, "hn_nd2025_v").growth[0])
    assert said == "89.1% of 2024, comparable basis: means per day"
    assert growth_explained(words, figure(statistics, "jz_y2013_v").growth[0]) == "2.02 times 2008, basis not stated"


@pytest.mark.parametrize(
    ("language", "rounded", "exact", "reports"),
    [("ja", "延べ約605.89万人", "延べ97.99万人", "17回"), ("ko", "연인원 약 605.89만 명", "연인원 97.99만 명", "17회")],
)
def test_japanese_and_korean_say_about_and_how_many_times(
    statistics: Statistics, language: Language, rounded: str, exact: str, reports: str
) -> None:
    words, visits = Words(language), figure(statistics, "jz_nd2024_v")
    readings = readings_of(visits, statistics)
    assert readings is not None
    before = readings.raw
    assert (computed(words, before), computed(words, per_day(visits))) == (rounded, exact)
    assert printed(words, figure(statistics, "jz_nd2024_cctv")) == reports
    result = rounded.replace("約", "").replace("약 ", "")
    assert formula(words, before) == f"{printed(words, visits)} ÷ 1.1321 ≈ {result}"


def test_formulas_show_their_inputs(statistics: Statistics) -> None:
    words = Words("zh-Hans")
    visits, revenue = figure(statistics, "jz_nd2024_v"), figure(statistics, "jz_nd2024_r")
    readings = readings_of(visits, statistics)
    assert readings is not None
    assert formula(words, per_day(visits)) == "685.93万人次 ÷ 7 天 = 97.99万人次"
    assert formula(words, per_visit(revenue, visits)) == "41.35亿元 ÷ 685.93万人次 ≈ 602.83元"
    assert formula(words, readings.raw) == "685.93万人次 ÷ 1.1321 ≈ 605.89万人次"
    assert formula(words, readings.comparable) == "685.93万人次 ÷ 7 天 ÷ 1.1321 × 8 天 ≈ 692.45万人次"


def test_the_formula_of_a_change_nests(statistics: Statistics) -> None:
    grown = change(per_day(figure(statistics, "cn_nd2023_v")), per_day(figure(statistics, "cn_nd2024_v")))
    assert formula(Words("zh-Hans"), grown) == "(7.65亿人次 ÷ 7 天) ÷ (8.26亿人次 ÷ 8 天) − 1 = +5.85%"  # noqa: RUF001


def test_a_rounded_value_is_marked_and_an_exact_one_is_not(statistics: Statistics) -> None:
    words = Words("zh-Hans")
    assert computed(words, per_day(figure(statistics, "jz_nd2024_r"))) == "≈5.91亿元"
    assert computed(words, per_day(figure(statistics, "jz_nd2024_v"))) == "97.99万人次"


def test_the_title_of_a_computed_value_says_in_which_reading_it_holds(statistics: Statistics) -> None:
    readings = readings_of(figure(statistics, "jz_nd2024_v"), statistics)
    assert readings is not None
    said = [title(Words("en"), each) for each in (readings.raw, readings.comparable)]
    assert said == [
        "Jiaozuo · National Day Golden Week 2023 · Visits, if the growth compares totals",
        "Jiaozuo · National Day Golden Week 2023 · Visits, if the growth compares means per day",
    ]
    assert all(isinstance(each, Derived) for each in (readings.raw, readings.comparable))


def test_a_number_tells_its_source_date_tier_definition_and_days(statistics: Statistics) -> None:
    said = dict(origin(Words("en"), figure(statistics, "jz_nd2024_v"), statistics))
    assert "press conference" in said["Source"]
    assert said["Published"] == "18 Oct 2024"
    assert said["Kind of source"].startswith("A · ")
    assert said["Length"] == "7 days · 1–7 Oct 2024"
    assert said["Printed as"] == "685.93万人次"
    assert "whole city" in said["What was counted"]


def test_the_facts_of_the_city(statistics: Statistics) -> None:
    facts: dict[str, Fact] = {each.id: each for each in statistics.facts}
    zh, en = Words("zh-Hans"), Words("en")
    assert fact(zh, facts["tertiary_gdp"]) == "55.8%"
    assert fact(zh, facts["livelihood"]) == "70%以上"
    assert fact(en, facts["livelihood"]) == "at least 70%"
    assert (fact(zh, facts["sti_rank"]), fact(en, facts["sti_rank"])) == ("第3位", "No. 3")
    assert fact(en, facts["energy"]) == "\u221210.4%"
    assert fact(en, facts["strategies"]) == "2 / 10 / 10 / 2 / 5"


def test_a_load_is_called_an_estimate_and_says_why() -> None:
    calendar = read_holidays(assets())[0]
    words = Words("en")
    said = holidays.line(words, calendar.load(date(2026, 10, 3)))
    assert said == "Packed (estimate): National Day Golden Week, day 3 of 7"
    said = holidays.line(words, calendar.load(date(2027, 10, 5)))
    assert said == "Lively (estimate): workday; may be free: the calendar of 2027 is not announced yet"
