"""How long it takes to get from one place to another, and how sure that is."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Protocol

from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.texts import Evidence


class Mode(StrEnum):
    """How the party gets about all day: by car, by public coaches and trains, or in a tour group's bus."""

    CAR = "car"
    COACH = "coach"
    GROUP_BUS = "group_bus"


class How(StrEnum):
    """Where a leg's figures come from, best first."""

    ROUTER = "router"  # an online or local router answered
    PRINTED = "printed"  # a source prints this route
    ESTIMATE = "estimate"  # from the straight line, with the band below
    INSIDE = "inside"  # within one area: shuttle or walk, an assumption
    ROUGH = "rough"  # an end is only known by its county town
    NONE = "none"  # the same place, or nothing to travel from
    UNKNOWN = "unknown"  # an end is nowhere on the map


@dataclass(frozen=True, slots=True)
class Leg:
    """One way between two places.

    ``lasts`` is planned with; ``at_best`` and ``at_worst`` are the band the estimate was seen to err in.
    ``metres`` is along the road, ``None`` when not known. ``path`` is the road itself as (latitude, longitude) in
    WGS-84, where a router answered; else empty.
    """

    origin: PlaceId
    destination: PlaceId
    lasts: timedelta
    metres: float | None
    how: How
    at_best: timedelta
    at_worst: timedelta
    mode: Mode = Mode.CAR
    evidence: Evidence | None = None
    path: tuple[tuple[float, float], ...] = ()


class Travel(Protocol):
    """What tells the ways between places. One plan asks it thousands of times: it answers from memory, never online."""

    def leg(self, origin: PlaceId, destination: PlaceId, mode: Mode = Mode.CAR) -> Leg:
        """The leg between two places; every pair has an answer, an unknown one says so."""
        ...


class Roads(Travel, Protocol):
    """A :class:`Travel` that can be told of places it was not made for."""

    def knowing(self, catalogue: Catalogue) -> Travel:
        """The same travel among the places of another catalogue, as when a visitor adds own places."""
        ...


def no_leg(origin: PlaceId, destination: PlaceId, mode: Mode, how: How) -> Leg:
    """A leg that takes no time: the same place, or an end that nobody can locate."""
    metres = 0.0 if how is How.NONE else None
    return Leg(origin, destination, timedelta(), metres, how, timedelta(), timedelta(), mode)
