"""Write maps/manifest.json: what is shipped, from what it was made, under which licence, and how to credit it."""

import hashlib
import json
import sqlite3
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packages import ELEVATION, NETWORK, OUTLINES, STREAMS, TOWNS, WATER, Package
from region import EAST, MAPS, NORTH, SOUTH, WEST


@dataclass(frozen=True)
class Origin:
    licence: str
    sources: tuple[str, ...]
    credit: str


def of(*packages: Package) -> Origin:
    """The origin of a file that is made from these packages alone."""
    return Origin(
        licence=" AND ".join(dict.fromkeys(package.licence for package in packages)),
        sources=tuple(package.source for package in packages),
        credit=" · ".join(package.credit for package in packages),
    )


ORIGINS = {
    "relief-light.mbtiles": of(ELEVATION),
    "relief-dark.mbtiles": of(ELEVATION),
    "districts.geojson": of(OUTLINES),
    "city.geojson": of(OUTLINES),
    "rivers.geojson": of(WATER, STREAMS),
    "yellow_river.geojson": of(WATER),
    "belts.geojson": of(ELEVATION, WATER, OUTLINES),
    "towns.json": of(TOWNS),
    "straight-lines.json": Origin("GPL-3.0-or-later", ("assets/places, measured with geopy",), "jz_travel"),
    "railways.geojson": of(NETWORK),
    "expressways.geojson": of(NETWORK),
    "lines.toml": Origin("ISC", ("written by hand; a source with every line",), "Gates of the canal: nsbd-3d (ISC)"),
}


def points(coordinates: Any) -> Iterator[tuple[float, float]]:
    if isinstance(coordinates[0], (int, float)):
        yield coordinates[0], coordinates[1]
    else:
        for part in coordinates:
            yield from points(part)


def around(found: Iterable[tuple[float, float]]) -> list[float]:
    lon, lat = zip(*found, strict=True)
    return [min(lon), min(lat), max(lon), max(lat)]


def bounds(path: Path) -> list[float]:
    """West, south, east, north of what the file holds."""
    if path.suffix == ".mbtiles":
        with closing(sqlite3.connect(path)) as store:
            (text,) = store.execute("SELECT value FROM metadata WHERE name = 'bounds'").fetchone()
        return [float(side) for side in text.split(",")]
    if path.suffix == ".geojson":
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        return around(point for feature in features for point in points(feature["geometry"]["coordinates"]))
    if path.suffix == ".toml":
        lines = tomllib.loads(path.read_text(encoding="utf-8"))["line"]
        return around((point["lon"], point["lat"]) for line in lines for point in line["points"])
    if path.name == "straight-lines.json":
        rows = json.loads(path.read_text(encoding="utf-8"))
        return around((row[end + 1], row[end]) for row in rows for end in (0, 2))
    towns = json.loads(path.read_text(encoding="utf-8"))["towns"]
    return around((town["lon"], town["lat"]) for town in towns)


def build() -> None:
    files = {}
    for name, origin in ORIGINS.items():
        data = (MAPS / name).read_bytes()
        files[name] = {
            "sha256": hashlib.sha256(data).hexdigest(),
            "bytes": len(data),
            "bounds": bounds(MAPS / name),
            "licence": origin.licence,
            "sources": origin.sources,
            "credit": origin.credit,
        }
    content = {"datum": "WGS-84", "region": [WEST, SOUTH, EAST, NORTH], "files": files}
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    (MAPS / "manifest.json").write_text(text, encoding="utf-8", newline="\n")
