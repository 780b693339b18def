"""Everything that can have the keyboard says what it is, in both languages, and Tab gets there."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QAbstractSpinBox, QDialog, QLineEdit, QScrollArea, QWidget

from jz_travel.store.settings import Settings
from jz_travel.ui.app import Window
from tests.ui.hands import Opener, first_trip, search_field, stop_at


def name_of(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    said = found.text(QAccessible.Text.Name) if found else ""
    return said.strip()


def can_have_the_keyboard(widget: QWidget) -> bool:
    inner = isinstance(widget, QLineEdit) and isinstance(widget.parent(), QAbstractSpinBox)
    inner |= isinstance(widget.parent(), QWebEngineView)  # the page names its own parts
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and not inner


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_whatever_can_have_the_keyboard_has_a_name(language: Any, open_window: Opener, qapp: Any) -> None:
    open_window.keep(first_trip())
    window = open_window(Settings(language=language, theme="light"))
    window.main.places._filter_button.setChecked(True)
    nameless = unnamed(window.main)
    window.main._show_stop(stop_at(window, "chenjiagou"))
    qapp.processEvents()
    nameless += unnamed(window.main.details)
    assert nameless == []


@pytest.mark.parametrize("page", ["trips", "keys", "about", "versions"])
def test_whatever_can_have_the_keyboard_on_a_page_has_a_name(page: str, window: Window, qapp: Any) -> None:
    getattr(window.main.actions_, page).trigger()
    qapp.processEvents()
    assert unnamed(window.main.findChild(QDialog)) == []


def unnamed(root: QWidget) -> list[str]:
    widgets = [each for each in root.findChildren(QWidget) if can_have_the_keyboard(each)]
    assert widgets
    return [f"{type(each).__name__} {each.objectName()} in {each.parent()}" for each in widgets if not name_of(each)]


@pytest.mark.map
def test_tab_goes_through_places_map_days_and_the_header(window: Window, qtbot: Any) -> None:
    parts = (window.main.places, window.main.map, window.main.board, window.main.header)
    search_field(window).setFocus()
    qtbot.waitUntil(lambda: window.main.map.view.is_settled, timeout=20_000)
    reached: list[QWidget] = []
    for _ in range(300):  # the map has a stop for each pin
        focused = window.main.focusWidget()
        reached += [part for part in parts if part.isAncestorOf(focused) and part not in reached]
        if len(reached) == len(parts):
            break
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        qtbot.wait(5)  # the page answers from its own process
    assert reached == list(parts)


def test_a_scroll_area_itself_never_has_the_keyboard(window: Window) -> None:
    areas = [each for each in window.main.findChildren(QScrollArea) if type(each).__name__ != "PlaceList"]
    assert [type(each).__name__ for each in areas if each.focusPolicy() & Qt.FocusPolicy.TabFocus] == []


def test_days_and_their_buttons_are_told_apart_by_name(window: Window) -> None:
    from tests.ui.hands import column, stop_list

    names = [name_of(stop_list(window, number)) for number in (1, 2)]
    assert len(set(names)) == 2
    buttons = [name_of(column(window, number)._more) for number in (1, 2)]
    assert len(set(buttons)) == 2
    adds = [name_of(column(window, number)._add) for number in (1, 2)]
    assert len(set(adds)) == 2
