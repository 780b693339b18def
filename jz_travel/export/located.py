"""The stops of a trip that have a position, for every format that is a map."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from jz_travel.domain.places import Catalogue, Place, PlaceId, Position
from jz_travel.domain.schedule import Schedule
from jz_travel.export.itinerary import DayPage, Entry, Itinerary, itinerary, name_of
from jz_travel.words import Words


class Where(NamedTuple):
    """WGS-84 degrees; the real place lies within ``within_m`` metres of them."""

    lat: float
    lon: float
    within_m: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A stop, or where a day begins or ends (``number`` 0)."""

    name: str
    where: Where
    number: int
    entry: Entry | None
    place: PlaceId


@dataclass(frozen=True, slots=True)
class Track:
    """The spots of one day in the order of the way."""

    page: DayPage
    spots: tuple[Spot, ...]


def tracks(schedule: Schedule, catalogue: Catalogue, words: Words) -> tuple[Itinerary, tuple[Track, ...]]:
    """The pages of a trip, and for each day its spots; a stop that nobody has located is missing from them."""
    pages = itinerary(schedule, catalogue, words)
    return pages, tuple(Track(page, tuple(_spots(page, catalogue, words))) for page in pages.days)


def _spots(page: DayPage, catalogue: Catalogue, words: Words) -> Iterator[Spot]:
    day = page.schedule
    if day.visits:
        yield from _end(day.origin, catalogue, words)
    for entry in page.entries:
        if entry.kind == "visit" and entry.place and (where := where_is(entry.place, catalogue)):
            name = name_of(entry.place.id, catalogue, words)
            yield Spot(name, where, entry.number, entry, entry.place.id)
    if day.visits:
        yield from _end(day.destination, catalogue, words)


def _end(end: PlaceId | None, catalogue: Catalogue, words: Words) -> Iterator[Spot]:
    place = catalogue.get(end)
    if place and (where := where_is(place, catalogue)):
        yield Spot(name_of(place.id, catalogue, words), where, 0, None, place.id)


def where_is(place: Place, catalogue: Catalogue) -> Where | None:
    """The position of a place or of the nearest area around it that has one."""
    here: Place | None = place
    while here is not None and here.position is None:
        here = catalogue.area_of(here)
    found: Position | None = here.position if here else None
    return Where(found.lat, found.lon, found.within_m) if found else None
