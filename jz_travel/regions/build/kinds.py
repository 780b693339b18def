"""What of OpenStreetMap a pack shows, from which zoom on, and how fast its roads are."""

from collections.abc import Mapping
from typing import NamedTuple

Tags = Mapping[str, str]


class Shown(NamedTuple):
    """The layer of the map that a thing belongs to, what it is there, and the first zoom that shows it."""

    layer: str
    kind: str
    from_zoom: int


ROADS: dict[str, tuple[int, float]] = {
    "motorway": (6, 100), "trunk": (7, 75), "primary": (8, 58), "secondary": (9, 48), "tertiary": (11, 40),
    "motorway_link": (10, 45), "trunk_link": (10, 40), "primary_link": (11, 35), "secondary_link": (11, 32),
    "tertiary_link": (12, 30), "unclassified": (12, 32), "residential": (12, 25), "living_street": (13, 12),
    "service": (13, 15),
}  # fmt: skip
"""From which zoom on, and kilometres an hour by car where no limit says less: our own assumption of what is usual."""
PATHS = frozenset({"track", "path", "footway", "steps", "pedestrian", "cycleway", "bridleway"})
WATERWAYS = {"river": 8, "canal": 10, "stream": 12}
PLACES = {"city": 6, "town": 8, "suburb": 11, "village": 12, "hamlet": 13}
LAND = {
    ("natural", "wood"): ("forest", 8), ("landuse", "forest"): ("forest", 8), ("leisure", "park"): ("park", 11),
    ("landuse", "residential"): ("built", 10), ("landuse", "industrial"): ("built", 11),
    ("landuse", "grass"): ("park", 12), ("natural", "grassland"): ("park", 11),
}  # fmt: skip
WATER = {("natural", "water"), ("landuse", "reservoir"), ("waterway", "riverbank"), ("landuse", "basin")}
SIGHTS = ("tourism", "historic", "amenity")
KEYS = ("highway", "railway", "waterway", "natural", "landuse", "leisure", "building", "place", *SIGHTS)


def line_shown(tags: Tags) -> Shown | None:
    """What a way with such tags is on the map; None for what the map leaves out."""
    road = tags.get("highway")
    if road in ROADS:
        return Shown("roads", road.removesuffix("_link"), ROADS[road][0])
    if road in PATHS:
        return Shown("roads", "path", 13)
    if tags.get("railway") == "rail":
        return Shown("rail", "rail", 9)
    water = tags.get("waterway")
    return Shown("rivers", water, WATERWAYS[water]) if water in WATERWAYS else None


def area_shown(tags: Tags) -> Shown | None:
    """What an area with such tags is on the map; None for what the map leaves out."""
    if any(tags.get(key) == value for key, value in WATER):
        return Shown("water", "water", 8)
    for (key, value), (kind, zoom) in LAND.items():
        if tags.get(key) == value:
            return Shown("land", kind, zoom)
    return Shown("buildings", "building", 13) if tags.get("building", "no") != "no" else None


def point_shown(tags: Tags) -> Shown | None:
    """What a point with such tags is on the map; None without a name and for what the map leaves out."""
    place = tags.get("place")
    if place in PLACES and tags.get("name"):
        return Shown("places", place, PLACES[place])
    if tags.get("railway") == "station" and tags.get("name"):
        return Shown("places", "station", 11)
    sight = next((tags[key] for key in SIGHTS if key in tags), None)
    return Shown("places", "sight", 13) if sight and tags.get("name") else None


def drives(tags: Tags) -> tuple[float, bool, bool] | None:
    """Kilometres an hour, and whether a car may go along and against the line; None where it may not go."""
    road = tags.get("highway", "")
    if road not in ROADS or tags.get("access") in {"no", "private"} or tags.get("motor_vehicle") == "no":
        return None
    limit = tags.get("maxspeed", "")
    usual = ROADS[road][1]
    speed = min(usual, 0.9 * float(limit)) if limit.isdecimal() and int(limit) >= 5 else usual
    oneway = tags.get("oneway", "yes" if road == "motorway" or tags.get("junction") == "roundabout" else "no")
    return speed, oneway != "-1", oneway in {"no", "-1"}
