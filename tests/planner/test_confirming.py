"""What is said about plans for requests that nobody thought of is true, and whoever checks it would notice a lie."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from jz_travel.domain.places import Theme
from jz_travel.domain.plan import LeftOut
from jz_travel.domain.reasons import (
    ClosedThen,
    Conflict,
    Demand,
    LessWorth,
    NoTimeLeft,
    NotWorthTheWay,
    OverBudget,
    Reason,
    SeenWith,
    TooFar,
    Wanted,
)
from jz_travel.domain.request import Interest, Pace, Request
from jz_travel.domain.trip import TripId, new_trip
from jz_travel.planner import as_plan, plan
from tests.benchmarks.plans import load_of, random_request
from tests.planner.confirming import confirmed
from tests.planner.conflicting import unfounded
from tests.planner.jiaozuo import NATIONAL_DAY, STATION, asking, jiaozuo, place
from tests.planner.random_requests import Found, look_at


@pytest.mark.parametrize("seed", range(5))
def test_reasons_fixes_and_conflicts_are_confirmed(seed: int) -> None:
    rng, found = random.Random(f"test {seed}"), Found()
    look_at(random_request(rng, jiaozuo().catalogue, 3), jiaozuo(), found, rng, reasons=4, conflicts=1)
    assert found.told == []
    assert found.seen.total() > 1


HOUR = timedelta(hours=1)
LIES: dict[str, Reason] = {
    "qingtianhe": ClosedThen((NATIONAL_DAY,)),
    "jz_museum": TooFar(NATIONAL_DAY, HOUR, HOUR),
    "hanyuan": LessWorth(NATIONAL_DAY, (place("chenjiagou"),)),
    "shennongshan": NotWorthTheWay(NATIONAL_DAY, HOUR),
    "dangyangyu": OverBudget(10.0, 20.0),
    "fengshan": SeenWith(place("yuntaishan")),
}


@pytest.mark.parametrize("name", LIES)
def test_a_reason_that_is_not_true_is_noticed(name: str) -> None:
    request, world = asking(days=1), jiaozuo()
    trip = new_trip(TripId("hand"), "", NATIONAL_DAY, 1).with_arrival(STATION).with_departure(STATION)
    trip = trip.with_stop(place("jiayingguan"), trip.days[0].id).with_request(request)
    nearly_empty = as_plan(trip, world.catalogue, world.travel, world.daylight)
    assert confirmed(LeftOut(place(name), LIES[name]), nearly_empty, world)


def test_a_conflict_that_is_none_is_noticed() -> None:
    demands = (Demand(Wanted.VISIT, place("jiayingguan")), Demand(Wanted.DAYS))
    assert unfounded(Conflict(demands), asking(), jiaozuo())


def test_no_time_is_said_only_where_the_earliest_start_does_not_help_either() -> None:
    request = Request(
        date(2026, 11, 13), 2, pace=Pace.RELAXED, musts=(place("anshang"), place("tjq_museum")),
        interests=(Interest(Theme.YELLOW_RIVER), Interest(Theme.FAMILY, 0.5), Interest(Theme.STUDY, 0.5)),
    )  # fmt: skip
    world = replace(jiaozuo(), load=load_of)
    answer = plan(request, world)
    told = [left for left in answer.left_out if isinstance(left.reason, NoTimeLeft)]
    assert told
    assert not any(confirmed(left, answer, world) for left in told)
