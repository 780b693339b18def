"""Valhalla, anywhere: https://valhalla.github.io/valhalla/api/. WGS-84; lengths in kilometres."""

from collections.abc import Sequence

from msgspec import Struct

from jz_travel.domain.failures import Cause
from jz_travel.roads.answers import Answer, Answers, Point
from jz_travel.roads.online.client import Stop
from jz_travel.roads.online.polyline import decoded
from jz_travel.roads.online.routers import InPieces, read_as

NO_ROAD = frozenset({170, 171, 442})
"""Unconnected regions, no road near, no way found: the question was fine."""
SEARCH_CUTOFF = 3000  # metres from a point to the nearest road


class _Summary(Struct):
    time: float
    length: float


class _Leg(Struct):
    shape: str
    summary: _Summary


class _Trip(Struct):
    legs: tuple[_Leg, ...]
    units: str = "kilometers"


class _Cell(Struct):
    time: float | None = None
    distance: float | None = None


class _Answered(Struct):
    trip: _Trip | None = None
    sources_to_targets: tuple[tuple[_Cell | None, ...], ...] | None = None
    error_code: int = 0
    error: str = ""


class _Nearby(Struct):
    edges: tuple[object, ...] | None = None


class Valhalla(InPieces):
    """A driving server of that kind, its kilometres turned to metres; a place without a road is left out of tables."""

    most_in_table, most_in_chain = 50, 20  # what a server allows unless it is told otherwise

    def _ask_chain(self, points: Sequence[Point], stop: Stop) -> list[Answer | None] | None:
        asked = {"locations": _located(points), "costing": "auto", "directions_type": "none", "units": "kilometers"}
        answer = read_as(_Answered, self.service.json(f"{self._url}/route", body=asked, stop=stop), self.service)
        if answer.error_code in NO_ROAD:
            return None
        if answer.trip is None or len(answer.trip.legs) != len(points) - 1 or answer.trip.units != "kilometers":
            raise self.service.failure(Cause.NONSENSE, answer.error)
        try:
            return [Answer(leg.summary.time, leg.summary.length * 1000, decoded(leg.shape)) for leg in answer.trip.legs]
        except ValueError as error:
            raise self.service.failure(Cause.NONSENSE, error) from None

    def _near_roads(self, points: Sequence[Point], stop: Stop) -> set[Point]:
        asked = {"locations": _located(points), "costing": "auto"}
        raw = self.service.json(f"{self._url}/locate", body=asked, stop=stop)
        found = read_as(tuple[_Nearby, ...], raw, self.service)
        return {point for point, each in zip(points, found, strict=False) if each.edges}

    def _ask_table(self, origins: Sequence[Point], destinations: Sequence[Point], stop: Stop) -> Answers:
        asked = {"sources": _located(origins), "targets": _located(destinations), "costing": "auto"}
        raw = self.service.json(f"{self._url}/sources_to_targets", body=asked | {"units": "kilometers"}, stop=stop)
        answer = read_as(_Answered, raw, self.service)
        rows = answer.sources_to_targets
        if answer.error_code in NO_ROAD:
            # One place without a road spoils the whole table: ask which ones have one, and again for those.
            near = self._near_roads([*origins, *destinations], stop)
            origins_left, others_left = ([each for each in some if each in near] for some in (origins, destinations))
            if (len(origins_left), len(others_left)) == (len(origins), len(destinations)) or not near:
                return {}
            return self._ask_table(origins_left, others_left, stop) if origins_left and others_left else {}
        if rows is None or len(rows) != len(origins) or any(len(row) != len(destinations) for row in rows):
            raise self.service.failure(Cause.NONSENSE, answer.error)
        return {
            (one, other): Answer(cell.time, cell.distance * 1000)
            for one, row in zip(origins, rows, strict=True)
            for other, cell in zip(destinations, row, strict=True)
            if cell is not None and cell.time is not None and cell.distance is not None and one != other
        }


def _located(points: Sequence[Point]) -> list[dict[str, float]]:
    return [{"lat": round(lat, 6), "lon": round(lon, 6), "search_cutoff": SEARCH_CUTOFF} for lat, lon in points]
