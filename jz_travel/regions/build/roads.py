"""Road points to a network: ways are cut at crossings and every few hundred metres, where a place may join."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from jz_travel.regions.build.work import Work
from jz_travel.regions.network import Edge, Point, metres_between, written

LONGEST = 400.0
"""Metres of road without a node."""
Row = tuple[int, int, float, float]


def make_network(work: Work) -> bytes:
    """The bytes of ``roads.bin``: seconds by car and metres for every stretch in the directions that it allows."""
    base = work.base
    base.execute("CREATE INDEX IF NOT EXISTS nodes_of_roads ON road_points (node)")
    base.execute("CREATE INDEX IF NOT EXISTS points_of_ways ON road_points (way, at)")
    base.execute("CREATE TEMP TABLE crossings (node INTEGER PRIMARY KEY)")
    base.execute("INSERT INTO crossings SELECT node FROM road_points GROUP BY node HAVING count(*) > 1")
    numbers: dict[int, int] = {}
    places: list[Point] = []
    edges: list[Edge] = []

    def number(node: int, at: Point) -> int:
        if node not in numbers:
            numbers[node] = len(places)
            places.append(at)
        return numbers[node]

    for speed, along, against, pieces in _ways(work):
        for piece in pieces:
            points = [(lat, lon) for _, lat, lon in piece]
            first, last = number(piece[0][0], points[0]), number(piece[-1][0], points[-1])
            metres = sum(metres_between(one, other) for one, other in pairwise(points))
            seconds = metres / (speed / 3.6)
            if along:
                edges.append((first, last, seconds, metres, points[1:]))
            if against:
                edges.append((last, first, seconds, metres, points[-2::-1]))
    base.execute("DROP TABLE crossings")
    return written(places, edges)


def _ways(work: Work) -> Iterator[tuple[float, bool, bool, list[list[tuple[int, float, float]]]]]:
    query = """
    SELECT way, speed, along, against, road_points.node, lat, lon, crossings.node IS NOT NULL
    FROM road_points JOIN road_ways USING (way) LEFT JOIN crossings ON crossings.node = road_points.node
    ORDER BY way, at
    """
    for (_, speed, along, against), rows in groupby(work.base.execute(query), key=lambda row: row[:4]):
        points = [(node, lat, lon, crossing) for *_, node, lat, lon, crossing in rows]
        yield speed, bool(along), bool(against), _cut(points)


def _cut(points: list[tuple[int, float, float, bool]]) -> list[list[tuple[int, float, float]]]:
    pieces = [[points[0][:3]]]
    length = 0.0
    for (_, lat, lon, _), point in pairwise(points):
        length += metres_between((lat, lon), point[1:3])
        pieces[-1].append(point[:3])
        if point is not points[-1] and (point[3] or length > LONGEST):
            pieces.append([point[:3]])
            length = 0.0
    return pieces
