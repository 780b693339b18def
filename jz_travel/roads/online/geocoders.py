"""Searches for places by name: geopy's own, and what it lacks for China. Every answer leaves here in WGS-84."""

import json
import logging
from collections.abc import Callable
from functools import partial
from typing import Any, cast
from urllib.parse import quote, urlencode

from geopy.adapters import BaseSyncAdapter
from geopy.geocoders import BaiduV3, Nominatim
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from msgspec import Struct

from jz_travel.domain.failures import Cause
from jz_travel.domain.own_places import EAST, NORTH, SOUTH, WEST
from jz_travel.domain.texts import Language
from jz_travel.roads.datum import LatLon, wgs84_of_bd09, wgs84_of_gcj02
from jz_travel.roads.online import amap
from jz_travel.roads.online.client import USER_AGENT, Service, Stop, never
from jz_travel.roads.online.geocoding import Finding
from jz_travel.roads.online.routers import read_as

NOMINATIM = "https://nominatim.openstreetmap.org"
TIANDITU = "https://api.tianditu.gov.cn"
BAIDU = "https://api.map.baidu.com"
CITY = "焦作"
CITY_CODE = "410800"
MOST_FOUND = 8
TIANDITU_NOTHING = "404"
BAIDU_OWN_ERRORS = frozenset({1, 2})
BAIDU_QUOTA = range(300, 500)

# geopy writes whole addresses into its log, keys included.
logging.getLogger("geopy").addFilter(lambda _: False)


class _Asked(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no types
    """geopy's questions go out like all others: paced, kept, stopped, and never logged."""

    def __init__(self, service: Service, stop: Stop = never) -> None:
        super().__init__(proxies=None, ssl_context=None)
        self._service, self._stop = service, stop

    def get_json(self, url: str, **_: object) -> Any:
        return self._service.json(url, stop=self._stop)

    def get_text(self, url: str, **_: object) -> str:
        return json.dumps(self.get_json(url))


def _adapter(service: Service, stop: Stop) -> Callable[..., BaseSyncAdapter]:
    return lambda **_: _Asked(service, stop)


class NominatimSearch:
    """OpenStreetMap's search, or another server that speaks like it."""

    def __init__(self, service: Service, language: Language, url: str = NOMINATIM) -> None:
        self.service, self._language = service, language
        self._scheme, _, self._domain = url.rstrip("/").partition("://")

    def find(self, query: str, stop: Stop = never) -> tuple[Finding, ...]:
        geocoder = Nominatim(
            user_agent=USER_AGENT,
            scheme=self._scheme,
            domain=self._domain,
            adapter_factory=_adapter(self.service, stop),
        )
        found = geocoder.geocode(
            query,
            exactly_one=False,
            limit=MOST_FOUND,
            language=self._language,
            country_codes="cn",
            viewbox=((SOUTH, WEST), (NORTH, EAST)),
        )
        return _findings(found, _same)


class AmapSearch:
    """Places by name from 高德, with the user's own key; its GCJ-02 positions leave as WGS-84."""

    def __init__(self, service: Service, key: str, url: str = amap.URL) -> None:
        self.service, self._key, self._url = service, key, url

    def find(self, query: str, stop: Stop = never) -> tuple[Finding, ...]:
        found = AmapPlaces(self._key, self.service, self._url, stop).geocode(query, exactly_one=False)
        return _findings(found, wgs84_of_gcj02)


class TiandituSearch:
    """CGCS2000, which differs from WGS-84 by centimetres."""

    def __init__(self, service: Service, key: str, url: str = TIANDITU) -> None:
        self.service, self._key, self._url = service, key, url

    def find(self, query: str, stop: Stop = never) -> tuple[Finding, ...]:
        found = Tianditu(self._key, self.service, self._url, stop).geocode(query, exactly_one=False)
        return _findings(found, _same)


class BaiduSearch:
    """An address or name from 百度, with the user's own key: one finding at most, its BD-09 turned to WGS-84."""

    def __init__(self, service: Service, key: str, url: str = BAIDU) -> None:
        self.service, self._key, self._url = service, key, url

    def find(self, query: str, stop: Stop = never) -> tuple[Finding, ...]:
        geocoder = _Baidu(self._key, self.service, self._url, stop)
        asked = query if CITY in query else f"{CITY}市{query}"  # else it looks for the name in all of China
        found = geocoder.geocode(asked)
        named = [] if found is None else [Location(query, (found.latitude, found.longitude), found.raw)]
        return _findings(named, wgs84_of_bd09)


class _Poi(Struct):
    name: str
    location: str
    address: str | list[Any] = ""  # an empty one comes as []


class _Pois(Struct):
    pois: tuple[_Poi, ...] = ()


class AmapPlaces(Geocoder):  # type: ignore[misc]  # geopy has no types
    """高德's search for places (https://lbs.amap.com/api/webservice/guide/api/search); locations in GCJ-02."""

    path = "/v3/place/text"

    def __init__(self, api_key: str, service: Service, url: str = amap.URL, stop: Stop = never) -> None:
        super().__init__(user_agent=USER_AGENT, adapter_factory=_adapter(service, stop))
        self._key, self._service, self._url = api_key, service, url.rstrip("/")

    def geocode(
        self, query: str, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL
    ) -> Location | list[Location] | None:
        asked = {"keywords": query, "city": CITY_CODE, "offset": str(MOST_FOUND), "key": self._key}
        url = f"{self._url}{self.path}?{urlencode(asked, quote_via=quote)}"
        return self._call_geocoder(url, partial(self._parse, exactly_one=exactly_one), timeout=timeout)

    def _parse(self, raw: Any, exactly_one: bool) -> Location | list[Location] | None:
        if not isinstance(raw, dict) or "infocode" not in raw:
            raise self._service.failure(Cause.NONSENSE)
        if raw["infocode"] != amap.OK:
            raise amap.refusal(self._service, str(raw["infocode"]), f"{raw['infocode']} {raw.get('info', '')}")
        found = [_poi(poi, self._service) for poi in read_as(_Pois, raw, self._service).pois]
        return (found[0] if found else None) if exactly_one else found


def _poi(poi: _Poi, service: Service) -> Location:
    try:
        lon, lat = map(float, poi.location.split(","))
        return Location(poi.name, (lat, lon), {"address": poi.address if isinstance(poi.address, str) else ""})
    except ValueError:
        raise service.failure(Cause.NONSENSE, "location") from None


class _Where(Struct):
    lon: float
    lat: float
    level: str = ""


class _Located(Struct):
    location: _Where | None = None


class Tianditu(Geocoder):  # type: ignore[misc]  # geopy has no types
    """天地图's geocoder (http://lbs.tianditu.gov.cn/server/geocodinginterface.html); locations in CGCS2000."""

    path = "/geocoder"

    def __init__(self, api_key: str, service: Service, url: str = TIANDITU, stop: Stop = never) -> None:
        super().__init__(user_agent=USER_AGENT, adapter_factory=_adapter(service, stop))
        self._key, self._service, self._url = api_key, service, url.rstrip("/")

    def geocode(
        self, query: str, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL
    ) -> Location | list[Location] | None:
        asked = query if CITY in query else f"{CITY}市{query}"
        ds = json.dumps({"keyWord": asked}, ensure_ascii=False, separators=(",", ":"))
        url = f"{self._url}{self.path}?{urlencode({'ds': ds, 'tk': self._key}, quote_via=quote)}"
        return self._call_geocoder(url, partial(self._parse, query=query, exactly_one=exactly_one), timeout=timeout)

    def _parse(self, raw: Any, query: str, exactly_one: bool) -> Location | list[Location] | None:
        status = str(raw.get("status")) if isinstance(raw, dict) else ""
        if status == TIANDITU_NOTHING:
            return None if exactly_one else []
        if status != "0":
            # A wrong key is answered with HTTP 403, or with a code and a message and no status.
            code = raw.get("code") if isinstance(raw, dict) else None
            cause = Cause.NONSENSE if code is None else Cause.KEY_REFUSED
            raise self._service.failure(cause, raw.get("msg", status) if isinstance(raw, dict) else "")
        where = read_as(_Located, raw, self._service).location
        if where is None:
            return None if exactly_one else []
        found = Location(query, (where.lat, where.lon), {"address": where.level})
        return found if exactly_one else [found]


class _Baidu(BaiduV3):  # type: ignore[misc]  # geopy has no types
    """geopy's, at an address that can be told, and with refusals as the rest of the program knows them."""

    def __init__(self, api_key: str, service: Service, url: str, stop: Stop) -> None:
        super().__init__(api_key, user_agent=USER_AGENT, adapter_factory=_adapter(service, stop))
        self.api = f"{url.rstrip('/')}{self.api_path}"
        self._service = service

    def _parse_json(self, page: Any, **_: object) -> Location | None:
        if not isinstance(page, dict) or not isinstance(page.get("status"), int):
            raise self._service.failure(Cause.NONSENSE)
        self._check_status(page["status"])
        where = (page.get("result") or {}).get("location")
        try:
            return Location("", (float(where["lat"]), float(where["lng"])), page) if where else None
        except (KeyError, TypeError, ValueError):
            raise self._service.failure(Cause.NONSENSE, "location") from None

    def _check_status(self, status: int) -> None:
        if status in (0, *BAIDU_OWN_ERRORS):
            if status == 1:
                raise self._service.failure(Cause.NO_ANSWER, status)
            return  # 2 is how it says that it knows no such address
        raise self._service.failure(Cause.QUOTA if status in (4, *BAIDU_QUOTA) else Cause.KEY_REFUSED, status)


def _findings(found: object, to_wgs84: Callable[[float, float], LatLon]) -> tuple[Finding, ...]:
    places = cast(list[Location], found or [])
    findings = []
    for place in places:
        there = to_wgs84(place.latitude, place.longitude)
        raw = place.raw if isinstance(place.raw, dict) else {}
        name = str(raw.get("name") or place.address).split(",")[0].strip()
        address = str(raw.get("address") or raw.get("display_name") or "")
        findings.append(Finding(" ".join(name.split())[:200], " ".join(address.split())[:300], *there))
    return tuple(findings)


def _same(lat: float, lon: float) -> LatLon:
    return LatLon(lat, lon)
