"""How the screen is doing: what staff want to see at a glance, and the last things that went wrong, without words.

A message of an error could hold what a visitor typed, so only its kind and its place in the program are kept.
"""

import logging
import shutil
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

MOST_KEPT = 20


def place_of(error: BaseException, trace: TracebackType | None) -> str:
    """``KeyError at result.py:120 in _entry``."""
    frames = traceback.extract_tb(trace)
    at = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno} in {frames[-1].name}" if frames else ""
    return f"{type(error).__name__}{at}"


class Troubles(logging.Handler):
    """The last warnings and bugs of this run, oldest first."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        super().__init__(logging.WARNING)
        self._clock = clock
        self._kept: deque[tuple[float, str]] = deque(maxlen=MOST_KEPT)

    def emit(self, record: logging.LogRecord) -> None:
        said = str(record.msg)  # the pattern, never what it was filled with
        if record.exc_info and record.exc_info[1] is not None:
            said = place_of(record.exc_info[1], record.exc_info[2])
        self.add(f"{record.name}: {said}")

    def add(self, what: str) -> None:
        self._kept.append((self._clock(), what))

    def __iter__(self) -> Iterator[tuple[float, str]]:
        return iter(tuple(self._kept))


class WithoutWords(logging.Formatter):
    """A line for the system's log that holds no word of a visitor."""

    def format(self, record: logging.LogRecord) -> str:
        said = str(record.msg)
        if record.exc_info and record.exc_info[1] is not None:
            said = place_of(record.exc_info[1], record.exc_info[2])
        return f"{record.levelname} {record.name}: {said}"


def free_megabytes(folder: Path) -> int:
    """Of the disk that a folder is, or would be, on."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free // 1_000_000
