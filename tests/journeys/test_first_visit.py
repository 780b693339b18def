"""What the program is for, from an empty profile to the next evening."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from jz_travel.domain.problems import Severity
from jz_travel.domain.texts import Language
from jz_travel.store.settings import Settings
from jz_travel.ui.app import Window
from jz_travel.ui.autosave import PAUSE_MS
from jz_travel.words import offered
from tests.ui.hands import (
    Opener,
    after_last,
    cards,
    column,
    drag,
    found,
    mime_of,
    place_list,
    press,
    search_field,
    stop_at,
    stop_list,
    stops_of,
    types,
)

TYPED: dict[Language, dict[str, str]] = {
    "zh-Hans": {"yuntaishan": "yts", "chenjiagou": "陈家沟", "jiayingguan": "jyg"},
    "zh-Hant": {"yuntaishan": "雲台山", "chenjiagou": "陳家溝", "jiayingguan": "嘉應觀"},
    "en": {"yuntaishan": "yuntai", "chenjiagou": "chenjiagou", "jiayingguan": "jiaying"},
    "ja": {"yuntaishan": "雲台山", "chenjiagou": "陳家溝", "jiayingguan": "嘉応観"},
    "ko": {"yuntaishan": "윈타이산", "chenjiagou": "천자거우", "jiayingguan": "자잉관"},
}
PLANNED = [["yuntaishan"], ["chenjiagou", "jiayingguan"], []]


def finds(window: Window, text: str, qtbot: Any) -> None:
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search_field(window).clear()
    types(search_field(window), text)
    qtbot.waitUntil(lambda: not window.main.places._pause.isActive(), timeout=2_000)


def drags_first(window: Window, number: int) -> None:
    places, day = place_list(window), stop_list(window, number)
    view = day if day.isVisible() else column(window, number)
    where = after_last(day) if day.isVisible() else column(window, number).rect().center()
    assert drag(view, mime_of(places, 0), where)


def times_of(window: Window) -> list[tuple[datetime, datetime, datetime]]:
    return [(visit.arrives, visit.enters, visit.leaves) for visit in window.session.schedule.visits.values()]


def on_map(window: Window, qtbot: Any) -> int:
    """How many stops of the trip the map draws."""
    qtbot.waitUntil(lambda: window.main.map.view.is_settled, timeout=20_000)
    answers: list[float] = []
    window.main.map.view.page.runJavaScript(
        "[...document.querySelectorAll('.jz-stop')].length || document.querySelectorAll('.jz-number').length",
        answers.append,
    )
    qtbot.waitUntil(lambda: bool(answers), timeout=5_000)
    return int(answers[0])


@pytest.mark.map
@pytest.mark.parametrize("language", offered())
def test_a_visitor_plans_two_days_and_finds_them_again_tomorrow(
    language: Language, open_window: Opener, qtbot: Any
) -> None:
    settings = Settings(language=language, theme="light")
    window = open_window(settings)
    words, session = window.look.words, window.session
    assert window.main.welcome.isVisible()
    for place, number in (("yuntaishan", 1), ("chenjiagou", 2), ("jiayingguan", 2)):
        finds(window, TYPED[language][place], qtbot)
        assert found(window)[0] == place
        drags_first(window, number)
    assert stops_of(session.trip) == PLANNED
    assert not window.main.welcome.isVisible()
    assert on_map(window, qtbot) > 0
    assert cards(window, 2) == [words.name(session.catalogue[place]) for place in PLANNED[1]]
    said = stop_list(window, 2).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    visit = session.schedule.visits[stop_at(window, "chenjiagou")]
    assert words.say("{starts}–{ends}", starts=f"{visit.enters:%H:%M}", ends=f"{visit.leaves:%H:%M}") in said
    assert words.say("no clashes") in window.main.board._totals.accessibleName()

    window.edits.start(stop_at(window, "jiayingguan"), timedelta(hours=20))
    assert session.schedule.count(Severity.CLASH) == 1
    assert words.count("{n} clash", "{n} clashes", 1) in window.main.board._totals.accessibleName()
    QTest.keySequence(window.main, QKeySequence.keyBindings(QKeySequence.StandardKey.Undo)[0])
    assert session.schedule.count(Severity.CLASH) == 0

    qtbot.wait(PAUSE_MS // 4)  # closed before the pause of autosave is over
    trip, times = session.trip, times_of(window)
    open_window.close(window)
    tomorrow = open_window(settings)
    assert tomorrow.session.trip == trip
    assert times_of(tomorrow) == times
    assert cards(tomorrow, 2) == [words.name(tomorrow.session.catalogue[place]) for place in PLANNED[1]]
    assert on_map(tomorrow, qtbot) > 0
    assert tomorrow.main.notices.text == ""
