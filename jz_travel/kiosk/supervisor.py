"""Keeps a face on the screen: starts it, feels its heart, ends it when it hangs, starts it again. It has no window, no
Qt and nearly no memory, so that it does not fall ill of what the face falls ill of."""

import os
import select
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from jz_travel.kiosk.exits import LEFT, RESTART
from jz_travel.kiosk.notify import Notify
from jz_travel.kiosk.processes import adopt_orphans, die_with_parent, sweep

POLL = 0.1
SCRATCH = "jz-travel-"


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds. ``start``: until the first page; ``silence``: between two beats; ``calm``: a run this long was good."""

    start: float = 45.0
    silence: float = 5.0
    calm: float = 10.0
    waits: tuple[float, ...] = (0.0, 0.5, 1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Ended:
    """How one run of the face ended. ``hung``: it had to be ended."""

    code: int
    lasted: float
    was_ready: bool
    hung: bool


class Supervisor:
    """``command`` gets the heart's file number and a folder in memory for pages of the map."""

    def __init__(
        self,
        command: Callable[[int, Path], Sequence[str]],
        environment: Mapping[str, str],
        notify: Notify,
        say: Callable[[str], None],
        patience: Patience = Patience(),  # a frozen value
    ) -> None:
        self._command, self._environment, self._notify, self._say = command, dict(environment), notify, say
        self._patience = patience
        self._stopped = False
        self._failures = 0

    def run(self) -> int:
        """Until staff leave (0) or the system ends it (0)."""
        adopt_orphans()
        remove_abandoned_scratch()
        scratch = new_scratch()
        try:
            return self._keep_running(scratch)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def _keep_running(self, scratch: Path) -> int:
        for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(each, self._stop)
        while not self._stopped:
            ended = self._one_run(scratch)
            if self._stopped or (ended.code == LEFT and not ended.hung):
                break
            self._wait(ended)
        self._notify.stopping()
        return 0

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopped = True

    def _one_run(self, scratch: Path) -> Ended:
        reading, writing = os.pipe()
        try:
            child = subprocess.Popen(  # noqa: S603  # our own program
                self._command(writing, scratch),
                env=self._environment,
                pass_fds=(writing,),
                stdin=subprocess.DEVNULL,
                preexec_fn=die_with_parent,  # the supervisor has one thread
            )
            os.close(writing)
            self._say(f"started {child.pid}")
            return self._watch(child, reading)
        finally:
            os.close(reading)

    def _watch(self, child: "subprocess.Popen[bytes]", reading: int) -> Ended:
        began = beat = time.monotonic()
        was_ready = hung = False
        while child.poll() is None and not self._stopped:
            if select.select([reading], [], [], POLL)[0]:
                said = os.read(reading, 4096)
                if not said:  # its end of the pipe is closed: it is on its way out
                    time.sleep(POLL)
                    continue
                beat = time.monotonic()
                self._notify.alive()
                if b"R" in said:
                    was_ready = True
                    self._say("ready")
                    self._notify.ready("attract page")
            if time.monotonic() - beat > (self._patience.silence if was_ready else self._patience.start):
                hung = True
                self._say("no heartbeat; ending it")
                break
        if child.poll() is None:
            child.kill()
        code = child.wait()
        sweep()
        return Ended(code, time.monotonic() - began, was_ready, hung)

    def _wait(self, ended: Ended) -> None:
        """Longer and longer while starting does not help; the system is told that somebody still cares."""
        good = ended.code == RESTART or ended.lasted >= self._patience.calm
        self._failures = 0 if good else self._failures + 1
        waits = self._patience.waits
        seconds = 0.0 if good else waits[min(self._failures - 1, len(waits) - 1)]
        self._say(f"ended with {ended.code}; again in {seconds:g} s")
        self._notify.status(f"starting again, failure {self._failures}" if self._failures else "starting again")
        until = time.monotonic() + seconds
        while time.monotonic() < until and not self._stopped:
            self._notify.alive()
            time.sleep(min(POLL, max(0.0, until - time.monotonic())))


def new_scratch() -> Path:
    """A folder in memory where the system has one: it never fills the disk, and a power cut empties it."""
    return Path(tempfile.mkdtemp(prefix=f"{SCRATCH}{os.getpid()}-", dir=_memory()))


def remove_abandoned_scratch() -> None:
    """Of supervisors that were killed."""
    for folder in (_memory() or Path(tempfile.gettempdir())).glob(f"{SCRATCH}[0-9]*-*"):
        owner = int(folder.name.removeprefix(SCRATCH).partition("-")[0])
        if not Path(f"/proc/{owner}").exists():
            shutil.rmtree(folder, ignore_errors=True)


def _memory() -> Path | None:
    memory = Path("/dev/shm")  # noqa: S108  # the folder in it has a name of its own and belongs to us alone
    return memory if memory.is_dir() and os.access(memory, os.W_OK) else None
