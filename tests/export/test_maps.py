"""The pictures of the map: everything on the trip is there, and nothing lies on anything else."""

import math
import re
from datetime import date
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import Trip, TripId, new_trip
from jz_travel.export.look import paper_look
from jz_travel.export.maps import Picture, day_map, place_map, trip_map
from jz_travel.export.maps.frame import REGION, Frame, around
from jz_travel.export.maps.labels import Room, cut, spread, width_of
from jz_travel.words import Words
from tests.export.samples import city, five_days, golden_autumn, happening

SVG = {"s": "http://www.w3.org/2000/svg"}
WORDS = Words("zh-Hans")


def texts(picture: Picture) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(picture.svg).findall(".//s:text", SVG)]


def numbered(picture: Picture) -> list[tuple[str, str]]:
    """(number, colour) of every stop."""
    root = ElementTree.fromstring(picture.svg)
    group = root.find("s:g", SVG)
    assert group is not None
    parts = list(group)
    return [
        (after.text or "", circle.get("fill", ""))
        for circle, after in pairwise(parts)
        if circle.tag.endswith("circle") and after.tag.endswith("text") and circle.get("r") == "6.4"
    ]


def test_every_stop_has_its_number_in_the_colour_of_its_day() -> None:
    wanted = [
        (str(at), paper_look().day(number).colour)
        for number, day in enumerate(golden_autumn().days, start=1)
        for at in range(1, len(day.stops) + 1)
    ]
    picture = trip_map(happening(golden_autumn()), city(), WORDS, 500, 350)
    assert sorted(numbered(picture)) == sorted(wanted)


def test_a_day_shows_its_own_stops_by_name() -> None:
    picture = day_map(happening(golden_autumn()), 0, city(), WORDS, 500, 220)
    assert {"红石峡", "潭瀑峡", "修武西站"} <= set(texts(picture))
    assert "嘉应观" not in texts(picture)


@pytest.mark.parametrize("trip", [golden_autumn(), five_days()], ids=["six stops", "thirty stops"])
def test_every_map_carries_its_approval_number(trip: Trip) -> None:
    happens = happening(trip)
    for picture in (trip_map(happens, city(), WORDS, 500, 350), day_map(happens, 1, city(), WORDS, 500, 200)):
        assert any("GS(2024)0650" in text and "不作划界依据" in text for text in texts(picture))


def test_a_map_carries_a_scale_of_a_round_length() -> None:
    said = texts(trip_map(happening(golden_autumn()), city(), WORDS, 500, 350))
    assert any(re.fullmatch(r"(1|2|5)0* 公里", text) for text in said)


@pytest.mark.parametrize("width", [300, 520, 900])
def test_no_label_lies_on_another(width: float) -> None:
    frame = around([(35.0, 112.8), (35.5, 113.6)], width, width * 0.7)
    room = Room(frame)
    labels = [room.beside(place.short.zh_hans, frame.at(place.position.lat, place.position.lon), 8, 7)
              for place in city() if place.position]  # fmt: skip
    drawn = [label for label in labels if label]
    assert len(drawn) > 10
    assert not any(one.box.overlaps(other.box) for one, other in combinations(drawn, 2))


@given(st.lists(st.tuples(st.floats(20, 380), st.floats(20, 280)), min_size=2, max_size=30))
def test_stops_at_one_spot_move_apart_and_stay_in_the_picture(points: list[tuple[float, float]]) -> None:
    frame = Frame(0, 0, 1, 400, 300)
    moved = spread(points, 14, frame, 8)
    assert all(frame.holds(point, -8 + 1e-6) for point in moved)
    assert min(math.dist(one, other) for one, other in combinations(moved, 2)) > 9


def test_a_place_that_nobody_can_locate_has_no_map() -> None:
    nowhere = next(place for place in city() if place.is_sight and city().position_of(place) is None)
    assert place_map(nowhere, city(), WORDS, 200, 100) is None
    assert place_map(city()[PlaceId("yuntaishan")], city(), WORDS, 200, 100) is not None


@given(
    st.lists(st.tuples(st.floats(34.4, 36.0), st.floats(111.8, 114.5)), min_size=1, max_size=5),
    st.floats(100, 900),
    st.floats(80, 700),
)
def test_a_frame_holds_all_its_points_and_leaves_the_region_only_for_them(
    points: list[tuple[float, float]], width: float, height: float
) -> None:
    frame = around(points, width, height)
    assert all(frame.holds(frame.at(*point), 1e-6) for point in points)
    (south, west), (north, east) = REGION
    left, bottom = frame.at(south, west)
    right, top = frame.at(north, east)
    assert right - left < width or (left <= 1e-6 and right >= width - 1e-6)
    assert bottom - top < height or (top <= 1e-6 and bottom >= height - 1e-6)


def test_a_day_at_one_place_still_shows_what_lies_around() -> None:
    trip = new_trip(TripId("one"), "", date(2026, 10, 17), 1)
    trip = trip.with_stop(PlaceId("hongshixia"), trip.days[0].id)
    assert {"修武", "焦作"} & set(texts(day_map(happening(trip), 0, city(), WORDS, 500, 250)))


def test_a_long_name_is_cut_to_the_room_there_is() -> None:
    assert cut("焦作", 10, 20) == "焦作"
    assert cut("焦作" * 30, 10, 60) == "焦作焦作焦…"
    assert width_of(cut("A name that nobody ends" * 9, 8, 120), 8) <= 120
