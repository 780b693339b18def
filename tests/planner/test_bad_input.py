"""Requests that nobody can satisfy, and catalogues and trips that are far too large: an answer all the same."""

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from jz_travel.domain.clock import minutes
from jz_travel.domain.opening import Closure
from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.reasons import ClosedThen, Demand, NoTimeLeft, Wanted
from jz_travel.domain.request import Pace, Pin, Request
from jz_travel.domain.travel import How, Leg, Mode
from jz_travel.planner import World, plan, why_left_out
from jz_travel.words import Words
from tests.benchmarks.planner import grown
from tests.planner.jiaozuo import STATION, asking, jiaozuo, place, planned


class AsTheCrowFlies:
    """Travel that costs no time to look up, for thousands of places."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._places = catalogue

    def leg(self, origin: PlaceId, destination: PlaceId, mode: Mode = Mode.CAR) -> Leg:
        here, there = (self._places.position_of(self._places[each]) for each in (origin, destination))
        far = 100 * (abs(here.lat - there.lat) + abs(here.lon - there.lon)) if here and there else 0
        lasts = minutes(round(far * 1.5))
        return Leg(origin, destination, lasts, far * 1000, How.ESTIMATE, lasts, lasts, mode)


@cache
def huge() -> World:
    catalogue = grown(jiaozuo().catalogue, 10_000, random.Random(1))
    return World(catalogue, AsTheCrowFlies(catalogue), jiaozuo().daylight)


def test_a_must_that_is_closed_every_day_is_named_with_its_opening_hours() -> None:
    world, must = jiaozuo(), place("jiayingguan")
    shut = Closure(date(2026, 9, 1), date(2026, 12, 1), "repairs")
    closed = replace(world.catalogue[must], hours=replace(world.catalogue[must].hours, closures=(shut,)))
    places = tuple(closed if each.id == must else each for each in world.catalogue)
    found = plan(asking(musts=(must,)), replace(world, catalogue=Catalogue(places, world.catalogue.sources)))
    assert set(found.conflicts[0].demands) == {Demand(Wanted.VISIT, must), Demand(Wanted.OPENING, must)}
    reason = found.reason(must)
    assert reason
    assert isinstance(reason.reason, ClosedThen)
    assert reason.reason.why == "repairs"
    assert found.works
    assert found.places


def test_a_budget_of_nothing_leaves_what_is_free() -> None:
    found = planned(asking(budget=0.0))
    assert found.works
    assert found.places


def test_a_place_that_is_its_own_lodging_takes_no_way_and_is_visited_once() -> None:
    home = place("chenjiagou")
    found = planned(asking(lodging=(home,), musts=(home,)))
    assert found.works
    assert found.places.count(home) == 1
    assert found.trip.days[0].lodging == home


def test_ten_thousand_places_are_planned_and_any_of_them_has_its_reason() -> None:
    found = plan(Request(date(2026, 5, 18), 2, arrival=STATION), huge())
    assert found.works
    assert found.places
    told = {left.place for left in found.left_out}
    other = next(each.id for each in huge().catalogue if each.is_sight and each.id not in told | set(found.places))
    left = why_left_out(found, other, huge())
    assert left
    assert left.place == other
    assert why_left_out(found, found.places[0], huge()) is None


def test_thirty_days_are_planned_without_an_end_to_the_wait() -> None:
    found = plan(Request(date(2026, 5, 18), 30, arrival=STATION), jiaozuo(), reasons=False)
    assert found.works
    assert len(found.trip.days) == 30
    assert found.trip.days[-1].lodging is None
    assert len(set(found.places)) == len(found.places) > 20


def test_a_day_that_ends_before_it_begins_is_named() -> None:
    found = planned(asking(days=1, leaves_at=timedelta(hours=12), back_by=timedelta(hours=11)))
    assert not found.places
    assert {each.what for each in found.conflicts[0].demands} >= {Wanted.LEAVES_AT, Wanted.BACK_BY}


def test_no_days_at_all_are_the_conflict_and_not_one_place_is_called_locked() -> None:
    for request in (asking(days=0), asking(days=1, arrives=timedelta(hours=15), departs=timedelta(hours=12))):
        found = planned(request)
        assert not found.places
        assert Wanted.DAYS in {demand.what for demand in found.conflicts[0].demands}
        assert found.left_out == ()


def test_what_is_settled_for_a_day_that_the_trip_does_not_have_is_named_and_the_rest_is_planned() -> None:
    pinned = place("hongshixia")
    found = planned(asking(days=1, pins=(Pin(pinned, 3, timedelta(hours=9)),)))
    assert set(found.conflicts[0].demands) == {
        Demand(Wanted.VISIT, pinned),
        Demand(Wanted.PIN, pinned, 2),
        Demand(Wanted.DAYS),
    }
    assert found.places
    left = found.reason(pinned)
    assert left
    assert isinstance(left.reason, NoTimeLeft)


def test_an_area_is_not_visited_beside_its_sights_when_a_pin_inside_it_cannot_be_kept() -> None:
    pin = Pin(place("hongshixia"), 1, timedelta(hours=9))
    found = planned(
        asking(days=3, arrival=place("jz_bus"), pace=Pace.RELAXED, lodging=(place("stay_anshang"),), pins=(pin,))
    )
    assert found.works


def test_every_place_that_matches_avoided_is_named() -> None:
    sights = tuple(each.id for each in jiaozuo().catalogue if each.is_sight)
    found = planned(asking(avoid=sights))
    assert not found.places
    assert {demand.what for demand in found.conflicts[0].demands} == {Wanted.AVOID}
    said = Words("en").conflict(found.conflicts[0], found, jiaozuo().catalogue)
    assert said == f"This cannot be met: leave out {len(sights)} places."
