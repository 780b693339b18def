"""Another program opens each file and finds every stop, time and name in it, in Chinese and in English."""

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import gpxpy
import pytest
from icalendar import Calendar
from python_calamine import CalamineWorkbook

from jz_travel.domain.schedule import Schedule, Visit
from jz_travel.domain.texts import Language
from jz_travel.export import FORMAT_BY_ID
from jz_travel.export.trip_code import read_trip_code
from jz_travel.words import Words
from tests.export.page_texts import Texts
from tests.export.samples import city, five_days, golden_autumn, happening

each_language = pytest.mark.parametrize("language", ["zh-Hans", "en"])
PRINTED = ("booklet", "page", "receipt")


@cache
def made(form: str, language: Language, happens: Schedule | None = None) -> bytes:
    return FORMAT_BY_ID[form].write(happens or happening(golden_autumn()), city(), Words(language))


def visits() -> list[tuple[str, Visit]]:
    """Every stop of the golden autumn by place."""
    return [(visit.place, visit) for day in happening(golden_autumn()).days for visit in day.visits]


def names(language: Language) -> list[str]:
    return [Words(language).name(city()[visit.place]) for _, visit in visits()]


def clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def said_by(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=120).stdout.decode(errors="replace")


# Paper


def text_of(content: bytes, folder: Path) -> str:
    file = folder / "trip.pdf"
    file.write_bytes(content)
    return squeezed(said_by(program("pdftotext"), str(file), "-"))


def squeezed(text: str) -> str:
    """Without what a line break may add or take away."""
    return re.sub(r"[\s-]+", "", text)


@each_language
@pytest.mark.parametrize("form", PRINTED)
def test_pdftotext_finds_every_name_and_time_on_paper(form: str, language: Language, tmp_path: Path) -> None:
    text = text_of(made(form, language), tmp_path)
    for _, visit in visits():
        place = city()[visit.place]
        assert place.name.zh_hans in text
        assert squeezed(place.name.en) in text
        assert f"{clock(visit.enters)}–{clock(visit.leaves)}" in text
    assert not re.search("[\u2e80-\u2fdf]", text), "radicals instead of characters"


@pytest.mark.parametrize("form", PRINTED)
def test_paper_is_tagged_and_carries_its_fonts(form: str, tmp_path: Path) -> None:
    file = tmp_path / "trip.pdf"
    file.write_bytes(made(form, "zh-Hans"))
    assert re.search(r"Tagged:\s+yes", said_by(program("pdfinfo"), str(file)))
    assert "金秋焦作" in said_by(program("pdfinfo"), str(file))
    fonts = said_by(program("pdffonts"), str(file)).splitlines()[2:]
    assert fonts
    assert all(re.search(r"JZSans\S*\s+CID Type 0C\s+\S+\s+yes yes yes", font) for font in fonts)
    tags = said_by(program("pdfinfo"), "-struct", str(file))
    assert {"H1", "H2", "Figure"} <= set(re.findall(r"^\s*(\w+)", tags, re.MULTILINE)) or form == "page"


def test_one_page_stays_one_page_however_long_the_trip(tmp_path: Path) -> None:
    for trip in (golden_autumn(), five_days()):
        file = tmp_path / "page.pdf"
        file.write_bytes(made("page", "en", happening(trip)))
        assert re.search(r"Pages:\s+1\n", said_by(program("pdfinfo"), str(file)))


def test_the_driver_reads_where_to_go(tmp_path: Path) -> None:
    text = text_of(made("booklet", "en"), tmp_path)
    assert text.count("请送我到") == len({visit.place for _, visit in visits()}) + 4  # two stations, two nights
    assert "请送我到" not in text_of(made("booklet", "zh-Hans"), tmp_path)


def test_a_scanner_restores_the_trip_from_the_printed_booklet(tmp_path: Path) -> None:
    (tmp_path / "trip.pdf").write_bytes(made("booklet", "en"))
    said_by(program("pdftoppm"), "-r", "150", "-png", "-l", "1", str(tmp_path / "trip.pdf"), str(tmp_path / "at"))
    (picture,) = tmp_path.glob("at*.png")
    scanned = said_by(program("zbarimg"), "--quiet", "--raw", str(picture))
    assert read_trip_code(scanned.splitlines()) == golden_autumn()


def test_a_scanner_restores_a_trip_of_several_codes(tmp_path: Path) -> None:
    trip = five_days()
    for stop in trip.stops():
        trip = trip.with_stop_note(stop.id, f"第{stop.id}站，{stop.place}：早一点到，多带水，看完日落再走。")
    picture = tmp_path / "codes.png"
    picture.write_bytes(made("qr-png", "en", happening(trip)))
    scanned = said_by(program("zbarimg"), "--quiet", "--raw", str(picture)).splitlines()
    assert len(scanned) > 1
    assert read_trip_code(scanned) == trip


@each_language
@pytest.mark.parametrize("form", PRINTED)
def test_qpdf_finds_a_sound_file_with_a_language_and_a_structure(form: str, language: Language, tmp_path: Path) -> None:
    file = tmp_path / "trip.pdf"
    file.write_bytes(made(form, language))
    assert "No syntax or stream encoding errors found" in said_by(program("qpdf"), "--check", str(file))
    objects = json.loads(said_by(program("qpdf"), "--json", str(file)))["qpdf"][1]
    values = [each["value"] for each in objects.values() if "value" in each]
    (catalogue,) = [each for each in values if isinstance(each, dict) and each.get("/Type") == "/Catalog"]
    assert catalogue["/Lang"].startswith("u:zh" if language == "zh-Hans" else "u:en")
    assert catalogue["/MarkInfo"]["/Marked"] is True
    assert {"/StructTreeRoot", "/Metadata"} <= catalogue.keys()
    assert not {"/OpenAction", "/AA", "/AcroForm"} & catalogue.keys(), "nothing runs when the file is opened"
    assert not [each for each in values if isinstance(each, dict) and {"/JS", "/Launch", "/EmbeddedFile"} & each.keys()]


# Calendars

VOBJECT = """
import sys, json, vobject
events = next(vobject.readComponents(sys.stdin.read())).vevent_list
times = [[each.dtstart.value.isoformat(), each.dtend.value.isoformat()] for each in events]
print(json.dumps([[each.uid.value, each.summary.value, *time] for each, time in zip(events, times)]))
"""


@each_language
def test_a_second_calendar_program_finds_the_same_events(language: Language) -> None:
    python = "/usr/bin/python3"
    if not Path(python).exists() or subprocess.run([python, "-c", "import vobject"], capture_output=True).returncode:
        pytest.skip("python3-vobject is not installed")
    read = subprocess.run(
        [python, "-c", VOBJECT], input=made("ics", language), check=True, capture_output=True, timeout=60
    )
    events = {uid: rest for uid, *rest in json.loads(read.stdout)}
    for (_, visit), name in zip(visits(), names(language), strict=True):
        found = events[f"{visit.stop}.golden-autumn@jz_travel"]
        assert found == [name, visit.enters.isoformat(), visit.leaves.isoformat()]


def plain_events(content: str) -> Iterator[dict[str, str]]:
    """A second reader of calendars: unfolded lines, names without their parameters."""
    event: dict[str, str] = {}
    depth: list[str] = []
    for line in content.replace("\r\n ", "").splitlines():
        name, _, value = line.partition(":")
        key = name.partition(";")[0]
        if key == "BEGIN":
            depth.append(value)
            event = {} if value == "VEVENT" else event
        elif key == "END":
            if depth.pop() == "VEVENT":
                yield event
        elif depth[-1] == "VEVENT":
            event[key] = value.replace("\\,", ",").replace("\\;", ";").replace("\\n", "\n").replace("\\\\", "\\")


@each_language
def test_calendars_find_every_stop_at_its_time_and_place(language: Language) -> None:
    content = made("ics", language)
    calendar = Calendar.from_ical(content)
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    plain = {event["UID"]: event for event in plain_events(content.decode())}
    assert events.keys() == plain.keys()
    for (place, visit), name in zip(visits(), names(language), strict=True):
        event = events[f"{visit.stop}.golden-autumn@jz_travel"]
        assert event.decoded("DTSTART") == visit.enters
        assert event.decoded("DTEND") == visit.leaves
        assert event.decoded("DTSTART").utcoffset() == timedelta(hours=8)
        assert (str(event["SUMMARY"]), plain[str(event["UID"])]["SUMMARY"]) == (name, name)
        position = city().position_of(city()[place])
        assert position
        assert (event["GEO"].latitude, event["GEO"].longitude) == (position.lat, position.lon)
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Shanghai"]


def test_an_alarm_rings_before_every_way() -> None:
    happens = happening(golden_autumn())
    alarms = Calendar.from_ical(made("ics", "en")).walk("VALARM")
    assert len(alarms) == sum(1 for day in happens.days for _ in day.legs())
    assert {alarm.decoded("TRIGGER") for alarm in alarms} == {timedelta(minutes=-15)}


def test_a_second_export_updates_the_events_of_the_first() -> None:
    trip, form = golden_autumn(), FORMAT_BY_ID["ics"]
    moved = trip.with_stop_moved(next(trip.stops()).id, trip.days[1].id)
    sent = [
        Calendar.from_ical(form.write(happening(each), city(), Words("en"), made=datetime.fromisoformat(when)))
        for each, when in ((trip, "2026-10-01T08:00:00+08:00"), (moved, "2026-10-02T08:00:00+08:00"))
    ]
    first, second = ({str(event["UID"]): event for event in calendar.walk("VEVENT")} for calendar in sent)
    stops = {f"{stop.id}.golden-autumn@jz_travel" for stop in trip.stops()}
    assert stops <= first.keys() & second.keys()
    assert all(second[uid]["SEQUENCE"] > first[uid]["SEQUENCE"] for uid in stops)


# Maps


@each_language
def test_gps_devices_find_a_waypoint_a_stop_and_a_route_a_day(language: Language) -> None:
    gpx = gpxpy.parse(made("gpx", language).decode())
    assert [point.name for point in gpx.waypoints] == names(language)
    assert [point.time for point in gpx.waypoints] == [visit.enters for _, visit in visits()]
    assert [len(route.points) for route in gpx.routes] == [4, 4, 4]
    for point, (place, _) in zip(gpx.waypoints, visits(), strict=True):
        position = city().position_of(city()[place])
        assert position
        assert (point.latitude, point.longitude) == (position.lat, position.lon)


@each_language
def test_google_earth_finds_every_stop(language: Language) -> None:
    space = {"k": "http://www.opengis.net/kml/2.2"}
    root = ElementTree.fromstring(made("kml", language))
    marks = root.findall(".//k:Folder/k:Placemark[k:Point]", space)
    said = [mark.findtext("k:name", "", space).partition(" ")[2] for mark in marks]
    assert said == names(language)
    begins = [mark.findtext("k:TimeSpan/k:begin", "", space) for mark in marks]
    assert begins == [visit.enters.isoformat() for _, visit in visits()]
    assert len(root.findall(".//k:LineString", space)) == 3


@each_language
def test_map_programs_find_every_stop(language: Language) -> None:
    features = json.loads(made("geojson", language))["features"]
    points = [feature for feature in features if feature["geometry"]["type"] == "Point"]
    assert [point["properties"]["name"] for point in points] == names(language)
    assert [point["properties"]["starts"] for point in points] == [visit.enters.isoformat() for _, visit in visits()]


@pytest.mark.parametrize("form", ["kml", "geojson", "gpx"])
def test_gdal_opens_the_maps(form: str, tmp_path: Path) -> None:
    file = tmp_path / f"trip.{form}"
    file.write_bytes(made(form, "zh-Hans"))
    said = said_by(program("ogrinfo"), "-ro", "-al", str(file))
    assert all(name in said for name in names("zh-Hans"))


def test_gpsbabel_opens_the_gpx(tmp_path: Path) -> None:
    (tmp_path / "trip.gpx").write_bytes(made("gpx", "zh-Hans"))
    said = said_by(program("gpsbabel"), "-i", "gpx", "-f", str(tmp_path / "trip.gpx"), "-o", "unicsv", "-F", "-")
    assert all(name in said for name in names("zh-Hans"))


@each_language
@pytest.mark.parametrize("form", ["kml", "geojson", "gpx"])
def test_ogr2ogr_turns_every_stop_into_a_table(form: str, language: Language, tmp_path: Path) -> None:
    file = tmp_path / f"trip.{form}"
    file.write_bytes(made(form, language))
    layers = re.findall(r"^\d+: (.+?)(?: \(.*\))?$", said_by(program("ogrinfo"), "-ro", "-q", str(file)), re.MULTILINE)
    rows = ""
    for layer in layers:
        rows += said_by(program("ogr2ogr"), "-f", "CSV", "/vsistdout/", str(file), layer, "-lco", "GEOMETRY=AS_WKT")
    assert all(name in rows for name in names(language))


# Tables


@each_language
def test_spreadsheets_find_every_stop(language: Language) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(made("xlsx", language)))
    rows = book.get_sheet_by_index(0).to_python()[1:]
    assert [row[5] for row in rows] == names(language)
    assert [row[3] for row in rows] == [clock(visit.enters) for _, visit in visits()]
    from_csv = list(csv.reader(io.StringIO(made("csv", language).decode("utf-8-sig"))))[1:]
    assert [row[5] for row in from_csv] == names(language)
    assert [row[3] for row in from_csv] == [clock(visit.enters) for _, visit in visits()]


def test_excel_is_told_that_the_table_is_utf8() -> None:
    assert made("csv", "zh-Hans").startswith(b"\xef\xbb\xbf")


# Pages


@each_language
def test_the_page_shows_every_stop_and_loads_nothing(language: Language) -> None:
    page = Texts()
    page.feed(made("html", language).decode())
    said = " ".join(page.texts)
    for (_, visit), name in zip(visits(), names(language), strict=True):
        assert name in said
        assert f"{clock(visit.enters)}–{clock(visit.leaves)}" in said
    assert not page.tags & {"script", "iframe", "object", "link"}
    assert all(each.startswith("data:image/webp;base64,") for each in page.loads)


@each_language
def test_chromium_shows_every_stop_without_a_network(language: Language, tmp_path: Path) -> None:
    (tmp_path / "trip.html").write_bytes(made("html", language))
    shown = said_by(
        program("chromium"), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}",
        "--proxy-server=http://127.0.0.1:9", "--dump-dom", (tmp_path / "trip.html").as_uri(),
    )  # fmt: skip
    page = Texts()
    page.feed(shown)
    said = " ".join(page.texts)
    for (_, visit), name in zip(visits(), names(language), strict=True):
        assert name in said
        assert f"{clock(visit.enters)}–{clock(visit.leaves)}" in said


@each_language
@pytest.mark.parametrize("form", ["markdown", "text"])
def test_texts_name_every_stop_and_time(form: str, language: Language) -> None:
    said = re.sub(r"\s+", " ", made(form, language).decode()).replace("\\", "")
    for (_, visit), name in zip(visits(), names(language), strict=True):
        assert name in said
        assert f"{clock(visit.enters)}–{clock(visit.leaves)}" in said
