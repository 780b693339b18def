"""What layers, themes, routes and zooming cost the page: ``python tests/benchmarks/map_layers.py``.

Times are the middle of nine, as ratios to the floor of the same run: drawing the shipped places once from nothing.
The zoom sweep counts frames over 50 ms on the way from 8 to 13 with every layer on.
"""

import json
import math
import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from jz_travel.domain.holidays import Level
from jz_travel.mapping.captions import captions
from jz_travel.mapping.layers import layers_overlay, load_overlay
from jz_travel.mapping.overlay import places_overlay
from jz_travel.resources import assets
from jz_travel.store.places import read_catalogue
from jz_travel.ui.map.view import MapView
from jz_travel.ui.style.theme import read_theme
from jz_travel.ui.web.flags import set_chromium_flags
from jz_travel.ui.web.scheme import register_scheme
from jz_travel.words import Words
from tests.benchmarks.map_10000 import wait

DAY = date(2026, 10, 1)
TURNS = 9
FROM_NOTHING = """(() => { const times = [];
    for (let turn = 0; turn < 9; turn++) {
        for (const [, one] of jzMap.symbols.drawn) one.marker.remove();
        jzMap.symbols.drawn.clear();
        const start = performance.now(); jzMap.arrange(); times.push(performance.now() - start);
    }
    return JSON.stringify(times); })()"""
SWITCH = """(() => { const times = [];
    for (let turn = 0; turn < 10; turn++) {
        const start = performance.now(); jzMap.turn("NAME", turn % 2 === 1); times.push(performance.now() - start);
    }
    return JSON.stringify(times.slice(1)); })()"""
SWEEP = """(() => { window.frames_ = []; let last = performance.now(); const began = last;
    jzMap.map.setView([35.2, 113.2], 8, { animate: false });
    const frame = (now) => {
        frames_.push(now - last); last = now; if (now - began < 6000) requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
    for (let step = 1; step <= 5; step++) setTimeout(() => jzMap.map.setZoom(8 + step), step * 1000);
    return "1"; })()"""


def asked(view: MapView, script: str) -> object:
    answers: list[str] = []
    view.page.runJavaScript(script, answers.append)
    wait(60, lambda: answers)
    return json.loads(answers[0])


def a_route(points: int, turn: int) -> dict[str, object]:
    """A winding line that is no road."""
    path = [(35.0 + 0.4 * at / points, 113.2 + 0.1 * math.sin(at / 30 + turn)) for at in range(points)]
    leg = {"from": path[0], "to": path[-1], "estimate": False, "text": "1 h", "path": path}
    return {"id": "a", "days": [{"number": 1, "label": "Day 1", "ends": [], "stops": [], "legs": [leg]}]}


def told(view: MapView, tell: object) -> float:
    """Milliseconds until the page has done what it was told, the bridge there and back included."""
    times = []
    for turn in range(TURNS):
        start = perf_counter()
        tell(turn)  # type: ignore[operator]
        wait(10, lambda: view.is_settled)
        times.append(1000 * (perf_counter() - start))
    return median(times)


def main() -> None:
    set_chromium_flags()
    register_scheme()
    application = QApplication(sys.argv)
    words = Words("en")
    catalogue, _ = read_catalogue(assets())
    with tempfile.TemporaryDirectory() as kept:
        view = MapView(read_theme("light"), "en", captions(words), Path(kept))
        view.resize(1280, 800)
        view.show_places(places_overlay(catalogue, words, DAY))
        view.show_layers(layers_overlay(catalogue, words))
        view.show_load(load_overlay(catalogue, words, DAY, lambda *_: Level.BUSY))
        view.show()
        wait(60, lambda: view.is_settled)
        wait(1)
        floor = median(asked(view, FROM_NOTHING))  # type: ignore[call-overload]
        print(f"floor: {len(catalogue)} places drawn from nothing: {floor:.1f} ms")
        for name in ("group:nature", "theme:tai_chi", "load", "ground:belts", "ground:districts", "ground:areas"):
            times = asked(view, SWITCH.replace("NAME", name))
            print(f"switch {name}: {median(times) / floor:.2f}")  # type: ignore[call-overload]
        themes = read_theme("dark"), read_theme("light")
        asked(view, "(jzMap.untouched = false, '1')")  # else each new route would move the map as well
        worn = told(view, lambda turn: view.set_theme(themes[turn % 2]))
        print(f"theme change, with the bridge: {worn / floor:.2f}")
        drawn = told(view, lambda turn: view.show_trip(a_route(1000, turn)))
        print(f"route of 1,000 points, with the bridge: {drawn / floor:.2f}")
        view.switch({"load": True, "ground:belts": True})
        asked(view, SWEEP)
        wait(7)
        frames: list[float] = asked(view, "JSON.stringify(window.frames_)")  # type: ignore[assignment]
        slow, longest = sum(each > 50 for each in frames), max(frames) / floor
        print(f"zoom 8 to 13, every layer on: {slow} of {len(frames)} frames over 50 ms, the longest {longest:.2f}")
        view.close()
    application.quit()


if __name__ == "__main__":
    main()
