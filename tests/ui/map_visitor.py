"""Somebody in front of the map: places and days to show, hands and eyes on the page."""

import json
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from jz_travel.ui.map.view import MapView  # after the scheme, as in the program


def a_place(name: str, lat: float | None, lon: float | None, **more: Any) -> dict[str, Any]:
    plain = {
        "id": name, "name": name, "label": name, "other_name": "", "kind": "Sight", "icon": "mountain",
        "group": "nature", "lat": lat, "lon": lon, "within_m": 200, "area": False, "inside": None, "rank": 30,
        "headline": False, "from_zoom": 0, "rating": "", "text": "", "hours": "", "where": "",
    }  # fmt: skip
    return {**plain, **more}


AROUND = [
    a_place("云台山", 35.421, 113.427, area=True, rank=10, within_m=700, headline=True),
    a_place("红石峡", 35.429, 113.367, inside="云台山", from_zoom=11, within_m=1000),
    a_place("潭瀑峡", 35.465, 113.346, inside="云台山", from_zoom=11, within_m=1200),
    a_place("泉瀑峡", 35.465, 113.346, inside="云台山", from_zoom=11, within_m=1800),
    a_place("茱萸峰", None, None, inside="云台山", from_zoom=11),
    a_place("百家岩", 35.431, 113.408, inside="云台山", from_zoom=11),
    a_place("岸上", 35.418, 113.374, inside="云台山", from_zoom=11),
    a_place("青龙峡", 35.397, 113.215),
    a_place("峰林峡", 35.376, 113.188),
    a_place("当阳峪窑址", 35.281, 113.240),
    a_place("圆融无碍禅寺", 35.282, 113.240, within_m=1500),
    a_place("汉献帝禅陵", 35.364, 113.436),
    a_place("青天河", 35.315, 112.983, area=True, rank=10, headline=True),
    a_place("神农山", 35.206, 112.813, area=True, rank=10, headline=True),
    a_place("陈家沟", 34.946, 113.144, area=True, rank=10, headline=True, within_m=700),
    a_place("嘉应观", 35.012, 113.535, rank=20, group="faith", headline=True),
    a_place("龙源湖公园", 35.204, 113.254, group="city"),
    a_place("人民公园", 35.249, 113.226, group="city"),
    a_place("太极体育中心", 35.207, 113.269, group="city", within_m=700),
    a_place("焦作站", 35.223, 113.229, group="transport", rank=45),
]
WHERE = {place["id"]: (place["lat"], place["lon"]) for place in AROUND}


def a_day(number: int, *names: str) -> dict[str, Any]:
    stops = [
        {"place": name, "number": at, "name": name, "lat": WHERE[name][0], "lon": WHERE[name][1], "problem": False}
        for at, name in enumerate(names, start=1)
    ]
    legs = [
        {"from": WHERE[one], "to": WHERE[other], "estimate": at % 2 == 0, "text": "35 min"}
        for at, (one, other) in enumerate(pairwise(names))
    ]
    return {"number": number, "label": f"Day {number}", "ends": [], "stops": stops, "legs": legs}


TWO_DAYS = {"days": [a_day(1, "焦作站", "云台山", "红石峡"), a_day(2, "青龙峡", "峰林峡", "青天河", "嘉应观")]}


class Visitor:
    """Somebody in front of the map."""

    def __init__(self, view: MapView, qtbot: Any) -> None:
        self.view, self.qtbot = view, qtbot

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.view.is_settled, timeout=20_000)

    def asks(self, script: str) -> Any:
        """What the page says to a script that gives something JSON can hold."""
        answers: list[str] = []
        self.view.page.runJavaScript(f"JSON.stringify(({script}) ?? null)", answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        return json.loads(answers[0])

    def looks_at(self, lat: float, lon: float, zoom: int) -> None:
        self.asks(f"(jzMap.map.setView([{lat}, {lon}], {zoom}, {{animate: false}}), 1)")

    def pins(self) -> list[str]:
        return self.asks("[...document.querySelectorAll('.jz-pin')].map((pin) => pin.dataset.id)")

    def clicks(self, selector: str) -> None:
        self.settle()
        script = f"""(() => {{ const box = document.querySelector({json.dumps(selector)})?.getBoundingClientRect();
            return box?.width && [box.x + box.width / 2, box.y + box.height / 2]; }})()"""
        self.qtbot.waitUntil(lambda: bool(self.asks(script)), timeout=5_000)
        x, y = self.asks(script)
        self.clicks_at(round(x), round(y))

    def clicks_at(self, x: int, y: int) -> None:
        QTest.mouseClick(self.view.focusProxy().focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))

    def clicks_on_pin(self, name: str) -> None:
        self.clicks(f'.jz-pin[data-id="{name}"] .jz-head')


OVERLAPS = """(() => {
    const parts = '.jz-body, .jz-label, .jz-pill, .jz-leg-text span, .jz-name-text:not([style*=rotate])';
    const boxes = [...document.querySelectorAll('.jz-symbol')].flatMap((symbol, at) =>
        [...symbol.querySelectorAll(parts)].map((part) =>
            ({ at, name: symbol.textContent || symbol.dataset.id, box: part.getBoundingClientRect() })));
    const found = [];
    for (const a of boxes) for (const b of boxes) if (a.at < b.at
        && a.box.left + 1 < b.box.right && b.box.left + 1 < a.box.right
        && a.box.top + 1 < b.box.bottom && b.box.top + 1 < a.box.bottom) found.push([a.name, b.name]);
    return found; })()"""
