"""How long the page's script needs for ten thousand places: ``python tests/benchmarks/map_10000.py``.

Prints, for each zoom, the shortest and the middle time in milliseconds of nine arrangements from nothing (what is
shown, where its label goes, all symbols made anew), and how many pins and dots they drew. The aim: 150 ms.
"""

import json
import os
import random
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QDeadlineTimer
from PySide6.QtWidgets import QApplication

from jz_travel.mapping.captions import captions
from jz_travel.ui.map.view import MapView
from jz_travel.ui.style.theme import read_theme
from jz_travel.ui.web.flags import set_chromium_flags
from jz_travel.ui.web.scheme import register_scheme
from jz_travel.words import Words

GROUPS = ("nature", "water", "faith", "heritage", "tai_chi", "city", "stay", "transport")
MEASURE = """(() => {
    jzMap.map.setView([35.15, 113.1], ZOOM, { animate: false });
    const times = [];
    for (let turn = 0; turn < 9; turn++) {
        for (const [, one] of jzMap.symbols.drawn) one.marker.remove();
        jzMap.symbols.drawn.clear();
        const start = performance.now();
        jzMap.arrange();
        times.push(Math.round(performance.now() - start));
    }
    times.sort((a, b) => a - b);
    return JSON.stringify([times[0], times[4], jzMap.symbols.drawn.size, jzMap.dots.dots.length]);
})()"""


def places(count: int) -> list[dict[str, object]]:
    """Points scattered over the city by a fixed seed; none of them is a place."""
    chance = random.Random(4)
    return [
        {
            "id": f"p{number}", "name": f"Place {number}", "label": f"Place {number}", "other_name": "",
            "kind": "Sight", "icon": "buddhist", "group": GROUPS[number % 8], "lat": 34.8 + 0.7 * chance.random(),
            "lon": 112.55 + 1.1 * chance.random(), "within_m": chance.choice((200, 1500)), "area": False,
            "inside": None, "rank": chance.randrange(10, 50), "from_zoom": 0,
            "rating": "", "text": "", "hours": "", "where": "",
        }
        for number in range(count)
    ]  # fmt: skip


def wait(seconds: float, until: object = None) -> None:
    deadline = QDeadlineTimer(int(seconds * 1000))
    while not deadline.hasExpired() and not (callable(until) and until()):
        QCoreApplication.processEvents()


def measured(view: MapView, zoom: int) -> list[int]:
    answers: list[str] = []
    view.page.runJavaScript(MEASURE.replace("ZOOM", str(zoom)), answers.append)
    wait(60, lambda: answers)
    return json.loads(answers[0])


def main() -> None:
    set_chromium_flags()
    register_scheme()
    application = QApplication(sys.argv)
    with tempfile.TemporaryDirectory() as kept:
        view = MapView(read_theme("light"), "en", captions(Words("en")), Path(kept))
        view.resize(1280, 800)
        view.show()
        view.show_places(places(10_000))
        wait(60, lambda: view.is_settled)
        wait(1)
        print("zoom  least ms  middle ms  pins  dots")
        for zoom in range(7, 14):
            least, middle, pins, dots = measured(view, zoom)
            print(f"{zoom:4}  {least:8}  {middle:9}  {pins:4}  {dots:4}")
        view.close()
    application.quit()


if __name__ == "__main__":
    main()
