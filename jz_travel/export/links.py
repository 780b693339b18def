"""Links that open a place in somebody's map: 高德, 百度, 腾讯, Apple, Google, or whatever answers ``geo:``.

Each gets positions in the datum that it draws China's roads in: 百度 BD-09, as its guide to links asks for by
``bd09ll``; 高德 and 腾讯 GCJ-02, ``gaode`` and ``coord_type=2`` in theirs; Apple and Google say nothing about China,
but their roads there lie in GCJ-02. ``geo:`` is WGS-84 by its standard (RFC 5870).
"""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from jz_travel.domain.places import Place, Position
from jz_travel.export.plain import visible
from jz_travel.roads.datum import bd09_of_wgs84, gcj02_of_wgs84
from jz_travel.words import N_, Words

APP = "jz_travel"
POINT_WITHIN = 500
"""Metres; a position that is known less exactly is named by its area, not as a door to drive to."""
SERVICES: dict[str, str] = {
    "amap": N_("Amap", context="map service"),
    "baidu": N_("Baidu", context="map service"),
    "tencent": N_("Tencent", context="map service"),
    "apple": N_("Apple", context="map service"),
    "google": N_("Google", context="map service"),
    "geo": N_("Other map app", context="map service"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """An address that opens one position in a service's map, already in the datum that it draws in."""

    service: str
    """A key of :data:`SERVICES`."""
    url: str


def name(words: Words, link: Link) -> str:
    """What the service is called in the reader's language."""
    return words.say(SERVICES[link.service], context="map service")


def is_rough(position: Position) -> bool:
    """Whether a link leads only into the neighbourhood, which whoever offers it should say."""
    return position.within_m > POINT_WITHIN


def open_in(place: Place, position: Position) -> tuple[Link, ...]:
    """A link for each service. The label is Chinese: that is what signs and drivers say."""
    label = " ".join(visible(place.short.zh_hans).split())
    gcj, baidu = gcj02_of_wgs84(position.lat, position.lon), bd09_of_wgs84(position.lat, position.lon)
    on_gcj, on_baidu = f"{gcj.lat:.6f},{gcj.lon:.6f}", f"{baidu.lat:.6f},{baidu.lon:.6f}"
    plain = f"{position.lat:.6f},{position.lon:.6f}"
    lon_first = f"{gcj.lon:.6f},{gcj.lat:.6f}"
    amap = {"position": lon_first, "name": label, "src": APP, "coordinate": "gaode", "callnative": "1"}
    bd = {"location": on_baidu, "title": label, "content": label, "output": "html", "coord_type": "bd09ll", "src": APP}
    tencent = {"marker": f"coord:{on_gcj};title:{label}", "coord_type": "2", "referer": APP}
    return (
        Link("amap", f"https://uri.amap.com/marker?{_query(amap)}"),
        Link("baidu", f"https://api.map.baidu.com/marker?{_query(bd)}"),
        Link("tencent", f"https://apis.map.qq.com/uri/v1/marker?{_query(tencent)}"),
        Link("apple", f"https://maps.apple.com/?{_query({'ll': on_gcj, 'q': label})}"),
        Link("google", f"https://www.google.com/maps/search/?{_query({'api': '1', 'query': on_gcj})}"),
        Link("geo", f"geo:{plain};u={position.within_m:.0f}?q={plain}({quote(label, safe='')})"),
    )


def _query(values: dict[str, str]) -> str:
    return urlencode(values, quote_via=quote, safe=",")
