"""How far and how long between two places: printed routes, and an estimate for every other pair."""

import logging
from pathlib import Path

from jz_travel.domain.places import Catalogue
from jz_travel.resources import assets, maps
from jz_travel.roads.book import RoadBook, read_book
from jz_travel.roads.straight import StraightLines
from jz_travel.roads.table import LegTable

__all__ = ["LegTable", "RoadBook", "StraightLines", "leg_table", "read_book"]

_log = logging.getLogger(__name__)


def leg_table(catalogue: Catalogue, cache: Path | None = None, book: Path | None = None) -> LegTable:
    """The legs of a catalogue by ``assets/roads.toml``.

    ``cache`` is a folder where straight lines that are not shipped are kept from one run to the next.
    """
    roads, failures = read_book(book or assets("roads.toml"))
    for failure in failures:
        _log.warning("%s", failure)
    kept = cache / "straight-lines.json" if cache else None
    return LegTable(catalogue, roads, StraightLines(kept, shipped=maps("straight-lines.json")))
