"""Days come, go and change places, and no place that was wanted is lost."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.places import PlaceId
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import (
    MOST_DAYS,
    Day,
    DayId,
    Stop,
    StopId,
    Trip,
    TripId,
    new_trip,
)
from tests.strategies import a_trip, dates, day_hours, notes, places, trips


@st.composite
def trips_with_a_day(draw: st.DrawFn) -> tuple[Trip, Day]:
    trip = draw(trips())
    return trip, draw(st.sampled_from(trip.days))


def stops_by_id(trip: Trip) -> dict[StopId, Stop]:
    return {stop.id: stop for stop in trip.stops()}


def everything_wanted(trip: Trip) -> set[PlaceId]:
    return {*trip.wishes, *(stop.place for stop in trip.stops())}


# Days


@given(trips(most_days=3), st.data())
def test_a_new_day_has_a_new_name_and_no_stops(trip: Trip, data: st.DataObject) -> None:
    before = data.draw(st.none() | st.sampled_from([day.id for day in trip.days]))
    after = trip.with_day(before)
    new = next(day for day in after.days if day.id not in {each.id for each in trip.days})
    assert new.stops == ()
    assert after.next_number == trip.next_number + 1
    following = after.days[after.index_of(new.id) + 1 :]
    assert (following[0].id if following else None) == before
    if len(trip.days) >= 1:
        assert after.without_day(new.id).days == trip.days


@given(trips_with_a_day())
def test_a_day_taken_away_leaves_its_places_in_the_pool(trip_and_day: tuple[Trip, Day]) -> None:
    trip, day = trip_and_day
    if len(trip.days) == 1:
        with pytest.raises(ValueError, match="at least one day"):
            trip.without_day(day.id)
        return
    after = trip.without_day(day.id)
    assert everything_wanted(after) == everything_wanted(trip)
    assert all(count == 1 for count in Counter(after.wishes).values())
    assert after.days == tuple(each for each in trip.days if each.id != day.id)


@given(trips_with_a_day(), st.data())
def test_a_day_moved_and_moved_back_leaves_the_trip_as_it_was(
    trip_and_day: tuple[Trip, Day], data: st.DataObject
) -> None:
    trip, day = trip_and_day
    others = [each.id for each in trip.days if each.id != day.id]
    before = data.draw(st.none() | st.sampled_from(others)) if others else None
    after = trip.with_day_moved(day.id, before)
    assert sorted(each.id for each in after.days) == sorted(each.id for each in trip.days)
    assert after.day(day.id) == day
    at = trip.index_of(day.id)
    home = trip.days[at + 1].id if at + 1 < len(trip.days) else None
    assert after.with_day_moved(day.id, home) == trip
    assert trip.with_day_moved(day.id, day.id) == trip


@given(trips_with_a_day(), day_hours(), places, st.sampled_from(Mode), st.booleans(), notes)
def test_editing_one_day_keeps_its_stops_and_every_other_day(
    trip_and_day: tuple[Trip, Day],
    times: tuple[timedelta, timedelta],
    lodging: PlaceId,
    mode: Mode,
    lunch: bool,
    note: str,
) -> None:
    trip, day = trip_and_day
    after = (
        trip.with_day_hours(day.id, *times)
        .with_lodging(day.id, lodging)
        .with_mode(day.id, mode)
        .with_lunch(day.id, lunch)
        .with_day_note(day.id, note)
    )
    assert after.day(day.id) == Day(day.id, day.stops, times[0], times[1], lodging, mode, lunch, note)
    assert replace(after, days=()) == replace(trip, days=())
    assert [each for each in after.days if each.id != day.id] == [each for each in trip.days if each.id != day.id]


def test_a_day_cannot_end_before_it_starts() -> None:
    trip = a_trip()
    day = trip.days[0].id
    for starts, ends in (
        (hours(9), hours(9)),
        (hours(-1), hours(9)),
        (hours(9), hours(30)),
        (hours(9), minutes(570.5)),
    ):
        with pytest.raises(ValueError, match="ends after"):
            trip.with_day_hours(day, starts, ends)


def test_a_trip_has_at_most_sixty_days() -> None:
    trip = new_trip(TripId("long"), "Long", date(2026, 1, 1), MOST_DAYS)
    with pytest.raises(ValueError, match="at most"):
        trip.with_day()


def test_a_new_day_sleeps_and_starts_like_the_day_before_it() -> None:
    trip = a_trip(days=2)
    trip = trip.with_lodging(trip.days[0].id, PlaceId("hostel")).with_mode(trip.days[0].id, Mode.COACH)
    between = trip.with_day(before=trip.days[1].id).days[1]
    assert (between.lodging, between.mode) == ("hostel", Mode.COACH)


@given(trips(), dates)
def test_a_day_is_on_the_date_that_its_place_in_the_trip_says(trip: Trip, starts: date) -> None:
    moved = trip.with_start_date(starts)
    assert [(moved.date_of(day.id) - starts).days for day in moved.days] == list(range(len(trip.days)))


@given(trips())
def test_each_day_starts_where_the_one_before_ended(trip: Trip) -> None:
    assert trip.starts_from(trip.days[0].id) == trip.arrival
    for day, after in zip(trip.days, trip.days[1:], strict=False):
        assert trip.ends_at(day.id) == trip.starts_from(after.id) == day.lodging
    assert trip.ends_at(trip.days[-1].id) == (trip.departure or trip.days[-1].lodging)


# The whole trip


@given(trips(), places)
def test_a_wish_made_twice_is_one_wish_and_taken_back_it_is_none(trip: Trip, place: PlaceId) -> None:
    wished = trip.with_wish(place)
    assert wished.with_wish(place) == wished
    assert Counter(wished.wishes)[place] == 1
    assert place not in wished.without_wish(place).wishes
    assert wished.days == trip.days


@given(trips(), places)
def test_every_visit_of_a_place_is_found(trip: Trip, place: PlaceId) -> None:
    assert {stop.id for stop in trip.visits_of(place)} == {
        stop.id for stop in trip.stops() if trip.stop(stop.id).place == place
    }


@given(trips(), notes, places)
def test_the_frame_of_a_trip_changes_without_its_days(trip: Trip, name: str, place: PlaceId) -> None:
    after = trip.renamed(name).with_arrival(place).with_departure(None)
    assert (after.name, after.arrival, after.departure) == (name, place, None)
    assert (after.days, after.wishes) == (trip.days, trip.wishes)
    assert {day.lodging for day in after.with_lodging_everywhere(place).days} == {place}


@given(trips(), st.data())
def test_no_number_is_ever_used_twice_however_long_one_edits(trip: Trip, data: st.DataObject) -> None:
    used = {*(day.id for day in trip.days), *stops_by_id(trip)}
    for _ in range(6):
        grown = trip.with_stop(data.draw(places), data.draw(st.sampled_from(trip.days)).id)
        new = next(stop for stop in stops_by_id(grown) if stop not in stops_by_id(trip))
        assert new not in used
        used.add(new)
        trip = grown.without_stop(new) if data.draw(st.booleans()) else grown


def test_what_is_not_in_the_trip_is_a_key_error_that_names_it() -> None:
    trip = a_trip("museum")
    edits: tuple[Callable[[], Trip], ...] = (
        lambda: trip.without_stop(StopId("s99")),
        lambda: trip.with_stop(PlaceId("museum"), DayId("d99")),
        lambda: trip.with_stop_moved(trip.days[0].stops[0].id, DayId("d99")),
        lambda: trip.with_day_moved(trip.days[0].id, DayId("d99")),
        lambda: trip.with_mode(DayId("d99"), Mode.CAR),
    )
    for edit in edits:
        with pytest.raises(KeyError, match="99"):
            edit()
