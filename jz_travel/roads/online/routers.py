"""Routers: what all of them can do, and the ones there are."""

from abc import ABC, abstractmethod
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
    """A service that knows driving times in seconds and lengths in metres; every failure is a :class:`Failure`."""

    service: Service

    def chain(self, points: Sequence[Point], stop: Stop = never) -> list[Answer | None]:
        """The way from each point to the next, with its path; None where there is none."""
        ...

    def table(self, points: Sequence[Point], stop: Stop = never) -> Answers:
        """Time and distance between all pairs, without paths; pairs without a way are missing."""
        ...


class InPieces(ABC):
    """A server that answers a whole chain or table at once, but no larger one than it allows."""

    most_in_table: int
    most_in_chain: int

    def __init__(self, url: str, service: Service) -> None:
        self._url, self.service = url.rstrip("/"), service

    def chain(self, points: Sequence[Point], stop: Stop = never) -> list[Answer | None]:
        return [leg for piece in pieces(points, self.most_in_chain) for leg in self._legs(piece, stop)]

    def _legs(self, points: Sequence[Point], stop: Stop) -> Sequence[Answer | None]:
        """One end that cannot be reached spoils the whole chain: then each way is asked for by itself."""
        whole = self._ask_chain(points, stop)
        if whole is not None:
            return whole
        return [None] if len(points) == 2 else [leg for pair in pieces(points, 2) for leg in self._legs(pair, stop)]

    def table(self, points: Sequence[Point], stop: Stop = never) -> Answers:
        found: dict[tuple[Point, Point], Answer] = {}
        for origins, destinations in blocks(points, self.most_in_table):
            found |= self._ask_table(origins, destinations, stop)
        return found

    @abstractmethod
    def _ask_chain(self, points: Sequence[Point], stop: Stop) -> Sequence[Answer | None] | None:
        """The ways from each point to the next; None when the server finds no way through all of them."""

    @abstractmethod
    def _ask_table(self, origins: Sequence[Point], destinations: Sequence[Point], stop: Stop) -> Answers: ...


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
