"""Whatever is said of a place is said in every language of the program."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from jz_travel.domain.texts import Language
from jz_travel.resources import assets

LANGUAGES = set(get_args(Language))
PLACES = sorted(assets("places").glob("*.toml"))


def unwritten(value: object, where: str = "") -> Iterator[str]:
    """Which languages lack in the name, short name, text, season, tickets, notes and heritage below."""
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from unwritten(each, f"{where}[{number}]")
    elif isinstance(value, dict):
        if LANGUAGES & value.keys():
            lacking = [each for each in sorted(LANGUAGES) if not str(value.get(each, "")).strip()]
            yield from (f"{where}: {each}" for each in lacking)
        for name, each in value.items():
            yield from unwritten(each, f"{where}.{name}".removeprefix("."))


@pytest.mark.parametrize("file", PLACES, ids=lambda file: file.stem)
def test_a_place_is_told_in_every_language(file: Path) -> None:
    place = tomllib.loads(file.read_text("utf-8"))
    assert {"name", "short", "text"} <= place.keys()
    assert list(unwritten(place)) == []


def test_a_language_that_lacks_is_named() -> None:
    place = {"notes": [{"zh-Hans": "有台阶", "zh-Hant": "有臺階", "en": "Steps", "ja": " ", "kind": "steps"}]}
    assert list(unwritten(place)) == ["notes[0]: ja", "notes[0]: ko"]
