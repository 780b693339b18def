"""What a router says of one way."""

from collections.abc import Mapping
from dataclasses import dataclass

Point = tuple[float, float]
"""Latitude and longitude in WGS-84."""


@dataclass(frozen=True, slots=True)
class Answer:
    """``path`` is the road as points, empty where only a table was asked for."""

    seconds: float
    metres: float
    path: tuple[Point, ...] = ()


Answers = Mapping[tuple[Point, Point], Answer]
