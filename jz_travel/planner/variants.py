"""The same request answered in other manners, to be compared side by side."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from jz_travel.domain.changes import Figures, Manner, Variant
from jz_travel.domain.plan import Plan
from jz_travel.domain.request import Pace, Request
from jz_travel.domain.trip import Trip
from jz_travel.planner.cost import of_trip
from jz_travel.planner.judge import on_foot
from jz_travel.planner.planning import never, plan
from jz_travel.planner.search import Effort
from jz_travel.planner.world import World

PACES = {Manner.RELAXED: Pace.RELAXED, Manner.BALANCED: Pace.BALANCED, Manner.PACKED: Pace.PACKED}
CHEAPER = 0.6
NEARER = 0.7
QUIETER = 4
"""So many times as much do crowds count."""


def variants(
    request: Request,
    world: World,
    *,
    current: Trip | None = None,
    effort: Effort = Effort(),  # noqa: B008  # a frozen value
    stop: Callable[[], bool] = never,
) -> tuple[Variant, ...]:
    """Plans that really differ, each of them checked; the one that was asked for comes first. Planning one of their
    requests says why the rest is left out.
    """
    asked = plan(request, world, current=current, effort=effort, stop=stop, reasons=False)
    found = [Variant(Manner(request.pace.value), asked, figures(asked, world))]
    for manner, other, its_world in _others(request, world, found[0]):
        if stop():
            break
        new = plan(other, its_world, current=current, effort=effort, stop=stop, reasons=False)
        if new.works and new.places and all(_differ(new, each.plan) for each in found):
            found.append(Variant(manner, new, figures(new, world)))
    return tuple(found)


def _others(request: Request, world: World, asked: Variant) -> Iterator[tuple[Manner, Request, World]]:
    for manner, pace in PACES.items():
        if pace is not request.pace:
            yield manner, replace(request, pace=pace), world
    if asked.figures.cost > 0:
        yield Manner.CHEAPER, replace(request, budget=asked.figures.cost * CHEAPER), world
    if asked.figures.load > 0:
        yield Manner.QUIETER, request, replace(world, load=_fuller(world))
    longest = max(day.travelling for day in asked.plan.schedule.days)
    if longest > timedelta():
        most = min(longest * NEARER, request.driving) if request.driving is not None else longest * NEARER
        yield Manner.NEARER, replace(request, driving=most), world


def _fuller(world: World) -> Callable[[date], int]:
    return lambda day: world.load(day) * QUIETER


def _differ(one: Plan, other: Plan) -> bool:
    return set(one.places) != set(other.places)


def figures(plan: Plan, world: World) -> Figures:
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
