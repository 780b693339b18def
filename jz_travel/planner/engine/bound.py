"""A prize no plan can beat, so that "this is the best there is" or "within 2 %" can be said with proof.

Two rules are relaxed: a wish may come true more than once, for a price set by Lagrange multipliers, and the clock ticks
in coarse steps that are always rounded in the visitor's favour. What is left falls into days, each solved exactly by
going through time once. Loads, `longest` and `farthest` are left out. Subgradient steps then look for good multipliers.
"""

from __future__ import annotations

from math import floor

import numpy as np
from numpy.typing import NDArray

from jz_travel.planner.engine.fitting import Key, Window, fitting, tables
from jz_travel.planner.engine.problem import Day, Problem

_TICKS = 150  # into how many steps a day is cut at most
Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]


def upper_bound(problem: Problem, *, at_least: int = 0, rounds: int = 40) -> int:
    """No plan's prize is higher than this. `at_least` is the prize of a known plan: the closer, the faster the search."""
    legs = tables(problem)
    days = [
        _DayBound(problem, day, legs[day.legs][0], fits)
        for day, fits in zip(problem.days, fitting(problem, legs), strict=True)
        if fits
    ]
    simple = _all_wishes(problem, {key for day in days for key in day.keys})
    alike = _merge(days)
    price = np.zeros(len(problem.wishes))
    best, step, idle = float(simple), 1.0, 0
    for _ in range(rounds if simple > at_least else 0):
        value, visits = float(price.sum()), np.zeros(len(problem.wishes))
        for day, times in alike:
            prize, taken = day.best(price)
            value += times * prize
            np.add.at(visits, taken, times)
        slope = 1 - visits
        slope[(price == 0) & (slope > 0)] = 0
        idle = 0 if value < best - 1e-6 else idle + 1
        best = min(best, value)
        if floor(best + 1e-6) <= at_least or not slope.any():
            break
        if idle == 4:
            step, idle = step / 2, 0
        price = np.maximum(0, price - step * (value - at_least) / (slope @ slope) * slope)
    return floor(best + 1e-6)
