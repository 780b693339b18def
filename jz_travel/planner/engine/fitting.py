"""Which options fit into which days at all. What does not is dropped before any search: tight windows search faster."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jz_travel.planner.engine.problem import Day, Option, Problem

Numbers = NDArray[np.int64]
Key = tuple[int, int]  # number of the wish, number of its option
Window = tuple[int, int]


def tables(problem: Problem) -> list[tuple[Numbers, Numbers]]:
    """The durations and distances of each way to travel, as arrays."""
    found = []
    for legs in problem.legs:
        durations = np.array(legs.durations, dtype=np.int64)
        same = legs.distances is legs.durations
        found.append((durations, durations if same else np.array(legs.distances, dtype=np.int64)))
    return found


def fitting(problem: Problem, legs: list[tuple[Numbers, Numbers]]) -> list[dict[Key, Window]]:
    """For each day, the options that can be its only stop, each with the first and last moment it can start at."""
    known: dict[Day, dict[Key, Window]] = {}  # days that are alike need one look
    for day in problem.days:
        if day not in known:
            known[day] = _fitting(problem, day, *legs[day.legs])
    return [known[day] for day in problem.days]


def _fitting(problem: Problem, day: Day, durations: Numbers, distances: Numbers) -> dict[Key, Window]:
    reach = _Reach(day, durations, distances)
    found = {}
    for number, wish in enumerate(problem.wishes):
        for choice, option in enumerate(wish.options):
            if (window := reach.window(option)) is not None:
                found[number, choice] = window
    return found


class _Reach:
    """Shortest ways from a day's start and to its end; other places on the way may make a shorter way than the leg."""

    def __init__(self, day: Day, durations: Numbers, distances: Numbers) -> None:
        self._day = day
        self._there, self._back = _shortest(durations, day.start), _shortest(durations.T, day.end)
        self._way = _shortest(distances, day.start) + _shortest(distances.T, day.end)

    def window(self, option: Option) -> Window | None:
        day, place = self._day, option.location
        if option.latest < day.opens or option.earliest > day.closes:
            return None
        there, back = int(self._there[place]), int(self._back[place])
        earliest = max(option.earliest, day.opens + there)
        latest = min(option.latest, day.closes - option.duration - back)
        fits = (
            earliest <= latest
            and all(load <= limit for load, limit in zip(option.loads, day.capacity, strict=True))
            and (day.longest is None or there + option.duration + back <= day.longest)
            and (day.farthest is None or int(self._way[place]) <= day.farthest)
        )
        return (earliest, latest) if fits else None


def _shortest(table: Numbers, start: int) -> Numbers:
    best: Numbers = table[start].copy()
    best[start] = 0
    while True:
        better = np.minimum(best, (best[:, None] + table).min(axis=0))
        if np.array_equal(better, best):
            return best
        best = better
