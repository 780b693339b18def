"""The map that is shipped is the map that was reviewed, says where it comes from, and covers Jiaozuo."""

import hashlib
import importlib.util
import json
import math
import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

MAPS = Path(__file__).parents[2] / "maps"
THEMES = MAPS.parent / "assets" / "themes"
MANIFEST: dict[str, Any] = json.loads((MAPS / "manifest.json").read_text(encoding="utf-8"))
FILES: dict[str, dict[str, Any]] = MANIFEST["files"]
WEST, SOUTH, EAST, NORTH = MANIFEST["region"]
DATA = {".mbtiles", ".geojson", ".json", ".toml"}
DISTRICTS = {"解放区", "中站区", "马村区", "山阳区", "修武县", "博爱县", "武陟县", "温县", "沁阳市", "孟州市"}
THEME_NAMES = ("light", "dark")


def recipe_packages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("map_packages", MAPS / "build" / "packages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def features(name: str) -> list[dict[str, Any]]:
    collection = json.loads((MAPS / name).read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    found: list[dict[str, Any]] = collection["features"]
    return found


def points(coordinates: Any) -> Iterator[tuple[float, float]]:
    if isinstance(coordinates[0], (int, float)):
        yield coordinates[0], coordinates[1]
    else:
        for part in coordinates:
            yield from points(part)


def rings(geometry: dict[str, Any]) -> list[list[list[float]]]:
    areas = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [ring for area in areas for ring in area]


def holds(ring: list[list[float]], lon: float, lat: float) -> bool:
    """Whether the point lies in the ring, by counting the sides that a line to the east crosses."""
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def lines() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((MAPS / "lines.toml").read_text(encoding="utf-8"))["line"]
    return found


def towns() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((MAPS / "towns.json").read_text(encoding="utf-8"))["towns"]
    return found


def city_ring() -> list[list[float]]:
    (city,) = features("city.geojson")
    return rings(city["geometry"])[0]


def tile_of(lon: float, lat: float, zoom: int) -> tuple[int, int]:
    """Column and row of the tile; MBTiles counts rows from the south."""
    north = math.asinh(math.tan(math.radians(lat))) / math.pi
    return int((lon + 180) / 360 * 2**zoom), int((1 + north) / 2 * 2**zoom)


def test_every_shipped_file_is_in_the_manifest_and_the_other_way_round() -> None:
    shipped = {path.name for path in MAPS.iterdir() if path.suffix in DATA} - {"manifest.json"}
    assert shipped == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_the_one_that_was_reviewed(name: str) -> None:
    data = (MAPS / name).read_bytes()
    assert len(data) == FILES[name]["bytes"]
    assert hashlib.sha256(data).hexdigest() == FILES[name]["sha256"]


@pytest.mark.parametrize("name", FILES)
def test_a_file_names_its_licence_its_source_and_its_credit(name: str) -> None:
    assert FILES[name]["licence"]
    assert FILES[name]["credit"]
    assert FILES[name]["sources"]
    assert f"`{name}`" in (MAPS / "SOURCES.md").read_text(encoding="utf-8")


def test_every_source_is_a_package_that_the_recipes_pin() -> None:
    pinned = {package.source: package.licence for package in recipe_packages().PACKAGES}
    for name, entry in FILES.items():
        if name not in {"lines.toml", "straight-lines.json"}:  # written, and computed, from the catalogue's positions
            assert set(entry["sources"]) <= set(pinned)
            assert set(entry["licence"].split(" AND ")) == {pinned[source] for source in entry["sources"]}


def test_the_outlines_carry_the_review_number_and_the_note_that_they_are_a_sketch() -> None:
    for name in ("districts.geojson", "city.geojson"):
        assert "审图号 GS(2024)0650号" in FILES[name]["credit"]
        assert "示意图，不作划界依据" in FILES[name]["credit"]


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".geojson")])
def test_shapes_are_whole_and_lie_inside_the_region(name: str) -> None:
    found = [point for feature in features(name) for point in points(feature["geometry"]["coordinates"])]
    assert all(WEST <= lon <= EAST and SOUTH <= lat <= NORTH for lon, lat in found)
    lon, lat = zip(*found, strict=True)
    assert FILES[name]["bounds"] == [min(lon), min(lat), max(lon), max(lat)]
    for feature in features(name):
        if feature["geometry"]["type"].endswith("Polygon"):
            assert all(len(ring) >= 4 and ring[0] == ring[-1] for ring in rings(feature["geometry"]))
        else:
            assert feature["geometry"]["type"] in {"LineString", "MultiLineString"}


def test_the_ten_districts_of_jiaozuo_are_there_in_both_languages() -> None:
    found = [feature["properties"] for feature in features("districts.geojson")]
    districts = [properties for properties in found if properties["kind"] == "district"]
    assert {properties["zh"] for properties in districts} == DISTRICTS
    assert all(properties["adcode"].startswith("4108") and properties["en"].isascii() for properties in districts)


def test_the_citys_outline_holds_its_towns_and_not_its_neighbours() -> None:
    ring = city_ring()
    for town in towns():
        assert holds(ring, town["lon"], town["lat"]) == town["in_jiaozuo"], town["zh"]


def test_rivers_and_belts_are_named_and_say_where_they_come_from() -> None:
    rivers = [feature["properties"] for feature in features("rivers.geojson")]
    assert {"黄河", "沁河", "丹河", "大沙河"} <= {river["zh"] for river in rivers}
    assert all(river["en"] and river["rank"] in {1, 2, 3} and river["within_m"] > 0 for river in rivers)
    belts = [feature["properties"] for feature in features("belts.geojson")]
    assert {belt["id"] for belt in belts} == {"taihang", "yellow_river"}
    assert all(belt["schematic"] and "not an official boundary" in belt["basis"] for belt in belts)


def ways(name: str) -> dict[str, dict[str, Any]]:
    return {feature["properties"]["id"]: feature for feature in features(name)}


def metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Between two longitudes and latitudes, flat: good enough over a few kilometres."""
    wide = math.cos(math.radians(one[1])) * (one[0] - other[0])
    return math.hypot(wide, one[1] - other[1]) * 111_320


def apart(spot: tuple[float, float], line: list[list[float]]) -> float:
    """Metres from a spot to the nearest of many points on the line."""
    shares = [share / 50 for share in range(51)]
    on_it = ((x1 + (x2 - x1) * t, y1 + (y2 - y1) * t) for (x1, y1), (x2, y2) in pairwise(line) for t in shares)
    return min(metres(spot, point) for point in on_it)


def position(place: str) -> tuple[float, float]:
    text = (MAPS.parent / "assets" / "places" / f"{place}.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)["position"]
    return found["lon"], found["lat"]


@pytest.mark.parametrize(
    ("line", "stations"),
    [
        ("zhengjiao", ["zhengzhou_rail", "wuzhi_rail", "xiuwuxi_rail", "jiaozuo_rail"]),
        ("zhengtai", ["jiaozuo_rail", "jiaozuoxi_rail"]),
        ("xinyue", ["jiaozuo_rail", "xiuwu_rail", "yueshan_rail"]),
    ],
)
def test_a_railway_passes_its_stations(line: str, stations: list[str]) -> None:
    course = ways("railways.geojson")[line]["geometry"]["coordinates"]
    assert all(apart(position(station), course) < 1000 for station in stations)


@pytest.mark.parametrize("name", ["railways.geojson", "expressways.geojson"])
def test_a_way_is_called_a_sketch_and_says_how_sure_it_is_and_why(name: str) -> None:
    for way in ways(name).values():
        properties = way["properties"]
        assert properties["schematic"] is True
        assert properties["within_m"] >= 2000
        assert "OpenStreetMap contributors" in properties["source"]
        assert (properties["kind"] == "expressway") == ("ref" in properties)


def test_the_railways_and_expressways_of_jiaozuo_are_there() -> None:
    assert {"zhengjiao", "zhengtai", "taijiao", "xinyue", "jiaoliu", "houyue"} <= set(ways("railways.geojson"))
    refs = {way["properties"]["ref"] for way in ways("expressways.geojson").values()}
    assert refs == {"G5512", "G3511", "G55", "S87"}


def test_the_canal_runs_through_the_park_on_its_banks() -> None:
    (canal,) = lines()
    course = [[point["lon"], point["lat"]] for point in canal["points"]]
    lon, lat = position("tianhe")
    assert apart((lon, lat), course) < 2000


def test_a_schematic_line_says_so_and_runs_only_through_points_with_a_known_error() -> None:
    assert {line["id"] for line in lines()} == {"canal"}
    for line in lines():
        assert line["schematic"] is True
        assert line["source"]
        assert line["zh"]
        assert line["en"].isascii()
        assert line["within_m"] >= max(point["within_m"] for point in line["points"]) > 0
        assert all(WEST < point["lon"] < EAST and SOUTH < point["lat"] < NORTH for point in line["points"])


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_the_relief_covers_jiaozuo_at_every_zoom(theme: str) -> None:
    lon, lat = zip(*city_ring(), strict=True)
    with closing(sqlite3.connect(MAPS / f"relief-{theme}.mbtiles")) as store:
        metadata = dict(store.execute("SELECT name, value FROM metadata"))
        held = set(store.execute("SELECT zoom_level, tile_column, tile_row FROM tiles"))
    assert (metadata["minzoom"], metadata["maxzoom"], metadata["format"]) == ("6", "11", "webp")
    assert [float(side) for side in metadata["bounds"].split(",")] == [WEST, SOUTH, EAST, NORTH]
    for zoom in range(6, 12):
        (left, bottom), (right, top) = tile_of(min(lon), min(lat), zoom), tile_of(max(lon), max(lat), zoom)
        needed = {(zoom, x, y) for x in range(left, right + 1) for y in range(bottom, top + 1)}
        assert needed <= held


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_the_relief_ends_in_the_colour_of_the_empty_page(theme: str) -> None:
    land = QColor(tomllib.loads((THEMES / f"{theme}.toml").read_text(encoding="utf-8"))["map"]["land"])
    column, row = tile_of(EAST, SOUTH, 11)
    with closing(sqlite3.connect(MAPS / f"relief-{theme}.mbtiles")) as store:
        query = "SELECT tile_data FROM tiles WHERE zoom_level = 11 AND tile_column = ? AND tile_row = ?"
        (data,) = store.execute(query, (column, row)).fetchone()
    tile = QImage.fromData(data)
    assert (tile.width(), tile.height()) == (256, 256)
    edge = tile.pixelColor(255, 255)
    parts = ((edge.red(), land.red()), (edge.green(), land.green()), (edge.blue(), land.blue()))
    assert all(abs(drawn - page) <= 2 for drawn, page in parts)


def test_both_reliefs_together_stay_under_two_megabytes() -> None:
    assert sum(FILES[f"relief-{theme}.mbtiles"]["bytes"] for theme in THEME_NAMES) < 2_000_000
