"""What no plan can beat, so that "within 2 % of the best possible" can be said with proof.

The rules that tie days together are given up and paid for instead: each sight has a price that rises when several days
want it, an area and the sights in it share prices, and each bed has one price for ending a day there and gets it back
from the day that starts there. For any prices, the best single days and the prices together are more than any whole
trip can bring; the search is for the prices that bring this down (Lagrangian relaxation, subgradient steps).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import floor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jz_travel.domain.clock import MINUTE
from jz_travel.domain.places import PlaceId
from jz_travel.domain.plan import Plan
from jz_travel.domain.timetable import LUNCH_LASTS, STAY_WITH_LUNCH
from jz_travel.domain.trip import Trip
from jz_travel.planner.beds import beds
from jz_travel.planner.best_day import BestDay, Ends, Found, Table, Ticks, Visits
from jz_travel.planner.comfort import is_for_the_evening, weariness
from jz_travel.planner.cost import of_place
from jz_travel.planner.habits import A_DAY_OUT, DINNER_UNTIL, stays
from jz_travel.planner.merit import score
from jz_travel.planner.polish import new_stop
from jz_travel.planner.puzzle import capacity_of, loads_of
from jz_travel.planner.settle import FOR_A_SHORT_VISIT
from jz_travel.planner.task import Task, prepare
from jz_travel.planner.world import World

COARSE, FINE = 5, 1
"""Minutes of a tick: first for prices that are nearly right, then for a bound that is nearly tight."""
ROUNDS = 48
PATIENCE = 4
"""So many rounds without a lower bound before the steps get shorter."""

Beds = tuple[PlaceId | None, ...]


def with_bound(
    plan: Plan,
    world: World,
    *,
    current: Trip | None = None,
    rounds: int = ROUNDS,
    stop: Callable[[], bool] = lambda: False,
) -> Plan:
    """The plan with the most that any plan for its request could score, where that can be told.

    It cannot when something asked for is missing, when stops are locked, or when not every place could be looked at.
    ``stop`` is asked often; the bound is valid after any number of rounds.
    """
    task = prepare(plan.request, world, current)
    asked = set(plan.request.insisted)
    if not asked <= set(plan.places) or any(task.kept) or any(frame.locked for frame in task.frames) or task.pruned:
        return plan
    if any(frame.none for frame in task.frames) or len(plan.request.members) > 1:
        return plan
    found = _Prices(task).lowered(score(plan.trip, task), rounds, stop)
    return plan if found is None else replace(plan, bound=found)


@dataclass(frozen=True)
class _Row:
    """At most one of these places may be in a trip; ``must``: exactly one has to be."""

    places: tuple[int, ...]
    must: bool


class _Prices:
    """One price for each rule that is given up: for every row of places, for every bed of every night, for what each
    day can hold, for the limit on driving of each day, and for the budget.
    """

    def __init__(self, task: Task) -> None:
        self._task = task
        self._places = list(task.candidates.values())
        self._number = {place.id: number for number, place in enumerate(self._places)}
        self._rows = self._rules()
        self._member = np.zeros((len(self._rows), len(self._places)))
        for number, row in enumerate(self._rows):
            self._member[number, list(row.places)] = 1
        self._nights = self._choices()
        self._days = self._on_a_clock(COARSE)
        self._loads = [self._load(index) for index in range(len(task.frames))]
        self._budget, self._costs = self._tickets()
        self._room = self._limits()

    def _rules(self) -> list[_Row]:
        insisted, rows = self._task.insisted, []
        paired = set()
        for area, sights in self._task.areas.items():
            for sight in sights:
                if not {area, sight} & insisted:
                    rows.append(_Row((self._number[area], self._number[sight]), False))
                    paired |= {area, sight}
        alone = [place.id for place in self._places if place.id not in paired]
        return [*rows, *(_Row((self._number[place],), place in insisted) for place in alone)]

    def _choices(self) -> list[Beds]:
        """Where one can be at each end of the days: before the first, between two, after the last."""
        request, open_, count = self._task.request, beds(self._task) or (None,), len(self._task.frames)
        between: list[Beds] = [
            (request.lodging_of(night),) if request.lodging_of(night) else open_ for night in range(count - 1)
        ]
        home: Beds = (request.lodging_of(0),) if count == 1 else between[0]
        first: Beds = (request.arrival,) if request.arrival else home
        last: Beds = (request.ends_at,) if request.ends_at else (between[-1] if between else home)
        return [first, *between, last]

    def _on_a_clock(self, tick: int) -> list[BestDay]:
        return [self._day(index, tick) for index in range(len(self._task.frames))]

    def _day(self, index: int, tick: int) -> BestDay:
        task, frame = self._task, self._task.frames[index]
        quick, mode, way = task.quick, frame.mode, task.habit.way
        ids = [place.id for place in self._places]

        def ends(known: Beds, back: bool) -> Ends:
            legs = [[quick.way(p, b, mode) if back else quick.way(b, p, mode) for p in ids] for b in known]
            minutes = np.array([[careful for _, careful in row] for row in legs], dtype=np.int64)
            return Ends(minutes, np.array([[way * planned for planned, _ in row] for row in legs]))

        between = [[quick.way(one, other, mode) for other in ids] for one in ids]
        minutes = np.array([[careful for _, careful in row] for row in between], dtype=np.int64)
        costs = np.array([[way * planned for planned, _ in row] for row in between])
        starts, finish = ends(self._nights[index], False), ends(self._nights[index + 1], True)
        quickest, costs = _shortest(minutes.astype(np.float64)), _shortest(costs)
        starts = Ends(_on_the_clock(_reached(starts.ticks, quickest), tick), _reached(starts.costs, costs))
        if task.request.driving is None and index + 1 < len(task.frames):  # a limit on driving is about the road alone
            finish = Ends(finish.ticks, finish.costs + way * self._weariness(finish.costs / way))
        finish = Ends(_on_the_clock(_reached(finish.ticks, quickest.T), tick), _reached(finish.costs, costs.T))
        evening = any(is_for_the_evening(place, frame) for place in self._places)
        last = index + 1 == len(task.frames)
        over = frame.ends_by if last or evening or not task.request.dinner else min(frame.ends_by, DINNER_UNTIL)
        return BestDay(
            self._visits(index, tick),
            starts,
            finish,
            _on_the_clock(quickest, tick),
            costs,
            over // MINUTE // tick,
            task.request.lunch,
            tick,
        )

    def _weariness(self, minutes: Table) -> Table:
        """By how many minutes the way from each place (column) to bed feels longer."""
        felt = [[weariness(place, round(way)) for place, way in zip(self._places, row, strict=True)] for row in minutes]
        return np.array(felt)

    def _visits(self, index: int, tick: int) -> Visits:
        task, frame = self._task, self._task.frames[index]
        earliest = min(frame.earliest, frame.starts)
        rows = []
        for number, place in enumerate(self._places):
            insisted, pin = place.id in task.insisted, task.pin(place.id)
            if pin is not None and pin.day - 1 != index:
                continue
            for stay in dict.fromkeys(stays(place, task.request.pace, insisted)):
                opens, latest, lasts = task.quick.window(new_stop(place.id, stay), index)
                early = insisted or stay + LUNCH_LASTS >= A_DAY_OUT
                sets_out = earliest if early else max(earliest, frame.starts - FOR_A_SHORT_VISIT)
                gain = task.points_on(place.id, index, stay) - task.habit.stop
                lunch = stay >= STAY_WITH_LUNCH
                times = (opens // tick, latest // tick, lasts // tick)
                rows.append((number, *times, gain, lunch, sets_out // MINUTE // tick, stay // MINUTE))
        columns = [np.array(column) for column in zip(*rows, strict=True)] if rows else [np.zeros(0)] * 8
        kinds = (np.int64, np.int64, np.int64, np.int64, np.float64, np.bool_, np.int64, np.int64)
        return Visits(*(column.astype(kind) for column, kind in zip(columns, kinds, strict=True)))

    def _load(self, index: int) -> Table:
        """What each way to visit takes up of what the day can hold, as parts of 1; what is full at 0, as it is."""
        visits, frame = self._days[index].visits, self._task.frames[index]
        whole = [max(1, each) for each in capacity_of(self._task)]
        stays_ = [each * MINUTE for each in visits.minutes]
        loads = [
            loads_of(self._places[p], stay, frame, self._task) for p, stay in zip(visits.places, stays_, strict=True)
        ]
        parts: Table = np.array(loads, dtype=np.float64).reshape(len(loads), len(whole)) / np.array(whole)
        return parts

    def _tickets(self) -> tuple[float, Table]:
        """The budget, and the least that a visit to each place costs; the ticket of an area is left out."""
        request, costs = self._task.request, np.zeros(len(self._places))
        if request.budget is None:
            return 0.0, costs
        for number, place in enumerate(self._places):
            costs[number] = min(of_place(place, request.party, frame.date).yuan for frame in self._task.frames)
        whole = max(1.0, request.budget)
        return request.budget / whole, costs / whole

    def _limits(self) -> dict[str, Table]:
        """The right-hand sides, group by group."""
        count, driving = len(self._days), self._task.request.driving
        loads = [min(1, each) for each in capacity_of(self._task)]
        return {
            "rows": np.ones(len(self._rows)),
            "nights": np.zeros(sum(len(each) for each in self._nights)),
            "loads": np.array(loads * count, dtype=np.float64),
            "driving": np.full(count, min(1.0, driving / MINUTE)) if driving is not None else np.zeros(0),
            "money": np.array([self._budget]) if self._task.request.budget is not None else np.zeros(0),
        }

    def lowered(self, known: int, rounds: int, stop: Callable[[], bool]) -> int | None:
        """The lowest bound that so many rounds find; None when there was not even time for one."""
        lowest, prices = self._descent(known, rounds, stop, np.inf, np.zeros(sum(map(len, self._room.values()))), 1.0)
        if lowest < np.inf and lowest >= known + 1:
            self._days = self._on_a_clock(FINE)
            lowest, _ = self._descent(known, max(1, rounds // 6), stop, lowest, prices, 0.3)
        return None if lowest == np.inf else floor(lowest + 1e-6)

    def _descent(
        self, known: int, rounds: int, stop: Callable[[], bool], lowest: float, prices: Table, stride: float
    ) -> tuple[float, Table]:
        """The lowest bound of so many steps, and its prices."""
        room, free, idle, best = np.concatenate(list(self._room.values())), self._free(), 0, prices
        for _ in range(rounds):
            if stop() or lowest < known + 1:
                break
            parts = self._parts(prices)
            found = [self._best(index, parts) for index in range(len(self._days))]
            value = float(prices @ room) + sum(day.value for day in found)
            idle = 0 if value < lowest - 0.5 else idle + 1
            if value < lowest:
                lowest, best = value, prices
            if idle >= PATIENCE:
                stride, idle = stride * 0.6, 0
            slope = room - self._used(found)
            slope[(prices <= 0) & (slope > 0) & ~free] = 0
            if (length := float(slope @ slope)) < 1e-9:
                break
            prices = prices - stride * (value - min(known, 0.99 * lowest)) / length * slope
            prices = np.where(free, prices, np.maximum(0, prices))
        return lowest, best

    def _parts(self, prices: Table) -> dict[str, Table]:
        ends = np.cumsum([len(each) for each in self._room.values()])
        return dict(zip(self._room, np.split(prices, ends[:-1]), strict=True))

    def _free(self) -> NDArray[np.bool_]:
        """The prices that may be negative: what must be, and the beds."""
        rows = [row.must for row in self._rows]
        others = [name == "nights" for name, group in self._room.items() if name != "rows" for _ in group]
        return np.array(rows + others, dtype=bool)

    def _best(self, index: int, prices: dict[str, Table]) -> Found:
        day, loads, count = self._days[index], self._loads[index], len(self._days)
        worth = self._member.T @ prices["rows"]
        worth += self._costs * prices["money"].sum()
        each = worth[day.visits.places] + loads @ prices["loads"].reshape(count, -1)[index]
        nights = np.split(prices["nights"], np.cumsum([len(each) for each in self._nights])[:-1])
        way = 1.0
        if (driving := self._task.request.driving) is not None:
            way += float(prices["driving"][index]) / (max(1.0, driving / MINUTE) * self._task.habit.way)
        return day.best(each, way, -nights[index], nights[index + 1])

    def _used(self, found: list[Found]) -> Table:
        """How much of each right-hand side these days take."""
        visits, used = np.zeros(len(self._places)), {name: np.zeros(len(group)) for name, group in self._room.items()}
        loads = used["loads"].reshape(len(found), -1)
        ends = np.cumsum([0, *(len(each) for each in self._nights)])
        driving = self._task.request.driving
        for index, day in enumerate(found):
            taken = list(day.visits)
            np.add.at(visits, self._days[index].visits.places[taken], 1)
            loads[index] = self._loads[index][taken].sum(axis=0)
            if driving is not None:
                used["driving"][index] = day.way / self._task.habit.way / max(1.0, driving / MINUTE)
            if index:
                used["nights"][ends[index] + day.start] -= 1
            if index + 1 < len(found):
                used["nights"][ends[index + 1] + day.end] += 1
        used["rows"] = self._member @ visits
        used["money"] += float(self._costs @ visits)
        return np.concatenate(list(used.values()))


def _shortest(table: Table) -> Table:
    """The shortest way between any two, over other places where that is shorter."""
    best = table.copy()
    np.fill_diagonal(best, 0)
    for over in range(len(best)):
        best = np.minimum(best, best[:, over : over + 1] + best[over : over + 1])
    return best


def _reached(ends: NDArray[Any], ways: Table) -> Table:
    found: Table = np.minimum(ends, (ends[:, :, None] + ways[None]).min(axis=1))
    return found


def _on_the_clock(minutes: Table, tick: int) -> Ticks:
    return minutes.astype(np.int64) // tick
