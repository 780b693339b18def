"""A second start shows the first window, with the file that was double-clicked."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jz_travel.ui.single_instance import LONGEST_MESSAGE, SingleInstance, _name_of

OTHER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from jz_travel.ui.single_instance import SingleInstance
folder, what = Path(sys.argv[1]), sys.argv[2]
instance = SingleInstance(folder)
if what == "stay":
    application = QCoreApplication([])
    instance.listen()
    print("first" if instance.is_first else "second", flush=True)
    application.exec()
else:
    print(instance.is_first, instance.hand_over(Path(what) if what != "-" else None), flush=True)
"""


@pytest.fixture
def first(tmp_path: Path, qapp: QApplication) -> Iterator[SingleInstance]:
    instance = SingleInstance(tmp_path / "cache of 王 小明")
    instance.listen()
    yield instance
    instance.close()


def folder_of(tmp_path: Path) -> Path:
    return tmp_path / "cache of 王 小明"


def start(folder: Path, what: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", OTHER, str(folder), what], stdout=subprocess.PIPE, text=True)


def answer(process: subprocess.Popen[str]) -> str:
    """What the other process says, while ours goes on answering it."""
    for _ in range(300):
        if process.poll() is not None:
            break
        QTest.qWait(50)
    return process.communicate(timeout=10)[0].strip()


def test_a_second_start_hands_its_file_over(first: SingleInstance, tmp_path: Path) -> None:
    asked: list[str] = []
    first.asked.connect(asked.append)
    assert answer(start(folder_of(tmp_path), str(tmp_path / "云台山 三日.jztrip"))) == "False True"
    assert asked == [str(tmp_path / "云台山 三日.jztrip")]


def test_a_second_start_without_a_file_shows_the_window(first: SingleInstance, tmp_path: Path) -> None:
    asked: list[str] = []
    first.asked.connect(asked.append)
    assert answer(start(folder_of(tmp_path), "-")) == "False True"
    assert asked == [""]


def test_another_folder_is_another_visitor(first: SingleInstance, tmp_path: Path) -> None:
    stranger = SingleInstance(tmp_path / "elsewhere")
    assert stranger.is_first
    stranger.close()


def test_after_a_kill_the_next_one_is_the_first_and_can_be_reached(tmp_path: Path, qapp: QApplication) -> None:
    killed = start(folder_of(tmp_path), "stay")
    assert killed.stdout is not None
    assert killed.stdout.readline() == "first\n"
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait(10)
    killed.stdout.close()
    instance = SingleInstance(folder_of(tmp_path))
    assert instance.is_first
    instance.listen()
    assert answer(start(folder_of(tmp_path), "-")) == "False True"
    instance.close()


def test_a_first_one_that_does_not_listen_lets_the_second_open_a_window(tmp_path: Path, qapp: QApplication) -> None:
    holds_the_lock = SingleInstance(folder_of(tmp_path))
    assert answer(start(folder_of(tmp_path), "-")) == "False False"
    holds_the_lock.close()


@pytest.mark.parametrize(
    "noise", [b"\n", b"{\n", b"[1]\n", b'{"open": 3, "token": ""}\n', b"\xff\xfe\n", b"x" * LONGEST_MESSAGE]
)
def test_noise_on_the_socket_changes_nothing(first: SingleInstance, tmp_path: Path, noise: bytes) -> None:
    asked: list[str] = []
    first.asked.connect(asked.append)
    socket = QLocalSocket()
    socket.connectToServer(_name_of(folder_of(tmp_path)))
    assert socket.waitForConnected(3000)
    socket.write(noise)
    QTest.qWait(100)
    assert asked == []
    assert socket.bytesAvailable() == 0
    assert answer(start(folder_of(tmp_path), "-")) == "False True"


def test_in_a_home_that_may_not_be_written_everybody_is_alone(tmp_path: Path, qapp: QApplication) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    instance = SingleInstance(blocked)
    assert instance.is_first
    instance.listen()
    instance.close()
