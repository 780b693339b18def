"""The program in a process of its own: killed in the middle, without a network, without a screen."""

import os
import shutil
import signal
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from jz_travel.store.trips import read_trip
from tests.ui.hands import Opener, stops_of

WITHOUT_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}
NO_NETWORK = ("unshare", "--net")

EDITS_AND_WAITS = """
import sys
from pathlib import Path
from jz_travel.domain.places import PlaceId
from jz_travel.store.settings import Settings
from jz_travel.ui.app import assemble
from jz_travel.ui.application import make_application
from jz_travel.ui.folders import Folders

application = make_application(["jz-travel"])
window = assemble(application, Folders.below(Path(sys.argv[1])), Settings(language="zh-Hans", theme="light"))
window.main.show()
window.open_trip.autosave.saved.connect(lambda: print("saved", flush=True))
window.edits.add([PlaceId("yuntaishan")], window.session.trip.days[0].id)
application.exec()
"""


def run(*command: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command,
        env={**os.environ, **WITHOUT_SCREEN, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def may_cut_the_cable() -> bool:
    return shutil.which("unshare") is not None and run(*NO_NETWORK, "true").returncode == 0


def test_what_was_done_is_there_after_the_program_was_killed(open_window: Opener) -> None:
    profile = open_window.folders.trips.parent
    command = [sys.executable, "-c", EDITS_AND_WAITS, str(profile)]
    with subprocess.Popen(
        command, env={**os.environ, **WITHOUT_SCREEN}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "saved\n"
        program.send_signal(signal.SIGKILL)
    window = open_window()
    assert stops_of(window.session.trip) == [["yuntaishan"], [], []]
    assert window.main.notices.text == ""


def shown_by_demo(out: Path, *before: str, language: str) -> None:
    """Runs the demo and looks at what it wrote."""
    done = run(*before, sys.executable, "-m", "jz_travel", "--lang", language, "demo", "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "Release of profile" not in done.stderr
    files = [Path(line) for line in done.stdout.splitlines()]
    assert [file.parent for file in files] == [out] * 3
    picture, itinerary, trip = files
    assert picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    assert (width, height) == (1280, 800)
    assert picture.stat().st_size > 200_000  # the map is drawn: an empty one is a tenth of that
    planned = read_trip(trip).trip
    text = itinerary.read_text("utf-8")
    assert planned.name in text
    assert len([*planned.stops()]) >= 5
    assert ("红石峡" in text) == (language == "zh-Hans")


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_the_demo_writes_a_picture_an_itinerary_and_a_trip(language: str, tmp_path: Path) -> None:
    shown_by_demo(tmp_path / "demo", language=language)


def test_everything_works_with_the_network_cable_unplugged(tmp_path: Path) -> None:
    if not may_cut_the_cable():
        pytest.skip("this machine does not let a process go without its network (unshare --net)")
    shown_by_demo(tmp_path / "demo", *NO_NETWORK, language="zh-Hans")


def test_a_demo_that_cannot_write_says_so_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run(sys.executable, "-m", "jz_travel", "demo", "--out", str(tmp_path / "file" / "demo"))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
