"""Straight lines between all positions of the catalogue, so that a first start need not wait for geopy.

Needs jz_travel itself, from the checkout: ``.venv/bin/python maps/build/straight.py``. Places that are added later work
without it: their lines are computed when they are first asked for.
"""

import json
import sys
from itertools import combinations
from pathlib import Path

MAPS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(MAPS.parent))


def build() -> None:
    from jz_travel.resources import assets
    from jz_travel.roads.straight import StraightLines
    from jz_travel.store.places import read_catalogue

    catalogue, failures = read_catalogue(assets())
    if failures:
        raise SystemExit(str(failures[0]))
    found = {(each.position.lat, each.position.lon): each.position for each in catalogue if each.position}
    points = sorted(found.items())
    lines = StraightLines()
    rows = [(*a, *b, lines.metres(one, other)) for (a, one), (b, other) in combinations(points, 2)]
    (MAPS / "straight-lines.json").write_text(json.dumps(rows, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    build()
    import manifest

    manifest.build()
