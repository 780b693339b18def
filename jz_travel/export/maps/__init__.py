"""The map of a trip, a day or a place as one SVG picture, from the same ground and the same stops as the window's map.

Lengths are points: a picture that is placed at its own size has letters as large as they say.
"""

from jz_travel.export.maps.picture import Picture, day_map, place_map, trip_map

__all__ = ["Picture", "day_map", "place_map", "trip_map"]
