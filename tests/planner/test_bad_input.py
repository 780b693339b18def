"""Requests that nobody can satisfy, and catalogues and trips that are far too large: an answer all the same."""

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from jz_travel.domain.clock import minutes
from jz_travel.domain.opening import Closure
from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.reasons import ClosedThen, Demand, Wanted
from jz_travel.domain.request import Request
from jz_travel.domain.travel import How, Leg, Mode
from jz_travel.planner import World, plan, why_left_out
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
