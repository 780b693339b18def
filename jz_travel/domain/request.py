"""What a visitor asks the planner for. Everything but the first day has a usual answer."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jz_travel.domain.clock import DAY
from jz_travel.domain.places import PlaceId, Theme
from jz_travel.domain.travel import Mode


class Pace(StrEnum):
    """How full the days are to be. The planner's habits give each its hours, breaks and sights a day."""

    RELAXED = "relaxed"
    BALANCED = "balanced"
    PACKED = "packed"


@dataclass(frozen=True, slots=True)
class Party:
    """Who travels. ``step_free``: somebody cannot climb steps."""

    adults: int = 2
    students: int = 0
    children: int = 0
    seniors: int = 0
    step_free: bool = False

    @property
    def size(self) -> int:
        """Everybody who travels; tickets are paid for each."""
        return self.adults + self.students + self.children + self.seniors


@dataclass(frozen=True, slots=True)
class Interest:
    """How much a theme is liked: 1 is plain liking, 2 twice as much."""

    theme: Theme
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Member:
    """One of a group whose members like different things."""

    name: str
    interests: tuple[Interest, ...] = ()


@dataclass(frozen=True, slots=True)
class Pin:
    """A visit that is settled: on the first day (1), the second …, and at a time of day where ``starts`` says so."""

    place: PlaceId
    day: int
    starts: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A visit to plan.

    ``lodging`` and ``modes`` are said night by night and day by day, and the last one counts for all that follow; a
    night that says None, and every night when nothing is said, is left to the planner. The way back leads to where one
    arrived unless ``departure`` says otherwise. ``budget`` is in yuan for the tickets of the whole party. Days are
    numbered from 1.
    """

    starts: date
    days: int = 1
    arrival: PlaceId | None = None
    arrives: timedelta | None = None
    departure: PlaceId | None = None
    departs: timedelta | None = None
    lodging: tuple[PlaceId | None, ...] = ()
    modes: tuple[Mode, ...] = (Mode.CAR,)
    pace: Pace = Pace.BALANCED
    party: Party = Party()
    interests: tuple[Interest, ...] = ()
    members: tuple[Member, ...] = ()
    musts: tuple[PlaceId, ...] = ()
    wishes: tuple[PlaceId, ...] = ()
    avoid: tuple[PlaceId, ...] = ()
    pins: tuple[Pin, ...] = ()
    locked_days: tuple[int, ...] = ()
    budget: float | None = None
    lunch: bool = True
    dinner: bool = True
    leaves_at: timedelta | None = None
    """No day begins before this time; None: as suits the pace, and the places that are far away."""
    back_by: timedelta | None = None
    driving: timedelta | None = None
    """The most time on the road in one day."""
    on_foot: timedelta | None = None
    """The most time in one day on visits out of doors."""

    @property
    def ends_at(self) -> PlaceId | None:
        """Where the last day leads to; None where nothing was said of arrival and departure."""
        return self.departure or self.arrival

    @property
    def nights(self) -> int:
        """One less than the days, never less than none."""
        return max(0, self.days - 1)

    def date_of(self, day: int) -> date:
        """The date of a day that is counted from 0."""
        return self.starts + day * DAY

    def lodging_of(self, night: int) -> PlaceId | None:
        """Where the visitor wants to sleep after the day counted from 0, if anything was said."""
        return self.lodging[min(night, len(self.lodging) - 1)] if self.lodging else None

    def mode_of(self, day: int) -> Mode:
        """How to travel on a day counted from 0; by car where nothing was said."""
        return self.modes[min(day, len(self.modes) - 1)] if self.modes else Mode.CAR

    @property
    def themes(self) -> frozenset[Theme]:
        """Every theme that anybody asked for."""
        liked = (*self.interests, *(interest for member in self.members for interest in member.interests))
        return frozenset(interest.theme for interest in liked if interest.weight > 0)

    @property
    def insisted(self) -> tuple[PlaceId, ...]:
        """What has to be in the plan: the musts and what is pinned, each once."""
        return tuple(dict.fromkeys((*self.musts, *(pin.place for pin in self.pins))))
