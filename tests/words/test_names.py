"""Every kind, theme, county and the like has a name of its own in every language."""

from enum import Enum
from typing import get_args

import pytest

from jz_travel.domain.places import County, Kind, Theme
from jz_travel.domain.texts import Language
from jz_travel.domain.travel import How, Mode
from jz_travel.words import Words, offered
from jz_travel.words.names import PERSONS
from tests.strategies import a_place

LANGUAGES = [Words(language) for language in offered()]
in_each_language = pytest.mark.parametrize("words", LANGUAGES, ids=lambda words: words.language)


@in_each_language
@pytest.mark.parametrize(
    ("say", "all_of_them"), [("kind", Kind), ("theme", Theme), ("mode", Mode), ("how", How)], ids=lambda each: str(each)
)
def test_each_has_its_own_name(words: Words, say: str, all_of_them: type[Enum]) -> None:
    names = [getattr(words, say)(each) for each in all_of_them]
    assert len(set(names)) == len(names)


@in_each_language
def test_every_county_has_its_own_name(words: Words) -> None:
    assert len({words.county(county) for county in get_args(County)}) == len(get_args(County))


@in_each_language
def test_all_who_pay_have_names_of_their_own(words: Words) -> None:
    assert len({words.person(who) for who in PERSONS}) == len(PERSONS)


def test_whoever_speaks_a_language_finds_it() -> None:
    names = [Words("en").language_name(language) for language in get_args(Language)]
    assert names == ["简体中文", "繁體中文", "English", "日本語", "한국어"]


def test_the_same_word_may_differ_by_context() -> None:
    assert Words("zh-Hans").kind(Kind.TAI_CHI) == "太极"
    assert Words("zh-Hans").mode(Mode.COACH) != Words("zh-Hans").kind(Kind.COACH_STATION)


def test_places_are_sorted_by_sound() -> None:
    chinese = Words("zh-Hans")
    by_sound = {"云台山": "Yúntái Shān", "嘉应观": "Jiāyìng Guàn", "陈家沟": "Chénjiāgōu"}
    assert sorted(by_sound, key=lambda name: chinese.sort_key(name, by_sound[name])) == ["陈家沟", "嘉应观", "云台山"]
    assert sorted(["Zoo", "Écluse", "abbey"], key=Words("en").sort_key) == ["abbey", "Écluse", "Zoo"]


@in_each_language
def test_a_place_is_called_by_its_name(words: Words) -> None:
    place = a_place("{museum}")
    assert words.name(place) == words.short(place) == "{museum}"
