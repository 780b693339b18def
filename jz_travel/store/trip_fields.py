"""The fields of a ``.jztrip`` file, what each may hold, and the way from them to a trip and back."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta, Struct, to_builtins

from jz_travel.domain.clock import MINUTE, format_time_of_day, minutes, parse_time_of_day
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.own_places import EAST, FARTHEST, MOST_OWN, NEAREST, NORTH, OWN_KINDS, SOUTH, WEST, OwnPlace
from jz_travel.domain.places import OWN_PREFIX, Kind, PlaceId
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import (
    LONGEST_NOTE,
    LONGEST_STAY,
    MOST_DAYS,
    MOST_STOPS_A_DAY,
    USUAL_END,
    USUAL_START,
    Day,
    DayId,
    Stop,
    StopId,
    Trip,
    TripId,
)
from jz_travel.store.request_fields import RequestFields, fields_of, request_of

LONGEST_NAME = 200
FIRST_DATE, LAST_DATE = date(1990, 1, 1), date(2190, 12, 31)

Object = dict[str, Any]

_PLAIN = r'[^\x00-\x1f\x7f<>:"/\\|?*]'
_TripId = Annotated[str, Meta(pattern=rf"^(?!\.|(?i:con|prn|aux|nul|com\d|lpt\d)\Z){_PLAIN}{{1,64}}(?<![. ])\Z")]
_PieceId = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{1,64}\Z")]
_PlaceId = Annotated[str, Meta(pattern=r"^[^\x00-\x1f\x7f]{1,100}\Z")]
_Time = Annotated[str, Meta(pattern=r"^[0-2][0-9]:[0-5][0-9]\Z")]
_Note = Annotated[str, Meta(max_length=LONGEST_NOTE)]


class StopFields(Struct):
    """One stop. ``stay`` in minutes, ``starts`` as ``HH:MM``; without them the place's usual time and the way count."""

    id: _PieceId
    place: _PlaceId
    stay: Annotated[int, Meta(ge=1, le=LONGEST_STAY // MINUTE)] | None = None
    starts: _Time | None = None
    locked: bool = False
    note: _Note = ""


class DayFields(Struct):
    """One day, its times as ``HH:MM``; fields left out have the usual values."""

    id: _PieceId
    starts: _Time = format_time_of_day(USUAL_START)
    ends_by: _Time = format_time_of_day(USUAL_END)
    lodging: _PlaceId | None = None
    mode: Mode = Mode.CAR
    lunch: bool = True
    note: _Note = ""
    stops: Annotated[tuple[StopFields, ...], Meta(max_length=MOST_STOPS_A_DAY)] = ()


class OwnPlaceFields(Struct):
    """A place that the visitor added; WGS-84, on the map. ``within_m`` is how far off it may be."""

    id: Annotated[str, Meta(pattern=rf"^{OWN_PREFIX}[A-Za-z0-9_-]{{1,60}}\Z")]
    name: Annotated[str, Meta(min_length=1)]
    lat: Annotated[float, Meta(ge=SOUTH, le=NORTH)]
    lon: Annotated[float, Meta(ge=WEST, le=EAST)]
    within_m: Annotated[float, Meta(ge=NEAREST, le=FARTHEST)] = 100.0
    kind: Kind = Kind.OWN
    note: _Note = ""


class TripFields(Struct):
    """A whole trip, of a day or more; what goes together is checked by :func:`check_trip`."""

    id: _TripId
    name: str
    starts: date
    days: Annotated[tuple[DayFields, ...], Meta(min_length=1, max_length=MOST_DAYS)]
    next_number: Annotated[int, Meta(ge=1, le=10**9)] = 1
    arrival: _PlaceId | None = None
    departure: _PlaceId | None = None
    wishes: Annotated[tuple[_PlaceId, ...], Meta(max_length=1000)] = ()
    request: RequestFields | None = None
    own_places: Annotated[tuple[OwnPlaceFields, ...], Meta(max_length=MOST_OWN)] = ()


class FileFields(Struct):
    """The whole file: the number of its schema, its trip, and which version of the program wrote it."""

    jztrip: int
    trip: TripFields
    written_by: str = ""


def plain_name(name: str) -> str:
    """A name on one line: control characters become spaces, and it ends after 200 characters."""
    kept = "".join(" " if unicodedata.category(each) in ("Cc", "Zl", "Zp") else each for each in name.strip()[:1000])
    return kept.strip()[:LONGEST_NAME].rstrip()


def check_trip(trip: TripFields, file: Path | None) -> None:
    """What no single field can say: what is there twice, and what does not go together."""
    if not FIRST_DATE <= trip.starts <= LAST_DATE:
        raise Failure(Cause.BAD_FIELD, file, "starts", f"not from {FIRST_DATE.year} to {LAST_DATE.year}")
    stops = [stop for day in trip.days for stop in day.stops]
    for what, ids in (("day", [day.id for day in trip.days]), ("stop", [stop.id for stop in stops])):
        if twice := _twice(ids):
            raise Failure(Cause.BAD_FIELD, file, "days", f"two {what}s are called {twice}")
    for index, own in enumerate(trip.own_places):
        if own.kind not in OWN_KINDS:
            raise Failure(Cause.BAD_FIELD, file, f"own_places[{index}].kind", f"not one of {', '.join(OWN_KINDS)}")
        if not plain_name(own.name):
            raise Failure(Cause.BAD_FIELD, file, f"own_places[{index}].name", "is empty")
    if twice := _twice(own.id for own in trip.own_places):
        raise Failure(Cause.BAD_FIELD, file, "own_places", f"{twice} is there twice")
    if twice := _twice(trip.wishes):
        raise Failure(Cause.BAD_FIELD, file, "wishes", f"{twice} is there twice")
    for index, day in enumerate(trip.days):
        if day.starts >= day.ends_by:
            raise Failure(Cause.BAD_FIELD, file, f"days[{index}].ends_by", f"not after {day.starts}")


def _twice(ids: Iterable[str]) -> str:
    return next((each for each, count in Counter(ids).items() if count > 1), "")


def trip_of(found: TripFields) -> Trip:
    """The trip that the fields of a file tell of."""
    days = tuple(_day(day) for day in found.days)
    ids = [*(day.id for day in days), *(stop.id for day in days for stop in day.stops)]
    ids += [own.id for own in found.own_places]
    used = [int(match[1]) for each in ids if (match := re.fullmatch(rf"(?:[ds]|{OWN_PREFIX})([0-9]{{1,9}})", each))]
    return Trip(
        id=TripId(found.id),
        name=plain_name(found.name),
        starts=found.starts,
        days=days,
        wishes=tuple(PlaceId(place) for place in found.wishes),
        arrival=_place(found.arrival),
        departure=_place(found.departure),
        request=request_of(found.request) if found.request else None,
        own=tuple(_own_place(own) for own in found.own_places),
        next_number=max([found.next_number, *(number + 1 for number in used)]),  # a number is never used twice
    )


def _day(found: DayFields) -> Day:
    return Day(
        id=DayId(found.id),
        stops=tuple(_stop(stop) for stop in found.stops),
        starts=parse_time_of_day(found.starts),
        ends_by=parse_time_of_day(found.ends_by),
        lodging=_place(found.lodging),
        mode=found.mode,
        lunch=found.lunch,
        note=found.note,
    )


def _stop(found: StopFields) -> Stop:
    return Stop(
        id=StopId(found.id),
        place=PlaceId(found.place),
        stay=None if found.stay is None else minutes(found.stay),
        starts=None if found.starts is None else parse_time_of_day(found.starts),
        locked=found.locked,
        note=found.note,
    )


def _own_place(found: OwnPlaceFields) -> OwnPlace:
    name, place = plain_name(found.name), PlaceId(found.id)
    return OwnPlace(place, name, found.lat, found.lon, found.within_m, found.kind, found.note)


def _place(found: str | None) -> PlaceId | None:
    return None if found is None else PlaceId(found)


def plain_trip(trip: Trip) -> Object:
    """A trip as it stands in its file: what is empty is left out, what is usual is said."""
    written = TripFields(
        id=trip.id,
        name=plain_name(trip.name),
        starts=trip.starts,
        next_number=trip.next_number,
        arrival=trip.arrival,
        departure=trip.departure,
        wishes=trip.wishes,
        request=fields_of(trip.request) if trip.request else None,
        own_places=tuple(
            OwnPlaceFields(own.id, plain_name(own.name), own.lat, own.lon, own.within_m, own.kind, own.note)
            for own in trip.own
        ),
        days=tuple(_written_day(day) for day in trip.days),
    )
    plain = _without_empty(to_builtins(written))
    days = [_without_empty(day) for day in plain.pop("days")]
    for day in days:
        day["stops"] = [_without_empty(stop) for stop in day.get("stops", ())]
    if "own_places" in plain:
        plain["own_places"] = [_without_empty(own) for own in plain["own_places"]]
    return {**plain, "days": days}


def _written_day(day: Day) -> DayFields:
    return DayFields(
        id=day.id,
        starts=format_time_of_day(day.starts),
        ends_by=format_time_of_day(day.ends_by),
        lodging=day.lodging,
        mode=day.mode,
        lunch=day.lunch,
        note=day.note,
        stops=tuple(
            StopFields(
                id=stop.id,
                place=stop.place,
                stay=None if stop.stay is None else stop.stay // MINUTE,
                starts=None if stop.starts is None else format_time_of_day(stop.starts),
                locked=stop.locked,
                note=stop.note,
            )
            for stop in day.stops
        ),
    )


def _without_empty(plain: Object) -> Object:
    return {name: value for name, value in plain.items() if name == "name" or value not in (None, "", ())}
