"""高德 Web API with the user's own key: https://lbs.amap.com/api/webservice/summary. GCJ-02, longitude first."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from msgspec import Struct

from jz_travel.domain.failures import Cause, Failure
from jz_travel.roads.answers import Answer, Point
from jz_travel.roads.datum import gcj02_of_wgs84, wgs84_of_gcj02
from jz_travel.roads.online.client import Service, Stop, never
from jz_travel.roads.online.routers import joined, read_as

URL = "https://restapi.amap.com"
MOST_ORIGINS = 100
OK = "10000"
KEY_REFUSED = frozenset(map(str, (10001, 10002, 10005, 10006, 10007, 10008, 10009, 10012, 10013, 10041)))
QUOTA = frozenset(map(str, (10003, 10004, 10010, 10014, 10015, 10016, 10019, 10020, 10021, 10029, 10044, 10045, 40000)))
NO_WAY = frozenset({"20800", "20801", "20802", "20803"})
"""No road near, or none between: the question was fine."""


class _Step(Struct):
    polyline: str = ""


class _Path(Struct):
    distance: float
    duration: float
    steps: tuple[_Step, ...] = ()


class _Route(Struct):
    paths: tuple[_Path, ...] = ()


class _Result(Struct):
    origin_id: int
    distance: float | None = None
    duration: float | None = None
    code: str = ""


class _Driving(Struct):
    route: _Route


class _Distances(Struct):
    results: tuple[_Result, ...] = ()


class Amap:
    """Ways from 高德, turned to WGS-84, seconds and metres; each question counts against the quota of the user's
    key."""

    def __init__(self, key: str, service: Service, url: str = URL) -> None:
        self._key, self._url, self.service = key, url.rstrip("/"), service

    def chain(self, points: Sequence[Point], stop: Stop = never) -> list[Answer | None]:
        """One question a way: a way by several points comes back without saying where they are."""
        return [self._way(one, other, stop) for one, other in pairwise(points)]

    def _way(self, one: Point, other: Point, stop: Stop) -> Answer | None:
        query = {"origin": _written(one), "destination": _written(other), "extensions": "base", "key": self._key}
        raw = ask(self.service, f"{self._url}/v3/direction/driving", query, stop)
        if raw is None:
            return None
        paths = read_as(_Driving, raw, self.service).route.paths
        if not paths:
            return None
        try:
            line = joined([_line(step.polyline) for step in paths[0].steps])
        except ValueError as error:
            raise self.service.failure(Cause.NONSENSE, error) from None
        return Answer(paths[0].duration, paths[0].distance, line)

    def table(self, points: Sequence[Point], stop: Stop = never) -> dict[tuple[Point, Point], Answer]:
        """One question a destination and a hundred origins."""
        found: dict[tuple[Point, Point], Answer] = {}
        for other in points:
            origins = [point for point in points if point != other]
            for start in range(0, len(origins), MOST_ORIGINS):
                found |= self._column(origins[start : start + MOST_ORIGINS], other, stop)
        return found

    def _column(self, origins: Sequence[Point], other: Point, stop: Stop) -> dict[tuple[Point, Point], Answer]:
        query = {"origins": "|".join(map(_written, origins)), "destination": _written(other), "type": "1"}
        raw = ask(self.service, f"{self._url}/v3/distance", query | {"key": self._key}, stop)
        if raw is None:
            return {}
        found: dict[tuple[Point, Point], Answer] = {}
        for result in read_as(_Distances, raw, self.service).results:
            if not 1 <= result.origin_id <= len(origins):
                raise self.service.failure(Cause.NONSENSE, "origin_id")
            if not result.code and result.duration is not None and result.distance is not None:
                found[origins[result.origin_id - 1], other] = Answer(result.duration, result.distance)
        return found


def ask(service: Service, url: str, query: dict[str, str], stop: Stop = never) -> dict[str, Any] | None:
    """A good answer; None where there is no way. What 高德 refuses it refuses with HTTP 200 and a number inside."""
    answer = service.json(url, query, stop=stop)
    if not isinstance(answer, dict) or "infocode" not in answer:
        raise service.failure(Cause.NONSENSE)
    code, info = str(answer["infocode"]), answer.get("info", "")
    if code == OK:
        return answer
    if code in NO_WAY:
        return None
    raise refusal(service, code, f"{code} {info}")


def refusal(service: Service, code: str, said: str) -> Failure:
    """The failure that one of 高德's ``infocode`` numbers means: the key, the quota, or no answer for another
    reason."""
    if code in KEY_REFUSED:
        return service.failure(Cause.KEY_REFUSED, said)
    return service.failure(Cause.QUOTA if code in QUOTA else Cause.NO_ANSWER, said)


def _written(point: Point) -> str:
    there = gcj02_of_wgs84(*point)
    return f"{there.lon:.6f},{there.lat:.6f}"


def _line(polyline: str) -> list[Point]:
    """``113.1,35.2;113.2,35.3`` in GCJ-02; raises ``ValueError`` when it is something else."""
    points: list[Point] = []
    for pair in filter(None, polyline.split(";")):
        lon, lat = pair.split(",")
        points.append(wgs84_of_gcj02(float(lat), float(lon))[:2])
    return points
