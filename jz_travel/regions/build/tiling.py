"""Features to vector tiles, a column of tiles after another; a column that is done stays done."""

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import mapbox_vector_tile  # type: ignore[import-untyped]
import numpy as np
import shapely  # type: ignore[import-untyped]
from mapbox_vector_tile.encoder import on_invalid_geometry_make_valid  # type: ignore[import-untyped]
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from jz_travel.regions.build.work import Work

FIRST_ZOOM, DEEPEST = 6, 13
EXTENT = 4096
MARGIN = 1 / 32
"""Of a tile's side: what is drawn beyond its edge, so that lines join."""
SELECT = """
SELECT layer, tags, shape FROM boxes JOIN features USING (id)
WHERE west <= ? AND east >= ? AND north <= ? AND south >= ? AND zoom <= ? ORDER BY id
"""
Box = tuple[float, float, float, float]
Told = Callable[[float], None]


def make_tiles(work: Work, bounds: tuple[float, float, float, float], told: Told) -> None:
    """``bounds``: left, top, right, bottom of the world one wide. ``told`` hears the part that is done; may raise."""
    columns = [(zoom, x) for zoom in range(FIRST_ZOOM, DEEPEST + 1) for x in _range(bounds[0], bounds[2], zoom)]
    weight = [4.0 ** (zoom - DEEPEST) * 2 ** (DEEPEST - zoom) for zoom, _ in columns]
    start = work.told("columns") or 0
    done = sum(weight[:start])
    whole = sum(weight)
    for number, (zoom, x) in enumerate(columns[start:], start=start):
        for y in _range(bounds[1], bounds[3], zoom):
            data = _tile(work, zoom, x, y)
            if data is not None:
                work.base.execute("INSERT OR REPLACE INTO tiles VALUES (?, ?)", (zxy_to_tileid(zoom, x, y), data))
        done += weight[number]
        work.finish("columns", number + 1)
        told(done / whole)


def write_map(work: Work, bounds: tuple[float, float, float, float], credit: str, into: Path) -> None:
    """The tiles as one PMTiles file; ``bounds``: west, south, east, north in degrees."""
    with into.open("wb") as out:
        writer: Any = Writer(out)  # type: ignore[no-untyped-call]
        for tile, data in work.base.execute("SELECT id, data FROM tiles ORDER BY id"):
            writer.write_tile(tile, data)
        west, south, east, north = (round(side * 1e7) for side in bounds)
        header = {
            "tile_type": TileType.MVT, "tile_compression": Compression.GZIP, "min_zoom": FIRST_ZOOM,
            "max_zoom": DEEPEST, "min_lon_e7": west, "min_lat_e7": south, "max_lon_e7": east, "max_lat_e7": north,
            "center_zoom": 10, "center_lon_e7": (west + east) // 2, "center_lat_e7": (south + north) // 2,
        }  # fmt: skip
        writer.finalize(header, {"attribution": credit, "vector_layers": []})


def _range(first: float, last: float, zoom: int) -> range:
    most = 2**zoom - 1
    return range(max(0, int(first * 2**zoom)), min(most, int(last * 2**zoom)) + 1)


def _tile(work: Work, zoom: int, x: int, y: int) -> bytes | None:
    side = 2.0**-zoom
    left, top = x * side, y * side
    spare = side * MARGIN
    box = (left - spare, top - spare, left + side + spare, top + side + spare)
    layers: dict[str, list[dict[str, object]]] = {}
    rows = work.base.execute(SELECT, (box[2], box[0], box[3], box[1], zoom))
    for layer, tags, raw in rows:
        for shape in _clipped(shapely.from_wkb(raw), box, side):
            drawn = _on_grid(shape, left, top, side)
            layers.setdefault(layer, []).append({"geometry": drawn, "properties": json.loads(tags)})
    if not layers:
        return None
    told = [{"name": name, "features": features} for name, features in sorted(layers.items())]
    options = {"extents": EXTENT, "y_coord_down": True, "on_invalid_geometry": on_invalid_geometry_make_valid}
    return gzip.compress(mapbox_vector_tile.encode(told, default_options=options), 6, mtime=0)


def _on_grid(shape: shapely.Geometry, left: float, top: float, side: float) -> shapely.Geometry:
    """In the tile's own whole numbers, with rows that count downwards as everywhere here."""
    return shapely.transform(shape, lambda points: np.round((points - (left, top)) * (EXTENT / side)))


def _clipped(shape: shapely.Geometry, box: Box, side: float) -> Iterator[shapely.Geometry]:
    step = side / EXTENT
    if shape.geom_type != "Point":
        shape = shapely.simplify(shape, 1.5 * step)
        shape = shapely.clip_by_rect(shape, *box)
    for part in shapely.get_parts(shape):
        whole = part if part.is_valid else shapely.make_valid(part)
        tiny = part.geom_type == "Polygon" and part.area < 16 * step * step
        if not whole.is_empty and not tiny and whole.geom_type in {"Point", "LineString", "Polygon", "MultiPolygon"}:
            yield whole
