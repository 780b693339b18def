"""Whether a conflict is one: its demands cannot all be met, and without any one of them the others can."""

from collections.abc import Iterable
from dataclasses import replace

from jz_travel.domain.clock import DAY, MIDNIGHT
from jz_travel.domain.opening import Hours, Opening
from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.reasons import Conflict, Demand, Wanted
from jz_travel.domain.request import Request
from jz_travel.planner import Effort, World, plan

HASTY, HARD = Effort(rounds=20), Effort(rounds=200)
FREE = {
    Wanted.LEAVES_AT: {"leaves_at": None},
    Wanted.BACK_BY: {"back_by": None},
    Wanted.ARRIVES: {"arrives": None},
    Wanted.DEPARTS: {"departs": None},
    Wanted.LODGING: {"lodging": ()},
    Wanted.BUDGET: {"budget": None},
    Wanted.DRIVING: {"driving": None},
    Wanted.ON_FOOT: {"on_foot": None},
    Wanted.LOCKED: {"locked_days": ()},
}


def unfounded(conflict: Conflict, request: Request, world: World) -> str:
    """What is wrong with a conflict; empty when it is one."""
    if not any(each.what is Wanted.VISIT for each in conflict.demands):
        return ""  # no time at all, or no place: nothing to plan
    if met(conflict.demands, request, world):
        return "all its demands can be met"
    for demand in conflict.demands:
        rest = [each for each in conflict.demands if each != demand]
        if not met(rest, request, world) and not met(rest, request, world, HARD):
            return f"not even without {demand}"
    return ""


def met(demands: Iterable[Demand], request: Request, world: World, effort: Effort = HASTY) -> bool:
    """Whether a plan for these demands alone has every visit that they name."""
    demands = tuple(demands)
    asked = {each.what for each in demands}
    visits = [each.place for each in demands if each.what is Wanted.VISIT and each.place]
    if not visits:
        return True
    pinned = {each.place for each in demands if each.what is Wanted.PIN}
    about = next(each.place for each in demands if each.place)
    alone = replace(request, musts=tuple(visits), wishes=(), interests=(), members=())
    for what, free in FREE.items():
        if what not in asked:
            alone = replace(alone, **free)  # type: ignore[arg-type]
    alone = replace(
        alone,
        days=alone.days if Wanted.DAYS in asked else alone.days + 2,
        party=replace(alone.party, step_free=alone.party.step_free and Wanted.STEP_FREE in asked),
        avoid=tuple(each for each in request.avoid if each not in visits or Demand(Wanted.AVOID, each) in demands),
        pins=tuple(pin for pin in request.pins if pin.place in visits and (pin.place in pinned or pin.place != about)),
    )
    if Wanted.OPENING not in asked:
        world = replace(world, catalogue=_always_open(about, world.catalogue))
    found = plan(alone, world, effort=effort, reasons=False)
    return set(visits) <= set(found.places)


def _always_open(place: PlaceId | None, catalogue: Catalogue) -> Catalogue:
    open_ = Hours((Opening(MIDNIGHT, DAY),))
    places = (replace(each, hours=open_) if each.id == place else each for each in catalogue)
    return Catalogue(tuple(places), catalogue.sources)
