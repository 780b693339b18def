"""Something came up: choose what, see what would change, accept it as one step or leave it."""

from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jz_travel.domain.clock import CHINA, at, minutes
from jz_travel.domain.places import PlaceId
from jz_travel.domain.problems import Severity
from jz_travel.domain.repairs import Late, RoadShut, SiteClosed
from jz_travel.domain.trip import Trip, TripId, new_trip
from jz_travel.store.settings import Settings
from jz_travel.ui.app import Window
from jz_travel.ui.planning.asked import Wanting
from jz_travel.ui.planning.fields import choose
from jz_travel.ui.repair.happening import What
from jz_travel.ui.repair.panel import RepairPanel
from jz_travel.ui.style.painting import held_together
from tests.ui.hands import Opener, press, unnamed

PATIENCE_MS = 60_000
AFTERNOON = datetime(2026, 10, 12, 13, 30, tzinfo=CHINA)
ANSWERED = ("found", "fine", "impossible")


def two_days_on_the_way() -> Trip:
    """Monday 云台山, Tuesday 陈家沟 and 嘉应观."""
    trip = new_trip(TripId("way"), "在路上", date(2026, 10, 12), 2)
    one, two = (day.id for day in trip.days)
    for place, day in (("yuntaishan", one), ("chenjiagou", two), ("jiayingguan", two)):
        trip = trip.with_stop(PlaceId(place), day)
    trip = trip.with_lodging_everywhere(PlaceId("stay_city"))
    return trip.with_arrival(PlaceId("jiaozuo_rail")).with_departure(PlaceId("jiaozuo_rail"))


@pytest.fixture
def the_moment() -> datetime:
    """The evening before."""
    return datetime(2026, 10, 11, 20, tzinfo=CHINA)


@pytest.fixture
def repairing(open_window: Opener, the_moment: datetime, monkeypatch: pytest.MonkeyPatch) -> tuple[Window, RepairPanel]:
    monkeypatch.setattr("jz_travel.ui.app.now_in_china", lambda: the_moment)
    open_window.keep(two_days_on_the_way())
    window = open_window()
    window.main.actions_.repair.trigger()
    return window, window.planning.rooms.repair


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def happens(panel: RepairPanel, what: What, qtbot: QtBot) -> None:
    click(panel.question.whats[what])
    qtbot.waitUntil(lambda: panel._state in ANSWERED, timeout=PATIENCE_MS)


def test_a_closed_place_goes_and_accepting_is_one_step(repairing: tuple[Window, RepairPanel], qtbot: QtBot) -> None:
    window, panel = repairing
    before, steps = window.session.trip, window.session.undo_stack.index()
    happens(panel, What.CLOSED, qtbot)
    closed = PlaceId("yuntaishan")
    assert panel.question.place.currentData() == (0, closed)
    assert closed in panel.difference.rows
    assert panel.status.text() == held_together(panel.difference.summary(panel.finding.repair))
    assert window.session.trip == before  # nothing changes before it is accepted
    click(panel.accept)
    assert closed not in {stop.place for stop in window.session.trip.days[0].stops}
    assert window.session.schedule.count(Severity.CLASH) == 0
    assert window.session.undo_stack.index() == steps + 1
    assert panel.status.text() == "行程已调整，可以撤销。"
    click(window.main.notices._do)
    assert window.session.trip == before
    assert panel.status.text() == ""
    assert panel.question.happening is None


def test_leaving_it_changes_nothing(repairing: tuple[Window, RepairPanel], qtbot: QtBot) -> None:
    window, panel = repairing
    before = window.session.trip
    happens(panel, What.CLOSED, qtbot)
    click(panel.leave)
    assert window.session.trip == before
    assert window.main.places.isVisible()
    assert not window.session.undo_stack.canUndo()


def test_escape_leaves_it_too(repairing: tuple[Window, RepairPanel], qtbot: QtBot) -> None:
    window, panel = repairing
    happens(panel, What.RAIN, qtbot)
    panel.question.day.setFocus()
    press(window, Qt.Key.Key_Escape)
    assert window.main.places.isVisible()
    assert panel.finding is None


def test_what_is_locked_is_not_touched_by_rain(repairing: tuple[Window, RepairPanel], qtbot: QtBot) -> None:
    window, panel = repairing
    stop = window.session.trip.days[0].stops[0].id
    window.edits.lock(stop, True)
    happens(panel, What.RAIN, qtbot)
    assert panel.finding is not None
    assert stop in {each.id for each in panel.finding.repair.plan.trip.days[0].stops}
    assert "这一天仍在户外：云台山。" in panel.status.text()


def test_rain_on_a_place_that_nobody_knows_any_more(repairing: tuple[Window, RepairPanel], qtbot: QtBot) -> None:
    window, panel = repairing
    window.edits.add([PlaceId("atlantis")], window.session.trip.days[0].id)
    for stop in window.session.trip.days[0].stops:
        window.edits.lock(stop.id, True)
    happens(panel, What.RAIN, qtbot)
    assert panel.finding is not None
    assert panel.finding.outside == ("yuntaishan",)


@pytest.mark.parametrize("what", list(What))
def test_each_thing_that_can_happen_gets_an_answer(
    what: What, repairing: tuple[Window, RepairPanel], qtbot: QtBot
) -> None:
    _, panel = repairing
    happens(panel, what, qtbot)
    assert panel.finding is not None
    assert panel.status.text()
    changed = {change.place for change in panel.finding.repair.changes}
    assert set(panel.difference.rows) == changed
    assert panel.accept.isEnabled() == bool(changed)


def test_each_answer_is_asked_for_as_it_was_said(repairing: tuple[Window, RepairPanel]) -> None:
    window, panel = repairing
    question, schedule = panel.question, window.session.schedule
    click(question.whats[What.LATE])
    choose(question.day, 1)
    question._day_chosen()
    click(question.by.button_of(minutes(90)))
    late = question.happening
    assert late is not None
    assert late.disruption(schedule) == Late(minutes(90))
    moment = late.moment(schedule, datetime(2026, 10, 11, 20, tzinfo=CHINA))
    assert moment == at(date(2026, 10, 13), window.session.trip.days[1].starts)
    click(question.whats[What.CLOSED])
    choose(question.place, (1, PlaceId("chenjiagou")))
    click(question.span.button_of(True))
    closed = question.happening
    assert closed is not None
    tuesday = date(2026, 10, 13)
    assert closed.disruption(schedule) == SiteClosed(PlaceId("chenjiagou"), tuesday, tuesday)
    click(question.whats[What.ROAD])
    click(question.detour.button_of(minutes(120)))
    shut = question.happening
    assert shut is not None
    assert shut.disruption(schedule) == RoadShut(PlaceId("jiaozuo_rail"), PlaceId("yuntaishan"), minutes(120))


def test_another_answer_changes_what_is_shown(repairing: tuple[Window, RepairPanel], qtbot: QtBot) -> None:
    _, panel = repairing
    happens(panel, What.CLOSED, qtbot)
    assert PlaceId("yuntaishan") in panel.difference.rows
    panel.question.place.setFocus()
    QTest.keyClick(panel.question.place, Qt.Key.Key_Down)
    assert panel._state == "looking"
    assert not panel.accept.isEnabled()
    qtbot.waitUntil(lambda: panel._state in ANSWERED, timeout=PATIENCE_MS)
    assert panel._asked is not None
    assert panel._asked.place == PlaceId("chenjiagou") in panel.difference.rows


def test_an_answer_does_not_outlive_its_trip(repairing: tuple[Window, RepairPanel], qtbot: QtBot) -> None:
    window, panel = repairing
    happens(panel, What.CLOSED, qtbot)
    window.edits.remove(window.session.trip.days[0].stops[0].id)
    assert not panel.accept.isEnabled()
    qtbot.waitUntil(lambda: panel._state in ANSWERED, timeout=PATIENCE_MS)
    assert PlaceId("yuntaishan") not in panel.difference.rows


@pytest.mark.parametrize("the_moment", [AFTERNOON])
def test_in_the_afternoon_only_what_is_still_to_come_can_close_and_what_is_done_stays(
    repairing: tuple[Window, RepairPanel], the_moment: datetime, qtbot: QtBot
) -> None:
    window, panel = repairing
    begun = window.session.schedule.days[0].visits[0]
    assert begun.enters < the_moment
    places = [panel.question.place.itemData(row)[1] for row in range(panel.question.place.count())]
    assert places == ["chenjiagou", "jiayingguan"]
    happens(panel, What.LATE, qtbot)
    assert panel.question.since.time().toString("HH:mm") == "13:30"
    assert panel.finding is not None
    kept = panel.finding.repair.plan.schedule.days[0].visits[0]
    assert (kept.stop, kept.enters) == (begun.stop, begun.enters)


@pytest.mark.parametrize("the_moment", [datetime(2026, 11, 1, 9, tzinfo=CHINA)])
def test_a_trip_that_is_over_cannot_be_put_right(repairing: tuple[Window, RepairPanel], the_moment: datetime) -> None:
    window, panel = repairing
    assert panel.status.text() == window.look.words.say("This trip is over; nothing of it can change.")
    assert not panel.question.isEnabled()


def test_a_repair_that_breaks_is_said_and_can_be_tried_again(
    repairing: tuple[Window, RepairPanel], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, panel = repairing
    before = window.session.trip

    def broken(*_: object) -> object:
        raise RuntimeError("a bug")

    with monkeypatch.context() as patch, qtbot.captureExceptions() as caught:
        patch.setattr("jz_travel.ui.repair.panel.found_for", broken)
        click(panel.question.whats[What.RAIN])
        qtbot.waitUntil(lambda: panel._state == "failed" and bool(caught), timeout=PATIENCE_MS)
    assert window.session.trip == before
    assert panel.accept.text() == window.look.words.say("Try again")
    click(panel.accept)
    qtbot.waitUntil(lambda: panel._state in ANSWERED, timeout=PATIENCE_MS)


def test_the_menu_of_a_day_asks_about_that_day(repairing: tuple[Window, RepairPanel]) -> None:
    window, panel = repairing
    window.main.left.show_list()
    menu = window.main._menus.day_menu(window.session.trip.days[1].id)
    says = window.look.words.say("Something came up …")
    next(action for action in menu.actions() if action.text() == says).trigger()
    assert panel.isVisible()
    assert panel.question.day.currentData() == 1


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_whatever_can_have_the_keyboard_has_a_name(
    language: Any, open_window: Opener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("jz_travel.ui.app.now_in_china", lambda: datetime(2026, 10, 11, tzinfo=CHINA))
    open_window.keep(two_days_on_the_way())
    window = open_window(Settings(language=language, theme="dark"))
    press(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    panel = window.planning.rooms.repair
    for what in What:
        happens(panel, what, qtbot)
        assert unnamed(panel) == []


def test_a_must_that_closes_is_given_up_and_that_is_said(repairing: tuple[Window, RepairPanel], qtbot: QtBot) -> None:
    window, panel = repairing
    window.edits.want(PlaceId("yuntaishan"), Wanting.MUST)
    happens(panel, What.CLOSED, qtbot)
    click(panel.question.span.button_of(True))
    qtbot.waitUntil(lambda: panel._state in ANSWERED, timeout=PATIENCE_MS)
    assert panel._state == "found"
    assert panel.finding is not None
    assert [each.place for each in panel.finding.lost] == ["yuntaishan"]
    assert window.look.words.violation(panel.finding.lost[0], window.session.catalogue) in panel.status.text()
    assert panel.accept.isEnabled()


def test_an_empty_trip_has_nothing_to_put_right(open_window: Opener) -> None:
    window = open_window()
    window.main.actions_.repair.trigger()
    panel = window.planning.rooms.repair
    assert panel.status.text() == window.look.words.say("Nothing is planned yet.")
    assert not panel.question.isEnabled()
