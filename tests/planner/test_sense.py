"""Plans for ten requests that people really make stand up to a local's eye."""

from datetime import timedelta
from functools import cache
from itertools import pairwise, permutations

import pytest

from jz_travel.domain.clock import hours, minutes, time_of
from jz_travel.domain.places import PlaceId
from jz_travel.domain.plan import Plan
from jz_travel.domain.request import Pace
from jz_travel.domain.schedule import DaySchedule
from jz_travel.planner.worth import is_steep
from tests.planner.jiaozuo import jiaozuo
from tests.planner.ten_requests import TEN, Asked, answered

each_request = pytest.mark.parametrize("asked", TEN, ids=lambda asked: asked.words[:40])


@cache
def answer(asked: Asked) -> Plan:
    return answered(asked)


def way(one: PlaceId | None, other: PlaceId | None, day: DaySchedule, found: Plan) -> timedelta:
    mode = found.trip.day(day.id).mode
    return jiaozuo().travel.leg(one, other, mode).lasts if one and other else timedelta()


@each_request
def test_everything_works_and_what_a_local_expects_is_there(asked: Asked) -> None:
    found, places = answer(asked), jiaozuo().catalogue
    assert found.works
    seen = {*found.places, *(places[each].area for each in found.places)}
    for group in asked.sees:
        assert seen & set(group), (group, found.places)


@each_request
def test_nobody_drives_to_and_fro(asked: Asked) -> None:
    found = answer(asked)
    for day in found.schedule.days:
        stops = [visit.place for visit in day.visits]
        if len(stops) < 2:
            continue
        tours = (
            sum((way(a, b, day, found) for a, b in pairwise((day.origin, *order, day.destination))), timedelta())
            for order in permutations(stops)
        )
        assert day.travelling <= min(tours) * 1.3 + minutes(20), (day.date, stops)


@each_request
def test_no_temple_at_dusk_and_nobody_is_the_last_one_out(asked: Asked) -> None:
    found, places = answer(asked), jiaozuo().catalogue
    for day in found.schedule.days:
        for visit in day.visits:
            place, leaves = places[visit.place], time_of(visit.leaves, day.date)
            closes = max(each.closes for each in place.hours.through_the_night(day.date))
            if visit.place not in asked.request.insisted and closes < hours(19):
                assert leaves <= closes - minutes(15), visit.place
            if place.outdoor:
                assert visit.leaves <= day.sunset - minutes(15), visit.place


@each_request
def test_a_long_visit_has_the_day_almost_to_itself_and_no_day_is_too_full(asked: Asked) -> None:
    found = answer(asked)
    most = {"relaxed": hours(6, 30), "balanced": hours(8), "packed": hours(8, 30)}[asked.request.pace]
    for day in found.schedule.days:
        long = [visit.place for visit in day.visits if visit.lasts >= hours(5)]
        assert not long or len(day.visits) <= 2, (long, [visit.place for visit in day.visits])
        eaten = minutes(45) if any(meal.during for meal in day.meals) else timedelta()
        visits = [visit for visit in day.visits if time_of(visit.enters, day.date) < hours(18)]  # no evening out
        assert len(visits) < 2 or sum((visit.lasts for visit in visits), -eaten) <= most, day.date


@each_request
def test_lunch_is_eaten_where_one_is(asked: Asked) -> None:
    for day in answer(asked).schedule.days:
        for meal in day.meals:
            there = [(visit.arrives, visit.leaves) for visit in day.visits]
            assert any(arrives <= meal.starts <= leaves for arrives, leaves in there), (day.date, meal)


@each_request
def test_the_bed_is_near_the_last_visit_or_the_next_one(asked: Asked) -> None:
    if asked.request.lodging:
        return
    found = answer(asked)
    beds = [PlaceId(each) for each in ("stay_city", "stay_anshang", "stay_cjg", "stay_mogou", "stay_qinyang")]
    for day, after in pairwise(found.schedule.days):
        if not day.visits or not after.visits:
            continue

        def detour(bed: PlaceId | None, day: DaySchedule = day, after: DaySchedule = after) -> timedelta:
            return way(day.visits[-1].place, bed, day, found) + way(bed, after.visits[0].place, after, found)

        # Nobody moves to another room for less than an hour.
        assert detour(day.destination) <= min(map(detour, beds)) + minutes(60), (day.date, day.destination)


@each_request
def test_nobody_comes_back_to_an_area_that_was_left(asked: Asked) -> None:
    found, catalogue = answer(asked), jiaozuo().catalogue
    areas = {catalogue[each].area or each for each in found.places}
    for area in areas:
        days = [
            number
            for number, day in enumerate(found.schedule.days)
            if area in {catalogue[visit.place].area or visit.place for visit in day.visits}
        ]
        assert len(days) == days[-1] - days[0] + 1, (area, days)


@each_request
def test_seniors_who_take_it_easy_have_no_two_long_days_in_the_mountains_running(asked: Asked) -> None:
    if asked.request.pace is not Pace.RELAXED or not asked.request.party.seniors:
        return
    catalogue = jiaozuo().catalogue
    long = [
        any(visit.lasts >= hours(5) and is_steep(catalogue[visit.place], catalogue) for visit in day.visits)
        for day in answer(asked).schedule.days
    ]
    assert not any(one and next_ for one, next_ in pairwise(long))


def test_who_cannot_climb_steps_is_told_what_to_ask_about() -> None:
    found = answer(TEN[5])
    assert set(found.access_not_known) == set(found.places)
    assert not {"qingtianhe", "yuntaishan", "shennongshan"} & set(found.places)
