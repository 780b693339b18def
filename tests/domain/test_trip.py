"""Whatever a visitor does to a trip, no stop is lost, none appears twice, and each keeps its identity."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.places import PlaceId
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import (
    LONGEST_STAY,
    MOST_DAYS,
    MOST_STOPS_A_DAY,
    Day,
    DayId,
    Stop,
    StopId,
    Trip,
    TripId,
    new_trip,
)
from tests.strategies import a_trip, dates, day_hours, notes, places, times_of_day, trips, whole_minutes


@st.composite
def trips_with_a_stop(draw: st.DrawFn) -> tuple[Trip, Stop, Day]:
    """A trip, one of its stops, and any of its days."""
    trip = draw(trips().filter(lambda each: any(day.stops for day in each.days)))
    return trip, draw(st.sampled_from([*trip.stops()])), draw(st.sampled_from(trip.days))


@st.composite
def trips_with_a_day(draw: st.DrawFn) -> tuple[Trip, Day]:
    trip = draw(trips())
    return trip, draw(st.sampled_from(trip.days))


def stops_by_id(trip: Trip) -> dict[StopId, Stop]:
    return {stop.id: stop for stop in trip.stops()}


def follower(trip: Trip, stop: StopId) -> StopId | None:
    """The stop that comes after another one on its day."""
    ids = [each.id for each in trip.day_of(stop).stops]
    at = ids.index(stop)
    return ids[at + 1] if at + 1 < len(ids) else None


def everything_wanted(trip: Trip) -> set[PlaceId]:
    return {*trip.wishes, *(stop.place for stop in trip.stops())}


# Stops


@given(trips_with_a_day(), places)
def test_an_added_place_is_one_new_stop_and_no_longer_a_wish(trip_and_day: tuple[Trip, Day], place: PlaceId) -> None:
    trip, day = trip_and_day
    after = trip.with_stop(place, day.id)
    new = after.day(day.id).stops[-1]
    assert new.place == place
    assert new.id not in stops_by_id(trip)
    assert after.next_number == trip.next_number + 1
    assert place not in after.wishes
    assert after.without_stop(new.id).days == trip.days


@given(trips_with_a_stop(), places)
def test_a_place_added_before_a_stop_comes_just_before_it(chosen: tuple[Trip, Stop, Day], place: PlaceId) -> None:
    trip, stop, _ = chosen
    after = trip.with_stop(place, trip.day_of(stop.id).id, before=stop.id)
    added = StopId(f"s{trip.next_number}")
    assert follower(after, added) == stop.id
    assert stops_by_id(after.without_stop(added)) == stops_by_id(trip)


@given(trips_with_a_stop())
def test_a_removed_stop_is_gone_and_all_others_are_as_they_were(chosen: tuple[Trip, Stop, Day]) -> None:
    trip, stop, _ = chosen
    expected = stops_by_id(trip)
    del expected[stop.id]
    after = trip.without_stop(stop.id)
    assert stops_by_id(after) == expected
    assert after.next_number == trip.next_number


@given(trips_with_a_stop())
def test_a_stop_moved_to_any_day_is_the_same_stop(chosen: tuple[Trip, Stop, Day]) -> None:
    trip, stop, day = chosen
    after = trip.with_stop_moved(stop.id, day.id)
    assert stops_by_id(after) == stops_by_id(trip)
    assert after.day(day.id).stops[-1] == stop
    assert (after.wishes, after.next_number) == (trip.wishes, trip.next_number)


@given(trips_with_a_stop())
def test_a_stop_moved_and_moved_back_leaves_the_trip_as_it_was(chosen: tuple[Trip, Stop, Day]) -> None:
    trip, stop, day = chosen
    home = trip.day_of(stop.id).id
    assert trip.with_stop_moved(stop.id, day.id).with_stop_moved(stop.id, home, follower(trip, stop.id)) == trip


@given(trips_with_a_stop(), st.data())
def test_a_stop_moved_before_another_comes_just_before_it(chosen: tuple[Trip, Stop, Day], data: st.DataObject) -> None:
    trip, stop, _ = chosen
    other = data.draw(st.sampled_from([*trip.stops()]))
    after = trip.with_stop_moved(stop.id, trip.day_of(other.id).id, before=other.id)
    assert stops_by_id(after) == stops_by_id(trip)
    if other.id == stop.id:
        assert after == trip
    else:
        assert follower(after, stop.id) == other.id


@given(trips_with_a_stop())
def test_a_stop_put_back_into_the_pool_is_wished_for_once(chosen: tuple[Trip, Stop, Day]) -> None:
    trip, stop, _ = chosen
    after = trip.with_stop_wished(stop.id)
    assert stop.id not in stops_by_id(after)
    assert Counter(after.wishes)[stop.place] == 1
    assert everything_wanted(after) == everything_wanted(trip)


@given(trips_with_a_stop(), whole_minutes, times_of_day, notes)
def test_editing_one_stop_changes_nothing_else(chosen: tuple[Trip, Stop, Day], stay, starts, note) -> None:  # type: ignore[no-untyped-def]
    trip, stop, _ = chosen
    after = (
        trip.with_stay(stop.id, stay)
        .with_start(stop.id, starts)
        .with_stop_note(stop.id, note)
        .with_lock(stop.id, not stop.locked)
    )
    assert after.stop(stop.id) == Stop(stop.id, stop.place, stay, starts, not stop.locked, note)
    back = (
        after.with_stay(stop.id, stop.stay)
        .with_start(stop.id, stop.starts)
        .with_stop_note(stop.id, stop.note)
        .with_lock(stop.id, stop.locked)
    )
    assert back == trip


@pytest.mark.parametrize("stay", [minutes(0), minutes(-5), LONGEST_STAY + minutes(1), minutes(1.5)])
def test_a_stay_of_nothing_too_long_or_in_seconds_is_refused(stay) -> None:  # type: ignore[no-untyped-def]
    trip = a_trip("museum")
    with pytest.raises(ValueError, match="stay"):
        trip.with_stay(trip.days[0].stops[0].id, stay)


@pytest.mark.parametrize("starts", [minutes(-1), hours(30), minutes(0.5)])
def test_a_start_that_could_not_be_written_down_is_refused(starts) -> None:  # type: ignore[no-untyped-def]
    trip = a_trip("museum")
    with pytest.raises(ValueError, match="starts"):
        trip.with_start(trip.days[0].stops[0].id, starts)


def test_a_full_day_takes_no_more_stops_but_its_own_may_still_change_places() -> None:
    trip = a_trip(*["museum"] * MOST_STOPS_A_DAY, days=2)
    day = trip.days[0]
    with pytest.raises(ValueError, match="at most"):
        trip.with_stop(PlaceId("temple"), day.id)
    visitor = trip.with_stop(PlaceId("temple"), trip.days[1].id)
    with pytest.raises(ValueError, match="at most"):
        visitor.with_stop_moved(visitor.days[1].stops[0].id, day.id)
    assert trip.with_stop_moved(day.stops[0].id, day.id).days[0].stops == (*day.stops[1:], day.stops[0])


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
def test_editing_one_day_keeps_its_stops_and_every_other_day(  # type: ignore[no-untyped-def]
    trip_and_day: tuple[Trip, Day], times, lodging, mode, lunch, note
) -> None:
    trip, day = trip_and_day
    after = (
        trip.with_day_hours(day.id, *times)
        .with_lodging(day.id, lodging)
        .with_mode(day.id, mode)
        .with_lunch(day.id, lunch)
        .with_day_note(day.id, note)
    )
    assert after.day(day.id) == Day(day.id, day.stops, *times, lodging, mode, lunch, note)
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
    for edit in (
        lambda: trip.without_stop(StopId("s99")),
        lambda: trip.with_stop(PlaceId("museum"), DayId("d99")),
        lambda: trip.with_stop_moved(trip.days[0].stops[0].id, DayId("d99")),
        lambda: trip.with_day_moved(trip.days[0].id, DayId("d99")),
        lambda: trip.with_mode(DayId("d99"), Mode.CAR),
    ):
        with pytest.raises(KeyError, match="99"):
            edit()
