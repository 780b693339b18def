"""Whatever a name holds, it is text: never markup, never a line break, never a window as wide as two."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QMenu, QPlainTextEdit, QWidget

from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.texts import Text
from jz_travel.store.trips import TripDocument
from jz_travel.ui.app import Window
from tests.ui.hands import Opener, cards, first_trip, name_field, place_list, stop_at, stop_list

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "markup": "<h1>云台山</h1><img src=x>",
    "quotes": "\"'`${1}`'\"",
    "lines": "云台山\n第二行\r\n\t第三行",
    "long": "山" * 10_000,
    "right to left": "\u202eexe.gnp\u202c \u0639\u0631\u0628\u0649",
    "ampersand": "Tea & Coffee && Co",
    "placeholder": "{name} %s %1 [*]",
}


@pytest.fixture(params=HOSTILE.values(), ids=HOSTILE.keys())
def hostile(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def town(hostile: str, catalogue: Catalogue, open_window: Opener, monkeypatch: pytest.MonkeyPatch) -> Window:
    """The window of a town where 云台山, and the trip, are called like that."""
    name = Text(hostile, hostile)
    places = [replace(each, name=name, short=name) if each.id == "yuntaishan" else each for each in catalogue]
    monkeypatch.setattr("jz_travel.ui.app.read_catalogue", lambda _: (Catalogue(places, catalogue.sources), ()))
    open_window.keep(first_trip())
    window = open_window()
    window.open_trip._put(TripDocument(first_trip().renamed(hostile)), kept=True)
    return window


def tips(window: Window) -> list[str]:
    said = [widget.toolTip() for widget in window.main.findChildren(QWidget)]
    said += [action.toolTip() for action in window.main.actions() if action.toolTip()]
    for view in (place_list(window), stop_list(window, 1), stop_list(window, 2)):
        rows = range(min(view.model().rowCount(), 30))
        said += [view.model().index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in rows]
    return said


def test_a_hostile_name_is_shown_as_text_everywhere(hostile: str, town: Window, qapp: Any) -> None:
    town.main._show_stop(stop_at(town, "yuntaishan"))
    town.edits.note(stop_at(town, "yuntaishan"), hostile)
    town.edits.remove(stop_at(town, "yuntaishan"))
    assert town.main.notices.text
    town.session.undo_stack.undo()
    qapp.processEvents()
    rich = [label.text() for label in town.main.findChildren(QLabel) if is_rich(label)]
    assert rich == []
    assert [tip for tip in tips(town) if Qt.mightBeRichText(tip) and "&lt;" not in tip and "<" in hostile] == []
    assert town.main.width() <= 1400


def is_rich(label: QLabel) -> bool:
    plain = label.textFormat() == Qt.TextFormat.PlainText
    return not plain and Qt.mightBeRichText(label.text())


def test_a_hostile_name_stays_what_it_is_in_lists_menus_and_title(hostile: str, town: Window) -> None:
    flat = " ".join(hostile.split())
    assert cards(town, 1)[0] == hostile
    assert "\n" not in town.main.windowTitle()
    assert "\n" not in name_field(town).text()
    assert name_field(town).text() == flat[:200]
    menu = town.main._menus.place_menu(PlaceId("yuntaishan"))
    day = town.main._menus.stop_menu(stop_at(town, "yuntaishan"))
    assert max(len(action.text()) for each in (menu, day) for action in each.actions()) < 200
    town.main._show_stop(stop_at(town, "yuntaishan"))
    town.edits.note(stop_at(town, "yuntaishan"), hostile)
    shown = town.main.details.findChild(QPlainTextEdit).toPlainText()
    assert shown.splitlines() == hostile.splitlines()


def test_undo_names_what_it_undoes_in_one_line(hostile: str, town: Window) -> None:
    town.edits.lock(stop_at(town, "yuntaishan"), True)
    text = town.main.actions_.undo.text()
    assert len(text) < 200
    assert "\n" not in text


def test_a_hostile_name_can_be_typed_saved_and_read_again(hostile: str, open_window: Opener) -> None:
    open_window.keep(first_trip())
    window = open_window()
    field = name_field(window)
    field.setFocus()
    field.selectAll()
    field.insert(hostile)
    field.clearFocus()
    expected = " ".join(hostile.split())[:200]
    assert window.session.trip.name == expected
    open_window.close(window)
    assert open_window().session.trip.name == expected


def test_an_ampersand_in_a_name_is_no_key(catalogue: Catalogue, open_window: Opener, monkeypatch: Any) -> None:
    name = Text("Tea & Coffee", "Tea & Coffee")
    places = [replace(each, name=name, short=name) if each.id == "stay_city" else each for each in catalogue]
    monkeypatch.setattr("jz_travel.ui.app.read_catalogue", lambda _: (Catalogue(places, catalogue.sources), ()))
    open_window.keep(first_trip())
    window = open_window()
    menu = window.main._menus.day_menu(window.session.trip.days[0].id)
    submenus = [action.menu() for action in menu.actions() if isinstance(action.menu(), QMenu)]
    texts = [action.text() for each in submenus for action in each.actions()]
    assert "Tea && Coffee" in texts
