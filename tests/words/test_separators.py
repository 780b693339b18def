"""What stands between the things of a list, as people of each language write it."""

import pytest

from jz_travel.domain.texts import Language
from jz_travel.resources import assets
from jz_travel.store.places import read_catalogue
from jz_travel.words import Words


@pytest.mark.parametrize(
    ("language", "hours"),
    [
        ("zh-Hans", "09:00–11:00；14:00–18:00"),
        ("zh-Hant", "09:00–11:00；14:00–18:00"),
        ("ja", "09:00～11:00、14:00～18:00"),
        ("ko", "09:00~11:00, 14:00~18:00"),
    ],
)
def test_the_hours_before_and_after_noon_are_parted_as_in_that_language(language: Language, hours: str) -> None:
    catalogue, _ = read_catalogue(assets())
    place = next(each for each in catalogue if each.id == "bainian")
    assert hours in [said for _, said in Words(language).hours_table(place)]


@pytest.mark.parametrize("language", ["ja", "ko"])
def test_nobody_reads_a_semicolon_in_japanese_or_korean(language: Language) -> None:
    written = assets("locale", f"{language}.po").read_text("utf-8")
    said = [line for line in written.splitlines() if line.startswith("msgstr")]
    assert said
    assert not [line for line in said if "；" in line or ";" in line]
