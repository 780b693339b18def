"""Where a visitor is: a value for each page, with what it shows. Going back is taking the last one off a list."""

from dataclasses import dataclass
from enum import Enum, auto

from jz_travel.domain.places import PlaceId, Theme
from jz_travel.domain.trip import StopId


class Question(Enum):
    """What the planner has to know, in the order in which people think of it."""

    WHEN = auto()
    DAYS = auto()
    FROM = auto()
    WHO = auto()
    PACE = auto()
    INTERESTS = auto()


class Part(Enum):
    """What the statistics tell."""

    GOLDEN_WEEK = auto()
    YEARS = auto()
    SAME_BASIS = auto()
    CITY = auto()


@dataclass(frozen=True, slots=True)
class Attract:
    pass


@dataclass(frozen=True, slots=True)
class Home:
    pass


@dataclass(frozen=True, slots=True)
class See:
    """The themes; with one, its places."""

    theme: Theme | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    place: PlaceId


@dataclass(frozen=True, slots=True)
class Search:
    pass


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked, at a glance."""


@dataclass(frozen=True, slots=True)
class Ask:
    question: Question


@dataclass(frozen=True, slots=True)
class Counsellor:
    """Every question at once, for staff with a visitor beside them."""


@dataclass(frozen=True, slots=True)
class Result:
    """The trip on the table; days count from 0."""

    day: int = 0


@dataclass(frozen=True, slots=True)
class AtStop:
    stop: StopId


@dataclass(frozen=True, slots=True)
class Adjust:
    pass


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What is left out; with a place, what would help."""

    place: PlaceId | None = None


@dataclass(frozen=True, slots=True)
class OnMap:
    place: PlaceId | None = None


@dataclass(frozen=True, slots=True)
class Today:
    pass


@dataclass(frozen=True, slots=True)
class Statistics:
    part: Part = Part.GOLDEN_WEEK


@dataclass(frozen=True, slots=True)
class TakeAlong:
    """QR codes, print, receipt; ``code`` is the one that is shown: 0 the trip, then the days."""

    code: int = 1


@dataclass(frozen=True, slots=True)
class Easier:
    """Larger, more contrast, calmer, without steps."""


@dataclass(frozen=True, slots=True)
class Pin:
    pass


@dataclass(frozen=True, slots=True)
class Staff:
    pass


@dataclass(frozen=True, slots=True)
class Cleaning:
    pass


@dataclass(frozen=True, slots=True)
class Closed:
    """Outside of the hours of use."""


Where = (
    Attract | Home | See | Sight | Search | Plan | Ask | Counsellor | Result | AtStop | Adjust | WhyNot | OnMap | Today
    | Statistics | TakeAlong | Easier | Pin | Staff | Cleaning | Closed
)  # fmt: skip
