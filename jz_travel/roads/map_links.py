"""Links into other people's maps, as their apps and pages share them: where they point to, and in which datum.

Written after the services' own guides: uri.amap.com, api.map.baidu.com, apis.map.qq.com, Google's Maps URLs, Apple's
Map Links, openstreetmap.org and RFC 5870. Google's and Apple's roads of China lie in GCJ-02, so do their positions.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from jz_travel.roads.mercator import bd09_of_metres

Query = Mapping[str, str]
_IsOurs = Callable[[str, str, str], bool]


class Datum(StrEnum):
    """Which figure of the Earth a pair of degrees belongs to; taking one for another is wrong by hundreds of metres."""

    WGS84 = "WGS-84"
    GCJ02 = "GCJ-02"
    BD09 = "BD-09"


class Refusal(StrEnum):
    """Why a link gives no point: only a server knows it, it holds none, or it belongs to no map known here."""

    SHORT_LINK = "short link"
    NO_POSITION = "no position"
    OTHER_SITE = "other site"


@dataclass(frozen=True, slots=True)
class LinkedPoint:
    """Where a link points to, in degrees of its own ``datum``, not yet WGS-84; ``name`` as the link says it."""

    lat: float
    lon: float
    datum: Datum
    service: str
    """A key of ``export.links.SERVICES``, or ``osm``."""
    name: str = ""


SHORT_HOSTS = frozenset(
    {"surl.amap.com", "j.map.baidu.com", "goo.gl", "maps.app.goo.gl", "g.co", "url.cn", "maps.apple", "t.cn", "dwz.cn"}
)
_PAIR = re.compile(r"^\s*(-?\d+(?:\.\d+)?)\s*[,+ ]\s*(-?\d+(?:\.\d+)?)\s*(?:[,;|(].*)?$", re.DOTALL)
_AT = re.compile(r"/@(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)")
_GOOGLE_PLACE = re.compile(r"!3d(-?\d+(?:\.\d+)?)!4d(-?\d+(?:\.\d+)?)")
_OSM_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~"


def point_of(link: str) -> LinkedPoint | Refusal:
    """The point that a link holds, or why there is none; the link is only read, never followed."""
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").lower()
    except ValueError:
        return Refusal.OTHER_SITE
    if parts.scheme == "geo":
        return _geo(link) or Refusal.NO_POSITION
    if host in SHORT_HOSTS or host.endswith(".goo.gl"):
        return Refusal.SHORT_LINK
    for is_ours, read in _READERS:
        if is_ours(parts.scheme.lower(), host, parts.path):
            return read(parts, dict(parse_qsl(parts.query))) or Refusal.NO_POSITION
    return Refusal.OTHER_SITE


def _made(
    pair: tuple[float, float] | None, datum: Datum, service: str, name: str = "", *, lon_first: bool = False
) -> LinkedPoint | None:
    if pair is None or not all(map(math.isfinite, pair)):
        return None
    lat, lon = (pair[1], pair[0]) if lon_first else pair
    return LinkedPoint(lat, lon, datum, service, " ".join(unquote(name).split())[:100])


def _pair(text: str | None) -> tuple[float, float] | None:
    match = _PAIR.match(text or "")
    return (float(match[1]), float(match[2])) if match else None


def _two(query: Query, lat: str, lon: str) -> tuple[float, float] | None:
    return _pair(f"{query.get(lat, '')},{query.get(lon, '')}")


def _geo(link: str) -> LinkedPoint | None:
    """``geo:35.2,113.2;u=50?q=35.2,113.2(Name)``; any datum but WGS-84 is one that nobody here can convert."""
    where, _, rest = link[4:].partition("?")
    coordinates, *parameters = where.split(";")
    if any(each.lower().startswith("crs=") and each.lower() != "crs=wgs84" for each in parameters):
        return None
    asked = dict(parse_qsl(rest)).get("q", "")
    pair = _pair(coordinates.strip())
    if pair in (None, (0.0, 0.0)):
        pair = _pair(asked)
    label = re.search(r"\((.*)\)\s*$", asked)
    return _made(pair, Datum.WGS84, "geo", label[1] if label else "")


def _amap(_parts: SplitResult, query: Query) -> LinkedPoint | None:
    name = query.get("name") or query.get("poiname") or query.get("dname") or ""
    datum = Datum.WGS84 if query.get("coordinate") == "wgs84" or query.get("dev") == "1" else Datum.GCJ02
    if "position" in query:
        return _made(_pair(query["position"]), datum, "amap", name, lon_first=True)
    if "p" in query:  # an id, latitude, longitude, name, address
        fields = query["p"].split(",")
        return _made(_pair(",".join(fields[1:3])), Datum.GCJ02, "amap", (fields[3:4] or [""])[0])
    for end in ("to", "destination"):
        if end in query:
            fields = query[end].split(",")
            return _made(_pair(",".join(fields[:2])), datum, "amap", (fields[2:3] or [name])[0], lon_first=True)
    if "to[lnglat]" in query:
        return _made(_pair(query["to[lnglat]"]), datum, "amap", query.get("to[name]", name), lon_first=True)
    for lat, lon in (("lat", "lon"), ("lat", "lng"), ("dlat", "dlon"), ("latitude", "longitude")):
        if pair := _two(query, lat, lon):
            return _made(pair, datum, "amap", name)
    return _made(_pair(query.get("center")), datum, "amap", name, lon_first=True)


def _baidu(parts: SplitResult, query: Query) -> LinkedPoint | None:
    kind = query.get("coord_type", "bd09ll").lower()
    datum = {"gcj02": Datum.GCJ02, "wgs84": Datum.WGS84}.get(kind, Datum.BD09)
    name = query.get("title") or query.get("name") or ""
    for field in ("location", "latlng", "destination", "center"):
        text = query.get(field, "")
        if text.startswith("name:") or "latlng:" in text:
            name = text.partition("name:")[2].partition("|")[0] or name
            text = text.partition("latlng:")[2].partition("|")[0]
        if kind == "bd09mc" and (metres := _pair(text)):
            return _metres(metres[1], metres[0], name)
        if pair := _pair(text):
            return _made(pair, datum, "baidu", name)
    if match := _AT.search(parts.path):
        named = re.search(r"/poi/([^/@]+)", parts.path)
        return _metres(float(match[1]), float(match[2]), named[1] if named else name)
    return None


def _metres(easting: float, northing: float, name: str) -> LinkedPoint | None:
    try:
        there = bd09_of_metres(easting, northing)
    except ValueError:
        return None
    return _made((there.lat, there.lon), Datum.BD09, "baidu", name)


def _tencent(_parts: SplitResult, query: Query) -> LinkedPoint | None:
    datum = Datum.WGS84 if query.get("coord_type") == "1" else Datum.GCJ02
    if "marker" in query:
        fields = dict(each.split(":", 1) for each in query["marker"].split("|")[0].split(";") if ":" in each)
        return _made(_pair(fields.get("coord")), datum, "tencent", fields.get("title", ""))
    if pair := _two(query, "pointy", "pointx"):
        return _made(pair, datum, "tencent", query.get("name", ""))
    for field in ("coord", "tocoord", "center"):
        if pair := _pair(query.get(field)):
            return _made(pair, datum, "tencent", query.get("to") or query.get("title") or query.get("name") or "")
    return None


def _google(parts: SplitResult, query: Query) -> LinkedPoint | None:
    path = unquote(parts.path)
    named = re.search(r"/place/([^/@]+)", path)
    name = named[1].replace("+", " ") if named and not _pair(named[1].replace("+", " ")) else ""
    if match := _GOOGLE_PLACE.search(parts.path):
        return _made((float(match[1]), float(match[2])), Datum.GCJ02, "google", name)
    for field in ("query", "q", "destination", "daddr", "ll", "sll", "center", "viewpoint"):
        if pair := _pair(query.get(field, "").removeprefix("loc:")):
            return _made(pair, Datum.GCJ02, "google", name)
    for piece in reversed(path.replace("+", " ").split("/")):
        if not piece.startswith("@") and (pair := _pair(piece)):
            return _made(pair, Datum.GCJ02, "google", name)
    if match := _AT.search(parts.path):
        return _made((float(match[1]), float(match[2])), Datum.GCJ02, "google", name)
    return None


def _apple(_parts: SplitResult, query: Query) -> LinkedPoint | None:
    name = query.get("name") or query.get("q") or ""
    for field in ("coordinate", "ll", "q", "daddr", "destination", "sll", "center"):
        if pair := _pair(query.get(field, "").removeprefix("loc:")):
            return _made(pair, Datum.GCJ02, "apple", "" if _pair(name) else name)
    return None


def _osm(parts: SplitResult, query: Query) -> LinkedPoint | None:
    if pair := _two(query, "mlat", "mlon") or _two(query, "lat", "lon"):
        return _made(pair, Datum.WGS84, "osm")
    if match := re.search(r"map=\d+(?:\.\d+)?/(-?\d+\.?\d*)/(-?\d+\.?\d*)", f"{parts.query}&{parts.fragment}"):
        return _made((float(match[1]), float(match[2])), Datum.WGS84, "osm")
    if parts.path.startswith("/go/"):
        return _made(_osm_short(parts.path[4:]), Datum.WGS84, "osm")
    return None


def _osm_short(code: str) -> tuple[float, float] | None:
    """OpenStreetMap's short links hold the position itself: the bits of both angles, turn by turn."""
    x = y = bits = 0
    for letter in code.replace("@", "~").rstrip("-").strip("/"):
        value = _OSM_LETTERS.find(letter)
        if value < 0:
            return None
        for shift in (4, 2, 0):
            x, y = x << 1 | value >> shift + 1 & 1, y << 1 | value >> shift & 1
        bits += 3
    if not 0 < bits <= 36:
        return None
    half = 0.5  # of the last cell
    return (y + half) / 2**bits * 180 - 90, (x + half) / 2**bits * 360 - 180


def _at(*hosts: str) -> _IsOurs:
    return lambda _scheme, host, _path: any(host == each or host.endswith(f".{each}") for each in hosts)


def _called(*schemes: str) -> _IsOurs:
    return lambda scheme, _host, _path: scheme in schemes


def _is_google(_scheme: str, host: str, path: str) -> bool:
    named = re.fullmatch(r"(www\.)?google(\.\w+){1,2}", host) is not None
    return host.startswith("maps.google.") or (named and "/maps" in path)


_READERS = (
    (_at("amap.com", "gaode.com"), _amap),
    (_called("androidamap", "iosamap", "amapuri"), _amap),
    (_at("map.baidu.com"), _baidu),
    (_called("baidumap", "bdapp"), _baidu),
    (_at("map.qq.com"), _tencent),
    (_called("qqmap"), _tencent),
    (_is_google, _google),
    (_called("comgooglemaps"), _google),
    (_at("maps.apple.com"), _apple),
    (_called("maps"), _apple),
    (_at("openstreetmap.org", "osm.org"), _osm),
)
