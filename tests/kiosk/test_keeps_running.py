"""The kiosk as processes: killed, stopped, asked to leave; it is back by itself and leaves nothing behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jz_travel.kiosk.environment import cleaned, platform_of
from jz_travel.kiosk.exits import GAVE_UP, LEFT, RESTART
from jz_travel.kiosk.notify import Notify

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the supervisor sweeps up with Linux' means")
SUPERVISED = """
import sys
from pathlib import Path
from jz_travel.kiosk.notify import Notify
from jz_travel.kiosk.supervisor import Patience, Supervisor
def command(heart, scratch):
    return [sys.executable, "-c", sys.argv[1], str(heart), str(scratch)]
def say(what):
    print(what, flush=True)
patience = Patience(start=5, silence=1.5, calm=60, waits=(0, 0.1))
sys.exit(Supervisor(command, {"PATH": "/usr/bin:/bin"}, Notify(), say, patience).run())
"""
WELL = """
import os, sys, time, subprocess
heart = int(sys.argv[1])
orphan = subprocess.Popen(["sleep", "1000"], start_new_session=True)
os.write(heart, b"R")
while True:
    os.write(heart, b".")
    time.sleep(0.1)
"""
ENDS_WITH = "import sys; sys.exit({})"


class Running:
    """A supervisor with a small face, and what it says."""

    def __init__(self, face: str, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", SUPERVISED, face],
            stdout=subprocess.PIPE, text=True, env={**os.environ, **environment},
        )  # fmt: skip

    def hear(self, beginning: str) -> str:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith(beginning):
                return line.strip()
        raise AssertionError(f"never said {beginning!r}")

    def face(self) -> int:
        return int(self.hear("started ").split()[1])

    def stop(self) -> int:
        if self.process.poll() is None:
            self.process.terminate()
        code = self.process.wait(20)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code


@pytest.fixture
def running() -> Iterator[Callable[..., Running]]:
    started: list[Running] = []

    def start(face: str, **environment: str) -> Running:
        started.append(Running(face, **environment))
        return started[-1]

    yield start
    for each in started:
        each.stop()


def is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def children_of(process: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def test_a_killed_face_is_back_and_none_of_its_children_is_left(running: Callable[..., Running]) -> None:
    kiosk = running(WELL)
    first = kiosk.face()
    kiosk.hear("ready")
    orphans = children_of(first)
    assert orphans
    os.kill(first, signal.SIGKILL)
    second = kiosk.face()
    assert second != first
    assert not any(is_alive(each) for each in orphans)
    kiosk.hear("ready")
    assert kiosk.stop() == 0
    assert not is_alive(second)


def test_a_face_whose_heart_stops_is_ended_and_started_again(running: Callable[..., Running]) -> None:
    kiosk = running(WELL)
    first = kiosk.face()
    kiosk.hear("ready")
    os.kill(first, signal.SIGSTOP)
    kiosk.hear("no heartbeat")
    assert kiosk.face() != first
    assert not is_alive(first)


def test_a_killed_supervisor_takes_its_face_along(running: Callable[..., Running]) -> None:
    kiosk = running(WELL)
    face = kiosk.face()
    kiosk.hear("ready")
    kiosk.process.kill()
    kiosk.process.wait()
    until = time.monotonic() + 10
    while is_alive(face) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_alive(face)


@pytest.mark.parametrize("code", [1, GAVE_UP, RESTART])
def test_every_end_but_one_means_a_new_start(running: Callable[..., Running], code: int) -> None:
    kiosk = running(ENDS_WITH.format(code))
    assert kiosk.face() != kiosk.face()


def test_when_staff_leave_it_is_over(running: Callable[..., Running]) -> None:
    kiosk = running(ENDS_WITH.format(LEFT))
    assert kiosk.process.wait(20) == 0


def test_systemd_hears_that_it_is_ready_and_alive(running: Callable[..., Running], tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(20)
        kiosk = running(WELL, NOTIFY_SOCKET=str(tmp_path / "notify"))
        heard: list[str] = []
        while "WATCHDOG=1" not in heard[-1:] or not any(each.startswith("READY=1") for each in heard):
            heard.append(listening.recv(1000).decode())
        kiosk.stop()
        while heard[-1] != "STOPPING=1":
            heard.append(listening.recv(1000).decode())


def test_where_nobody_listens_nothing_is_said(tmp_path: Path) -> None:
    Notify({}).alive()
    Notify({"NOTIFY_SOCKET": str(tmp_path / "nobody")}).ready("here")


def test_the_face_inherits_nothing_that_opens_a_door() -> None:
    dangerous = {
        "QTWEBENGINE_REMOTE_DEBUGGING": "9222",
        "QT_PLUGIN_PATH": "/tmp",
        "LD_PRELOAD": "x.so",
        "PYTHONPATH": "/x",
    }
    assert cleaned({**dangerous, "HOME": "/home/kiosk", "DISPLAY": ":0"}) == {"HOME": "/home/kiosk", "DISPLAY": ":0"}


def test_it_draws_on_the_screen_there_is() -> None:
    assert platform_of({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, windowed=False).startswith("wayland")
    assert platform_of({"DISPLAY": ":0"}, windowed=False) == "xcb"
    assert platform_of({}, windowed=False) == ""
    assert platform_of({}, windowed=True) == "offscreen"


def test_the_self_test_says_one_line_without_a_screen(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    command = [sys.executable, "-m", "jz_travel", "kiosk", "--self-test", "--state", str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=150, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("\n") == 1
    assert done.stdout.startswith("ok: jz_travel ")


def test_the_self_test_finds_a_broken_policy(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("idle = 1")
    command = [sys.executable, "-m", "jz_travel", "kiosk", "--self-test", "--policy", str(broken)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_the_real_face_is_back_at_its_attract_page_after_kill_9_and_writes_nothing(tmp_path: Path) -> None:
    home, state = tmp_path / "home", tmp_path / "state"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    environment = {**{name: value for name, value in kept.items() if not name.startswith("XDG_")}, "HOME": str(home)}
    command = [sys.executable, "-m", "jz_travel", "kiosk", "--windowed", "1080x1920", "--state", str(state)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as kiosk:
        assert kiosk.stdout is not None
        said = (line.removeprefix("kiosk: ").strip() for line in kiosk.stdout if line.startswith("kiosk: "))
        face = int(next(line for line in said if line.startswith("started")).split()[1])
        assert next(said) == "ready"
        os.kill(face, signal.SIGKILL)
        assert next(said).startswith("ended with -9")
        assert next(said).startswith("started")
        assert next(said) == "ready"
        left = children_of(kiosk.pid)
        kiosk.terminate()
        assert kiosk.wait(30) == 0
        assert not any(is_alive(each) for each in left)
    assert [file for file in home.rglob("*") if file.is_file()] == []
    assert {file.name for file in state.rglob("*") if file.is_file()} <= {"counts.json"}


def helpers_of(process: int) -> list[int]:
    """Chromium's processes below a face, to the last one."""
    found = children_of(process)
    for each in found:
        found += children_of(each)
    return found


def test_a_face_whose_pages_cannot_start_any_more_gives_up_and_is_started_again(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    command = [sys.executable, "-m", "jz_travel", "kiosk", "--windowed", "1080x1920", "--state", str(tmp_path)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as kiosk:
        assert kiosk.stdout is not None
        said = (line.removeprefix("kiosk: ").strip() for line in kiosk.stdout if line.startswith("kiosk: "))
        face = int(next(line for line in said if line.startswith("started")).split()[1])
        assert next(said) == "ready"
        helpers = helpers_of(face)
        assert helpers
        for each in helpers:  # the page's process, and the one that would make another
            os.kill(each, signal.SIGKILL)
        assert next(said).startswith(f"ended with {GAVE_UP}")
        assert int(next(line for line in said if line.startswith("started")).split()[1]) != face
        assert next(said) == "ready"
        kiosk.terminate()
        assert kiosk.wait(30) == 0
