"""What a public screen may do, for whom, when, and how long it waits: the will of those who put it up."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from jz_travel.domain.clock import DAY, MIDNIGHT
from jz_travel.domain.texts import Language, Text


class Ability(StrEnum):
    """One thing that visitors may do at the screen, in the order in which it is offered."""

    SEE = "see"
    PLAN = "plan"
    MAP = "map"
    TODAY = "today"
    STATISTICS = "statistics"
    TAKE_ALONG = "take_along"


class Start(StrEnum):
    """Where a visitor's first touch leads."""

    HOME = "home"
    SEE = "see"
    PLAN = "plan"
    MAP = "map"
    TODAY = "today"


@dataclass(frozen=True, slots=True)
class Policy:
    """``languages`` empty: every one that the program speaks. ``printer`` and ``receipt_printer`` are print queues,
    empty where there is none. ``counsellor``: staff plan here with a visitor beside them. ``pin`` is an Argon2 hash;
    without one there is no way for staff to leave. ``approval`` is the line that the authorities want beside the map.
    """

    id: str
    name: Text
    abilities: tuple[Ability, ...] = tuple(Ability)
    languages: tuple[Language, ...] = ()
    language: Language = "zh-Hans"
    start: Start = Start.HOME
    counsellor: bool = False
    idle: timedelta = timedelta(seconds=60)
    warning: timedelta = timedelta(seconds=15)
    opens: timedelta = MIDNIGHT
    closes: timedelta = DAY
    printer: str = ""
    receipt_printer: str = ""
    approval: str = ""
    pin: str = ""
    suppress_below: int = 5
    stale_after: timedelta = timedelta(days=180)
    screen: str = ""
    """What the bureau calls this screen; empty: the machine's own name."""
    packs: str = ""
    """A folder or an address that signed data packs come from."""

    def allows(self, ability: Ability) -> bool:
        return ability in self.abilities

    def is_open(self, time_of_day: timedelta) -> bool:
        """Whether the screen is in use at a time of day; hours may go past midnight."""
        if self.opens <= self.closes:
            return self.opens <= time_of_day < self.closes
        return time_of_day >= self.opens or time_of_day < self.closes
