"""Files that survive: whole or not at all, never half.

A writer killed at any moment leaves the old file or the new one, because the new bytes go into a temporary file beside
it and take its name in one step. Every ``OSError`` leaves here as a :class:`Failure` that names the file.
"""

import errno
import os
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jz_travel.domain.failures import Cause, Failure

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PRIVATE = 0o600
LEFTOVER = ".jz-part"  # how the name of a temporary file ends
HELD_FOR_A_MOMENT = (5, 32)  # Windows: a virus scanner or an indexer looks at the file
NO_LOCKS_HERE = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)  # some network drives
CAUSES = {
    errno.ENOENT: Cause.MISSING,
    errno.ENOTDIR: Cause.MISSING,
    errno.EACCES: Cause.NOT_ALLOWED,
    errno.EPERM: Cause.NOT_ALLOWED,
    errno.EROFS: Cause.NOT_ALLOWED,
    errno.ENOSPC: Cause.DISK_FULL,
    errno.EFBIG: Cause.DISK_FULL,
    errno.EDQUOT: Cause.DISK_FULL,
}


@contextmanager
def failures(path: Path) -> Iterator[None]:
    """Turns what the system says about a file into a :class:`Failure`."""
    try:
        yield
    except OSError as error:
        cause = CAUSES.get(error.errno or 0, Cause.OTHER)
        raise Failure(cause, path, detail=error.strerror or str(error)) from error


def read_bytes(path: Path, at_most: int) -> bytes:
    """A whole file. The size is looked at before anything is read; a pipe or a device is not a file."""
    with failures(path):
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise Failure(Cause.OTHER, path, detail="this is not a file")
        if about.st_size <= at_most:
            with path.open("rb") as file:
                content = file.read(at_most + 1)
            if len(content) <= at_most:
                return content
    raise Failure(Cause.TOO_LARGE, path, detail=f"more than {at_most} bytes")


def write_bytes(path: Path, content: bytes, private: bool = False) -> None:
    """Replaces a file in one step. A link is followed, the mode of an older file is kept, a read-only one refused.

    ``private``: nobody but its owner may read it.
    """
    with failures(path):
        target = Path(os.path.realpath(path))
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        if mode is not None and not os.access(target, os.W_OK):
            raise Failure(Cause.NOT_ALLOWED, path, detail="the file is read-only")
        part = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}{LEFTOVER}")
        try:
            _write_part(part, content, PRIVATE if private else mode)
            _replace(part, target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        _flush_folder(target.parent)


def clean_leftovers(folder: Path) -> int:
    """Removes what killed writers left behind, and nothing that a living one is still writing; how many there were."""
    removed = 0
    for part in folder.glob(f".*{LEFTOVER}"):
        with suppress(OSError):
            descriptor = os.open(part, os.O_RDWR)
            try:
                abandoned = _lock(descriptor)
            finally:
                os.close(descriptor)
            if abandoned:
                part.unlink()
                removed += 1
    return removed


class FileLock:
    """Holds a file for one process. The system lets go when the process ends, however it ends: no stale locks."""

    def __init__(self, path: Path) -> None:
        """Fails with ``IN_USE`` while somebody else holds it."""
        with failures(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
            if not _lock(self._descriptor):
                os.close(self._descriptor)
                raise Failure(Cause.IN_USE, path)

    def release(self) -> None:
        os.close(self._descriptor)


def _write_part(part: Path, content: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(part, flags, 0o666), "wb") as file:
        if sys.platform != "win32":  # there an open file cannot be removed anyway, and a lock would be in our own way
            _lock(file.fileno())
        if mode is not None:
            part.chmod(mode)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _replace(part: Path, target: Path) -> None:
    for patience in (0.02, 0.05, 0.1, 0.2):
        try:
            part.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in HELD_FOR_A_MOMENT:
                raise
            time.sleep(patience)
        else:
            return
    part.replace(target)


def _flush_folder(folder: Path) -> None:
    """Makes the new name survive a power cut. The file is whole either way, so where this cannot be done it is not."""
    if sys.platform != "win32":  # there a folder cannot be opened
        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _lock(descriptor: int) -> bool:
    """Takes the lock of an open file, without waiting; False when somebody else has it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in NO_LOCKS_HERE
    return True
