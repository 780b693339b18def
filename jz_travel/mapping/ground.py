"""The files of ``maps/`` as the page reads them, and what their names are in other languages."""

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jz_travel.domain.texts import Language
from jz_travel.resources import assets

FILES = (
    "city.geojson", "districts.geojson", "rivers.geojson", "yellow_river.geojson", "belts.geojson",
    "railways.geojson", "expressways.geojson", "lines.geojson", "towns.json", "names.json",
)  # fmt: skip
HOME = ((34.814, 112.563), (35.495, 113.644))
"""South-west and north-east of the city's outline: what the map shows when nothing else is asked for."""


def ground_file(maps: Path, name: str) -> bytes | None:
    """One file of the ground; people write ``lines.toml``, the page reads ``lines.geojson``.

    ``names.json`` has the names in the languages that the other files do not have, by the Simplified Chinese name.
    """
    if name not in FILES:
        return None
    if name == "names.json":
        return json.dumps(_names(), ensure_ascii=False).encode()
    if name == "lines.geojson":
        return json.dumps(_lines(maps / "lines.toml"), ensure_ascii=False).encode()
    return (maps / name).read_bytes()


def name_in(language: Language, name: Mapping[str, Any]) -> str:
    """What a town, a river or a district of the ground is called; the English name where nobody has written another."""
    match language:
        case "zh-Hans":
            return str(name["zh"])
        case "en":
            return str(name["en"])
    return _names().get(name["zh"], {}).get(language) or str(name["en"])


@cache
def _names() -> dict[str, dict[str, str]]:
    return tomllib.loads(assets("map_names.toml").read_text("utf-8"))


def _lines(file: Path) -> dict[str, Any]:
    lines = tomllib.loads(file.read_text("utf-8"))["line"]
    return {"type": "FeatureCollection", "features": [_feature(line) for line in lines]}


def _feature(line: dict[str, Any]) -> dict[str, Any]:
    coordinates = [(point["lon"], point["lat"]) for point in line["points"]]
    return {
        "type": "Feature",
        "properties": {name: line[name] for name in ("id", "zh", "en", "kind", "within_m")},
        "geometry": {"type": "LineString", "coordinates": coordinates},
    }
