"""Each of the five languages counts, dates, sorts and quotes in its own way."""

from datetime import date
from decimal import Decimal

import pytest

from jz_travel.domain.statistics import Unit
from jz_travel.domain.texts import Language
from jz_travel.words import Words, offered
from jz_travel.words.letters import families, families_elsewhere, shipped_families
from jz_travel.words.statistics import amount, unit_name, unit_on_paper

NATIONAL_DAY = date(2026, 10, 1)
FIVE: tuple[Language, ...] = ("zh-Hans", "zh-Hant", "en", "ja", "ko")


def test_all_five_can_be_chosen() -> None:
    assert offered() == FIVE


@pytest.mark.parametrize(
    ("language", "visits", "revenue", "trillions", "short"),
    [
        ("zh-Hans", "685.93万人次", "41.35亿元", "1.5万亿元", "685.93万"),
        ("zh-Hant", "685.93萬人次", "41.35億元", "1.5兆元", "685.93萬"),
        ("en", "6,859,300 visits", "CNY 4.135 billion", "CNY 1500 billion", "6.86M"),
        ("ja", "延べ685.93万人", "41.35億元", "1.5兆元", "685.93万"),
        ("ko", "연인원 685.93만 명", "41.35억 위안", "1.5조 위안", "685.93만"),
    ],
)
def test_the_golden_week_is_counted_as_each_country_counts(
    language: Language, visits: str, revenue: str, trillions: str, short: str
) -> None:
    words = Words(language)
    assert amount(words, Decimal(6_859_300), Unit.WAN_VISITS) == visits
    assert amount(words, Decimal(4_135_000_000), Unit.YI_YUAN) == revenue
    assert amount(words, Decimal(1_500_000_000_000), Unit.WAN_YI_YUAN) == trillions
    assert words.compact(6_859_300) == short
    assert words.percent(0.1321) == "+13.21%"


@pytest.mark.parametrize(
    ("language", "of_visits", "of_money", "of_area", "of_firms"),
    [
        ("zh-Hans", "万人次", "亿元", "km²", "家"),
        ("zh-Hant", "萬人次", "億元", "km²", "家"),
        ("ja", "万人（延べ）", "億元", "km²", ""),
        ("ko", "만명(연인원)", "억위안", "km²", ""),
    ],
)
def test_a_chart_names_its_unit(language: Language, of_visits: str, of_money: str, of_area: str, of_firms: str) -> None:
    words = Words(language)
    units = (Unit.WAN_VISITS, Unit.YI_YUAN, Unit.SQUARE_KILOMETRES, Unit.FIRMS)
    assert tuple(unit_name(words, unit) for unit in units) == (of_visits, of_money, of_area, of_firms)


@pytest.mark.parametrize(
    ("language", "of_visits", "of_firms"),
    [
        ("zh-Hans", "万人次", "家"),
        ("zh-Hant", "萬人次", "家"),
        ("en", "万人次 (10,000 visits)", "家"),
        ("ja", "万人次（延べ1万人）", "家"),
        ("ko", "万人次(연인원 1만 명)", "家"),
    ],
)
def test_who_does_not_read_a_unit_is_told_what_it_is(language: Language, of_visits: str, of_firms: str) -> None:
    words = Words(language)
    assert (unit_on_paper(words, Unit.WAN_VISITS), unit_on_paper(words, Unit.FIRMS)) == (of_visits, of_firms)


@pytest.mark.parametrize(
    ("language", "whole", "short", "span", "price", "hours"),
    [
        ("zh-Hans", "2026年10月1日 星期四", "10月1日 周四", "2026年10月1日至3日", "¥120", "2 小时 30 分"),
        ("zh-Hant", "2026年10月1日 星期四", "10月1日 週四", "2026年10月1日至3日", "人民幣 120 元",
         "2 小時 30 分"),
        ("en", "Thursday, 1 October 2026", "Thu 1 Oct", "1–3 Oct 2026", "CNY 120", "2 h 30 min"),
        ("ja", "2026年10月1日 木曜日", "10月1日（木）", "2026年10月1日～3日", "120元", "2時間30分"),
        ("ko", "2026년 10월 1일 목요일", "10월 1일(목)", "2026년 10월 1일~3일", "120위안", "2시간 30분"),
    ],
)  # fmt: skip
def test_national_day_and_a_ticket(
    language: Language, whole: str, short: str, span: str, price: str, hours: str
) -> None:
    words = Words(language)
    assert words.date(NATIONAL_DAY) == whole
    assert words.date_short(NATIONAL_DAY) == short
    assert words.dates(NATIONAL_DAY, date(2026, 10, 3)) == span
    assert words.money(120) == price
    assert words.duration(150 * (date(2026, 10, 2) - NATIONAL_DAY) / 1440) == hours


@pytest.mark.parametrize(
    ("language", "listed", "quoted"),
    [
        ("zh-Hans", "云台山，陈家沟", "“云台山”"),
        ("zh-Hant", "雲臺山，陳家溝", "「雲臺山」"),
        ("en", "Yuntai, Chenjiagou", "“Yuntai”"),
        ("ja", "雲台山、陳家溝", "「雲台山」"),
        ("ko", "윈타이산, 천자거우", "‘윈타이산’"),  # noqa: RUF001
    ],
)
def test_lists_and_quotation_marks(language: Language, listed: str, quoted: str) -> None:
    words = Words(language)
    separator = words.say(", ", context="between words")
    assert separator.join(listed.split(separator)) == listed
    assert separator in listed
    assert words.say("“{name}”", name=quoted[1:-1]) == quoted


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        ("zh-Hans", ["博物馆", "古城", "湖泊", "山峰"]),  # bo gu hu shan
        ("zh-Hant", ["山峰", "公園", "古城", "湖泊"]),  # 3, 4, 5, 12 strokes
        ("en", ["Élan", "Gorge", "lake", "Temple"]),
        ("ja", ["あお", "がき", "かめ", "雲台山", "嘉応観", "焦作", "青天河"]),  # un, ka, shō, sei
        ("ko", ["가가", "각", "나", "윈타이산", "칭톈허"]),
    ],
)
def test_words_are_sorted_as_each_language_does(language: Language, in_order: list[str]) -> None:
    mixed = in_order[::-1]
    assert sorted(mixed, key=Words(language).sort_key) == in_order


def test_traditional_readers_find_places_by_pinyin_too() -> None:
    words = Words("zh-Hant")
    places = [("雲臺山", "Yúntái Shān"), ("焦作", "Jiāozuò"), ("青天河", "Qīngtiān Hé")]
    assert [name for name, _ in sorted(places, key=lambda each: words.sort_key(*each))] == ["焦作", "青天河", "雲臺山"]


@pytest.mark.parametrize("language", FIVE)
def test_every_language_ends_in_the_systems_own_fonts_and_paper_has_all_of_ours(language: Language) -> None:
    assert families(language)[-1] == families_elsewhere(language)[-1] == "sans-serif"
    assert families_elsewhere(language)[0] == families(language)[0]
    assert set(shipped_families(language)) == {"JZ Sans SC", "JZ Sans TC", "JZ Sans JP", "JZ Sans"}
    assert shipped_families(language)[0] == families(language)[0]
