"""What would have to make room for a place: visits of one day, or a whole trip planned anew around it."""

from dataclasses import dataclass, replace

from jz_travel.domain.places import Place, PlaceId
from jz_travel.domain.trip import Stop, Trip
from jz_travel.planner.blame import Attempt, attempts
from jz_travel.planner.draft import recalled
from jz_travel.planner.mend import affordable, with_stops
from jz_travel.planner.merit import day_merit
from jz_travel.planner.polish import put_in
from jz_travel.planner.search import SHORT, Effort, searched
from jz_travel.planner.settle import settled_at_any_hour
from jz_travel.planner.task import Task, prepare


@dataclass(frozen=True, slots=True)
class Instead:
    """A trip with the place in it, the day where it is, and the places that had to go.

    ``anew``: other days and beds may be different too.
    """

    trip: Trip
    day: int
    gone: tuple[PlaceId, ...] = ()
    anew: bool = False


def instead(trip: Trip, place: Place, task: Task) -> Instead | None:
    """The trip with the place in it and as little as possible taken out of its day."""
    best: tuple[float, Instead] | None = None
    base = emptied(trip, task)
    for index in {each.day for each in attempts(base, place, task)}:
        day = with_stops(trip, index, base.days[index].stops)
        found = [each for each in attempts(day, place, task) if each.day == index and each.works(task)]
        if not found:
            continue
        filled = _filled_up(found, trip, index, task)
        loss = day_merit(trip, index, task) - day_merit(filled.trip, index, task)
        if affordable(filled.trip, task) and (best is None or loss < best[0]):
            best = loss, filled
    return None if best is None else best[1]


def planned_around(trip: Trip, place: PlaceId, task: Task) -> Instead | None:
    """The whole trip planned anew with the place as a must: other beds, other days."""
    request = replace(task.request, musts=tuple(dict.fromkeys((*task.request.musts, place))))
    other = prepare(request, task.world, trip)
    anew = recalled(searched(other, Effort(rounds=SHORT), lambda: False), other)
    there = {stop.place for stop in anew.stops()}
    if place not in there or not task.insisted <= there:
        return None
    day = next(index for index, each in enumerate(anew.days) if place in {stop.place for stop in each.stops})
    return Instead(anew, day, tuple(stop.place for stop in trip.stops() if stop.place not in there), True)


def emptied(trip: Trip, task: Task) -> Trip:
    """Only what the visitor insists on."""
    for index, frame in enumerate(task.frames):
        if not frame.locked:
            kept = tuple(stop for stop in trip.days[index].stops if stop.locked or stop.place in task.insisted)
            trip = with_stops(trip, index, kept)
    return trip


def _filled_up(found: list[Attempt], trip: Trip, index: int, task: Task) -> Instead:
    """The day's own stops put back one by one, the best first, as long as the day works and can be paid."""
    attempt = max(found, key=lambda each: day_merit(each.trip, index, task))
    there = {stop.place for stop in attempt.trip.days[index].stops}
    gone: list[PlaceId] = []
    stops = [stop for stop in trip.days[index].stops if stop.place not in there]
    for stop in sorted(stops, key=lambda each: -task.points_on(each.place, index, each.stay)):
        back = _with_stop_back(attempt, stop, task)
        if back is None:
            gone.append(stop.place)
        else:
            attempt = back
    return Instead(attempt.trip, index, tuple(gone))


def _with_stop_back(attempt: Attempt, stop: Stop, task: Task) -> Attempt | None:
    for order in put_in(attempt.trip.days[attempt.day].stops, stop):
        if not task.quick.can_work(attempt.trip, attempt.day, order):
            continue
        begun = settled_at_any_hour(with_stops(attempt.trip, attempt.day, order), attempt.day, task.judge)
        tried = Attempt(begun, attempt.day)
        if tried.works(task) and affordable(tried.trip, task):
            return tried
    return None
