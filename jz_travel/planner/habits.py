"""What a pace means in hours: when days begin and end, how long one stays, how careful one counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from jz_travel.domain.clock import MINUTE, hours, minutes
from jz_travel.domain.places import Kind, Place, VisitTime
from jz_travel.domain.request import Pace

ARRIVAL_TAKES = minutes(20)
"""From the train or coach to the road."""
DEPARTURE_TAKES = minutes(40)
"""From the station's door to the train."""
DINNER_LASTS = minutes(60)
DINNER_FROM, DINNER_UNTIL = hours(17, 30), hours(20)
"""The earliest and the latest time to sit down."""
EVENING_SIGHT = hours(17)
"""What opens this late is meant for the evening."""
SPARE = minutes(15)
"""Nobody plans to be the last one out, or to find the car in the dusk."""
A_DAY_OUT = hours(5)
"""A visit this long is the reason for the day, and people get up early for it."""
BESIDE_A_DAY_OUT = 1
"""So many other visits on the day of such a long one."""

ON_FOOT_IN_THE_HILLS = frozenset({Kind.MOUNTAIN_AREA, Kind.PEAK, Kind.RIDGE, Kind.GORGE, Kind.WATERFALL, Kind.SKYWALK})
"""Kinds of place that nobody sees without climbing steps."""

ALIKE: Mapping[str, frozenset[Kind]] = MappingProxyType(
    {
        "prayer": frozenset({Kind.TEMPLE, Kind.MOSQUE, Kind.SHRINE, Kind.PAGODA}),
        "museum": frozenset({Kind.MUSEUM, Kind.INDUSTRY, Kind.MINE}),
        "old": frozenset({Kind.TOMB, Kind.STELE, Kind.ARCHAEOLOGY, Kind.HISTORIC_SITE, Kind.CARVING, Kind.PAGODA}),
        "green": frozenset({Kind.PARK, Kind.WETLAND, Kind.FARM, Kind.VILLAGE}),
    }
)
"""Sorts of places of which a day should not hold too many."""


@dataclass(frozen=True, slots=True)
class Habit:
    """``earliest``: when a day may begin for a place that needs it; ``evening``: when sights should be over.

    ``buffer``: the share of a leg's worst case that is counted in; ``way`` and ``stop``: what a minute on the road and
    each further stop cost, in points of worth; ``alike``: the most places of one sort a day; ``visiting``: the most
    time in several visits together.
    """

    earliest: timedelta
    starts: timedelta
    evening: timedelta
    back_by: timedelta
    buffer: float
    way: float
    stop: int
    sights: int
    alike: int
    visiting: timedelta


HABITS: Mapping[Pace, Habit] = MappingProxyType(
    {
        Pace.RELAXED: Habit(hours(8), hours(9), hours(17, 30), hours(20), 0.4, 3.5, 90, 3, 2, hours(6, 30)),
        Pace.BALANCED: Habit(hours(7, 30), hours(8, 30), hours(18), hours(20, 30), 0.25, 3.0, 45, 5, 2, hours(8)),
        Pace.PACKED: Habit(hours(6, 30), hours(8), hours(18, 30), hours(21), 0.1, 2.6, 35, 7, 3, hours(8, 30)),
    }
)


def stays(place: Place, pace: Pace, insisted: bool) -> tuple[timedelta, ...]:
    """The lengths of visit to choose among, the best liked first."""
    time = place.visit
    if pace is Pace.RELAXED:
        wanted = time.usual if time.usual >= A_DAY_OUT else _unhurried(time)
        choice = (wanted, time.usual)
    elif pace is Pace.PACKED:
        choice = (time.usual, time.short)
    else:
        choice = (time.usual, time.usual)
    return tuple(dict.fromkeys((*choice, time.short) if insisted else choice))


def _unhurried(time: VisitTime) -> timedelta:
    """A quarter longer than usual, in steps of five minutes, and never longer than the long visit."""
    return max(time.usual, min(time.long, time.usual * 1.25 // (5 * MINUTE) * (5 * MINUTE)))
