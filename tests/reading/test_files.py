"""What stands in the files of other planners is read as it was meant."""

from datetime import date

import pytest

from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.texts import Language
from jz_travel.export import FORMAT_BY_ID
from jz_travel.reading import Point
from jz_travel.words import Words
from tests.export.samples import city, golden_autumn, happening
from tests.reading.strange import CALENDAR, GPX, KML, SAVED, TAKEOUT, found_in, gpx, packed, waypoint


def test_waypoints_have_names_positions_and_notes() -> None:
    (found,) = found_in(gpx(waypoint("红石峡", more="<desc>早点到</desc>")), "x.gpx").found
    assert (found.name, found.where, found.note) == ("红石峡", Point(35.43, 113.36), "早点到")


def test_a_recorded_time_is_no_plan() -> None:
    read = found_in(gpx(waypoint("红石峡", more="<time>2024-05-01T01:00:00Z</time>")), "x.gpx")
    assert read.found[0].day == date(2024, 5, 1)
    assert not read.planned


def test_a_route_names_places_that_no_waypoint_names() -> None:
    route = '<rte><rtept lat="35.43" lon="113.36"><name>红石峡</name></rtept><rtept lat="35.1" lon="113.4"/></rte>'
    read = found_in(gpx(waypoint("红石峡"), route), "x.gpx")
    assert [(each.name, each.where) for each in read.found] == [
        ("红石峡", Point(35.43, 113.36)),
        ("", Point(35.1, 113.4)),
    ]


def test_tracks_name_no_places() -> None:
    track = "<trk><trkseg>" + '<trkpt lat="35.1" lon="113.1"/>' * 5_000 + "</trkseg></trk>"
    assert [each.name for each in found_in(gpx(track, waypoint("嘉应观")), "x.gpx").found] == ["嘉应观"]


def test_placemarks_are_points_only_and_a_time_span_is_a_visit() -> None:
    span = "<TimeSpan><begin>2026-10-01T09:00:00+08:00</begin><end>2026-10-01T11:30:00+08:00</end></TimeSpan>"
    point = "<Point><coordinates> 113.36,35.43,0 </coordinates></Point>"
    marks = f"<Placemark><name>红石峡</name>{span}{point}</Placemark>"
    marks += "<Placemark><name>way</name><LineString><coordinates>1,1 2,2</coordinates></LineString></Placemark>"
    read = found_in(KML.format(marks=marks), "x.kml")
    (found,) = read.found
    assert (found.where, found.starts, found.stay) == (Point(35.43, 113.36), hours(9), minutes(150))
    assert read.planned


def test_a_packed_kml_is_the_same() -> None:
    kml = KML.format(marks="<Placemark><name>嘉应观</name></Placemark>").encode()
    read = found_in(packed(("images/a.png", b"x"), ("doc.kml", kml)), "x.kmz")
    assert [each.name for each in read.found] == ["嘉应观"]


def test_events_are_visits_and_ways_are_not() -> None:
    event = "BEGIN:VEVENT\r\nUID:{n}\r\nSUMMARY:{name}\r\nDTSTART{when}\r\n{more}END:VEVENT\r\n"
    events = event.format(
        n=1, name="云台山", when=":20261001T010000Z", more="DTEND:20261001T050000Z\r\nGEO:35.43;113.36\r\n"
    )
    events += event.format(n=2, name="Drive", when=":20261001T050000Z", more="TRANSP:TRANSPARENT\r\n")
    events += event.format(n=3, name="嘉应观", when=";VALUE=DATE:20261002", more="LOCATION:武陟\r\n")
    whole, day = found_in(CALENDAR.format(events=events), "x.ics").found
    assert (whole.day, whole.starts, whole.stay) == (date(2026, 10, 1), hours(9), hours(4))
    assert whole.where == Point(35.43, 113.36)
    assert (day.name, day.day, day.starts, day.other_name) == ("嘉应观", date(2026, 10, 2), None, "武陟")


def test_google_takeout_lists_are_read() -> None:
    first, second = found_in(TAKEOUT, "Saved Places.json").found
    assert (first.name, first.where) == ("Yuntai Mountain Scenic Area", Point(35.4285, 113.3647))
    assert (second.name, second.where) == ("嘉应观", None), "0, 0 is nowhere"
    listed, linked = found_in(SAVED, "Want to go.csv").found
    assert (listed.name, listed.where, listed.note) == ("云台山", Point(35.4285, 113.3647), "with the children")
    assert (linked.name, linked.where) == ("Jiaying Temple", Point(35.03, 113.33))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_tables_are_read_in_every_usual_writing(encoding: str, between: str) -> None:
    table = f"名称{between}日期{between}时间{between}备注\r\n云台山{between}2026年10月1日{between}9:30{between}早\r\n"
    (found,) = found_in(table.encode(encoding), "x.csv").found
    assert (found.name, found.day, found.starts, found.note) == ("云台山", date(2026, 10, 1), hours(9, 30), "早")


def test_xml_in_the_writing_of_windows_is_read() -> None:
    text = GPX.replace("UTF-8", "GB2312").format(points=waypoint("嘉应观"))
    assert found_in(text.encode("gb2312"), "x.gpx").found[0].name == "嘉应观"


def test_a_file_is_known_by_how_it_begins_where_its_name_says_nothing() -> None:
    assert found_in(gpx(waypoint("嘉应观")), "download").found[0].name == "嘉应观"
    with pytest.raises(Failure) as caught:
        found_in("hello", "hello.txt")
    assert caught.value.cause is Cause.UNKNOWN_KIND


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("form", ["gpx", "kml", "geojson", "ics", "csv", "xlsx"])
def test_what_we_write_we_read_again(form: str, language: Language) -> None:
    happens = happening(golden_autumn())
    read = found_in(FORMAT_BY_ID[form].write(happens, city(), Words(language)), f"trip.{form}")
    visits = [visit for day in happens.days for visit in day.visits]
    assert [each.day for each in read.found] == [visit.enters.date() for visit in visits]
    assert [each.starts for each in read.found] == [hours(visit.enters.hour, visit.enters.minute) for visit in visits]
    assert [each.name.partition(" ")[2] if form == "kml" else each.name for each in read.found] == [
        Words(language).name(city()[visit.place]) for visit in visits
    ]
    assert read.planned
    assert not read.wrong
