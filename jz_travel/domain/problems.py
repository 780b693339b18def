"""What can be wrong with a visit, a day or a trip: values that ``words`` turns into sentences."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from typing import ClassVar

from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import StopId


class Severity(IntEnum):
    """How much a problem matters; problems are compared and sorted by it."""

    HINT = 0  # good to know
    WARNING = 1  # works, but not well
    CLASH = 2  # does not work


@dataclass(frozen=True, slots=True)
class UnknownPlace:
    """The trip names a place that the catalogue does not have."""

    severity: ClassVar[Severity] = Severity.CLASH
    place: PlaceId


@dataclass(frozen=True, slots=True)
class ClosedThatDay:
    """No opening hours apply to the date; ``why`` is the announced reason, or empty."""

    severity: ClassVar[Severity] = Severity.CLASH
    day: date
    why: str


@dataclass(frozen=True, slots=True)
class ArrivesAfterLastEntry:
    """Still open, but nobody is let in any more; both are times of day."""

    severity: ClassVar[Severity] = Severity.CLASH
    last_entry: timedelta
    arrives: timedelta


@dataclass(frozen=True, slots=True)
class ArrivesAfterClosing:
    """The place has closed for the day when the visitor gets there; both are times of day."""

    severity: ClassVar[Severity] = Severity.CLASH
    closes: timedelta
    arrives: timedelta


@dataclass(frozen=True, slots=True)
class ClosesDuringVisit:
    """The doors close before the visit is over."""

    severity: ClassVar[Severity] = Severity.CLASH
    closes: timedelta
    missing: timedelta


@dataclass(frozen=True, slots=True)
class MissesFixedStart:
    """One gets there later than the visitor fixed."""

    severity: ClassVar[Severity] = Severity.CLASH
    wanted: timedelta
    arrives: timedelta


@dataclass(frozen=True, slots=True)
class WaitsForOpening:
    """The visitor stands before closed doors for ``wait``, a duration; ``opens`` is a time of day."""

    severity: ClassVar[Severity] = Severity.WARNING
    opens: timedelta
    wait: timedelta


@dataclass(frozen=True, slots=True)
class AfterDark:
    """An outdoor visit goes on after sunset, or starts before sunrise."""

    severity: ClassVar[Severity] = Severity.WARNING
    sunrise: timedelta
    sunset: timedelta


@dataclass(frozen=True, slots=True)
class RushedVisit:
    """The stay is shorter than the short visit."""

    severity: ClassVar[Severity] = Severity.WARNING
    short: timedelta


@dataclass(frozen=True, slots=True)
class VisitedTwice:
    """The trip goes to the same place earlier, at the stop ``first``."""

    severity: ClassVar[Severity] = Severity.WARNING
    first: StopId


@dataclass(frozen=True, slots=True)
class PartOfAnotherVisit:
    """The sight lies inside an area that the same trip visits as a whole."""

    severity: ClassVar[Severity] = Severity.HINT
    area: PlaceId


@dataclass(frozen=True, slots=True)
class PlaceNotLocated:
    """Travel is counted from the county town, or not at all."""

    severity: ClassVar[Severity] = Severity.WARNING
    counted_from: PlaceId | None


@dataclass(frozen=True, slots=True)
class HoursNotKnown:
    """No source says when it is open: the usual hours of its kind are assumed."""

    severity: ClassVar[Severity] = Severity.HINT


@dataclass(frozen=True, slots=True)
class EndsLate:
    """The day ends later than its plan wanted; both are times of day, over 24:00 after midnight."""

    severity: ClassVar[Severity] = Severity.WARNING
    ends: timedelta
    wanted: timedelta


@dataclass(frozen=True, slots=True)
class NoTimeForLunch:
    """The day is to have a lunch, but leaves no gap for it at a time when people eat."""

    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, slots=True)
class NoLodging:
    """Nobody has said where the night after this day is spent."""

    severity: ClassVar[Severity] = Severity.HINT


VisitProblem = (
    UnknownPlace
    | ClosedThatDay
    | ArrivesAfterLastEntry
    | ArrivesAfterClosing
    | ClosesDuringVisit
    | MissesFixedStart
    | WaitsForOpening
    | AfterDark
    | RushedVisit
    | VisitedTwice
    | PartOfAnotherVisit
    | PlaceNotLocated
    | HoursNotKnown
)
DayProblem = EndsLate | NoTimeForLunch | NoLodging | UnknownPlace
Problem = VisitProblem | DayProblem
