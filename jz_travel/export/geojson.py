"""The trip as GeoJSON (RFC 7946): a point a stop and a line a day, in WGS-84."""

import json
from typing import Any

from jz_travel.domain.places import Catalogue
from jz_travel.domain.schedule import Schedule
from jz_travel.export.itinerary import other_name
from jz_travel.export.located import Spot, Track, tracks
from jz_travel.export.look import paper_look
from jz_travel.words import Words

Object = dict[str, Any]


def write(schedule: Schedule, catalogue: Catalogue, words: Words) -> bytes:
    """One FeatureCollection in UTF-8; ``marker-color`` and ``stroke`` are what map tools colour by."""
    pages, days = tracks(schedule, catalogue, words)
    features: list[Object] = []
    for track in days:
        features += [_stop(track, spot, words) for spot in track.spots if spot.entry]
        if len(track.spots) > 1:
            features.append(_day(track))
    collection = {"type": "FeatureCollection", "name": pages.title, "features": features}
    return f"{json.dumps(collection, ensure_ascii=False, indent=1)}\n".encode("utf-8", "replace")


def _stop(track: Track, spot: Spot, words: Words) -> Object:
    entry = spot.entry
    if entry is None or entry.place is None:
        raise ValueError("only stops are points")
    properties = {
        "day": track.page.number,
        "number": spot.number,
        "name": spot.name,
        "other_name": other_name(entry.place, words),
        "place": spot.place,
        "starts": entry.starts.isoformat(),
        "ends": entry.ends.isoformat(),
        "within_m": spot.where.within_m,
        "about": [line.text for line in entry.lines if line.kind != "other name"],
        "marker-color": paper_look().day(track.page.number).colour,
    }
    return _feature("Point", [spot.where.lon, spot.where.lat], properties)


def _day(track: Track) -> Object:
    properties = {
        "day": track.page.number,
        "name": track.page.heading,
        "date": track.page.schedule.date.isoformat(),
        "about": [*track.page.sums, track.page.sun],
        "stroke": paper_look().day(track.page.number).colour,
    }
    return _feature("LineString", [[spot.where.lon, spot.where.lat] for spot in track.spots], properties)


def _feature(kind: str, coordinates: list[Any], properties: Object) -> Object:
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}, "properties": properties}
