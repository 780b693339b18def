"""Dragging, with the events that a hand on a mouse makes; and its twins without dragging."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QLabel, QMenu, QPlainTextEdit

from jz_travel.domain.places import PlaceId
from jz_travel.ui.app import Window
from jz_travel.ui.days.note import DayNoteDialog
from tests.ui.hands import (
    after_last,
    before_row,
    column,
    day_id,
    drag,
    mime_of,
    place_list,
    press,
    row_of,
    stop_at,
    stop_list,
    stops_of,
)

FIRST = [["yuntaishan"], ["chenjiagou", "jiayingguan"]]


def test_a_place_is_dragged_between_two_stops(window: Window) -> None:
    places, day = place_list(window), stop_list(window, 2)
    assert drag(day, mime_of(places, row_of(places, "qingtianhe")), before_row(day, 1))
    assert stops_of(window.session.trip) == [["yuntaishan"], ["chenjiagou", "qingtianhe", "jiayingguan"]]
    window.session.undo_stack.undo()
    assert stops_of(window.session.trip) == FIRST


def test_a_place_let_go_below_the_last_stop_comes_last(window: Window) -> None:
    places, day = place_list(window), stop_list(window, 1)
    assert drag(day, mime_of(places, row_of(places, "qingtianhe")), after_last(day))
    assert stops_of(window.session.trip)[0] == ["yuntaishan", "qingtianhe"]


def test_a_place_can_be_let_go_on_the_head_of_a_day(window: Window) -> None:
    places = place_list(window)
    assert drag(column(window, 1), mime_of(places, row_of(places, "qingtianhe")), QPoint(60, 20))
    assert stops_of(window.session.trip)[0] == ["yuntaishan", "qingtianhe"]


def test_a_place_can_be_let_go_on_an_empty_day(window: Window) -> None:
    window.edits.add_day()
    places, empty = place_list(window), column(window, 3)
    assert drag(empty, mime_of(places, row_of(places, "qingtianhe")), empty.rect().center())
    assert stops_of(window.session.trip)[2] == ["qingtianhe"]


def test_a_stop_is_dragged_to_another_day_and_back(window: Window) -> None:
    one, two = stop_list(window, 1), stop_list(window, 2)
    stop = stop_at(window, "chenjiagou")
    assert drag(one, mime_of(two, 0), before_row(one, 0))
    assert stops_of(window.session.trip) == [["chenjiagou", "yuntaishan"], ["jiayingguan"]]
    assert drag(two, mime_of(one, 0), after_last(two))
    assert stops_of(window.session.trip) == [["yuntaishan"], ["jiayingguan", "chenjiagou"]]
    assert stop_at(window, "chenjiagou") == stop


def test_a_stop_is_dragged_past_its_neighbour(window: Window) -> None:
    day = stop_list(window, 2)
    assert drag(day, mime_of(day, 1), before_row(day, 0))
    assert stops_of(window.session.trip)[1] == ["jiayingguan", "chenjiagou"]


def test_a_stop_let_go_where_it_was_changes_nothing(window: Window) -> None:
    day = stop_list(window, 2)
    drag(day, mime_of(day, 0), before_row(day, 0))
    drag(day, mime_of(day, 0), before_row(day, 1))
    assert stops_of(window.session.trip) == FIRST
    assert window.session.undo_stack.count() == 0


def test_the_card_that_is_dragged_leaves_the_way_to_it_behind(window: Window) -> None:
    day = stop_list(window, 2)
    row = day.model().index(1, 0)
    whole, seen = day.visualRect(row), day.picture_of(row).deviceIndependentSize()
    assert 0 < seen.height() < whole.height() - day.fontMetrics().height()
    assert 0 < seen.width() < whole.width()


def test_a_stop_dragged_to_the_places_is_kept_for_later(window: Window) -> None:
    places = place_list(window)
    assert drag(places, mime_of(stop_list(window, 2), 0), places.viewport().rect().center())
    assert stops_of(window.session.trip) == [["yuntaishan"], ["jiayingguan"]]
    assert window.session.trip.wishes == ("chenjiagou",)


def test_a_place_dragged_onto_the_places_goes_nowhere(window: Window) -> None:
    places = place_list(window)
    assert not drag(places, mime_of(places, 0), places.viewport().rect().center())
    assert stops_of(window.session.trip) == FIRST


def test_a_day_shows_that_it_would_take_a_place(window: Window, qapp: Any) -> None:
    day, carried = stop_list(window, 1), mime_of(place_list(window), 0)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    qapp.sendEvent(day.viewport(), QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, carried, left, none))
    assert column(window, 1).property("dropping") is True
    qapp.sendEvent(day.viewport(), QDragLeaveEvent())
    assert column(window, 1).property("dropping") is False


# The twins


@pytest.mark.parametrize(
    ("place", "key", "expected"),
    [
        ("jiayingguan", Qt.Key.Key_Up, [["yuntaishan"], ["jiayingguan", "chenjiagou"]]),
        ("chenjiagou", Qt.Key.Key_Down, [["yuntaishan"], ["jiayingguan", "chenjiagou"]]),
        ("chenjiagou", Qt.Key.Key_Left, [["yuntaishan", "chenjiagou"], ["jiayingguan"]]),
        ("yuntaishan", Qt.Key.Key_Right, [[], ["chenjiagou", "jiayingguan", "yuntaishan"]]),
        ("yuntaishan", Qt.Key.Key_Left, FIRST),
        ("jiayingguan", Qt.Key.Key_Down, FIRST),
    ],
)
def test_alt_and_an_arrow_move_a_stop(place: str, key: Qt.Key, expected: list[list[str]], window: Window) -> None:
    number = 1 if place == "yuntaishan" else 2
    stop_list(window, number).setFocus()
    stop = stop_at(window, place)
    window.session.point_at_stop(stop)
    press(window, key, Qt.KeyboardModifier.AltModifier)
    assert stops_of(window.session.trip) == expected
    assert window.session.selection.stop == stop


def test_a_stop_can_be_moved_again_and_again_with_the_keyboard(window: Window) -> None:
    """The keyboard stays with the stop, on whatever day it is."""
    alt = Qt.KeyboardModifier.AltModifier
    stop_list(window, 2).setFocus()
    window.session.point_at_stop(stop_at(window, "jiayingguan"))
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Up):
        press(window, key, alt)
    assert stops_of(window.session.trip) == [["yuntaishan"], ["jiayingguan", "chenjiagou"]]


def test_delete_takes_a_stop_out_and_offers_to_undo_it(window: Window) -> None:
    stop_list(window, 2).setFocus()
    window.session.point_at_stop(stop_at(window, "chenjiagou"))
    press(window, Qt.Key.Key_Delete)
    assert stops_of(window.session.trip) == [["yuntaishan"], ["jiayingguan"]]
    assert "陈家沟" in window.main.notices.text
    window.main.notices._do.click()
    assert stops_of(window.session.trip) == FIRST
    assert window.main.notices.text == ""


def test_control_and_h_keeps_a_stop_for_later(window: Window) -> None:
    stop_list(window, 2).setFocus()
    window.session.point_at_stop(stop_at(window, "chenjiagou"))
    press(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert window.session.trip.wishes == ("chenjiagou",)


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def entry(menu: QMenu, text: str) -> Any:
    return next(action for action in menu.actions() if text in action.text())


def test_the_menu_of_a_place_adds_it_to_any_day(window: Window) -> None:
    menu = window.main._menus.place_menu(PlaceId("qingtianhe"))
    assert [text for text in texts(menu) if "第" in text][:2] == texts(menu)[:2]
    menu.actions()[1].trigger()
    assert stops_of(window.session.trip)[1] == ["chenjiagou", "jiayingguan", "qingtianhe"]


def test_the_menu_of_a_stop_moves_it_to_any_other_day(window: Window) -> None:
    stop = stop_at(window, "chenjiagou")
    window.session.point_at_stop(stop)
    menu = window.main._menus.stop_menu(stop)
    move = next(action.menu() for action in menu.actions() if action.menu() is not None)
    assert [action.isEnabled() for action in move.actions()] == [True, False]
    move.actions()[0].trigger()
    assert stops_of(window.session.trip) == [["yuntaishan", "chenjiagou"], ["jiayingguan"]]


def test_the_menu_of_a_day_says_where_the_night_is_spent(window: Window) -> None:
    menu = window.main._menus.day_menu(day_id(window, 1))
    nights = entry(menu, window.look.words.say("Night after this day")).menu()
    chosen = [action.text() for action in nights.actions() if action.isChecked()]
    assert chosen == [window.look.words.name(window.session.catalogue[PlaceId("stay_city")])]
    name = window.look.words.name(window.session.catalogue[PlaceId("stay_xiuwu")])
    entry(nights, name).trigger()
    assert [day.lodging for day in window.session.trip.days] == ["stay_xiuwu", "stay_city"]


def test_the_menus_of_the_first_and_the_last_day_say_where_the_trip_begins_and_ends(window: Window) -> None:
    say = window.look.words.say
    first, last = (window.main._menus.day_menu(day_id(window, number)) for number in (1, 2))
    assert say("Trip begins at") in texts(first)
    assert say("Trip ends at") not in texts(first)
    entry(entry(last, say("Trip ends at")).menu(), "焦作站").trigger()
    assert window.session.trip.departure == "jiaozuo_rail"


def test_what_a_visitor_notes_for_a_day_stands_on_it_until_undone(window: Window) -> None:
    say = window.look.words.say
    day = day_id(window, 1)
    entry(window.main._menus.day_menu(day), say("Note for this day …")).trigger()
    dialog = window.main.findChild(DayNoteDialog)
    dialog.findChild(QPlainTextEdit).setPlainText("带身份证。\nMeet Wei at the gate.\n")
    dialog.accept()
    assert window.session.trip.day(day).note == "带身份证。\nMeet Wei at the gate."
    assert "带身份证。 Meet Wei at the gate." in [each.text() for each in window.main.findChildren(QLabel)]
    assert window.session.undo_stack.undoText() == say("Note for day {n}", n=1)
    window.session.undo_stack.undo()
    assert window.session.trip.day(day).note == ""


def test_the_menu_of_a_day_moves_and_removes_it(window: Window) -> None:
    say = window.look.words.say
    entry(window.main._menus.day_menu(day_id(window, 1)), say("Move day later")).trigger()
    assert stops_of(window.session.trip) == FIRST[::-1]
    entry(window.main._menus.day_menu(day_id(window, 1)), say("Remove this day")).trigger()
    assert stops_of(window.session.trip) == [["yuntaishan"]]
    assert set(window.session.trip.wishes) == {"chenjiagou", "jiayingguan"}
    assert window.main.notices.text
