"""The optimiser: it knows windows, legs and prizes, and neither places nor people."""

from jz_travel.planner.engine.problem import Day, DayPlan, Legs, Option, Plan, Problem, Taken, Wish
from jz_travel.planner.engine.search import solve

__all__ = ["Day", "DayPlan", "Legs", "Option", "Plan", "Problem", "Taken", "Wish", "solve"]
