"""What the page is told about places and trips."""

import json
import re
from dataclasses import replace
from datetime import date

from jz_travel.domain.places import Catalogue, Kind, Position
from jz_travel.domain.schedule import Schedule
from jz_travel.domain.timetable import schedule
from jz_travel.mapping.captions import CAPTIONS, captions
from jz_travel.mapping.kinds import SIGNS
from jz_travel.mapping.overlay import places_overlay, trip_overlay
from jz_travel.resources import assets
from jz_travel.words import Words
from tests.strategies import Roads, a_place, a_trip, daylight

ENGLISH = Words("en")
DAY = date(2026, 10, 1)
GORGES = Catalogue(
    (
        a_place("yuntaishan", kind=Kind.MOUNTAIN_AREA, position=Position(35.421, 113.427, 700)),
        a_place("hongshixia", kind=Kind.GORGE, area="yuntaishan", position=Position(35.429, 113.367, 1000)),
        a_place("zhuyufeng", kind=Kind.PEAK, area="yuntaishan", position=None),
        a_place("skywalk", kind=Kind.SKYWALK, area="zhuyufeng", position=None),
        a_place("jiaozuo_rail", kind=Kind.STATION, position=Position(35.223, 113.229, 120)),
        a_place("jiayingguan", kind=Kind.TEMPLE, position=Position(35.012, 113.535, 120)),
        a_place("bailuhu", kind=Kind.WETLAND, position=None),
    )
)


def place(name: str) -> dict:
    return next(each for each in places_overlay(GORGES, ENGLISH, DAY) if each["id"] == name)


def to_the_gorges() -> Schedule:
    return schedule(a_trip("jiayingguan", "hongshixia", "skywalk"), GORGES, Roads(), daylight)


def test_every_kind_of_place_has_a_drawing_that_exists() -> None:
    drawings = set(re.findall(r"^  (\w+):", assets("web", "icons", "drawings.js").read_text("utf-8"), re.MULTILINE))
    assert set(SIGNS) == set(Kind)
    assert {sign.drawing for sign in SIGNS.values()} <= drawings


def test_every_group_has_a_colour_in_both_themes_and_a_name() -> None:
    style = assets("web", "jz_map.css").read_text("utf-8")
    for group in {sign.group for sign in SIGNS.values()}:
        assert style.count(f"  --kind-{group}:") == 2
        assert f"group_{group}" in CAPTIONS


def test_yuntaishan_is_an_area_that_comes_before_the_sights_inside_it() -> None:
    assert place("yuntaishan")["area"]
    assert place("yuntaishan")["rank"] < place("hongshixia")["rank"] < place("skywalk")["rank"]


def test_only_a_sight_of_the_first_tier_is_a_headline() -> None:
    tiers = {"yuntaishan": (1, Kind.MOUNTAIN_AREA), "jiaozuo_rail": (1, Kind.STATION), "miaolesi": (2, Kind.PAGODA)}
    known = Catalogue(tuple(replace(a_place(name, kind=kind), tier=tier) for name, (tier, kind) in tiers.items()))
    assert [each["id"] for each in places_overlay(known, ENGLISH, DAY) if each["headline"]] == ["yuntaishan"]


def test_beds_and_exits_come_after_every_sight() -> None:
    known = Catalogue(
        (replace(a_place("inn", kind=Kind.STAY), tier=1), replace(a_place("tomb", kind=Kind.TOMB), tier=4))
    )
    inn, tomb = places_overlay(known, ENGLISH, DAY)
    assert tomb["rank"] < inn["rank"]


def test_sights_inside_an_area_appear_on_zooming_in() -> None:
    assert place("yuntaishan")["from_zoom"] == 0
    assert 0 < place("hongshixia")["from_zoom"] < place("skywalk")["from_zoom"]


def test_a_rough_position_says_how_rough() -> None:
    assert place("hongshixia")["within_m"] == 1000
    assert "1.0 km" in place("hongshixia")["where"]


def test_a_place_that_nobody_has_located_says_so_and_where_it_is_shown() -> None:
    assert place("bailuhu")["lat"] is None
    assert place("bailuhu")["where"] == "Position not known"
    assert place("zhuyufeng")["where"] == "Position not known; shown at yuntaishan"


def test_a_stop_without_a_position_stands_at_the_area_around_it() -> None:
    (day,) = trip_overlay(to_the_gorges(), GORGES, ENGLISH)["days"]
    assert [(stop["number"], stop["place"]) for stop in day["stops"]][-1] == (3, "skywalk")
    assert (day["stops"][-1]["lat"], day["stops"][-1]["lon"]) == (35.421, 113.427)


def test_legs_join_the_stops_in_the_order_of_the_day() -> None:
    (day,) = trip_overlay(to_the_gorges(), GORGES, ENGLISH)["days"]
    assert [(leg["from"], leg["to"]) for leg in day["legs"]] == [
        ((35.012, 113.535), (35.429, 113.367)),
        ((35.429, 113.367), (35.421, 113.427)),
    ]


def test_everything_the_page_is_told_is_plain_json() -> None:
    overlay = [places_overlay(GORGES, ENGLISH, DAY), trip_overlay(to_the_gorges(), GORGES, ENGLISH), captions(ENGLISH)]
    assert json.loads(json.dumps(overlay))


def test_every_caption_that_the_page_asks_for_is_there() -> None:
    scripts = " ".join(file.read_text("utf-8") for file in assets("web", "map").glob("*.js"))
    asked = set(re.findall(r"\bwords\.(\w+)", scripts)) - {"credit"}
    assert asked <= set(CAPTIONS)
