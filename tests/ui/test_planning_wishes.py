"""The whole request in the form: short at first sight, everything below the fold, and found again tomorrow."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.places import PlaceId, Theme
from jz_travel.domain.request import Interest, Member, Pace, Party, Pin, Request
from jz_travel.domain.travel import Mode
from jz_travel.store.settings import Settings
from jz_travel.ui.app import Window
from jz_travel.ui.planning.asked import Wanting
from jz_travel.ui.planning.day_by_day import EACH
from jz_travel.ui.planning.fields import choose
from jz_travel.ui.planning.form import RequestForm
from tests.ui.hands import Opener, first_trip, press, turn_wheel, unnamed

XIUWU_WEST, CITY = PlaceId("xiuwuxi_rail"), PlaceId("stay_city")


@pytest.fixture
def form(window: Window) -> RequestForm:
    """The form over a trip of two days, unfolded."""
    window.main.actions_.plan.trigger()
    click(window.planning.rooms.panel.form.more_button)
    return window.planning.rooms.panel.form


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def name_place(form: RequestForm, way: object, query: str) -> None:
    """Say how, type a place, take the first one found."""
    click(form.more.places.way.button_of(way))
    field = form.more.places.picker.field
    field.setFocus()
    QTest.keyClicks(field, query)
    QTest.keyClick(field, Qt.Key.Key_Return)


def everything() -> Request:
    """A request that says something of all there is to say."""
    return Request(
        date(2026, 10, 1), 3, XIUWU_WEST, hours(9, 30), PlaceId("jiaozuo_rail"), hours(17),
        lodging=(None, CITY), modes=(Mode.CAR, Mode.COACH), pace=Pace.RELAXED,
        party=Party(2, 1, 1, 1, step_free=True),
        interests=(Interest(Theme.NATURE, 2.0), Interest(Theme.TAI_CHI), Interest(Theme.HISTORY, 0.5)),
        members=(Member("Li", (Interest(Theme.TAI_CHI),)), Member("Wang", (Interest(Theme.NATURE),))),
        musts=(PlaceId("qingtianhe"),), avoid=(PlaceId("jz_museum"),),
        pins=(Pin(PlaceId("chenjiagou"), 2, hours(10)), Pin(PlaceId("jiayingguan"), 1)),
        locked_days=(2,), budget=1500.0, lunch=True, dinner=False, leaves_at=hours(8), back_by=hours(19, 30),
        driving=minutes(150), on_foot=hours(5),
    )  # fmt: skip


def test_the_short_form_comes_first_and_more_is_one_press_away(window: Window) -> None:
    window.main.actions_.plan.trigger()
    panel = window.planning.rooms.panel
    assert not panel.form.more.isVisible()
    assert panel.form.themes.isVisible()
    panel.form.more_button.setFocus()
    press(window, Qt.Key.Key_Space)
    assert panel.form.more.isVisible()


def test_whatever_can_be_asked_is_shown_and_asked_again_as_it_was(window: Window, form: RequestForm) -> None:
    asked = everything()
    trip = window.session.trip.with_start_date(asked.starts).with_day().with_request(asked)
    window.session.open(trip)
    assert form.request() == asked


def test_a_request_is_found_again_tomorrow_even_in_another_language(open_window: Opener) -> None:
    window = open_window()
    asked = everything()
    window.session.edit("plan", window.session.trip.with_start_date(asked.starts).with_request(asked))
    open_window.close(window)
    tomorrow = open_window(Settings(language="en", theme="dark"))
    tomorrow.main.actions_.plan.trigger()
    assert tomorrow.planning.rooms.panel.form.request() == asked
    tomorrow.look.speak("zh-Hans")
    tomorrow.look.wear("light", 200)
    assert tomorrow.planning.rooms.panel.form.request() == asked


def test_every_answer_below_the_fold_is_read(window: Window, form: RequestForm) -> None:
    more = form.more
    form.starts.setDate(QDate(2026, 10, 1))
    form.days.setValue(3)
    choose(more.departure, XIUWU_WEST)
    more.departs.setTime(QTime(16, 30))
    click(more.leaves_at.box)
    more.back_by.box.setFocus()
    QTest.keyClick(more.back_by.box, Qt.Key.Key_Space)
    more.back_by.time.setTime(QTime(18, 0))
    click(more.limited)
    more.budget.setValue(800)
    choose(more.driving, minutes(120))
    choose(more.on_foot, hours(4))
    click(more.dinner)
    click(more.locked_days[1])
    asked = form.request()
    assert (asked.starts, asked.days) == (date(2026, 10, 1), 3)
    assert (asked.departure, asked.departs) == (XIUWU_WEST, hours(16, 30))
    assert (asked.leaves_at, asked.back_by) == (hours(8, 30), hours(18))
    assert (asked.budget, asked.driving, asked.on_foot) == (800.0, minutes(120), hours(4))
    assert (asked.lunch, asked.dinner, asked.locked_days) == (True, False, (2,))


def test_nights_and_modes_can_differ_from_day_to_day(form: RequestForm) -> None:
    form.days.setValue(3)
    choose(form.more.lodging.all, EACH)
    form.more.lodging._unfold()
    assert len(form.more.lodging.rows) == 2
    choose(form.more.lodging.rows[1], CITY)
    choose(form.more.mode.all, EACH)
    form.more.mode._unfold()
    choose(form.more.mode.rows[2], Mode.GROUP_BUS)
    assert form.request().lodging == (None, CITY)
    assert form.request().modes == (Mode.CAR, Mode.CAR, Mode.GROUP_BUS)
    form.days.setValue(2)
    assert form.request().modes == (Mode.CAR,)


def test_a_liked_theme_can_be_liked_more_and_keeps_its_own_weight(form: RequestForm) -> None:
    click(form.themes.chips[Theme.NATURE])
    click(form.more.likings.rows[Theme.NATURE].button_of(2.0))
    assert form.request().interests == (Interest(Theme.NATURE, 2.0),)
    form.themes.show_interests((Interest(Theme.TAI_CHI, 1.4),))
    assert form.request().interests == (Interest(Theme.TAI_CHI, 1.4),)


def test_musts_wishes_and_what_to_avoid_are_the_trips_own_and_can_be_undone(window: Window, form: RequestForm) -> None:
    name_place(form, Wanting.MUST, "qingtianhe")
    name_place(form, Wanting.WISH, "shennong")
    name_place(form, Wanting.AVOID, "jiaozuo bowuguan")
    asked = form.request()
    assert asked.musts == ("qingtianhe",)
    assert asked.wishes == ("shennongshan",)
    assert len(asked.avoid) == 1
    name_place(form, Wanting.AVOID, "qingtianhe")
    assert form.request().musts == ()
    window.session.undo_stack.undo()
    assert form.request().musts == ("qingtianhe",)
    chip = next(each for each in form.more.places.findChildren(QPushButton) if each.text() == "青天河")
    click(chip)
    assert form.request().musts == ()


def test_naming_a_place_keeps_what_was_typed_but_not_planned_yet(window: Window, form: RequestForm) -> None:
    form.people["seniors"].setValue(3)
    window.edits.want(PlaceId("qingtianhe"), Wanting.MUST)
    assert form.request().party.seniors == 3
    assert form.request().musts == ("qingtianhe",)


def test_down_and_enter_take_a_place_from_the_list_and_escape_gives_up(window: Window, form: RequestForm) -> None:
    picker = form.more.places.picker
    click(form.more.places.way.button_of(Wanting.MUST))
    picker.field.setFocus()
    QTest.keyClicks(picker.field, "yuntai")
    QTest.keyClick(picker.field, Qt.Key.Key_Down)
    assert picker.found.hasFocus()
    second = picker.found.item(1).data(Qt.ItemDataRole.UserRole)
    QTest.keyClick(picker.found, Qt.Key.Key_Down)
    QTest.keyClick(picker.found, Qt.Key.Key_Return)
    assert form.request().musts == (second,)
    QTest.keyClicks(picker.field, "qing")
    QTest.keyClick(picker.field, Qt.Key.Key_Escape)
    assert picker.field.text() == ""
    assert not picker.found.isVisible()


def test_a_visit_is_settled_for_a_day_and_an_hour(form: RequestForm) -> None:
    name_place(form, "settled", "chenjiagou")
    row = form.more.places.pin_rows[0]
    row.day.setValue(2)
    row.hour.box.setFocus()
    QTest.keyClick(row.hour.box, Qt.Key.Key_Space)
    row.hour.time.setTime(QTime(9, 30))
    assert form.request().pins == (Pin(PlaceId("chenjiagou"), 2, hours(9, 30)),)
    click(row.gone)
    assert form.request().pins == ()


def test_what_cannot_be_together_is_said_beside_the_form(form: RequestForm) -> None:
    assert not form._trouble.isVisible()
    form.days.setValue(1)
    choose(form.arrival, XIUWU_WEST)
    form.arrives.setTime(QTime(18, 0))
    form.more.departs.setTime(QTime(9, 0))
    assert form._trouble.isVisible()
    form.more.departs.setTime(QTime(20, 0))
    assert not form._trouble.isVisible()
    name_place(form, "settled", "chenjiagou")
    form.more.places.pin_rows[0].day.setValue(4)
    assert "陈家沟" in form._trouble.text()


def test_somebody_always_travels(form: RequestForm) -> None:
    form.people["adults"].setValue(0)
    assert form.request().party.size == 1


def test_the_form_follows_the_dates_of_the_trip(window: Window, form: RequestForm) -> None:
    window.edits.start_date(date(2026, 11, 7))
    window.edits.add_day()
    assert (form.request().starts, form.request().days) == (date(2026, 11, 7), 3)


def test_a_place_says_what_the_planner_shall_do_with_it(window: Window) -> None:
    window.main.left.show_details("qingtianhe")
    chips = window.main.details._wanted.chips
    click(chips[Wanting.MUST])
    assert window.session.trip.request is not None
    assert window.session.trip.request.musts == ("qingtianhe",)
    click(chips[Wanting.AVOID])
    assert [how for how, chip in chips.items() if chip.isChecked()] == [Wanting.AVOID]
    assert window.session.trip.request.avoid == ("qingtianhe",)
    chips[Wanting.AVOID].setFocus()
    press(window, Qt.Key.Key_Space)
    assert window.session.trip.request.avoid == ()


def test_the_menu_of_a_place_has_the_same_choices(window: Window) -> None:
    say = window.look.words.say

    def choice(text: str) -> Any:
        actions = window.main._menus.place_menu(PlaceId("qingtianhe")).actions()
        return next(each for each in actions if each.text() == text)

    choice(say("Must see")).trigger()
    assert choice(say("Must see")).isChecked()
    choice(say("Avoid")).trigger()
    assert not choice(say("Must see")).isChecked()
    assert choice(say("Avoid")).isChecked()


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_everything_in_the_form_has_a_name(language: Any, open_window: Opener, qapp: Any) -> None:
    trip = first_trip()
    open_window.keep(trip.with_request(replace(everything(), starts=trip.starts, days=2)))
    window = open_window(Settings(language=language, theme="light"))
    window.main.actions_.plan.trigger()
    click(window.planning.rooms.panel.form.more_button)
    qapp.processEvents()
    assert unnamed(window.planning.rooms.panel) == []


def test_tab_goes_from_the_first_answer_to_the_button_that_plans(window: Window, qapp: Any) -> None:
    window.main.actions_.plan.trigger()
    panel = window.planning.rooms.panel
    panel.form.starts.setFocus()
    for _ in range(60):
        focused = window.main.focusWidget()
        if focused is panel.go:
            break
        assert panel.isAncestorOf(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert window.main.focusWidget() is panel.go


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_of_the_form_is_cut_off(percent: int, open_window: Opener, qtbot: Any) -> None:
    trip = first_trip()
    open_window.keep(trip.with_request(replace(everything(), starts=trip.starts, days=2)))
    window = open_window(Settings(language="en", theme="light", text_size=percent))
    window.main.resize(1024, 768)
    window.main.actions_.plan.trigger()
    panel = window.planning.rooms.panel
    click(panel.form.more_button)
    qtbot.wait(100)
    inside = [each for each in panel.form.findChildren(QWidget) if each.isVisible() and each.parent() is not None]
    cut = [
        f"{type(each).__name__} {getattr(each, 'text', str)()}"
        for each in inside
        if each.mapTo(panel.form, each.rect().topRight()).x() > panel.form.width() or each.height() < 6
    ]
    assert cut == []


def test_scrolling_past_a_field_does_not_change_it(form: RequestForm) -> None:
    before = form.request()
    for field in (form.days, form.people["adults"], form.arrival, form.arrives, form.more.driving):
        for just_filled_in in (False, True):
            if just_filled_in:
                field.setFocus()
            assert field.hasFocus() == just_filled_in
            turn_wheel(field)
    assert form.request() == before
