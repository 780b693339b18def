"""What makes a trip good beyond its days one by one: nobody goes to and fro between areas, rests between two climbs, or
waits for days on end before the first sight.
"""

from datetime import date

from jz_travel.domain.places import PlaceId
from jz_travel.domain.request import Pace, Party, Request
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import Trip
from jz_travel.planner.chosen import Chosen
from jz_travel.planner.draft import blank, with_visits
from jz_travel.planner.forward import brought_forward
from jz_travel.planner.merit import ANOTHER_CLIMB, COMING_BACK, day_merit, merit
from jz_travel.planner.settle import settled
from jz_travel.planner.task import Task, prepare
from tests.planner.jiaozuo import asking, jiaozuo, place, planned

A_MONDAY = date(2026, 5, 18)


def in_the_city(task: Task, *days: str) -> Trip:
    """A place a day, or none, and every night in the city."""
    beds = (place("stay_city"),) * (len(days) - 1)
    trip = with_visits(blank(task, beds), [[Chosen(place(each))] if each else [] for each in days], task)
    for index in range(len(days)):
        trip = settled(trip, index, task.judge)
    assert all(task.judge.day(trip, index).works for index in range(len(days)))
    return trip


def strain(request: Request, *days: str) -> float:
    """What the trip loses besides its days, in minutes on the road."""
    task = prepare(request, jiaozuo())
    trip = in_the_city(task, *days)
    alone = sum(day_merit(trip, index, task) for index in range(len(days)))
    return (alone - merit(trip, task)) / task.habit.way


def test_coming_back_to_an_area_that_was_left_costs_and_two_days_running_in_it_do_not() -> None:
    request = asking(starts=A_MONDAY, days=3)
    assert strain(request, "hongshixia", "tanpuxia", "chenjiagou") == 0
    assert strain(request, "hongshixia", "chenjiagou", "tanpuxia") == COMING_BACK
    assert strain(request, "hongshixia", "", "tanpuxia") == 0, "a day of rest leaves nothing"
    assert strain(request, "chenjiagou", "jiayingguan", "yingshicheng") == 0


def test_who_takes_it_easy_wants_another_day_between_two_in_the_mountains() -> None:
    seniors = asking(starts=A_MONDAY, days=3, party=Party(1, seniors=1))
    for request in (seniors, asking(starts=A_MONDAY, days=3, pace=Pace.RELAXED)):
        assert strain(request, "yuntaishan", "shennongshan", "chenjiagou") == ANOTHER_CLIMB
        assert strain(request, "yuntaishan", "chenjiagou", "shennongshan") == 0
    assert strain(asking(starts=A_MONDAY, days=3), "yuntaishan", "shennongshan", "chenjiagou") == 0


def test_who_has_more_days_than_sights_sees_them_first() -> None:
    task = prepare(asking(starts=A_MONDAY, days=7), jiaozuo())
    trip = in_the_city(task, "", "", "chenjiagou", "", "jiayingguan", "yuntaishan", "")
    sooner = brought_forward(trip, task)
    assert [len(day.stops) for day in sooner.days] == [1, 1, 1, 0, 0, 0, 0]
    assert merit(sooner, task) >= merit(trip, task)


def test_a_locked_day_stays_though_the_days_before_are_empty() -> None:
    task = prepare(
        asking(starts=A_MONDAY, days=4, locked_days=(3,)), jiaozuo(), current := planned(asking(days=4)).trip
    )
    before = blank(task, tuple(day.lodging for day in current.days[:-1]))
    assert brought_forward(before, task).days[2].stops == current.days[2].stops


def test_visits_are_a_little_shorter_where_one_sight_more_fits_then() -> None:
    three = {"longyuanhu", "tianhe", "yingshicheng"}
    others = tuple(each.id for each in jiaozuo().catalogue if each.is_sight and each.id not in three)
    request = Request(
        date(2026, 1, 13),
        1,
        arrival=PlaceId("wuzhi_rail"),
        departure=PlaceId("stay_city"),
        modes=(Mode.COACH,),
        pace=Pace.RELAXED,
        avoid=others,
    )
    assert set(planned(request).places) == three


def test_a_must_that_is_worth_little_is_in_the_plan_however_long_the_way() -> None:
    must = place("jingyingsi")
    others = tuple(each.id for each in jiaozuo().catalogue if each.is_sight and each.id != must)
    found = planned(asking(starts=A_MONDAY, days=1, musts=(must,), avoid=others))
    assert found.places == (must,)
    assert found.works
