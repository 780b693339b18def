"""Finding places by what people type."""

from itertools import pairwise

import pytest

from jz_travel.domain.places import Catalogue
from jz_travel.domain.search import PlaceIndex
from jz_travel.domain.texts import Language
from jz_travel.resources import assets
from jz_travel.store.places import read_catalogue
from jz_travel.words import Words
from tests.strategies import a_place


@pytest.fixture(scope="module")
def index() -> PlaceIndex:
    return PlaceIndex(read_catalogue(assets())[0])


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("云台山", "yuntaishan"),
        ("雲臺山", "yuntaishan"),
        ("yts", "yuntaishan"),
        ("YTS", "yuntaishan"),
        ("\uff59\uff54\uff53", "yuntaishan"),  # full-width letters, as a Chinese keyboard types them
        ("yuntaishan", "yuntaishan"),
        ("yun tai shan", "yuntaishan"),
        ("Yúntái Shān", "yuntaishan"),
        ("yunt", "yuntaishan"),
        ("Yuntai Mountain", "yuntaishan"),
        ("mountain yuntai", "yuntaishan"),
        ("wpy", "hongshixia"),  # 温盘峪, its older name
        ("jyg", "jiayingguan"),
        ("cjg", "chenjiagou"),
        ("qth", "qingtianhe"),
        ("jiayingguan", "jiayingguan"),
        ("fengshan", "fengshan"),
    ],
)
def test_the_place_that_is_meant_comes_first(index: PlaceIndex, query: str, place: str) -> None:
    assert index.find(query)[0].id == place


@pytest.mark.parametrize("query", ["qqqq", "云台山大酒店公寓", "!!", "%", "yuntaishan zoo"])
def test_nothing_is_found_where_nothing_fits(index: PlaceIndex, query: str) -> None:
    assert index.find(query) == ()


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("zh-Hans", "瀑布"),
        ("zh-Hans", "修武"),
        ("en", "village"),
        ("en", "taichi"),
        ("en", "tai chi"),
        ("ja", "太極"),
        ("ko", "사찰"),
    ],
)
def test_who_knows_no_names_finds_what_is_of_that_sort_after_what_is_called_so(language: Language, query: str) -> None:
    catalogue, words = read_catalogue(assets())[0], Words(language)
    by_name, found = PlaceIndex(catalogue).find(query), PlaceIndex(catalogue, words.sorts).find(query)
    assert found[: len(by_name)] == by_name
    rest = found[len(by_name) :]
    assert rest
    word = query.split()[0].casefold()[:3]
    assert all(any(word in sort.casefold() for sort in words.sorts(place)) for place in rest)


@pytest.mark.parametrize("query", ["", "  ", "\t"])
def test_without_a_query_every_place_is_there(index: PlaceIndex, query: str) -> None:
    assert {place.id for place in index.find(query)} == {place.id for place in read_catalogue(assets())[0]}


def test_every_place_is_found_by_each_of_its_names(index: PlaceIndex) -> None:
    for place in read_catalogue(assets())[0]:
        for name in (*place.name.every(), *place.short.every(), *place.aliases, place.pinyin):
            assert place in index.find(name), name


def test_a_longer_query_never_finds_more(index: PlaceIndex) -> None:
    for name in ("yuntaishan", "云台山风景名胜区", "temple"):
        found = [{place.id for place in index.find(name[:end])} for end in range(3, len(name) + 1)]
        assert all(longer <= shorter for shorter, longer in pairwise(found))


def test_a_whole_name_goes_before_a_beginning_and_that_before_a_middle() -> None:
    places = [a_place(name) for name in ("the red lake", "lakeside", "snowflakes", "lake")]
    index = PlaceIndex(Catalogue(tuple(places)))
    assert [place.id for place in index.find("lake")] == ["lake", "lakeside", "the red lake", "snowflakes"]


def test_one_letter_fits_the_beginnings_of_words_only() -> None:
    index = PlaceIndex(Catalogue((a_place("red lake"), a_place("al"), a_place("lane"))))
    assert [place.id for place in index.find("l")] == ["lane", "red lake"]


def test_one_chinese_character_fits_anywhere(index: PlaceIndex) -> None:
    assert "yuntaishan" in {place.id for place in index.find("台")}


def test_a_bigger_catalogue_needs_an_index_of_its_own_and_no_more() -> None:
    small = Catalogue((a_place("red lake"),))
    big = small.with_places([a_place("red hill")])
    assert [place.id for place in PlaceIndex(big).find("red")] == ["red hill", "red lake"]
