"""What a file of another planner says about one place, before anybody knows which place it is."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from jz_travel.domain.failures import Cause, Failure
from jz_travel.export.plain import visible
from jz_travel.reading.limits import LONGEST_NAME, LONGEST_NOTE, MOST_FOUND


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees, as the file gives them: WGS-84, or a Chinese datum half a kilometre away."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Found:
    """One place of a file. ``field`` says where in the file; ``code`` is the place's id when we wrote the file."""

    name: str
    where: Point | None = None
    day: date | None = None
    starts: timedelta | None = None
    stay: timedelta | None = None
    note: str = ""
    other_name: str = ""
    code: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """What stands in one file, in its order. ``wrong``: what could not be read, each with its field.

    ``planned``: the dates say when somebody wants to be there, not when a point was recorded.
    """

    file: Path
    found: tuple[Found, ...]
    wrong: tuple[Failure, ...] = ()
    planned: bool = True

    @property
    def dates(self) -> tuple[date, ...]:
        return tuple(sorted({each.day for each in self.found if each.day is not None}))


@dataclass
class Collector:
    """Takes what a reader meets, refuses too much of it, and keeps what is wrong with the rest."""

    file: Path
    found: list[Found] = field(default_factory=list)
    wrong: list[Failure] = field(default_factory=list)

    def add(self, found: Found) -> None:
        """A place without a name and without a position says nothing and is passed over."""
        if not found.name and found.where is None:
            return
        if len(self.found) >= MOST_FOUND:
            raise Failure(Cause.TOO_LARGE, self.file, found.field, f"more than {MOST_FOUND} places")
        self.found.append(found)

    def point(self, lat: object, lon: object, at: str) -> Point | None:
        """A position on the globe. Anything else is written down as wrong; 0, 0 is how Google says "nowhere"."""
        try:
            north, east = float(str(lat).strip()), float(str(lon).strip())
        except ValueError:
            north = east = math.nan
        if not (abs(north) <= 90 and abs(east) <= 180):
            self.wrong.append(Failure(Cause.BAD_FIELD, self.file, at, f"{str(lat)[:20]}, {str(lon)[:20]}"))
            return None
        return None if north == east == 0 else Point(north, east)

    def findings(self, planned: bool = True) -> Findings:
        return Findings(self.file, tuple(self.found), tuple(self.wrong), planned)


def tidy(text: object) -> str:
    """A name on one line, without what nobody sees."""
    return " ".join(visible(text).split())[:LONGEST_NAME].strip() if isinstance(text, str) else ""


def tidy_note(text: object) -> str:
    """A note with its lines."""
    if not isinstance(text, str):
        return ""
    return "\n".join(_lines(visible(text[: 4 * LONGEST_NOTE])))[:LONGEST_NOTE].strip()


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if plain := " ".join(line.split()):
            yield plain
