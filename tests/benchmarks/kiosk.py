"""A day at the kiosk: how fast it answers, how soon it is back, what it grows by a visitor, what it costs at rest.

``python -m tests.benchmarks.kiosk --visitors 5000`` for the whole truth; a few hundred show the slope. Each line comes
when it is known. Where others disturb the machine, processor time (cpu) says more than the clock.
"""

import argparse
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.ui.kiosk_hands import Visitor

TOLD_EVERY = 5
"""Weighings between two accounts of the times."""
WAYS = (
    ("触摸开始", "看什么", "太极", "陈家沟", "我想去", "安排我的行程", "开始安排"),
    ("触摸开始", "地图", "返回", "今天"),
    ("触摸开始", "统计", "历年", "同口径", "城市数字"),
    ("English", "What to see", "Nature", "Yuntai Mountain", "Back", "Start page"),
    ("长辈模式", "触摸开始", "看什么"),
    ("触摸开始", "安排我的行程", "2 天", "3 天", "开始安排"),
    ("触摸开始", "看什么", "拼音首字母查找", "Y", "T", "S", "云台山"),
)


class Times:
    """Of one kind of thing: seconds on the clock, and of this process."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.clock: list[float] = []
        self.cpu: list[float] = []

    def of(self, act: Callable[[], object]) -> None:
        clock, cpu = time.perf_counter(), time.process_time()
        act()
        self.clock.append(time.perf_counter() - clock)
        self.cpu.append(time.process_time() - cpu)

    def tell(self) -> None:
        if self.clock:
            print(f"{self.name}: {_spread(self.clock)}; cpu {_spread(self.cpu)}; n {len(self.clock)}", flush=True)


def _spread(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    at = ordered[min(len(ordered) - 1, round(len(ordered) * 0.95))]
    return f"p50 {statistics.median(ordered) * 1000:.0f} ms, p95 {at * 1000:.0f} ms"


class Day:
    """Visitors one after the other; now and then the map's process dies, or a bug happens."""

    def __init__(self, folder: Path, chosen: argparse.Namespace) -> None:
        from jz_travel.ui.application import make_application
        from tests.ui.kiosk_hands import Screens

        self.chosen = chosen
        self.screens = Screens(make_application(["jz-travel"]), folder)
        self.visitor: Visitor = self.screens()
        self.window = self.visitor.kiosk.window
        self.chance = random.Random(1)
        self.memory: list[tuple[int, float]] = []
        self.taps, self.plans = Times("tap to page"), Times("plan asked to plan shown")
        self.resets, self.backs = Times("reset"), Times("killed page back")

    def settle(self) -> None:
        from tests.ui.kiosk_hands import wait_until

        wait_until(lambda: self.window.stage.map.view.is_settled, "the map did not come up")

    def spend(self) -> None:
        from PySide6.QtTest import QTest

        from tests.ui.kiosk_hands import wait_until

        self.settle()
        self.visitor.kiosk.chores.warm_up()
        for number in range(self.chosen.visitors):
            if number % self.chosen.settle_every == 0:
                self.settle()
            self._visit()
            if self.chosen.fault_every and number % self.chosen.fault_every == self.chosen.fault_every - 1:
                self._bug() if number % (2 * self.chosen.fault_every) < self.chosen.fault_every else self._kill()
                self.window._faults.clear()
            self.resets.of(lambda: self.window.start_over("idle"))
            wait_until(lambda: self.visitor.sees("触摸开始"), "no attract page")
            QTest.qWait(1)  # only a running loop lets go of what was deleted
            if number >= self.chosen.warm and (number - self.chosen.warm) % self.chosen.every == 0:
                self._weigh(number)
        self._tell()

    def _tell(self) -> None:
        for times in (self.taps, self.plans, self.resets, self.backs):
            times.tell()
        tell_slope(self.memory)

    def _visit(self) -> None:
        from tests.ui.kiosk_hands import wait_until

        for name in self.chance.choice(WAYS):
            self.taps.of(lambda name=name: self.visitor.touch(name))
            if name == "开始安排":
                trip = self.window.sitting.session
                self.plans.of(lambda trip=trip: wait_until(lambda: any(trip.trip.stops()), "no plan"))

    def _bug(self) -> None:
        from PySide6.QtTest import QTest

        from jz_travel.ui.kiosk.app import calm

        calm(self.visitor.kiosk)(KeyError, KeyError("x"), None)
        QTest.qWait(20)

    def _kill(self) -> None:
        from tests.ui.kiosk_hands import wait_until

        self.settle()
        os.kill(self.window.stage.map.view.page.renderProcessPid(), signal.SIGKILL)
        wait_until(lambda: not self.window.stage.map.view.is_ready, "nobody noticed")
        self.backs.of(self.settle)

    def _weigh(self, number: int) -> None:
        from PySide6.QtTest import QTest

        from tests.benchmarks.memory import family, proportional

        self.settle()
        QTest.qWait(600)  # the processes of visitors who have left are gone then
        own = own_megabytes(os.getpid())
        self.memory.append((number, own))
        print(f"  after {number}: {own:.1f} MB own, {proportional(os.getpid()):.0f} MB with "
              f"{len(family(os.getpid()))} processes", flush=True)  # fmt: skip
        if len(self.memory) % TOLD_EVERY == 0:
            self._tell()

    def rest(self) -> None:
        """What the attract page costs."""
        from PySide6.QtTest import QTest

        self.settle()
        before = processor_seconds(os.getpid())
        QTest.qWait(self.chosen.rest * 1000)
        share = (processor_seconds(os.getpid()) - before) / self.chosen.rest
        print(f"attract page: {share:.1%} of one core, with every helper process", flush=True)
        ended = {each.item: each.number for each in self.visitor.kiosk.city.counts if each.kind == "ended"}
        print(f"visitors ended: {ended}; asked outside: {len(self.window.stage.map.view.profile.guard.refused)}")


def own_megabytes(process: int) -> float:
    """What this process has written and holds. Not the pages of programs: whether those count as its own depends on
    who else runs the same program just then."""
    status = Path(f"/proc/{process}/status").read_text().splitlines()
    return sum(int(line.split()[1]) for line in status if line.startswith(("RssAnon:", "RssShmem:"))) / 1024


def processor_seconds(process: int) -> float:
    from tests.benchmarks.memory import family

    ticks = 0
    for each in family(process):
        fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def tell_slope(memory: list[tuple[int, float]]) -> None:
    """By least squares, over the second half: what one visitor more costs for good."""
    half = memory[len(memory) // 2 :]
    if len(half) < 2:
        return
    mean_x = statistics.mean(x for x, _ in half)
    mean_y = statistics.mean(y for _, y in half)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in half) / sum((x - mean_x) ** 2 for x, _ in half)
    print(f"memory: {memory[0][1]:.0f} MB after {memory[0][0]}, {memory[-1][1]:.0f} MB after {memory[-1][0]}, "
          f"{slope * 1024:.0f} kB a visitor in the second half", flush=True)  # fmt: skip


def kills(folder: Path, times: int) -> None:
    """The whole program killed; from the signal to the attract page with its map."""
    from jz_travel.kiosk.supervisor import Patience

    environment = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    command = [sys.executable, "-m", "jz_travel", "kiosk", "--windowed", "1080x1920", "--state", str(folder)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as kiosk:
        assert kiosk.stdout is not None
        said = (line.removeprefix("kiosk: ").strip() for line in kiosk.stdout if line.startswith("kiosk: "))
        face = _next_face(said)
        for name, number in (("kill -9", signal.SIGKILL), ("hang", signal.SIGSTOP)):
            for _ in range(times):
                time.sleep(Patience().calm)  # before that, the supervisor waits longer each time
                began = time.perf_counter()
                os.kill(face, number)
                face = _next_face(said)
                print(f"main process, {name}: back after {time.perf_counter() - began:.1f} s; "
                      f"cpu of the new one {processor_seconds(face):.1f} s", flush=True)  # fmt: skip
        kiosk.terminate()
        kiosk.wait()


def _next_face(said: Iterator[str]) -> int:
    """The process of the face that is ready now."""
    face = next(line for line in said if line.startswith("started")).split()[1]
    next(line for line in said if line == "ready")
    return int(face)


def main() -> None:
    chosen = _options().parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        if chosen.kills:
            kills(Path(folder) / "state", chosen.kills)
        if chosen.visitors or chosen.rest:
            day = Day(Path(folder), chosen)
            day.spend()
            if chosen.rest:
                day.rest()
            day.screens.close_all()


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--visitors", type=int, default=120)
    parser.add_argument("--warm", type=int, default=40, help="visitors before memory is weighed")
    parser.add_argument("--every", type=int, default=10, help="visitors between two weighings")
    parser.add_argument("--settle-every", type=int, default=1, help="one visitor of so many waits for the map")
    parser.add_argument("--fault-every", type=int, default=25, help="visitors between two faults; 0: none")
    parser.add_argument("--kills", type=int, default=2, help="how often the whole program is killed, and hung")
    parser.add_argument("--rest", type=int, default=20, help="seconds at rest")
    return parser


if __name__ == "__main__":
    main()
