"""What a visitor can lay over the map: themes, soft outlines of areas, how full a day may be."""

import math
from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise

from jz_travel.domain.holidays import Level
from jz_travel.domain.places import Catalogue, Kind, Place, PlaceId, Position, Theme
from jz_travel.mapping.overlay import Json
from jz_travel.words import Words
from jz_travel.words.holidays import level as level_name

METRES_A_DEGREE = 111_320
LEAST_AROUND, MOST_AROUND = 900, 2_000
"""Metres of soft land drawn around each sight of an area."""
CORNERS = 24
Point = tuple[float, float]


def layers_overlay(catalogue: Catalogue, words: Words) -> Json:
    """``themes``, each ``id name``; ``areas``, each ``id ring`` with the ring as latitudes and longitudes."""
    themes = {theme for place in catalogue for theme in place.themes if place.is_sight}
    areas = ((area, outline(catalogue, area)) for area in catalogue.sights_inside)
    return {
        "themes": [{"id": theme, "name": words.theme(theme)} for theme in Theme if theme in themes],
        "areas": [{"id": area, "ring": ring} for area, ring in areas if ring],
    }


def outline(catalogue: Catalogue, area: PlaceId) -> list[Point]:
    """A soft outline around the known positions inside an area: where its sights are, not where its boundary runs.

    Empty for an area inside another one, and where fewer than two positions are known.
    """
    place = catalogue.get(area)
    if place is None or place.area is not None:
        return []
    spots = {each.position for each in (place, *_inside(catalogue, area)) if each.position is not None}
    if len({(spot.lat, spot.lon) for spot in spots}) < 2:
        return []
    return _hull(point for spot in spots for point in _around(spot))


def _inside(catalogue: Catalogue, area: PlaceId) -> Iterable[Place]:
    for place in catalogue.sights_inside.get(area, ()):
        yield place
        yield from _inside(catalogue, place.id)


def _around(spot: Position) -> Iterable[Point]:
    metres = min(max(spot.within_m, LEAST_AROUND), MOST_AROUND)
    tall = metres / METRES_A_DEGREE
    wide = tall / math.cos(math.radians(spot.lat))
    for corner in range(CORNERS):
        turn = 2 * math.pi * corner / CORNERS
        yield round(spot.lat + tall * math.sin(turn), 5), round(spot.lon + wide * math.cos(turn), 5)


def _hull(points: Iterable[Point]) -> list[Point]:
    """The convex hull, by Andrew's monotone chain."""
    ordered = sorted(set(points))
    lower, upper = _chain(ordered), _chain(reversed(ordered))
    return lower[:-1] + upper[:-1]


def _chain(points: Iterable[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in points:
        while len(chain) >= 2 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def load_overlay(catalogue: Catalogue, words: Words, day: date, level_at: Callable[[date, PlaceId], Level]) -> Json:
    """How full each sight may be on a day: ``levels`` by place, and ``names``, ``texts`` and ``note`` that say it."""
    shown = words.date_short(day)
    names = [level_name(words, level) for level in Level]
    sights = (place for place in catalogue if place.is_sight and place.kind is not Kind.OWN)
    return {
        "levels": {place.id: int(level_at(day, place.id)) for place in sights},
        "names": names,
        "texts": [words.say("{level} on {date} (estimate)", context="map", level=name, date=shown) for name in names],
        "note": words.say("Estimated for {date} from calendar and season, not counted", context="map", date=shown),
    }


def lengths(points: list[Position], line: Callable[[Position, Position], float]) -> tuple[list[float], float]:
    """Metres from each point to the next, and how far their sum may be off when each end errs by chance."""
    parts = [line(one, other) for one, other in pairwise(points)]
    ends = [end for pair in pairwise(points) for end in pair]
    return parts, math.sqrt(sum(end.within_m**2 for end in ends))
