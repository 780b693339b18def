"""What part of the world a picture shows, and where a position lies in it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

Point = tuple[float, float]
LatLon = tuple[float, float]

REGION = ((34.3, 111.65), (36.1, 114.6))
"""South-west and north-east of the ground that ``maps/`` has."""
EQUATOR = 40_075_016.686
ROOM = 0.14
"""Around the points of a picture, as a part of its width and height."""
LEAST_METRES = 50_000
"""Nearer than this the ground has nothing to show."""


def project(lat: float, lon: float) -> Point:
    """Web Mercator: the world is one unit wide, y runs south."""
    sine = math.sin(math.radians(lat))
    return (lon + 180) / 360, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture ``width`` × ``height`` points large whose top left corner is the world point (``left``, ``top``)."""

    left: float
    top: float
    scale: float
    """Points a world width."""
    width: float
    height: float

    def at(self, lat: float, lon: float) -> Point:
        x, y = project(lat, lon)
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def holds(self, point: Point, margin: float = 0) -> bool:
        x, y = point
        return -margin <= x <= self.width + margin and -margin <= y <= self.height + margin

    @property
    def metres_a_point(self) -> float:
        """In the middle of the picture."""
        middle = self.top + self.height / self.scale / 2
        latitude = math.atan(math.sinh(math.pi * (1 - 2 * middle)))
        return EQUATOR * math.cos(latitude) / self.scale


def around(points: Iterable[LatLon], width: float, height: float, room: float = ROOM) -> Frame:
    """The frame that holds all points with some room around them, inside the region where it can be."""
    projected = [project(lat, lon) for lat, lon in points] or [project(*corner) for corner in REGION]
    west, east = min(x for x, _ in projected), max(x for x, _ in projected)
    north, south = min(y for _, y in projected), max(y for _, y in projected)
    nearest = EQUATOR * math.cos(math.radians(35.2)) / LEAST_METRES * min(width, height)
    inner = 1 - 2 * room
    scale = min(width * inner / max(east - west, 1e-12), height * inner / max(south - north, 1e-12), nearest)
    left = _within((west + east) / 2 - width / scale / 2, width / scale, 0)
    top = _within((north + south) / 2 - height / scale / 2, height / scale, 1)
    return Frame(left, top, scale, width, height)


def _corners() -> tuple[Point, Point]:
    (south, west), (north, east) = REGION
    return project(north, west), project(south, east)


def _within(start: float, length: float, axis: int) -> float:
    """A start moved so that start + length stays inside the region; where both cannot be, all points are shown."""
    low, high = (corner[axis] for corner in _corners())
    return start if length > high - low else min(max(start, low), high - length)
