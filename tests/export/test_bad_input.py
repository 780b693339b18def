"""What people write stays text in every format, whatever it looks like."""

import csv
import io
import json
import re
from xml.etree import ElementTree

import gpxpy
import pytest
from icalendar import Calendar
from python_calamine import CalamineWorkbook

from jz_travel.export import FORMAT_BY_ID, FORMATS, Format
from jz_travel.export.glyphs import MISSING, known, printable
from jz_travel.export.markdown import escaped
from jz_travel.export.table import safe
from jz_travel.words import Words
from tests.export.page_texts import Texts
from tests.export.samples import NASTY, city, happening, nasty_trip

each_text = pytest.mark.parametrize("text", NASTY)
ENGLISH = Words("en")


@pytest.mark.parametrize("form", [each for each in FORMATS if each.id != "text"], ids=lambda form: form.id)
def test_every_format_takes_all_of_it(form: Format) -> None:
    assert form.write(happening(nasty_trip("\n".join(NASTY))), city(), ENGLISH)


def made(form: str, text: str) -> bytes:
    return FORMAT_BY_ID[form].write(happening(nasty_trip(text)), city(), ENGLISH)


@each_text
def test_xml_stays_well_formed_and_as_deep_as_it_was(text: str) -> None:
    harmless = ElementTree.fromstring(made("kml", "harmless"))
    nasty = ElementTree.fromstring(made("kml", text))
    assert [each.tag for each in nasty.iter()] == [each.tag for each in harmless.iter()]
    assert len(gpxpy.parse(made("gpx", text).decode()).waypoints) == 1
    ElementTree.fromstring(made("map", text))


@each_text
def test_no_calendar_event_is_smuggled_in(text: str) -> None:
    assert len(Calendar.from_ical(made("ics", text)).walk("VEVENT")) == len(
        Calendar.from_ical(made("ics", "harmless")).walk("VEVENT")
    )
    assert b"\nATTACH" not in made("ics", text)


@each_text
def test_a_page_gains_no_element(text: str) -> None:
    pages = []
    for each in ("harmless", text):
        page = Texts()
        page.feed(made("html", each).decode())
        pages.append(page)
    assert pages[1].tags == pages[0].tags
    assert not [each for each in pages[1].loads if not each.startswith("data:image/webp")]


@each_text
def test_no_cell_is_a_formula(text: str) -> None:
    book = made("xlsx", text)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python()
    assert len(sheet) == 3
    rows = csv.reader(io.StringIO(made("csv", text).decode("utf-8-sig"), newline=""))
    for cell in (cell for row in rows for cell in row):
        assert not re.match("[\\s\u200b\ufeff]*[=+@\uff1d\uff0b\uff0d\uff20]", cell)
        assert not cell.startswith("-")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("\ufeff=1+1", "'\ufeff=1+1"),
        (" \u200b@SUM(A1)", "' \u200b@SUM(A1)"),
        ("\uff1d1", "'\uff1d1"),
        ("\tx", "'\tx"),
        ("-12.5", "-12.5"),
        ("+86", "+86"),
        ("-", "'-"),
        ("红石峡", "红石峡"),
        ("a=b", "a=b"),
    ],
)
def test_a_cell_that_a_spreadsheet_would_compute_is_quoted(cell: str, written: str) -> None:
    assert safe(cell) == written


@pytest.mark.parametrize("text", ["*a*", "<b>", "[x](y)", "# x", "- x", "1. x", "+ x", "`c`", "a|b", "&lt;", "![x](y)"])
def test_markdown_makes_nothing_of_a_text(text: str) -> None:
    unescaped = re.sub(r"\\(.)", "", escaped(text))
    assert not re.search(r"[*<>\[\]#`|&!]|^[-+]\s|^\d+\.\s", unescaped)


def test_json_stays_json() -> None:
    for text in NASTY:
        assert len(json.loads(made("geojson", text))["features"]) == 1


def test_a_character_that_the_font_lacks_becomes_a_box() -> None:
    assert printable("云台山 😀 A\u200d") == f"云台山 {MISSING} A"
    assert ord("焦") in known()
    assert ord("\u2f00") not in known(), "a radical would not be found again"


def test_the_font_has_every_character_of_our_places() -> None:
    texts = [
        text for place in city() for text in (place.name.zh_hans, place.name.en, place.pinyin, place.contact.address)
    ]
    texts += [place.text.in_(language) for place in city() if place.text for language in ("zh-Hans", "en")]
    assert {letter for text in texts for letter in text if ord(letter) not in known()} == set()
