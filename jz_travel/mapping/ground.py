"""The files of ``maps/`` as the page reads them."""

import json
import tomllib
from pathlib import Path
from typing import Any

FILES = (
    "city.geojson", "districts.geojson", "rivers.geojson", "yellow_river.geojson", "belts.geojson",
    "towns.json", "lines.geojson",
)  # fmt: skip
HOME = ((34.814, 112.563), (35.495, 113.644))
"""South-west and north-east of the city's outline: what the map shows when nothing else is asked for."""


def ground_file(maps: Path, name: str) -> bytes | None:
    """One file of the ground; people write ``lines.toml``, the page reads ``lines.geojson``."""
    if name not in FILES:
        return None
    if name == "lines.geojson":
        return json.dumps(_lines(maps / "lines.toml"), ensure_ascii=False).encode()
    return (maps / name).read_bytes()


def _lines(file: Path) -> dict[str, Any]:
    lines = tomllib.loads(file.read_text("utf-8"))["line"]
    return {"type": "FeatureCollection", "features": [_feature(line) for line in lines]}


def _feature(line: dict[str, Any]) -> dict[str, Any]:
    coordinates = [(point["lon"], point["lat"]) for point in line["points"]]
    return {
        "type": "Feature",
        "properties": {name: line[name] for name in ("zh", "en", "kind", "within_m")},
        "geometry": {"type": "LineString", "coordinates": coordinates},
    }
