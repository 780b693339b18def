"""A plan for people who like different things: whoever gets least gets as much as can be."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from jz_travel.domain.plan import Satisfaction
from jz_travel.domain.request import Member, Request
from jz_travel.domain.trip import Trip
from jz_travel.planner import worth
from jz_travel.planner.search import SHORT, Effort, searched
from jz_travel.planner.task import Task, prepare
from jz_travel.planner.world import World

ROUNDS = 3
SHARPNESS = 2.0
"""How strongly those who got little are heard in the next round."""


def fairly(
    request: Request,
    world: World,
    current: Trip | None,
    effort: Effort,
    stop: Callable[[], bool],
    on_better: Callable[[Trip], None],
    road: float = 1.0,
) -> tuple[Trip, tuple[Satisfaction, ...]]:
    """The trip in which the least satisfied member is best off, and among such trips the one that pleases all most."""
    members = request.members
    alone, hasty = [], Effort(effort.seed, rounds=SHORT)
    for number in range(len(members)):
        task = prepare(request, world, current, [float(number == other) for other in range(len(members))], road)
        alone.append(_value(searched(task, hasty, stop), members[number], task))
    weights = [1.0] * len(members)
    found: list[tuple[float, float, Trip, list[float]]] = []
    each = replace(effort, rounds=effort.rounds // 2)
    for _ in range(ROUNDS):
        task = prepare(request, world, current, weights, road)
        trip = searched(task, each, stop, (lambda _: None) if found else on_better)
        shares = [
            min(1.0, _value(trip, m, task) / best) if best else 1.0 for m, best in zip(members, alone, strict=True)
        ]
        found.append((min(shares), sum(shares), trip, shares))
        weights = _heard(weights, shares)
        if stop():
            break
    _, _, best_trip, shares = max(found, key=lambda each: each[:2])
    return best_trip, tuple(Satisfaction(m.name, share) for m, share in zip(members, shares, strict=True))


def _heard(weights: Sequence[float], shares: Sequence[float]) -> list[float]:
    """More weight for whoever got less than the others."""
    mean = sum(shares) / len(shares)
    return [weight * (mean / max(share, 0.05)) ** SHARPNESS for weight, share in zip(weights, shares, strict=True)]


def _value(trip: Trip, member: Member, task: Task) -> float:
    """What a trip is worth to one member: only what is to this member's taste counts."""
    places = [task.world.catalogue[stop.place] for stop in trip.stops() if stop.place in task.world.catalogue]
    liked = [place for place in places if worth.liking(place, member.interests) >= 1]
    return float(sum(worth.worth(place, task.request, member.interests, task.world.catalogue) for place in liked))
