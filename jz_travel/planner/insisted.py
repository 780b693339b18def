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


def trip_with(places: tuple[PlaceId, ...], task: Task) -> Trip | None:
    """These places alone, with each bed from which they may be reached in time; None when no way to it is found."""
    wanted = [task.candidates[place] for place in places if place in task.candidates]
    for lodgings in dict.fromkeys(nights(task, bed) for bed in beds_near(places, task)):
        puzzle_ = puzzle(task, wanted, lodgings)
        solution = engine.solve(puzzle_.problem, seed=1, iterations=ITERATIONS, threads=1)
        trip = mended(with_visits(blank(task, lodgings), puzzle_.visits(solution), task), task)
        trip = filled(trip, task, wanted)
        if set(places) <= {stop.place for stop in trip.stops()}:
            return trip
    return None
