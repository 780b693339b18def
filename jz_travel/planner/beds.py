"""Where to spend the nights that the visitor leaves open."""

from jz_travel.domain.clock import MINUTE
from jz_travel.domain.places import Kind, PlaceId
from jz_travel.domain.travel import How
from jz_travel.planner.draft import Lodgings
from jz_travel.planner.task import Task

MINOR = 10.0
"""Minutes on the road that people drive to sleep in a better known place, for each step of tier."""


def beds(task: Task) -> tuple[PlaceId, ...]:
    """The places to stay that the catalogue knows and that lie somewhere; towns where there are none."""
    catalogue = task.world.catalogue
    located = [place for place in catalogue if catalogue.position_of(place) is not None]
    avoided = task.request.avoid
    stay = [place for place in located if place.kind is Kind.STAY and place.id not in avoided]
    chosen = stay or [place for place in located if place.kind is Kind.TOWN]
    return tuple(place.id for place in sorted(chosen, key=lambda place: (place.tier, place.id)))


def nights(task: Task, bed: PlaceId | None) -> Lodgings:
    """The same bed for every night that nothing is said about."""
    request = task.request
    count = len(task.frames) - 1
    return tuple(request.lodging_of(night) or _kept(task, night) or bed for night in range(count))


def open_nights(task: Task) -> tuple[int, ...]:
    """The nights, from 0, whose bed neither the request nor a locked day settles."""
    count = len(task.frames) - 1
    return tuple(night for night in range(count) if not task.request.lodging_of(night) and not _kept(task, night))


def _kept(task: Task, night: int) -> PlaceId | None:
    """A locked day keeps the bed at its end."""
    return task.current.days[night].lodging if task.current and task.frames[night].locked else None


def central(task: Task) -> PlaceId | None:
    """The bed from which the best places are near."""
    best = sorted(task.candidates, key=lambda place: -task.points[place])[:12]
    mode = task.request.mode_of(0)

    def way(bed: PlaceId) -> float:
        legs = [(task.world.travel.leg(bed, place, mode), task.points[place]) for place in best]
        known = [(leg.lasts / MINUTE, points) for leg, points in legs if leg.how is not How.UNKNOWN]
        return sum(minutes * points for minutes, points in known) / max(1, sum(points for _, points in known))

    return min(beds(task), key=lambda bed: way(bed) + _minor(bed, task), default=None)


def _minor(bed: PlaceId | None, task: Task) -> float:
    place = task.world.catalogue.get(bed)
    return MINOR * (place.tier - 1) if place else 0.0


def beds_near(places: tuple[PlaceId, ...], task: Task) -> list[PlaceId | None]:
    """The bed in the middle, then for each place the one with the least way there."""
    if not open_nights(task):
        return [None]
    known, mode = beds(task), task.request.mode_of(0)
    near = (min(known, key=lambda bed: task.quick.way(bed, place, mode), default=None) for place in places)
    return [central(task), *near]
