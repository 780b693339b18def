"""A prize no plan can beat, so that "this is the best there is" or "at most 2 % are missing" can be said with proof.

Two rules are relaxed: a wish may come true several times, which Lagrange multipliers make dearer and dearer, and the
clock ticks in coarse steps that are always rounded in the visitor's favour. What is left falls into single days, each
solved exactly by going through its time once. Loads and `farthest` are left out. The first multipliers come from a
knapsack of time, which is a bound of its own.
"""

from __future__ import annotations

from collections import Counter
from math import floor

import numpy as np
from numpy.typing import NDArray

from jz_travel.planner.engine.fitting import Key, Window, fitting, tables
from jz_travel.planner.engine.problem import Day, Problem

_NEVER = -1e15
_SAFE = 1e-6  # far more than the rounding errors of sums of prizes


def upper_bound(problem: Problem, *, at_least: int = 0, rounds: int = 5, ticks: int = 50) -> int:
    """No plan's prize is higher. `at_least` is the prize of a known plan: it guides the search and ends it when met."""
    legs = tables(problem)
    fits = fitting(problem, legs)
    of_day = dict(zip(problem.days, fits, strict=True))
    days = [
        (_DayBound(problem, day, legs[day.legs][0], of_day[day], ticks), times)
        for day, times in Counter(problem.days).items()
        if of_day[day]
    ]
    best, price = _knapsack(days, len(problem.wishes))
    stride, idle = 1.0, 0
    for _ in range(rounds):
        if floor(best + _SAFE) <= at_least or any(day.timeless for day, _ in days):
            break
        value, visits = float(price.sum()), np.zeros(len(problem.wishes))
        for day, times in days:
            prize, wishes = day.best(price)
            value += times * prize
            np.add.at(visits, wishes, times)
        stride, idle = (stride, 0) if value < best else (stride / 2, 0) if idle == 2 else (stride, idle + 1)
        best = min(best, value)
        slope = np.where((price == 0) & (visits == 0), 0.0, 1 - visits)
        if not slope.any():
            break
        goal = max(at_least, 0.9 * best)
        price = np.maximum(0, price - stride * (value - goal) / float(slope @ slope) * slope)
    return floor(best + _SAFE)


def _knapsack(days: list[tuple[_DayBound, int]], wishes: int) -> tuple[float, NDArray[np.float64]]:
    """The most prize if only time is short and visits can be cut into parts; what each is worth beyond its time."""
    prizes, needs = np.zeros(wishes), np.full(wishes, np.inf)
    for day, _ in days:
        np.maximum.at(prizes, day.wishes, day.prizes)
        np.minimum.at(needs, day.wishes, day.needs)
    room, total = sum(day.room * times for day, times in days), 0.0
    worthwhile = np.flatnonzero(prizes > 0)
    for wish in worthwhile[np.argsort(needs[worthwhile] / prizes[worthwhile])]:
        if needs[wish] > room:
            rate = float(prizes[wish] / needs[wish])
            left = np.maximum(0, prizes[worthwhile] - rate * needs[worthwhile])
            prices = np.zeros(wishes)
            prices[worthwhile] = left
            return total + room * rate, prices
        total, room = total + float(prizes[wish]), room - float(needs[wish])
    return total, np.zeros(wishes)


class _DayBound:
    """One day's best walk through the options that fit it, on a clock of whole ticks."""

    def __init__(
        self, problem: Problem, day: Day, travel: NDArray[np.int64], fits: dict[Key, Window], ticks: int
    ) -> None:
        options = [problem.wishes[wish].options[choice] for wish, choice in fits]
        self.wishes = np.array([wish for wish, _ in fits])
        self.prizes = np.array([option.prize for option in options], dtype=float)
        first = np.array([earliest for earliest, _ in fits.values()])
        last = np.array([latest for _, latest in fits.values()])
        places = np.array([option.location for option in options])
        stays = np.array([option.duration for option in options])
        takes = stays[:, None] + travel[np.ix_(places, places)]
        barred = (first[:, None] + takes > last[None, :]) | (self.wishes[:, None] == self.wishes[None, :])
        there, back = travel[day.start, places], travel[places, day.end]
        legs = np.where(barred, np.iinfo(np.int64).max, travel[np.ix_(places, places)])
        self.needs = stays + (np.minimum(there, legs.min(axis=0)) + np.minimum(back, legs.min(axis=1))) / 2
        length = day.closes - day.opens if day.longest is None else min(day.longest, day.closes - day.opens)
        self.room = max(0.0, length - (int(there.min()) + int(back.min())) / 2)
        shortest = int(takes[~barred].min(initial=day.closes - day.opens))
        self.timeless = shortest == 0  # a walk could go round for ever without time passing
        tick = max(1, min(shortest, (day.closes - day.opens) // ticks))
        self._first, self._last = (first - day.opens) // tick, (last - day.opens) // tick
        self._takes = np.where(barred, self._last.max() + 1, takes // tick)

    def best(self, price: NDArray[np.float64]) -> tuple[float, list[int]]:
        """The most that one day can bring when each wish costs its price, and the wishes of such a day."""
        gains = self.prizes - price[self.wishes]
        size, horizon = len(gains), int(self._last.max()) + 1
        # reached[horizon + t, i]: the most on a walk that begins visit i at tick t or before
        reached = np.full((2 * horizon, size), _NEVER)
        came_from = np.arange(size)[:, None] - self._takes * size
        flat = reached.ravel()
        for tick in range(horizon):
            row = horizon + tick
            reached[row] = reached[row - 1]
            now = np.flatnonzero((self._first <= tick) & (tick <= self._last) & (gains > 0))
            if now.size:
                before = flat.take(came_from[:, now] + row * size).max(axis=0)
                reached[row, now] = np.maximum(reached[row, now], np.maximum(before, 0) + gains[now])
        return max(0.0, float(reached[-1].max())), self._walk(reached, gains)

    def _walk(self, reached: NDArray[np.float64], gains: NDArray[np.float64]) -> list[int]:
        row, here = len(reached) - 1, int(reached[-1].argmax())
        wishes: list[int] = []
        if reached[row, here] <= 0:
            return wishes
        while True:
            value = reached[row, here]
            row = int(np.searchsorted(reached[:, here], value))
            wishes.append(int(self.wishes[here]))
            before = reached[row - self._takes[:, here], np.arange(len(gains))]
            if before.max() <= 0:
                return wishes
            row, here = row - int(self._takes[before.argmax(), here]), int(before.argmax())
