"""Straight lines between positions, kept from one run to the next."""

import json
import math
from contextlib import suppress
from pathlib import Path

from jz_travel.domain.places import Position
from jz_travel.roads.answers import Point


class StraightLines:
    """Geodesic distances on the WGS-84 ellipsoid, to a tenth of a metre.

    geopy takes half a second to be imported and a fifth of a millisecond for a pair, so the catalogue's pairs are
    ``shipped``, and each other pair is computed when it is first asked for. ``file`` keeps them: a distance between two
    points never changes, so what it holds never grows old, and what cannot be read of it is computed again.
    """

    def __init__(self, file: Path | None = None, shipped: Path | None = None) -> None:
        self._file = file
        self._metres = _read(shipped) | _read(file)
        self._kept = len(self._metres)

    def metres(self, one: Position, other: Position) -> float:
        a, b = sorted(((one.lat, one.lon), (other.lat, other.lon)))
        if (a, b) not in self._metres:
            from geopy.distance import geodesic  # half a second that most starts can do without

            self._metres[a, b] = round(geodesic(a, b).meters, 1)  # as it is kept, so that no day differs from the next
        return self._metres[a, b]

    def save(self) -> None:
        """Keeps what was computed since; a folder that cannot be written to costs time at the next start, no more."""
        if self._file is None or len(self._metres) == self._kept:
            return
        rows = [(*a, *b, metres) for (a, b), metres in self._metres.copy().items()]
        part = self._file.with_name(self._file.name + ".part")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(rows, separators=(",", ":")), "utf-8")
            part.replace(self._file)
            self._kept = len(rows)


def _read(file: Path | None) -> dict[tuple[Point, Point], float]:
    if file is None:
        return {}
    with suppress(OSError, ValueError, TypeError):
        rows = json.loads(file.read_text("utf-8"))
        lines = {((float(a), float(b)), (float(c), float(d))): float(metres) for a, b, c, d, metres in rows}
        return {pair: metres for pair, metres in lines.items() if math.isfinite(metres) and metres >= 0}
    return {}
