"""The region of the map and how its files are written."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

MAPS = Path(__file__).resolve().parent.parent

# Jiaozuo with room around it: Zhengzhou, Luoyang, Xinxiang and Jincheng lie inside. WGS-84 degrees.
WEST, SOUTH, EAST, NORTH = 111.65, 34.3, 114.6, 36.1

Feature = dict[str, Any]


def rounded(coordinates: Any, digits: int = 4) -> Any:
    """Nested coordinates with every number rounded; 4 digits are 11 m, finer than any source here."""
    if isinstance(coordinates, (float, int)):
        return round(float(coordinates), digits)
    return [rounded(part, digits) for part in coordinates]


def write_features(name: str, features: Iterable[Feature]) -> None:
    """One feature a line: compact, and a change of one feature is a change of one line."""
    lines = [json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    (MAPS / name).write_text(text, encoding="utf-8", newline="\n")


def write_tiles(name: str, metadata: Mapping[str, str], tiles: Mapping[tuple[int, int, int], bytes]) -> None:
    """An MBTiles file; tiles by (zoom, column, row from the north). MBTiles counts rows from the south."""
    path = MAPS / f"{name}.new"
    path.unlink(missing_ok=True)
    store = sqlite3.connect(path)
    store.executescript(
        "PRAGMA page_size = 1024; PRAGMA journal_mode = OFF;"
        "CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
        "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB,"
        " PRIMARY KEY (zoom_level, tile_column, tile_row));"
    )
    with store:
        store.executemany("INSERT INTO metadata VALUES (?, ?)", sorted(metadata.items()))
        rows = [(zoom, x, 2**zoom - 1 - y, data) for (zoom, x, y), data in sorted(tiles.items())]
        store.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
    store.execute("VACUUM")
    store.close()
    path.replace(MAPS / name)
