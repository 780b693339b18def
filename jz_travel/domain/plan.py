"""What the planner answers: a trip that works, what is not in it and why, and how good it is."""

from dataclasses import dataclass

from jz_travel.domain.places import PlaceId
from jz_travel.domain.reasons import Conflict, Fix, Reason
from jz_travel.domain.request import Request
from jz_travel.domain.schedule import Meal, Schedule
from jz_travel.domain.trip import Trip
from jz_travel.domain.violations import Violation


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A place that fits the request and is not in the plan. Each fix has been tried and works."""

    place: PlaceId
    reason: Reason
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """How much of what one member could have had at best is in the plan: from 0 to 1."""

    name: str
    share: float


@dataclass(frozen=True)
class Plan:
    """A planned trip. ``dinners`` are kept free, one entry a day.

    ``score``: what the visits are worth to this visitor, less what the road, each stop and each change of bed cost.
    ``bound``: no plan can score more, where that is known.

    ``violations`` is what an independent check found wrong: nothing, unless the visitor locked what cannot be.
    """

    request: Request
    schedule: Schedule
    dinners: tuple[Meal | None, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    violations: tuple[Violation, ...] = ()
    satisfaction: tuple[Satisfaction, ...] = ()
    access_not_known: tuple[PlaceId, ...] = ()
    """For a party that needs it: the visits of which no source says whether they can be made without steps."""
    score: int = 0
    bound: int | None = None
    seconds: float = 0.0
    seed: int = 0

    @property
    def trip(self) -> Trip:
        return self.schedule.trip

    @property
    def gap(self) -> float | None:
        """At most this part of the best possible score is missing; None where nobody knows."""
        if self.bound is None or self.bound <= 0:
            return None
        return max(0.0, (self.bound - self.score) / self.bound)

    @property
    def works(self) -> bool:
        """Whether the independent check found nothing wrong; a must left out for a told reason is no fault."""
        return not self.violations

    @property
    def places(self) -> tuple[PlaceId, ...]:
        return tuple(stop.place for stop in self.trip.stops())

    def reason(self, place: PlaceId) -> LeftOut | None:
        """Why a place was left out; None for one that is in the plan or that nobody asked about."""
        return next((left for left in self.left_out if left.place == place), None)
