"""Plans side by side: what each gives and costs, its days at a glance, and one tap to take one."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from jz_travel.domain.places import PlaceId
from jz_travel.domain.plan import Plan
from jz_travel.domain.repairs import Figures, Manner, Variant
from jz_travel.domain.request import Request
from jz_travel.domain.timetable import schedule
from jz_travel.store.settings import Settings
from jz_travel.ui.app import Window
from jz_travel.ui.planning.variant_column import MEASURES
from jz_travel.ui.planning.variants_page import VariantsPage
from tests.ui.hands import Opener, first_trip, press, unnamed

PATIENCE_MS = 240_000
CHEAP = Figures(3, timedelta(hours=2), 80_000, timedelta(hours=4), 200, 1, 2, 300)
DEAR = Figures(5, timedelta(hours=5), 200_000, timedelta(hours=9), 900, 0, 6, 500)


def two_manners(window: Window) -> tuple[Variant, ...]:
    """What a planner might answer: the trip as it is, and one with a visit less."""
    trip = window.session.trip
    short = trip.without_stop(next(trip.stops()).id)
    plans = (
        Plan(
            Request(trip.starts, len(trip.days)),
            schedule(each, window.session.catalogue, window.session.travel, window.session._daylight),
        )
        for each in (trip, short)
    )
    return tuple(
        Variant(manner, plan, figures)
        for manner, plan, figures in zip((Manner.BALANCED, Manner.CHEAPER), plans, (DEAR, CHEAP), strict=True)
    )


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture
def comparing(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> tuple[Window, VariantsPage]:
    """The page with two plans on it, without waiting for a planner."""
    answer = two_manners(window)
    monkeypatch.setattr("jz_travel.ui.planning.variants_page.variants", lambda *_, **__: answer)
    press(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    page = window.planning.rooms.variants
    qtbot.waitUntil(lambda: page._state == "found", timeout=PATIENCE_MS)
    return window, page


def texts(page: VariantsPage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def test_each_plan_shows_its_figures_and_days(comparing: tuple[Window, VariantsPage]) -> None:
    window, page = comparing
    words, shown = window.look.words, texts(comparing[1])
    assert len(page.heads) == 2
    for figures in (CHEAP, DEAR):
        for measure in MEASURES:
            assert measure.says(figures, words) in shown
    assert sum("陈家沟" in text for text in shown) == 2
    assert sum("云台山" in text for text in shown) == 1


def test_the_best_of_each_line_has_a_tick_not_only_a_colour(comparing: tuple[Window, VariantsPage]) -> None:
    window, page = comparing
    best = window.look.words.say("best of all")
    assert sum(each.accessibleName() == best for each in page.findChildren(QLabel)) == len(MEASURES)
    assert MEASURES[0].best([CHEAP, DEAR]) == 5
    assert MEASURES[0].best([CHEAP, CHEAP]) is None


def test_a_price_that_is_not_complete_says_so(window: Window) -> None:
    cost = next(measure for measure in MEASURES if measure.attribute == "cost")
    words = window.look.words
    assert cost.says(CHEAP, words) == words.say("{price} or more", price=words.money(200))
    assert cost.says(DEAR, words) == words.money(900)


def test_one_tap_takes_a_plan_as_one_step(comparing: tuple[Window, VariantsPage]) -> None:
    window, page = comparing
    before = window.session.trip
    click(page.heads[1].take)
    assert window.session.trip == page.found[1].plan.trip
    assert window.main.board.isVisible()
    assert window.session.undo_stack.index() == 1
    click(window.main.notices._do)
    assert window.session.trip == before


def test_the_keyboard_takes_a_plan_and_escape_leaves(comparing: tuple[Window, VariantsPage]) -> None:
    window, page = comparing
    before = window.session.trip
    assert page.heads[0].take.hasFocus()
    press(window, Qt.Key.Key_Escape)
    assert window.main.board.isVisible()
    assert window.session.trip == before


def test_the_page_says_when_the_trip_was_changed_after_it(comparing: tuple[Window, VariantsPage]) -> None:
    window, page = comparing
    window.edits.rename("Another name")
    assert window.look.words.say("The trip was changed after these plans were made.") in page.status.text()


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_whatever_can_have_the_keyboard_has_a_name(comparing: tuple[Window, VariantsPage], language: Any) -> None:
    window, page = comparing
    window.look.speak(language)
    assert unnamed(page) == []
    names = {head.take.accessibleName() for head in page.heads}
    assert len(names) == 2


def test_when_nothing_works_the_page_says_so_and_offers_to_try_again(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jz_travel.ui.planning.variants_page.variants", lambda *_, **__: ())
    window.main.actions_.compare.trigger()
    page = window.planning.rooms.variants
    qtbot.waitUntil(lambda: page._state == "nothing", timeout=PATIENCE_MS)
    assert window.look.words.say("No plan meets all of this.") in texts(page)
    assert page.go.text() == window.look.words.say("Plan again")


def test_waiting_can_be_stopped_and_a_bug_leaves_the_trip_alone(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def patient(*_: object, stop: Any, **__: object) -> tuple[Variant, ...]:
        while not stop():
            qtbot  # noqa: B018  # nothing to do but wait
        raise RuntimeError("a bug")

    monkeypatch.setattr("jz_travel.ui.planning.variants_page.variants", patient)
    before = window.session.trip
    with qtbot.captureExceptions() as caught:
        window.main.actions_.compare.trigger()
        page = window.planning.rooms.variants
        assert page.go.text() == window.look.words.say("Stop")
        click(page.go)
        qtbot.waitUntil(lambda: page._state == "failed" and bool(caught), timeout=PATIENCE_MS)
    assert window.session.trip == before


def test_the_real_planner_gives_plans_that_differ(open_window: Opener, qtbot: QtBot) -> None:
    trip = replace(first_trip().without_day(first_trip().days[1].id), starts=date(2026, 10, 14))
    open_window.keep(trip)
    window = open_window(Settings(language="en", theme="light"))
    window.main.actions_.compare.trigger()
    page = window.planning.rooms.variants
    qtbot.waitUntil(lambda: page._state == "found", timeout=PATIENCE_MS)
    seen = [frozenset(each.plan.places) for each in page.found]
    assert len(set(seen)) == len(seen) >= 2
    click(page.heads[-1].take)
    assert {stop.place for stop in window.session.trip.stops()} == seen[-1] != {PlaceId("")}
