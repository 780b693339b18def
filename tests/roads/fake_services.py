"""One server on this computer that speaks like OSRM, Valhalla, 高德, 天地图, 百度 and Nominatim, good days and bad.

Its answers are shaped after each service's guide. ``trouble`` makes the next ones bad: a status, ``garbage``, ``never``
(the line stays silent), ``trickle`` (a byte now and then), ``redirect`` or ``cut`` (fewer bytes than promised).
"""

import json
import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qs, urlsplit

from jz_travel.roads.datum import bd09_of_wgs84, gcj02_of_wgs84

KEY = "kEy+/with=odd&letters"
SPEED = 15.0  # metres a second, as the crow flies
HOTEL = (35.2188, 113.2456)
"""Where the fake services know a 幸福宾馆, in WGS-84."""
Point = tuple[float, float]


@dataclass
class Fake:
    """``asked`` are the paths of every question, keys and all, as a nosy proxy would write them down."""

    url: str = ""
    trouble: str | int | None = None
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    islands: set[Point] = field(default_factory=set)
    """Points that no road leads to."""
    released: threading.Event = field(default_factory=threading.Event)

    def count(self, part: str) -> int:
        return sum(part in each for each in self.asked)


@contextmanager
def fake_services() -> Iterator[Fake]:
    fake = Fake()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(fake))
    server.daemon_threads = True
    fake.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        fake.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(fake: Fake) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            self._answer(None)

        def do_POST(self) -> None:
            self._answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def _answer(self, body: Any) -> None:
            fake.asked.append(self.path)
            fake.headers.append(dict(self.headers))
            try:
                if fake.trouble is None:
                    status, answer = _good(fake, self.path, body)
                    self._send(status, json.dumps(answer, ensure_ascii=False).encode())
                else:
                    self._misbehave(fake.trouble)
            except (BrokenPipeError, ConnectionResetError):
                pass  # whoever asked has gone

        def _misbehave(self, trouble: str | int) -> None:
            if trouble == "never":
                fake.released.wait(30)
            elif trouble == "garbage":
                self._send(200, b"<html>\xff\x00 welcome to our hotel network</html>")
            elif trouble == "redirect":
                self.send_response(302)
                self.send_header("Location", f"{fake.url}/login")
                self.send_header("Content-Length", "0")
                self.end_headers()
            elif trouble == "cut":
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(b'{"code":')
            elif trouble == "trickle":
                self.send_response(200)
                self.end_headers()
                while not fake.released.is_set():
                    self.wfile.write(b" ")
                    self.wfile.flush()
                    time.sleep(0.02)
            elif isinstance(trouble, int):
                self._send(trouble, b'{"msg": "no"}')
            else:
                self._send(200, trouble.encode())

        def _send(self, status: int, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    return Handler


def _good(fake: Fake, path: str, body: Any) -> tuple[int, Any]:
    parts = urlsplit(path)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    for start, answer in _SERVICES.items():
        if parts.path.startswith(start):
            return answer(fake, parts.path, query, body)
    return 404, {"message": "no such service"}


def way(one: Point, other: Point) -> float:
    """Metres as the crow flies, well enough for one province."""
    north, east = other[0] - one[0], (other[1] - one[1]) * math.cos(math.radians(one[0]))
    return math.hypot(north, east) * 111_195


def _osrm_points(path: str) -> list[Point]:
    return [(float(lat), float(lon)) for lon, lat in (pair.split(",") for pair in path.rsplit("/", 1)[1].split(";"))]


def _osrm_route(fake: Fake, path: str, query: dict[str, str], _body: Any) -> tuple[int, Any]:
    points = _osrm_points(path)
    if any(point in fake.islands for point in points):
        return 400, {"code": "NoRoute", "message": "Impossible route between points"}
    legs = []
    for one, other in pairwise(points):
        middle = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
        halves = [{"geometry": {"type": "LineString", "coordinates": [_lon_lat(a), _lon_lat(b)]}} for a, b in
                  ((one, middle), (middle, other))]  # fmt: skip
        arrive = {"geometry": {"type": "LineString", "coordinates": [_lon_lat(other), _lon_lat(other)]}}
        steps = [*halves, arrive] if query.get("steps") == "true" else []
        metres = way(one, other)
        legs.append({"duration": metres / SPEED, "distance": metres, "summary": "", "weight": 1, "steps": steps})
    waypoints = [{"distance": 4.2, "name": "", "location": _lon_lat(point), "hint": ""} for point in points]
    return 200, {"code": "Ok", "routes": [{"legs": legs, "distance": 1, "duration": 1}], "waypoints": waypoints}


def _lon_lat(point: Point) -> list[float]:
    return [point[1], point[0]]


def _osrm_table(fake: Fake, path: str, query: dict[str, str], _body: Any) -> tuple[int, Any]:
    points = _osrm_points(path)

    def chosen(name: str) -> list[Point]:
        said = query.get(name)
        return [points[int(index)] for index in said.split(";")] if said else points

    sources, destinations = chosen("sources"), chosen("destinations")
    metres = [[None if {a, b} & fake.islands else way(a, b) for b in destinations] for a in sources]
    return 200, {
        "code": "Ok",
        "distances": metres,
        "durations": [[None if each is None else each / SPEED for each in row] for row in metres],
        "sources": [{"distance": 1.0, "location": _lon_lat(point), "name": ""} for point in sources],
        "destinations": [{"distance": 1.0, "location": _lon_lat(point), "name": ""} for point in destinations],
    }


def encoded(points: list[Point], precision: int = 6) -> str:
    """Valhalla's letters, written from the description of the format and not with the program's own reader."""
    letters, before = "", (0, 0)
    for point in points:
        here = (round(point[0] * 10**precision), round(point[1] * 10**precision))
        for now, then in zip(here, before, strict=True):
            value = (now - then) << 1
            value = ~value if now < then else value
            while value >= 0x20:
                letters += chr((0x20 | value & 0x1F) + 63)
                value >>= 5
            letters += chr(value + 63)
        before = here
    return letters


def _valhalla_route(fake: Fake, _path: str, _query: dict[str, str], body: Any) -> tuple[int, Any]:
    points = [(each["lat"], each["lon"]) for each in body["locations"]]
    if any(point in fake.islands for point in points):
        said = "No path could be found for input"
        return 400, {"error_code": 442, "error": said, "status_code": 400, "status": "Bad Request"}
    legs = [
        {"shape": encoded([one, other]), "summary": {"time": way(one, other) / SPEED, "length": way(one, other) / 1000}}
        for one, other in pairwise(points)
    ]
    return 200, {"trip": {"legs": legs, "units": "kilometers", "status": 0, "status_message": "Found route"}}


def _valhalla_locate(fake: Fake, _path: str, _query: dict[str, str], body: Any) -> tuple[int, Any]:
    points = [(each["lat"], each["lon"]) for each in body["locations"]]
    return 200, [
        {"input_lat": lat, "input_lon": lon, "edges": None if (lat, lon) in fake.islands else [{"way_id": 1}]}
        for lat, lon in points
    ]


def _valhalla_matrix(fake: Fake, _path: str, _query: dict[str, str], body: Any) -> tuple[int, Any]:
    sources = [(each["lat"], each["lon"]) for each in body["sources"]]
    targets = [(each["lat"], each["lon"]) for each in body["targets"]]
    if {*sources, *targets} & fake.islands:
        said = "Locations are in unconnected regions. Go check/edit the map at osm.org"
        return 400, {"error_code": 170, "error": said, "status_code": 400, "status": "Bad Request"}
    rows = []
    for at, one in enumerate(sources):
        row = []
        for to, other in enumerate(targets):
            metres = way(one, other)
            row.append({"from_index": at, "to_index": to, "time": metres / SPEED,
                        "distance": metres / 1000})  # fmt: skip
        rows.append(row)
    return 200, {"sources_to_targets": rows, "units": "kilometers", "algorithm": "costmatrix"}


def _amap_no(query: dict[str, str]) -> dict[str, Any] | None:
    if query.get("key") == KEY:
        return None
    if query.get("key") == "spent":
        return {"status": "0", "info": "USER_DAILY_QUERY_OVER_LIMIT", "infocode": "10044"}
    return {"status": "0", "info": "INVALID_USER_KEY", "infocode": "10001"}


def _amap_point(text: str) -> Point:
    lon, lat = map(float, text.split(","))
    return lat, lon


def _amap_written(lat: float, lon: float) -> str:
    there = gcj02_of_wgs84(lat, lon)
    return f"{there.lon:.6f},{there.lat:.6f}"


AMAP_OK = {"status": "1", "info": "OK", "infocode": "10000"}


def _amap_driving(_fake: Fake, _path: str, query: dict[str, str], _body: Any) -> tuple[int, Any]:
    if no := _amap_no(query):
        return 200, no
    one, other = _amap_point(query["origin"]), _amap_point(query["destination"])
    metres = way(one, other)
    middle = f"{(one[1] + other[1]) / 2:.6f},{(one[0] + other[0]) / 2:.6f}"
    steps = [{"instruction": "向东行驶", "polyline": f"{query['origin']};{middle}"},
             {"instruction": "到达", "polyline": f"{middle};{query['destination']}"}]  # fmt: skip
    paths = [{"distance": f"{metres:.0f}", "duration": f"{metres / SPEED:.0f}", "steps": steps}]
    return 200, AMAP_OK | {"count": "1", "route": {"origin": query["origin"], "paths": paths}}


def _amap_distance(_fake: Fake, _path: str, query: dict[str, str], _body: Any) -> tuple[int, Any]:
    if no := _amap_no(query):
        return 200, no
    there = _amap_point(query["destination"])
    results = []
    for number, text in enumerate(query["origins"].split("|"), start=1):
        metres = way(_amap_point(text), there)
        results.append({"origin_id": str(number), "dest_id": "1", "distance": f"{metres:.0f}",
                        "duration": f"{metres / SPEED:.0f}"})  # fmt: skip
    return 200, AMAP_OK | {"results": results}


def _amap_places(_fake: Fake, _path: str, query: dict[str, str], _body: Any) -> tuple[int, Any]:
    if no := _amap_no(query):
        return 200, no
    known = "宾馆" in query["keywords"]
    poi = {"id": "B0", "name": "幸福宾馆", "address": "解放中路1号", "location": _amap_written(*HOTEL)}
    nameless = poi | {"name": "幸福宾馆(北门)", "address": []}
    return 200, AMAP_OK | {"count": "2" if known else "0", "pois": [poi, nameless] if known else []}


def _tianditu(_fake: Fake, _path: str, query: dict[str, str], _body: Any) -> tuple[int, Any]:
    if query.get("tk") != KEY:
        return 403, {"msg": "非法Key", "code": 301, "resolve": "请更换Key"}
    keyword = json.loads(query["ds"])["keyWord"]
    if "宾馆" not in keyword:
        return 200, {"msg": "无结果", "status": "404"}
    where = {"score": 90, "level": "兴趣点", "lon": f"{HOTEL[1]}", "lat": f"{HOTEL[0]}", "keyWord": keyword}
    return 200, {"msg": "ok", "location": where, "searchVersion": "6.4.9V", "status": "0"}


def _baidu(_fake: Fake, _path: str, query: dict[str, str], _body: Any) -> tuple[int, Any]:
    if query.get("ak") == "spent":
        return 200, {"status": 302, "message": "天配额超限,限制访问"}
    if query.get("ak") != KEY:
        return 200, {"status": 200, "message": "APP不存在，AK有误请检查再重试"}
    if "宾馆" not in query["address"]:
        return 200, {"status": 2, "message": "无相关结果"}
    there = bd09_of_wgs84(*HOTEL)
    result = {"location": {"lng": there.lon, "lat": there.lat}, "precise": 1, "confidence": 80, "level": "酒店"}
    return 200, {"status": 0, "result": result}


def _nominatim(_fake: Fake, _path: str, query: dict[str, str], _body: Any) -> tuple[int, Any]:
    if "宾馆" not in query["q"]:
        return 200, []
    return 200, [{"place_id": 1, "osm_type": "node", "osm_id": 7, "lat": str(HOTEL[0]), "lon": str(HOTEL[1]),
                  "name": "幸福宾馆", "display_name": "幸福宾馆, 解放中路, 解放区, 焦作市, 河南省, 中国",
                  "class": "tourism", "type": "hotel", "importance": 0.1,
                  "boundingbox": ["35.2", "35.3", "113.2", "113.3"]}]  # fmt: skip


_SERVICES = {
    "/route/v1/": _osrm_route,
    "/table/v1/": _osrm_table,
    "/route": _valhalla_route,
    "/sources_to_targets": _valhalla_matrix,
    "/locate": _valhalla_locate,
    "/v3/direction/driving": _amap_driving,
    "/v3/distance": _amap_distance,
    "/v3/place/text": _amap_places,
    "/geocoder": _tianditu,
    "/geocoding/v3": _baidu,
    "/search": _nominatim,
}
