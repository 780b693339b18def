"""The visitor's trips survive kills, full disks, two windows, other programs and second thoughts."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import TripId
from jz_travel.store import files
from jz_travel.store.files import FileLock, clean_leftovers, read_bytes, write_bytes
from jz_travel.store.library import VERSIONS_KEPT, TripLibrary
from jz_travel.store.trips import TripDocument, format_trip, read_trip, write_trip
from tests.strategies import a_trip

A_TRIP = TripId("a-trip")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")
NOT_ROOT = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root is allowed to write into a read-only folder"
)


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


def stray_files(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.name.endswith(files.LEFTOVER)]


# Keeping trips


def test_looking_into_a_library_that_is_not_there_yet_makes_nothing(library: TripLibrary) -> None:
    assert library.entries() == library.deleted() == library.versions(A_TRIP) == ()
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


HOLDER = """
import sys, time
from pathlib import Path
from jz_travel.store.library import TripLibrary
library = TripLibrary(Path(sys.argv[1]))
library.claim("a-trip")
print("held", flush=True)
time.sleep(60)
"""


@POSIX
def test_a_trip_held_by_another_process_is_free_when_that_one_is_killed(library: TripLibrary) -> None:
    with started(HOLDER, library.folder) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(Failure) as caught:
            library.save(called("mine"))
        assert caught.value.cause is Cause.IN_USE
        process.send_signal(signal.SIGKILL)
        process.wait()
    library.save(called("mine"))
    assert library.load(A_TRIP) == called("mine")


# Kills, full disks, read-only folders

SAVER = """
import sys
from pathlib import Path
from jz_travel.store.library import TripLibrary
from jz_travel.store.trips import TripDocument
from tests.strategies import a_trip
library = TripLibrary(Path(sys.argv[1]))
trip = a_trip(*["museum"] * 30)
trip = trip.with_day_note(trip.days[0].id, "x" * 19_000)
try:
    number = int(library.load(trip.id).trip.name)
except Exception:
    number = 0
print("ready", flush=True)
for number in range(number + 1, number + 101):
    library.save(TripDocument(trip.renamed(str(number))))
    print(number, flush=True)
"""


class started:  # noqa: N801  # reads like a word
    """Another process of this program, which is gone afterwards."""

    def __init__(self, program: str, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, str(folder)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )

    def __enter__(self) -> "subprocess.Popen[str]":
        return self.process

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()


@POSIX
@pytest.mark.parametrize("after_ms", [1, 7, 23, 51, 90, 140])
def test_a_writer_killed_between_a_hundred_saves_leaves_a_whole_trip_and_loses_none_it_had_saved(
    tmp_path: Path, after_ms: int
) -> None:
    with started(SAVER, tmp_path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(after_ms / 1000)
        process.send_signal(signal.SIGKILL)
        said = [int(line) for line in process.stdout.read().split("\n")[:-1]]
    library = TripLibrary(tmp_path)
    found = [int(entry.name) for entry in library.entries() if entry.broken is None]
    assert len(found) == len(library.entries()) <= 1
    assert (found or [0])[0] - (said or [0])[-1] in (0, 1)
    assert stray_files(tmp_path) == []


LIMITED = """
import resource, sys
from pathlib import Path
from jz_travel.domain.failures import Failure
from jz_travel.store.library import TripLibrary
library = TripLibrary(Path(sys.argv[1]))
document = library.load("a-trip")
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
trip = document.trip.with_day_note(document.trip.days[0].id, "x" * 19_000)
try:
    library.save(document.with_trip(trip))
except Failure as failure:
    print(failure.cause.value)
"""


@POSIX
def test_a_disk_that_takes_no_more_leaves_the_old_trip_and_says_so(library: TripLibrary) -> None:
    library.save(called("mine"))
    library.close()
    with started(LIMITED, library.folder) as process:
        assert process.stdout is not None
        assert process.stdout.read() == "disk full\n"
    assert read_trip(library.path_of(A_TRIP)) == called("mine")
    assert stray_files(library.folder) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_has_its_own_cause(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def full(path: Path, *rest: int) -> int:
        return real("/dev/full", os.O_WRONLY) if path.name.endswith(files.LEFTOVER) else real(path, *rest)

    monkeypatch.setattr(files.os, "open", full)
    with pytest.raises(Failure) as caught:
        write_bytes(tmp_path / "my.jztrip", b"x")
    assert caught.value.cause is Cause.DISK_FULL


@NOT_ROOT
def test_a_read_only_folder_is_a_failure_and_the_trip_stays_as_it_was(library: TripLibrary) -> None:
    library.save(called("mine"))
    library.folder.chmod(0o555)
    try:
        with pytest.raises(Failure) as caught:
            library.save(called("new"))
    finally:
        library.folder.chmod(0o755)
    assert caught.value.cause is Cause.NOT_ALLOWED
    assert library.load(A_TRIP) == called("mine")


def test_a_folder_that_is_a_file_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "trips").write_text("not a folder")
    with pytest.raises(Failure):
        TripLibrary(tmp_path / "trips").save(called("mine"))


def test_a_temporary_file_is_not_offered_as_a_trip_and_is_cleared_at_the_next_start(library: TripLibrary) -> None:
    library.save(called("mine"))
    part = library.folder / f".a-trip.jztrip.0123abcd{files.LEFTOVER}"
    part.write_bytes(format_trip(called("half"))[:50])
    (library.folder / "versions" / A_TRIP).mkdir(parents=True)
    (library.folder / "versions" / A_TRIP / part.name).write_bytes(b"half")
    (library.folder / ".hidden.jztrip").write_bytes(b"")
    assert [entry.name for entry in library.entries()] == ["mine"]
    TripLibrary(library.folder)
    assert stray_files(library.folder) == []
    assert library.path_of(A_TRIP).exists()


# Single files


def test_a_leftover_that_somebody_is_still_writing_is_left_alone(tmp_path: Path) -> None:
    part = tmp_path / f".my.jztrip.0123abcd{files.LEFTOVER}"
    writer = FileLock(part)
    assert clean_leftovers(tmp_path) == 0
    writer.release()
    assert clean_leftovers(tmp_path) == 1
    assert [*tmp_path.iterdir()] == []


@POSIX
def test_the_mode_of_a_file_is_kept_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    path = tmp_path / "my.jztrip"
    usual = tmp_path / "usual"
    usual.touch()
    write_bytes(path, b"1")
    assert path.stat().st_mode == usual.stat().st_mode
    path.chmod(0o600)
    write_bytes(path, b"2")
    assert path.stat().st_mode & 0o777 == 0o600


@POSIX
def test_a_link_stays_a_link_and_the_file_behind_it_changes(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "real.jztrip").write_bytes(b"old")
    link = tmp_path / "my.jztrip"
    link.symlink_to(tmp_path / "stick" / "real.jztrip")
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "stick" / "real.jztrip").read_bytes() == b"new"


@NOT_ROOT
def test_a_file_marked_read_only_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "my.jztrip"
    path.write_bytes(b"mine")
    path.chmod(0o444)
    with pytest.raises(Failure) as caught:
        write_bytes(path, b"yours")
    assert caught.value.cause is Cause.NOT_ALLOWED


def test_a_file_that_a_scanner_holds_for_a_moment_is_written_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, refusals = Path.replace, [5, 32]

    def held(self: Path, target: Path) -> Path:
        if refusals:
            error = PermissionError(13, "held")
            error.winerror = refusals.pop()  # type: ignore[attr-defined]
            raise error
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held)
    write_bytes(tmp_path / "my.jztrip", b"new")
    assert (tmp_path / "my.jztrip").read_bytes() == b"new"
    assert refusals == []


@pytest.mark.parametrize("make", ["missing", "folder", "too large", "pipe"])
def test_what_is_no_readable_file_has_its_own_cause(tmp_path: Path, make: str) -> None:
    path = tmp_path / "thing"
    if make == "folder":
        path.mkdir()
    elif make == "too large":
        path.write_bytes(b"x" * 11)
    elif make == "pipe":
        if sys.platform == "win32":
            pytest.skip("no named pipes in folders on Windows")
        os.mkfifo(path)
    with pytest.raises(Failure) as caught:
        read_bytes(path, 10)
    expected = {"missing": Cause.MISSING, "too large": Cause.TOO_LARGE}.get(make, Cause.OTHER)
    assert (caught.value.cause, caught.value.file) == (expected, path)


def test_a_place_put_into_a_trip_survives_a_day_of_saving_and_loading(library: TripLibrary, clock: Clock) -> None:
    document = called("mine")
    library.save(document)
    for _ in range(30):
        document = library.load(A_TRIP)
        day = document.trip.days[0].id
        library.save(document.with_trip(document.trip.with_stop(PlaceId("temple"), day)))
        clock.later(30)
    assert len(library.load(A_TRIP).trip.days[0].stops) == 31
