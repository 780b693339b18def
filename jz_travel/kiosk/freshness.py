"""How old the information of this screen is: the day of its data pack, else the newest source it quotes."""

import calendar
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from jz_travel.domain.texts import Source

PACK_FILE = "pack.json"


@dataclass(frozen=True, slots=True)
class Edition:
    """``said`` as it is written, like ``2026-11``; ``day`` the last day it may mean. ``version`` 0: as shipped."""

    said: str
    day: date | None
    version: int = 0

    @classmethod
    def of(cls, data: Path, sources: Iterable[Source]) -> "Edition":
        file = data / PACK_FILE
        if file.is_file():
            pack = json.loads(file.read_text("utf-8"))
            return cls(pack["made"], date.fromisoformat(pack["made"]), pack["version"])
        dated = [(last_day(source.date), source.date) for source in sources if last_day(source.date)]
        day, said = max(dated, key=lambda each: each[0] or date.min, default=(None, ""))
        return cls(said, day)

    def is_stale(self, today: date, after: timedelta) -> bool:
        return self.day is None or today - self.day > after


def last_day(text: str) -> date | None:
    """The last day that ``2026``, ``2026-11`` or ``2026-11-03`` can mean."""
    try:
        numbers = [int(part) for part in text.split("-")]
        year, month = numbers[0], (*numbers, 12)[1]
        return date(year, month, (numbers[2] if len(numbers) > 2 else calendar.monthrange(year, month)[1]))
    except (ValueError, IndexError):
        return None
