"""A trip with everything that somebody insists on, if there is one."""

from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import Trip
from jz_travel.planner import engine
from jz_travel.planner.beds import beds_near, nights
from jz_travel.planner.draft import blank, with_visits
from jz_travel.planner.mend import mended
from jz_travel.planner.polish import filled
from jz_travel.planner.puzzle import puzzle
from jz_travel.planner.task import Task

ITERATIONS = 60
FOR_THE_WAIT = 20
"""So many other places, those worth most, may fill the hours until a fixed one."""


def trip_with(places: tuple[PlaceId, ...], task: Task) -> Trip | None:
    """These places alone, with each bed from which they may be reached in time; None when no way to it is found.

    Where one of them has its hour others come along: nobody waits half a day for it.
    """
    wanted = [task.candidates[place] for place in places if place in task.candidates]
    others = sorted((each for each in task.candidates if each not in places), key=lambda each: -task.points[each])
    more = [task.candidates[each] for each in others[:FOR_THE_WAIT]] if task.request.pins else []
    for among in (wanted, [*wanted, *more]) if more else (wanted,):
        for lodgings in dict.fromkeys(nights(task, bed) for bed in beds_near(places, task)):
            puzzle_ = puzzle(task, among, lodgings)
            solution = engine.solve(puzzle_.problem, seed=1, iterations=ITERATIONS, threads=1)
            trip = mended(with_visits(blank(task, lodgings), puzzle_.visits(solution), task), task)
            trip = filled(trip, task, wanted)
            if set(places) <= {stop.place for stop in trip.stops()}:
                return trip
    return None
