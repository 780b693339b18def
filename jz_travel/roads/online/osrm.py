"""OSRM, anywhere: https://project-osrm.org/docs/v5.24.0/api/. WGS-84, longitude first."""

from collections.abc import Sequence

from msgspec import Struct

from jz_travel.domain.failures import Cause
from jz_travel.roads.answers import Answer, Point
from jz_travel.roads.online.client import Service, Stop, never
from jz_travel.roads.online.routers import SNAP_MOST, blocks, joined, pieces, read_as

MOST_IN_TABLE, MOST_IN_CHAIN = 100, 100  # what a server allows unless it is told otherwise


class _Geometry(Struct):
    coordinates: tuple[tuple[float, float], ...] = ()


class _Step(Struct):
    geometry: _Geometry


class _Leg(Struct):
    duration: float
    distance: float
    steps: tuple[_Step, ...] = ()


class _Route(Struct):
    legs: tuple[_Leg, ...]


class _Waypoint(Struct):
    distance: float = 0.0


class _Routes(Struct):
    code: str
    message: str = ""
    routes: tuple[_Route, ...] = ()
    waypoints: tuple[_Waypoint, ...] = ()


class _Table(Struct):
    code: str
    message: str = ""
    durations: tuple[tuple[float | None, ...], ...] = ()
    distances: tuple[tuple[float | None, ...], ...] = ()
    sources: tuple[_Waypoint, ...] = ()
    destinations: tuple[_Waypoint, ...] = ()


class Osrm:
    def __init__(self, url: str, service: Service) -> None:
        self._url, self.service = url.rstrip("/"), service

    def chain(self, points: Sequence[Point], stop: Stop = never) -> list[Answer | None]:
        found: list[Answer | None] = []
        for piece in pieces(points, MOST_IN_CHAIN):
            found += self._chain(piece, stop)
        return found

    def _chain(self, points: Sequence[Point], stop: Stop) -> list[Answer | None]:
        query = {"overview": "false", "steps": "true", "geometries": "geojson"}
        raw = self.service.json(f"{self._url}/route/v1/driving/{_written(points)}", query, stop=stop)
        answer = read_as(_Routes, raw, self.service)
        if answer.code in ("NoRoute", "NoSegment"):
            if len(points) == 2:
                return [None]
            # One end that cannot be reached spoils the whole chain: each way for itself.
            return [leg for pair in pieces(points, 2) for leg in self._chain(pair, stop)]
        legs = answer.routes[0].legs if answer.code == "Ok" and answer.routes else ()
        if len(legs) != len(points) - 1 or len(answer.waypoints) != len(points):
            raise self.service.failure(Cause.NONSENSE, answer.code)
        near = [waypoint.distance <= SNAP_MOST for waypoint in answer.waypoints]
        return [_answer(leg) if near[at] and near[at + 1] else None for at, leg in enumerate(legs)]

    def table(self, points: Sequence[Point], stop: Stop = never) -> dict[tuple[Point, Point], Answer]:
        found: dict[tuple[Point, Point], Answer] = {}
        for origins, destinations in blocks(points, MOST_IN_TABLE):
            found |= self._table(origins, destinations, stop)
        return found

    def _table(
        self, origins: Sequence[Point], destinations: Sequence[Point], stop: Stop
    ) -> dict[tuple[Point, Point], Answer]:
        query, asked = {"annotations": "duration,distance"}, origins
        if origins is not destinations:
            asked = [*origins, *destinations]
            query["sources"] = ";".join(map(str, range(len(origins))))
            query["destinations"] = ";".join(map(str, range(len(origins), len(asked))))
        raw = self.service.json(f"{self._url}/table/v1/driving/{_written(asked)}", query, stop=stop)
        answer = read_as(_Table, raw, self.service)
        if answer.code in ("NoSegment", "NoTable"):
            return {}
        rows = (len(answer.durations), len(answer.distances), len(answer.sources))
        if answer.code != "Ok" or rows != (len(origins),) * 3 or len(answer.destinations) != len(destinations):
            raise self.service.failure(Cause.NONSENSE, answer.code)
        found: dict[tuple[Point, Point], Answer] = {}
        for at, one in enumerate(origins):
            for to, other in enumerate(destinations):
                near = max(answer.sources[at].distance, answer.destinations[to].distance) <= SNAP_MOST
                seconds, metres = answer.durations[at][to], answer.distances[at][to]
                if near and one != other and seconds is not None and metres is not None:
                    found[one, other] = Answer(seconds, metres)
        return found


def _written(points: Sequence[Point]) -> str:
    return ";".join(f"{lon:.6f},{lat:.6f}" for lat, lon in points)


def _answer(leg: _Leg) -> Answer:
    path = joined([[(lat, lon) for lon, lat in step.geometry.coordinates] for step in leg.steps])
    return Answer(leg.duration, leg.distance, path)
