"""A repair, and what an independent check says of it beyond what was wrong with the trip before."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from jz_travel.domain.places import PlaceId
from jz_travel.domain.repairs import Disruption, Rain, Repair
from jz_travel.domain.trip import Trip
from jz_travel.domain.violations import Rule, Violation
from jz_travel.planner import World, as_plan, repaired, verify

GIVEN_UP = frozenset({Rule.MUST_MISSING, Rule.PIN_MISSED})
"""What something that happened may take away: it is said, and the visitor decides."""


@dataclass(frozen=True)
class Finding:
    """``wrong``: why it cannot be offered; ``lost``: what was asked for by name and cannot be any more;
    ``outside``: what stays in the open on a wet day."""

    repair: Repair
    wrong: tuple[Violation, ...]
    lost: tuple[Violation, ...]
    outside: tuple[PlaceId, ...]


def found_for(trip: Trip, disruption: Disruption, since: datetime, world: World, stop: Callable[[], bool]) -> Finding:
    """Repairs from ``since`` on, then checks plan and trip alike; ``stop`` is asked whether anybody still waits."""
    repair = repaired(trip, disruption, since, world, stop)
    before = as_plan(trip, world.catalogue, world.travel, world.daylight)
    old = verify(before, before.request, world.catalogue, world.travel, world.daylight)
    known = {(violation.rule, violation.day, violation.place) for violation in old}
    seen = {visit.place for visit in before.schedule.visits.values() if visit.enters <= since}  # that is how it was
    new = [
        each
        for each in repair.plan.violations
        if (each.rule, each.day, each.place) not in known and each.place not in seen
    ]
    return Finding(
        repair,
        tuple(each for each in new if each.rule not in GIVEN_UP),
        tuple(each for each in new if each.rule in GIVEN_UP),
        _outside(repair, disruption.day, since, world) if isinstance(disruption, Rain) else (),
    )


def _outside(repair: Repair, day: int, since: datetime, world: World) -> tuple[PlaceId, ...]:
    late = [visit.place for visit in repair.plan.schedule.days[day].visits if visit.leaves > since]
    return tuple(place for place in late if place in world.catalogue and world.catalogue[place].outdoor)
