"""What the planner has to know of the world, and travel as a careful person counts it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

from jz_travel.domain.clock import MINUTE
from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.timetable import Daylight
from jz_travel.domain.travel import Leg, Mode, Travel

Load = Callable[[date], int]
"""How full the sights are on a date: 0 as usual, 1 a weekend, 2 a holiday, 3 the height of a long one."""


def quiet(_: date) -> int:
    """Every day is as usual."""
    return 0


@dataclass(frozen=True)
class World:
    """Nothing of it changes while a plan is made, so the same request and seed give the same plan."""

    catalogue: Catalogue
    travel: Travel
    daylight: Daylight
    load: Load = quiet


@dataclass(frozen=True)
class Careful:
    """Travel where each way takes longer than planned by a share of what it was seen to take at worst."""

    travel: Travel
    share: float

    def leg(self, origin: PlaceId, destination: PlaceId, mode: Mode = Mode.CAR) -> Leg:
        leg = self.travel.leg(origin, destination, mode)
        return replace(leg, lasts=careful(leg, self.share))


def careful(leg: Leg, share: float) -> timedelta:
    """The time to count with, in whole minutes."""
    return leg.lasts + more_minutes((leg.at_worst - leg.lasts) / MINUTE, share) * MINUTE


def more_minutes(late: float, share: float) -> int:
    """The whole minutes to add to a way that takes so many more at worst."""
    return ceil(late * share - 1e-9) if late * share > 0 else 0
