"""A trip as the answer to a request: its schedule, its dinners, its score, and what an independent check says."""

from dataclasses import replace

from jz_travel.domain.plan import Plan
from jz_travel.domain.timetable import schedule
from jz_travel.domain.trip import Trip
from jz_travel.planner.merit import score
from jz_travel.planner.task import Task
from jz_travel.planner.verify import verify


def plan_of(trip: Trip, task: Task, seed: int = 0) -> Plan:
    """Checked, and without reasons for what is left out."""
    world = task.world
    happens = schedule(trip, world.catalogue, world.travel, world.daylight)
    dinners = tuple(task.judge.day(trip, index).dinner for index in range(len(trip.days)))
    unsure = tuple(dict.fromkeys(stop.place for stop in trip.stops())) if task.request.party.step_free else ()
    found = Plan(task.request, happens, dinners, score=score(trip, task), seed=seed, access_not_known=unsure)
    return replace(found, violations=verify(found, task.request, world.catalogue, world.travel, world.daylight))
