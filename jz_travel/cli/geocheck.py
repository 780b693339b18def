"""``jz-travel geocheck``: for staff. Are the catalogue's places where a geocoder finds them?

It lists what it finds. With ``--accept`` it asks, place by place, whether to take over the geocoder's position, and
writes it into the place's file with its source and the date. ``--json`` gives a list of objects with ``place``,
``name``, ``verdict`` (``agrees``, ``differs``, ``no position``, ``not found``), ``found``, ``lat``, ``lon`` (WGS-84),
``metres`` and ``within_m``.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jz_travel.cli.complaints import complain
from jz_travel.domain.clock import today
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.online import WITH_KEY
from jz_travel.domain.own_places import on_the_map
from jz_travel.domain.places import Catalogue, Place, PlaceId, Position
from jz_travel.domain.texts import Language, Text
from jz_travel.resources import assets
from jz_travel.roads.online.geocoding import Finding, Search

SERVICES = ("nominatim", *WITH_KEY)
FOUND_WITHIN = 300.0
"""Metres that a geocoder's answer is taken to be good for; none of them says."""
TITLES = {
    "nominatim": Text(
        "OpenStreetMap，由其搜索 Nominatim 查得（ODbL）",
        "OpenStreetMap, by its search Nominatim (ODbL)",
        "OpenStreetMap，由其搜尋 Nominatim 查得（ODbL）",
    ),
    "amap": Text("高德地点搜索", "高德, search for places", "高德地點搜尋"),
    "tianditu": Text("天地图地理编码", "天地图, geocoder", "天地圖地理編碼"),
    "baidu": Text("百度地理编码", "百度, geocoder", "百度地理編碼"),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """One place beside what the geocoder says; ``metres``: how far apart they are, None where one has no position."""

    place: Place
    verdict: str
    found: Finding | None = None
    metres: float | None = None


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", **common: Any) -> None:
    """Adds the command; ``common`` goes to its parser, like ``parents``."""
    check = commands.add_parser("geocheck", help="for staff: compare positions with a geocoder", **common)
    check.add_argument("places", nargs="*", metavar="PLACE", help="else every place that is not inside an area")
    check.add_argument("--service", choices=SERVICES, default="nominatim")
    check.add_argument("--url", default="", help="another Nominatim than OpenStreetMap's")
    check.add_argument("--assets", type=Path, default=None, metavar="FOLDER", help="else the shipped ones")
    check.add_argument("--accept", action="store_true", help="ask, one by one, whether to take a position over")
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=run_geocheck)


def run_geocheck(chosen: argparse.Namespace, language: Language) -> int:
    """1 when a place differs or was not found."""
    from jz_travel.store.places import read_catalogue

    folder = chosen.assets or assets()
    catalogue, failures = read_catalogue(folder)
    complain(failures)
    found = []
    for each in check(_wanted(chosen.places, catalogue), catalogue, _search(chosen, language)):
        found.append(each)
        if not chosen.json:
            print(_line(each, language), flush=True)
        if chosen.accept and each.found and each.verdict in ("differs", "no position"):
            _offer(each, chosen.service, folder)
    if chosen.json:
        print(json.dumps([_as_json(each) for each in found], ensure_ascii=False, indent=1))
    return 0 if all(each.verdict == "agrees" for each in found) else 1


def check(places: Sequence[Place], catalogue: Catalogue, search: Search) -> Iterator[Checked]:
    """Each place as soon as it is looked up. Raises :class:`Failure` when the service gives up."""
    from jz_travel.roads import StraightLines

    lines = StraightLines()
    for place in places:
        answers = search.find(place.short.zh_hans)
        near = [each for each in answers if on_the_map(each.lat, each.lon)]
        position = catalogue.position_of(place) if place.position is None else place.position
        if not near:
            yield Checked(place, "not found")
        elif place.position is None or position is None:
            yield Checked(place, "no position", near[0])
        else:
            apart = [lines.metres(position, Position(each.lat, each.lon, within_m=0)) for each in near]
            metres = min(apart)
            verdict = "agrees" if metres <= position.within_m + FOUND_WITHIN else "differs"
            yield Checked(place, verdict, near[apart.index(metres)], metres)


def _wanted(named: Sequence[str], catalogue: Catalogue) -> list[Place]:
    if not named:
        return [place for place in catalogue if place.area is None]
    for each in named:
        if PlaceId(each) not in catalogue:
            raise Failure(Cause.OTHER, detail=f"there is no place {each}")
    return [catalogue[PlaceId(each)] for each in named]


def _search(chosen: argparse.Namespace, language: Language) -> Search:
    from platformdirs import PlatformDirs

    from jz_travel.roads.online.services import Services
    from jz_travel.store.settings import read_settings

    dirs = PlatformDirs("jz-travel", appauthor=False)
    settings, _ = read_settings(dirs.user_config_path / "settings.json")
    choice = replace(settings.online, search=chosen.service, search_url=chosen.url)
    # From the environment, never as an argument: arguments are for every process to read.
    if key := os.environ.get(f"JZ_TRAVEL_{chosen.service.upper()}_KEY"):
        choice = choice.with_key(chosen.service, key)
    search = Services(dirs.user_cache_path).search(choice, language)
    if search is None:
        raise Failure(Cause.KEY_REFUSED, field=chosen.service, detail=f"JZ_TRAVEL_{chosen.service.upper()}_KEY")
    return search


def _line(each: Checked, language: Language) -> str:
    parts = [each.place.id, each.place.name.in_(language), each.verdict]
    if each.metres is not None and each.place.position is not None:
        parts.append(f"{each.metres:.0f} m (± {each.place.position.within_m:.0f} m)")
    if each.found:
        parts.append(f"{each.found.name} {each.found.lat:.5f}, {each.found.lon:.5f}")
    return "  ".join(parts)


def _as_json(each: Checked) -> dict[str, Any]:
    found, position = each.found, each.place.position
    return {
        "place": each.place.id,
        "name": each.place.name.zh_hans,
        "verdict": each.verdict,
        "found": found.name if found else None,
        "lat": round(found.lat, 6) if found else None,
        "lon": round(found.lon, 6) if found else None,
        "metres": None if each.metres is None else round(each.metres),
        "within_m": position.within_m if position else None,
    }


def _offer(each: Checked, service: str, folder: Path) -> None:
    from jz_travel.store.corrections import Correction, write_correction

    assert each.found is not None
    print("take it? [y/N] ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().lower() not in ("y", "yes", "是"):
        return
    position, found = each.place.position, each.found
    correction = Correction(
        lat=found.lat,
        lon=found.lon,
        within_m=FOUND_WITHIN,
        what=" ".join(filter(None, (found.name, found.address)))[:160],
        source=f"geo_{service}",
        source_title=TITLES[service],
        on=today(),
        before=(position.lat, position.lon) if position else None,
    )
    write_correction(folder, each.place.id, correction)
