"""Plan my visit: one press fills the days, says why not the rest, and stays one step that can be undone."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jz_travel.domain.places import PlaceId, Theme
from jz_travel.domain.problems import Severity
from jz_travel.export import FORMAT_BY_ID
from jz_travel.ui.app import Window
from jz_travel.ui.planning.panel import PlanPanel
from tests.ui.hands import Opener

PATIENCE_MS = 60_000


@pytest.fixture
def planning(open_window: Opener) -> tuple[Window, PlanPanel]:
    """An empty profile with the form open."""
    window = open_window()
    window.main.actions_.plan.trigger()
    assert window.main.planning is not None
    return window, window.main.planning


def planned(planning: tuple[Window, PlanPanel], qtbot: QtBot) -> None:
    window, panel = planning
    with qtbot.waitSignal(panel._work.done, timeout=PATIENCE_MS):
        panel._go.click()
    qtbot.waitUntil(lambda: not panel._running)
    assert window.session.schedule.visits


def test_one_press_fills_the_days_without_a_clash_and_one_undo_empties_them(
    planning: tuple[Window, PlanPanel], qtbot: QtBot
) -> None:
    window, panel = planning
    before = window.session.trip
    panel.form._days.setValue(2)
    panel.form._themes[Theme.TAI_CHI].click()
    planned(planning, qtbot)
    assert len(window.session.trip.days) == 2
    assert window.session.schedule.count(Severity.CLASH) == 0
    assert PlaceId("chenjiagou") in {stop.place for stop in window.session.trip.stops()}
    window.session.undo_stack.undo()
    assert window.session.trip == before


def test_what_is_left_out_has_a_reason_and_a_fix_is_one_tap(planning: tuple[Window, PlanPanel], qtbot: QtBot) -> None:
    window, panel = planning
    panel.form._days.setValue(1)
    planned(planning, qtbot)
    plan = panel._plan
    assert plan is not None
    left, fix = next((left, fix) for left in plan.left_out for fix in left.fixes)
    assert window.look.words.reason(left.reason, window.session.catalogue)
    with qtbot.waitSignal(panel._work.done, timeout=PATIENCE_MS):
        panel._apply(left.place, fix)
    assert left.place in {stop.place for stop in window.session.trip.stops()}
    assert window.session.schedule.count(Severity.CLASH) == 0


def test_a_plan_is_offered_not_imposed_when_the_trip_was_changed_meanwhile(
    planning: tuple[Window, PlanPanel], qtbot: QtBot
) -> None:
    window, panel = planning
    with qtbot.waitSignal(panel._work.done, timeout=PATIENCE_MS):
        panel._go.click()
        window.edits.rename("Changed meanwhile")
    assert not window.session.schedule.visits
    assert window.main.notices.text
    window.main.notices._do.click()
    assert window.session.schedule.visits


def test_a_locked_stop_stays_where_it_is(planning: tuple[Window, PlanPanel], qtbot: QtBot) -> None:
    window, _ = planning
    day = window.session.trip.days[1]
    window.edits.add((PlaceId("jz_museum"),), day.id)
    stop = window.session.trip.days[1].stops[0].id
    window.edits.lock(stop, True)
    planned(planning, qtbot)
    assert window.session.trip.day_of(stop).id == day.id


def test_the_form_remembers_what_was_asked_for(planning: tuple[Window, PlanPanel], qtbot: QtBot) -> None:
    window, panel = planning
    panel.form._days.setValue(1)
    panel.form._people["seniors"].setValue(2)
    planned(planning, qtbot)
    asked = window.session.trip.request
    assert asked is not None
    assert asked.party.seniors == 2
    panel.form.show_request(window.session.trip)
    assert panel.form.request() == asked


def test_a_trip_is_written_in_a_format_and_a_failure_is_said(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    taking = window.main._taking_along
    taking.write(FORMAT_BY_ID["csv"], tmp_path / "trip.csv")
    taking.wait()
    assert "嘉应观" in (tmp_path / "trip.csv").read_text("utf-8-sig")
    taking.write(FORMAT_BY_ID["csv"], tmp_path / "nowhere" / "trip.csv")
    taking.wait()
    assert "trip.csv" in window.main.notices.text


def test_the_statistics_come_and_go_and_leave_the_trip_alone(window: Window) -> None:
    trip = window.session.trip
    window.main.actions_.statistics.trigger()
    assert window.main.statistics is not None
    assert window.main.statistics.isVisible()
    window.main.actions_.statistics.trigger()
    assert not window.main.statistics.isVisible()
    assert window.main.board.isVisible()
    assert window.session.trip == trip
