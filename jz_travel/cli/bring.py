"""``jz-travel bring FILE…``: places and plans of other planners into a trip.

``--json``::

    {"files": [{"file": "list.gpx", "found": [
        {"field": "wpt 1", "name": "云台山", "day": "2026-10-01", "starts": "09:00", "place": "yuntaishan",
         "sure": "sure", "by": "name", "metres": 120, "others": ["anshang"], "why": "…"}],
      "wrong": ["wpt 7: nan, 113"]}],
     "taken": 12, "remarks": [{"about": "closed", "date": "2026-10-01", "place": "jiayingguan", "text": "…"}]}

``sure`` is ``sure``, ``likely``, ``perhaps`` or ``not``; the last two are taken with ``--all`` only where a place fits.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jz_travel.cli.complaints import complain, one_line
from jz_travel.domain.clock import format_time_of_day, today
from jz_travel.domain.texts import Language
from jz_travel.domain.trip import Trip, TripId, new_trip

if TYPE_CHECKING:
    from jz_travel.domain.places import Catalogue
    from jz_travel.reading import Findings, Match
    from jz_travel.reading.remarks import Remark
    from jz_travel.roads import LegTable
    from jz_travel.words import Words

Object = dict[str, Any]


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", **common: Any) -> None:
    """Adds the command; ``common`` goes to its parser, like ``parents``."""
    bring = commands.add_parser(
        "bring", help="places and plans from GPX, KML, GeoJSON, ICS, CSV, Google lists", **common
    )
    bring.add_argument("files", type=Path, nargs="+", metavar="FILE")
    bring.add_argument("-o", "--output", type=Path, metavar="TRIP", help="write a trip with what was found")
    bring.add_argument("--into", type=Path, metavar="TRIP", help="add to this trip, in place unless -o names another")
    bring.add_argument("--wishes", action="store_true", help="as wishes, also what has a date")
    bring.add_argument("--all", action="store_true", help="take unsure matches too")
    bring.add_argument("--json", action="store_true")
    bring.set_defaults(run=run_bring)


def run_bring(chosen: argparse.Namespace, language: Language) -> int:
    """Says what was found; writes a trip when one was asked for. 1 when nothing fits."""
    from jz_travel.cli.city import city
    from jz_travel.reading import Matcher, Sure, brought, read
    from jz_travel.reading import chosen as sure_enough
    from jz_travel.store.trips import TripDocument, read_trip, write_trip
    from jz_travel.words import Words

    words, (catalogue, travel) = Words(language), city()
    before = read_trip(chosen.into) if chosen.into else TripDocument(_empty(chosen.files[0]))
    matcher = Matcher(catalogue)
    findings = [read(file) for file in chosen.files]
    matches = [[matcher.match(each) for each in found.found] for found in findings]
    trip, taken = before.trip, 0
    for found, fits in zip(findings, matches, strict=True):
        choices = sure_enough(fits, Sure.PERHAPS if chosen.all else Sure.LIKELY)
        trip = brought(trip, choices, on_days=found.planned and not chosen.wishes)
        taken += len(choices)
    wrong = _remarks_of(trip, [each for fits in matches for each in fits], catalogue, travel, words)
    travel.save()
    output = chosen.output or chosen.into
    if output is not None and trip != before.trip:
        write_trip(output, before.with_trip(trip))
    if chosen.json:
        said = {
            "files": [_file(found, fits, words) for found, fits in zip(findings, matches, strict=True)],
            "taken": taken,
            "remarks": [_remark_object(each) for each in wrong],
        }
        print(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        _print(findings, matches, catalogue, words)
        _print_remarks(wrong, words)
    return 0 if taken else 1


def is_foreign(file: Path) -> bool:
    """Whether another planner wrote a file, by its name."""
    from jz_travel.reading import SUFFIXES

    return file.suffix.lower() in SUFFIXES


def run_foreign_check(file: Path, language: Language, *, as_json: bool) -> int:
    """What is wrong with a plan of another planner; 1 if anything is."""
    from jz_travel.cli.city import city
    from jz_travel.reading import Matcher, brought, chosen, read
    from jz_travel.words import Words

    words, (catalogue, travel) = Words(language), city()
    found, matcher = read(file), Matcher(catalogue)
    matches = [matcher.match(each) for each in found.found]
    trip = brought(_empty(file), chosen(matches), on_days=True)
    wrong = _remarks_of(trip, matches, catalogue, travel, words)
    travel.save()
    if as_json:
        print(json.dumps({"remarks": [_remark_object(each) for each in wrong]}, ensure_ascii=False, indent=2))
    else:
        complain(found.wrong)
        _print_remarks(wrong, words)
    return 1 if wrong or found.wrong else 0


def _remarks_of(
    trip: Trip, matches: "Sequence[Match]", catalogue: "Catalogue", travel: "LegTable", words: "Words"
) -> "tuple[Remark, ...]":
    from jz_travel.almanac import daylight
    from jz_travel.cli.city import city_of
    from jz_travel.domain.timetable import schedule
    from jz_travel.reading.remarks import remarks

    known, ways = city_of(trip, catalogue, travel)
    return remarks(schedule(trip, known, ways, daylight), matches, known, words)


def _empty(file: Path) -> Trip:
    """A trip with the name of the file, so far without anything."""
    return new_trip(TripId(file.stem[:40] or "trip"), file.stem[:80], today(), 1)


def _file(found: "Findings", matches: "Sequence[Match]", words: "Words") -> Object:
    return {
        "file": str(found.file),
        "found": [_match(each, words) for each in matches],
        "wrong": [f"{each.field}: {each.detail}" for each in found.wrong],
    }


def _match(match: "Match", words: "Words") -> Object:
    from jz_travel.reading.wording import why

    found = match.found
    return {
        "field": found.field,
        "name": found.name,
        "lat": found.where.lat if found.where else None,
        "lon": found.where.lon if found.where else None,
        "day": found.day.isoformat() if found.day else None,
        "starts": format_time_of_day(found.starts) if found.starts is not None else None,
        "place": match.place,
        "sure": match.sure.name.lower(),
        "by": match.by.value,
        "metres": round(match.metres) if match.metres is not None else None,
        "others": list(match.others),
        "why": why(match, words),
    }


def _remark_object(remark: "Remark") -> Object:
    day = remark.day.isoformat() if remark.day else None
    return {"about": remark.about.value, "date": day, "place": remark.place, "name": remark.name, "text": remark.text}


def _print(
    findings: "Sequence[Findings]", matches: "Sequence[Sequence[Match]]", catalogue: "Catalogue", words: "Words"
) -> None:
    """A line a place: what stands in the file, what it is taken for, how sure that is and why."""
    from jz_travel.reading.wording import how_sure, why

    for found, fits in zip(findings, matches, strict=True):
        for each in fits:
            name = each.found.name or each.found.field
            place = catalogue.get(each.place)
            sure = words.say("{where}: {what}", where=how_sure(each.sure, words), what=why(each, words))
            taken = words.say("{sentence} ({details})", sentence=words.name(place), details=sure) if place else "–"
            print(f"{name} → {taken}")
        for failure in found.wrong:
            print(one_line(failure), file=sys.stderr)


def _print_remarks(wrong: "Sequence[Remark]", words: "Words") -> None:
    from jz_travel.reading.remarks import line

    for each in wrong:
        print(f"! {line(each, words)}")
