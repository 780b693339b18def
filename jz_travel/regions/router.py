"""A pack's roads and names, asked as a service on the network is asked; only that nothing leaves the computer."""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from jz_travel.regions.network import Network
from jz_travel.regions.pack import ROADS, Pack
from jz_travel.regions.search import Names
from jz_travel.roads.answers import Answer, Answers, Point
from jz_travel.roads.online.client import Pace, Service, Stop, Stopped, never
from jz_travel.roads.online.geocoding import Finding


class PackRouter:
    """Read when first asked, which is in the background."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self.service = Service(pack.info.name, Pace(0))

    @cached_property
    def _network(self) -> Network:
        return Network(self._pack.member(ROADS))

    def chain(self, points: Sequence[Point], stop: Stop = never) -> list[Answer | None]:
        """The way from each point to the next, with its path; None where there is none."""
        return [self._ways(here, [there], stop)[0] for here, there in pairwise(points)]

    def table(self, points: Sequence[Point], stop: Stop = never) -> Answers:
        """Time and distance between all pairs; pairs without a way are missing."""
        found: dict[tuple[Point, Point], Answer] = {}
        for origin in points:
            others = [point for point in points if point != origin]
            for point, answer in zip(others, self._ways(origin, others, stop), strict=True):
                if answer is not None:
                    found[origin, point] = Answer(answer.seconds, answer.metres)
        return found

    def _ways(self, origin: Point, destinations: Sequence[Point], stop: Stop) -> list[Answer | None]:
        if stop():
            raise Stopped
        ways = self._network.ways(origin, destinations)
        return [Answer(way.seconds, way.metres, way.path) if way is not None else None for way in ways]


class PackSearch:
    """The names of a pack, found as a geocoder finds places."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self.service = Service(pack.info.name, Pace(0))

    @cached_property
    def _names(self) -> Names:
        return Names(self._pack)

    def find(self, query: str, stop: Stop = never) -> tuple[Finding, ...]:
        if stop():
            raise Stopped
        return tuple(Finding(each.name, each.other, each.lat, each.lon) for each in self._names.find(query))
