"""A kill, a full disk or a read-only folder costs no trip that was saved, and leaves nothing lying about."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.trip import TripId
from jz_travel.store import files
from jz_travel.store.files import write_bytes
from jz_travel.store.library import TripLibrary
from jz_travel.store.trips import TripDocument, format_trip, read_trip
from tests.strategies import a_trip

A_TRIP = TripId("a-trip")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")
NOT_ROOT = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root is allowed to write into a read-only folder"
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[TripLibrary]:
    found = TripLibrary(tmp_path / "trips")
    yield found
    found.close()


def called(name: str) -> TripDocument:
    return TripDocument(a_trip("museum").renamed(name))


def stray_files(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.name.endswith(files.LEFTOVER)]


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

    monkeypatch.setattr(os, "open", full)
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
