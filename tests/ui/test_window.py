"""The window as a visitor uses it: reading, changing, typing, going round with the keyboard."""

from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QDialog, QMenu, QPlainTextEdit, QSpinBox

from jz_travel.domain.places import PlaceId
from jz_travel.ui.app import Window
from jz_travel.ui.header import NameField
from tests.ui.hands import (
    Opener,
    cards,
    click,
    name_field,
    press,
    search_field,
    stop_at,
    stop_list,
    stops_of,
    turn_wheel,
    types,
)

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


# Reading and changing


def test_a_click_on_a_card_shows_the_place_and_the_stop(window: Window) -> None:
    day = stop_list(window, 2)
    click(day, day.model().index(0, 0))
    assert window.main.details.place == "chenjiagou"
    assert window.main.details._editor.isVisible()
    assert window.session.selection.stop == stop_at(window, "chenjiagou")


def test_a_stop_of_a_place_that_no_longer_exists_can_be_seen_and_taken_out(open_window: Opener) -> None:
    from tests.ui.hands import first_trip

    trip = first_trip()
    open_window.keep(trip.with_stop(PlaceId("atlantis"), trip.days[0].id))
    window = open_window()
    day = stop_list(window, 1)
    window.main.left.show_details("yuntaishan")
    click(day, day.model().index(1, 0))
    assert cards(window, 1)[1] == "atlantis"
    assert not window.main.details.isVisible() or window.main.details.place == "atlantis"
    press(window, Qt.Key.Key_Delete)
    assert stops_of(window.session.trip)[0] == ["yuntaishan"]


def test_who_reads_on_with_the_wheel_does_not_change_a_stay_on_the_way(window: Window) -> None:
    before = window.session.trip
    window.main._show_stop(stop_at(window, "chenjiagou"))
    stay = window.main.details.findChild(QSpinBox)
    for has_keyboard in (False, True):
        if has_keyboard:
            stay.setFocus()
        turn_wheel(stay)
    assert window.session.trip == before


def test_the_length_of_a_stay_changes_the_times_at_once(window: Window) -> None:
    stop = stop_at(window, "chenjiagou")
    before = window.session.schedule.visits[stop_at(window, "jiayingguan")].arrives
    window.main._show_stop(stop)
    box = window.main.details.findChild(QSpinBox)
    box.stepBy(4)
    assert window.session.schedule.visits[stop].lasts.total_seconds() == box.value() * 60
    assert window.session.schedule.visits[stop_at(window, "jiayingguan")].arrives > before
    window.session.undo_stack.undo()
    assert window.session.schedule.visits[stop_at(window, "jiayingguan")].arrives == before
    assert box.value() * 60 == window.session.schedule.visits[stop].lasts.total_seconds()


@pytest.mark.parametrize(
    ("typed", "stay", "says"),
    [("90", 90, "1 小时 30 分"), ("2 小时", 120, "2 小时"), ("1 小时 5 分", 65, "1 小时 5 分"), ("5", 15, "15 分钟")],
)
def test_a_stay_is_typed_as_minutes_or_as_it_is_said(window: Window, typed: str, stay: int, says: str) -> None:
    stop = stop_at(window, "chenjiagou")
    window.main._show_stop(stop)
    field = window.main.details.findChild(QSpinBox)
    field.setFocus()
    field.selectAll()
    field.lineEdit().insert(typed)  # as an input method does
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.session.schedule.visits[stop].lasts.total_seconds() == stay * 60
    assert field.text() == says


def test_a_clash_is_counted_and_said_on_its_card(window: Window) -> None:
    from datetime import timedelta

    stop = stop_at(window, "jiayingguan")
    window.edits.start(stop, timedelta(hours=20))
    visit = window.session.schedule.visits[stop]
    said = [window.look.words.problem(each, window.session.catalogue) for each in visit.problems]
    tip = stop_list(window, 2).model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said
    assert all(text in tip for text in said)
    assert window.look.words.count("{n} clash", "{n} clashes", 1) in window.main.board._totals.accessibleName()


def test_a_note_is_kept_when_typing_pauses_or_something_else_is_chosen(window: Window) -> None:
    stop = stop_at(window, "chenjiagou")
    window.main._show_stop(stop)
    note = window.main.details.findChild(QPlainTextEdit)
    note.setFocus()
    note.insertPlainText("学一招太极")
    window.main._show_stop(stop_at(window, "jiayingguan"))
    assert window.session.trip.stop(stop).note == "学一招太极"
    assert note.toPlainText() == ""


def test_a_note_typed_just_before_another_trip_is_opened_stays_with_its_stop(window: Window) -> None:
    stop, trip = stop_at(window, "yuntaishan"), window.session.trip.id
    window.main._show_stop(stop)
    note = window.main.details.findChild(QPlainTextEdit)
    note.setFocus()
    note.insertPlainText("带雨衣")
    window.open_trip.open_sample()
    assert all(each.note == "" for each in window.session.trip.stops())
    window.tasks.wait()
    assert window.library.load(trip).trip.stop(stop).note == "带雨衣"


def test_what_is_still_being_typed_when_the_window_closes_is_kept(open_window: Opener, window: Window) -> None:
    stop = stop_at(window, "yuntaishan")
    window.main._show_stop(stop)
    note = window.main.details.findChild(QPlainTextEdit)
    note.setFocus()
    note.insertPlainText("带雨衣")
    open_window.close(window)
    assert open_window().session.trip.stop(stop).note == "带雨衣"


# The name and the dates


def test_the_trip_is_renamed_where_its_name_stands(window: Window) -> None:
    field = name_field(window)
    field.setFocus()
    field.selectAll()
    types(field, "太行山水")
    press(window, Qt.Key.Key_Return)
    assert window.session.trip.name == "太行山水"
    assert window.main.windowTitle().startswith("太行山水 – ")
    assert not field.hasFocus()


def test_escape_takes_back_what_was_typed(window: Window) -> None:
    field = name_field(window)
    field.setFocus()
    types(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Home)
    types(field, "x")
    press(window, Qt.Key.Key_Escape)
    assert field.text() == "秋天的焦作"
    assert window.session.trip.name == "秋天的焦作"
    assert window.session.undo_stack.count() == 0


def test_a_trip_is_never_without_a_name(window: Window) -> None:
    field = name_field(window)
    field.setFocus()
    field.clear()
    field.setModified(True)
    press(window, Qt.Key.Key_Return)
    assert window.session.trip.name == "秋天的焦作"
    assert field.text() == "秋天的焦作"


def test_another_first_day_moves_all_days(window: Window) -> None:
    window.main.header.findChild(QCalendarWidget).clicked.emit(QDate(2026, 12, 24))
    assert [f"{day.date:%m-%d}" for day in window.session.schedule.days] == ["12-24", "12-25"]


# The keyboard


def test_undo_and_redo_have_their_usual_keys(window: Window) -> None:
    before = window.session.trip
    window.edits.add_day()
    after = window.session.trip
    for key, expected in ((QKeySequence.StandardKey.Undo, before), (QKeySequence.StandardKey.Redo, after)):
        QTest.keySequence(window.main, QKeySequence.keyBindings(key)[0])
        assert window.session.trip == expected
    assert window.main.actions_.undo.text() != window.look.words.say("Undo")


def test_delete_in_a_text_deletes_a_letter_and_no_stop(window: Window) -> None:
    window.session.point_at_stop(stop_at(window, "chenjiagou"))
    field = search_field(window)
    field.setFocus()
    field.setText("ab")
    field.setCursorPosition(0)
    press(window, Qt.Key.Key_Delete)
    assert field.text() == "b"
    assert len(window.session.schedule.visits) == 3


def test_f6_goes_round_places_map_and_days(window: Window) -> None:
    search_field(window).setFocus()
    press(window, Qt.Key.Key_F6)
    assert window.main.map.isAncestorOf(window.main.focusWidget())
    QTest.keyClick(window.main, Qt.Key.Key_F6)
    assert window.main.board.isAncestorOf(window.main.focusWidget())
    press(window, Qt.Key.Key_F6)
    assert window.main.places.isAncestorOf(window.main.focusWidget())


def test_f6_also_reaches_days_that_are_empty(open_window: Opener) -> None:
    window = open_window()
    window.main.map.view.setFocus()
    QTest.keyClick(window.main, Qt.Key.Key_F6)
    assert window.main.board.isAncestorOf(window.main.focusWidget())
    assert window.main.focusWidget().isVisible()


def test_arrows_in_a_day_select_its_stops(window: Window) -> None:
    window.session.point_at_stop(stop_at(window, "chenjiagou"))
    stop_list(window, 2).setFocus()
    press(window, Qt.Key.Key_Down)
    assert window.session.selection.place == "jiayingguan"
    press(window, Qt.Key.Key_Return)
    assert window.main.details.place == "jiayingguan"


@pytest.mark.parametrize("key", ["keys", "about", "trips", "versions"])
def test_every_page_opens_without_stopping_the_window_and_escape_closes_it(key: str, window: Window, qapp: Any) -> None:
    getattr(window.main.actions_, key).trigger()
    dialog = window.main.findChild(QDialog)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_page_of_keys_tells_each_key_once(window: Window) -> None:
    keys = [action.shortcut().toString() for action in window.main.actions_.listed()]
    assert len(keys) == len(set(keys)) > 15


def test_the_menu_button_shows_everything_that_can_be_done(window: Window) -> None:
    menu: QMenu = window.main.actions_.menu
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert len(texts) == len(set(texts)) > 10
    assert all(texts)


# Empty and welcome


@pytest.mark.parametrize("number", range(3))
def test_an_empty_profile_shows_a_welcome_with_trips_that_open(number: int, open_window: Opener) -> None:
    window = open_window()
    assert window.main.welcome.isVisible()
    card = window.main.welcome.cards[number]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert not window.main.welcome.isVisible()
    assert window.session.trip.name == card.accessibleName()
    assert len(window.session.schedule.visits) >= 5


@pytest.mark.map
def test_the_selection_on_the_map_follows_the_list_and_the_list_follows_the_map(window: Window, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: window.main.map.view.is_settled, timeout=20_000)
    window.main.map.view.place_clicked.emit("jiayingguan")
    assert window.session.selection.stop == stop_at(window, "jiayingguan")
    assert stop_list(window, 2).currentIndex().row() == 1
    window.session.point_at_place(PlaceId("yuntaishan"))
    answers: list[Any] = []
    qtbot.waitUntil(lambda: window.main.map.view.is_settled, timeout=20_000)
    script = "document.querySelector('.is-selected')?.dataset.id ?? ''"
    window.main.map.view.page.runJavaScript(script, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=5_000)
    assert answers == ["yuntaishan"]


def test_the_window_has_the_focus_of_its_application(window: Window, qapp: QApplication) -> None:
    assert QGuiApplication.focusWindow() is not None
    assert window.main.isActiveWindow()


def test_a_long_name_of_a_trip_ends_in_dots_until_it_is_edited(window: Window) -> None:
    field = window.main.header.findChild(NameField)
    assert isinstance(field, NameField)
    long = "Mountains, tai chi and the Yellow River, with everybody " * 3
    window.edits.rename(long)
    assert field.shown.endswith("…")
    assert field.text().startswith(field.shown.removesuffix("…"))
    field.setFocus()
    QApplication.processEvents()
    assert field.shown == field.text() == long.strip()
