"""Labels that lie neither on each other nor on what must be seen."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from jz_travel.export.maps.frame import Frame, Point

NARROW, WIDE = frozenset("iljtfr.,:;'|!I·() "), frozenset("mwMWQO@%")
LINE = 1.25


class Box(NamedTuple):
    """A rectangle in units of the picture, ``top`` smaller than ``bottom``; boxes that only touch do not overlap."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Label(NamedTuple):
    """A text centred on a point, turned by ``angle`` degrees."""

    text: str
    at: Point
    size: float
    angle: float
    box: Box


def width_of(text: str, size: float) -> float:
    """How wide a text is, a little generously: the picture is made without the font at hand."""
    return size * sum(map(_em, text))


def cut(text: str, size: float, width: float) -> str:
    """As much of a text as is not wider than ``width``, with an ellipsis where something is missing."""
    if width_of(text, size) <= width:
        return text
    widths = accumulate(map(_em, text))
    return text[: sum(size * (each + 1) <= width for each in widths)].rstrip() + "…"


def _em(letter: str) -> float:
    if letter >= "\u2e80":
        return 1.0
    if letter in NARROW:
        return 0.32
    if letter in WIDE:
        return 0.9
    return 0.68 if letter.isupper() else 0.57


@dataclass(slots=True)
class Room:
    """What is taken in a picture. ``soft`` is what a label had better not lie on, but may."""

    frame: Frame
    taken: list[Box] = field(default_factory=list)
    soft: list[Point] = field(default_factory=list)

    def take(self, box: Box) -> None:
        self.taken.append(box)

    def is_free(self, box: Box) -> bool:
        inside = box.left >= 2 and box.top >= 2 and box.right <= self.frame.width - 2
        inside = inside and box.bottom <= self.frame.height - 2
        return inside and not any(box.overlaps(other) for other in self.taken)

    def beside(self, text: str, at: Point, away: float, size: float) -> Label | None:
        """A label beside a point at the best of its free sides."""
        width, height = width_of(text, size), size * LINE
        options = [self._side(text, at, away, size, width, height, side) for side in range(8)]
        possible = [(side, label) for side, label in options if self.is_free(label.box)]
        free = [(self._crossed(label.box) + 0.3 * side, side, label) for side, label in possible]
        if not free:
            return None
        label = min(free)[2]
        self.take(label.box)
        return label

    def on(self, text: str, at: Point, size: float, angle: float = 0, spaced: float = 0) -> Label | None:
        """A label in the middle of a point, or none where there is no room."""
        width, height = width_of(text, size) + spaced * len(text), size * LINE
        turn = math.radians(angle)
        across = (abs(math.cos(turn)) * width + abs(math.sin(turn)) * height) / 2
        down = (abs(math.sin(turn)) * width + abs(math.cos(turn)) * height) / 2
        box = Box(at[0] - across, at[1] - down, at[0] + across, at[1] + down)
        if not self.is_free(box):
            return None
        self.take(box)
        return Label(text, at, size, angle, box)

    def _side(
        self, text: str, at: Point, away: float, size: float, width: float, height: float, side: int
    ) -> tuple[int, Label]:
        """Right, left, above, below, then the corners."""
        across, down = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))[side]
        slanted = 0.75 if across and down else 1
        x = at[0] + across * (away * slanted + width / 2)
        y = at[1] + down * (away * slanted + height / 2)
        return side, Label(text, (x, y), size, 0, Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2))

    def _crossed(self, box: Box) -> float:
        return sum(box.left <= x <= box.right and box.top <= y <= box.bottom for x, y in self.soft)


def spread(points: Sequence[Point], apart: float, inside: Frame, margin: float, rounds: int = 120) -> list[Point]:
    """The points moved until they are ``apart`` from each other, each as near to where it was as that allows."""
    moved = [(x + 0.01 * math.cos(2.4 * at), y + 0.01 * math.sin(2.4 * at)) for at, (x, y) in enumerate(points)]
    for _ in range(rounds):
        pushed = False
        for one in range(len(moved)):
            for other in range(one + 1, len(moved)):
                gap = math.dist(moved[one], moved[other])
                if gap < apart:
                    pushed = True
                    step = (apart - gap) / 2 + 0.05
                    x = (moved[one][0] - moved[other][0]) / max(gap, 1e-9) * step
                    y = (moved[one][1] - moved[other][1]) / max(gap, 1e-9) * step
                    moved[one] = (moved[one][0] + x, moved[one][1] + y)
                    moved[other] = (moved[other][0] - x, moved[other][1] - y)
        moved = [_kept(point, inside, margin) for point in moved]
        if not pushed:
            break
    return moved


def _kept(point: Point, frame: Frame, margin: float) -> Point:
    x, y = point
    return min(max(x, margin), frame.width - margin), min(max(y, margin), frame.height - margin)


def boxes_of(points: Iterable[Point], radius: float) -> list[Box]:
    """Squares around points, as wide as twice the radius, that labels keep off."""
    return [Box(x - radius, y - radius, x + radius, y + radius) for x, y in points]
