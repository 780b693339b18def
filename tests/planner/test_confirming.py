"""What is said about plans for requests that nobody thought of is true, and whoever checks it would notice a lie."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from jz_travel.domain.clock import hours
from jz_travel.domain.places import Theme
from jz_travel.domain.plan import LeftOut
from jz_travel.domain.reasons import (
    ClosedThen,
    Conflict,
    Demand,
    EndsTooLate,
    LessWorth,
    NoTimeLeft,
    NotLocated,
    NotWorthTheWay,
    OverBudget,
    Reason,
    SeenWith,
    TakeAnyway,
    TooFar,
    TooMuchDriving,
    Wanted,
)
from jz_travel.domain.request import Interest, Pace, Party, Request
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import TripId, new_trip
from jz_travel.planner import Effort, as_plan, plan, why_left_out
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


@pytest.mark.parametrize(("seed", "number"), [(1, 64), (1, 270), (1, 676), (11, 75), (12, 122)])
def test_what_was_once_wrong_is_not_any_more(seed: int, number: int) -> None:
    """A day begun too early for another first visit; a show for which nothing filled the day; two orders of a day; a
    show at noon; a wish that nobody can find, planned as the first of a day that begins nowhere.
    """
    world = replace(jiaozuo(), load=load_of)
    asked = random_request(random.Random(f"{seed} {number}"), world.catalogue)
    answer = plan(asked, world, effort=Effort(1))
    doubtful = [left for left in answer.left_out if isinstance(left.reason, (LessWorth, NoTimeLeft))]
    assert answer.violations == ()
    assert not any(confirmed(left, answer, world) for left in doubtful)
    assert not any(unfounded(conflict, asked, world) for conflict in answer.conflicts)


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


def said(name: str, request: Request) -> Reason:
    """Why a place is not in the plan for a request, once whoever checks it agrees."""
    answer = plan(request, jiaozuo(), reasons=False)
    left = why_left_out(answer, place(name), jiaozuo())
    assert left is not None, answer.places
    assert confirmed(left, answer, jiaozuo()) == ""
    return left.reason


def test_what_needs_other_beds_is_not_said_to_fit_instead_of_the_visits_of_a_day() -> None:
    request = Request(
        date(2026, 5, 26), 3, arrival=place("lya"), modes=(Mode.COACH,), pace=Pace.PACKED, driving=3 * HOUR,
        musts=(place("shanyangcheng"),), party=Party(2, 1, 1, 1),
        interests=(Interest(Theme.FAMILY), Interest(Theme.FARMING, 0.5), Interest(Theme.STUDY, 2.0)),
    )  # fmt: skip
    assert isinstance(said("yuntaishan", request), TooMuchDriving)


def test_how_far_it_is_alone_is_told_without_the_way_to_a_must_of_that_day() -> None:
    request = Request(
        date(2026, 5, 26), 2, arrival=place("lya"), departure=place("jiaozuo_rail"), modes=(Mode.COACH,),
        lodging=(place("stay_cjg"),), pace=Pace.PACKED, musts=(place("shanyangcheng"),),
        leaves_at=hours(8), back_by=hours(17),
    )  # fmt: skip
    trip = new_trip(TripId("hand"), "", request.starts, 2).with_request(request)
    first, second = (day.id for day in trip.days)
    trip = trip.with_arrival(request.arrival).with_departure(request.departure).with_mode(first, Mode.COACH)
    trip = trip.with_lodging(first, place("stay_cjg")).with_stop(place("shanyangcheng"), second)
    world = jiaozuo()
    by_hand = as_plan(trip, world.catalogue, world.travel, world.daylight)
    left = why_left_out(by_hand, place("yuntaishan"), world)
    assert left is not None
    assert isinstance(left.reason, TooFar)
    assert confirmed(left, by_hand, world) == ""


def test_what_somebody_would_like_and_nobody_can_find_is_not_planned_for_that_reason() -> None:
    assert said("huaiyao", asking(wishes=(place("huaiyao"),))) == NotLocated()


def test_a_ticket_that_is_paid_for_anyway_does_not_break_the_budget() -> None:
    request = asking(musts=(place("anshang"),), wishes=(place("yunxigu"),), budget=400.0, back_by=hours(17))
    assert not isinstance(said("yunxigu", request), OverBudget)


def test_who_has_no_way_to_go_is_not_told_of_one() -> None:
    request = Request(date(2026, 8, 9), 1, arrives=hours(11), wishes=(place("qingtianhe"),))
    assert isinstance(said("qingtianhe", request), NoTimeLeft)


def test_who_wants_to_be_back_before_a_show_is_told_when_it_begins() -> None:
    request = asking(days=1, wishes=(place("yunxigu"),), avoid=(place("yuntaishan"),), back_by=hours(18))
    reason = said("yunxigu", request)
    assert isinstance(reason, EndsTooLate)
    assert (reason.begins, reason.latest) == (hours(18, 30), hours(18))
    assert reason.ends > hours(19)


def test_a_day_with_one_visit_begins_as_late_as_its_doors_open() -> None:
    """A museum that only opens in the afternoon fits although nobody else would get up so late."""
    request = Request(date(2026, 5, 16), 1, pace=Pace.RELAXED, lodging=(place("stay_mogou"),))
    by_hand = new_trip(TripId("hand"), "", request.starts, 1).with_request(request)
    by_hand = by_hand.with_arrival(place("stay_mogou")).with_departure(place("stay_mogou"))
    world = jiaozuo()
    empty = as_plan(by_hand, world.catalogue, world.travel, world.daylight)
    left = why_left_out(empty, place("bainian"), world)
    assert left is not None
    assert isinstance(left.reason, NotWorthTheWay)
    assert left.fixes == (TakeAnyway(),)
    assert confirmed(left, empty, world) == ""
