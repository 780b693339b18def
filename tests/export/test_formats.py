"""The list of formats: every one in every language, always the same bytes, and as people have read it and found good.

``GOLDEN=write`` in the environment writes the golden files anew; read them before they are committed.
"""

import os
import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings

from jz_travel.domain.places import Catalogue
from jz_travel.domain.texts import Language
from jz_travel.domain.timetable import schedule
from jz_travel.domain.trip import Trip
from jz_travel.export import FORMAT_BY_ID, FORMATS, Format
from jz_travel.export.papers import A4, A5, LETTER
from jz_travel.export.trip_code import trip_codes
from jz_travel.words import Words
from tests.export.samples import city, golden_autumn, happening
from tests.export.three_days import REGION, planned, three_days
from tests.strategies import Roads, cities, daylight, trips

GOLDEN = Path(__file__).parents[1] / "golden"
DRAWN_OR_PACKED = {".pdf", ".svg", ".png", ".xlsx"}
READABLE = [each for each in FORMATS if each.suffix not in DRAWN_OR_PACKED]
LANGUAGES: tuple[Language, ...] = get_args(Language)
each_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def without_looks(page: str) -> str:
    """The ground of the map and the colours are not what a golden file is read for."""
    page = re.sub(r"<style>.*?</style>| style=\"[^\"]*\"", "", page, flags=re.DOTALL)
    return re.sub(r"<svg.*?</svg>", "<svg/>", page, flags=re.DOTALL)


@each_language
@pytest.mark.parametrize("form", READABLE, ids=lambda form: form.id)
def test_three_days_read_well(form: Format, language: Language) -> None:
    written = form.write(planned(), REGION, Words(language)).decode()
    written = without_looks(written) if form.id == "html" else written
    golden = GOLDEN / form.id / f"three_days.{language}{form.suffix}"
    if os.environ.get("GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(written.encode())
    assert written == golden.read_bytes().decode()


def test_the_code_of_a_trip_stays_readable_for_ever() -> None:
    golden = GOLDEN / "trip_code" / "three_days.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text("\n".join(trip_codes(three_days())) + "\n", "utf-8")
    assert list(trip_codes(three_days())) == golden.read_text("utf-8").splitlines()


@each_format
@each_language
def test_the_same_trip_gives_the_same_bytes(form: Format, language: Language) -> None:
    happens, words = happening(golden_autumn()), Words(language)
    assert form.write(happens, city(), words) == form.write(happens, city(), Words(language))


@pytest.mark.parametrize("form", [each for each in FORMATS if each.suffix != ".pdf"], ids=lambda form: form.id)
@given(trip=trips(), region=cities())
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_trip_can_be_taken_along(form: Format, trip: Trip, region: Catalogue) -> None:
    assert form.write(schedule(trip, region, Roads(), daylight), region, Words("en"))


@pytest.mark.parametrize("form", [each for each in FORMATS if each.suffix == ".pdf"], ids=lambda form: form.id)
@given(trip=trips(most_days=2, most_stops=3), region=cities())
@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_trip_can_be_printed(form: Format, trip: Trip, region: Catalogue) -> None:
    assert form.write(schedule(trip, region, Roads(), daylight), region, Words("en")).startswith(b"%PDF-")


def test_a_format_is_named_once_and_in_every_language() -> None:
    assert len(FORMAT_BY_ID) == len(FORMATS)
    for form in FORMATS:
        assert all(Words(language).say(form.name, context="format") for language in LANGUAGES)
        assert re.fullmatch(r"\.[a-z]+", form.suffix)


def test_the_booklet_comes_on_the_sheet_that_was_asked_for() -> None:
    booklet, happens = FORMAT_BY_ID["booklet"], happening(golden_autumn())
    sizes = {
        paper.id: re.search(rb"/MediaBox ?\[0 0 ([\d.]+)", booklet.write(happens, city(), Words("en"), paper))
        for paper in (A4, A5, LETTER)
    }
    found = {paper: round(float(size[1])) for paper, size in sizes.items() if size}
    assert found == {"a4": 595, "a5": 420, "letter": 612}
