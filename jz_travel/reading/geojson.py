"""GeoJSON, and the lists of saved places that Google Takeout writes as such."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jz_travel.domain.failures import Cause, Failure
from jz_travel.reading.found import Collector, Findings, Found, Point, tidy, tidy_note
from jz_travel.reading.moments import moment_of
from jz_travel.store.strict import parse_object

Object = Mapping[str, Any]
NAMES = ("name", "Name", "title", "Title", "Business Name", "名称", "地点")
NOTES = ("Comment", "comment", "note", "description", "desc", "备注")


def read(text: str, file: Path) -> Findings:
    """Every feature with a name or a point, longitude first; :class:`Failure` for JSON that is no GeoJSON."""
    whole = parse_object(_without_half_characters(text), file)
    features = whole.get("features") if whole.get("type") == "FeatureCollection" else [whole]
    if not isinstance(features, list) or not all(isinstance(each, dict) for each in features):
        raise Failure(Cause.BAD_FIELD, file, "features", "not a list of features")
    if whole.get("type") not in ("FeatureCollection", "Feature"):
        raise Failure(Cause.BAD_FIELD, file, "type", "neither Feature nor FeatureCollection")
    collector = Collector(file)
    planned = False
    for at, feature in enumerate(features):
        found = _found(feature, f"features[{at}]", collector)
        if found is not None:
            planned = planned or found.starts is not None
            collector.add(found)
    return collector.findings(planned)


def _without_half_characters(text: str) -> bytes:
    """Escapes can spell what no text can hold; such a file is refused by the strict reader, half bytes are not."""
    return text.encode("utf-8", "replace")


def _found(feature: Object, at: str, collector: Collector) -> Found | None:
    geometry, properties = _object(feature.get("geometry")), _object(feature.get("properties"))
    if geometry and geometry.get("type") != "Point":
        return None
    location = _object(properties.get("location")) or _object(properties.get("Location"))
    where = _point(geometry.get("coordinates"), f"{at}.geometry.coordinates", collector)
    where = where or _geo(_object(location.get("Geo Coordinates")), at, collector)
    day, starts = moment_of(_text((properties,), ("starts",)))
    _, ends = moment_of(_text((properties,), ("ends",)))
    return Found(
        tidy(_text((properties, location), NAMES)),
        where,
        day,
        starts,
        ends - starts if starts is not None and ends is not None and ends > starts else None,
        tidy_note(_text((properties,), NOTES)),
        tidy(_text((properties,), ("other_name",))),
        tidy(_text((properties,), ("place",))),
        at,
    )


def _point(coordinates: object, at: str, collector: Collector) -> Point | None:
    if coordinates is None:
        return None
    pair = coordinates if isinstance(coordinates, list) and len(coordinates) in (2, 3) else ["", json.dumps(None)]
    return collector.point(pair[1], pair[0], at)


def _geo(place: Object, at: str, collector: Collector) -> Point | None:
    if not place:
        return None
    return collector.point(place.get("Latitude"), place.get("Longitude"), f"{at}.Location")


def _object(value: object) -> Object:
    return value if isinstance(value, dict) else {}


def _text(places: Iterable[Object], names: Iterable[str]) -> str:
    return next(
        (each for place in places for name in names if isinstance(each := place.get(name), str) and each.strip()), ""
    )
