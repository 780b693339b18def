"""The bound: no plan beats it, and it is near enough to be worth saying."""

from datetime import timedelta
from itertools import permutations

import pytest

from jz_travel.domain.clock import hours
from jz_travel.domain.places import PlaceId
from jz_travel.domain.request import Member, Pace, Party, Pin, Request
from jz_travel.planner import Effort, plan, with_bound
from jz_travel.planner.chosen import Chosen
from jz_travel.planner.draft import blank, with_visits
from jz_travel.planner.mend import affordable
from jz_travel.planner.merit import score
from jz_travel.planner.settle import settled
from jz_travel.planner.task import prepare
from tests.planner.jiaozuo import NATURE, TAI_CHI, asking, jiaozuo, place, planned
from tests.planner.ten_requests import TEN, the_world

FEW = tuple(place(each) for each in ("chenjiagou", "jiayingguan", "yingshicheng", "dangyangyu", "zhaobao"))
REST = tuple(each.id for each in jiaozuo().catalogue if each.is_sight and each.id not in FEW)


def best_of_all(request: Request) -> int:
    """The best plan of one day in a room in the city, found by trying every order of every choice."""
    task = prepare(request, jiaozuo())
    empty = blank(task, ())
    best = 0
    for count in range(1, len(FEW) + 1):
        for order in permutations(FEW, count):
            trip = settled(with_visits(empty, [[Chosen(each) for each in order]], task), 0, task.judge)
            if task.judge.day(trip, 0).works and affordable(trip, task):
                best = max(best, score(trip, task))
    return best


@pytest.mark.parametrize(
    "request_",
    [
        asking(days=1, avoid=REST),
        asking(days=1, avoid=REST, pace=Pace.RELAXED, arrives=hours(11), departs=hours(17)),
        asking(days=1, avoid=REST, budget=100.0),
        asking(days=1, avoid=REST, driving=timedelta(minutes=130), interests=(TAI_CHI,)),
        asking(days=1, avoid=REST, lunch=False, dinner=False),
    ],
    ids=["as usual", "short day", "budget", "driving", "no meals"],
)
def test_no_plan_of_a_few_places_beats_the_bound_and_the_best_comes_near(request_: Request) -> None:
    best = best_of_all(request_)
    bounded = with_bound(planned(request_), jiaozuo())
    assert bounded.bound is not None
    assert best <= bounded.bound
    assert bounded.score >= 0.97 * best


@pytest.mark.parametrize("number", [1, 2, 4, 7], ids=lambda number: TEN[number].words[:30])
def test_no_plan_that_a_longer_search_finds_beats_the_bound(number: int) -> None:
    request = TEN[number].request
    found = plan(request, the_world(), reasons=False)
    bounded = with_bound(found, the_world(), rounds=24)
    others = (plan(request, the_world(), effort=Effort(seed), reasons=False) for seed in (2, 3))
    assert bounded.bound is not None
    assert bounded.bound >= max(found.score, *(other.score for other in others))
    assert bounded.gap is not None
    assert bounded.gap < 0.25


def test_nothing_is_said_about_what_cannot_be_bounded() -> None:
    missing = asking(days=1, musts=(place("yuntaishan"), place("qingtianhe")))
    group = asking(members=(Member("Li", (TAI_CHI,)), Member("Wang", (NATURE,))))
    for request in (missing, group):
        assert with_bound(planned(request), jiaozuo()).bound is None


def test_whoever_stops_it_gets_the_plan_as_it_was() -> None:
    found = planned(asking())
    assert with_bound(found, jiaozuo(), stop=lambda: True) == found


def test_what_is_pinned_and_wanted_counts_in_the_bound() -> None:
    request = asking(days=1, avoid=REST, pins=(Pin(PlaceId("jiayingguan"), 1, hours(10)),), party=Party(1))
    bounded = with_bound(planned(request), jiaozuo())
    assert bounded.bound is not None
    assert bounded.bound >= bounded.score
