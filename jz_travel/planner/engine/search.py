"""The search: PyVRP's local search inside an annealing loop of our own, one loop a thread.

Threads are enough to use several cores, because PyVRP lets go of the interpreter lock.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from math import log
from statistics import median

from pyvrp import Activity, PenaltyManager, PenaltyParams, RandomNumberGenerator, Solution
from pyvrp.search import (
    InsertOptionalClient,
    LocalSearch,
    NeighbourhoodParams,
    PerturbationManager,
    PerturbationParams,
    Relocate1,
    RemoveOptionalClient,
    ReplaceGroup,
    ReplaceOptionalClient,
    SwapTails,
    compute_neighbours,
)

from jz_travel.planner.engine.fitting import Key
from jz_travel.planner.engine.model import Model
from jz_travel.planner.engine.problem import Plan, Problem

# Of PyVRP's operators those that earn their time here (the swaps hardly ever apply), and settings measured with
# tests/benchmarks/toptw.py.
_OPERATORS = (Relocate1, SwapTails, InsertOptionalClient, RemoveOptionalClient, ReplaceOptionalClient, ReplaceGroup)
_NEIGHBOURS = NeighbourhoodParams(num_neighbours=35)
_PERTURBATION = PerturbationParams(min_perturbations=1, max_perturbations=25)
_HEAT = 0.6  # by how many usual prizes a plan may get worse in one step; cools down to nothing over the budget
_EXCESS = 0.001  # the part of a limit by which a plan may exceed it at first for two of the highest prizes
_LOOK = 0.01  # seconds between two looks at `stop`


def solve(
    problem: Problem,
    *,
    seed: int,
    seconds: float | None = None,
    iterations: int | None = None,
    warm: Sequence[Iterable[Key]] = (),
    others: Sequence[Sequence[Iterable[Key]]] = (),
    stop: Callable[[], bool] = lambda: False,
    on_improvement: Callable[[Plan], None] = lambda _: None,
    threads: int = 2,
    clock: Callable[[], float] = time.perf_counter,
) -> Plan:
    """The best plan found within `seconds`, or within `iterations` a thread: then the same seed gives the same plan.

    `warm` names (wish, option) pairs day by day: the result is never worse than that plan, if that keeps all limits.
    `others` are further plans to begin with, for one more thread each.
    `stop` and `on_improvement` are called in the caller's thread; each improvement is strictly better than the last.
    `clock` is read in every search thread on its own.
    """
    if (seconds is None) == (iterations is None):
        raise ValueError("give either seconds or iterations")
    begun = clock()
    model = Model(problem)
    start = model.solution(warm)
    starts = [start] * threads + [model.solution(other) for other in others]
    if model.empty:
        return model.plan(start)
    neighbours = compute_neighbours(model.data, _NEIGHBOURS)
    budget = _Budget(seconds, iterations, clock, used=clock() - begun)
    found: queue.SimpleQueue[Solution | None] = queue.SimpleQueue()

    def search(number: int) -> Solution:
        try:
            return _Search(model, neighbours, seed + number * 1_000_003).run(starts[number], budget, found.put)
        finally:
            found.put(None)

    with ThreadPoolExecutor(len(starts)) as pool:
        running = [pool.submit(search, number) for number in range(len(starts))]
        try:
            _listen(model, model.feasible(start), found, len(starts), budget, stop, on_improvement)
        finally:
            budget.halt.set()
    return model.plan(min((task.result() for task in running), key=model.cost))


def _listen(
    model: Model,
    best: Solution,
    found: queue.SimpleQueue[Solution | None],
    running: int,
    budget: _Budget,
    stop: Callable[[], bool],
    on_improvement: Callable[[Plan], None],
) -> None:
    while running:
        if stop():
            budget.halt.set()
        try:
            news = found.get(timeout=_LOOK)
        except queue.Empty:
            continue
        if news is None:
            running -= 1
        elif model.cost(news) < model.cost(best):
            best = news
            on_improvement(model.plan(best))


@dataclass(frozen=True)
class _Budget:
    seconds: float | None
    iterations: int | None
    clock: Callable[[], float]
    used: float  # before the search threads began
    halt: threading.Event = field(default_factory=threading.Event)

    def spent(self, done: int, begun: float) -> float:
        """The part of the budget that is gone; 1 and more end the search."""
        if self.halt.is_set():
            return 1.0
        if self.iterations is not None:
            return done / self.iterations if self.iterations else 1.0
        assert self.seconds is not None
        return (self.used + self.clock() - begun) / self.seconds if self.seconds else 1.0


class _Search:
    def __init__(self, model: Model, neighbours: dict[Activity, list[Activity]], seed: int) -> None:
        data, worths = model.data, model.worths()
        self._model = model
        self._prize = median(worths)
        self._rng = RandomNumberGenerator(seed=seed)
        self._improve = LocalSearch(data, self._rng, neighbours, PerturbationManager(_PERTURBATION))
        for operator in _OPERATORS:
            if operator.supports(data):
                self._improve.add_operator(operator(data))
        days = model.problem.days
        dear = 2.0 * max(worths)
        late = dear / (1 + _EXCESS * max(day.closes - day.opens for day in days))
        far = dear / (1 + _EXCESS * max(day.farthest or 0 for day in days))
        loads = zip(*(day.capacity for day in days), strict=True)
        heavy = [dear / (1 + _EXCESS * max(limits)) for limits in loads]
        most = PenaltyParams(solutions_between_updates=100, max_penalty=1.0 + sum(worths))
        self._penalties = PenaltyManager((heavy, late, far), most)

    def run(self, start: Solution, budget: _Budget, report: Callable[[Solution], None]) -> Solution:
        model, improve, begun, done = self._model, self._improve, budget.clock(), 0
        best, current = model.feasible(start), start
        while (spent := budget.spent(done, begun)) < 1:
            costs = self._penalties.cost_evaluator()
            candidate = improve(current, costs, exhaustive=not done)  # first polish what is there, then shake it
            self._penalties.register(candidate)
            if model.cost(candidate) < model.cost(best):
                polished = improve(candidate, costs, exhaustive=True)
                best = candidate = polished if model.cost(polished) <= model.cost(candidate) else candidate
                report(best)
            heat = -log(1 - self._rng.rand()) * _HEAT * self._prize * (1 - spent)
            if costs.penalised_cost(candidate) < costs.penalised_cost(current) + heat:
                current = candidate
            done += 1
        return best
