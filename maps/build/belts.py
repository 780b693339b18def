"""The city's two ecological belts as soft areas, drawn from the land itself: no published boundary is known."""

from pathlib import Path

import numpy as np
import shapely

from outlines import districts
from packages import ELEVATION, OUTLINES, WATER
from region import Feature, rounded, write_features
from relief import ground
from rivers import water

# Metres: the foot of the mountains. The plain of Jiaozuo lies near 100, the first slopes rise steeply from it.
FOOT_OF_THE_MOUNTAINS = 200
# Degrees (about 5 km): how far from the river's area the Yellow River belt is drawn.
RIVERSIDE = 0.055
# Degrees: a side of the squares that the mountains are gathered from, and how softly the result is rounded.
SQUARE, ROUNDING = 0.005, 0.02


def mountains(packages: Path, city: shapely.Geometry) -> shapely.Geometry:
    """The part of the city above the foot of the mountains, without specks, with a soft outline."""
    west, south, east, north = city.bounds
    lon = np.arange(west - 0.1, east + 0.1, SQUARE)
    lat = np.arange(south - 0.1, north + 0.1, SQUARE)
    high = ground(packages).calm(lat, lon) > FOOT_OF_THE_MOUNTAINS
    rows, columns = high.nonzero()
    x, y = lon[columns] - SQUARE / 2, lat[rows] - SQUARE / 2
    high_land = shapely.union_all(shapely.box(x, y, x + SQUARE, y + SQUARE))
    area = high_land.buffer(-ROUNDING).buffer(2 * ROUNDING).buffer(-ROUNDING)
    # One belt: the range along the northern border; a lone hill in the plain is no part of it.
    return max(shapely.get_parts(area.intersection(city)), key=lambda part: part.area)


def riverside(packages: Path, city: shapely.Geometry) -> shapely.Geometry:
    """The part of the city within about 5 km of the Yellow River's area."""
    yellow, _ = water(packages)
    return yellow.buffer(RIVERSIDE + ROUNDING).buffer(-ROUNDING).intersection(city)


def feature(area: shapely.Geometry, **properties: str) -> Feature:
    mapped = shapely.geometry.mapping(area.simplify(0.0004))
    return {
        "type": "Feature",
        "properties": {**properties, "schematic": True},
        "geometry": {"type": mapped["type"], "coordinates": rounded(mapped["coordinates"])},
    }


def build(packages: Path) -> None:
    city = shapely.union_all([area for _, area in districts(packages).values()])
    taihang = feature(
        mountains(packages, city),
        id="taihang",
        zh="太行山生态带",
        en="Taihang ecological belt",
        basis=f"Land of Jiaozuo higher than about {FOOT_OF_THE_MOUNTAINS} m, rounded; not an official boundary",
        source=f"{ELEVATION.source}; {OUTLINES.source}",
    )
    yellow = feature(
        riverside(packages, city),
        id="yellow_river",
        zh="黄河生态带",
        en="Yellow River ecological belt",
        basis="Land of Jiaozuo within about 5 km of the Yellow River; not an official boundary",
        source=f"{WATER.source}; {OUTLINES.source}",
    )
    write_features("belts.geojson", [taihang, yellow])
