"""A place in a pasted text: coordinates, a ``geo:`` address or a link into somebody's map. Nothing is asked online.

``read`` takes the first link of a text, as apps share it with words around it, and else looks for coordinates.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from jz_travel.domain.own_places import on_the_map
from jz_travel.roads.coordinates import pair_in
from jz_travel.roads.datum import LatLon, bd09_of_wgs84, gcj02_of_wgs84, wgs84_of_bd09, wgs84_of_gcj02
from jz_travel.roads.map_links import Datum, Refusal, point_of

_LINK = re.compile(
    r"(?:https?|geo|androidamap|iosamap|amapuri|baidumap|bdapp|qqmap|maps|comgooglemaps)\:[^\s<>\"'，。）】]+", re.I
)
LONGEST = 20_000


class Doubt(StrEnum):
    """What whoever pasted it should look at."""

    TURNED_ROUND = "turned round"  # longitude stood first
    DATUM = "datum"  # bare coordinates do not say whose they are


class Unreadable(StrEnum):
    """Why a pasted text gives no position; each has a sentence that says what to paste instead."""

    NOTHING = "nothing"  # neither a link nor coordinates
    SHORT_LINK = "short link"  # only a server knows where it leads
    NO_POSITION = "no position"  # a map link without a position in it
    OTHER_SITE = "other site"  # not a link into a map that we know
    OFF_THE_MAP = "off the map"


@dataclass(frozen=True, slots=True)
class Pasted:
    """A WGS-84 point; ``datum`` is the one it was pasted in."""

    lat: float
    lon: float
    datum: Datum
    name: str = ""
    service: str = ""
    doubt: Doubt | None = None

    def taken_as(self, datum: Datum) -> "Pasted":
        """The same figures, of another datum."""
        lat, lon = in_datum(self.lat, self.lon, self.datum)
        there = wgs84_of(lat, lon, datum)
        return replace(self, lat=there.lat, lon=there.lon, datum=datum)


def read(text: str) -> Pasted | Unreadable:
    """The first position in a text, as WGS-84; one off the map is also tried with its two figures the other
    way round."""
    text = text[:LONGEST].strip()
    link = _LINK.search(text)
    if link is None:
        return _bare(text)
    found = point_of(link[0])
    if isinstance(found, Refusal):
        return Unreadable(found.value)
    there = wgs84_of(found.lat, found.lon, found.datum)
    pasted = Pasted(there.lat, there.lon, found.datum, found.name, found.service)
    if on_the_map(pasted.lat, pasted.lon):
        return pasted
    turned = wgs84_of(found.lon, found.lat, found.datum)
    if on_the_map(turned.lat, turned.lon):
        return replace(pasted, lat=turned.lat, lon=turned.lon, doubt=Doubt.TURNED_ROUND)
    return Unreadable.OFF_THE_MAP


def _bare(text: str) -> Pasted | Unreadable:
    pair = pair_in(text)
    if pair is None:
        return Unreadable.NOTHING
    if on_the_map(pair.lat, pair.lon):
        return Pasted(pair.lat, pair.lon, Datum.WGS84, doubt=Doubt.DATUM)
    if not pair.sure and on_the_map(pair.lon, pair.lat):
        return Pasted(pair.lon, pair.lat, Datum.WGS84, doubt=Doubt.TURNED_ROUND)
    return Unreadable.OFF_THE_MAP


def wgs84_of(lat: float, lon: float, datum: Datum) -> LatLon:
    """Degrees of any datum as WGS-84."""
    if datum is Datum.GCJ02:
        return wgs84_of_gcj02(lat, lon)
    return wgs84_of_bd09(lat, lon) if datum is Datum.BD09 else LatLon(lat, lon)


def in_datum(lat: float, lon: float, datum: Datum) -> LatLon:
    """Degrees of WGS-84 as a service of another datum would show them."""
    if datum is Datum.GCJ02:
        return gcj02_of_wgs84(lat, lon)
    return bd09_of_wgs84(lat, lon) if datum is Datum.BD09 else LatLon(lat, lon)
