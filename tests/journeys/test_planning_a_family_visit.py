"""Three days for a family: from the wishes to a plan, why not that place, a fix, rain, and back again."""

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from jz_travel.domain.clock import CHINA, hours
from jz_travel.domain.places import PlaceId, Theme
from jz_travel.domain.problems import Severity
from jz_travel.domain.texts import Language
from jz_travel.domain.trip import Trip
from jz_travel.store.settings import Settings
from jz_travel.ui.app import Window
from jz_travel.ui.planning.fields import choose
from jz_travel.ui.planning.panel import PlanPanel
from jz_travel.ui.repair.happening import What
from jz_travel.words import offered
from tests.ui.hands import Opener, press, types

QINGTIANHE = PlaceId("qingtianhe")
TYPED: dict[Language, str] = {
    "zh-Hans": "qth",
    "zh-Hant": "青天河",
    "en": "qingtian",
    "ja": "青天河",
    "ko": "칭톈허",
}
PATIENCE_MS = 120_000


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def places(trip: Trip) -> set[PlaceId]:
    return {stop.place for stop in trip.stops()}


def wishes_of_the_family(panel: PlanPanel) -> None:
    form = panel.form
    form.starts.setDate(QDate(2026, 10, 1))
    form.days.setValue(3)
    choose(form.arrival, PlaceId("xiuwuxi_rail"))
    form._arrival_chosen()
    form.arrives.setTime(QTime(10, 30))
    form.people["children"].setValue(1)
    form.people["seniors"].setValue(1)
    click(form.themes.chips[Theme.TAI_CHI])
    click(form.themes.chips[Theme.NATURE])
    click(form.more_button)
    choose(form.more.on_foot, hours(4))


def finished(panel: PlanPanel, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not panel._running and panel._plan is not None, timeout=PATIENCE_MS)


@pytest.mark.parametrize("language", offered())
def test_a_family_plans_three_days_and_it_rains(
    language: Language, open_window: Opener, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    monkeypatch.setattr("jz_travel.ui.app.now_in_china", lambda: datetime(2026, 9, 30, 18, tzinfo=CHINA))
    window: Window = open_window(Settings(language=language, theme="light"))
    session = window.session
    click(window.main.welcome._plan)
    panel = window.planning.rooms.panel
    wishes_of_the_family(panel)
    click(panel.go)
    finished(panel, qtbot)
    assert len(session.trip.days) == 3
    assert session.schedule.count(Severity.CLASH) == 0
    assert any(Theme.TAI_CHI in session.catalogue[place].themes for place in places(session.trip))
    assert QINGTIANHE not in places(session.trip)  # a whole day on foot

    why_not = panel.answer.why_not
    why_not.picker.field.setFocus()
    types(why_not.picker.field, TYPED[language])
    QTest.keyClick(why_not.picker.field, Qt.Key.Key_Return)
    assert panel._plan is not None
    left = panel._plan.reason(QINGTIANHE)
    assert left is not None
    assert why_not.card is not None
    said = [each.text() for each in why_not.card.findChildren(QLabel)]
    assert said == [window.look.words.reason(left.reason, session.catalogue)]

    with_fixes = {each.place for each in panel._plan.left_out if each.fixes}
    place, card = next((place, card) for place, card in panel.answer.cards.items() if place in with_fixes)
    planned = session.trip
    click(card.offers[0])
    finished(panel, qtbot)
    assert place in places(session.trip)
    assert session.schedule.count(Severity.CLASH) == 0
    mended = session.trip

    press(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    repair = window.planning.rooms.repair
    click(repair.question.whats[What.RAIN])
    qtbot.waitUntil(lambda: repair._state in ("found", "fine"), timeout=PATIENCE_MS)
    assert session.trip == mended
    assert repair.finding is not None
    dry = repair.finding.repair.plan.trip
    if repair._state == "fine":  # nothing of the first day is out of doors
        assert not any(session.catalogue[stop.place].outdoor for stop in mended.days[0].stops)
        return
    click(repair.accept)
    assert session.trip == dry != mended
    assert session.schedule.count(Severity.CLASH) == 0
    for trip in (mended, planned):
        QTest.keySequence(window.main, QKeySequence.keyBindings(QKeySequence.StandardKey.Undo)[0])
        assert session.trip == trip
