"""From the extract to features, road points and names, one object after another."""

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import osmium
import shapely  # type: ignore[import-untyped]

from jz_travel.domain.failures import Cause, Failure
from jz_travel.regions.build.kinds import KEYS, Shown, area_shown, drives, line_shown, point_shown
from jz_travel.regions.build.work import Work

BATCH = 5_000
SAID = {"name": "name", "name:en": "name_en", "ref": "ref"}
SMALLEST = 2e-9
"""Of the world's width squared: what is smaller is drawn from closer by."""
Told = Callable[[int], None]


def read_extract(source: Path, work: Work, told: Told) -> None:
    """``told`` hears how many objects were read; it may raise to stop."""
    work.forget("features", "boxes", "road_points", "road_ways", "names")
    reading = _Reading(work)
    store = work.folder / "nodes.bin"
    try:
        objects = osmium.FileProcessor(str(source)).with_locations(f"sparse_file_array,{store}")
        objects = objects.with_areas().with_filter(osmium.filter.KeyFilter(*KEYS))
        for count, each in enumerate(objects):
            reading.take(each)
            if count % BATCH == 0:
                told(count)
    except RuntimeError as error:  # all that osmium says of a file that is none, or is cut off
        raise Failure(Cause.NOT_JSON, source, detail=str(error)[:200]) from None
    finally:
        store.unlink(missing_ok=True)
    if not reading.count:
        raise Failure(Cause.NOT_JSON, source, detail="0")
    header = osmium.io.Reader(str(source), osmium.osm.osm_entity_bits.NOTHING)
    day = header.header().get("osmosis_replication_timestamp", "")[:10]
    header.close()
    work.finish("read", {"bounds": reading.bounds, "data_from": day})


class _Reading:
    def __init__(self, work: Work) -> None:
        self._base = work.base
        self._shapes = osmium.geom.WKBFactory()
        self.count = 0
        self.bounds = [180.0, 90.0, -180.0, -90.0]

    def take(self, each: Any) -> None:
        tags = {tag.k: tag.v for tag in each.tags}
        if each.is_node():
            self._point(each, tags)
        elif each.is_way():
            self._line(each, tags)
        elif each.is_area() and (shown := area_shown(tags)):
            try:
                self._keep(shown, tags, shapely.from_wkb(self._shapes.create_multipolygon(each)))
            except RuntimeError:
                return  # an area without a closed ring is drawn by nobody

    def _point(self, each: Any, tags: dict[str, str]) -> None:
        shown = point_shown(tags)
        if shown:
            self._keep(shown, tags, shapely.Point(each.lon, each.lat))
            row = (tags["name"], tags.get("name:en", ""), shown.kind, each.lat, each.lon)
            self._base.execute("INSERT INTO names VALUES (?, ?, ?, ?, ?)", row)

    def _line(self, each: Any, tags: dict[str, str]) -> None:
        shown = line_shown(tags)
        points = [(node.ref, node.lat, node.lon) for node in each.nodes if node.location.valid()]
        if shown is None or len(points) < 2:
            return
        self._keep(shown, tags, shapely.LineString([(lon, lat) for _, lat, lon in points]))
        if way := drives(tags):
            self._base.execute("INSERT OR REPLACE INTO road_ways VALUES (?, ?, ?, ?)", (each.id, *way))
            rows = [(each.id, at, *point) for at, point in enumerate(points)]
            self._base.executemany("INSERT INTO road_points VALUES (?, ?, ?, ?, ?)", rows)

    def _keep(self, shown: Shown, tags: dict[str, str], shape: shapely.Geometry) -> None:
        west, south, east, north = shape.bounds
        box = self.bounds
        self.bounds = [min(box[0], west), min(box[1], south), max(box[2], east), max(box[3], north)]
        flat = shapely.transform(shape, mercator)
        small = flat.geom_type.endswith("Polygon") and flat.area < SMALLEST
        zoom = max(shown.from_zoom, 11) if small else shown.from_zoom
        said = {"kind": shown.kind} | {ours: tags[key] for key, ours in SAID.items() if key in tags}
        self.count += 1
        row = (self.count, shown.layer, zoom, json.dumps(said, ensure_ascii=False), shapely.to_wkb(flat))
        self._base.execute("INSERT INTO features VALUES (?, ?, ?, ?, ?)", row)
        left, top, right, bottom = flat.bounds
        self._base.execute("INSERT INTO boxes VALUES (?, ?, ?, ?, ?)", (self.count, left, right, top, bottom))


def mercator(points: Any) -> Any:
    """Longitude and latitude to Web Mercator, the world one wide, y to the south."""
    lat = np.radians(np.clip(points[:, 1], -85, 85))
    return np.column_stack([points[:, 0] / 360 + 0.5, 0.5 - np.arcsinh(np.tan(lat)) / (2 * math.pi)])
