"""How good a trip is: the points of its visits, less what the road, each stop and each change of bed cost, and each
way back to an area that was left.

A long way to bed costs more than the same way in the morning: else nobody minded whether one sleeps near where one is,
in between, or where the next day begins. On a holiday the famous places bring most to those who come early or late.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise
from math import floor

from jz_travel.domain.clock import MINUTE, time_of
from jz_travel.domain.request import Pace
from jz_travel.domain.trip import Trip
from jz_travel.planner.comfort import comings_back, is_a_climb, region, weariness
from jz_travel.planner.task import Task
from jz_travel.planner.worth import with_everybody

INSISTED = 1_000_000
"""More than all that nobody insists on."""
CHANGE_OF_BED = 40.0
"""Minutes on the road that people drive to keep their room."""
COMING_BACK = 40.0
"""Minutes on the road that people drive to see an area in days that follow each other."""
ANOTHER_CLIMB = 60.0
"""The same for a day's rest from the mountains, when somebody takes it easy."""


def merit(trip: Trip, task: Task) -> float:
    """The trip's points, in which plans are compared; the same trip and task always have the same."""
    found = sum(day_merit(trip, index, task) for index in range(len(trip.days)))
    catalogue = task.world.catalogue
    places = [[catalogue[stop.place] for stop in day.stops if stop.place in catalogue] for day in trip.days]
    areas = [{area for each in day if (area := region(each, catalogue))} for day in places]
    climbs = [any(is_a_climb(each, catalogue) for each in day) for day in places] if takes_it_easy(task) else []
    return found - strain([day.lodging for day in trip.days[:-1]], areas, climbs) * task.habit.way


def takes_it_easy(task: Task) -> bool:
    """Whether two long days in the mountains running are too much for somebody."""
    return bool(task.request.party.seniors) or task.request.pace is Pace.RELAXED


def strain(beds: Sequence[object], areas: Iterable[Set[object]], climbs: Sequence[bool]) -> float:
    """What is wrong with days that are well one by one, as minutes on the road. ``areas`` and ``climbs``: for each day,
    where one is, and whether one is on one's feet in the mountains all day.
    """
    changes = sum(one != other for one, other in pairwise(beds))
    running = sum(one and other for one, other in pairwise(climbs))
    return changes * CHANGE_OF_BED + comings_back(areas) * COMING_BACK + running * ANOTHER_CLIMB


def day_merit(trip: Trip, index: int, task: Task) -> float:
    """What one day, counted from 0, adds to :func:`merit`, what lies between days left out."""
    found = 0.0
    for stop in trip.days[index].stops:
        if stop.place in task.world.catalogue:
            found += task.points_on(stop.place, index, stop.stay) - task.habit.stop
            found += INSISTED if stop.place in task.insisted else 0
    day = task.judge.day(trip, index).day
    if task.frames[index].load:
        found -= sum(queuing(trip, index, task))
    felt: float = day.travelling // MINUTE
    if day.last_leg is not None and index + 1 < len(trip.days):
        last = task.world.catalogue.get(day.visits[-1].place)
        felt += weariness(last, day.last_leg.lasts // MINUTE) if last else 0.0
    return found - felt * task.habit.way


def queuing(trip: Trip, index: int, task: Task) -> Iterator[float]:
    """What each visit of a full day loses by beginning when everybody comes."""
    stays = {stop.id: stop.stay for stop in trip.days[index].stops}
    for visit in task.judge.day(trip, index).day.visits:
        place = task.world.catalogue.get(visit.place)
        if place is not None and with_everybody(time_of(visit.enters, task.frames[index].date)):
            yield task.queuing(place, index, stays[visit.stop])


def score(trip: Trip, task: Task) -> int:
    """The merit as it is shown, and as a bound is about: what is insisted on counts like any other visit."""
    insisted = sum(stop.place in task.insisted and stop.place in task.world.catalogue for stop in trip.stops())
    return floor(merit(trip, task) - insisted * INSISTED + 1e-6)
