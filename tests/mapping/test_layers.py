"""Themes, soft outlines and how full a day may be, as the page is told of them; and distances with their doubt."""

from dataclasses import replace
from datetime import date

import pytest

from jz_travel.domain.holidays import Level
from jz_travel.domain.places import Catalogue, Kind, Place, Position, Theme
from jz_travel.mapping.layers import layers_overlay, lengths, load_overlay, outline
from jz_travel.mapping.overlay import places_overlay
from jz_travel.resources import assets
from jz_travel.roads import StraightLines
from jz_travel.store.places import read_catalogue
from jz_travel.words import Words
from tests.strategies import a_place

ENGLISH = Words("en")
DAY = date(2026, 10, 1)
GATE, GORGE = Position(35.421, 113.427, 700), Position(35.429, 113.367, 1000)
CITY = Catalogue(
    (
        replace(a_place("yuntaishan", kind=Kind.MOUNTAIN_AREA, position=GATE), themes=(Theme.NATURE,)),
        replace(
            a_place("hongshixia", kind=Kind.GORGE, area="yuntaishan", position=GORGE),
            themes=(Theme.NATURE, Theme.STUDY),
        ),
        a_place("zhuyufeng", kind=Kind.PEAK, area="yuntaishan", position=None),
        a_place("qingtianhe", kind=Kind.LAKE, position=Position(35.315, 112.983, 300)),
        a_place("daquanhu", kind=Kind.LAKE, area="qingtianhe", position=None),
        a_place("jiaozuo_rail", kind=Kind.STATION, position=Position(35.223, 113.229, 120)),
    )
)


def holds(ring: list[tuple[float, float]], place: Position) -> bool:
    inside = False
    for (lat, lon), (south, west) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (lon > place.lon) != (west > place.lon):
            inside ^= place.lat < (south - lat) * (place.lon - lon) / (west - lon) + lat
    return inside


def test_an_outline_lies_around_all_known_sights_of_an_area() -> None:
    ring = outline(CITY, CITY.places[0].id)
    assert holds(ring, GATE)
    assert holds(ring, GORGE)
    assert not holds(ring, Position(35.223, 113.229, 0))


def test_an_area_with_one_known_position_has_no_outline() -> None:
    assert outline(CITY, CITY.places[3].id) == []
    assert [area["id"] for area in layers_overlay(CITY, ENGLISH)["areas"]] == ["yuntaishan"]


def test_only_themes_that_some_sight_has_are_offered() -> None:
    themes = layers_overlay(CITY, ENGLISH)["themes"]
    assert [theme["id"] for theme in themes] == ["nature", "study"]
    assert themes[0]["name"] == "Nature"


def test_every_theme_of_the_shipped_catalogue_is_offered() -> None:
    catalogue, _ = read_catalogue(assets())
    offered = {theme["id"] for theme in layers_overlay(catalogue, ENGLISH)["themes"]}
    assert {"tai_chi", "yellow_river", "nature", "study", "wellness", "farming", "industry", "heritage"} <= offered


def test_a_station_has_no_theme_and_a_sight_lists_its_own() -> None:
    told = {place["id"]: place["themes"] for place in places_overlay(CITY, ENGLISH, DAY)}
    assert told["jiaozuo_rail"] is None
    assert told["hongshixia"] == ["nature", "study"]


def test_how_full_a_day_may_be_is_said_of_sights_and_called_an_estimate() -> None:
    load = load_overlay(CITY, ENGLISH, DAY, lambda _, place: Level.PACKED if place == "hongshixia" else Level.BUSY)
    assert load["levels"]["hongshixia"] == 4
    assert "jiaozuo_rail" not in load["levels"]
    assert all("estimate" in text for text in load["texts"])
    assert "not counted" in load["note"]


def test_a_distance_agrees_with_the_ellipsoid_and_carries_the_doubt_of_both_ends() -> None:
    parts, off = lengths([GATE, GORGE], StraightLines().metres)
    assert parts == [pytest.approx(5_522, abs=30)]
    assert off == pytest.approx((700**2 + 1000**2) ** 0.5)


def test_a_point_in_the_middle_counts_for_both_its_sides() -> None:
    def flat(one: Position, other: Position) -> float:
        return abs(one.lat - other.lat)

    parts, off = lengths([Position(0, 0, 3), Position(1, 0, 4), Position(3, 0, 0)], flat)
    assert parts == [1, 2]
    assert off == pytest.approx((9 + 16 + 16) ** 0.5)


def test_an_own_place_is_shown_whatever_theme_is_chosen() -> None:
    own: Place = a_place("own", kind=Kind.OWN, position=GATE)
    (told,) = places_overlay(Catalogue((own,)), ENGLISH, DAY)
    assert told["themes"] is None
