"""Counts, not people: how often something of a fixed list was touched, by day, and nothing that belongs to anybody.

A count is (day, kind, item) → number. Items come from lists that are known before a visitor arrives (kinds of pages,
themes, ids of shipped places, names of reasons, languages, hours), so a text that somebody typed cannot become one.
No two counts are joined to each other: nobody can tell what one visitor did. What is given out leaves out every count
below a limit. The file is written a while after each change, so that its own times tell of no single visitor.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jz_travel.domain.failures import Failure
from jz_travel.store.files import clean_leftovers, failures, read_bytes, write_bytes
from jz_travel.store.strict import parse_object

LARGEST_FILE = 20_000_000
VERSION = 1
MOST_DAYS = 800


@dataclass(frozen=True, slots=True)
class Count:
    """How often one item of a kind was touched on a day, by everybody together."""

    day: date
    kind: str
    item: str
    number: int


class Counts:
    """``vocabulary``: for each kind, every item that may be counted. Anything else is a bug, and is raised as one."""

    def __init__(self, vocabulary: Mapping[str, Collection[str]], file: Path | None = None) -> None:
        self._known = {kind: frozenset(items) for kind, items in vocabulary.items()}
        self._file = file
        self._numbers: Counter[tuple[str, str, str]] = Counter()
        self._changed = False
        if file is not None:
            for each in read_counts(file):
                if each.item in self._known.get(each.kind, ()):  # a place may have left the catalogue
                    self._numbers[each.day.isoformat(), each.kind, each.item] += each.number

    def add(self, day: date, kind: str, item: str) -> None:
        """One more; ``ValueError`` for an item outside of the vocabulary, ``KeyError`` for an unknown kind."""
        if item not in self._known[kind]:
            raise ValueError(f"not counted: {kind}")
        self._numbers[day.isoformat(), kind, item] += 1
        self._changed = True

    def __iter__(self) -> Iterator[Count]:
        for (day, kind, item), number in sorted(self._numbers.items()):
            yield Count(date.fromisoformat(day), kind, item, number)

    def total(self, kind: str, item: str) -> int:
        return sum(each.number for each in self if (each.kind, each.item) == (kind, item))

    def save(self) -> None:
        """Raises :class:`Failure`; what could not be written now is written next time."""
        if self._file is None or not self._changed:
            return
        with failures(self._file):
            self._file.parent.mkdir(parents=True, exist_ok=True)
        clean_leftovers(self._file.parent)
        write_bytes(self._file, self._as_json())
        self._changed = False

    def _as_json(self) -> bytes:
        by_day: dict[str, dict[str, dict[str, int]]] = {}
        days = sorted({day for day, _, _ in self._numbers})[-MOST_DAYS:]
        for (day, kind, item), number in sorted(self._numbers.items()):
            if day in days:
                by_day.setdefault(day, {}).setdefault(kind, {})[item] = number
        return (json.dumps({"version": VERSION, "days": by_day}, indent=1) + "\n").encode()


def read_counts(file: Path) -> tuple[Count, ...]:
    """What an earlier run counted, whatever it counted. A file that is no such file holds nothing."""
    try:
        days = parse_object(read_bytes(file, LARGEST_FILE), file).get("days")
    except Failure:
        return ()
    return tuple(
        Count(date.fromisoformat(day), kind, item, number)
        for day, kinds in _tables(days)
        for kind, items in _tables(kinds)
        for item, number in _tables(items)
        if _is_day(day) and type(number) is int and number > 0
    )


def _tables(value: object) -> Iterator[tuple[str, object]]:
    yield from value.items() if isinstance(value, dict) else ()


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def suppressed(counts: Collection[Count], below: int) -> tuple[Count, ...]:
    """Only what at least ``below`` touches stand behind."""
    return tuple(each for each in counts if each.number >= below)


def as_csv(counts: Collection[Count], below: int) -> bytes:
    """``day,kind,item,number`` with small numbers left out."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(("day", "kind", "item", "number"))
    rows.writerows((each.day, each.kind, each.item, each.number) for each in suppressed(counts, below))
    return text.getvalue().encode("utf-8-sig")
