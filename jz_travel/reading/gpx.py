"""GPX: waypoints, and the named points of routes where no waypoint says the same. Recorded tracks name no places."""

from pathlib import Path

from jz_travel.reading.found import Collector, Findings, Found, Point, tidy, tidy_note
from jz_travel.reading.markup import Item, items
from jz_travel.reading.moments import moment_of

OURS = "jz_travel"


def read(text: str, file: Path) -> Findings:
    """Every named waypoint, then route points that say something else; :class:`Failure` for what is no GPX."""
    root, points = items(text, frozenset({"wpt", "rtept"}), file)
    ours = OURS in root
    collector = Collector(file)
    seen: set[tuple[str, Point | None]] = set()
    for at, item in enumerate(points, start=1):
        if ours and item.name == "rtept":
            continue
        found = _found(item, f"{item.name} {at}", collector, ours)
        if item.name == "rtept" and (found.name, found.where) in seen:
            continue
        seen.add((found.name, found.where))
        collector.add(found)
    return collector.findings(planned=ours)


def _found(item: Item, at: str, collector: Collector, ours: bool) -> Found:
    texts = item.texts
    where = collector.point(item.attributes.get("lat", ""), item.attributes.get("lon", ""), at)
    day, starts = moment_of(texts.get("time", ""))
    note = "" if ours else texts.get("desc") or texts.get("cmt") or ""
    return Found(tidy(texts.get("name", "")), where, day, starts, note=tidy_note(note), field=at)
