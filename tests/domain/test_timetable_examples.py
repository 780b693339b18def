"""One day in the city at a time, in sentences."""

import subprocess
import sys
from datetime import date, timedelta

import pytest

from jz_travel.domain.clock import hours, minutes, time_of
from jz_travel.domain.opening import Closure
from jz_travel.domain.places import Catalogue, Place, PlaceId
from jz_travel.domain.problems import (
    AfterDark,
    ArrivesAfterClosing,
    ArrivesAfterLastEntry,
    ClosedThatDay,
    ClosesDuringVisit,
    EndsLate,
    MissesFixedStart,
    NoLodging,
    NoTimeForLunch,
    PartOfAnotherVisit,
    PlaceNotLocated,
    RushedVisit,
    Severity,
    UnknownPlace,
    VisitedTwice,
    WaitsForOpening,
)
from jz_travel.domain.schedule import DaySchedule, Schedule
from jz_travel.domain.timetable import schedule
from jz_travel.domain.trip import Trip
from tests.strategies import CITY, SUNRISE, SUNSET, Roads, a_place, a_trip, daylight, opening


def on_the_first_day(trip: Trip, city: Catalogue = CITY, **minutes_to: int) -> DaySchedule:
    return whole(trip, city, **minutes_to).days[0]


def whole(trip: Trip, city: Catalogue = CITY, **minutes_to: int) -> Schedule:
    return schedule(trip, city, Roads(**minutes_to), daylight)


def clock(day: DaySchedule, stop: int = 0) -> tuple[timedelta, timedelta, timedelta]:
    """When one arrives, enters and leaves, as times of day."""
    visit = day.visits[stop]
    return time_of(visit.arrives, day.date), time_of(visit.enters, day.date), time_of(visit.leaves, day.date)


def meals(day: DaySchedule) -> list[tuple[timedelta, timedelta]]:
    return [(time_of(meal.starts, day.date), time_of(meal.ends, day.date)) for meal in day.meals]


def leaving_at(trip: Trip, hour: int, minute: int = 0) -> Trip:
    return trip.with_day_hours(trip.days[0].id, hours(hour, minute), hours(29))


def city_with(*places: Place) -> Catalogue:
    return CITY.with_places(places)


# Doors


def test_a_visit_follows_from_the_way_and_the_usual_time() -> None:
    day = on_the_first_day(a_trip("museum"))
    assert clock(day) == (hours(8, 50), hours(9), hours(10, 30))
    assert time_of(day.ends, day.date) == hours(10, 45)
    assert day.all_problems == ()


def test_arriving_at_16_40_when_the_last_entry_is_16_30_is_a_clash_that_names_16_30() -> None:
    visit = on_the_first_day(leaving_at(a_trip("museum"), 16, 20)).visits[0]
    assert visit.problems == (ArrivesAfterLastEntry(hours(16, 30), hours(16, 40)),)
    assert visit.severity is Severity.CLASH


def test_at_the_minute_of_the_last_entry_one_is_still_let_in() -> None:
    problems = on_the_first_day(leaving_at(a_trip("museum"), 16, 10)).visits[0].problems
    assert problems == (ClosesDuringVisit(hours(17), hours(1)),)


def test_arriving_after_closing_names_the_closing_time() -> None:
    assert on_the_first_day(leaving_at(a_trip("museum"), 17)).visits[0].problems == (
        ArrivesAfterClosing(hours(17), hours(17, 20)),
    )


def test_a_visit_that_the_doors_would_cut_short_says_how_much_is_missing() -> None:
    trip = a_trip("museum")
    trip = leaving_at(trip, 14).with_stay(trip.days[0].stops[0].id, hours(3))
    assert on_the_first_day(trip).visits[0].problems == (ClosesDuringVisit(hours(17), minutes(20)),)


def test_between_two_intervals_one_waits_for_the_afternoon_and_eats_meanwhile() -> None:
    day = on_the_first_day(leaving_at(a_trip("temple"), 11, 0))
    assert clock(day) == (hours(11, 40), hours(14), hours(15, 30))
    assert meals(day) == [(hours(11, 40), hours(12, 25))]
    assert day.visits[0].problems == (WaitsForOpening(hours(14), hours(1, 35)),)


def test_a_morning_too_short_for_the_whole_stay_is_left_for_the_afternoon() -> None:
    assert clock(on_the_first_day(leaving_at(a_trip("temple"), 9, 50)))[:2] == (hours(10, 30), hours(14))


def test_waiting_for_the_doors_does_not_count_the_time_before_a_fixed_start() -> None:
    trip = a_trip("museum").with_lunch(a_trip().days[0].id, False)
    trip = leaving_at(trip, 7).with_start(trip.days[0].stops[0].id, hours(8, 30))
    assert on_the_first_day(trip).visits[0].problems == (WaitsForOpening(hours(9), minutes(30)),)


def test_a_place_closed_on_the_date_says_why() -> None:
    visit = on_the_first_day(a_trip("winter_garden", starts=date(2026, 12, 25))).visits[0]
    assert visit.problems == (ClosedThatDay(date(2026, 12, 25), "works"),)


def test_a_place_closed_on_mondays_is_closed_on_a_monday_of_its_season() -> None:
    problems = on_the_first_day(a_trip("winter_garden", starts=date(2026, 11, 2))).visits[0].problems
    assert problems == (ClosedThatDay(date(2026, 11, 2), ""),)


@pytest.mark.parametrize("day", [date(2026, 11, 3), date(2027, 2, 28), date(2028, 2, 29)])
def test_a_season_that_wraps_the_year_is_open_on_both_sides_of_new_year(day: date) -> None:
    assert on_the_first_day(a_trip("winter_garden", starts=day)).visits[0].problems == ()


def test_a_night_market_is_open_past_midnight() -> None:
    day = on_the_first_day(leaving_at(a_trip("night_market"), 23, 50))
    assert clock(day) == (hours(24), hours(24), hours(25, 30))
    assert day.visits[0].problems == ()


def test_a_street_that_is_always_open_does_not_close_at_midnight() -> None:
    day = on_the_first_day(leaving_at(a_trip("street", "street"), 23, 0))
    assert clock(day) == (hours(23, 15), hours(23, 15), hours(24, 45))
    assert day.visits[0].problems == ()
    assert day.visits[1].problems == (VisitedTwice(day.visits[0].stop),)


def test_a_street_that_closes_tomorrow_closes_at_midnight() -> None:
    monday_works = a_place("lane", closures=(Closure(date(2026, 10, 13), date(2026, 10, 13), "works"),))
    day = on_the_first_day(leaving_at(a_trip("lane"), 23, 0), city_with(monday_works))
    assert day.visits[0].problems == (ClosesDuringVisit(hours(24), minutes(45)),)


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


# The day and the trip


def test_a_day_that_ends_past_midnight_says_so() -> None:
    trip = leaving_at(a_trip("night_market"), 23, 50)
    trip = trip.with_day_hours(trip.days[0].id, hours(23, 50), hours(24))
    day = on_the_first_day(trip)
    assert day.ends.date() == date(2026, 10, 13)
    assert day.problems == (EndsLate(hours(25, 45), hours(24)),)


def test_an_outdoor_visit_that_goes_on_after_sunset_is_a_warning() -> None:
    trip = leaving_at(a_trip("waterfall"), 16, 0)
    assert AfterDark(SUNRISE, SUNSET) in on_the_first_day(trip).visits[0].problems
    assert AfterDark(SUNRISE, SUNSET) in on_the_first_day(leaving_at(trip, 4)).visits[0].problems
    assert on_the_first_day(leaving_at(trip, 15, 30)).visits[0].problems == ()


def test_a_waterfall_in_a_gorge_that_the_same_trip_visits_is_part_of_that_visit() -> None:
    trip = a_trip("gorge", days=2)
    trip = trip.with_stop(PlaceId("waterfall"), trip.days[1].id)
    assert whole(trip).days[1].visits[0].problems == (PartOfAnotherVisit(PlaceId("gorge")),)


def test_a_place_visited_on_two_days_names_the_first_stop() -> None:
    trip = a_trip("museum", days=2)
    trip = trip.with_stop(PlaceId("museum"), trip.days[1].id)
    assert whole(trip).days[1].visits[0].problems == (VisitedTwice(trip.days[0].stops[0].id),)


def test_a_stay_shorter_than_the_short_visit_is_rushed() -> None:
    trip = a_trip("museum")
    trip = trip.with_stay(trip.days[0].stops[0].id, minutes(20))
    assert on_the_first_day(trip).visits[0].problems == (RushedVisit(minutes(30)),)


def test_a_place_that_nobody_can_locate_takes_no_time_to_reach_and_says_so() -> None:
    day = on_the_first_day(a_trip("nowhere"))
    assert day.visits[0].problems == (PlaceNotLocated(None),)
    assert clock(day)[0] == hours(8, 30)


def test_a_place_that_has_gone_from_the_catalogue_keeps_its_stop_and_the_day_goes_on_around_it() -> None:
    day = on_the_first_day(a_trip("closed_down", "museum"))
    assert day.visits[0].problems == (UnknownPlace(PlaceId("closed_down")),)
    assert clock(day, 1) == (hours(8, 50), hours(9), hours(10, 30))


def test_a_night_without_a_bed_is_a_hint_except_the_last() -> None:
    days = whole(a_trip("museum", days=2, lodging=None)).days
    assert [day.problems for day in days] == [(NoLodging(),), ()]


def test_each_day_starts_where_the_night_before_was_spent() -> None:
    trip = a_trip("museum", days=2).with_departure(PlaceId("station"))
    trip = trip.with_lodging(trip.days[0].id, PlaceId("hostel"))
    days = whole(trip.with_stop(PlaceId("temple"), trip.days[1].id)).days
    assert [(day.origin, day.destination) for day in days] == [("inn", "hostel"), ("hostel", "station")]
    assert days[1].last_leg is not None
    assert days[1].last_leg.destination == "station"


def test_two_unknown_ends_of_a_day_are_named_in_order_of_travel_in_every_process() -> None:
    program = (
        "from tests.strategies import *; from jz_travel.domain.timetable import schedule;"
        "trip = a_trip('museum', lodging='second_gone').with_arrival(PlaceId('first_gone'));"
        "print([problem.place for problem in schedule(trip, CITY, Roads(), daylight).days[0].problems])"
    )
    for seed in ("1", "2", "3", "4", "5"):
        ran = subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        )
        assert ran.stdout.strip() == "['first_gone', 'second_gone']"
