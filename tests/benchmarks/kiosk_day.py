"""A day of a public screen: visitors one after the other, and between them all that goes wrong in a visitor centre.

``python -m tests.benchmarks.kiosk_day`` for 500 visitors; it ends with 0 when nothing was lost, nothing leaked and
nobody had to lend a hand. That the whole program is killed, or hangs, is for ``tests.benchmarks.kiosk --kills``.
"""

import argparse
import os
import random
import signal
import stat
import sys
import tempfile
import weakref
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from unittest.mock import patch

from tests.benchmarks.kiosk import WAYS, Times, own_megabytes
from tests.benchmarks.memory import family

PAPER = ("触摸开始", "安排我的行程", "开始安排", "带走行程", "打印一页")
LP = """#!/bin/sh
[ -e "$PRINTER_IS_GONE" ] && { echo "lp: no such printer" >&2; exit 1; }
cat > /dev/null
echo "request id is front-1 (1 file(s))"
"""
MOST_GROWTH = 100.0
"""Megabytes, from the tenth part of the day to its end, fifty killed and hung pages among it: after so many visitors,
and each night, the face starts anew."""


PATIENCE_MS = 90_000
"""A page that hangs while it loads is left half a minute before the screen helps itself."""


class Day:
    def __init__(self, folder: Path, visitors: int, fault_every: int) -> None:
        from jz_travel.ui.application import make_application
        from tests.ui.kiosk_hands import Screens

        self.visitors, self.fault_every = visitors, fault_every
        self.gone = folder / "gone"
        _print_system(folder, self.gone)
        self.screens = Screens(make_application(["jz-travel"]), folder)
        self.visitor = self.screens(printer="front", idle=timedelta(hours=1))
        self.window = self.visitor.kiosk.window
        self.chance = random.Random(1)
        self.sittings: weakref.WeakSet[object] = weakref.WeakSet()
        self.back = {each.__name__: Times(each.__name__) for each in self.faults()}
        self.pending = ExitStack()
        self.came = 0
        self.wrong: list[str] = []
        self.window.gave_up.connect(lambda: self.wrong.append("the screen gave up"))
        sys.excepthook = self.bug_found

    def faults(self) -> tuple[Callable[[], None], ...]:
        return (
            self.page_killed, self.page_hangs, self.gpu_killed, self.bug, self.disk_full, self.clock_jumps,
            self.screen_turned, self.printer_gone,
        )  # fmt: skip

    def bug_found(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.wrong.append(f"{kind.__name__}: {error}")
        sys.__excepthook__(kind, error, trace)

    # What goes wrong

    def page_killed(self) -> None:
        os.kill(self.window.stage.map.view.page.renderProcessPid(), signal.SIGKILL)
        self.wait(lambda: not self.window.stage.map.view.is_ready, "nobody noticed")

    def page_hangs(self) -> None:
        self.window.stage.map.view.page.runJavaScript("while (true) {}")
        self.wait(lambda: not self.window.stage.map.view.is_ready, "nobody noticed")

    def gpu_killed(self) -> None:
        """Where the graphics have a process of their own; else they live and die with the face."""
        for each in family(os.getpid()):
            if b"--type=gpu-process" in Path(f"/proc/{each}/cmdline").read_bytes():
                os.kill(each, signal.SIGKILL)

    def bug(self) -> None:
        from jz_travel.ui.kiosk.app import calm

        calm(self.visitor.kiosk)(KeyError, KeyError("x"), None)
        self.window._faults.clear()  # a day of bugs within minutes is not what gives up

    def disk_full(self) -> None:
        full = OSError(28, "No space left on device")
        self.pending.enter_context(patch("jz_travel.store.files._write_part", side_effect=full))
        self.window.save_counts()

    def clock_jumps(self) -> None:
        self.screens.moment += timedelta(days=self.chance.choice((-2, -1, 1, 2)), hours=self.chance.randrange(10))

    def screen_turned(self) -> None:
        size = self.window.size()
        self.window.resize(size.transposed())

    def printer_gone(self) -> None:
        self.gone.touch()

    # The day

    def wait(self, done: Callable[[], bool], what: str) -> None:
        from tests.ui.kiosk_hands import wait_until

        wait_until(done, what, PATIENCE_MS)

    def settle(self) -> None:
        self.wait(lambda: self.window.stage.map.view.is_settled, "the map did not come up")

    def spend(self) -> None:
        from PySide6.QtTest import QTest

        self.settle()
        self.visitor.kiosk.chores.warm_up()
        faults = self.faults()
        early: tuple[float, Counter[str]] = (0.0, Counter())
        for number in range(self.visitors):
            self.visit(PAPER if number % 10 == 0 else self.chance.choice(WAYS))
            if number % self.fault_every == self.fault_every - 1:
                self.break_something(faults[number // self.fault_every % len(faults)])
            self.window.start_over("idle")
            self.wait(lambda: self.visitor.sees("触摸开始"), "no attract page")
            QTest.qWait(1)
            if number == self.visitors // 10:
                early = self.held()
            if number % (self.visitors // 10 or 1) == 0:
                print(f"  visitor {number}: {own_megabytes(os.getpid()):.0f} MB, {self.wrong or 'well'}", flush=True)
        self.judge(early)

    def visit(self, way: tuple[str, ...]) -> None:
        self.came += 1
        self.sittings.add(self.window.sitting)
        for name in way:
            self.visitor.touch(name)
            if name == "开始安排":
                session = self.window.sitting.session
                self.wait(lambda: any(session.trip.stops()), "no plan")  # noqa: B023  # called within this turn

    def break_something(self, fault: Callable[[], None]) -> None:
        self.settle()
        fault()
        self.back[fault.__name__].of(self.come_back)
        self.pending.close()
        self.gone.unlink(missing_ok=True)

    def come_back(self) -> None:
        """Nobody does anything: the visitor leaves, the next one finds everything in its place."""
        self.window.start_over("idle")
        self.wait(lambda: self.visitor.sees("触摸开始"), "no attract page")
        self.settle()
        self.visit(PAPER)

    # What is left of it

    def held(self) -> tuple[float, Counter[str]]:
        from PySide6.QtTest import QTest

        self.settle()
        QTest.qWait(2_000)  # the processes of visitors who have left are gone then
        kinds: Counter[str] = Counter()
        for each in family(os.getpid())[1:]:
            words = Path(f"/proc/{each}/cmdline").read_bytes().decode().split("\0")
            kinds[next((word for word in words if word.startswith("--type=")), words[0])] += 1
        kinds["open files"] = sum(1 for _ in Path("/proc/self/fd").iterdir())
        kinds["visitors in memory"] = len(self.sittings)
        return own_megabytes(os.getpid()), kinds

    def judge(self, early: tuple[float, Counter[str]]) -> None:
        from jz_travel.kiosk.counts import read_counts
        from jz_travel.kiosk.exits import RESTART

        self.window.save_counts()
        kept = read_counts(self.screens.folder / "state" / "counts.json")
        came, went = (sum(each.number for each in kept if each.kind == kind) for kind in ("hour", "ended"))
        for times in self.back.values():
            times.tell()
        late = self.held()
        print(f"visitors: {came} came, {went} went; {dict(late[1])}")
        print(f"memory: {early[0]:.0f} MB after a tenth of the day, {late[0]:.0f} MB at its end", flush=True)
        if came != self.came:
            self.wrong.append(f"{self.came} visitors came, {came} are counted on disk")
        if late[1] - early[1] - Counter({"open files": 8}):
            self.wrong.append(f"held at the end: {dict(late[1])}, before: {dict(early[1])}")
        if late[0] - early[0] > MOST_GROWTH:
            self.wrong.append(f"{late[0] - early[0]:.0f} MB more than before")
        if refused := self.window.stage.map.view.profile.guard.refused:
            self.wrong.append(f"asked outside: {refused}")
        if set(self.visitor.kiosk.codes) - {RESTART}:  # by itself, once MOST_VISITORS have come
            self.wrong.append("somebody got out")


def _print_system(folder: Path, gone: Path) -> None:
    programs = folder / "bin"
    programs.mkdir()
    for name, text in (("lp", LP), ("cancel", "#!/bin/sh\n")):
        (programs / name).write_text(text)
        (programs / name).chmod(stat.S_IRWXU)
    os.environ |= {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "PRINTER_IS_GONE": str(gone)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--visitors", type=int, default=500)
    parser.add_argument("--fault-every", type=int, default=10, help="visitors between two faults")
    chosen = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        day = Day(Path(folder), chosen.visitors, chosen.fault_every)
        day.spend()
        day.screens.close_all()
    print("\n".join(day.wrong) or "nothing lost, nothing leaked, nobody had to lend a hand")
    return 1 if day.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
