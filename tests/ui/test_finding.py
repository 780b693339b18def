"""Finding places: typing, themes, wishes, and what a click on a row does."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton

from jz_travel.domain.places import PlaceId
from jz_travel.ui.app import Window
from jz_travel.ui.parts.chips import ChipRow
from jz_travel.ui.session import Selection
from tests.ui.hands import (
    click,
    column,
    day_id,
    found,
    looks_for,
    place_list,
    press,
    row_of,
    search_field,
    stops_of,
    types,
)

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def presses_chip(window: Window, theme: str) -> None:
    chips = window.main.places.findChild(ChipRow).findChildren(QAbstractButton)
    next(each for each in chips if each.text() == theme).click()


def test_three_letters_find_yuntaishan_and_enter_opens_it(window: Window) -> None:
    looks_for(window, "yts")
    assert found(window)[0] == "yuntaishan"
    press(window, Qt.Key.Key_Return)
    assert window.main.details.isVisible()
    assert window.main.details.place == "yuntaishan"
    assert window.session.selection.place == "yuntaishan"


def test_enter_does_not_wait_for_the_pause_of_typing(window: Window) -> None:
    press(window, Qt.Key.Key_F, CTRL)
    types(search_field(window), "嘉应观")
    press(window, Qt.Key.Key_Return)
    assert window.main.details.place == "jiayingguan"


def test_the_arrow_leads_from_the_search_into_the_list(window: Window) -> None:
    looks_for(window, "云台")
    press(window, Qt.Key.Key_Down)
    assert place_list(window).hasFocus()
    assert window.session.selection.place == found(window)[0]
    press(window, Qt.Key.Key_Return)
    assert window.main.details.place == found(window)[0]


def test_escape_empties_the_search(window: Window, qtbot: Any) -> None:
    everything = len(found(window))
    looks_for(window, "嘉应观")
    assert len(found(window)) < everything
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(found(window)) == everything, timeout=2_000)
    assert search_field(window).text() == ""


def test_escape_leads_from_the_details_back_to_the_list(window: Window) -> None:
    window.main.left.show_details("yuntaishan")
    window.main.details._back.setFocus()
    press(window, Qt.Key.Key_Escape)
    assert window.main.places.isVisible()


def test_what_nobody_knows_is_said_to_be_not_found(window: Window) -> None:
    looks_for(window, "qqqqqq")
    assert found(window) == []
    assert window.main.places._nothing.isVisible()


def test_a_theme_leaves_only_what_belongs_to_it(window: Window) -> None:
    presses_chip(window, "太极")
    assert "chenjiagou" in found(window)
    assert "yuntaishan" not in found(window)
    presses_chip(window, "全部")
    assert "yuntaishan" in found(window)


def test_the_map_is_told_nothing_else_than_the_list_shows(window: Window) -> None:
    told: list[Any] = []
    window.main.places.found.connect(told.append)
    looks_for(window, "yts")
    assert list(told[-1]) == found(window)


def test_wished_places_are_kept_together(window: Window) -> None:
    window.edits.toggle_wish(PlaceId("qingtianhe"))
    window.main.places._wished.click()
    assert found(window) == ["qingtianhe"]
    window.edits.toggle_wish(PlaceId("qingtianhe"))
    assert found(window) == []
    press(window, Qt.Key.Key_F, CTRL)
    assert len(found(window)) > 60


def test_a_click_on_a_place_opens_it_and_a_click_on_its_plus_only_adds_it(window: Window) -> None:
    places = place_list(window)
    index = places.model().index(row_of(places, "qingtianhe"), 0)
    window.session.point(Selection(day=day_id(window, 2)))
    add, heart = window.main.places._delegate._buttons(places.visualRect(index))
    click(places, index, add.center())
    assert stops_of(window.session.trip)[1][-1] == "qingtianhe"
    assert not window.main.details.isVisible()
    click(places, index, heart.center())
    assert not window.main.details.isVisible()
    click(places, index, places.visualRect(index).topLeft() + QPoint(90, 20))
    assert window.main.details.place == "qingtianhe"


def test_control_and_enter_add_the_selected_place_to_the_selected_day(window: Window) -> None:
    window.session.point(Selection(PlaceId("qingtianhe"), day=day_id(window, 2)))
    press(window, Qt.Key.Key_Return, CTRL)
    assert stops_of(window.session.trip)[1][-1] == "qingtianhe"


def test_add_a_place_on_a_day_leads_to_the_search_and_adds_there(window: Window) -> None:
    column(window, 2)._add.click()
    assert search_field(window).hasFocus()
    window.main.places.add_wanted.emit("qingtianhe")
    assert stops_of(window.session.trip)[1][-1] == "qingtianhe"
