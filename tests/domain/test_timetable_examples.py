"""Doors, daylight, nights and days in the city, in sentences."""

import subprocess
import sys
from datetime import date

import pytest

from jz_travel.domain.clock import hours, minutes, time_of
from jz_travel.domain.opening import Closure
from jz_travel.domain.places import PlaceId
from jz_travel.domain.problems import (
    AfterDark,
    ArrivesAfterClosing,
    ArrivesAfterLastEntry,
    ClosedThatDay,
    ClosesDuringVisit,
    EndsLate,
    NoLodging,
    PartOfAnotherVisit,
    PlaceNotLocated,
    RushedVisit,
    Severity,
    UnknownPlace,
    VisitedTwice,
    WaitsForOpening,
)
from tests.domain.one_day import city_with, clock, leaving_at, meals, on_the_first_day, whole
from tests.strategies import SUNRISE, SUNSET, a_place, a_trip

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
