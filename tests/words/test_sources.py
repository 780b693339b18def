"""Sources are said to each reader in a language of theirs, and their date once."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain
from typing import get_args

import pytest

from jz_travel.charts import data
from jz_travel.domain.statistics import Statistics
from jz_travel.domain.texts import Evidence, Language, Source, SourceId, Text
from jz_travel.export import bulletin
from jz_travel.export.figures import rows
from jz_travel.resources import assets
from jz_travel.store.places import read_catalogue
from jz_travel.store.statistics import read_sources, read_statistics
from jz_travel.words import Words
from jz_travel.words.origins import origin
from tests.strategies import CITY

HAN = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(r"\b[a-z]{2,} [a-z]{2,}\b|(?<![\w.-])(?:via|on|of|copy|mirror|news|page)\b")
KNOWN, _ = read_sources(assets("sources.toml"))
EVERY = pytest.mark.parametrize("source", KNOWN.values(), ids=lambda source: source.id)
CONFERENCE = SourceId("seed")


@cache
def figures_of_the_city() -> Statistics:
    statistics, failures = read_statistics(assets())
    assert failures == ()
    return statistics


def in_english(words: Words, sources: dict[SourceId, Source]) -> set[str]:
    """The English titles that a page in another language has words of its own for."""
    return {each.title.en for each in sources.values() if words.text(each.title) != each.title.en}


@EVERY
def test_a_title_that_chinese_readers_see_is_chinese(source: Source) -> None:
    for language in ("zh-Hans", "zh-Hant"):
        title = source.title.in_(language)
        assert HAN.search(title)
        assert not ENGLISH.search(title)


@EVERY
def test_a_title_for_traditional_chinese_is_written_in_its_characters(source: Source) -> None:
    if source.title == Text.alike(source.title.en):
        return  # what a page calls itself stays as it is printed
    source.title.in_("zh-Hant").encode("big5hkscs")


@EVERY
@pytest.mark.parametrize("language", get_args(Language))
def test_a_date_is_said_after_a_title_and_not_in_it_too(source: Source, language: Language) -> None:
    words, title = Words(language), source.title.in_(language)
    assert not [each for each in ways_to_write(source.date, words) if each in title]
    if source.date:
        assert words.source(source).count(words.as_far_as_said(source.date)) == 1


def ways_to_write(said: str, words: Words) -> Iterator[str]:
    """A day or a month as English and Chinese titles might have it; a year alone is often what a source is about."""
    if len(said) < len("2026-11"):
        return
    yield from (said, words.as_far_as_said(said))
    if len(said) == len("2026-11"):
        month = date.fromisoformat(f"{said}-01")
        yield from (f"{month:%B} {month.year}", f"{month.year}年{month.month}月")
    else:
        day = date.fromisoformat(said)
        yield from (f"{day.day} {day:%B} {day.year}", f"{day.year}年{day.month}月{day.day}日")


def test_a_page_says_the_press_conference_in_its_language() -> None:
    conference = KNOWN[CONFERENCE]
    assert Words("zh-Hans").source(conference) == "大河网：河南省人民政府新闻发布会·焦作专场，2024年10月18日"
    assert Words("zh-Hant").source(conference).startswith("大河網：河南省人民政府新聞發布會")
    assert Words("en").source(conference).startswith("Dahe.cn: Henan provincial press conference on Jiaozuo")
    assert Words("ja").source(conference).startswith("大河網：河南省人民政府記者会見")
    assert Words("ko").source(conference).startswith("다허망: 허난성 인민정부 기자회견")


def test_a_title_that_describes_is_written_in_every_language() -> None:
    described = [each.title for each in KNOWN.values() if each.title.zh_hans != each.title.en]
    assert len(described) > 100
    assert [title.en for title in described if not (title.ja and title.ko)] == []


def test_the_evidence_of_a_place_names_its_source_in_the_language_of_the_page() -> None:
    catalogue, _ = read_catalogue(assets())
    said = {evidence for place in catalogue for evidence in (place.hours.openings[0].evidence, place.visit.evidence)}
    cited = [each for each in said if each is not None]
    assert len(cited) > 5
    words = Words("zh-Hans")
    for each in cited:
        title = catalogue.source_by_id[each.source].title
        assert words.evidence(each, catalogue).startswith(title.zh_hans)


def test_a_source_that_nobody_knows_is_named_by_its_id() -> None:
    assert Words("zh-Hans").evidence(Evidence(SourceId("hearsay"), "2026"), CITY).startswith("hearsay")


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_no_number_of_the_statistics_tells_a_chinese_reader_its_source_in_english(language: Language) -> None:
    words, statistics = Words(language), figures_of_the_city()
    english = in_english(words, dict(statistics.sources))
    told = 0
    for of in chain(statistics.figures(), statistics.facts):
        said = dict(origin(words, of, statistics))[words.say("Source")]
        assert said == words.text(statistics.sources[of.evidence.source].title)
        assert said not in english
        told += 1
    assert told > 100


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_no_table_and_no_bulletin_for_chinese_readers_has_a_source_in_english(language: Language) -> None:
    words, statistics = Words(language), figures_of_the_city()
    english = in_english(words, dict(statistics.sources))
    assert english.isdisjoint(cell for row in rows(statistics.series, statistics, words) for cell in row)
    issues = [issue for subject in statistics.subjects for issue in bulletin.issues(statistics, subject.id)]
    assert issues
    for issue in issues:
        printed = json.dumps(bulletin.content(issue, statistics, words, lambda *_: ""), ensure_ascii=False)
        assert not [each for each in english if each in printed]


def test_the_data_name_sources_in_the_language_that_was_asked_for() -> None:
    statistics = figures_of_the_city()
    for language in get_args(Language):
        content = json.loads(data.write(statistics.series, statistics, Words(language)))
        for series in content["series"]:
            for figure in series["figures"]:
                source = figure["source"]
                assert source["title"] == statistics.sources[SourceId(source["id"])].title.in_(language)
