"""How good a trip is: the points of its visits, less what the road, each stop and each change of bed cost."""

from itertools import pairwise
from math import floor

from jz_travel.domain.clock import MINUTE
from jz_travel.domain.trip import Trip
from jz_travel.planner.task import Task

INSISTED = 1_000_000
"""More than all that nobody insists on."""
CHANGE_OF_BED = 40.0
"""Minutes on the road that people drive to keep their room."""


def merit(trip: Trip, task: Task) -> float:
    found = sum(day_merit(trip, index, task) for index in range(len(trip.days)))
    nights = [day.lodging for day in trip.days[:-1]]
    changes = sum(one != next_ for one, next_ in pairwise(nights))
    return found - changes * CHANGE_OF_BED * task.habit.way


def day_merit(trip: Trip, index: int, task: Task) -> float:
    found = 0.0
    for stop in trip.days[index].stops:
        if stop.place in task.world.catalogue:
            found += task.points_on(stop.place, index, stop.stay) - task.habit.stop
            found += INSISTED if stop.place in task.insisted else 0
    travelling = task.judge.day(trip, index).day.travelling // MINUTE
    return found - travelling * task.habit.way


def score(trip: Trip, task: Task) -> int:
    """The merit as it is shown, and as a bound is about: what is insisted on counts like any other visit."""
    insisted = sum(stop.place in task.insisted and stop.place in task.world.catalogue for stop in trip.stops())
    return floor(merit(trip, task) - insisted * INSISTED + 1e-6)
