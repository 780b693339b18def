"""``jz-travel export TRIP --to FORMAT -o FILE`` and ``jz-travel decode``: a trip into any format, and out of codes."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.texts import Language
from jz_travel.export import FORMAT_BY_ID, FORMATS, PAPERS, Format
from jz_travel.reading.codes import PICTURES

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
    export.add_argument("--printer", metavar="NAME", help="print it there through CUPS, without a dialogue")
    export.set_defaults(run=run_export)
    decode = commands.add_parser("decode", help="restore a trip from pictures or texts of its QR codes", **common)
    decode.add_argument("codes", type=Path, nargs="*", metavar="FILE",
                        help="pictures, or texts with a code a line; else texts from the standard input")  # fmt: skip
    decode.add_argument("-o", "--output", type=Path, required=True, metavar="TRIP")
    decode.set_defaults(run=run_decode)


def run_export(chosen: argparse.Namespace, language: Language) -> int:
    """Writes one trip in one format."""
    from jz_travel.store.files import write_bytes

    found = format_for(chosen.to, chosen.output)
    content = _made(chosen.trip, found, language, chosen.paper)
    if chosen.printer is not None:
        print(_printed(content, FORMAT_BY_ID[found], chosen))
    elif chosen.output is None:
        sys.stdout.buffer.write(content)
    else:
        write_bytes(chosen.output, content)
    return 0


def _printed(content: bytes, found: Format, chosen: argparse.Namespace) -> str:
    """The name of the job. Only paper is printed."""
    from jz_travel.export import cups

    if found.suffix != ".pdf":
        raise Failure(Cause.NOT_PRINTED, detail=f"--to {found.id}")
    return cups.send(content, chosen.printer, chosen.trip.stem, PAPERS[chosen.paper] if found.papers else None).id


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
    from jz_travel.almanac import daylight
    from jz_travel.cli.city import city, city_of
    from jz_travel.domain.timetable import schedule
    from jz_travel.store.trips import read_trip
    from jz_travel.words import Words

    trip = read_trip(file).trip
    known, travel = city()
    catalogue, ways = city_of(trip, known, travel)
    happens = schedule(trip, catalogue, ways, daylight)
    travel.save()
    made = datetime.now(UTC)
    return FORMAT_BY_ID[found].write(happens, catalogue, Words(language), PAPERS[paper], made)


def run_decode(chosen: argparse.Namespace, _language: Language) -> int:
    """Writes the trip that photographed, scanned or pasted codes carry."""
    from jz_travel.reading.codes import trip_in_texts
    from jz_travel.store.trips import TripDocument, write_trip

    texts = [text for file in chosen.codes for text in _texts(file)] if chosen.codes else sys.stdin.read().splitlines()
    write_trip(chosen.output, TripDocument(trip_in_texts(texts)))
    return 0


def _texts(file: Path) -> Sequence[str]:
    """The codes in a picture, or the lines of a text."""
    from jz_travel.store.files import read_bytes

    if file.suffix.lower() in PICTURES:
        from jz_travel.ui.bringing_in.pictures import texts_in_picture  # Qt opens pictures

        return texts_in_picture(file)
    return read_bytes(file, LARGEST_SCAN).decode("utf-8", "replace").splitlines()
