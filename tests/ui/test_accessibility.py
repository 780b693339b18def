"""Everything that can have the keyboard says what it is, in Chinese and in English, and Tab gets there."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from jz_travel.store.settings import Settings
from jz_travel.ui.app import Window
from tests.gallery.scene import Scene, open_beside
from tests.gallery.views import every_view
from tests.ui.hands import Opener, can_have_the_keyboard, first_trip, name_of, search_field, stop_at, unnamed

ROLE = QAccessible.Role
CONTROLS = (
    QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QPlainTextEdit, QAbstractSlider,
)  # fmt: skip
ROLES = {ROLE.Button, ROLE.ButtonDropDown, ROLE.ButtonMenu, ROLE.CheckBox, ROLE.RadioButton, ROLE.EditableText,
         ROLE.ComboBox, ROLE.SpinBox, ROLE.List, ROLE.Table, ROLE.Tree, ROLE.Slider, ROLE.PageTab}  # fmt: skip
SLOW = ("variants", "print_preview")  # they have tests of their own


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


def controls_of(window: QWidget) -> list[QWidget]:
    """What a visitor sees and can do something with; not the parts that Qt makes a control of."""
    found = [each for each in window.findChildren(QWidget) if isinstance(each, CONTROLS) and each.isVisible()]
    inner = (QAbstractSpinBox, QComboBox)
    return [each for each in found
            if not isinstance(each, QScrollBar | QHeaderView) and not each.objectName().startswith("qt_")
            and not isinstance(each.parent(), inner)]  # fmt: skip


def role_of(widget: QWidget) -> QAccessible.Role:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.role() if found else ROLE.NoRole


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_control_of_every_view_says_what_it_is(language: Any, open_window: Opener, tmp_path: Path) -> None:
    window = open_window(Settings(language=language, theme="light"))
    scene = Scene(window, tmp_path, draws_map=False)
    nameless: dict[str, list[str]] = {}
    seen = 0
    for name, view in every_view().items():
        if name in SLOW:
            continue
        scene.tidy()
        view(scene)
        scene.settle()
        controls = [each for shown in (window.main, *open_beside(window.main)) for each in controls_of(shown)]
        seen += len(controls)
        wrong = [f"{type(each).__name__} in {type(each.parent()).__name__}, {role_of(each)}, “{name_of(each)}”"
                 for each in controls if not name_of(each) or role_of(each) not in ROLES]  # fmt: skip
        if wrong:
            nameless[name] = sorted(set(wrong))
    scene.tidy()
    assert nameless == {}
    assert seen > 1000


@pytest.mark.parametrize("view", ["sample", "plan_unfolded", "stop_editor", "statistics_years", "own_place", "trips"])
@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_where_the_keyboard_is_can_be_seen(view: str, theme: Any, open_window: Opener, tmp_path: Path) -> None:
    window = open_window(Settings(language="en", theme=theme))
    window.main.resize(1600, 1000)
    scene = Scene(window, tmp_path, draws_map=False)
    every_view()[view](scene)
    scene.settle()
    shown = (*open_beside(window.main), window.main)[0]
    unseen = []
    for each in controls_of(shown):
        if not can_have_the_keyboard(each) or each.visibleRegion().isEmpty() or not each.isEnabled():
            continue
        each.clearFocus()
        before = each.grab().toImage()
        each.setFocus(Qt.FocusReason.TabFocusReason)
        if each.grab().toImage() == before:
            unseen.append(f"{type(each).__name__} “{name_of(each)}”")
    scene.tidy()
    assert unseen == []


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
