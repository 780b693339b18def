"""The itinerary as plain text, and the three days that golden files of every format are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_travel.domain.places import Catalogue
from jz_travel.domain.timetable import schedule
from jz_travel.domain.trip import Trip
from jz_travel.export.text import COLUMNS, paragraphs, width, wrapped, write
from jz_travel.words import Words
from tests.export.three_days import REGION, planned
from tests.strategies import Roads, cities, daylight, trips


@given(trip=trips(), city=cities(), words=st.sampled_from([Words("zh-Hans"), Words("en")]))
def test_any_trip_can_be_written(trip: Trip, city: Catalogue, words: Words) -> None:
    text = write(schedule(trip, city, Roads(), daylight), city, words).decode()
    assert text.endswith("\n")
    assert not any(line != line.rstrip() for line in text.splitlines())


@pytest.mark.parametrize("words", [Words("en"), Words("zh-Hans")], ids=["en", "zh-Hans"])
def test_lines_stay_within_the_page(words: Words) -> None:
    lines = write(planned(), REGION, words).decode().splitlines()
    assert max(map(width, lines)) <= COLUMNS


@given(st.text(alphabet="ab 云台山，。（）“”·\n", max_size=200), st.integers(10, 40))
def test_wrapping_loses_nothing_but_spaces(text: str, columns: int) -> None:
    assert "".join("".join(wrapped(text, columns)).split()) == "".join(text.split())


def test_chinese_lines_never_start_with_a_closing_mark() -> None:
    lines = wrapped("云台山，红石峡；潭瀑峡。（茱萸峰）“叠彩洞”！" * 6, 21)
    assert all(line[0] not in "，。；：、！？）”" for line in lines)
    assert max(map(width, lines)) <= 21 + 2


def test_a_chinese_character_is_two_columns_wide() -> None:
    assert (width("云台山"), width("abc"), width("é"), width("e\u0301"), width("（）")) == (6, 3, 1, 1, 4)


def test_a_note_keeps_its_paragraphs_and_loses_control_characters() -> None:
    assert paragraphs("one\r\n\n \x07two\x1b[31m\u2028three\t4") == ["one", "two [31m", "three 4"]
