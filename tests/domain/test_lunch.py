"""Lunch and fixed starts: what comes first, what gives way, in sentences."""

from jz_travel.domain.clock import hours, minutes, time_of
from jz_travel.domain.problems import (
    MissesFixedStart,
    NoTimeForLunch,
    WaitsForOpening,
)
from tests.domain.one_day import city_with, clock, leaving_at, meals, on_the_first_day
from tests.strategies import a_place, a_trip, opening

# Fixed starts


def test_a_fixed_start_is_waited_for() -> None:
    trip = a_trip("street")
    trip = trip.with_start(trip.days[0].stops[0].id, hours(10))
    day = on_the_first_day(trip)
    assert clock(day)[:2] == (hours(8, 45), hours(10))
    assert day.visits[0].problems == ()


def test_a_fixed_start_missed_by_more_than_five_minutes_is_a_clash() -> None:
    trip = a_trip("street")
    trip = trip.with_start(trip.days[0].stops[0].id, hours(8, 39))
    assert on_the_first_day(trip).visits[0].problems == (MissesFixedStart(hours(8, 39), hours(8, 45)),)
    on_time = trip.with_start(trip.days[0].stops[0].id, hours(8, 40))
    assert on_the_first_day(on_time).visits[0].problems == ()


def test_lunch_does_not_make_one_miss_a_show_that_begins_at_noon() -> None:
    trip = leaving_at(a_trip("street"), 11, 25)
    trip = trip.with_start(trip.days[0].stops[0].id, hours(12))
    day = on_the_first_day(trip)
    assert clock(day)[1] == hours(12)
    assert day.visits[0].problems == ()
    assert meals(day) == [(hours(13, 30), hours(14, 15))]


# Lunch


def test_lunch_comes_before_the_visit_when_one_arrives_at_noon() -> None:
    day = on_the_first_day(leaving_at(a_trip("street"), 11, 45))
    assert meals(day) == [(hours(12), hours(12, 45))]
    assert day.meals[0].before == day.visits[0].stop
    assert clock(day)[1:] == (hours(12, 45), hours(14, 15))


def test_lunch_falls_into_a_long_visit_and_takes_none_of_its_time() -> None:
    day = on_the_first_day(a_trip("gorge"))
    assert clock(day)[1:] == (hours(9, 40), hours(14, 40))
    assert meals(day) == [(hours(12), hours(12, 45))]
    assert day.meals[0].during == day.visits[0].stop


def test_lunch_within_a_shorter_visit_makes_it_that_much_longer() -> None:
    trip = leaving_at(a_trip("street"), 10, 30)
    day = on_the_first_day(trip.with_stay(trip.days[0].stops[0].id, hours(3)))
    assert clock(day)[1:] == (hours(10, 45), hours(14, 30))


def test_lunch_comes_after_the_last_visit_before_a_long_way_home() -> None:
    day = on_the_first_day(leaving_at(a_trip("street"), 10, 30), inn=120)
    assert clock(day)[2] == hours(12, 15)
    assert meals(day) == [(hours(12, 15), hours(13))]
    assert time_of(day.ends, day.date) == hours(15)


def test_lunch_comes_before_a_long_way_to_the_next_stop() -> None:
    day = on_the_first_day(leaving_at(a_trip("street", "museum"), 10, 0), museum=120)
    assert meals(day) == [(hours(11, 45), hours(12, 30))]
    assert clock(day, 1)[0] == hours(14, 30)


def test_lunch_before_the_way_is_no_part_of_the_wait_at_the_doors() -> None:
    tower = a_place("tower", opening(hours(15), hours(20)))
    day = on_the_first_day(leaving_at(a_trip("street", "tower"), 10, 0), city_with(tower), tower=120)
    assert clock(day, 1)[:2] == (hours(14, 30), hours(15))
    assert day.visits[1].problems == (WaitsForOpening(hours(15), minutes(30)),)


def test_lunch_is_skipped_rather_than_the_last_entry() -> None:
    gate = a_place("gate", opening(hours(9), hours(15), hours(12, 45)))
    day = on_the_first_day(leaving_at(a_trip("gate"), 12, 10), city_with(gate))
    assert clock(day)[1] == hours(12, 25)
    assert [problem.severity for problem in day.visits[0].problems] == []


def test_lunch_within_a_visit_does_not_outlast_the_doors() -> None:
    hall = a_place("hall", opening(hours(9), hours(14)))
    trip = leaving_at(a_trip("hall"), 10, 30)
    day = on_the_first_day(trip.with_stay(trip.days[0].stops[0].id, hours(3)), city_with(hall))
    assert clock(day)[1:] == (hours(10, 45), hours(13, 45))
    assert day.visits[0].problems == ()
    assert NoTimeForLunch() in day.problems


def test_lunch_before_a_long_way_is_skipped_rather_than_the_last_entry_at_its_end() -> None:
    gate = a_place("gate", opening(hours(9), hours(18), hours(14)))
    day = on_the_first_day(leaving_at(a_trip("street", "gate"), 10, 45), city_with(gate), gate=75)
    assert clock(day, 1)[0] == hours(13, 45)
    assert day.visits[1].problems == ()
    assert NoTimeForLunch() in day.problems


def test_who_wants_no_lunch_gets_none() -> None:
    trip = a_trip("gorge")
    assert on_the_first_day(trip.with_lunch(trip.days[0].id, False)).meals == ()


def test_a_morning_that_is_over_before_lunch_has_none() -> None:
    day = on_the_first_day(a_trip("museum"))
    assert day.meals == ()
    assert day.problems == ()
