"""A visit as the search chose it."""

from dataclasses import dataclass
from datetime import timedelta

from jz_travel.domain.places import PlaceId


@dataclass(frozen=True, slots=True)
class Chosen:
    """``stay`` None: the usual time."""

    place: PlaceId
    stay: timedelta | None = None
    starts: timedelta | None = None
