"""The puzzle as PyVRP sees it: options are clients, wishes with several options are groups, days are vehicles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from pyvrp import Client, ClientGroup, CostEvaluator, Depot, Location, ProblemData, Route, Solution, VehicleType

from jz_travel.planner.engine.fitting import Key, fitting, tables
from jz_travel.planner.engine.problem import Day, DayPlan, Plan, Problem, Taken

_FOREVER = 2**50  # PyVRP adds such numbers up, so stay far from the largest


class Model:
    """A problem's PyVRP data and the way back. `empty` when no option fits any day: there is nothing to search then."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._legs = tables(problem)
        fits = fitting(problem, self._legs)
        self.keys = sorted(set().union(*fits))
        self.empty = not self.keys
        self._clients = {key: number for number, key in enumerate(self.keys)}
        self._alike: dict[Day, list[int]] = {}
        for number, day in enumerate(problem.days):
            self._alike.setdefault(day, []).append(number)
        windows = [
            (min(day[key][0] for day in fits if key in day), max(day[key][1] for day in fits if key in day))
            for key in self.keys
        ]
        # One point of prize outweighs all the time there is: the best visits first, among equals the shortest days.
        self._weight = 1 + sum(day.closes - day.opens for day in problem.days)
        prizes = sum(max((o.prize for o in w.options), default=0) for w in problem.wishes)
        self._must = 1 + prizes + ceil(problem.way * self._longest_way())
        self.data = self._data(windows)
        self._judge = CostEvaluator([0.0] * self.data.num_load_dimensions, 0.0, 0.0)

    def _longest_way(self) -> int:
        """Farther than anybody travels for nothing but musts."""
        musts = sum(wish.must for wish in self.problem.wishes)
        farthest = max((max(row, default=0) for distances, _ in self._legs for row in distances), default=0)
        return (musts + len(self.problem.days)) * int(farthest)

    def _data(self, windows: list[tuple[int, int]]) -> ProblemData:
        wishes, days = self.problem.wishes, list(self._alike)
        members: dict[int, list[int]] = {}
        for number, (wish, _) in enumerate(self.keys):
            members.setdefault(wish, []).append(number)
        grouped = [wish for wish, clients in members.items() if len(clients) > 1]
        group = {wish: number for number, wish in enumerate(grouped)}
        clients = []
        for (w, o), (earliest, latest) in zip(self.keys, windows, strict=True):
            option = wishes[w].options[o]
            clients.append(
                Client(
                    location=option.location,
                    delivery=list(option.loads),
                    service_duration=option.duration,
                    tw_early=earliest,
                    tw_late=latest,
                    prize=self._worth((w, o)) * self._weight,
                    required=False,
                    group=group.get(w),
                )
            )
        ends = sorted({day.start for day in days} | {day.end for day in days})
        return ProblemData(
            locations=[Location(0, 0) for _ in self.problem.legs[0].durations],
            clients=clients,
            depots=[Depot(location=place) for place in ends],
            vehicle_types=[self._vehicle(day, ends) for day in days],
            distance_matrices=[distances for _, distances in self._legs],
            duration_matrices=[durations for durations, _ in self._legs],
            groups=[ClientGroup(members[w], required=False) for w in grouped],
        )

    def _vehicle(self, day: Day, ends: list[int]) -> VehicleType:
        return VehicleType(
            num_available=len(self._alike[day]),
            capacity=list(day.capacity),
            start_depot=ends.index(day.start),
            end_depot=ends.index(day.end),
            tw_early=day.opens,
            tw_late=day.closes,
            shift_duration=_FOREVER if day.longest is None else day.longest,
            max_distance=_FOREVER if day.farthest is None else day.farthest,
            unit_distance_cost=round(self.problem.way * self._weight),
            unit_duration_cost=1,
            profile=day.legs,
        )

    def cost(self, solution: Solution) -> int:
        """The prizes not taken and the time spent; larger than any other if the solution breaks a limit."""
        return int(self._judge.cost(solution))

    def worths(self) -> list[int]:
        """What each client is worth in the unit of `cost`."""
        return [client.prize for client in self.data.clients()]

    def feasible(self, solution: Solution) -> Solution:
        """This solution, or the empty one if this one breaks a limit."""
        return solution if solution.is_feasible() else Solution(self.data, [])

    def _worth(self, key: Key) -> int:
        wish = self.problem.wishes[key[0]]
        return wish.options[key[1]].prize + (self._must if wish.must else 0)

    def solution(self, days: Sequence[Iterable[Key]]) -> Solution:
        """The given options day by day; those that fit no day, or stand there twice, are left out."""
        seen: set[int] = set()
        routes = []
        for kind, numbers in enumerate(self._alike.values()):
            for number in numbers:
                clients = []
                for key in days[number] if number < len(days) else ():
                    if key in self._clients and key[0] not in seen:
                        seen.add(key[0])
                        clients.append(self._clients[key])
                if clients:
                    routes.append(Route(self.data, clients, kind))
        return Solution(self.data, routes)

    def plan(self, solution: Solution) -> Plan:
        free = [list(numbers) for numbers in self._alike.values()]
        plans = {n: self._day_plan(day, [], day.opens) for n, day in enumerate(self.problem.days)}
        for route in solution.routes():
            keys = [self.keys[activity.idx] for activity in route if activity.is_client()]
            number = free[route.vehicle_type()].pop(0)
            plans[number] = self._day_plan(self.problem.days[number], keys, route.start_time())
        taken = {visit.wish: visit for day in plans.values() for visit in day.visits}
        return Plan(
            days=tuple(plans[n] for n in range(len(plans))),
            prize=sum(self.problem.wishes[w].options[visit.option].prize for w, visit in taken.items()),
            missing=tuple(w for w, wish in enumerate(self.problem.wishes) if wish.must and w not in taken),
        )

    def _day_plan(self, day: Day, keys: list[Key], leaves: int) -> DayPlan:
        durations = self.problem.legs[day.legs].durations
        now, place, visits = leaves, day.start, []
        for wish, choice in keys:
            option = self.problem.wishes[wish].options[choice]
            arrival = now + durations[place][option.location]
            start = max(arrival, option.earliest)
            now, place = start + option.duration, option.location
            visits.append(Taken(wish, choice, arrival, start, now))
        return DayPlan(tuple(visits), leaves, now + durations[place][day.end])
