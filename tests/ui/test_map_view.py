"""The map in its widget: what a visitor sees and clicks, and what the program hears of it."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from jz_travel.mapping.captions import captions
from jz_travel.mapping.ground import HOME
from jz_travel.ui.web.flags import set_chromium_flags
from jz_travel.ui.web.scheme import register_scheme
from jz_travel.words import Words

set_chromium_flags()
register_scheme()

from jz_travel.ui.map.view import MapView  # noqa: E402  # after the scheme, as in the program
from jz_travel.ui.style.theme import read_theme  # noqa: E402
from jz_travel.ui.web.guard import GuardedPage  # noqa: E402
from tests.ui.map_visitor import AROUND, OVERLAPS, TWO_DAYS, WHERE, Visitor, a_day, a_place  # noqa: E402

# Without a screen there is no GPU, and Qt says so.
pytestmark = pytest.mark.qt_log_ignore("QRhiGles2", "Failed to create RHI", "GPUInfo not initialized")
SIZE = (1280, 800)
HOSTILE = [
    "<script>window.stolen = 1</script>",
    "<img src=x onerror='window.stolen = 1'>",
    "${window.stolen = 1}",
    "`${window.stolen = 1}`",
    "\u202egnp.exe\u202c",
    "\u0000\u0007\ufeff",
    "山" * 10_000,
    "x" * 10_000,
    "{{ 7 * 7 }} {% raw %}",
    "'); window.stolen = 1; ('",
]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept pages")


@pytest.fixture
def visitor(qtbot: Any, kept: Path) -> Iterator[Visitor]:
    """A map in Chinese and daylight; afterwards: not one refused or unanswered request, not one error."""
    errors: list[str] = []
    view = MapView(read_theme("light"), "zh-Hans", captions(Words("zh-Hans")), kept)
    view.console_error.connect(errors.append)
    view.resize(*SIZE)
    view.show_places(AROUND)
    with qtbot.waitSignal(view.ready, timeout=30_000):
        view.show()
    someone = Visitor(view, qtbot)
    someone.settle()
    yield someone
    assert errors == []
    assert view.profile.guard.refused == []
    assert view.profile.handler.missing == []
    view.close()
    shiboken6.delete(view)


def test_the_map_opens_with_its_places(visitor: Visitor) -> None:
    assert {"云台山", "青天河", "嘉应观"} <= set(visitor.pins())


def test_sights_inside_yuntaishan_wait_for_a_closer_look(visitor: Visitor) -> None:
    visitor.looks_at(35.42, 113.38, 9)
    assert "红石峡" not in visitor.pins()
    visitor.looks_at(35.42, 113.38, 12)
    assert {"云台山", "红石峡", "百家岩"} <= set(visitor.pins())


def test_a_click_on_a_pin_opens_its_card_and_tells_the_program(visitor: Visitor, qtbot: Any) -> None:
    with qtbot.waitSignal(visitor.view.place_clicked) as clicked:
        visitor.clicks_on_pin("嘉应观")
    assert clicked.args == ["嘉应观"]
    assert visitor.asks("document.querySelector('.jz-card h2').textContent") == "嘉应观"


def test_the_buttons_of_the_card_reach_the_program(visitor: Visitor, qtbot: Any) -> None:
    visitor.view.select("嘉应观", card=True)
    visitor.settle()
    with qtbot.waitSignal(visitor.view.add_requested) as added:
        visitor.clicks(".jz-main")
    with qtbot.waitSignal(visitor.view.details_requested) as asked:
        visitor.clicks(".jz-second")
    assert (added.args, asked.args) == (["嘉应观"], ["嘉应观"])


def test_a_place_chosen_in_the_list_is_marked_on_the_map_and_brought_into_view(visitor: Visitor) -> None:
    visitor.looks_at(35.42, 113.38, 12)
    visitor.view.select("嘉应观")
    visitor.settle()
    marked = "[...document.querySelectorAll('.is-selected')].map((pin) => pin.dataset.id)"
    visitor.qtbot.waitUntil(lambda: visitor.asks(marked) == ["嘉应观"], timeout=5_000)
    visitor.view.select(None)
    visitor.settle()
    assert visitor.asks(marked) == []


def test_choosing_a_place_in_the_list_is_not_reported_back_as_a_click(visitor: Visitor, qtbot: Any) -> None:
    with qtbot.assertNotEmitted(visitor.view.place_clicked, wait=150):
        visitor.view.select("青天河")
        visitor.settle()


def test_a_sight_without_a_position_is_marked_at_the_area_around_it(visitor: Visitor) -> None:
    visitor.view.select("茱萸峰")
    visitor.settle()
    assert visitor.asks("document.querySelector('.is-selected').dataset.id") == "云台山"


def test_the_card_of_an_area_names_the_sights_inside_it(visitor: Visitor) -> None:
    visitor.view.select("云台山", card=True)
    visitor.settle()
    chips = visitor.asks("[...document.querySelectorAll('.jz-chip')].map((chip) => chip.textContent)")
    assert {"红石峡", "茱萸峰"} <= set(chips)


def test_two_gorges_with_one_gate_share_a_pin_and_the_card_offers_both(visitor: Visitor) -> None:
    visitor.looks_at(35.46, 113.35, 13)
    visitor.clicks_on_pin("潭瀑峡")
    chips = "[...document.querySelectorAll('.jz-chip')].map((chip) => chip.textContent)"
    visitor.qtbot.waitUntil(lambda: set(visitor.asks(chips)) == {"潭瀑峡", "泉瀑峡"}, timeout=5_000)


def test_a_click_beside_the_places_closes_the_card(visitor: Visitor, qtbot: Any) -> None:
    visitor.view.select("嘉应观", card=True)
    visitor.settle()
    with qtbot.waitSignal(visitor.view.background_clicked):
        visitor.clicks_at(40, 700)
    assert visitor.asks("document.querySelector('.jz-card') === null || jzMap.card.place === null")


def test_a_position_can_be_picked(visitor: Visitor, qtbot: Any) -> None:
    visitor.looks_at(35.1, 113.0, 11)
    visitor.view.pick_position()
    visitor.settle()
    with qtbot.waitSignal(visitor.view.picked_position) as picked:
        visitor.clicks_at(SIZE[0] // 2, SIZE[1] // 2)
    assert picked.args == pytest.approx([35.1, 113.0], abs=0.005)


def test_the_keyboard_reaches_a_pin_and_opens_its_card(visitor: Visitor, qtbot: Any) -> None:
    visitor.asks("(document.querySelector('.jz-pin[data-id=\"嘉应观\"]').focus(), 1)")
    with qtbot.waitSignal(visitor.view.place_clicked):
        QTest.keyClick(visitor.view.focusProxy().focusProxy(), Qt.Key.Key_Return)
    assert visitor.asks("document.activeElement.className") == "jz-main"
    QTest.keyClick(visitor.view.focusProxy().focusProxy(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: visitor.asks("document.activeElement.dataset.id") == "嘉应观", timeout=5_000)


def test_stops_carry_the_number_and_the_colour_of_their_day(visitor: Visitor) -> None:
    visitor.view.show_trip(TWO_DAYS)
    visitor.settle()
    visitor.looks_at(35.3, 113.25, 12)
    numbers = visitor.asks(
        "[...document.querySelectorAll('.jz-number')].map((one) => [one.textContent, one.style.background])"
    )
    assert ["1", "rgb(0, 114, 178)"] in numbers
    assert any("rgb(230, 159, 0)" in colour for _, colour in numbers)


def test_a_place_of_many_days_has_a_pill_that_leaves_room_for_the_map(visitor: Visitor) -> None:
    visitor.view.show_trip({"days": [a_day(number, "云台山") for number in range(1, 10)]})
    visitor.settle()
    texts = "[...document.querySelectorAll('.jz-number')].map((one) => one.textContent)"
    assert visitor.asks(texts) == ["1", "1", "1", "1", "+5"]
    visitor.view.highlight_day(8)
    visitor.settle()
    faded = "[...document.querySelectorAll('.jz-number')].map((one) => one.classList.contains('is-faded'))"
    assert visitor.asks(faded) == [True, True, True, True, False]


def test_stops_that_lie_close_share_a_pill_until_one_zooms_in(visitor: Visitor) -> None:
    visitor.view.show_trip({"days": [a_day(1, "云台山", "红石峡", "百家岩")]})
    visitor.settle()
    texts = "[...document.querySelectorAll('.jz-number')].map((one) => one.textContent).sort()"
    visitor.looks_at(35.42, 113.38, 8)
    assert visitor.asks(texts) == ["1–3"]
    visitor.looks_at(35.42, 113.38, 13)
    assert visitor.asks(texts) == ["1", "2", "3"]


def test_an_estimate_is_a_broken_curve_and_a_printed_route_a_straight_road(visitor: Visitor) -> None:
    visitor.view.show_trip(TWO_DAYS)
    visitor.settle()
    legs = "(kind) => [...document.querySelectorAll(kind)].map((leg) => leg.getAttribute('stroke-dasharray'))"
    assert None not in visitor.asks(f"({legs})('.jz-casing').filter((dash) => dash) .concat(['end'])")
    points = visitor.asks(
        "jzMap.lines.group.getLayers().map((line) => [line.options.className, line.options.dashArray])"
    )
    estimates = [dash for name, dash in points if name == "jz-leg" and dash]
    assert len(estimates) >= 3


def test_a_day_can_be_brought_forward(visitor: Visitor) -> None:
    visitor.view.show_trip(TWO_DAYS)
    visitor.view.highlight_day(2)
    visitor.settle()
    assert visitor.asks("document.querySelectorAll('.jz-leg.is-faded').length") == 2
    assert visitor.asks("[...document.querySelectorAll('.jz-leg-text')].length") > 0
    visitor.view.highlight_day(None)
    visitor.settle()
    assert visitor.asks("document.querySelectorAll('.is-faded').length") == 0


def test_in_a_shared_pill_only_the_other_days_step_back(visitor: Visitor) -> None:
    visitor.view.show_trip({"days": [a_day(1, "红石峡"), a_day(2, "云台山")]})
    visitor.settle()
    visitor.looks_at(35.42, 113.38, 8)
    visitor.view.highlight_day(2)
    visitor.settle()
    assert visitor.asks("[...document.querySelectorAll('.jz-number.is-faded')].map((one) => one.textContent)") == ["1"]


@pytest.mark.parametrize("planned", [False, True], ids=["no trip", "a trip"])
def test_no_name_covers_another_at_any_zoom(visitor: Visitor, planned: bool) -> None:
    if planned:
        visitor.view.show_trip(TWO_DAYS)
        visitor.view.highlight_day(2)
        visitor.settle()
    for zoom in range(7, 14):
        visitor.looks_at(35.3, 113.25, zoom)
        assert visitor.asks(OVERLAPS) == [], zoom


def test_names_stay_where_they_are_when_the_map_is_moved(visitor: Visitor) -> None:
    amid = """Object.fromEntries(jzMap.symbols.shown.filter(({ symbol }) => {
        const { x, y } = jzMap.map.latLngToContainerPoint([symbol.lat, symbol.lon]);
        return x > 150 && x < innerWidth - 150 && y > 150 && y < innerHeight - 150;
    }).map(({ symbol, option }) => [symbol.key, option.side]))"""
    visitor.looks_at(35.3, 113.25, 11)
    before = visitor.asks(amid)
    visitor.asks("(jzMap.map.panBy([100, 60], {animate: false}), 1)")
    after = visitor.asks(amid)
    still_there = before.keys() & after.keys()
    assert len(still_there) > 5
    assert {name: after[name] for name in still_there} == {name: before[name] for name in still_there}


NARROW = (402, 748)
HEADLINES = {"云台山", "青天河", "神农山", "陈家沟", "嘉应观"}
NAMED = """[...document.querySelectorAll('.jz-pin:has(.jz-label)')].filter((pin) => {
    const { x, y } = pin.getBoundingClientRect();
    return x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight; }).map((pin) => pin.dataset.id)"""
CUT = """[...document.querySelectorAll('.jz-label, .jz-name-text:not([style*=rotate])')].filter((label) => {
    const { left, right, top, bottom } = label.getBoundingClientRect();
    const seen = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
    return seen && (left < 0 || right > innerWidth || top < 0 || bottom > innerHeight);
}).map((label) => label.textContent)"""
OUT_OF_SIGHT = """((places) => places.filter(([lat, lon]) => {
    const { x, y } = jzMap.map.latLngToContainerPoint([lat, lon]);
    return x < 20 || y < 30 || x > innerWidth - 20 || y > innerHeight - 30; }))"""


def resized(visitor: Visitor, width: int, height: int) -> None:
    visitor.view.resize(width, height)
    visitor.qtbot.waitUntil(lambda: visitor.asks("jzMap.map.getSize()") == {"x": width, "y": height}, timeout=5_000)


@pytest.mark.parametrize("size", [NARROW, SIZE], ids=["narrow", "wide"])
def test_the_first_view_is_the_city_and_little_else(visitor: Visitor, size: tuple[int, int]) -> None:
    resized(visitor, *size)
    (south, west), (north, east) = HOME
    first, last = visitor.asks(
        f"[[{north}, {west}], [{south}, {east}]].map((corner) => jzMap.map.latLngToContainerPoint(corner))"
    )
    assert min(first["x"], first["y"], size[0] - last["x"], size[1] - last["y"]) >= 0
    assert max((last["x"] - first["x"]) / size[0], (last["y"] - first["y"]) / size[1]) > 0.8


@pytest.mark.parametrize("text_size", [100, 150])
def test_the_five_great_places_are_pinned_and_named_however_far_away(visitor: Visitor, text_size: int) -> None:
    resized(visitor, *NARROW)
    visitor.view.set_theme(read_theme("light", text_size))
    visitor.settle()
    assert set(visitor.asks(NAMED)) >= HEADLINES
    for zoom in (8, 8.5):
        visitor.looks_at(35.2, 113.17, zoom)
        assert set(visitor.asks(NAMED)) >= HEADLINES


def test_no_name_is_cut_by_the_edge_of_a_narrow_map(visitor: Visitor) -> None:
    resized(visitor, *NARROW)
    assert visitor.asks(CUT) == []
    visitor.view.show_trip(TWO_DAYS)
    visitor.settle()
    assert visitor.asks(CUT) == []


@pytest.mark.parametrize("name", ["云台山", "嘉应观"])
@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [NARROW, SIZE], ids=["narrow", "wide"])
def test_a_card_is_wholly_seen_wherever_its_place_lies(
    visitor: Visitor, name: str, size: tuple[int, int], text_size: int
) -> None:
    resized(visitor, *size)
    visitor.view.set_theme(read_theme("light", text_size))
    lat, lon = WHERE[name]
    visitor.looks_at(lat, lon, 10)
    visitor.asks(f"(jzMap.map.panBy([{-size[0] / 2 + 6}, {size[1] / 2 - 6}], {{animate: false}}), 1)")  # into a corner
    visitor.view.select(name, card=True)
    visitor.settle()
    free = """(() => { const card = document.querySelector('.leaflet-popup').getBoundingClientRect();
        const under = jzMap.controls.boxes().some(([left, top, right, bottom]) =>
            card.left < right && card.right > left && card.top < bottom && card.bottom > top);
        return !under && card.left >= 0 && card.top >= 0 && card.right <= innerWidth; })()"""
    visitor.qtbot.waitUntil(lambda: visitor.asks(free), timeout=5_000)


def test_on_a_map_of_a_hands_breadth_the_buttons_make_way_for_a_card(visitor: Visitor) -> None:
    resized(visitor, 170, 290)
    visitor.view.set_theme(read_theme("light", 200))
    buttons = "getComputedStyle(jzMap.controls.zoom).visibility"
    visitor.view.select("嘉应观", card=True)
    visitor.settle()
    assert visitor.asks("document.querySelector('.jz-card').offsetWidth") > 170 * 0.6
    assert visitor.asks(buttons) == "hidden"
    visitor.asks("(jzMap.card.close(), 1)")
    visitor.qtbot.waitUntil(lambda: visitor.asks(buttons) == "visible", timeout=5_000)


def test_a_trip_is_framed_even_after_the_visitor_looked_elsewhere(visitor: Visitor) -> None:
    resized(visitor, *NARROW)
    visitor.clicks_at(200, 700)
    visitor.looks_at(34.9, 112.6, 12)
    visitor.view.fit()
    visitor.view.show_trip(TWO_DAYS)
    visitor.settle()
    stops = [(stop["lat"], stop["lon"]) for day in TWO_DAYS["days"] for stop in day["stops"]]
    assert visitor.asks(f"{OUT_OF_SIGHT}({json.dumps(stops)})") == []


@pytest.mark.parametrize(("size", "text_size"), [((350, 748), 100), ((350, 748), 150), ((213, 430), 100)])
def test_no_stop_lies_under_the_buttons_of_the_map(visitor: Visitor, size: tuple[int, int], text_size: int) -> None:
    resized(visitor, *size)
    visitor.view.set_theme(read_theme("clear", text_size))
    visitor.view.show_trip({"days": [a_day(1, "红石峡", "陈家沟", "嘉应观")]})
    visitor.view.fit()
    visitor.settle()
    hidden = """(() => { const bar = jzMap.controls.zoom.getBoundingClientRect();
        return [...document.querySelectorAll('.jz-pill')].map((pill) => pill.getBoundingClientRect())
            .filter(({ right, bottom }) => right > bar.left && bottom > bar.top).length; })()"""
    assert visitor.asks("document.querySelectorAll('.jz-pill').length") > 1
    assert visitor.asks(hidden) == 0


def test_latin_letters_come_first_in_english_only(visitor: Visitor) -> None:
    first = "jzMap.look.families.split(',')[0]"
    assert visitor.asks(first) == '"JZ Sans SC"'
    visitor.view.set_theme(read_theme("light", language="en"))
    visitor.settle()
    assert visitor.asks(first) == '"JZ Sans"'
    loaded = "[...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)"
    visitor.qtbot.waitUntil(
        lambda: {family.strip('"') for family in visitor.asks(loaded)} == {"JZ Sans", "JZ Sans SC"}, timeout=5_000
    )


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:14]))
def test_a_name_is_only_ever_text(visitor: Visitor, text: str) -> None:
    fields = ("name", "label", "other_name", "kind", "rating", "text", "hours", "where", "group", "icon")
    hostile = {**a_place("hostile", 35.2, 113.2, rank=1), **dict.fromkeys(fields, text)}
    own = a_place(text[:200] or "id", 35.1, 113.1, rank=1)
    day = {"number": 1, "label": text, "ends": [], "legs": [], "stops": []}
    day["stops"] = [{"place": "hostile", "number": 1, "name": text, "lat": 35.2, "lon": 113.2, "problem": False}]
    day["legs"] = [{"from": (35.2, 113.2), "to": (35.1, 113.1), "estimate": True, "text": text}]
    visitor.view.show_places([hostile, own])
    visitor.view.show_trip({"days": [day]})
    visitor.view.highlight_day(1)
    visitor.view.select("hostile", card=True)
    visitor.settle()
    assert visitor.asks("window.stolen ?? null") is None
    assert visitor.asks("document.querySelectorAll('.leaflet-pane script, .leaflet-pane img[src=x]').length") == 0
    texts = visitor.asks("[...document.querySelectorAll('.jz-symbol, .jz-card')].map((one) => one.textContent)")
    assert max(map(len, texts)) < 1500
    assert "\u202e" not in visitor.asks("document.querySelector('.jz-card').textContent")


def test_the_map_turns_dark_without_loading_again(visitor: Visitor) -> None:
    visitor.asks("(window.sameness = 'the same page', 1)")
    visitor.view.set_theme(read_theme("dark"))
    visitor.settle()
    assert visitor.asks("window.sameness") == "the same page"
    assert visitor.asks("getComputedStyle(document.body).backgroundColor") == "rgb(32, 41, 42)"
    assert "relief-dark" in visitor.asks("jzMap.ground.tiles._url")


def test_the_map_changes_its_language_without_loading_again(visitor: Visitor) -> None:
    visitor.asks("(window.sameness = 'the same page', 1)")
    visitor.view.set_language("en", captions(Words("en")))
    visitor.settle()
    assert visitor.asks("window.sameness") == "the same page"
    assert visitor.asks("document.querySelector('.jz-bar button').title") == "Zoom in"
    names = visitor.asks("[...document.querySelectorAll('.jz-name-text')].map((one) => one.textContent)")
    assert any("Jincheng" in name for name in names)
    assert visitor.asks("document.documentElement.lang") == "en"


def test_large_text_makes_larger_names(visitor: Visitor) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('.jz-pin:not(.is-area) .jz-label')).fontSize)"
    before = visitor.asks(size)
    visitor.view.set_theme(read_theme("light", 150))
    visitor.settle()
    assert visitor.asks(size) == pytest.approx(before * 1.5)
    assert visitor.asks(OVERLAPS) == []


def test_a_kind_of_place_can_be_switched_off_in_the_legend(visitor: Visitor) -> None:
    assert "嘉应观" in visitor.pins()
    visitor.clicks(".jz-layers .jz-tool")
    visitor.clicks(".jz-switch:has([data-group=faith]) .jz-slide")
    visitor.qtbot.waitUntil(lambda: "嘉应观" not in visitor.pins(), timeout=5_000)
    assert "云台山" in visitor.pins()


def test_the_relief_can_be_switched_off(visitor: Visitor) -> None:
    visitor.asks("(jzMap.turn('ground:relief', false), 1)")
    assert visitor.asks("document.querySelectorAll('.jz-relief').length") == 0


def test_the_approval_number_is_always_seen(visitor: Visitor) -> None:
    assert "GS(2024)0650" in visitor.asks("document.querySelector('.jz-approval').textContent")
    assert visitor.asks("document.querySelectorAll('a[href]').length") == 0


def test_the_page_cannot_be_led_away(visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.CRITICAL, "jz_travel.ui.web.guard"):
        visitor.asks("(location.assign('https://example.org/'), window.open('https://example.org/'), 1)")
        visitor.qtbot.wait(200)
    assert visitor.view.page.url().toString() == "jz://app/map.html"
    assert visitor.asks("typeof jzMap") == "object"


def test_there_is_no_way_out_through_webrtc(visitor: Visitor) -> None:
    assert visitor.asks("[typeof RTCPeerConnection, typeof WebTransport, typeof WebSocket]") == ["undefined"] * 3


def test_a_map_that_hangs_is_ended_and_comes_back_as_it_was(visitor: Visitor, qtbot: Any, caplog: Any) -> None:
    visitor.view.show_trip(TWO_DAYS)
    visitor.view.select("嘉应观")
    visitor.settle()
    beat = visitor.view.findChild(QTimer, "beat")
    with caplog.at_level(logging.CRITICAL), qtbot.waitSignal(visitor.view.ready, timeout=60_000):
        visitor.view.page.runJavaScript("for (;;) {}")
        with qtbot.waitSignal(visitor.view.page.renderProcessTerminated, timeout=60_000):
            beat.start(100)
        beat.start(5_000)
    visitor.settle()
    assert visitor.asks("document.querySelector('.is-selected').dataset.id") == "嘉应观"
    assert visitor.asks("document.querySelectorAll('.jz-stop').length") > 0


def test_the_map_is_drawn_on_the_screen(visitor: Visitor) -> None:
    def colours() -> set[str]:
        image = visitor.view.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(0, SIZE[0], 40) for y in range(0, SIZE[1], 40)}

    visitor.qtbot.waitUntil(lambda: len(colours()) > 30, timeout=15_000)


def test_a_page_that_stops_while_it_loads_is_loaded_anew(
    qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    loads: list[object] = []
    monkeypatch.setattr(GuardedPage, "load", lambda _, address: loads.append(address))
    view = MapView(read_theme("light"), "zh-Hans", captions(Words("zh-Hans")), tmp_path)
    view.keep_pulse(20, 6)
    qtbot.waitUntil(lambda: len(loads) == 2, timeout=5_000)
    assert not [each for each in caplog.records if each.levelname == "WARNING"]  # it happens, and helps itself
    view._goes_on(50)
    assert view._missed == 0
    assert view._patience == 6
    shiboken6.delete(view)  # or its pulse would go on in other tests
