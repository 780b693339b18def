"""A sheet on its way to the desk: what its columns mean, what is wrong in which cell, and what would change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from jz_travel.domain.bureau import Entry
from jz_travel.domain.statistics import Definition, Event, Measure, SubjectId, Unit

Percents = Literal["ask", "percent", "fraction"]
"""What a bare number in a column of growth means: 10 is 10 %, or 0.1 is 10 %; ``ask``: unclear ones are mistakes."""


class Role(StrEnum):
    """What a column holds."""

    NOTHING = "nothing"
    YEAR = "year"
    EVENT = "event"
    SUBJECT = "subject"
    MEASURE = "measure"
    DEFINITION = "definition"
    VALUE = "value"
    UNIT = "unit"
    DAYS = "days"
    FIRST = "first"
    LAST = "last"
    GROWTH = "growth"
    BASIS = "basis"
    SOURCE = "source"
    PUBLISHED = "published"
    URL = "url"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Column:
    """``measure`` and ``unit`` of a value or a growth, where its heading says them."""

    heading: str
    role: Role
    measure: Measure | None = None
    unit: Unit | None = None
    percent: bool = False
    """The heading has a percent sign."""
    comparable: bool = False
    """The heading says 可比."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """How a sheet is read. What no column says is taken from here; ``words`` explains words of the sheet."""

    header_rows: int
    columns: tuple[Column, ...]
    subject: SubjectId | None = None
    event: Event | None = None
    definition: Definition | None = None
    measure: Measure | None = None
    unit: Unit | None = None
    source: str = ""
    published: str = ""
    percents: Percents = "ask"
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


class Kind(StrEnum):
    """What is wrong or doubtful."""

    MISSING_YEAR = "missing year"
    SEVERAL_YEARS = "several years"
    MISSING_SUBJECT = "missing subject"
    UNKNOWN_SUBJECT = "unknown subject"
    MISSING_EVENT = "missing event"
    UNKNOWN_EVENT = "unknown event"
    MISSING_MEASURE = "missing measure"
    UNKNOWN_MEASURE = "unknown measure"
    MISSING_DEFINITION = "missing definition"
    UNKNOWN_DEFINITION = "unknown definition"
    MISSING_SOURCE = "missing source"
    MISSING_UNIT = "missing unit"
    UNKNOWN_UNIT = "unknown unit"
    UNIT_DIFFERS = "unit differs"
    WRONG_UNIT = "wrong unit"
    NOT_A_NUMBER = "not a number"
    NOT_POSITIVE = "not positive"
    UNCLEAR_PERCENT = "unclear percent"
    NOT_COMPUTED = "not computed"
    NOT_A_DAY = "not a day"
    DAYS_DIFFER = "days differ"
    WRONG_DAYS = "wrong days"
    TWICE = "twice"
    TOO_LONG = "too long"
    NO_HEADER = "no header"
    TOO_MANY_ROWS = "too many rows"
    NEW_DEFINITION = "new definition"
    FAR_OFF = "far off"
    OTHER_VALUE = "other value"


DOUBTS = frozenset({Kind.NEW_DEFINITION, Kind.FAR_OFF, Kind.OTHER_VALUE})
"""What a person may agree to; everything else keeps its row out."""


@dataclass(frozen=True, slots=True)
class Remark:
    """About one cell. ``row`` counts from 1 as on the screen; ``column`` is its letter; ``other``: what it is compared
    with."""

    kind: Kind
    row: int
    column: str = ""
    cell: str = ""
    other: str = ""

    @property
    def is_doubt(self) -> bool:
        return self.kind in DOUBTS


@dataclass(frozen=True, slots=True)
class Change:
    """A row that would be kept; ``before`` None: it is new."""

    row: int
    after: Entry
    before: Entry | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What would happen. Nothing has happened yet."""

    sheet: str
    rows: int
    changes: tuple[Change, ...]
    same: int
    remarks: tuple[Remark, ...]
    further: int = 0
    """How many more remarks there are, in a sheet that has thousands."""

    @property
    def mistakes(self) -> tuple[Remark, ...]:
        return tuple(each for each in self.remarks if not each.is_doubt)

    @property
    def doubts(self) -> tuple[Remark, ...]:
        return tuple(each for each in self.remarks if each.is_doubt)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(each.after for each in self.changes)
