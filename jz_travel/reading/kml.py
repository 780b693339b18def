"""KML: placemarks that are points. Ways and areas name no place to visit."""

import re
from pathlib import Path

from jz_travel.reading.found import Collector, Findings, Found, tidy, tidy_note
from jz_travel.reading.markup import Item, items
from jz_travel.reading.moments import moment_of

_OURS = re.compile(r"\d\d:\d\d–\d\d:\d\d")
_POINTS = ("Point/coordinates", "MultiGeometry/Point/coordinates")
_WAYS = ("LineString/coordinates", "Polygon/outerBoundaryIs/LinearRing/coordinates", "MultiGeometry/LineString")


def read(text: str, file: Path) -> Findings:
    """Every placemark with a point; :class:`Failure` for what is no KML."""
    _, marks = items(text, frozenset({"Placemark"}), file)
    collector = Collector(file)
    planned = False
    for at, mark in enumerate(marks, start=1):
        if any(way in mark.texts for way in _WAYS):
            continue
        found = _found(mark, f"Placemark {at}", collector)
        planned = planned or (found.day is not None and "TimeSpan/begin" in mark.texts)
        collector.add(found)
    return collector.findings(planned)


def _found(mark: Item, at: str, collector: Collector) -> Found:
    texts = mark.texts
    coordinates = next((texts[path] for path in _POINTS if path in texts), None)
    where = None
    if coordinates is not None:
        lon, lat, *_ = [*coordinates.strip().split(","), "", ""]
        where = collector.point(lat, lon, f"{at}/coordinates")
    day, starts = moment_of(texts.get("TimeSpan/begin") or texts.get("TimeStamp/when") or "")
    _, ends = moment_of(texts.get("TimeSpan/end", ""))
    stay = ends - starts if starts is not None and ends is not None and ends > starts else None
    note = texts.get("description", "")
    return Found(
        tidy(texts.get("name", "")),
        where,
        day,
        starts,
        stay,
        "" if _OURS.match(note.strip()) else tidy_note(note),
        field=at,
    )
