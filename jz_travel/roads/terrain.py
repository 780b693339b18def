"""Which places lie in the Taihang hills, where a road is longer and slower than on the plain."""

from jz_travel.domain.places import Catalogue, Kind, Place
from jz_travel.roads.book import Terrain

HILL_KINDS = frozenset({Kind.MOUNTAIN_AREA, Kind.PEAK, Kind.RIDGE, Kind.GORGE, Kind.WATERFALL, Kind.SKYWALK})


def in_hills(place: Place, catalogue: Catalogue, terrain: Terrain) -> bool:
    """What ``terrain`` lists, first of the place, then of its area; else by the kind of either."""
    area = catalogue.area_of(place)
    here = (place, area) if area else (place,)
    for each in here:
        if each.id in terrain.plain:
            return False
        if each.id in terrain.hills:
            return True
    return any(each.kind in HILL_KINDS for each in here)
