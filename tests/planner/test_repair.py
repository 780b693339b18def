"""When something goes wrong on the way: what is done stays, what is locked stays, and little else changes."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from jz_travel.domain.clock import CHINA, at, hours
from jz_travel.domain.problems import Severity
from jz_travel.domain.repairs import Disruption, Late, Rain, RoadShut, SiteClosed, Tired
from jz_travel.domain.request import Pace
from jz_travel.domain.trip import Trip, TripId, new_trip
from jz_travel.planner import repaired
from jz_travel.planner.worth import is_steep
from tests.planner.jiaozuo import NATIONAL_DAY, NATURE, TAI_CHI, asking, clock, jiaozuo, place, planned

RELAXED = asking(days=3, interests=(NATURE, TAI_CHI), pace=Pace.RELAXED, arrives=hours(10))
BEFORE = datetime(2026, 9, 30, 20, tzinfo=CHINA)


def the_trip() -> Trip:
    return planned(asking(days=3, interests=(NATURE,))).trip


def test_a_closed_site_is_taken_out_and_nothing_clashes() -> None:
    trip = the_trip()
    shut = trip.days[0].stops[0].place
    repair = repaired(trip, SiteClosed(shut, NATIONAL_DAY, NATIONAL_DAY), BEFORE, jiaozuo())
    assert repair.plan.schedule.count(Severity.CLASH) == 0
    assert shut not in [visit.place for visit in repair.plan.schedule.days[0].visits]
    assert shut in [change.place for change in repair.changes]


def test_the_other_days_stay_as_they_are_when_one_site_closes_for_a_day() -> None:
    trip = the_trip()
    shut = trip.days[2].stops[0].place
    repair = repaired(trip, SiteClosed(shut, trip.starts + timedelta(days=2), trip.starts + timedelta(days=2)), BEFORE,
                      jiaozuo())  # fmt: skip
    assert all(change.was is None or change.was[0] == 2 or change.place == shut for change in repair.changes)


def test_who_is_in_a_place_when_it_closes_leaves_it_and_sees_something_else() -> None:
    trip = the_trip()
    first = planned(asking(days=3, interests=(NATURE,))).schedule.days[0].visits[0]
    now = first.enters + timedelta(minutes=40)
    repair = repaired(trip, SiteClosed(first.place, NATIONAL_DAY, NATIONAL_DAY), now, jiaozuo())
    visits = repair.plan.schedule.days[0].visits
    assert (visits[0].place, visits[0].leaves) == (first.place, now)
    assert len(visits) > 1
    assert {each.place for each in repair.plan.violations} <= {first.place}


def test_half_an_hour_late_in_the_middle_of_a_day_keeps_what_is_done() -> None:
    trip = the_trip()
    now = at(NATIONAL_DAY, hours(11))
    repair = repaired(trip, Late(timedelta(minutes=30)), now, jiaozuo())
    was = planned(asking(days=3, interests=(NATURE,))).schedule.days[0].visits[0]
    kept = repair.plan.schedule.days[0].visits[0]
    assert (kept.stop, kept.enters) == (was.stop, was.enters)
    assert kept.leaves == was.leaves + timedelta(minutes=30)


def test_nobody_stays_in_the_mountains_after_sunset_because_they_are_late() -> None:
    repair = repaired(the_trip(), Late(timedelta(hours=3)), at(NATIONAL_DAY, hours(11)), jiaozuo())
    day = repair.plan.schedule.days[0]
    assert all(visit.leaves <= day.sunset for visit in day.visits if jiaozuo().catalogue[visit.place].outdoor)


def test_a_tired_day_ends_early() -> None:
    repair = repaired(the_trip(), Tired(1), BEFORE, jiaozuo())
    assert all(clock(visit.leaves) <= hours(16) for visit in repair.plan.schedule.days[1].visits)


def test_whoever_is_tired_gets_neither_long_visits_nor_steps_and_still_sees_something() -> None:
    trip = planned(RELAXED).trip
    for day in range(3):
        places = [
            jiaozuo().catalogue[stop.place]
            for stop in repaired(trip, Tired(day), BEFORE, jiaozuo()).plan.trip.days[day].stops
        ]
        assert not any(each.visit.usual >= hours(4) or is_steep(each, jiaozuo().catalogue) for each in places)


def test_a_day_of_rain_is_not_spent_in_bed_where_there_are_museums() -> None:
    trip = planned(RELAXED).trip
    for day in range(3):
        repair = repaired(trip, Rain(day), BEFORE, jiaozuo())
        assert repair.plan.trip.days[day].stops
        assert repair.plan.works
        assert len(set(repair.plan.places)) == len(repair.plan.places)


def test_rain_brings_people_indoors_as_far_as_there_is_something() -> None:
    repair = repaired(the_trip(), Rain(1), BEFORE, jiaozuo())
    catalogue = jiaozuo().catalogue
    was = sum(catalogue[stop.place].outdoor for stop in the_trip().days[1].stops)
    now = sum(catalogue[stop.place].outdoor for stop in repair.plan.trip.days[1].stops)
    assert now < was or not repair.changes


def test_what_is_locked_stays() -> None:
    trip = the_trip()
    stop = trip.days[1].stops[0]
    trip = trip.with_lock(stop.id, True)
    repair = repaired(trip, Rain(1), BEFORE, jiaozuo())
    assert replace(stop, locked=True) in repair.plan.trip.days[1].stops


@pytest.mark.parametrize(
    "disruption",
    [Rain(0), Tired(2), Late(timedelta(minutes=30)), RoadShut(place("stay_city"), place("yuntaishan"), hours(3))],
    ids=str,
)
def test_nothing_is_wrong_after_a_repair_and_locks_are_as_before(disruption: Disruption) -> None:
    repair = repaired(the_trip(), disruption, BEFORE, jiaozuo())
    assert repair.plan.schedule.count(Severity.CLASH) == 0
    assert not any(stop.locked for stop in repair.plan.trip.stops())


def test_nothing_changes_when_nothing_is_wrong() -> None:
    far = SiteClosed(place("hanyuan"), NATIONAL_DAY, NATIONAL_DAY)
    assert repaired(the_trip(), far, BEFORE, jiaozuo()).changes == ()


def test_when_a_village_closes_the_mountain_of_the_day_before_stays_as_the_visitor_put_it() -> None:
    trip = new_trip(TripId("hand"), "", NATIONAL_DAY, 2)
    one, two = (day.id for day in trip.days)
    for name, day in (("yuntaishan", one), ("chenjiagou", two), ("jiayingguan", two)):
        trip = trip.with_stop(place(name), day)
    trip = trip.with_lodging_everywhere(place("stay_city")).with_arrival(place("jiaozuo_rail"))
    closed = trip.starts + timedelta(days=1)
    repair = repaired(trip, SiteClosed(place("chenjiagou"), closed, closed), BEFORE, jiaozuo())
    assert repair.plan.trip.days[0] == trip.days[0]
    assert place("chenjiagou") not in repair.plan.places
    assert [change.place for change in repair.changes if change.was is not None and change.was[0] == 0] == []
