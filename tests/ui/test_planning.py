"""Plan my visit: one press fills the days, says why not the rest, and stays one step that can be undone."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jz_travel.domain.places import PlaceId, Theme
from jz_travel.domain.plan import Plan
from jz_travel.domain.problems import Severity
from jz_travel.domain.reasons import Conflict, Demand, Wanted
from jz_travel.domain.request import Request
from jz_travel.export import FORMAT_BY_ID
from jz_travel.ui.app import Window
from jz_travel.ui.planning.answer import MemberShare
from jz_travel.ui.planning.panel import PlanPanel
from tests.ui.hands import Opener, press

PATIENCE_MS = 90_000


@pytest.fixture
def planning(open_window: Opener) -> tuple[Window, PlanPanel]:
    """An empty profile with the form open."""
    window = open_window()
    window.main.actions_.plan.trigger()
    return window, window.planning.rooms.panel


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def planned(planning: tuple[Window, PlanPanel], qtbot: QtBot) -> None:
    window, panel = planning
    with qtbot.waitSignal(panel._work.done, timeout=PATIENCE_MS):
        click(panel.go)
    qtbot.waitUntil(lambda: not panel._running)
    assert window.session.schedule.visits


def test_one_press_fills_the_days_without_a_clash_and_one_undo_empties_them(
    planning: tuple[Window, PlanPanel], qtbot: QtBot
) -> None:
    window, panel = planning
    before = window.session.trip
    panel.form.days.setValue(2)
    click(panel.form.themes.chips[Theme.TAI_CHI])
    planned(planning, qtbot)
    assert len(window.session.trip.days) == 2
    assert window.session.schedule.count(Severity.CLASH) == 0
    assert Theme.TAI_CHI in {
        theme for stop in window.session.trip.stops() for theme in window.session.catalogue[stop.place].themes
    }
    assert window.session.undo_stack.count() == 1
    window.session.undo_stack.undo()
    assert window.session.trip == before


def test_the_first_plan_is_shown_at_once_and_undone_with_the_last(
    planning: tuple[Window, PlanPanel], qtbot: QtBot
) -> None:
    window, panel = planning
    before = window.session.trip
    seen: list[int] = []
    panel._work.found.connect(lambda *_: seen.append(len(window.session.schedule.visits)))
    with qtbot.waitSignal(panel._work.better, timeout=PATIENCE_MS):
        click(panel.go)
    assert window.session.schedule.visits
    with qtbot.waitSignal(panel._work.done, timeout=PATIENCE_MS):
        pass
    assert seen
    assert window.session.undo_stack.count() == 1
    window.session.undo_stack.undo()
    assert window.session.trip == before


def test_what_is_left_out_has_a_reason_and_a_fix_is_one_tap_and_one_step(
    planning: tuple[Window, PlanPanel], qtbot: QtBot
) -> None:
    window, panel = planning
    panel.form.days.setValue(1)
    planned(planning, qtbot)
    left = next(left for left in panel._plan.left_out if left.place in panel.answer.cards and left.fixes)
    offer = next(
        each for each in panel.answer.cards[left.place].findChildren(QPushButton) if each.property("link") is None
    )
    steps = window.session.undo_stack.index()
    with qtbot.waitSignal(panel._work.done, timeout=PATIENCE_MS):
        click(offer)
    assert left.place in {stop.place for stop in window.session.trip.stops()}
    assert window.session.schedule.count(Severity.CLASH) == 0
    assert window.session.undo_stack.index() == steps + 1
    assert panel.form.request() == window.session.trip.request
    assert window.session.selection.place == left.place, "so that its day comes into view"
    assert panel.isVisible()
    assert window.main.focusWidget() is panel.go, "the button that was pressed is gone with its card"


def test_a_plan_is_offered_not_imposed_when_the_trip_was_changed_meanwhile(
    planning: tuple[Window, PlanPanel], qtbot: QtBot
) -> None:
    window, panel = planning
    with qtbot.waitSignal(panel._work.done, timeout=PATIENCE_MS):
        click(panel.go)
        window.edits.rename("Changed meanwhile")
    assert not window.session.schedule.visits
    assert window.main.notices.text
    window.main.notices._do.click()
    assert window.session.schedule.visits


def test_stop_keeps_what_has_been_found_and_the_button_plans_again(
    planning: tuple[Window, PlanPanel], qtbot: QtBot
) -> None:
    window, panel = planning
    say = window.look.words.say
    with qtbot.waitSignal(panel._work.done, timeout=PATIENCE_MS):
        click(panel.go)
        assert panel.go.text() == say("Stop")
        assert panel.status.text() == say("Looking for a good plan …")
        click(panel.go)
    assert panel.go.text() == say("Plan")


def test_a_planner_that_breaks_leaves_the_trip_alone_and_can_be_asked_again(
    planning: tuple[Window, PlanPanel], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, panel = planning

    def broken(*_: object, **__: object) -> Plan:
        raise RuntimeError("a bug")

    before = window.session.trip
    with monkeypatch.context() as patch, qtbot.captureExceptions() as caught:
        patch.setattr("jz_travel.ui.planning.work.plan", broken)
        with qtbot.waitSignal(panel._work.failed, timeout=PATIENCE_MS):
            click(panel.go)
        qtbot.waitUntil(lambda: bool(caught))
    assert window.session.trip == before
    assert panel.go.text() == window.look.words.say("Plan")
    assert panel.status.text() == window.look.words.say("Planning went wrong. Your trip is as it was; try again.")
    planned(planning, qtbot)


def test_a_wish_nobody_can_meet_names_the_conflict(planning: tuple[Window, PlanPanel], qtbot: QtBot) -> None:
    window, panel = planning
    place = PlaceId("yuntaishan")
    conflict = Conflict((Demand(Wanted.VISIT, place), Demand(Wanted.DAYS)))
    panel.answer.show_plan(Plan(Request(window.session.trip.starts), window.session.schedule, conflicts=(conflict,)))
    said = [each.text() for each in panel.answer.findChildren(QWidget) if each.property("role") == "clash"]
    assert len(said) == 1
    assert window.look.words.short(window.session.catalogue[place]) in said[0]


def test_a_locked_stop_stays_where_it_is(planning: tuple[Window, PlanPanel], qtbot: QtBot) -> None:
    window, _ = planning
    day = window.session.trip.days[1]
    window.edits.add((PlaceId("jz_museum"),), day.id)
    stop = window.session.trip.days[1].stops[0].id
    window.edits.lock(stop, True)
    planned(planning, qtbot)
    assert window.session.trip.day_of(stop).id == day.id


def test_how_far_the_best_can_be_is_one_line_where_nothing_moves_and_nothing_where_nobody_knows(
    planning: tuple[Window, PlanPanel], qtbot: QtBot
) -> None:
    window, panel = planning
    words = window.look.words
    panel.form.days.setValue(1)
    with qtbot.waitSignal(panel._work.bounded, timeout=PATIENCE_MS):
        planned(planning, qtbot)
    plan = panel._plan
    assert plan is not None
    known = {0: words.say("No better plan is possible."), 4: words.say("Within {n}% of the best possible.", n=4)}
    where = set()
    for more, said in ((200, ""), *known.items()):
        panel._bounded(replace(plan, bound=plan.score * (100 + more) / 100))
        QApplication.processEvents()
        _, _, told = panel.status.text().partition("\n")
        assert told == said
        where.add((panel.answer.why_not.mapTo(window.main, QPoint()), panel.go.mapTo(window.main, QPoint())))
    assert len({(one.y(), other.y()) for one, other in where}) == 1


def test_after_the_answer_the_window_says_how_near_to_the_best_it_is(
    planning: tuple[Window, PlanPanel], qtbot: QtBot
) -> None:
    window, panel = planning
    panel.form.days.setValue(1)
    with qtbot.waitSignal(panel._work.bounded, timeout=PATIENCE_MS) as told:
        click(panel.go)
    assert told.args[0].bound >= told.args[0].score
    assert told.args[0].trip == window.session.trip
    assert not panel._running


def test_a_party_that_needs_it_is_told_where_to_ask_for_a_way_without_steps(
    planning: tuple[Window, PlanPanel],
) -> None:
    window, panel = planning
    museum = PlaceId("jz_museum")
    panel.answer.show_plan(
        Plan(Request(window.session.trip.starts), window.session.schedule, access_not_known=(museum,))
    )
    name = window.look.words.name(window.session.catalogue[museum])
    assert any(name in each.text() for each in panel.answer.findChildren(QLabel))


def test_each_member_of_a_group_reads_in_words_and_numbers_what_the_plan_gives(
    planning: tuple[Window, PlanPanel], qtbot: QtBot
) -> None:
    _, panel = planning
    click(panel.form.more_button)
    members = panel.form.more.members
    click(members.add)
    for card, name, theme in zip(members.cards, ("Li", "Wang"), (Theme.TAI_CHI, Theme.NATURE), strict=True):
        QTest.keyClicks(card.name, name)
        click(card.themes.chips[theme])
    planned(planning, qtbot)

    def shares() -> list[MemberShare]:
        return [each for each in panel.answer.findChildren(MemberShare) if each.isVisible()]

    qtbot.waitUntil(lambda: [each.said.split("：")[0] for each in shares()] == ["Li", "Wang"])
    assert all("%" in each.said and each.accessibleName() == each.said for each in shares())


def test_a_place_that_nobody_likes_can_be_asked_about_and_become_a_must(
    planning: tuple[Window, PlanPanel], qtbot: QtBot
) -> None:
    window, panel = planning
    panel.form.days.setValue(1)
    click(panel.form.themes.chips[Theme.TAI_CHI])
    planned(planning, qtbot)
    plan = panel._plan
    assert plan is not None
    why_not = panel.answer.why_not
    asked = next(
        place.id
        for place in window.session.catalogue
        if place.is_sight and place.position and place.id not in plan.places and plan.reason(place.id) is None
    )
    why_not.ask(asked)
    assert why_not.card is not None
    must = why_not.card.findChild(QPushButton)
    with qtbot.waitSignal(panel._work.done, timeout=PATIENCE_MS):
        click(must)
    assert asked in panel.form.request().musts
    assert panel._plan is not None
    assert asked in panel._plan.places or panel._plan.reason(asked) is not None or panel._plan.conflicts
    planned_already = panel._plan.places[0]
    why_not.ask(planned_already)
    assert why_not.card.findChildren(QPushButton) == []


def test_nobody_is_told_why_not_before_the_reasons_are_known(planning: tuple[Window, PlanPanel], qtbot: QtBot) -> None:
    _, panel = planning
    panel.form.days.setValue(1)
    planned(planning, qtbot)
    plan, why_not = panel._plan, panel.answer.why_not
    assert plan is not None
    why_not.ask(next(left.place for left in plan.left_out if left.fixes))

    def told() -> list[str]:
        assert why_not.card is not None
        return [each.text() for each in why_not.card.findChildren(QLabel)]

    known = told()
    with qtbot.waitSignal(panel._work.done, timeout=PATIENCE_MS):
        panel.take(replace(plan, left_out=()))
        panel.explain(plan)
        assert told()[-1] == "正在查找没排进去的原因…"
    assert told() == known


@pytest.mark.map
def test_a_plan_is_seen_whole_wherever_the_visitor_was_looking(
    planning: tuple[Window, PlanPanel], qtbot: QtBot
) -> None:
    window, _ = planning
    view = window.main.map.view

    def asks(script: str) -> float:
        answers: list[float] = []
        qtbot.waitUntil(lambda: view.is_settled, timeout=20_000)
        view.page.runJavaScript(script, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=5_000)
        return answers[0]

    window.session.point_at_place(PlaceId("chenjiagou"))
    asks("(jzMap.untouched = false, jzMap.map.setView([34.9, 113.1], 14, {animate: false}).getZoom())")
    planned(planning, qtbot)
    positions = (window.session.catalogue[stop.place].position for stop in window.session.trip.stops())
    for place in filter(None, positions):
        assert asks(f"jzMap.map.getBounds().contains([{place.lat}, {place.lon}]) ? 1 : 0")


def test_escape_leads_back_to_the_places(planning: tuple[Window, PlanPanel]) -> None:
    window, panel = planning
    panel.form.days.setFocus()
    press(window, Qt.Key.Key_Escape)
    assert window.main.places.isVisible()


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
