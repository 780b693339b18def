"""What lies under the places: relief tiles, and the files of the ground."""

import json
import sqlite3
from threading import Thread
from typing import get_args

import pytest

from jz_travel.domain.texts import Language
from jz_travel.mapping.ground import FILES, HOME, ground_file, name_in
from jz_travel.mapping.tiles import Tiles
from jz_travel.resources import maps


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_there_is_a_relief_tile_over_jiaozuo_at_every_zoom(theme: str) -> None:
    tiles = Tiles(maps(f"relief-{theme}.mbtiles"))
    # Where 焦作 lies: tile columns and rows, counted from the north.
    for zoom, x, y in ((7, 104, 50), (9, 417, 202), (11, 1668, 808)):
        tile = tiles.tile(zoom, x, y)
        assert tile is not None, (zoom, x, y)
        assert tile[8:12] == b"WEBP"
    assert tiles.mime == "image/webp"
    tiles.close()


def test_a_tile_far_away_is_not_there() -> None:
    tiles = Tiles(maps("relief-light.mbtiles"))
    assert tiles.tile(11, 0, 0) is None
    assert tiles.tile(99, 0, 0) is None
    tiles.close()


def test_what_nobody_has_any_more_is_closed_by_whatever_thread_lets_go_of_it() -> None:
    kept = [Tiles(maps("relief-light.mbtiles"))]
    store = kept[0]._store
    last_holder = Thread(target=kept.clear)
    last_holder.start()
    last_holder.join()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        store.execute("SELECT 1")


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith("geojson")])
def test_every_line_and_outline_has_a_name_in_chinese_and_english_or_is_a_neighbour(name: str) -> None:
    for feature in json.loads(ground_file(maps(), name) or b"")["features"]:
        properties = feature["properties"]
        assert properties.get("kind") == "neighbours" or (properties["zh"] and properties["en"])


def test_the_canal_that_people_write_reaches_the_page_as_a_line() -> None:
    (canal,) = json.loads(ground_file(maps(), "lines.geojson") or b"")["features"]
    assert (canal["properties"]["zh"], canal["properties"]["kind"]) == ("南水北调中线干渠", "canal")
    assert len(canal["geometry"]["coordinates"]) > 10


def test_the_first_view_shows_the_whole_city() -> None:
    (south, west), (north, east) = HOME
    (city,) = json.loads(ground_file(maps(), "city.geojson") or b"")["features"]
    for lon, lat in city["geometry"]["coordinates"][0]:
        assert west <= lon <= east
        assert south <= lat <= north


def test_nothing_else_of_the_folder_is_given_away() -> None:
    assert ground_file(maps(), "../pyproject.toml") is None
    assert ground_file(maps(), "SOURCES.md") is None


@pytest.mark.parametrize("name", [name for name in FILES if name != "names.json"])
def test_every_name_on_the_ground_is_written_in_five_languages(name: str) -> None:
    found = json.loads(ground_file(maps(), name) or b"")
    named = found["towns"] if "towns" in found else [each["properties"] for each in found["features"]]
    for each in named:
        if each.get("kind") == "neighbours":
            continue
        names = {name_in(language, each) for language in ("zh-Hant", "ja", "ko")}
        assert each["en"] not in names, each["zh"]


def test_the_yellow_river_is_called_so() -> None:
    river = {"zh": "黄河", "en": "Yellow River"}
    names = [name_in(language, river) for language in get_args(Language)]
    assert names == ["黄河", "黃河", "Yellow River", "黄河", "황하"]
