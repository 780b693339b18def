"""The smallest set of demands that cannot all be met, for each visit that somebody insists on in vain."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from jz_travel.domain.clock import DAY, MIDNIGHT
from jz_travel.domain.opening import Hours, Opening
from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.reasons import Conflict, Demand, Wanted
from jz_travel.domain.request import Request
from jz_travel.domain.trip import Trip
from jz_travel.planner.comfort import is_for_the_evening
from jz_travel.planner.frames import frames
from jz_travel.planner.search import Effort, searched
from jz_travel.planner.task import Task, excluded, prepare

MORE_DAYS, BRIEFLY = 2, 20
"""Days more where their number is free, and rounds of the search for a trip that meets all demands."""


def conflicts(trip: Trip, task: Task) -> tuple[Conflict, ...]:
    """One conflict for each visit that was insisted on and is missing; one if there is no time or no place at all."""
    there = {stop.place for stop in trip.stops()}
    found = [_no_time(task)] if all(frame.none for frame in task.frames) else []
    if not found and not there and not task.candidates and task.request.avoid:
        found.append(Conflict(tuple(Demand(Wanted.AVOID, place) for place in task.request.avoid)))
    for place in task.request.insisted:
        if place not in there and place in task.world.catalogue and task.world.catalogue[place].is_sight:
            found.append(_about(place, task))
    return tuple(dict.fromkeys(found))


def _no_time(task: Task) -> Conflict:
    request = task.request
    if request.days < 1:
        return Conflict((Demand(Wanted.DAYS),))
    demands = [*_times(request), Demand(Wanted.DAYS)]

    def met(demands: Iterable[Demand]) -> bool:
        return not all(frame.none for frame in frames(_only(request, demands), task.world))

    return Conflict(_smallest(demands, met))


def _about(place: PlaceId, task: Task) -> Conflict:
    request = task.request
    demands = [
        *(Demand(Wanted.VISIT, other) for other in request.insisted if other != place),
        *([Demand(Wanted.LOCKED)] if any(task.kept) else []),
        *([Demand(Wanted.LODGING)] if any(request.lodging) else []),
        *(Demand(what) for what, given in _limits(request) if given),
        *_times(request),
        *(Demand(Wanted.PIN, pin.place, pin.day - 1) for pin in request.pins if pin.place == place),
        *([Demand(Wanted.AVOID, place)] if place in request.avoid else []),
        Demand(Wanted.DAYS),
        Demand(Wanted.OPENING, place),
    ]

    def met(kept: Iterable[Demand]) -> bool:
        return _can_be_met(place, tuple(kept), task)

    return Conflict((Demand(Wanted.VISIT, place), *_smallest(demands, met)))


def _limits(request: Request) -> tuple[tuple[Wanted, bool], ...]:
    return (
        (Wanted.BUDGET, request.budget is not None),
        (Wanted.DRIVING, request.driving is not None),
        (Wanted.ON_FOOT, request.on_foot is not None),
        (Wanted.STEP_FREE, request.party.step_free),
    )


def _times(request: Request) -> list[Demand]:
    given = (
        (Wanted.LEAVES_AT, request.leaves_at),
        (Wanted.BACK_BY, request.back_by),
        (Wanted.ARRIVES, request.arrives),
        (Wanted.DEPARTS, request.departs),
    )
    return [Demand(what) for what, time in given if time is not None]


def _smallest(demands: list[Demand], met: Callable[[Iterable[Demand]], bool]) -> tuple[Demand, ...]:
    """Without each demand that the conflict does not need: what is left can be met when any one is given up."""
    needed = list(demands)
    for demand in demands:
        rest = [each for each in needed if each != demand]
        if not met(rest):
            needed = rest
    return tuple(needed)


def _only(request: Request, demands: Iterable[Demand]) -> Request:
    """The request with no demands but these."""
    kept = {demand.what for demand in demands}
    unknown = replace(request, interests=(), members=(), wishes=())
    dropped: dict[Wanted, dict[str, object]] = {
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
    for what, fields in dropped.items():
        if what not in kept:
            unknown = replace(unknown, **fields)  # type: ignore[arg-type]
    if Wanted.STEP_FREE not in kept:
        unknown = replace(unknown, party=replace(unknown.party, step_free=False))
    if Wanted.DAYS not in kept:
        unknown = replace(unknown, days=max(1, unknown.days) + MORE_DAYS)
    return unknown


def _can_be_met(place: PlaceId, demands: tuple[Demand, ...], task: Task) -> bool:
    """Whether one trip has the place and everything else that these demands insist on."""
    others = [demand.place for demand in demands if demand.what is Wanted.VISIT and demand.place]
    pinned = any(demand.what is Wanted.PIN for demand in demands)
    avoid = tuple(each for each in task.request.avoid if each != place or Demand(Wanted.AVOID, place) in demands)
    pins = tuple(pin for pin in task.request.pins if pin.place in others or (pinned and pin.place == place))
    request = replace(_only(task.request, demands), musts=(*others, place), pins=pins, avoid=avoid)
    world = task.world
    if Demand(Wanted.OPENING, place) not in demands:
        world = replace(world, catalogue=_always_open(place, world.catalogue))
    if any(excluded(each, request, world) for each in (*others, place)):
        return False
    current = task.current if Demand(Wanted.LOCKED) in demands else None
    wanted, met = {*others, place}, list[Trip]()

    def tell(trip: Trip) -> None:
        if wanted <= {stop.place for stop in trip.stops()}:
            met.append(trip)

    searched(_of_musts(prepare(request, world, current)), Effort(rounds=BRIEFLY), lambda: bool(met), tell)
    return bool(met)


def _of_musts(task: Task) -> Task:
    """Without the other places, which only take time, unless they fill the hours before a visit that has its time."""
    timed = any(pin.starts is not None for pin in task.request.pins)
    insisted = [known for each, known in task.candidates.items() if each in task.insisted]
    shows = any(is_for_the_evening(place, frame) for place in insisted for frame in task.frames)
    if timed or shows or any(task.kept):
        return task
    return replace(task, candidates={each: known for each, known in task.candidates.items() if each in task.insisted})


def _always_open(place: PlaceId, catalogue: Catalogue) -> Catalogue:
    known = replace(catalogue[place], hours=Hours((Opening(MIDNIGHT, DAY),)))
    return Catalogue(tuple(known if each.id == place else each for each in catalogue), catalogue.sources)
