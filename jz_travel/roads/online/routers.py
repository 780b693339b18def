"""Routers: what all of them can do, and the ones there are."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Protocol, TypeVar

from msgspec import ValidationError, convert

from jz_travel.domain.failures import Cause
from jz_travel.roads.answers import Answer, Answers, Point
from jz_travel.roads.online.client import Service, Stop, never

T = TypeVar("T")
SNAP_MOST = 3000.0
"""Metres; a point so far from every road that a router knows lies outside of its map."""


class Router(Protocol):
    service: Service

    def chain(self, points: Sequence[Point], stop: Stop = never) -> list[Answer | None]:
        """The way from each point to the next, with its path; None where there is none."""
        ...

    def table(self, points: Sequence[Point], stop: Stop = never) -> Answers:
        """Time and distance between all pairs, without paths; pairs without a way are missing."""
        ...


def read_as(shape: type[T], answer: object, service: Service) -> T:
    """An answer in the shape that the service documents; raises a :class:`Failure` when it has another."""
    try:
        return convert(answer, shape, strict=False)
    except ValidationError as error:
        raise service.failure(Cause.NONSENSE, error) from None


def blocks(points: Sequence[Point], most: int) -> Iterator[tuple[Sequence[Point], Sequence[Point]]]:
    """Origins and destinations of a table in pieces of at most ``most`` points together."""
    if len(points) <= most:
        yield points, points
        return
    half = most // 2
    parts = [points[start : start + half] for start in range(0, len(points), half)]
    for origins in parts:
        for destinations in parts:
            yield origins, destinations


def pieces(points: Sequence[Point], most: int) -> Iterator[Sequence[Point]]:
    """A chain in pieces of at most ``most`` points, each beginning where the one before ended."""
    for start in range(0, max(1, len(points) - 1), most - 1):
        yield points[start : start + most]


def joined(parts: Sequence[Sequence[Point]]) -> tuple[Point, ...]:
    """One line of several, each point once where they meet."""
    line: list[Point] = []
    for point in chain.from_iterable(parts):
        if not line or line[-1] != point:
            line.append(point)
    return tuple(line)
