"""The planner's answer while the visitor goes on: it ages, is asked again, and leads to what came in."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jz_travel.domain.places import PlaceId
from jz_travel.domain.plan import LeftOut
from jz_travel.domain.problems import Severity
from jz_travel.domain.reasons import AddDay, NoTimeLeft
from jz_travel.store.settings import Settings
from jz_travel.ui.app import Window
from jz_travel.ui.planning.panel import PlanPanel
from tests.ui.hands import Opener, column, first_trip, stop_at

PATIENCE_MS = 90_000
Planned = tuple[Window, PlanPanel]


@pytest.fixture
def planned(open_window: Opener, qtbot: QtBot) -> Planned:
    """Two days that the planner filled; the reasons for the rest are on their cards."""
    window = open_window(Settings(language="en", theme="light"))
    window.main.actions_.plan.trigger()
    panel = window.planning.rooms.panel
    panel.form.days.setValue(2)
    with qtbot.waitSignal(panel._work.done, timeout=PATIENCE_MS):
        click(panel.go)
    qtbot.waitUntil(lambda: not panel._running)
    return window, panel


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def offers(panel: PlanPanel) -> list[QPushButton]:
    return [offer for card in panel.answer.cards.values() for offer in card.offers]


def places(window: Window) -> list[str]:
    return [stop.place for stop in window.session.trip.stops()]


def remove_first(window: Window) -> str:
    stop = next(window.session.trip.stops())
    window.edits.remove(stop.id)
    return stop.place


def answered_again(panel: PlanPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel._work.done, timeout=PATIENCE_MS):
        click(panel.again)
    qtbot.waitUntil(lambda: not panel._running)


def test_after_a_change_by_hand_no_fix_of_the_older_answer_can_be_used_until_the_change_is_undone(
    planned: Planned,
) -> None:
    window, panel = planned
    left = next(each for each in panel._plan.left_out if each.fixes)
    assert all(offer.isEnabled() for offer in offers(panel))
    assert panel.again.isHidden()
    said = panel.status.text()
    remove_first(window)
    changed = window.session.trip
    assert offers(panel)
    assert not any(offer.isEnabled() for offer in offers(panel))
    assert {offer.accessibleDescription() for offer in offers(panel)} == {panel.status.text()}
    assert not panel.again.isHidden()
    panel.answer.fix_wanted.emit(left.place, left.fixes[0])
    assert window.session.trip == changed
    window.session.undo_stack.undo()
    assert all(offer.isEnabled() and not offer.toolTip() for offer in offers(panel))
    assert panel.again.isHidden()
    assert panel.status.text() == said


def test_asked_again_it_answers_for_the_trip_as_it_is_and_its_fixes_keep_what_was_changed(
    planned: Planned, qtbot: QtBot
) -> None:
    window, panel = planned
    removed = remove_first(window)
    changed = window.session.trip
    answered_again(panel, qtbot)
    assert window.session.trip == changed
    assert panel.again.isHidden()
    assert removed in panel.answer.cards, "it is what is missing most now"
    other = next(card for place, card in panel.answer.cards.items() if place != removed and card.offers)
    click(other.offers[0])
    assert other.place in places(window)
    assert removed not in places(window)
    assert window.session.schedule.count(Severity.CLASH) == 0


def test_a_trip_that_does_not_work_is_told_what_is_wrong_and_offered_no_fix(planned: Planned, qtbot: QtBot) -> None:
    window, panel = planned
    day = window.session.trip.days[0].id
    window.edits.add([PlaceId("shennongshan"), PlaceId("chenjiagou")], day)
    assert window.session.schedule.count(Severity.CLASH)
    answered_again(panel, qtbot)
    assert [each for each in panel.answer.findChildren(QLabel) if each.property("role") == "clash"]
    assert not any(left.fixes for left in panel._plan.left_out)
    assert panel.answer.cards
    assert not offers(panel)
    assert panel.status.text() == "This trip does not work yet; what is wrong stands above."


def test_another_name_makes_no_answer_old_and_a_fix_keeps_the_name(planned: Planned) -> None:
    window, panel = planned
    window.edits.rename("With grandmother")
    assert panel.again.isHidden()
    offer = offers(panel)[0]
    assert offer.isEnabled()
    click(offer)
    assert window.session.trip.name == "With grandmother"
    assert len(places(window)) >= 2


def test_a_change_made_while_the_reasons_are_looked_for_stays(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    window.main.actions_.plan.trigger()
    panel = window.planning.rooms.panel
    removed: list[str] = []
    panel._work.found.connect(lambda *_: removed.append(remove_first(window)))
    with qtbot.waitSignal(panel._work.done, timeout=PATIENCE_MS):
        click(panel.go)
    assert removed
    assert removed[0] not in places(window)
    assert not panel.again.isHidden()


def test_a_card_without_a_fix_offers_to_look_for_one(planned: Planned, qtbot: QtBot) -> None:
    _, panel = planned
    card = next(card for card in panel.answer.cards.values() if not panel._plan.reason(card.place).fixes)
    assert [offer.text() for offer in card.offers] == ["What would help?"]
    with qtbot.waitSignal(panel._work.told, timeout=PATIENCE_MS):
        click(card.offers[0])
    found = panel._plan.reason(card.place).fixes
    assert found
    assert len(panel.answer.cards[card.place].offers) == len(found)
    assert panel.window().focusWidget() is panel.answer.cards[card.place].offers[0]


def test_where_nothing_helps_the_place_can_be_put_in_by_hand(planned: Planned) -> None:
    window, panel = planned
    place = next(iter(panel.answer.cards))
    day = window.session.trip.starts
    hopeless = LeftOut(place, NoTimeLeft(day, timedelta(hours=2), timedelta(hours=1)))
    panel._told(panel._plan, hopeless)
    card = panel.answer.cards[place]
    assert "Nothing that was tried brings it in." in [each.text() for each in card.findChildren(QLabel)]
    assert not card.offers
    add = next(each for each in card.findChildren(QPushButton) if each.text() == "Add it by hand …")
    asked: list[str] = []
    panel.add_wanted.connect(lambda wanted, _: asked.append(wanted))
    panel.add_wanted.disconnect(window.main.details.add_wanted)  # its menu would wait for an answer
    click(add)
    assert asked == [place]


def test_a_day_that_a_fix_adds_comes_into_view_and_is_marked_for_a_moment(planned: Planned, qtbot: QtBot) -> None:
    window, panel = planned
    left = next(each for each in panel._plan.left_out if AddDay() in each.fixes and each.place in panel.answer.cards)
    click(panel.answer.cards[left.place].offers[left.fixes.index(AddDay())])
    assert len(window.session.trip.days) == 3
    number = 1 + window.session.trip.index_of(window.session.trip.day_of(stop_at(window, left.place)).id)
    day = column(window, number)
    assert day.property("new") is True
    assert window.session.selection.stop == stop_at(window, left.place)
    qtbot.waitUntil(lambda: day.visibleRegion().boundingRect().width() == day.width())
    assert window.look.words.short(window.session.catalogue[left.place]) in window.main.notices.text
    qtbot.waitUntil(lambda: day.property("new") is False)


def test_what_undo_was_offered_for_is_undone_or_nothing(open_window: Opener) -> None:
    open_window.keep(first_trip())
    window = open_window()
    removed = remove_first(window)
    assert window.main.notices.text
    window.edits.rename("Another name")
    assert not window.main.notices.text, "it would undo the name"
    window.session.undo_stack.undo()
    window.session.undo_stack.undo()
    assert removed in places(window)


@pytest.mark.parametrize(("language", "said"), [("en", "on the road"), ("zh-Hans", "路上"), ("ja", "移動")])
def test_the_head_of_a_day_says_that_its_time_is_time_on_the_road(
    open_window: Opener, language: str, said: str
) -> None:
    open_window.keep(first_trip())
    window = open_window(Settings(language=language, theme="light"))  # type: ignore[arg-type]
    for number in (1, 2):
        assert said in column(window, number)._sums.text
        assert said in column(window, number)._sums.toolTip()
