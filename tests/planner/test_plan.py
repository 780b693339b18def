"""Whole trips over the real city: they work, they are sensible, and they keep what the visitor settled."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jz_travel.domain.clock import hours
from jz_travel.domain.plan import Plan
from jz_travel.domain.problems import Severity
from jz_travel.domain.reasons import Demand, Wanted
from jz_travel.domain.request import Pace, Party, Pin
from jz_travel.domain.trip import TripId, new_trip
from jz_travel.planner import plan
from tests.planner.jiaozuo import NATIONAL_DAY, NATURE, STATION, TAI_CHI, asking, clock, jiaozuo, place, planned, visits

REQUESTS = (
    asking(),
    asking(days=3, interests=(TAI_CHI, NATURE), party=Party(2, 0, 1, 1)),
    asking(starts=date(2026, 11, 14), arrives=hours(10), departs=hours(18)),
    asking(starts=date(2026, 1, 5), days=1, pace=Pace.PACKED),
    asking(days=3, pace=Pace.RELAXED, lodging=(place("stay_city"),)),
    asking(starts=date(2026, 7, 4), interests=(NATURE,), driving=timedelta(hours=2), on_foot=timedelta(hours=6)),
    asking(party=Party(2, 0, 0, 1, step_free=True), budget=100.0),
)


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda each: f"{each.starts} {each.days} days {each.pace}")
def test_nothing_is_wrong_with_a_plan(request_: object) -> None:
    found = planned(request_)  # type: ignore[arg-type]
    assert found.works
    assert found.places
    assert found.schedule.count(Severity.CLASH) == 0
    assert found.schedule.count(Severity.WARNING) == 0


def test_a_first_visit_goes_to_the_mountains() -> None:
    assert "yuntaishan" in planned(asking(days=3)).places


def test_whoever_comes_for_tai_chi_gets_to_chenjiagou() -> None:
    found = planned(asking(interests=(TAI_CHI,)))
    home = {"chenjiagou", *(each.id for each in jiaozuo().catalogue.sights_inside[place("chenjiagou")])}
    assert home & set(found.places)


def test_an_area_and_its_sights_are_never_both_in_a_plan() -> None:
    catalogue = jiaozuo().catalogue
    for request in REQUESTS:
        there = set(planned(request).places)
        assert not any(catalogue[each].area in there for each in there)


def test_the_same_seed_gives_the_same_plan() -> None:
    first, second = (plan(asking(), jiaozuo()) for _ in range(2))
    assert first.trip == second.trip
    assert first.left_out == second.left_out


def test_a_must_is_there_and_what_is_avoided_is_not() -> None:
    found = planned(asking(musts=(place("hanyuan"),), avoid=(place("yuntaishan"), place("qingtianhe"))))
    assert "hanyuan" in found.places
    assert not {"yuntaishan", "qingtianhe"} & set(found.places)


def test_a_pinned_visit_is_on_its_day_at_its_hour() -> None:
    found = planned(asking(pins=(Pin(place("chenjiagou"), 2, hours(10)),)))
    visit = next(each for each in found.schedule.days[1].visits if each.place == "chenjiagou")
    assert hours(10) <= clock(visit.enters) <= hours(10, 5)


def test_a_show_is_seen_at_the_hour_that_was_asked_for() -> None:
    found = planned(asking(pins=(Pin(place("yunxigu"), 1, hours(18, 50)),)))
    assert found.violations == ()
    assert found.conflicts == ()
    visit = next(each for each in found.schedule.days[0].visits if each.place == "yunxigu")
    assert hours(18, 50) <= clock(visit.enters) <= hours(18, 55)


def test_a_show_cannot_be_seen_before_it_begins_and_that_is_said() -> None:
    found = planned(asking(pins=(Pin(place("yunxigu"), 1, hours(13)),)))
    assert found.violations == ()
    wanted = {demand.what for conflict in found.conflicts for demand in conflict.demands}
    assert wanted == {Wanted.VISIT, Wanted.PIN, Wanted.OPENING}


def test_the_train_is_reached_and_nobody_leaves_before_arriving() -> None:
    days = planned(asking(arrives=hours(11), departs=hours(17))).schedule.days
    assert clock(days[0].starts) >= hours(11)
    assert clock(days[-1].ends) <= hours(17)
    assert (days[0].origin, days[-1].destination) == (STATION, STATION)


def test_every_full_day_has_lunch_and_dinner() -> None:
    found = planned(asking(days=3))
    for day, dinner in zip(found.schedule.days, found.dinners, strict=True):
        assert [meal.kind for meal in day.meals] == ["lunch"]
        assert day is found.schedule.days[-1] or (dinner and hours(17, 30) <= clock(dinner.starts) <= hours(20))


def test_nights_without_a_lodging_get_one_and_said_ones_are_kept() -> None:
    assert all(planned(asking(days=3)).trip.days[night].lodging for night in (0, 1))
    said = planned(asking(days=3, lodging=(place("stay_boai"), place("stay_city"))))
    assert [day.lodging for day in said.trip.days[:2]] == ["stay_boai", "stay_city"]


def test_what_is_locked_stays_where_it_is_with_its_name() -> None:
    trip = new_trip(TripId("mine"), "My trip", NATIONAL_DAY, 2)
    trip = trip.with_stop(place("renmin"), trip.days[0].id)
    trip = trip.with_lock(trip.days[0].stops[0].id, True)
    found = plan(asking(), jiaozuo(), current=trip).trip
    assert trip.days[0].stops[0] in found.days[0].stops
    assert (found.id, found.name, found.days[0].id) == ("mine", "My trip", trip.days[0].id)


def test_a_locked_day_is_not_touched() -> None:
    before = planned(asking()).trip
    mine = before.without_stop(before.days[0].stops[-1].id)
    found = plan(asking(locked_days=(1,), interests=(TAI_CHI,)), jiaozuo(), current=mine)
    assert found.trip.days[0] == mine.days[0]


def test_planning_again_keeps_the_identity_of_what_stays() -> None:
    before = planned(asking()).trip
    again = plan(asking(), jiaozuo(), current=before).trip
    kept = {stop.place: stop.id for stop in before.stops()}
    assert all(kept[stop.place] == stop.id for stop in again.stops() if stop.place in kept)


def test_plans_get_better_while_one_waits() -> None:
    scores: list[Plan] = []
    found = plan(asking(days=3), jiaozuo(), on_better=scores.append)
    assert scores
    assert all(each.works for each in scores)
    assert set(scores[-1].places) <= set(found.places) | {left.place for left in found.left_out}


def test_whoever_stops_the_planner_gets_a_plan_that_works() -> None:
    found = plan(asking(days=3), jiaozuo(), stop=lambda: True)
    assert found.works


# What nobody can satisfy


def test_no_days_at_all_are_named() -> None:
    assert planned(asking(days=0)).conflicts[0].demands == (Demand(Wanted.DAYS),)


def test_departing_before_arriving_is_named() -> None:
    found = planned(asking(days=1, arrives=hours(16), departs=hours(12)))
    assert not found.places
    assert {each.what for each in found.conflicts[0].demands} == {Wanted.ARRIVES, Wanted.DEPARTS, Wanted.DAYS}


def test_a_must_that_one_also_avoids_is_a_conflict_of_just_these_two() -> None:
    must = place("jiayingguan")
    found = planned(asking(musts=(must,), avoid=(must,)))
    assert set(found.conflicts[0].demands) == {Demand(Wanted.VISIT, must), Demand(Wanted.AVOID, must)}


def test_a_must_that_needs_a_bed_of_its_own_on_the_way_is_only_in_conflict_with_the_number_of_days() -> None:
    """With an hour on the road a day both are seen in five days, from two different beds, but not in three."""
    far, near = place("hanxianling"), place("yingshicheng")
    request = asking(
        days=3, starts=date(2026, 3, 13), arrival=place("lya"), departure=place("luoyang_rail"), musts=(near, far),
        driving=hours(1), pace=Pace.PACKED,
    )  # fmt: skip
    (conflict,) = plan(request, jiaozuo(), reasons=False).conflicts
    assert Demand(Wanted.DAYS) in conflict.demands
    assert {near, far} <= set(plan(replace(request, days=5), jiaozuo(), reasons=False).places)


def test_a_must_that_costs_more_than_the_budget_is_a_conflict_with_the_budget() -> None:
    must = place("jiayingguan")
    found = planned(asking(musts=(must,), budget=0.0))
    assert set(found.conflicts[0].demands) == {Demand(Wanted.VISIT, must), Demand(Wanted.BUDGET)}
    assert must not in found.places


def test_two_whole_days_do_not_fit_into_one() -> None:
    musts = (place("yuntaishan"), place("qingtianhe"))
    found = planned(asking(days=1, musts=musts))
    assert len(set(musts) & set(found.places)) == 1
    demands = {each for conflict in found.conflicts for each in conflict.demands}
    assert {Demand(Wanted.VISIT, must) for must in musts} <= demands


def test_avoiding_everything_gives_an_empty_plan_that_says_so() -> None:
    everything = tuple(each.id for each in jiaozuo().catalogue if each.is_sight)
    found = planned(asking(avoid=everything))
    assert not found.places
    assert found.conflicts


def test_a_place_to_sleep_is_no_place_to_visit() -> None:
    found = planned(asking(musts=(place("stay_city"),)))
    assert found.works
    assert "stay_city" not in visits(found, 0) + visits(found, 1)
