"""A pack's road network, read where it lies in the file, and ways through it.

Crossings and every few hundred metres between them are nodes; each direction of a road is an edge that knows its time,
its length and its course. Times come from the kind of road and its limit: an estimate along real roads.
"""

import heapq
import math
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

MAGIC = b"JZROADS1"
DEGREE = 10_000_000
METRES_A_DEGREE = 111_320
CELL = 0.02
SNAP_MOST = 3_000.0
"""Metres; a point farther from every road is not in the pack's reach."""
WALKED = 3.0
"""Metres a second between a place and its road: a lane that the map does not know."""

Point = tuple[float, float]
Near = tuple[int, float]
"""A node, and how many metres it is away."""


@dataclass(frozen=True, slots=True)
class Way:
    """``path``: latitudes and longitudes, with the place at each end."""

    seconds: float
    metres: float
    path: tuple[Point, ...]


class Network:
    """Raises ``ValueError`` when the bytes are no network."""

    def __init__(self, data: memoryview) -> None:
        if bytes(data[:8]) != MAGIC or len(data) < 20:
            raise ValueError("no road network")
        nodes, edges, points = (int.from_bytes(data[at : at + 4], "little") for at in (8, 12, 16))
        sizes = (2 * nodes, nodes + 1, edges, edges, edges, edges + 1, 2 * points)
        if 20 + 4 * sum(sizes) != len(data):
            raise ValueError("the road network is cut off")
        parts = list(_cut(data[20:], sizes))
        self._places, self._first, self._target, self._tenths, self._decimetres, self._course, self._points = parts
        if nodes and (self._first[nodes] != edges or self._course[edges] != points):
            raise ValueError("the road network contradicts itself")
        self.nodes = nodes
        self.edges = edges

    def place(self, node: int) -> Point:
        """Where a node lies, in WGS-84 degrees."""
        return self._places[2 * node] / DEGREE, self._places[2 * node + 1] / DEGREE

    @cached_property
    def _cells(self) -> dict[tuple[int, int], list[int]]:
        cells: dict[tuple[int, int], list[int]] = {}
        for node in range(self.nodes):
            cells.setdefault(_cell(self.place(node)), []).append(node)
        return cells

    def nearest(self, point: Point) -> Near | None:
        """The nearest node and how many metres off it is; None when no road is within :data:`SNAP_MOST` metres."""
        row, column = _cell(point)
        near = [
            (metres_between(point, self.place(node)), node)
            for north in (-2, -1, 0, 1, 2)
            for east in (-2, -1, 0, 1, 2)
            for node in self._cells.get((row + north, column + east), ())
        ]
        if not near:
            return None
        metres, node = min(near)
        return (node, metres) if metres <= SNAP_MOST else None

    def ways(self, origin: Point, destinations: Sequence[Point]) -> list[Way | None]:
        """The fastest way to each destination, by one search that ends when the last is reached."""
        start = self.nearest(origin)
        ends = [self.nearest(point) for point in destinations]
        if start is None:
            return [None] * len(ends)
        wanted = {end[0] for end in ends if end}
        seconds, before = self._search(start[0], wanted)
        return [
            self._way(origin, start, point, end, before) if end and end[0] in seconds else None
            for point, end in zip(destinations, ends, strict=True)
        ]

    def _search(self, start: int, wanted: set[int]) -> tuple[dict[int, int], dict[int, tuple[int, int]]]:
        """Dijkstra: tenths of seconds to each settled node, and by which node and edge it was reached."""
        settled: dict[int, int] = {}
        best = {start: 0}
        before: dict[int, tuple[int, int]] = {}
        left = set(wanted)
        queue = [(0, start)]
        first, target, tenths = self._first, self._target, self._tenths
        while queue and left:
            so_far, node = heapq.heappop(queue)
            if node in settled:
                continue
            settled[node] = so_far
            left.discard(node)
            for edge in range(first[node], first[node + 1]):
                following, reached = target[edge], so_far + tenths[edge]
                if following not in settled and reached < best.get(following, 1 << 60):
                    best[following] = reached
                    before[following] = (node, edge)
                    heapq.heappush(queue, (reached, following))
        return settled, before

    def _way(
        self,
        origin: Point,
        start: Near,
        to: Point,
        end: Near,
        before: dict[int, tuple[int, int]],
    ) -> Way:
        edges: list[int] = []
        node = end[0]
        while node != start[0]:
            node, edge = before[node]
            edges.append(edge)
        walked = start[1] + end[1]
        metres = sum(self._decimetres[edge] for edge in edges) / 10 + walked
        seconds = sum(self._tenths[edge] for edge in edges) / 10 + walked / WALKED
        path = [self.place(start[0])]
        for edge in reversed(edges):
            path += self._along(edge)
        return Way(seconds, metres, (origin, *path, to))

    def _along(self, edge: int) -> Iterator[Point]:
        for at in range(self._course[edge], self._course[edge + 1]):
            yield self._points[2 * at] / DEGREE, self._points[2 * at + 1] / DEGREE


def _cut(data: memoryview, sizes: Sequence[int]) -> Iterator[memoryview]:
    at = 0
    for number, size in enumerate(sizes):
        signed = number in (0, len(sizes) - 1)
        yield data[at : at + 4 * size].cast("i" if signed else "I")
        at += 4 * size


def _cell(point: Point) -> tuple[int, int]:
    return math.floor(point[0] / CELL), math.floor(point[1] / CELL)


def metres_between(one: Point, other: Point) -> float:
    """On a plane that touches the earth between them: exact to a thousandth over the length of a road."""
    north = (other[0] - one[0]) * METRES_A_DEGREE
    east = (other[1] - one[1]) * METRES_A_DEGREE * math.cos(math.radians((one[0] + other[0]) / 2))
    return math.hypot(north, east)


Edge = tuple[int, int, float, float, Sequence[Point]]
"""From node, to node, seconds, metres, and the points after the first node."""


def written(places: Sequence[Point], edges: Sequence[Edge]) -> bytes:
    """A network as bytes; edges are sorted by their first node."""
    ordered = sorted(edges, key=lambda edge: (edge[0], edge[1], edge[2]))
    first = array("I", [0] * (len(places) + 1))
    for edge in ordered:
        first[edge[0] + 1] += 1
    for node in range(len(places)):
        first[node + 1] += first[node]
    course, points = array("I", [0]), array("i")
    for edge in ordered:
        points.extend(round(value * DEGREE) for point in edge[4] for value in point)
        course.append(len(points) // 2)
    parts = (
        array("i", (round(value * DEGREE) for place in places for value in place)), first,
        array("I", (edge[1] for edge in ordered)), array("I", (max(1, round(edge[2] * 10)) for edge in ordered)),
        array("I", (round(edge[3] * 10) for edge in ordered)), course, points,
    )  # fmt: skip
    counts = (len(places), len(ordered), len(points) // 2)
    return b"".join([MAGIC, *(count.to_bytes(4, "little") for count in counts), *(part.tobytes() for part in parts)])
