"""The same request answered in other manners, to be compared side by side."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from jz_travel.domain.plan import Plan
from jz_travel.domain.repairs import Figures, Manner, Variant
from jz_travel.domain.request import Pace, Request
from jz_travel.domain.trip import Trip
from jz_travel.planner.cost import of_trip
from jz_travel.planner.judge import on_foot
from jz_travel.planner.planning import never, plan
from jz_travel.planner.search import ROUNDS, SHORT, Effort
from jz_travel.planner.world import World

PACES = {Manner.RELAXED: Pace.RELAXED, Manner.BALANCED: Pace.BALANCED, Manner.PACKED: Pace.PACKED}
CHEAPER = (0.6, 0.8)
"""This part of the money may be spent; the first that leaves no day empty."""
NEARER = (3.0, 1.8)
"""So many times as much does the road count; the first that leaves no day empty."""
QUIETER = 4
"""So many times as much do crowds count."""


def variants(
    request: Request,
    world: World,
    *,
    current: Trip | None = None,
    effort: Effort = Effort(rounds=SHORT),  # noqa: B008  # a frozen value
    stop: Callable[[], bool] = never,
    on_found: Callable[[Variant], None] = lambda _: None,
) -> tuple[Variant, ...]:
    """Plans that really differ, each of them checked and told as soon as it is found; the one that was asked for comes
    first. Planning one of their requests says why the rest is left out.
    """

    def planned(request: Request, world: World, road: float = 1.0) -> Plan:
        return plan(request, world, current=current, effort=effort, stop=stop, reasons=False, road=road)

    asked = plan(request, world, current=current, effort=replace(effort, rounds=ROUNDS), stop=stop, reasons=False)
    found = [Variant(Manner(request.pace.value), asked, figures(asked, world))]
    on_found(found[0])
    for manner, new in _others(request, world, found[0], planned):
        if new.works and new.places and all(_differ(new, each.plan) for each in found):
            found.append(Variant(manner, new, figures(new, world)))
            on_found(found[-1])
        if stop():
            break
    return tuple(found)


def _others(
    request: Request, world: World, asked: Variant, planned: Callable[..., Plan]
) -> Iterator[tuple[Manner, Plan]]:
    for manner, pace in PACES.items():
        if pace is not request.pace:
            yield manner, planned(replace(request, pace=pace), world)
    if asked.figures.cost > 0:
        for part in CHEAPER:
            new = planned(replace(request, budget=asked.figures.cost * part), world)
            if _days_used(new) >= _days_used(asked.plan):
                yield Manner.CHEAPER, new
                break
    if asked.figures.load > 0:
        yield Manner.QUIETER, planned(request, replace(world, load=_fuller(world)))
    if asked.figures.metres > 0:
        for road in NEARER:
            new = planned(request, world, road)
            if _days_used(new) >= _days_used(asked.plan) and figures(new, world).metres < asked.figures.metres:
                yield Manner.NEARER, new
                break


def _days_used(plan: Plan) -> int:
    return sum(bool(day.visits) for day in plan.schedule.days)


def _fuller(world: World) -> Callable[[date], int]:
    return lambda day: world.load(day) * QUIETER


def _differ(one: Plan, other: Plan) -> bool:
    return set(one.places) != set(other.places)


def figures(plan: Plan, world: World) -> Figures:
    """What the plan is compared by, computed from its schedule; the load counts sights of the two highest tiers."""
    days, places = plan.schedule.days, world.catalogue
    visits = [(visit.place, day.date) for day in days for visit in day.visits]
    cost = of_trip(visits, places, plan.request.party)
    crowded = [world.load(day) for place, day in visits if place in places and places[place].tier <= 2]
    return Figures(
        sights=len(visits),
        travelling=sum((day.travelling for day in days), timedelta()),
        metres=sum(day.metres for day in days),
        on_foot=sum((on_foot(day, world) for day in days), timedelta()),
        cost=cost.yuan,
        prices_missing=cost.prices_missing,
        load=sum(crowded),
        score=plan.score,
    )
