"""Why a place is not in a plan, what would bring it in, and which demands cannot be met together: values."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jz_travel.domain.places import PlaceId

# Days are counted from 0 here, as in a trip's tuple of days; ``words`` says their dates.


@dataclass(frozen=True, slots=True)
class Avoided:
    """The visitor asked to leave it out."""


@dataclass(frozen=True, slots=True)
class NotInTheCatalogue:
    """Nobody knows such a place, or it is not one to visit."""


@dataclass(frozen=True, slots=True)
class NotLocated:
    """Nobody has said where exactly it is, so no way to it can be planned."""


@dataclass(frozen=True, slots=True)
class TooManySteps:
    """Not for somebody who cannot climb steps. ``told``: a source says so; else places of its kind have steps."""

    told: bool


@dataclass(frozen=True, slots=True)
class SeenWith:
    """The plan visits the whole area that it lies in."""

    area: PlaceId


@dataclass(frozen=True, slots=True)
class SeenInParts:
    """The plan visits sights of this area one by one instead."""

    sights: tuple[PlaceId, ...]


@dataclass(frozen=True, slots=True)
class ClosedThen:
    """Closed on each day of the trip."""

    days: tuple[date, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class LastEntryMissed:
    """Even on the best day one gets there too late to be let in."""

    day: date
    last_entry: timedelta
    arrives: timedelta


@dataclass(frozen=True, slots=True)
class ClosesTooSoon:
    """Even on the best day the doors close before the visit is over."""

    day: date
    closes: timedelta
    missing: timedelta


@dataclass(frozen=True, slots=True)
class OpensTooLate:
    """Whenever it could be visited, one would stand before closed doors for so long."""

    day: date
    opens: timedelta
    wait: timedelta


@dataclass(frozen=True, slots=True)
class DarkTooSoon:
    """Even on the best day it gets dark before the visit is over."""

    day: date
    sunset: timedelta


@dataclass(frozen=True, slots=True)
class NoTimeLeft:
    """It needs so much time, way included, and even the best day has less: so much is ``missing``."""

    day: date
    needs: timedelta
    missing: timedelta


@dataclass(frozen=True, slots=True)
class TooFar:
    """Not even a day with nothing else is long enough: so much time goes into the way there and back."""

    day: date
    on_the_road: timedelta
    missing: timedelta


@dataclass(frozen=True, slots=True)
class EndsTooLate:
    """It begins in the evening: even with nothing else the day would end at ``ends``, and must by ``latest``."""

    day: date
    begins: timedelta
    ends: timedelta
    latest: timedelta


@dataclass(frozen=True, slots=True)
class LessWorth:
    """It would fit instead of these, which are worth more to this visitor."""

    day: date
    than: tuple[PlaceId, ...]


@dataclass(frozen=True, slots=True)
class NotWorthTheWay:
    """It fits, but adds so much time on the road, and the visit is not worth that."""

    day: date
    extra: timedelta


@dataclass(frozen=True, slots=True)
class EnoughAlike:
    """Each day it fits into already has enough places of its sort, or enough places."""

    like: tuple[PlaceId, ...]


@dataclass(frozen=True, slots=True)
class OverBudget:
    """Its tickets cost the party more than the rest of the plan leaves of the budget; both in yuan."""

    costs: float
    left: float


@dataclass(frozen=True, slots=True)
class TooMuchDriving:
    """``would_be``: the time on the road even on the best day; ``most``: what that day may have."""

    day: date
    would_be: timedelta
    most: timedelta


@dataclass(frozen=True, slots=True)
class TooMuchOnFoot:
    """``would_be``: the time on foot even on the best day; ``most``: what that day may have."""

    day: date
    would_be: timedelta
    most: timedelta


@dataclass(frozen=True, slots=True)
class NoMealThen:
    """On the best day it would leave no time to eat."""

    day: date


@dataclass(frozen=True, slots=True)
class DaysLocked:
    """The visitor locked every day of the trip."""


Reason = (
    Avoided
    | NotInTheCatalogue
    | NotLocated
    | TooManySteps
    | SeenWith
    | SeenInParts
    | ClosedThen
    | LastEntryMissed
    | ClosesTooSoon
    | OpensTooLate
    | DarkTooSoon
    | NoTimeLeft
    | TooFar
    | EndsTooLate
    | LessWorth
    | NotWorthTheWay
    | EnoughAlike
    | OverBudget
    | TooMuchDriving
    | TooMuchOnFoot
    | NoMealThen
    | DaysLocked
)


@dataclass(frozen=True, slots=True)
class StartEarlier:
    """``starts``: the time of day at which the day would have to begin."""

    day: int
    starts: timedelta


@dataclass(frozen=True, slots=True)
class EndLater:
    """``back_by``: the new latest time to be back; the day's visits may go on longer by as much."""

    day: int
    back_by: timedelta


@dataclass(frozen=True, slots=True)
class AddDay:
    """One more day at the end of the trip."""


@dataclass(frozen=True, slots=True)
class DropPlaces:
    """These places of the plan, which may be many, have to go for it."""

    places: tuple[PlaceId, ...]


@dataclass(frozen=True, slots=True)
class StayShorter:
    """``stay``: how long a place that the plan visits already could be given, so that both fit."""

    place: PlaceId
    stay: timedelta


@dataclass(frozen=True, slots=True)
class SleepElsewhere:
    """The night after the day is spent at another place."""

    day: int
    lodging: PlaceId


@dataclass(frozen=True, slots=True)
class TakeAnyway:
    """It fits; only the visitor's own preference or the planner's judgement speaks against it."""


@dataclass(frozen=True, slots=True)
class RaiseBudget:
    """``without``: the places that have to go for it all the same."""

    budget: float
    without: tuple[PlaceId, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanAround:
    """The whole trip planned anew with the place in it, other nights and days included. ``without``: what goes."""

    without: tuple[PlaceId, ...] = ()


Fix = (
    StartEarlier | EndLater | AddDay | DropPlaces | StayShorter | SleepElsewhere | TakeAnyway | RaiseBudget | PlanAround
)


class Wanted(StrEnum):
    """A demand of a request that can stand in the way of others."""

    VISIT = "visit"  # a must or a pin: place
    PIN = "pin"  # the day and hour of a pin: place, day
    OPENING = "opening"  # the place's own opening hours: place
    LEAVES_AT = "leaves_at"
    BACK_BY = "back_by"
    ARRIVES = "arrives"
    DEPARTS = "departs"
    DAYS = "days"  # no more days than these
    LODGING = "lodging"
    BUDGET = "budget"
    DRIVING = "driving"
    ON_FOOT = "on_foot"
    STEP_FREE = "step_free"
    AVOID = "avoid"  # place
    LOCKED = "locked"  # the days that are locked


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing asked for. ``place`` and ``day`` are None where that kind of demand has none, or means all of them."""

    what: Wanted
    place: PlaceId | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Demands that cannot all be met; without any one of them the others can."""

    demands: tuple[Demand, ...]
