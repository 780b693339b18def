"""The lines of a day: a printed route straight and firm, an estimate, whose road nobody knows, a broken curve."""

import math
from collections.abc import Iterator
from itertools import pairwise

from jz_travel.export.look import DayLook
from jz_travel.export.maps.frame import Frame, LatLon, Point
from jz_travel.export.maps.svg import element, path

BOW, STEPS = 0.13, 20
CASING = "#1b1b1b"


def curve(frame: Frame, origin: LatLon, destination: LatLon, estimate: bool) -> list[Point]:
    """From one position to another, leaning to the right, so that the way there and the way back lie apart."""
    (x1, y1), (x2, y2) = frame.at(*origin), frame.at(*destination)
    bow = BOW if estimate else 0
    x, y = (x1 + x2) / 2 - (y2 - y1) * bow, (y1 + y2) / 2 + (x2 - x1) * bow
    points = []
    for step in range(STEPS + 1):
        t = step / STEPS
        points.append((_bent(x1, x, x2, t), _bent(y1, y, y2, t)))
    return points if estimate else [points[0], points[-1]]


def _bent(start: float, middle: float, end: float, t: float) -> float:
    return (1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end


def drawn(points: list[Point], look: DayLook, estimate: bool, scale: float = 1) -> Iterator[str]:
    """The line with its casing; estimates are always broken."""
    width = (1.7 if estimate else 2.3) * scale
    casing = 0.7 * scale
    dashes = [length * 0.55 * scale for length in (look.dashes or ((18, 5) if estimate else ()))]
    under = [length + 2 * casing if at % 2 == 0 else max(0.1, length - 2 * casing) for at, length in enumerate(dashes)]
    line = path([points])
    if dashes and not estimate:
        yield _stroke(line, CASING, width + 2 * casing, [])
        yield _stroke(line, "#ffffff", width, [])
        yield _stroke(line, look.colour, width, dashes)
        return
    yield _stroke(line, CASING, width + 2 * casing, under, casing)
    yield _stroke(line, look.colour, width, dashes)


def _stroke(line: str, colour: str, width: float, dashes: list[float], offset: float = 0) -> str:
    style: dict[str, object] = {"stroke": colour, "stroke_width": width, "stroke_linejoin": "round"}
    if dashes:
        style["stroke_dasharray"] = " ".join(f"{length:.2f}" for length in dashes)
        style["stroke_dashoffset"] = offset
    return element("path", d=line, fill="none", **style)


def steps(points: list[Point], every: float = 3) -> Iterator[Point]:
    """Points along a line, for labels to keep away from."""
    for (x1, y1), (x2, y2) in pairwise(points):
        count = max(1, int(math.dist((x1, y1), (x2, y2)) / every))
        for step in range(count):
            yield x1 + (x2 - x1) * step / count, y1 + (y2 - y1) * step / count
