"""How good is the planner's search? Measured on the literature's team orienteering instances with time windows.

    python -m tests.benchmarks.toptw [--seconds S] [--seed K] [--cpu] [--threads T] [--others] FILE:m ...

Without FILE:m all instances of ../shared/toptw run with one to four tours; where that folder is missing, three made-up
ones of the same shape do. Every score is recomputed from the file by a checker that shares no code with the planner.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jz_travel.planner.engine import Day, Legs, Option, Problem, Wish, solve

FOLDER = Path(__file__).parents[3] / "shared" / "toptw"
Tours = list[list[int]]


@dataclass(frozen=True)
class Vertex:
    x: float
    y: float
    stay: float
    score: int
    opens: float
    closes: float


@dataclass(frozen=True)
class Instance:
    name: str
    vertices: tuple[Vertex, ...]

    @property
    def decimals(self) -> int:
        """Travel times are cut off after so many: two in Cordeau's instances, one in Solomon's."""
        return 2 if self.name.startswith("pr") else 1

    def units(self, value: float) -> int:
        return round(value * (100 if self.decimals == 2 else 10))

    def legs(self) -> Legs:
        # In whole thousandths, so that the cut is exact: isqrt(n) // k is the floor of sqrt(n) / k.
        points = [(round(v.x * 1000), round(v.y * 1000)) for v in self.vertices]
        cut = 10 ** (3 - self.decimals)
        table = tuple(tuple(math.isqrt((a - c) ** 2 + (b - d) ** 2) // cut for c, d in points) for a, b in points)
        return Legs(table, table)

    def problem(self, tours: int) -> Problem:
        wishes = tuple(
            Wish((Option(number, self.units(v.opens), self.units(v.closes), self.units(v.stay), v.score),))
            for number, v in enumerate(self.vertices)
            if number
        )
        day = Day(0, 0, self.units(self.vertices[0].opens), self.units(self.vertices[0].closes))
        return Problem(wishes, (day,) * tours, (self.legs(),))


def read(path: Path) -> Instance:
    rows = [line.split() for line in path.read_text().splitlines() if line.strip()]
    return Instance(path.stem, tuple(_vertex(row) for row in rows[2:]))


def _vertex(row: Sequence[str]) -> Vertex:
    x, y, stay, score, opens, closes = (float(cell) for cell in (*row[1:5], *row[-2:]))
    return Vertex(x, y, stay, int(score), opens, closes)


def made_up(seed: int) -> Instance:
    """A hundred places scattered like Solomon's, windows of mixed width; for where the real files are missing."""
    dice = random.Random(seed)
    home = Vertex(50, 50, 0, 0, 0, 400)
    places = []
    for _ in range(100):
        opens = dice.randint(0, 300)
        closes = opens + dice.randint(10, 90)
        places.append(Vertex(dice.randint(0, 100), dice.randint(0, 100), 10, dice.randint(1, 40), opens, closes))
    return Instance(f"made{seed}", (home, *places))


def checked_score(instance: Instance, tours: Tours) -> int:
    """The score of these tours, recomputed from the vertices; an AssertionError names the first rule they break."""
    scale = 10**instance.decimals
    home = instance.vertices[0]
    visited = [number for tour in tours for number in tour]
    assert len(visited) == len(set(visited)), "a vertex is visited twice"
    assert 0 not in visited, "the start is no visit"
    for tour in tours:
        now, here = home.opens, home
        for vertex in [*(instance.vertices[number] for number in tour), home]:
            way = math.hypot(vertex.x - here.x, vertex.y - here.y)
            now = max(round(now + math.floor(way * scale + 1e-7) / scale, 6), vertex.opens)
            assert now <= vertex.closes, f"too late: {now} > {vertex.closes}"
            now, here = now + vertex.stay, vertex
    return sum(instance.vertices[number].score for number in visited)


def ours(instance: Instance, tours: int, options: argparse.Namespace) -> Tours:
    clock = time.thread_time if options.cpu else time.perf_counter
    plan = solve(
        instance.problem(tours), seed=options.seed, seconds=options.seconds, threads=options.threads, clock=clock
    )
    return [[visit.wish + 1 for visit in day.visits] for day in plan.days]


def nearest_first(instance: Instance, tours: int, options: argparse.Namespace) -> Tours:
    """Always on to the nearest place that is still in time, then 2-opt on each day, as simple planners do."""
    left, found = set(range(1, len(instance.vertices))), []
    travel = instance.legs().durations
    for _ in range(tours):
        tour: list[int] = []
        while fits := [v for v in left if _length(instance, travel, [*tour, v]) is not None]:
            here = tour[-1] if tour else 0
            tour.append(min(fits, key=lambda v: (travel[here][v], v)))
            left.remove(tour[-1])
        found.append(_two_opt(instance, travel, tour))
    return found


def _two_opt(instance: Instance, travel: Sequence[Sequence[int]], tour: list[int]) -> list[int]:
    better = True
    while better:
        better = False
        for i in range(len(tour)):
            for j in range(i + 2, len(tour) + 1):
                turned = tour[:i] + tour[i:j][::-1] + tour[j:]
                new, old = _length(instance, travel, turned), _length(instance, travel, tour)
                if new is not None and old is not None and new < old:
                    tour, better = turned, True
    return tour


def _length(instance: Instance, travel: Sequence[Sequence[int]], tour: list[int]) -> int | None:
    """The travel time of a tour; None if it comes too late somewhere."""
    now, here, length = instance.units(instance.vertices[0].opens), 0, 0
    for number in [*tour, 0]:
        vertex = instance.vertices[number]
        length += travel[here][number]
        now = max(now + travel[here][number], instance.units(vertex.opens))
        if now > instance.units(vertex.closes):
            return None
        now, here = now + instance.units(vertex.stay), number
    return length


def or_tools(instance: Instance, tours: int, options: argparse.Namespace) -> Tours:
    """Google's routing solver: every place may be left out at the price of its score, guided local search."""
    pywrapcp = importlib.import_module("ortools.constraint_solver.pywrapcp")
    enums = importlib.import_module("ortools.constraint_solver.routing_enums_pb2")

    problem, travel = instance.problem(tours), instance.legs().durations
    stay = [instance.units(vertex.stay) for vertex in instance.vertices]
    manager = pywrapcp.RoutingIndexManager(len(travel), tours, 0)
    routing = pywrapcp.RoutingModel(manager)
    node = manager.IndexToNode
    length = routing.RegisterTransitCallback(lambda i, j: travel[node(i)][node(j)])
    elapsed = routing.RegisterTransitCallback(lambda i, j: travel[node(i)][node(j)] + stay[node(i)])
    routing.SetArcCostEvaluatorOfAllVehicles(length)
    closes = problem.days[0].closes
    routing.AddDimension(elapsed, closes, closes, False, "time")
    hours = routing.GetDimensionOrDie("time")
    for number, vertex in enumerate(instance.vertices):
        if number:
            index = manager.NodeToIndex(number)
            routing.AddDisjunction([index], vertex.score * 1000)
            hours.CumulVar(index).SetRange(instance.units(vertex.opens), min(closes, instance.units(vertex.closes)))
    search = pywrapcp.DefaultRoutingSearchParameters()
    search.local_search_metaheuristic = enums.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    search.time_limit.FromMilliseconds(round(options.seconds * 1000))
    answer = routing.SolveWithParameters(search)
    found: Tours = []
    for tour in range(tours):
        stops, index = [], routing.Start(tour)
        while answer and not routing.IsEnd(index := answer.Value(routing.NextVar(index))):
            stops.append(node(index))
        found.append(stops)
    return found


def best_known(folder: Path) -> dict[tuple[str, int], int]:
    file = folder / "best_known.csv"
    if not file.exists():
        return {}
    with file.open(newline="") as rows:
        return {(row["instance"], int(row["tours"])): int(row["best_known"]) for row in csv.DictReader(rows)}


def chosen(wanted: Sequence[str], folder: Path) -> Iterator[tuple[Instance, int]]:
    if wanted:
        for word in wanted:
            file, _, tours = word.rpartition(":")
            path = Path(file)
            yield read(path if path.exists() else folder / f"{path.stem}.txt"), int(tours)
    elif folder.is_dir():
        for path in sorted(folder.glob("*.txt")):
            yield from ((read(path), tours) for tours in range(1, 5))
    else:
        print(f"{folder} is missing: made-up instances of the same shape, for which no best score is known")
        yield from ((made_up(seed), tours) for seed in range(3) for tours in range(1, 5))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--cpu", action="store_true", help="seconds of processor time a thread, on a busy machine")
    parser.add_argument("--others", action="store_true", help="simple planners and OR-Tools as well")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the instances and best_known.csv are")
    parser.add_argument("instances", nargs="*", metavar="FILE:m")
    compare(parser.parse_args())


def side_by_side(instances: Sequence[str], folder: Path, seconds: float, seed: int) -> None:
    """Ours and the other methods on the same instances."""
    options = {"instances": instances, "folder": folder, "seconds": seconds, "seed": seed}
    compare(argparse.Namespace(**options, threads=2, cpu=False, others=True))


def compare(options: argparse.Namespace) -> None:
    methods: dict[str, Callable[[Instance, int, argparse.Namespace], Tours]] = {"jz_travel": ours}
    if options.others:
        methods |= {"nearest + 2-opt": nearest_first, "OR-Tools": or_tools}
    best, gaps = best_known(options.folder), dict[str, list[float]]()
    for instance, tours in chosen(options.instances, options.folder):
        for method, run in methods.items():
            report(method, run, instance, tours, options, best, gaps)
    for method, values in gaps.items():
        print(f"{method}: mean gap {sum(values) / len(values):.2f} % over {len(values)}")


def report(
    method: str,
    run: Callable[[Instance, int, argparse.Namespace], Tours],
    instance: Instance,
    tours: int,
    options: argparse.Namespace,
    best: dict[tuple[str, int], int],
    gaps: dict[str, list[float]],
) -> None:
    try:
        score = checked_score(instance, run(instance, tours, options))
    except ModuleNotFoundError:
        print(f"{instance.name:8} m={tours} {method:16} not installed")
        return
    known = best.get((instance.name, tours))
    if known is None:
        print(f"{instance.name:8} m={tours} {method:16} {score:6}", flush=True)
        return
    gaps.setdefault(method, []).append(100 * (known - score) / known)
    print(f"{instance.name:8} m={tours} {method:16} {score:6} of {known:6}, gap {gaps[method][-1]:6.2f} %", flush=True)


if __name__ == "__main__":
    main()
