"""Children that never outlive their parents, on Linux; elsewhere as far as the system helps."""

import ctypes
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

DIE_WITH_PARENT, ADOPT = 1, 36  # prctl(2): PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER
SWEEP_SECONDS = 3.0


def adopt_orphans() -> None:
    """Processes whose parent dies become children of this one, and can be swept up."""
    _prctl(ADOPT, 1)


def die_with_parent() -> None:
    """In a child, before it becomes another program."""
    _prctl(DIE_WITH_PARENT, signal.SIGKILL)


def _prctl(what: int, value: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(what, value, 0, 0, 0)


def children() -> Iterator[int]:
    """Of this process."""
    me = os.getpid()
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError, IndexError):
            # The second field is a name in brackets that may hold anything; the parent is the second field after it.
            if int((entry / "stat").read_text().rpartition(")")[2].split()[1]) == me:
                yield int(entry.name)


def sweep() -> int:
    """End and bury everything that is left of a child; how many there were."""
    swept = 0
    until = time.monotonic() + SWEEP_SECONDS
    while (left := list(children())) and time.monotonic() < until:
        for each in left:
            with suppress(OSError):
                os.kill(each, signal.SIGKILL)
            with suppress(ChildProcessError):
                if os.waitpid(each, os.WNOHANG)[0]:
                    swept += 1
        time.sleep(0.02)
    return swept
