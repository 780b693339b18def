"""OSRM, anywhere: https://project-osrm.org/docs/v5.24.0/api/. WGS-84, longitude first."""

from collections.abc import Sequence

from msgspec import Struct

from jz_travel.domain.failures import Cause
from jz_travel.roads.answers import Answer, Answers, Point
from jz_travel.roads.online.client import Stop
from jz_travel.roads.online.routers import SNAP_MOST, InPieces, joined, read_as


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


class Osrm(InPieces):
    """A driving server of that kind; a point farther than :data:`SNAP_MOST` metres from its roads has no way."""

    most_in_table, most_in_chain = 100, 100  # what a server allows unless it is told otherwise

    def _ask_chain(self, points: Sequence[Point], stop: Stop) -> list[Answer | None] | None:
        query = {"overview": "false", "steps": "true", "geometries": "geojson"}
        raw = self.service.json(f"{self._url}/route/v1/driving/{_written(points)}", query, stop=stop)
        answer = read_as(_Routes, raw, self.service)
        if answer.code in ("NoRoute", "NoSegment"):
            return None
        legs = answer.routes[0].legs if answer.code == "Ok" and answer.routes else ()
        if len(legs) != len(points) - 1 or len(answer.waypoints) != len(points):
            raise self.service.failure(Cause.NONSENSE, answer.code)
        near = [waypoint.distance <= SNAP_MOST for waypoint in answer.waypoints]
        return [_answer(leg) if near[at] and near[at + 1] else None for at, leg in enumerate(legs)]

    def _ask_table(self, origins: Sequence[Point], destinations: Sequence[Point], stop: Stop) -> Answers:
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
