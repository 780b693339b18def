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
    Reason,
    SeenWith,
    StayShorter,
    TooManySteps,
    TooMuchDriving,
)
from jz_travel.domain.request import Party, Request
from jz_travel.planner import with_fix
from jz_travel.words import Words
from tests.planner.jiaozuo import NATURE, TAI_CHI, asking, jiaozuo, place, planned


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
            assert gone == (set(fix.places) if isinstance(fix, DropPlaces) else set())
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
