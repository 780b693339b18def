"""The ``.jztrip`` file: one trip as JSON in UTF-8, made to be read by people too.

::

    {"jztrip": 1, "written_by": "jz_travel 0.1.0",
     "trip": {"id": "…", "name": "…", "starts": "2026-10-01", "next_number": 4,
              "days": [{"id": "d1", "starts": "08:30", "ends_by": "21:00", "mode": "car", "lunch": true,
                        "stops": [{"id": "s3", "place": "yuntaishan", "stay": 300, "locked": false}]}]}}

Stays are minutes, dates are ISO, times of day go on after midnight (``"25:30"``). A field that is absent has its usual
value. What cannot be true is refused with the name of the field; what is merely ugly is not: a name loses its line
breaks and other control characters, and what goes beyond 200 characters; marks of writing direction stay.
A place that no catalogue knows is fine here: the schedule says so. Fields that this version does not know are kept.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from msgspec import ValidationError, convert

from jz_travel import __version__
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.own_places import OwnPlace
from jz_travel.domain.trip import Day, Stop, Trip
from jz_travel.store.files import read_bytes, write_bytes
from jz_travel.store.strict import parse_object
from jz_travel.store.trip_fields import (
    LONGEST_NAME,
    DayFields,
    FileFields,
    Object,
    OwnPlaceFields,
    StopFields,
    TripFields,
    check_trip,
    plain_trip,
    trip_of,
)

SCHEMA = 1
SUFFIX = ".jztrip"
LARGEST_FILE = 2_000_000  # bytes; a week has five thousand


@dataclass(frozen=True)
class TripDocument:
    """A trip and what its file says besides, in words of a newer version.

    ``unknown`` belongs to ``"file"``, ``"trip"``, ``"day d1"``, ``"stop s3"`` or ``"place own-4"``, wherever those are.
    """

    trip: Trip
    unknown: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def with_trip(self, trip: Trip) -> "TripDocument":
        return replace(self, trip=trip)

    @property
    def unknown_fields(self) -> tuple[str, ...]:
        """The fields that this version keeps but does not understand, like ``days[0].stops[1].colour``."""
        return tuple(
            f"{where}.{name}" if where else name
            for where, owner in _owners(self.trip.days, self.trip.own)
            for name in self.unknown.get(owner, {})
        )


UPGRADES: Mapping[int, Callable[[Object], Object]] = {}
"""For each older schema number the step to the next one; a step gets the whole file and returns a new one."""


def read_trip(path: Path) -> TripDocument:
    """Opens a ``.jztrip`` file; a :class:`Failure` says what is wrong with it, and in which field."""
    return parse_trip(read_bytes(path, LARGEST_FILE), path)


def write_trip(path: Path, document: TripDocument) -> None:
    """Replaces the file in one step. Nothing is written that could not be read again."""
    write_bytes(path, format_trip(document, path))


def parse_trip(content: bytes, file: Path | None = None) -> TripDocument:
    """The trip in a file's bytes; ``file`` is for the message of a :class:`Failure`."""
    if len(content) > LARGEST_FILE:
        raise Failure(Cause.TOO_LARGE, file, detail=f"more than {LARGEST_FILE} bytes")
    raw = upgraded(parse_object(content, file), file)
    try:
        found = convert(raw, FileFields)
    except ValidationError as error:
        message, _, where = str(error).partition(" - at `$.")
        raise Failure(Cause.BAD_FIELD, file, where.rstrip("`").removeprefix("trip."), message) from error
    check_trip(found.trip, file)
    return TripDocument(trip_of(found.trip), _unknown(raw, found.trip))


def format_trip(document: TripDocument, file: Path | None = None) -> bytes:
    """The bytes of a document, always the same for the same one. Fails where :func:`parse_trip` would."""
    raw = {"jztrip": SCHEMA, "written_by": f"jz_travel {__version__}", "trip": plain_trip(document.trip)}
    for owner, plain in _owned(raw, document.trip.days, document.trip.own):
        plain.update((name, value) for name, value in document.unknown.get(owner, {}).items() if name not in plain)
    text = json.dumps(raw, ensure_ascii=False, indent=1)
    content = text.encode("utf-8", "replace") + b"\n"  # half a character becomes "?", so that it costs no work
    parse_trip(content, file)
    return content


def upgraded(
    raw: Object,
    file: Path | None = None,
    steps: Mapping[int, Callable[[Object], Object]] = UPGRADES,
    schema: int = SCHEMA,
) -> Object:
    """A file of an older version as this one would have written it."""
    number = raw.get("jztrip")
    if type(number) is not int or number < 1 or (number < schema and number not in steps):
        raise Failure(Cause.NOT_A_TRIP, file, "jztrip")
    if number > schema:
        raise Failure(Cause.NEWER, file, "jztrip", str(raw.get("written_by", ""))[:LONGEST_NAME])
    while number < schema:
        raw = steps[number](raw)
        number += 1
    return raw


def _owners(days: Iterable[Day | DayFields], own: Iterable[OwnPlace | OwnPlaceFields]) -> Iterator[tuple[str, str]]:
    """Where each object of a file is, and whom its fields belong to."""
    yield "", "file"
    yield "", "trip"
    for at, day in enumerate(days):
        yield f"days[{at}]", f"day {day.id}"
        stops: Iterable[Stop | StopFields] = day.stops
        for within, stop in enumerate(stops):
            yield f"days[{at}].stops[{within}]", f"stop {stop.id}"
    for at, place in enumerate(own):
        yield f"own_places[{at}]", f"place {place.id}"


def _owned(
    raw: Object, days: Iterable[Day | DayFields], own: Iterable[OwnPlace | OwnPlaceFields]
) -> Iterator[tuple[str, Object]]:
    """Each object of a file with the one whom its fields belong to."""
    trip = raw["trip"]
    objects = [raw, trip]
    for day in trip["days"]:
        objects += [day, *day.get("stops", ())]
    objects += trip.get("own_places", ())
    return ((owner, plain) for (_, owner), plain in zip(_owners(days, own), objects, strict=True))


_KNOWN = {"file": FileFields, "trip": TripFields, "day": DayFields, "stop": StopFields, "place": OwnPlaceFields}


def _unknown(raw: Object, trip: TripFields) -> Mapping[str, Mapping[str, Any]]:
    unknown = {}
    for owner, plain in _owned(raw, trip.days, trip.own_places):
        known = _KNOWN[owner.partition(" ")[0]].__struct_fields__
        if extra := {name: value for name, value in plain.items() if name not in known}:
            unknown[owner] = extra
    return unknown
