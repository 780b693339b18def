"""``jz-travel map --out FILE.html [TRIP]``: a trip's map as one page that opens anywhere, without a network."""

import argparse
from pathlib import Path
from typing import Any

from jz_travel.domain.texts import Language


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", **common: Any) -> None:
    """Adds the command; ``common`` goes to its parser, like ``parents``."""
    page = commands.add_parser("map", help="write a trip's map as one page that needs no network", **common)
    page.add_argument("trip", type=Path, nargs="?", metavar="TRIP", help="else the sample trip")
    page.add_argument("-o", "--out", type=Path, required=True, metavar="FILE.html")
    page.add_argument("--theme", choices=("light", "dark"), default="light")
    page.set_defaults(run=run_map)


def run_map(chosen: argparse.Namespace, language: Language) -> int:
    """Writes the page; an older file stays as it was when that fails."""
    from jz_travel.almanac import daylight
    from jz_travel.cli.city import city, city_of
    from jz_travel.domain.timetable import schedule
    from jz_travel.mapping import alone
    from jz_travel.resources import assets
    from jz_travel.store.files import failures, write_bytes
    from jz_travel.store.trips import read_trip
    from jz_travel.words import Words

    trip = read_trip(chosen.trip or assets("trips", "first_visit.jztrip")).trip
    known, travel = city()
    catalogue, ways = city_of(trip, known, travel)
    content = alone.write(schedule(trip, catalogue, ways, daylight), catalogue, Words(language), chosen.theme)
    travel.save()
    with failures(chosen.out):
        write_bytes(chosen.out, content)
    return 0
