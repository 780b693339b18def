"""Whoever gets dizzy asks for less motion, once."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jz_travel.store.settings import Settings
from jz_travel.ui.app import Window
from tests.ui.hands import Opener

STEP = """(() => {
  const map = jzMap.map, before = map.getZoom();
  map.stop().setZoom(before + 1);
  const step = map.getZoom() - before;
  map.setZoom(before, { animate: false });
  return step;
})()"""


def test_a_calm_window_is_calm_the_next_time(open_window: Opener) -> None:
    window = open_window(Settings(language="en", theme="light"))
    window.main.actions_.calm.trigger()
    kept = window.main.settings(Settings())
    assert kept.calm
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    again = open_window(kept)
    assert again.main.actions_.calm.isChecked()
    again.main.actions_.calm.trigger()
    assert not again.main.settings(kept).calm


@pytest.mark.map
def test_a_calm_map_jumps_and_glides_again_when_it_may(window: Window, qtbot: Any) -> None:
    view = window.main.map.view

    def steps_at_once() -> float:
        answers: list[float] = []
        qtbot.waitUntil(lambda: view.is_settled, timeout=20_000)
        view.page.runJavaScript(STEP, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=5_000)
        return answers[0]

    window.main.actions_.calm.trigger()
    assert steps_at_once() == 1
    window.main.actions_.calm.trigger()
    assert steps_at_once() == 0
