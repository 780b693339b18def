"""The visitor's trips: a folder of ``.jztrip`` files, what they were before, and what was deleted.

In the library a trip is called what its file is called, so a copy made with a file manager is simply another trip.
The folder::

    <id>.jztrip     versions/<id>/<when>.jztrip     deleted/<id>.jztrip     locks/<id>.lock     last_opened
"""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from jz_travel.domain.clock import CHINA
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.trip import TripId
from jz_travel.store.files import FileLock, clean_leftovers, failures, read_bytes, write_bytes
from jz_travel.store.trips import LARGEST_FILE, SUFFIX, TripDocument, format_trip, parse_trip, read_trip

VERSIONS_KEPT = 20
BETWEEN_VERSIONS = timedelta(minutes=10)
WHEN = "%Y-%m-%dT%H%M%SZ"  # a colon is not allowed in file names everywhere


@dataclass(frozen=True)
class TripEntry:
    """One file of the library; ``broken`` says why it cannot be read, and then only its name and date are known."""

    id: TripId
    name: str
    starts: date | None
    days: int
    changed: datetime
    path: Path
    broken: Failure | None = None


@dataclass(frozen=True)
class TripVersion:
    """What a trip was before it was saved over: ``saved`` says when it had been written, ``kept`` when it was kept."""

    kept: datetime
    saved: datetime
    path: Path


class TripLibrary:
    """The trips in one folder. Only a trip that this process holds is written; saving takes hold of it."""

    def __init__(self, folder: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """Removes what killed writers left. The folder is made with the first trip, so looking changes nothing."""
        self.folder = folder
        self._now = now
        self._seen: dict[TripId, str] = {}  # what each file held when we last read or wrote it
        self._locks: dict[TripId, FileLock] = {}
        for each in (folder, *(folder / "versions").glob("*")):
            clean_leftovers(each)

    # Reading

    def entries(self) -> tuple[TripEntry, ...]:
        """Every trip, the one changed last first; a file that cannot be read is there too."""
        return _entries(self.folder)

    def deleted(self) -> tuple[TripEntry, ...]:
        """The trips that can be restored."""
        return _entries(self.folder / "deleted")

    def load(self, trip: TripId) -> TripDocument:
        """The trip as its file has it now; :class:`Failure` when it cannot be read or is none."""
        path = self.path_of(trip)
        content = read_bytes(path, LARGEST_FILE)
        document = _named(parse_trip(content, path), trip)
        self._seen[trip] = _print_of(content)
        return document

    def path_of(self, trip: TripId) -> Path:
        return self.folder / f"{trip}{SUFFIX}"

    def new_id(self) -> TripId:
        """Twelve hexadecimal digits by chance, so that libraries can be put together."""
        return TripId(secrets.token_hex(6))

    # Holding

    def claim(self, trip: TripId) -> None:
        """Takes hold of a trip until it is released; fails with ``IN_USE`` while another window holds it."""
        if trip not in self._locks:
            try:
                self._locks[trip] = FileLock(self.folder / "locks" / f"{trip}.lock")
            except Failure as failure:
                raise Failure(failure.cause, self.path_of(trip), detail=failure.detail) from failure

    def release(self, trip: TripId) -> None:
        """Lets go of a trip; the next save takes hold of it again."""
        if lock := self._locks.pop(trip, None):
            lock.release()

    def close(self) -> None:
        """Lets go of every trip."""
        for trip in tuple(self._locks):
            self.release(trip)

    # Writing

    def save(self, document: TripDocument) -> None:
        """Writes a trip in one step and keeps what was there before.

        Fails with ``CHANGED_OUTSIDE`` when the file is not what this library last read or wrote: then :meth:`load` it
        again, or save under another id. After any failure the file is as it was.
        """
        trip = document.trip.id
        path = self.path_of(trip)
        content = format_trip(document, path)
        self.claim(trip)
        before = self._current(trip)
        if before is not None and _print_of(before) == _print_of(content):
            return
        if before is not None:
            self._keep_version(trip, before)
        write_bytes(path, content)
        self._seen[trip] = _print_of(content)

    def delete(self, trip: TripId) -> TripId:
        """Moves a trip to the deleted ones; the answer is what it is called there."""
        self.claim(trip)
        moved = self._move(self.path_of(trip), self.folder / "deleted")
        self._seen.pop(trip, None)
        self.release(trip)
        return moved

    def restore(self, trip: TripId) -> TripId:
        """Brings a deleted trip back; the answer is its id, a new one when its own is taken."""
        return self._move(self.folder / "deleted" / f"{trip}{SUFFIX}", self.folder)

    # Earlier versions

    def versions(self, trip: TripId) -> tuple[TripVersion, ...]:
        """What a trip was before, the newest first."""
        found = []
        with failures(self.folder):
            for path in (self.folder / "versions" / trip).glob(f"*{SUFFIX}"):
                try:
                    kept = datetime.strptime(path.stem, WHEN).replace(tzinfo=UTC)
                except ValueError:
                    continue  # not one of ours
                found.append(TripVersion(kept, _changed(path), path))
        return tuple(sorted(found, key=lambda each: each.kept, reverse=True))

    def load_version(self, trip: TripId, version: TripVersion) -> TripDocument:
        """An earlier version under the trip's id; nothing is kept until somebody saves it."""
        return _named(read_trip(version.path), trip)

    # The trip to open next time

    @property
    def last_opened(self) -> TripId | None:
        """The trip that was open last, if it is still there."""
        try:
            trip = TripId(read_bytes(self.folder / "last_opened", 1000).decode().strip())
        except (Failure, UnicodeDecodeError):
            return None
        return trip if self.path_of(trip).is_file() else None

    def set_last_opened(self, trip: TripId) -> None:
        with failures(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
        write_bytes(self.folder / "last_opened", trip.encode())

    # Inside

    def _current(self, trip: TripId) -> bytes | None:
        """What the file holds now, None when there is none; fails when somebody else wrote it."""
        path = self.path_of(trip)
        try:
            content = read_bytes(path, LARGEST_FILE)
        except Failure as failure:
            if failure.cause is Cause.MISSING:
                return None
            raise
        if self._seen.get(trip) != _print_of(content):
            raise Failure(Cause.CHANGED_OUTSIDE, path)
        return content

    def _keep_version(self, trip: TripId, content: bytes) -> None:
        """Keeps what is about to be replaced: the first time each day, and then once in ten minutes."""
        now = self._now()
        versions = self.versions(trip)
        if any(abs(now - each.kept) < BETWEEN_VERSIONS and _day(each) == _day_of(now) for each in versions):
            return
        folder = self.folder / "versions" / trip
        with failures(folder):
            folder.mkdir(parents=True, exist_ok=True)
            write_bytes(folder / f"{now.astimezone(UTC).strftime(WHEN)}{SUFFIX}", content)
            for each in _too_many(self.versions(trip)):
                each.path.unlink(missing_ok=True)

    def _move(self, path: Path, folder: Path) -> TripId:
        stem, number = path.stem, 1
        with failures(path):
            folder.mkdir(parents=True, exist_ok=True)
            while (target := folder / f"{stem}{SUFFIX}").exists():
                number += 1
                stem = f"{path.stem}-{number}"
            path.rename(target)
        return TripId(stem)


def _entries(folder: Path) -> tuple[TripEntry, ...]:
    if not folder.exists():
        return ()
    with failures(folder):
        paths = [path for path in folder.iterdir() if path.suffix == SUFFIX and not path.name.startswith(".")]
    return tuple(sorted(map(_entry, paths), key=lambda entry: (entry.changed, entry.id), reverse=True))


def _entry(path: Path) -> TripEntry:
    identity, changed = TripId(path.stem), _changed(path)
    try:
        trip = _named(read_trip(path), identity).trip
    except Failure as failure:
        return TripEntry(identity, path.stem, None, 0, changed, path, failure)
    return TripEntry(identity, trip.name, trip.starts, len(trip.days), changed, path)


def _changed(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:  # gone since it was listed
        return datetime.min.replace(tzinfo=UTC)


def _named(document: TripDocument, trip: TripId) -> TripDocument:
    return document.with_trip(replace(document.trip, id=trip))


def _print_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _day_of(moment: datetime) -> date:
    return moment.astimezone(CHINA).date()


def _day(version: TripVersion) -> date:
    return _day_of(version.kept)


def _too_many(versions: tuple[TripVersion, ...]) -> tuple[TripVersion, ...]:
    """What to let go of: the oldest that are not the first of their day, then the oldest."""
    excess = max(0, len(versions) - VERSIONS_KEPT)
    first_of_day = {_day(version): version.kept for version in versions}  # they come newest first
    return tuple(sorted(versions, key=lambda each: (first_of_day[_day(each)] == each.kept, each.kept))[:excess])
