"""Layers a visitor switches, measuring, and other grounds, in the map's own page."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jz_travel.mapping.captions import captions
from jz_travel.ui.web.flags import set_chromium_flags
from jz_travel.ui.web.scheme import Answer, register_scheme
from jz_travel.words import Words

set_chromium_flags()
register_scheme()

from jz_travel.ui.map.view import MapView  # noqa: E402  # after the scheme, as in the program
from jz_travel.ui.style.theme import read_theme  # noqa: E402
from tests.ui.map_visitor import AROUND, OVERLAPS, TWO_DAYS, Visitor  # noqa: E402

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2", "Failed to create RHI", "GPUInfo not initialized")
THEMES = {
    "嘉应观": ["yellow_river", "heritage"],
    "陈家沟": ["tai_chi", "heritage"],
    "云台山": ["nature"],
    "焦作站": None,
}
PLACES = [{**place, "themes": THEMES.get(place["id"], [])} for place in AROUND]
LAYERS = {
    "themes": [{"id": "tai_chi", "name": "太极"}, {"id": "nature", "name": "山水"}],
    "areas": [{"id": "云台山", "ring": [[35.40, 113.33], [35.40, 113.44], [35.48, 113.44], [35.48, 113.33]]}],
}
LOAD = {
    "levels": {"嘉应观": 4, "云台山": 3, "陈家沟": 1}, "names": ["冷清", "热闹", "繁忙", "拥挤"],
    "texts": ["10月1日：冷清（估算）", "10月1日：热闹（估算）", "10月1日：繁忙（估算）", "10月1日：拥挤（估算）"],
    "note": "估算",
}  # fmt: skip
ONLINE = {"id": "somewhere", "name": "Somewhere", "credit": "© Somebody", "layers": ["jz://app/shown/{z}/{x}/{y}"]}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept pages")


@pytest.fixture
def visitor(qtbot: Any, kept: Path) -> Iterator[Visitor]:
    errors: list[str] = []
    picture = (
        Path(__file__).parents[2] / "assets" / "web" / "leaflet" / "LICENSE"
    )  # any bytes: nothing is a picture here
    routes = {"shown": lambda words: Answer("image/png", picture.read_bytes())}
    view = MapView(read_theme("light"), "zh-Hans", captions(Words("zh-Hans")), kept, routes)
    view.console_error.connect(errors.append)
    view.resize(1280, 800)
    view.show_places(PLACES)
    view.show_layers(LAYERS)
    with qtbot.waitSignal(view.ready, timeout=30_000):
        view.show()
    someone = Visitor(view, qtbot)
    someone.settle()
    yield someone
    assert errors == []
    assert view.profile.guard.refused == []
    view.close()
    shiboken6.delete(view)


def switch(visitor: Visitor, name: str, on: bool) -> None:
    visitor.asks(f"(jzMap.turn({json.dumps(name)}, {json.dumps(on)}), 1)")


def on_map(visitor: Visitor) -> set[str]:
    """Places that have a pin or a dot."""
    return set(visitor.asks("jzMap.groupsOfPlaces.flatMap((group) => group.places.map((place) => place.id))"))


def test_a_theme_leaves_the_places_of_that_theme_and_the_stations(visitor: Visitor) -> None:
    switch(visitor, "theme:tai_chi", True)
    assert on_map(visitor) == {"陈家沟", "焦作站"}
    assert "陈家沟" in visitor.pins()
    switch(visitor, "theme:nature", True)
    assert on_map(visitor) == {"陈家沟", "云台山", "焦作站"}
    switch(visitor, "theme:tai_chi", False)
    switch(visitor, "theme:nature", False)
    assert len(on_map(visitor)) > 10


def test_a_kind_that_is_switched_off_is_gone_and_the_program_hears_of_it(visitor: Visitor, qtbot: Any) -> None:
    with qtbot.waitSignal(visitor.view.switched) as heard:
        switch(visitor, "group:transport", False)
    assert heard.args == ["group:transport", False]
    assert visitor.view.switches == {"group:transport": False}
    assert "焦作站" not in on_map(visitor)


def test_a_page_that_starts_over_remembers_what_was_switched(visitor: Visitor, qtbot: Any) -> None:
    switch(visitor, "group:transport", False)
    qtbot.waitUntil(lambda: visitor.view.switches == {"group:transport": False})
    with qtbot.waitSignal(visitor.view.ready, timeout=20_000):
        visitor.view.start_over()
    visitor.settle()
    assert "焦作站" not in on_map(visitor)


def test_a_day_of_the_trip_can_be_hidden_until_another_trip_is_opened(visitor: Visitor) -> None:
    visitor.view.show_trip({**TWO_DAYS, "id": "one"})
    visitor.settle()
    legs = "document.querySelectorAll('path.jz-leg').length"
    both = visitor.asks(legs)
    switch(visitor, "day:1", False)
    assert 0 < visitor.asks(legs) < both
    visitor.view.show_trip({**TWO_DAYS, "id": "another"})
    visitor.settle()
    assert visitor.asks(legs) == both


def test_how_full_a_place_may_be_is_shown_by_bars_and_said_to_a_screen_reader(visitor: Visitor) -> None:
    visitor.view.show_load(LOAD)
    visitor.settle()
    assert visitor.asks("document.querySelectorAll('.jz-pin .jz-load').length") == 0
    switch(visitor, "load", True)
    shown = """Object.fromEntries([...document.querySelectorAll('.jz-pin:has(.jz-load)')].map((pin) =>
        [pin.dataset.id, pin.querySelectorAll('.jz-load-bar:not(.is-empty)').length]))"""
    assert visitor.asks(shown) == {"嘉应观": 4, "云台山": 3}  # a quiet place carries no sign
    label = visitor.asks("document.querySelector('.jz-pin[data-id=\"嘉应观\"]').getAttribute('aria-label')")
    assert label.endswith("10月1日：拥挤（估算）")


def test_an_area_is_a_soft_outline_from_near(visitor: Visitor) -> None:
    outlines = "document.querySelectorAll('path.jz-area').length"
    visitor.looks_at(35.42, 113.38, 8)
    assert visitor.asks(outlines) == 0
    visitor.looks_at(35.42, 113.38, 11)
    assert visitor.asks(outlines) == 1
    switch(visitor, "ground:areas", False)
    assert visitor.asks(outlines) == 0


def test_the_panel_is_reached_and_left_with_keys(visitor: Visitor) -> None:
    page = visitor.view.focusProxy().focusProxy()
    visitor.asks("(jzMap.controls.toggle.focus(), 1)")
    QTest.keyClick(page, Qt.Key.Key_Return)
    opened = "jzMap.controls.toggle.getAttribute('aria-expanded')"
    visitor.qtbot.waitUntil(lambda: visitor.asks(opened) == "true")
    unnamed = """[...document.querySelectorAll('.jz-legend :is(input, button, summary)')]
        .filter((one) => !(one.closest('label') ?? one).textContent.trim()).length"""
    assert visitor.asks(unnamed) == 0
    visitor.asks("(document.querySelector('.jz-theme').focus(), 1)")
    QTest.keyClick(page, Qt.Key.Key_Return)
    visitor.qtbot.waitUntil(lambda: visitor.asks("document.activeElement.getAttribute('aria-pressed')") == "true")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    visitor.qtbot.waitUntil(lambda: visitor.asks(opened) == "false")
    assert visitor.asks("document.activeElement === jzMap.controls.toggle")


@pytest.mark.parametrize("zoom", range(8, 14))
def test_no_name_covers_another_with_every_layer_on(visitor: Visitor, zoom: int) -> None:
    visitor.view.show_trip(TWO_DAYS)
    visitor.view.highlight_day(2)
    visitor.view.show_load({**LOAD, "levels": {place["id"]: 4 for place in PLACES}})
    visitor.view.switch({"load": True, "ground:belts": True})
    visitor.settle()
    for lat, lon in ((35.3, 113.25), (35.0, 113.1), (35.45, 113.38)):
        visitor.looks_at(lat, lon, zoom)
        assert visitor.asks(OVERLAPS) == []


def test_a_distance_is_measured_from_the_place_under_the_finger(visitor: Visitor, qtbot: Any) -> None:
    visitor.looks_at(35.2, 113.3, 10)
    visitor.clicks('.jz-bar [aria-label="测量距离"]')
    visitor.clicks_on_pin("嘉应观")
    with qtbot.waitSignal(visitor.view.measured, check_params_cb=lambda points: len(points) == 2) as asked:
        visitor.clicks_on_pin("云台山")
    assert asked.args[0] == [[35.012, 113.535, 200], [35.421, 113.427, 700]]
    visitor.view.show_measured(
        {"count": 2, "total": "直线 46.4 公里", "sure": "可能相差 730 米", "parts": ["46.4 公里"]}
    )
    visitor.settle()
    said = "document.querySelector('.jz-measure [role=status]').textContent"
    assert visitor.asks(said) == "直线 46.4 公里可能相差 730 米"
    assert visitor.asks("jzMap.card.place") is None


def test_an_answer_to_fewer_points_comes_too_late(visitor: Visitor) -> None:
    visitor.asks(
        "(jzMap.measure.turn(true), [35, 35.1, 35.2].forEach((lat) => jzMap.measure.add(L.latLng(lat, 113))), 1)"
    )
    visitor.view.show_measured({"count": 2, "total": "11 km", "sure": "", "parts": ["11 km"]})
    visitor.settle()
    assert "11" not in visitor.asks("document.querySelector('.jz-measure').textContent")


def test_a_distance_is_measured_with_keys_alone(visitor: Visitor, qtbot: Any) -> None:
    page = visitor.view.focusProxy().focusProxy()
    visitor.asks("(jzMap.measure.turn(true), jzMap.map.getContainer().focus(), 1)")
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: visitor.asks("jzMap.measure.points.length") == 1)
    visitor.asks("(jzMap.map.panBy([0, 200], {animate: false}), 1)")
    with qtbot.waitSignal(visitor.view.measured):
        QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: visitor.asks("jzMap.measure.points.length") == 1)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: visitor.asks("jzMap.measure.on") is False)


def test_a_press_on_the_panel_of_layers_or_of_measuring_is_no_press_on_the_map(visitor: Visitor) -> None:
    visitor.asks("(jzMap.controls.unfold(true), 1)")
    visitor.clicks(".jz-theme")
    visitor.qtbot.waitUntil(lambda: visitor.asks("jzMap.switches.themes().length") == 1)
    assert visitor.asks("jzMap.controls.opened")
    visitor.asks("(jzMap.controls.fold(), jzMap.measure.turn(true), jzMap.measure.add(L.latLng(35, 113)), 1)")
    visitor.clicks(".jz-measure-tools .jz-tool")
    visitor.qtbot.waitUntil(lambda: visitor.asks("jzMap.measure.points.length") == 0)


def test_a_ground_that_answers_covers_the_offline_names_and_one_that_does_not_leaves_them(visitor: Visitor) -> None:
    names = "document.querySelectorAll('.jz-name').length"
    before = visitor.asks(names)
    visitor.view.show_bases([{"id": "offline", "name": "Offline", "layers": []}, ONLINE], "somewhere")
    visitor.settle()
    assert before > 0
    assert visitor.asks(names) == 0
    assert "© Somebody" in visitor.asks("document.querySelector('.jz-credit').textContent")
    visitor.view.base_works(False)
    visitor.settle()
    assert visitor.asks(names) > 0
    assert "© Somebody" not in visitor.asks("document.querySelector('.jz-credit').textContent")


def test_the_ground_is_chosen_in_the_panel(visitor: Visitor, qtbot: Any) -> None:
    visitor.view.show_bases([{"id": "offline", "name": "Offline", "layers": []}, ONLINE], "offline")
    visitor.settle()
    visitor.asks("(jzMap.controls.panel.open.add('base'), jzMap.controls.unfold(true), 1)")
    with qtbot.waitSignal(visitor.view.base_chosen) as chosen:
        visitor.asks("(document.querySelector('input[data-name=\"base somewhere\"]').click(), 1)")
    assert chosen.args == ["somewhere"]
    with qtbot.waitSignal(visitor.view.bases_wanted):
        visitor.asks("(document.querySelector('.jz-more-maps').click(), 1)")
