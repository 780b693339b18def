"""A small extract that is nowhere: a chequerboard of streets where Jiaozuo is, written as OpenStreetMap data."""

import gzip
import math
import random
from pathlib import Path

import mapbox_vector_tile
import osmium

from jz_travel.regions import Pack
from jz_travel.regions.build import make_pack

WEST, SOUTH, STEP, SIDE = 113.05, 35.05, 0.01, 25
"""Degrees of the south-west corner, degrees between streets, streets in each direction."""
Node, Way = osmium.osm.mutable.Node, osmium.osm.mutable.Way
BLOCKED, ONEWAY = 7, 11
"""Streets from west to east by their number from the south: one that is private, one that runs only eastwards."""


def crossing(row: int, column: int) -> tuple[float, float]:
    """Latitude and longitude."""
    return SOUTH + row * STEP, WEST + column * STEP


def _number(row: int, column: int) -> int:
    return 1 + 1000 * row + column


def write_extract(file: Path, houses: int = 60, west: float = WEST) -> Path:
    with osmium.SimpleWriter(str(file), overwrite=True) as out:
        for row in range(SIDE):
            for column in range(SIDE):
                lon, lat = west + column * STEP, SOUTH + row * STEP
                out.add_node(Node(id=_number(row, column), location=(lon, lat), tags=_named(row, column)))
        corners = list(_houses(houses, west))
        for house, square in enumerate(corners):
            for at, place in enumerate(square):
                out.add_node(Node(id=10_000_000 + 4 * house + at, location=place))
        for number in range(SIDE):
            out.add_way(Way(id=1 + number, nodes=[_number(number, each) for each in range(SIDE)], tags=_street(number)))
        for number in range(SIDE):
            down = [_number(each, number) for each in range(SIDE)]
            out.add_way(Way(id=101 + number, nodes=down, tags={"highway": "tertiary", "name": f"南北路{number}"}))
        river = [_number(each, each) for each in range(SIDE)]
        out.add_way(Way(id=300, nodes=river, tags={"waterway": "river", "name": "大河", "name:en": "Great River"}))
        for house in range(len(corners)):
            first = 10_000_000 + 4 * house
            ring = [first, first + 1, first + 2, first + 3, first]
            tags = {"natural": "water"} if house % 10 == 0 else {"building": "yes"}
            out.add_way(Way(id=1000 + house, nodes=ring, tags=tags))
    return file


def write_pack(folder: Path) -> Path:
    """A small region pack, called 河南."""
    make_pack(write_extract(folder / "city.osm.pbf", houses=10), folder / "henan.jzmap", "河南")
    return folder / "henan.jzmap"


def _named(row: int, column: int) -> dict[str, str]:
    if (row, column) == (12, 12):
        return {"place": "city", "name": "焦作", "name:en": "Jiaozuo"}
    return {"place": "village", "name": f"第{row}村"} if column == 3 and row % 4 == 1 else {}


def _street(number: int) -> dict[str, str]:
    tags = {"highway": "motorway" if number == 12 else "residential", "name": f"东西路{number}", "oneway": "no"}
    if number == BLOCKED:
        tags["access"] = "private"
    if number == ONEWAY:
        tags["oneway"] = "yes"
    return tags


def _houses(count: int, west: float) -> list[list[tuple[float, float]]]:
    chance = random.Random(3)
    spots = [(west + SIDE * STEP * chance.random(), SOUTH + SIDE * STEP * chance.random()) for _ in range(count)]
    half = 0.0004
    return [[(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)] for x, y in spots]


def layers(pack: Pack, zoom: int, x: int, y: int) -> dict:
    tile = pack.tile(zoom, x, y)
    assert tile is not None
    return mapbox_vector_tile.decode(gzip.decompress(tile), default_options={"y_coord_down": True})


def tile_of(lat: float, lon: float, zoom: int) -> tuple[int, int]:
    down = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2
    return int((lon + 180) / 360 * 2**zoom), int(down * 2**zoom)
