"""The visitor's trips survive second thoughts, two windows and other programs."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import TripId
from jz_travel.store.library import VERSIONS_KEPT, TripLibrary
from jz_travel.store.trips import TripDocument, read_trip, write_trip
from tests.strategies import a_trip

A_TRIP = TripId("a-trip")


class Clock:
    """A clock that a test sets; it starts at nine in the morning in Jiaozuo."""

    def __init__(self) -> None:
        self.now = datetime(2026, 10, 1, 1, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def later(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(tmp_path: Path, clock: Clock) -> Iterator[TripLibrary]:
    found = TripLibrary(tmp_path / "trips", clock)
    yield found
    found.close()


def called(name: str) -> TripDocument:
    return TripDocument(a_trip("museum").renamed(name))


# Keeping trips


def test_looking_into_a_library_that_is_not_there_yet_makes_nothing(library: TripLibrary) -> None:
    assert (library.entries(), library.deleted(), library.versions(A_TRIP)) == ((), (), ())
    assert library.last_opened is None
    assert not library.folder.exists()


def test_a_saved_trip_is_listed_and_read_again(library: TripLibrary) -> None:
    library.save(called("秋天"))
    (entry,) = library.entries()
    assert (entry.id, entry.name, entry.starts, entry.days, entry.broken) == (
        A_TRIP,
        "秋天",
        date(2026, 10, 12),
        1,
        None,
    )
    assert library.load(A_TRIP) == called("秋天")


def test_the_trip_changed_last_comes_first(library: TripLibrary) -> None:
    for name, hour in (("old", 1), ("new", 3), ("between", 2)):
        library.save(TripDocument(replace(a_trip(), id=TripId(name))))
        moment = datetime(2026, 10, 1, hour, tzinfo=UTC).timestamp()
        os.utime(library.path_of(TripId(name)), (moment, moment))
    assert [entry.id for entry in library.entries()] == ["new", "between", "old"]


def test_a_broken_file_is_listed_as_broken_and_never_written_over(library: TripLibrary) -> None:
    library.folder.mkdir()
    library.path_of(A_TRIP).write_bytes(b'{"jztrip": 1, "trip"')
    (entry,) = library.entries()
    assert entry.broken is not None
    assert (entry.broken.cause, entry.name) == (Cause.NOT_JSON, "a-trip")
    with pytest.raises(Failure):
        library.load(A_TRIP)
    with pytest.raises(Failure) as caught:
        library.save(called("over it"))
    assert caught.value.cause is Cause.CHANGED_OUTSIDE
    assert library.path_of(A_TRIP).read_bytes() == b'{"jztrip": 1, "trip"'


def test_a_copy_made_with_a_file_manager_is_another_trip(library: TripLibrary) -> None:
    library.save(called("mine"))
    (library.folder / "a-trip copy.jztrip").write_bytes(library.path_of(A_TRIP).read_bytes())
    copy = library.load(TripId("a-trip copy"))
    library.save(copy.with_trip(copy.trip.renamed("the copy")))
    assert {entry.id: entry.name for entry in library.entries()} == {"a-trip": "mine", "a-trip copy": "the copy"}


def test_new_trips_get_names_of_their_own(library: TripLibrary) -> None:
    assert len({library.new_id() for _ in range(100)}) == 100


def test_the_trip_opened_last_is_remembered_as_long_as_it_is_there(library: TripLibrary) -> None:
    library.save(called("mine"))
    library.set_last_opened(A_TRIP)
    assert TripLibrary(library.folder).last_opened == A_TRIP
    library.delete(A_TRIP)
    assert library.last_opened is None


# Second thoughts


def test_a_deleted_trip_can_be_restored(library: TripLibrary) -> None:
    library.save(called("mine"))
    assert library.delete(A_TRIP) == A_TRIP
    assert library.entries() == ()
    assert [entry.name for entry in library.deleted()] == ["mine"]
    assert library.restore(A_TRIP) == A_TRIP
    assert library.load(A_TRIP) == called("mine")


def test_a_trip_deleted_twice_is_there_twice_and_restoring_never_replaces_another(library: TripLibrary) -> None:
    library.save(called("first"))
    library.delete(A_TRIP)
    library.save(called("second"))
    assert library.delete(A_TRIP) == "a-trip-2"
    library.save(called("third"))
    assert [library.restore(A_TRIP), library.restore(TripId("a-trip-2"))] == ["a-trip-2", "a-trip-2-2"]
    assert sorted(entry.name for entry in library.entries()) == ["first", "second", "third"]


def test_deleting_or_restoring_what_is_not_there_says_so(library: TripLibrary) -> None:
    for act in (library.delete, library.restore, library.load):
        with pytest.raises(Failure) as caught:
            act(A_TRIP)
        assert caught.value.cause is Cause.MISSING


def test_what_was_there_is_kept_once_in_ten_minutes(library: TripLibrary, clock: Clock) -> None:
    for minute in range(25):
        library.save(called(f"minute {minute}"))
        clock.later(1)
    kept = [library.load_version(A_TRIP, version).trip.name for version in library.versions(A_TRIP)]
    assert kept == ["minute 20", "minute 10", "minute 0"]


def test_the_first_save_of_a_day_keeps_what_the_day_before_left(library: TripLibrary, clock: Clock) -> None:
    clock.now = datetime(2026, 10, 1, 15, 50, tzinfo=UTC)  # ten to midnight in Jiaozuo
    for name in ("late", "later", "latest"):
        library.save(called(name))
        clock.later(1)
    clock.now = datetime(2026, 10, 1, 16, 0, tzinfo=UTC)
    library.save(called("morning"))
    names = [library.load_version(A_TRIP, version).trip.name for version in library.versions(A_TRIP)]
    assert names == ["latest", "late"]


def test_twenty_versions_are_kept_and_the_first_of_each_day_the_longest(library: TripLibrary, clock: Clock) -> None:
    library.save(called("the very first"))
    clock.later(24 * 60)
    for number in range(40):
        library.save(called(f"number {number}"))
        clock.later(10)
    names = [library.load_version(A_TRIP, version).trip.name for version in library.versions(A_TRIP)]
    assert len(names) == VERSIONS_KEPT
    assert names[-1] == "the very first"
    assert names[0] == "number 38"


def test_saving_the_same_trip_again_writes_nothing(library: TripLibrary, clock: Clock) -> None:
    library.save(called("mine"))
    written = library.path_of(A_TRIP).stat().st_mtime_ns
    clock.later(60)
    library.save(called("mine"))
    assert library.path_of(A_TRIP).stat().st_mtime_ns == written
    assert library.versions(A_TRIP) == ()


# Two windows, other programs


def test_a_trip_changed_by_another_program_is_never_written_over(library: TripLibrary) -> None:
    library.save(called("mine"))
    write_trip(library.path_of(A_TRIP), called("theirs"))
    with pytest.raises(Failure) as caught:
        library.save(called("mine again"))
    assert (caught.value.cause, caught.value.file) == (Cause.CHANGED_OUTSIDE, library.path_of(A_TRIP))
    assert read_trip(library.path_of(A_TRIP)) == called("theirs")
    library.load(A_TRIP)
    library.save(called("mine again"))
    assert read_trip(library.path_of(A_TRIP)) == called("mine again")


def test_a_trip_that_another_program_removed_is_written_anew(library: TripLibrary) -> None:
    library.save(called("mine"))
    library.path_of(A_TRIP).unlink()
    library.save(called("still mine"))
    assert library.load(A_TRIP) == called("still mine")


def test_a_second_window_may_look_but_not_write(library: TripLibrary) -> None:
    library.save(called("mine"))
    other = TripLibrary(library.folder)
    assert other.load(A_TRIP) == called("mine")
    for act in (lambda: other.claim(A_TRIP), lambda: other.save(called("theirs")), lambda: other.delete(A_TRIP)):
        with pytest.raises(Failure) as caught:
            act()
        assert (caught.value.cause, caught.value.file) == (Cause.IN_USE, library.path_of(A_TRIP))
    library.release(A_TRIP)
    other.save(called("theirs"))
    other.close()
    with pytest.raises(Failure) as caught:
        library.save(called("mine again"))
    assert caught.value.cause is Cause.CHANGED_OUTSIDE


def test_a_place_put_into_a_trip_survives_a_day_of_saving_and_loading(library: TripLibrary, clock: Clock) -> None:
    document = called("mine")
    library.save(document)
    for _ in range(30):
        document = library.load(A_TRIP)
        day = document.trip.days[0].id
        library.save(document.with_trip(document.trip.with_stop(PlaceId("temple"), day)))
        clock.later(30)
    assert len(library.load(A_TRIP).trip.days[0].stops) == 31
