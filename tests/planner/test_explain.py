"""Why not? The reason is true, and what is said to help does help."""

from datetime import date, timedelta

import pytest

from jz_travel.domain.clock import hours
from jz_travel.domain.plan import Plan
from jz_travel.domain.reasons import (
    AddDay,
    Avoided,
    DropPlaces,
    LessWorth,
    NoTimeLeft,
    NotInTheCatalogue,
    NotLocated,
    NotWorthTheWay,
    OverBudget,
    PlanAround,
    RaiseBudget,
    Reason,
    SeenWith,
    StayShorter,
    TooManySteps,
    TooMuchDriving,
)
from jz_travel.domain.request import Pace, Party, Pin, Request
from jz_travel.domain.trip import TripId, new_trip
from jz_travel.planner import as_plan, why_left_out, with_fix
from jz_travel.words import Words
from tests.planner.jiaozuo import NATURE, STATION, TAI_CHI, asking, jiaozuo, place, planned


def why(name: str, request: Request) -> Reason:
    left = planned(request).reason(place(name))
    assert left is not None, planned(request).places
    return left.reason


def test_one_day_for_yuntaishan_leaves_no_room_for_qingtianhe() -> None:
    request = asking(days=1, musts=(place("yuntaishan"),), wishes=(place("qingtianhe"),))
    left = planned(request).reason(place("qingtianhe"))
    assert left
    assert isinstance(left.reason, NoTimeLeft)
    assert AddDay() in left.fixes


def test_a_place_that_would_fit_instead_of_others_names_them() -> None:
    request = asking(days=1, wishes=(place("yuntaishan"), place("qingtianhe")))
    found = planned(request)
    missing = "qingtianhe" if "yuntaishan" in found.places else "yuntaishan"
    reason = why(missing, request)
    assert isinstance(reason, LessWorth)
    assert set(reason.than) <= set(found.places)


def test_the_sights_of_a_visited_area_are_seen_with_it() -> None:
    assert why("hongshixia", asking(days=3)) == SeenWith(place("yuntaishan"))


def test_what_nobody_can_find_is_not_planned() -> None:
    assert why("danhexiagu", asking(interests=(NATURE,))) == NotLocated()


def test_steps_are_named_as_the_reason() -> None:
    assert why("yuntaishan", asking(party=Party(2, step_free=True))) == TooManySteps(told=True)


def test_what_is_asked_for_and_avoided_was_avoided() -> None:
    assert why("hanyuan", asking(wishes=(place("hanyuan"),), avoid=(place("hanyuan"),))) == Avoided()


def test_a_hotel_is_no_place_to_visit() -> None:
    assert why("stay_city", asking(musts=(place("stay_city"),))) == NotInTheCatalogue()


def test_the_budget_is_named_with_what_is_missing() -> None:
    reason = why("jiayingguan", asking(wishes=(place("jiayingguan"),), budget=50.0))
    assert isinstance(reason, OverBudget)
    assert reason.costs > reason.left


def test_the_limit_on_driving_is_named() -> None:
    reason = why("qingtianhe", asking(wishes=(place("qingtianhe"),), driving=timedelta(hours=1)))
    assert isinstance(reason, TooMuchDriving)
    assert reason.would_be > reason.most == timedelta(hours=1)


def test_what_would_fit_but_is_not_worth_it_says_how_far_it_is() -> None:
    found = planned(asking(days=3, pace="relaxed"))
    far = [left.reason for left in found.left_out if isinstance(left.reason, NotWorthTheWay)]
    assert all(reason.extra < timedelta(hours=6) for reason in far)


def test_when_the_days_are_full_as_well_more_money_alone_does_not_help() -> None:
    request = asking(days=1, wishes=(place("qingtianhe"),), budget=100.0)
    found = planned(request)
    left = found.reason(place("qingtianhe"))
    assert left
    assert isinstance(left.reason, OverBudget)
    dearer = next(fix for fix in left.fixes if isinstance(fix, RaiseBudget))
    assert set(dearer.without) <= set(found.places)
    assert dearer.without
    cured = with_fix(found, left.place, dearer, jiaozuo())
    assert cured
    assert cured.works
    assert not set(dearer.without) & set(cured.places)
    assert cured.request.budget == dearer.budget > 100


def test_what_is_too_far_from_where_one_sleeps_is_planned_around_with_other_beds() -> None:
    request = asking(days=3, arrives=hours(14), departs=hours(12), pace=Pace.RELAXED)
    trip = new_trip(TripId("hand"), "", request.starts, 3).with_request(request)
    first, second, _ = (day.id for day in trip.days)
    trip = trip.with_arrival(STATION).with_departure(STATION).with_stop(place("hanyuan"), second)
    trip = trip.with_lodging(first, place("stay_mogou")).with_lodging(second, place("stay_mogou"))
    world = jiaozuo()
    by_hand = as_plan(trip, world.catalogue, world.travel, world.daylight)
    left = why_left_out(by_hand, place("yuntaishan"), world)
    assert left
    around = next(fix for fix in left.fixes if isinstance(fix, PlanAround))
    cured = with_fix(by_hand, left.place, around, world)
    assert cured
    assert cured.works
    assert place("yuntaishan") in cured.places
    assert cured.trip.days[0].lodging != place("stay_mogou")


def test_a_fix_works_although_something_else_that_was_asked_for_cannot_be() -> None:
    found = planned(asking(days=1, pins=(Pin(place("hongshixia"), 3, hours(9)),)))
    assert found.conflicts
    left = next(left for left in found.left_out if left.fixes)
    cured = with_fix(found, left.place, left.fixes[0], jiaozuo())
    assert cured
    assert cured.works
    assert cured.conflicts == found.conflicts


REQUESTS = (
    asking(days=1),
    asking(days=3, interests=(NATURE,)),
    asking(starts=date(2026, 11, 14), arrives=hours(10), departs=hours(18)),
    asking(days=3, interests=(TAI_CHI,), budget=60.0, wishes=(place("jiayingguan"), place("chenjiagou"))),
    asking(leaves_at=hours(9), back_by=hours(17)),
)


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda each: f"{each.starts} {each.days}")
def test_every_fix_brings_the_place_in_and_breaks_nothing(request_: Request) -> None:
    found = planned(request_)
    fixes = [(left.place, fix) for left in found.left_out for fix in left.fixes]
    assert fixes
    for name, fix in fixes[:12]:
        cured = with_fix(found, name, fix, jiaozuo())
        assert cured is not None, (name, fix)
        assert cured.works
        assert name in cured.places
        assert name in cured.request.musts


def test_a_fix_changes_only_what_it_says() -> None:
    found = planned(REQUESTS[0])
    for left in found.left_out:
        for fix in left.fixes:
            cured = with_fix(found, left.place, fix, jiaozuo())
            assert cured
            gone = set(found.places) - set(cured.places)
            match fix:
                case DropPlaces(said) | RaiseBudget(_, said) | PlanAround(said):
                    assert gone == set(said)
                case _:
                    assert not gone
            if isinstance(fix, StayShorter):
                assert next(s for s in cured.trip.stops() if s.place == fix.place).stay == fix.stay


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_reason_and_fix_can_be_said(language: str) -> None:
    words, catalogue = Words(language), jiaozuo().catalogue  # type: ignore[arg-type]
    plans: list[Plan] = [planned(each) for each in REQUESTS]
    said = [words.reason(left.reason, catalogue) for found in plans for left in found.left_out]
    said += [words.fix(fix, found, catalogue) for found in plans for left in found.left_out for fix in left.fixes]
    assert all(said)
    assert not any("{" in each for each in said)
