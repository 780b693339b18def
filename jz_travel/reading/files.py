"""Which reader a file is for: by its ending, else by how it begins."""

from pathlib import Path

from jz_travel.domain.failures import Cause, Failure
from jz_travel.reading import calendar, geojson, gpx, kml, table
from jz_travel.reading.archive import kml_of
from jz_travel.reading.found import Findings
from jz_travel.reading.limits import LARGEST_FILE
from jz_travel.reading.texts import text_of
from jz_travel.store.files import read_bytes

SUFFIXES = (".gpx", ".kml", ".kmz", ".geojson", ".json", ".ics", ".csv", ".tsv", ".xlsx")
_READERS = {
    ".gpx": gpx.read,
    ".kml": kml.read,
    ".kmz": kml.read,
    ".geojson": geojson.read,
    ".json": geojson.read,
    ".ics": calendar.read,
    ".csv": table.read,
    ".tsv": table.read,
}


def read(path: Path) -> Findings:
    """What stands in a file. Raises :class:`Failure`, which names the file and the field, for what cannot be read."""
    return parse(read_bytes(path, LARGEST_FILE), path)


def parse(content: bytes, path: Path) -> Findings:
    """The same for bytes that are already here; ``path`` only names them."""
    kind = path.suffix.lower()
    if kind not in SUFFIXES:
        kind = _kind_of(content)
    if kind == ".xlsx":
        return table.read_workbook(content, path)
    if kind == ".kmz" and content.startswith(b"PK"):
        content = kml_of(content, path)
    if kind not in _READERS:
        raise Failure(Cause.UNKNOWN_KIND, path, detail=", ".join(SUFFIXES))
    return _READERS[kind](text_of(content, path), path)


def _kind_of(content: bytes) -> str:
    start = content[:1000]
    for mark, kind in ((b"<gpx", ".gpx"), (b"<kml", ".kml"), (b"BEGIN:VCALENDAR", ".ics"), (b'"Feature', ".json")):
        if mark in start:
            return kind
    return ""
