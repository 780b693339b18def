"""A day at the kiosk in small: visitors one after the other, whatever happens between them; and a monkey."""

import gc
import os
import random
import signal
import weakref

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jz_travel.ui.kiosk.app import calm
from tests.ui.kiosk_hands import UPRIGHT, WIDE, Screens, Visitor, wait_until

TOUCHES = int(os.environ.get("JZ_TRAVEL_MONKEY", "80"))
"""``JZ_TRAVEL_MONKEY=100000`` for the night; ``JZ_TRAVEL_MONKEY_SEED`` for another monkey."""
SEED = int(os.environ.get("JZ_TRAVEL_MONKEY_SEED", "20261001"))
A_VISIT = 60
"""Touches, after which the next visitor comes."""


def is_at_rest(visitor: Visitor) -> bool:
    window = visitor.kiosk.window
    return visitor.sees("触摸开始") and window.isVisible() and window.sitting.session.trip.wishes == ()


def settle(visitor: Visitor) -> None:
    wait_until(lambda: visitor.kiosk.window.stage.map.view.is_settled, "the map did not come back")


NAMED = (
    "Escape", "Tab", "Return", "Space", "Left", "Right", "Delete", "Menu", "Print", "Home", "F1", "F4", "F5", "F12",
)  # fmt: skip
KEYS = tuple(Qt.Key[f"Key_{name}"] for name in (*NAMED, *"ABCDNOPQRSTVWXZ0123"))
HELD = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)


def monkey_acts(visitor: Visitor, chance: random.Random) -> None:
    window = visitor.kiosk.window
    match chance.randrange(10):
        case 0:
            QTest.keyClick(window.windowHandle(), chance.choice(KEYS), chance.choice(HELD))
        case 1:
            window.life.tick()
        case 2 | 3 | 4:
            visitor.touch_at(QPoint(chance.randrange(window.width()), chance.randrange(window.height())))
        case _:
            if targets := visitor.targets():
                target = chance.choice(targets)
                visitor.touch_at(target.mapTo(window, target.rect().center()))


def test_a_monkey_gets_neither_out_nor_through(screens: Screens) -> None:
    visitor = screens()
    window, chance = visitor.kiosk.window, random.Random(SEED)
    sittings: weakref.WeakSet[object] = weakref.WeakSet()
    for number in range(TOUCHES):
        sittings.add(window.sitting)
        monkey_acts(visitor, chance)
        assert window.isVisible()
        if number % A_VISIT == A_VISIT - 1:
            window.start_over("idle")
            QTest.qWait(1)  # only a running loop lets go of what was deleted
    top = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert top == [window]
    assert visitor.kiosk.codes == []
    assert [text for _, text in visitor.kiosk.troubles] == []
    assert visitor.kiosk.city.counts.total("ended", "fault") == 0
    window.start_over("idle")
    assert is_at_rest(visitor)
    wait_until(lambda: not window._leaving, "somebody still works for a visitor who has left")
    QTest.qWait(50)
    gc.collect()
    assert len(sittings) <= 1  # the one who is there now


@pytest.mark.map
def test_whatever_breaks_between_two_visitors_the_next_one_finds_the_attract_page(
    screens: Screens, caplog: pytest.LogCaptureFixture
) -> None:
    visitor = screens()
    window = visitor.kiosk.window
    settle(visitor)

    def page_is_killed() -> None:
        os.kill(window.stage.map.view.page.renderProcessPid(), signal.SIGKILL)
        wait_until(lambda: not window.stage.map.view.is_ready, "nobody noticed")

    def page_hangs() -> None:
        window.stage.map.view.page.runJavaScript("while (true) {}")
        wait_until(lambda: not window.stage.map.view.is_ready, "nobody noticed")

    def bug() -> None:
        calm(visitor.kiosk)(KeyError, KeyError("x"), None)
        QTest.qWait(50)

    def clock_jumps() -> None:
        screens.moment = screens.moment.replace(year=2031)

    def screen_turns() -> None:
        window.resize(*(WIDE if window.upright else UPRIGHT))
        QTest.qWait(50)

    faults = [page_is_killed, page_hangs, bug, clock_jumps, screen_turns, screen_turns]
    for fault in faults:
        visitor.touch("触摸开始", "安排我的行程", "开始安排")
        fault()
        window.start_over("idle")
        settle(visitor)
        assert is_at_rest(visitor), fault.__name__
    assert window.stage.map.view.profile.guard.refused == []


def test_a_full_disk_stops_no_visitor(
    screens: Screens, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    visitor = screens()
    monkeypatch.setattr("jz_travel.store.files._write_part", full)
    visitor.touch("触摸开始")
    visitor.touch("今天")
    visitor.kiosk.window.start_over("idle")
    visitor.kiosk.window.save_counts()
    assert is_at_rest(visitor)
    monkeypatch.undo()
    visitor.kiosk.window.save_counts()
    assert (screens.folder / "state" / "counts.json").is_file()
