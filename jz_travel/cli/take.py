"""``jz-travel export TRIP --to FORMAT -o FILE`` and ``jz-travel decode``: a trip into any format, and out of codes."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.texts import Language
from jz_travel.export import FORMAT_BY_ID, FORMATS, PAPERS

LARGEST_SCAN = 1_000_000
"""Bytes; sixty-four codes have forty thousand."""


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", **common: Any) -> None:
    """Adds both commands; ``common`` goes to each parser, like ``parents``."""
    export = commands.add_parser("export", help="write a trip as PDF, calendar, GPX, table, …", **common)
    export.add_argument("trip", type=Path, metavar="TRIP")
    export.add_argument("--to", choices=[each.id for each in FORMATS], metavar="FORMAT",
                        help=f"{', '.join(each.id for each in FORMATS)}; else by the file's ending")  # fmt: skip
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help="else the standard output")
    export.add_argument("--paper", choices=list(PAPERS), default="a4")
    export.set_defaults(run=run_export)
    decode = commands.add_parser("decode", help="restore a trip from the texts of its QR codes, a line each", **common)
    decode.add_argument("codes", type=Path, nargs="?", metavar="FILE", help="else the standard input")
    decode.add_argument("-o", "--output", type=Path, required=True, metavar="TRIP")
    decode.set_defaults(run=run_decode)


def run_export(chosen: argparse.Namespace, language: Language) -> int:
    """Writes one trip in one format."""
    from jz_travel.store.files import write_bytes

    found = format_for(chosen.to, chosen.output)
    content = _made(chosen.trip, found, language, chosen.paper)
    if chosen.output is None:
        sys.stdout.buffer.write(content)
    else:
        write_bytes(chosen.output, content)
    return 0


def format_for(wanted: str | None, output: Path | None) -> str:
    """The id of a format, told or guessed from the file's ending, the first of the list where several share it."""
    if wanted:
        return wanted
    ending = output.suffix.lower() if output else ""
    for each in FORMATS:
        if each.suffix == ending:
            return each.id
    raise Failure(Cause.OTHER, output, detail="--to")


def _made(file: Path, found: str, language: Language, paper: str) -> bytes:
    from platformdirs import user_cache_path

    from jz_travel.almanac import daylight
    from jz_travel.domain.timetable import schedule
    from jz_travel.resources import assets
    from jz_travel.roads import leg_table
    from jz_travel.store.places import read_catalogue
    from jz_travel.store.trips import read_trip
    from jz_travel.words import Words

    trip = read_trip(file).trip
    catalogue, _ = read_catalogue(assets())
    travel = leg_table(catalogue, user_cache_path("jz-travel", appauthor=False))
    happens = schedule(trip, catalogue, travel, daylight)
    travel.save()
    made = datetime.now(UTC)
    return FORMAT_BY_ID[found].write(happens, catalogue, Words(language), PAPERS[paper], made)


def run_decode(chosen: argparse.Namespace, _language: Language) -> int:
    """Writes the trip that scanned or pasted codes carry."""
    from jz_travel.export.trip_code import read_trip_code
    from jz_travel.store.files import read_bytes
    from jz_travel.store.trips import TripDocument, write_trip

    text = (
        sys.stdin.read() if chosen.codes is None else read_bytes(chosen.codes, LARGEST_SCAN).decode("utf-8", "replace")
    )
    trip = read_trip_code(line.removeprefix("QR-Code:") for line in text.splitlines() if line.strip())
    write_trip(chosen.output, TripDocument(trip))
    return 0
