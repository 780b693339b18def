"""The ground of a picture: relief, water, outlines and railways out of ``maps/``, and the names on it."""

import json
import math
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from jz_travel.domain.texts import Language
from jz_travel.export.look import paper_look
from jz_travel.export.maps.frame import Frame, Point, project
from jz_travel.export.maps.svg import element, path
from jz_travel.mapping.ground import ground_file, name_in
from jz_travel.mapping.tiles import Tiles
from jz_travel.resources import maps

FINEST_ZOOM, COARSEST_ZOOM = 11, 6
PIXELS_A_POINT = 2.4
TILE = 256
NEAR = 40  # points beyond the edge up to which a line is drawn
STEP = 0.35  # points; what is nearer to the point before is left out

Lines = list[list[tuple[float, float]]]
"""Rings or lines of (lon, lat)."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name on the ground: what it names, where, how important (smaller first), and turned by how many degrees."""

    text: str
    what: str
    at: Point
    rank: int
    angle: float | None = None


@dataclass(frozen=True, slots=True)
class _Feature:
    """Its properties, and its rings or lines in the world's units."""

    properties: dict[str, Any]
    lines: tuple[tuple[Point, ...], ...]


@cache
def _features(file: str) -> tuple[_Feature, ...]:
    content = ground_file(maps(), file)
    found = json.loads(content)["features"] if content else ()
    return tuple(_Feature(each["properties"], tuple(map(_projected, _rings(each["geometry"])))) for each in found)


def _projected(line: Sequence[Point]) -> tuple[Point, ...]:
    return tuple(project(lat, lon) for lon, lat in line)


@cache
def _towns() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(maps("towns.json").read_text("utf-8"))["towns"])


def drawn(frame: Frame) -> Iterator[str]:
    """The ground from bottom to top."""
    look = paper_look().map
    yield element("rect", width=frame.width, height=frame.height, fill=look["land"])
    yield from _tiles(frame)
    yield _areas(frame, "yellow_river.geojson", fill=look["water"], stroke=look["river"], stroke_width=0.4)
    for feature in _features("rivers.geojson"):
        width = {1: 1.6, 2: 1.1, 3: 0.7}[feature.properties["rank"]]
        yield _lines(frame, [feature], stroke=look["river"], stroke_width=width)
    yield element("path", d=_veil(frame), fill="#ffffff", fill_opacity=0.42, fill_rule="evenodd")
    districts = _features("districts.geojson")
    yield _lines(frame, districts, stroke=look["outline"], stroke_width=0.4, stroke_dasharray="3 1.6")
    yield _lines(frame, _features("lines.geojson"), stroke=look["canal"], stroke_width=0.9, stroke_dasharray="4 2")
    yield _lines(frame, _features("expressways.geojson"), stroke=look["road"], stroke_width=0.9, stroke_dasharray="8 2")
    railways = _features("railways.geojson")
    yield _lines(frame, railways, stroke=look["outline_casing"], stroke_width=2.2)
    yield _lines(frame, railways, stroke=look["rail"], stroke_width=1, stroke_dasharray="5 3")
    city = _features("city.geojson")
    yield _lines(frame, city, stroke=look["outline_casing"], stroke_width=2.6)
    yield _lines(frame, city, stroke=look["outline"], stroke_width=1)


def _tiles(frame: Frame) -> Iterator[str]:
    zoom = int(math.log2(max(frame.scale * PIXELS_A_POINT / TILE, 1)))
    zoom = min(max(zoom, COARSEST_ZOOM), FINEST_ZOOM)
    count = 2**zoom
    side = frame.scale / count
    columns = range(int(frame.left * count), int((frame.left + frame.width / frame.scale) * count) + 1)
    rows = range(int(frame.top * count), int((frame.top + frame.height / frame.scale) * count) + 1)
    # Opened for each picture: pictures are made in whatever thread has time, SQLite keeps to one.
    with closing(Tiles(maps("relief-light.mbtiles"))) as tiles:
        for column, row in product(columns, rows):
            if content := tiles.tile(zoom, column, row):
                yield element(
                    "image",
                    x=(column / count - frame.left) * frame.scale,
                    y=(row / count - frame.top) * frame.scale,
                    width=side + 0.5,  # some overlap, or a light seam shows between two tiles
                    height=side + 0.5,
                    preserveAspectRatio="none",
                    href=f"data:{tiles.mime};base64,{b64encode(content).decode()}",
                )


def _lines(frame: Frame, features: Sequence[_Feature], **style: object) -> str:
    runs = [run for feature in features for line in feature.lines for run in _near(frame, line)]
    return element("path", d=path(runs), fill="none", stroke_linejoin="round", **style) if runs else ""


def _areas(frame: Frame, file: str, **style: object) -> str:
    rings = [_thinned(frame, line) for feature in _features(file) for line in feature.lines]
    return element("path", d=path(rings, closed=True), fill_rule="evenodd", **style)


def _veil(frame: Frame) -> str:
    """Everything but the city."""
    edge: list[Point] = [(0, 0), (frame.width, 0), (frame.width, frame.height), (0, frame.height)]
    rings = [_thinned(frame, line) for feature in _features("city.geojson") for line in feature.lines]
    return path([edge, *rings], closed=True)


def _rings(geometry: dict[str, Any]) -> Lines:
    found = geometry["coordinates"]
    match geometry["type"]:
        case "LineString":
            return [found]
        case "MultiPolygon":
            return [ring for polygon in found for ring in polygon]
        case _:  # Polygon, MultiLineString
            return list(found)


def _thinned(frame: Frame, line: Sequence[Point]) -> list[Point]:
    left, top, scale = frame.left, frame.top, frame.scale
    kept: list[Point] = []
    for x, y in line:
        point = ((x - left) * scale, (y - top) * scale)
        if not kept or math.dist(point, kept[-1]) >= STEP:
            kept.append(point)
    return kept


def _near(frame: Frame, line: Sequence[Point]) -> Iterator[list[Point]]:
    """The parts of a line that lie in or near the picture."""
    run: list[Point] = []
    before: Point | None = None
    for point in _thinned(frame, line):
        if before is not None and _touches(frame, before, point):
            run = run or [before]
            run.append(point)
        elif run:
            yield run
            run = []
        before = point
    if run:
        yield run


def _touches(frame: Frame, one: Point, other: Point) -> bool:
    return (
        max(one[0], other[0]) >= -NEAR
        and min(one[0], other[0]) <= frame.width + NEAR
        and max(one[1], other[1]) >= -NEAR
        and min(one[1], other[1]) <= frame.height + NEAR
    )


def names(frame: Frame, language: Language) -> Iterator[Name]:
    """The names of towns, rivers and districts in the picture."""
    for town in _towns():
        at = frame.at(town["lat"], town["lon"])
        if frame.holds(at):
            what = "town" if town["rank"] > 2 else "county" if town["rank"] == 2 else "city"
            yield Name(name_in(language, town), what, at, 10 * town["rank"])
    for feature in _features("rivers.geojson"):
        yield from _along(frame, feature, language)
    for feature in _features("districts.geojson"):
        if feature.properties["kind"] == "district":
            ring = _thinned(frame, max(feature.lines, key=len))
            at = _middle(ring)
            if frame.holds(at, -10):
                yield Name(name_in(language, feature.properties), "district", at, 60)


def _along(frame: Frame, feature: _Feature, language: Language) -> Iterator[Name]:
    """A river's name at places along its water; the first that finds room is drawn."""
    runs = [run for line in feature.lines for run in _near(frame, line)]
    longest = max(runs, key=len, default=[])
    for part in (0.5, 0.35, 0.65, 0.22, 0.78):
        index = int(len(longest) * part)
        if len(longest) < 6 or not frame.holds(longest[index], -14):
            continue
        (x1, y1), (x2, y2) = longest[max(0, index - 3)], longest[min(len(longest) - 1, index + 3)]
        angle = math.degrees(math.atan2(y2 - y1, x2 - x1))
        angle = angle - 180 if angle > 90 else angle + 180 if angle < -90 else angle
        rank = 40 + feature.properties["rank"]
        yield Name(name_in(language, feature.properties), "water", longest[index], rank, angle)


def _middle(ring: Sequence[Point]) -> Point:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
