"""Nothing in a strange file runs, floods or breaks anything: it is text, or it is refused and named."""

import io
import json
import random
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_travel.domain.failures import Cause, Failure
from jz_travel.export import FORMAT_BY_ID
from jz_travel.reading import SUFFIXES, read
from jz_travel.reading.limits import MOST_FOUND
from jz_travel.words import Words
from tests.export.samples import NASTY, city, golden_autumn, happening
from tests.reading.strange import BOMB, CALENDAR, KML, OUTSIDE, TAKEOUT, found_in, gpx, packed, waypoint

FULL_WIDTH = "\uff13\uff15"
KML_OF_ONE = KML.format(marks="<Placemark><name>x</name></Placemark>").encode()


def refused(content: bytes | str, name: str) -> Failure:
    with pytest.raises(Failure) as caught:
        found_in(content, name)
    assert caught.value.file == Path(name)
    assert Words("en").failure(caught.value)
    return caught.value


def outcome(content: bytes, name: str) -> str:
    """What a visitor hears of a file: how many places are in it, or why it is refused. Nothing else may happen."""
    try:
        return f"{len(found_in(content, name).found)} places"
    except Failure as failure:
        return Words("zh-Hans").failure(failure) if failure.file == Path(name) else ""


@pytest.mark.parametrize(("text", "name"), [(BOMB, "x.gpx"), (BOMB, "x.kml"), (OUTSIDE, "x.kml")])
def test_entities_are_refused(text: str, name: str) -> None:
    assert (refused(text, name).cause, refused(text, name).field) == (Cause.BAD_FIELD, "DOCTYPE")


def test_a_bottomless_file_is_refused() -> None:
    assert refused("<gpx>" + "<a>" * 100_000, "x.gpx").cause is Cause.BAD_FIELD
    assert refused('{"type":' + '{"a":' * 100_000, "x.geojson").cause in (Cause.BAD_FIELD, Cause.NOT_JSON)
    assert refused(CALENDAR.format(events="BEGIN:VEVENT\r\n" * 100_000), "x.ics").cause is Cause.TOO_LARGE


def test_a_million_points_are_refused_before_they_are_kept(tmp_path: Path) -> None:
    track = tmp_path / "long.gpx"
    with track.open("w") as file:
        file.write("<gpx><trk><trkseg>")
        file.writelines('<trkpt lat="1" lon="1"/>' for _ in range(1_000_000))
    with pytest.raises(Failure) as caught:
        read(track)
    assert caught.value.cause is Cause.TOO_LARGE
    assert refused("<gpx>" + '<t a="1"/>' * 400_000, "x.gpx").cause is Cause.TOO_LARGE
    assert refused(gpx(*[waypoint(str(at)) for at in range(MOST_FOUND + 1)]), "x.gpx").cause is Cause.TOO_LARGE
    rows = "name\n" + "云台山\n" * 3_000
    assert refused(rows, "x.csv").cause is Cause.TOO_LARGE


@pytest.mark.parametrize("lat", ["nan", "inf", "-inf", "91", "1e999", "", "x", "3" * 400, FULL_WIDTH])
def test_a_position_that_is_none_is_named_and_the_name_kept(lat: str) -> None:
    read = found_in(gpx(waypoint("云台山", lat=lat)), "x.gpx")
    assert read.found[0].name == "云台山"
    if lat != FULL_WIDTH:
        assert read.found[0].where is None
        assert [each.field for each in read.wrong] == ["wpt 1"]


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e999", "9" * 5_000])
def test_numbers_that_are_none_are_refused_in_json(value: str) -> None:
    refused(TAKEOUT.replace("[113.3647,", f"[{value},"), "x.geojson")


def test_half_a_character_and_keys_written_twice_are_refused() -> None:
    refused(TAKEOUT.replace("嘉应观", "\\ud800"), "x.geojson")
    refused('{"type": "Feature", "type": "Feature"}', "x.geojson")


@pytest.mark.parametrize("text", NASTY)
def test_names_stay_text(text: str) -> None:
    clean = text.encode("utf-8", "replace").decode()
    collection = {"type": "Feature", "geometry": None, "properties": {"name": clean}}
    (found,) = found_in(json.dumps(collection), "x.geojson").found
    assert not set(found.name) & {"\x00", "\x07", "\x1b", "\n"}
    assert found.name.split()[0][:4] == clean.replace("\x00", "").split()[0][:4]


def test_the_quote_before_a_formula_is_not_part_of_the_note() -> None:
    (found,) = found_in("name,note\n云台山,'=1+1\n", "x.csv").found
    assert found.note == "=1+1"


class TestArchives:
    """A KMZ is opened in memory, and only when nothing about it is odd."""

    @pytest.mark.parametrize(
        "name", ["../doc.kml", "/etc/doc.kml", "C:/doc.kml", "a\\..\\doc.kml", "a/../../doc.kml", "\\doc.kml"]
    )
    def test_names_that_lead_out_are_refused(self, name: str) -> None:
        assert refused(packed((name, KML_OF_ONE)), "x.kmz").cause is Cause.BAD_FIELD

    def test_bombs_are_refused(self) -> None:
        assert refused(packed(("doc.kml", b"<kml>" + b" " * 30_000_000)), "x.kmz").cause is Cause.TOO_LARGE
        many = packed(*[(f"{at}.kml", b"") for at in range(600)])
        assert refused(many, "x.kmz").cause is Cause.TOO_LARGE

    def test_an_entry_that_lies_about_its_size_is_refused(self) -> None:
        honest = packed(("doc.kml", random.Random(1).randbytes(11_000_000)), method=zipfile.ZIP_STORED)
        at = honest.rindex(b"PK\x01\x02")
        lying = bytearray(honest)
        lying[at + 24 : at + 28] = struct.pack("<I", 100)
        assert refused(bytes(lying), "x.kmz").cause in (Cause.NOT_JSON, Cause.NOT_TEXT, Cause.TOO_LARGE)

    def test_links_doubles_and_passwords_are_refused(self) -> None:
        link = zipfile.ZipInfo("doc.kml")
        link.external_attr = 0o120777 << 16
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(link, "/etc/passwd")
        assert refused(stream.getvalue(), "x.kmz").cause is Cause.BAD_FIELD
        with pytest.warns(UserWarning, match="Duplicate"):
            doubled = packed(("doc.kml", KML_OF_ONE), ("doc.kml", KML_OF_ONE))
        assert refused(doubled, "x.kmz").cause is Cause.BAD_FIELD
        locked = bytearray(packed(("doc.kml", KML_OF_ONE)))
        locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
        assert refused(bytes(locked), "x.kmz").cause is Cause.BAD_FIELD

    def test_no_kml_inside_and_no_archive_at_all(self) -> None:
        assert refused(packed(("a.txt", b"")), "x.kmz").field == "doc.kml"
        assert refused(b"PK\x03\x04 and nothing else", "x.kmz").cause is Cause.NOT_JSON
        assert refused(b"PK\x03\x04 and nothing else", "x.xlsx").cause is Cause.NOT_JSON


SEEDS = [
    (form, FORMAT_BY_ID[form].write(happening(golden_autumn()), city(), Words("en")))
    for form in ("gpx", "kml", "geojson", "ics", "csv", "xlsx")
]


@pytest.mark.parametrize(("form", "seed"), SEEDS, ids=[form for form, _ in SEEDS])
def test_a_damaged_file_is_read_or_refused_and_nothing_else(form: str, seed: bytes) -> None:
    dice = random.Random(form)
    for _ in range(60):
        damaged = bytearray(seed)
        for _ in range(dice.randint(1, 6)):
            at = dice.randrange(len(damaged))
            match dice.randrange(4):
                case 0:
                    damaged[at] = dice.randrange(256)
                case 1:
                    del damaged[at : at + dice.randint(1, 200)]
                case 2:
                    damaged[at:at] = dice.randbytes(dice.randint(1, 20))
                case _:
                    damaged[at:at] = damaged[at : at + dice.randint(1, 300)]
        assert outcome(bytes(damaged), f"x.{form}")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(SUFFIXES))
def test_noise_is_refused(content: bytes, suffix: str) -> None:
    assert outcome(content, f"noise{suffix}")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.text(max_size=30), max_size=6), max_size=6))
def test_any_table_is_read_or_refused(rows: list[list[str]]) -> None:
    text = "name,date,from,lat,lon,note\n" + "\n".join(",".join(row) for row in rows)
    assert outcome(text.encode("utf-8", "replace"), "x.csv")
