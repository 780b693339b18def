"""What can go wrong on the way, how a plan is put right, and plans side by side: values."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jz_travel.domain.places import PlaceId
from jz_travel.domain.plan import Plan

# Days are counted from 0, as in a trip's tuple of days.


@dataclass(frozen=True, slots=True)
class Rain:
    """A day on which nobody wants to be out of doors."""

    day: int


@dataclass(frozen=True, slots=True)
class Late:
    """The visitors are later than planned by so much."""

    by: timedelta


@dataclass(frozen=True, slots=True)
class SiteClosed:
    """A place is shut from one date to another, both included."""

    place: PlaceId
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Tired:
    """Somebody needs a short day."""

    day: int


@dataclass(frozen=True, slots=True)
class RoadShut:
    """The way between two places takes so much longer, in both directions."""

    one: PlaceId
    other: PlaceId
    detour: timedelta


Disruption = Rain | Late | SiteClosed | Tired | RoadShut


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two trips: a place gone, new, or at another time: day, then time of day."""

    place: PlaceId
    was: tuple[int, timedelta] | None
    now: tuple[int, timedelta] | None


@dataclass(frozen=True)
class Repair:
    """A plan for what is left of a trip, and what it changes, the largest change first."""

    plan: Plan
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What plans are compared by. ``load``: how crowded its sights are, added up; ``cost`` in yuan.

    ``prices_missing`` visits have no known price, so that the cost is at least so much.
    """

    sights: int
    travelling: timedelta
    metres: float
    on_foot: timedelta
    cost: float
    prices_missing: int
    load: int
    score: int


class Manner(StrEnum):
    """In what a variant differs."""

    RELAXED = "relaxed"
    BALANCED = "balanced"
    PACKED = "packed"
    CHEAPER = "cheaper"
    QUIETER = "quieter"
    NEARER = "nearer"  # fewer kilometres


@dataclass(frozen=True)
class Variant:
    """A plan made in one manner, with the figures it is compared by, computed from that same plan."""

    manner: Manner
    plan: Plan
    figures: Figures
