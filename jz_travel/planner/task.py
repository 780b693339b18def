"""One planning task: the request against the world, worked out once before the search begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from operator import mul

from jz_travel.domain.places import Kind, Place, PlaceId
from jz_travel.domain.reasons import Avoided, NotInTheCatalogue, NotLocated, Reason, TooManySteps
from jz_travel.domain.request import Pin, Request
from jz_travel.domain.timetable import schedule
from jz_travel.domain.trip import Stop, StopId, Trip
from jz_travel.planner import worth
from jz_travel.planner.frames import Frame, frames
from jz_travel.planner.habits import HABITS, Habit
from jz_travel.planner.judge import EveningOver, IdleHours, Judge
from jz_travel.planner.quick import Quick
from jz_travel.planner.world import World

MOST_CANDIDATES, A_DAY_MORE = 60, 12
"""So many places, and for each day some more: the best by the hour; nobody visits a tenth of them. The rest of a huge
catalogue is worth less. A catalogue of half as many again is looked at as a whole.
"""


@dataclass(frozen=True)
class Memory:
    """What has been worked out once: points on a day."""

    points: dict[tuple[PlaceId, int, timedelta | None], int] = field(default_factory=dict)


@dataclass(frozen=True)
class Task:
    """``kept``: for each day, the stops that the visitor locked, in their order."""

    request: Request
    world: World
    frames: tuple[Frame, ...]
    habit: Habit
    judge: Judge
    quick: Quick
    current: Trip | None
    candidates: Mapping[PlaceId, Place]
    insisted: frozenset[PlaceId]
    kept: tuple[tuple[Stop, ...], ...]
    points: Mapping[PlaceId, int]
    pruned: bool = False
    """Not every place that could be in a plan is a candidate."""
    adjusted: Mapping[tuple[PlaceId, int], int] = field(default_factory=dict)
    """Points more or less for a place on one day, when something went wrong."""
    memory: Memory = field(default_factory=Memory, compare=False)

    @cached_property
    def areas(self) -> Mapping[PlaceId, tuple[PlaceId, ...]]:
        """The candidates that have other candidates inside them."""
        inside: dict[PlaceId, list[PlaceId]] = {}
        for place in self.candidates.values():
            if place.area in self.candidates:
                inside.setdefault(PlaceId(place.area or ""), []).append(place.id)
        return {area: tuple(sights) for area, sights in inside.items()}

    def points_on(self, place: PlaceId, day: int, stay: timedelta | None = None) -> int:
        """What a visit on a day is worth; a place that could not be chosen, and yet is there, counts as any other."""
        key = (place, day, stay)
        found = self.memory.points.get(key)
        if found is None:
            known, frame = self.world.catalogue.get(place), self.frames[day]
            points = self.points.get(place, 0)
            if known is not None and not points:
                points = worth.worth(known, self.request, self.request.interests, self.world.catalogue)
            found = worth.on_day(points, known, frame.date, frame.load, stay or known.visit.usual) if known else 0
            found = max(0, found + self.adjusted.get((place, day), 0))
            self.memory.points[key] = found
        return found

    def queuing(self, place: Place, day: int, stay: timedelta | None = None) -> float:
        """The points of a visit that are lost when one comes with everybody else."""
        load = self.frames[day].load
        return worth.lost_in_the_queue(self.points_on(place.id, day, stay), load) if worth.fills_up(place) else 0.0

    def changed(self, request: Request, frames: tuple[Frame, ...], insisted: frozenset[PlaceId]) -> "Task":
        """The same places under another request, with other days or other musts."""
        judge = Judge(request, self.world, frames, insisted, self.judge.suffered)
        kept = (*self.kept, *((),) * (len(frames) - len(self.kept)))
        return replace(
            self,
            request=request,
            frames=frames,
            judge=judge,
            quick=Quick(judge, insisted),
            insisted=insisted,
            kept=kept,
            memory=Memory(),
        )

    def pin(self, place: PlaceId) -> Pin | None:
        return next((pin for pin in self.request.pins if pin.place == place), None)


def prepare(
    request: Request, world: World, current: Trip | None = None, weights: Sequence[float] = (), road: float = 1.0
) -> Task:
    """``weights``: how much each member of a group is heard; equally, when nothing is said. ``road``: how many times
    as much as usual a minute on the road counts.
    """
    habit = HABITS[request.pace]
    its_frames = frames(request, world, current)
    kept = _kept(request, current, len(its_frames))
    there = {stop.place for stops in kept for stop in stops}
    insisted = frozenset(request.insisted) | there
    points = _points(request, world, weights)
    wanted = [place for place in world.catalogue if place.id in points and place.id not in there]
    first = sorted(wanted, key=lambda each: (each.id not in insisted, -_rate(each, points), each.id))
    most = min(120, MOST_CANDIDATES + A_DAY_MORE * len(its_frames))
    pruned = len(first) > most * 1.5
    candidates = {place.id: place for place in (first[:most] if pruned else first)}
    judge = Judge(request, world, its_frames, insisted, _suffered(current, kept, world))
    return Task(
        request=request,
        world=world,
        frames=its_frames,
        habit=replace(habit, way=habit.way * road),
        judge=judge,
        quick=Quick(judge, insisted),
        current=current,
        candidates=candidates,
        insisted=insisted,
        kept=kept,
        points=points,
        pruned=pruned,
    )


def excluded(place: PlaceId, request: Request, world: World) -> Reason | None:
    """Why a place cannot be in any plan for this request, whatever the days look like."""
    known = world.catalogue.get(place)
    if known is None or not known.is_sight or (known.kind is Kind.OWN and known.position is None):
        return NotInTheCatalogue()
    if place in request.avoid:
        return Avoided()
    if request.party.step_free and worth.is_steep(known, world.catalogue):
        return TooManySteps(worth.steps_told(known, world.catalogue))
    if place in request.insisted:
        return None
    return NotLocated() if world.catalogue.position_of(known) is None else None


def _points(request: Request, world: World, weights: Sequence[float]) -> dict[PlaceId, int]:
    """Points of every place that can be in a plan: to the visitor's taste, or to that of all members by weight."""
    tastes = [member.interests for member in request.members] or [request.interests]
    weights = weights or [1.0] * len(tastes)
    found = {}
    for place in world.catalogue:
        if place.is_sight and excluded(place.id, request, world) is None:
            each = [worth.worth(place, request, taste, world.catalogue) for taste in tastes]
            found[place.id] = round(sum(map(mul, each, weights)) / sum(weights))
    return found


def _suffered(current: Trip | None, kept: Sequence[Sequence[Stop]], world: World) -> dict[StopId, frozenset[type]]:
    """What is wrong with the locked stops in the visitor's own trip."""
    if current is None or not any(kept):
        return {}
    visits = schedule(current, world.catalogue, world.travel, world.daylight).visits
    always = frozenset({EveningOver, IdleHours})  # a schedule does not know these
    return {
        stop.id: always | {type(problem) for problem in visits[stop.id].problems}
        for stops in kept
        for stop in stops
        if stop.id in visits
    }


def _rate(place: Place, points: Mapping[PlaceId, int]) -> float:
    return points[place.id] / (place.visit.usual + timedelta(minutes=30)).total_seconds()


def _kept(request: Request, current: Trip | None, days: int) -> tuple[tuple[Stop, ...], ...]:
    if current is None:
        return ((),) * days
    kept = []
    for index in range(days):
        stops = current.days[index].stops if index < len(current.days) else ()
        whole = index + 1 in request.locked_days
        kept.append(tuple(stop for stop in stops if whole or stop.locked))
    return tuple(kept)
