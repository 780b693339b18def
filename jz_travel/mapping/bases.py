"""Maps from a network that a visitor may choose as the ground: who draws them, where they are, how they are credited.

All of them count in WGS-84 (Tianditu in CGCS2000, which agrees with it to well under a metre).
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from jz_travel.domain.failures import Cause, Failure
from jz_travel.words.marking import N_

OFFLINE = "offline"
OWN = "own"
OFFLINE_NAME = N_("Offline map", context="map")
LONGEST_ADDRESS = 1000
MARK = re.compile(r"\{([^{}]*)\}")
MARKS = frozenset({"z", "x", "y", "-y", "s", "TileMatrix", "TileCol", "TileRow"})


@dataclass(frozen=True, slots=True)
class OnlineMap:
    """``layers``: addresses with marks like ``{z}``, the lowest first; ``{key}`` stands for the visitor's own key."""

    id: str
    name: str
    """A message to be said in ``context="map"``."""
    credit: str
    layers: tuple[str, ...]
    deepest: int = 18
    needs_key: bool = False


def _tianditu(id: str, name: str, *layers: str) -> OnlineMap:
    address = (
        "https://t{{s}}.tianditu.gov.cn/{layer}_w/wmts?service=WMTS&request=GetTile&version=1.0.0&layer={layer}"
        "&style=default&tilematrixset=w&format=tiles&tilematrix={{z}}&tilecol={{x}}&tilerow={{y}}&tk={{key}}"
    )
    return OnlineMap(
        id, name, "© 天地图 · 国家地理信息公共服务平台", tuple(address.format(layer=layer) for layer in layers),
        needs_key=True,
    )  # fmt: skip


ONLINE_MAPS: tuple[OnlineMap, ...] = (
    _tianditu("tianditu", N_("Tianditu", context="map"), "vec", "cva"),
    _tianditu("tianditu-image", N_("Tianditu, from the air", context="map"), "img", "cia"),
    _tianditu("tianditu-terrain", N_("Tianditu, relief", context="map"), "ter", "cta"),
    OnlineMap(
        "osm", N_("OpenStreetMap", context="map"), "© OpenStreetMap contributors (ODbL)",
        ("https://tile.openstreetmap.org/{z}/{x}/{y}.png",),
    ),
)  # fmt: skip


def own_map(address: str, credit: str = "") -> OnlineMap:
    """A map by its address, as its owner prints it; raises a :class:`Failure` that says what is wrong with it."""
    wrong = what_is_wrong(address)
    if wrong:
        raise Failure(Cause.BAD_FIELD, field="map_address", detail=wrong)
    host = urlsplit(address.strip()).hostname or ""
    return OnlineMap(OWN, N_("Own map address", context="map"), credit.strip() or f"© {host}", (address.strip(),))


def what_is_wrong(address: str) -> str:
    """Empty when nothing is: a web address with a host, and a mark for zoom, column and row."""
    text = address.strip()
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return "http:// or https://"
    # A mark for one of several servers is the only one that may stand in a host.
    if parts.scheme not in {"http", "https"} or not host or set(MARK.findall(parts.netloc)) - {"s"}:
        return "http:// or https://"
    if len(text) > LONGEST_ADDRESS:
        return f"> {LONGEST_ADDRESS}"
    marks = set(MARK.findall(text))
    if unknown := marks - MARKS:
        return f"{{{min(unknown)}}}"
    named = any(marks >= each for each in ({"z", "x", "y"}, {"z", "x", "-y"}, {"TileMatrix", "TileCol", "TileRow"}))
    return "" if named else "{z} {x} {y}"


def tile_address(template: str, zoom: int, x: int, y: int, key: str = "") -> str:
    """The address of one tile; ``y`` counts from the north."""
    values: dict[str, object] = {
        "z": zoom, "x": x, "y": y, "-y": 2**zoom - 1 - y, "key": key,
        "TileMatrix": zoom, "TileCol": x, "TileRow": y,
        "s": (x + y) % 8 if "tianditu" in template else "abc"[(x + y) % 3],
    }  # fmt: skip
    filled: str = MARK.sub(lambda found: str(values[found[1]]), template)
    return filled
