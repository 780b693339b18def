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
    """Nobody is there: what is shown to passers-by."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where each visit begins and the way back ends."""


@dataclass(frozen=True, slots=True)
class See:
    """The themes; with one, its places."""

    theme: Theme | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """All that is known of one place."""

    place: PlaceId


@dataclass(frozen=True, slots=True)
class Search:
    """A place by the first letters of its Pinyin; what was typed so far is kept with the sitting."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked, at a glance."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One question of the planner, with its choices."""

    question: Question


@dataclass(frozen=True, slots=True)
class Result:
    """The trip on the table; days count from 0."""

    day: int = 0


@dataclass(frozen=True, slots=True)
class AtStop:
    """One stop of the trip, to be left out, moved or read about."""

    stop: StopId


@dataclass(frozen=True, slots=True)
class Adjust:
    """What else the planner could do with the same wishes."""


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What is left out; with a place, what would help."""

    place: PlaceId | None = None


@dataclass(frozen=True, slots=True)
class OnMap:
    """The map; ``place`` None shows the whole city."""

    place: PlaceId | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """What this day is like for a visit."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """One part of the city's figures."""

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
    """The PIN of those who look after the screen; without one in the policy nobody gets there."""


@dataclass(frozen=True, slots=True)
class Staff:
    """How the screen is doing, and what can be done about it; after a while without a touch it is left by itself."""


@dataclass(frozen=True, slots=True)
class Cleaning:
    """For a while no touch does anything, so that the glass can be wiped."""


@dataclass(frozen=True, slots=True)
class Closed:
    """Outside of the hours of use."""


Where = (
    Attract | Home | See | Sight | Search | Plan | Ask | Result | AtStop | Adjust | WhyNot | OnMap | Today
    | Statistics | TakeAlong | Easier | Pin | Staff | Cleaning | Closed
)  # fmt: skip
