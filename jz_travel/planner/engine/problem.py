"""The planner's puzzle in bare numbers: wishes, the ways to fulfil each, and the days to fit them into.

All times lie on one axis that runs through the whole trip (day d may start at d * 1440 minutes), in whole units of the
caller's choice; a window alone says on which day an option can be taken. Locations are row numbers of the leg tables.
"""

from __future__ import annotations

from dataclasses import dataclass

Table = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One way to fulfil a wish: being at `location` for `duration`, starting from `earliest` to `latest`."""

    location: int
    earliest: int
    latest: int
    duration: int
    prize: int = 0
    loads: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if min(self.duration, self.prize, *self.loads, 0) < 0:
            raise ValueError("an option's duration, prize and loads must not be negative")

    def at(self, location: int) -> Option:
        return Option(location, self.earliest, self.latest, self.duration, self.prize, self.loads)


@dataclass(frozen=True, slots=True)
class Wish:
    """Something to do at most once: a place in all its opening hours and lengths of visit, a lunch at any of its stops.

    A `must` is worth more than everything that is not one, yet a plan without it is still a plan: see `Plan.missing`.
    """

    options: tuple[Option, ...]
    must: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """From `start` to `end` between `opens` and `closes`, on the legs of one way to travel.

    `capacity` limits the sum of each load over the day, `longest` the time from leaving to returning (with visits and
    waiting), `farthest` the sum of `Legs.distances`.
    """

    start: int
    end: int
    opens: int
    closes: int
    capacity: tuple[int, ...] = ()
    longest: int | None = None
    farthest: int | None = None
    legs: int = 0


@dataclass(frozen=True, slots=True)
class Legs:
    """Travel by one mode: durations in the problem's time unit; distances in any unit that `Day.farthest` limits."""

    durations: Table
    distances: Table


@dataclass(frozen=True, slots=True)
class Problem:
    """`way`: what each unit of `Legs.distances` costs, in units of prize."""

    wishes: tuple[Wish, ...]
    days: tuple[Day, ...]
    legs: tuple[Legs, ...]
    way: float = 0.0

    def __post_init__(self) -> None:
        sizes = {len(option.loads) for wish in self.wishes for option in wish.options}
        if len(sizes | {len(day.capacity) for day in self.days}) > 1:
            raise ValueError("every option and every day must name the same load dimensions")


@dataclass(frozen=True, slots=True)
class Taken:
    """Option number `option` of wish number `wish`, with the moments the visitor gets there, starts and leaves."""

    wish: int
    option: int
    arrival: int
    start: int
    leave: int


@dataclass(frozen=True, slots=True)
class DayPlan:
    """The visits of one day in their order, and when the visitor leaves and is back; a free day has none."""

    visits: tuple[Taken, ...]
    leaves: int
    returns: int


@dataclass(frozen=True, slots=True)
class Plan:
    """One day plan for each day. It always keeps every window and limit; `missing` are the musts that found no room."""

    days: tuple[DayPlan, ...]
    prize: int
    missing: tuple[int, ...]
