"""Whatever a visitor does to a trip, no stop is lost, none appears twice, and each keeps its identity."""

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import (
    LONGEST_STAY,
    MOST_STOPS_A_DAY,
    Day,
    Stop,
    StopId,
    Trip,
)
from tests.strategies import a_trip, notes, places, times_of_day, trips, whole_minutes


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
def test_editing_one_stop_changes_nothing_else(
    chosen: tuple[Trip, Stop, Day], stay: timedelta, starts: timedelta, note: str
) -> None:
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
def test_a_stay_of_nothing_too_long_or_in_seconds_is_refused(stay: timedelta) -> None:
    trip = a_trip("museum")
    with pytest.raises(ValueError, match="stay"):
        trip.with_stay(trip.days[0].stops[0].id, stay)


@pytest.mark.parametrize("starts", [minutes(-1), hours(30), minutes(0.5)])
def test_a_start_that_could_not_be_written_down_is_refused(starts: timedelta) -> None:
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
