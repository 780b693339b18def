"""The main tasks through accessible names only, as a screen reader's user has them: Xvfb, D-Bus and AT-SPI."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jz_travel.domain.texts import Language
from jz_travel.words import Words

READER = Path(__file__).with_name("screen_reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
HOSTEL = "Wang's hostel"
Say = Callable[..., str]
LOCALES: dict[Language, str] = {"zh-Hans": "zh_CN.UTF-8", "en": "en_US.UTF-8"}
SAVE: dict[Language, str] = {"zh-Hans": "保存(S)", "en": "Save"}
"""The button of Qt's own file dialogue, in Qt's own words."""


def has_bindings() -> bool:
    if not all(shutil.which(each) for each in ("dbus-run-session", "Xvfb", SYSTEM_PYTHON)):
        return False
    asked = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    return subprocess.run([SYSTEM_PYTHON, "-c", asked], check=False, capture_output=True).returncode == 0


needs_a_reader = pytest.mark.skipif(
    not has_bindings(), reason="dbus-run-session, Xvfb or python3-gi with gir1.2-atspi-2.0 is not installed"
)


@pytest.fixture
def screen(tmp_path: Path) -> str:
    """A display of its own, by number."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


def follows(steps: list[list[str]], language: Language, screen: str, home: Path) -> None:
    script = home / "steps.json"
    script.write_text(json.dumps(steps), "utf-8")
    (home / "Documents").mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "DISPLAY": screen,
        "LANG": LOCALES[language],
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
    }
    ran = subprocess.run(
        ["dbus-run-session", "--", SYSTEM_PYTHON, str(READER), str(script), sys.executable, "-m", "jz_travel"],
        env=environment,
        cwd=READER.parents[2],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
    assert ran.stdout.count("done:") == len(steps)


Steps = list[list[str]]


def plans_and_takes_it_back(say: Say) -> Steps:
    return [
        ["see", say("Welcome to Jiaozuo")],
        ["press", say("Mountains and waters in three days")],
        ["see", say("Day {n}", n=3)],
        ["type", say("Search places"), "chenjiagou"],
        ["see", say("Tai chi", context="kind")],
        ["press", say("Plan my visit")],
        ["see", say("Who travels?")],
        ["press", say("Plan")],
        ["see", say("Not in the plan, and why")],
        ["press", say("Undo: {what}", what=say("Plan the trip"))],
    ]


def takes_it_along(say: Say, language: Language) -> Steps:
    return [
        ["press", say("Take along")],
        ["press", say("Booklet (PDF)", context="format")],
        ["press", SAVE[language]],
        ["see", say("Saved as {file}.", file="").strip(" .。")],
    ]


def adds_a_place_of_her_own(say: Say) -> Steps:
    return [
        ["press", say("Places")],
        ["type", say("Search places"), HOSTEL],
        ["press", say("Add a place of your own …")],
        ["type", say("Coordinates, a map link, or a name"), "35.2401, 113.2302"],
        ["type", say("Name"), HOSTEL],
        ["press", say("Add to the trip")],
        ["see", HOSTEL],
    ]


def puts_it_right_when_a_place_is_closed(say: Say) -> Steps:
    return [
        ["press", say("Plan my visit")],
        ["press", say("Something came up")],
        ["press", say("Site or cable car closed")],
        ["press", say("Accept")],
        ["see", say("The trip was put right. You can undo it.")],
    ]


def compares_plans_and_takes_one(say: Say) -> Steps:
    taken = say("The plan was taken: {plan}.", plan="")
    checked = say("{plans}, each of them checked. A tick marks the best of a line.", plans="").removeprefix(",")
    return [
        ["press", say("Plan my visit")],
        ["press", say("Compare plans")],
        ["see", checked.strip(" .。")],  # until then the table is made anew with each plan that is found
        ["press first", say("Take {plan}: {figures}", plan=say("Balanced"), figures="").strip()],
        ["see", taken.strip(" .。")],
    ]


@needs_a_reader
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_a_blind_visitor_does_all_that_others_do(language: Language, screen: str, tmp_path: Path) -> None:
    say = Words(language).say
    follows(
        [
            *plans_and_takes_it_back(say),
            *takes_it_along(say, language),
            *adds_a_place_of_her_own(say),
            *puts_it_right_when_a_place_is_closed(say),
            *(compares_plans_and_takes_one(say) if language == "en" else []),  # the planner takes its time
            ["press", say("Holiday statistics")],
            ["see", say("When to come")],
        ],
        language,
        screen,
        tmp_path,
    )
    (booklet,) = (tmp_path / "Documents").iterdir()
    assert booklet.name == f"{say('Mountains and waters in three days')}.pdf"
    assert booklet.read_bytes().startswith(b"%PDF-")
