"""The measure tool's other half: distances from geopy, off the window's thread, in the visitor's language."""

from collections.abc import Callable, Sequence
from typing import Any

from jz_travel.domain.places import Position
from jz_travel.mapping.layers import lengths
from jz_travel.mapping.measuring import sure, total
from jz_travel.roads import StraightLines
from jz_travel.ui.style.look import Look
from jz_travel.ui.tasks import Tasks

Row = Sequence[float]
NOWHERE = (Position(35.2, 113.2, 0), Position(35.3, 113.3, 0))


class Measuring:
    """Answers with ``tell``. The library takes half a second to be loaded: an empty question loads it."""

    def __init__(self, look: Look, tell: Callable[[dict[str, Any]], None]) -> None:
        self._look, self._tell = look, tell
        self._tasks = Tasks()

    def asked(self, rows: Sequence[Row]) -> None:
        """``rows``: latitude, longitude, and how many metres the point may be off."""
        points = [Position(float(lat), float(lon), float(within_m)) for lat, lon, within_m in rows]

        def work() -> tuple[list[float], float]:
            return lengths(points or list(NOWHERE), StraightLines().metres)

        self._tasks.run(work, lambda found: self._answer(len(points), found) if points else None)

    def _answer(self, count: int, found: object) -> None:
        assert isinstance(found, tuple)
        parts, off = found
        words = self._look.words
        said = [words.distance(part) for part in parts]
        whole, doubt = total(words, words.distance(sum(parts))), sure(words, words.distance(off))
        self._tell({"count": count, "total": whole, "sure": doubt, "parts": said})

    def wait(self) -> None:
        self._tasks.wait()
