"""The first minute of somebody who has never seen the program: how many clicks it takes."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from jz_travel.domain.problems import Severity
from jz_travel.store.settings import Settings
from jz_travel.ui.app import Window
from jz_travel.words import offered
from tests.ui.hands import Opener

PATIENCE_MS = 240_000
FOR_A_PLAN, FOR_A_BOOKLET = 4, 7


class Hand:
    """Clicks what can be seen, and counts."""

    def __init__(self, window: Window) -> None:
        self.window, self.clicks = window, 0

    def click(self, text: str) -> None:
        """A button with these words."""
        QApplication.processEvents()
        self.clicks += 1
        found = [each for each in self._buttons() if text in (each.text(), each.accessibleName())]
        assert found, f"{text!r} is not among {sorted({each.text() for each in self._buttons()})}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def choose(self, menu: QMenu, text: str) -> None:
        """Open a menu with one click, take an entry with another."""
        menu.popup(self.window.main.mapToGlobal(self.window.main.rect().center()))
        action = next(each for each in menu.actions() if each.text() == text)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        self.clicks += 2

    def _buttons(self) -> list[QAbstractButton]:
        every: list[QWidget] = [self.window.main, *QApplication.topLevelWidgets()]
        buttons = (each for window in every for each in window.findChildren(QAbstractButton))
        return [each for each in buttons if each.isVisible() and not each.visibleRegion().isEmpty()]


@pytest.mark.parametrize("language", offered())
def test_three_days_and_a_booklet_of_them_in_seven_clicks(
    language: Any, open_window: Opener, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "booklet.pdf"
    monkeypatch.setattr(
        "jz_travel.ui.taking_along.QFileDialog.getSaveFileName", lambda *_: (str(file), "")
    )  # the dialogue of the system proposes name and folder: one click on its button
    window = open_window(Settings(language=language, theme="light"))
    say, hand = window.look.words.say, Hand(window)

    hand.click(say("Plan my visit"))
    assert window.planning.rooms.panel.form.days.value() == 3
    hand.click(say("Plan"))
    qtbot.waitUntil(lambda: not window.planning.rooms.panel._running, timeout=PATIENCE_MS)
    assert hand.clicks <= FOR_A_PLAN
    trip = window.session.trip
    assert len(trip.days) == 3
    assert all(day.stops for day in trip.days)
    assert window.session.schedule.count(Severity.CLASH) == 0

    hand.choose(window.main.actions_.take_along, say("Booklet (PDF)", context="format"))
    hand.clicks += 1  # “Save” in the dialogue
    window.main._taking_along.wait()
    assert file.read_bytes().startswith(b"%PDF")
    assert hand.clicks <= FOR_A_BOOKLET
    qtbot.waitUntil(lambda: not window.planning.rooms.panel._running, timeout=PATIENCE_MS)


@pytest.mark.parametrize("language", offered())
def test_a_sample_that_works_lies_on_the_table_after_one_click(language: Any, open_window: Opener) -> None:
    window = open_window(Settings(language=language, theme="light"))
    hand = Hand(window)
    hand.click(window.look.words.say("Mountains and waters in three days"))
    assert hand.clicks == 1
    assert sum(1 for _ in window.session.trip.stops()) > 3
    assert window.session.schedule.count(Severity.CLASH) == 0
