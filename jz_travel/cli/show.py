"""``jz-travel places`` and ``jz-travel show``: what there is, and what will happen on a trip.

``places --json`` is described in :mod:`jz_travel.store.place_json`, ``show --json`` in
:mod:`jz_travel.export.json_schedule`.
"""

import argparse
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from jz_travel.cli.complaints import complain
from jz_travel.domain.places import Place
from jz_travel.domain.texts import Language
from jz_travel.resources import assets


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", **common: Any) -> None:
    """Adds both commands; ``common`` goes to each parser, like ``parents``."""
    places = commands.add_parser("places", help="list places, or search them by name, pinyin or sort", **common)
    places.add_argument("query", nargs="*", metavar="QUERY")
    places.add_argument("--json", action="store_true")
    places.set_defaults(run=run_places)
    show = commands.add_parser("show", help="what will happen on a trip", **common)
    show.add_argument("trip", type=Path, metavar="TRIP")
    show.add_argument("--json", action="store_true")
    show.set_defaults(run=run_show)


def run_places(chosen: argparse.Namespace, language: Language) -> int:
    """1 when nothing is found."""
    from jz_travel.domain.search import PlaceIndex
    from jz_travel.store.place_json import write
    from jz_travel.store.places import read_catalogue
    from jz_travel.words import Words

    catalogue, failures = read_catalogue(assets())
    complain(failures)
    found = PlaceIndex(catalogue, Words(language).sorts).find(" ".join(chosen.query))
    if chosen.json:
        print(write(found).decode(), end="")
    elif not found:
        print(Words(language).say("No place found"), file=sys.stderr)
    else:
        print("\n".join(_columns(found, language)))
    return 0 if found else 1


def _columns(places: Sequence[Place], language: Language) -> Iterator[str]:
    names = [place.name.in_(language) for place in places]
    widest = max(_width(name) for name in names)
    for place, name in zip(places, names, strict=True):
        yield f"{name}{' ' * (widest - _width(name))}  {place.id}"


def _width(text: str) -> int:
    """Columns in a terminal, where a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def run_show(chosen: argparse.Namespace, language: Language) -> int:
    """The schedule, as text or JSON."""
    from jz_travel.almanac import daylight
    from jz_travel.cli.city import city, city_of
    from jz_travel.domain.timetable import schedule
    from jz_travel.export import json_schedule, text
    from jz_travel.store.trips import read_trip
    from jz_travel.words import Words

    trip = read_trip(chosen.trip).trip
    known, travel = city()
    catalogue, ways = city_of(trip, known, travel)
    happens = schedule(trip, catalogue, ways, daylight)
    travel.save()
    content = json_schedule.write(happens) if chosen.json else text.write(happens, catalogue, Words(language))
    print(content.decode(), end="")
    return 0
