"""``jz-travel plan`` and ``jz-travel check``.

The JSON of ``plan --json`` is described in :mod:`jz_travel.cli.plan_json`.
"""

import argparse
import re
import sys
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jz_travel.domain.clock import parse_time_of_day
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import Catalogue, PlaceId, Theme
from jz_travel.domain.request import Interest, Pace, Party, Request
from jz_travel.domain.texts import Language
from jz_travel.domain.travel import Mode

if TYPE_CHECKING:
    from jz_travel.domain.plan import Plan
    from jz_travel.domain.trip import Trip
    from jz_travel.words import Words


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", **common: Any) -> None:
    """Adds both commands; ``common`` goes to each parser, like ``parents``."""
    plan = commands.add_parser("plan", help="plan a whole trip from a request", **common)
    plan.add_argument("--request", type=Path, metavar="FILE", help="a request as TOML; other options change it")
    plan.add_argument("--start", type=date.fromisoformat, metavar="DATE", help="the first day, like 2026-10-01")
    plan.add_argument("--days", type=int, metavar="N")
    plan.add_argument("--from", dest="arrival", metavar="PLACE", help="where the visitor arrives")
    plan.add_argument("--to", dest="departure", metavar="PLACE", help="where the visitor departs; else as --from")
    plan.add_argument("--arrives", type=_time, metavar="HH:MM")
    plan.add_argument("--departs", type=_time, metavar="HH:MM")
    plan.add_argument("--lodging", action="append", metavar="PLACE", help="night by night; the last one for the rest")
    plan.add_argument("--mode", dest="modes", action="append", choices=[mode.value for mode in Mode])
    plan.add_argument("--pace", choices=[pace.value for pace in Pace])
    plan.add_argument("--party", type=_party, metavar="adults=2,seniors=1,step_free")
    plan.add_argument("--interest", dest="interests", action="append", type=_interest, metavar="THEME[=WEIGHT]")
    for name, what in (("must", "has to be in"), ("wish", "should be in"), ("avoid", "must not be in")):
        plan.add_argument(f"--{name}", action="append", metavar="PLACE", help=f"{what} the plan")
    plan.add_argument("--budget", type=float, metavar="YUAN", help="for the tickets of the whole party")
    plan.add_argument("--seconds", type=float, metavar="S", help="plan for so long; else until nothing gets better")
    plan.add_argument("--seed", type=int, default=1, metavar="K")
    plan.add_argument("--json", action="store_true")
    plan.add_argument("-o", "--output", type=Path, metavar="TRIP", help="write the plan as a trip file")
    plan.set_defaults(run=run_plan)
    check = commands.add_parser("check", help="what is wrong with a trip; exit code 1 if anything is", **common)
    check.add_argument("trip", type=Path, metavar="TRIP")
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=run_check)


def run_plan(chosen: argparse.Namespace, language: Language) -> int:
    """Plans a trip. 1 when something that was asked for cannot be met."""
    from jz_travel.almanac import daylight
    from jz_travel.cli.plan_json import write
    from jz_travel.planner import Effort, World, plan
    from jz_travel.words import Words

    catalogue, travel = _city()
    request = request_of(chosen, catalogue)
    effort = Effort(chosen.seed, chosen.seconds)
    found = plan(request, World(catalogue, travel, daylight), effort=effort)
    travel.save()
    words = Words(language)
    if chosen.output is not None:
        _write_trip(chosen.output, found.trip, words)
    if chosen.json:
        sys.stdout.write(write(found, catalogue, words).decode())
    elif chosen.output is None:
        sys.stdout.write(_as_text(found, catalogue, words))
    return 1 if found.conflicts or not found.works else 0


def run_check(chosen: argparse.Namespace, language: Language) -> int:
    """Checks a trip against the request in it, or by the rules that hold for every trip."""
    import json

    from jz_travel.almanac import daylight
    from jz_travel.cli.plan_json import violation_object
    from jz_travel.planner.checking import as_plan
    from jz_travel.planner.verify import verify
    from jz_travel.store.trips import read_trip
    from jz_travel.words import Words

    trip = read_trip(chosen.trip).trip
    catalogue, travel = _city()
    asked = as_plan(trip, catalogue, travel, daylight)
    wrong = verify(asked, asked.request, catalogue, travel, daylight)
    travel.save()
    words = Words(language)
    if chosen.json:
        found = {"violations": [violation_object(each, catalogue, words) for each in wrong]}
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(words.violation(each, catalogue) + "\n" for each in wrong)
    return 1 if wrong else 0


def request_of(chosen: argparse.Namespace, catalogue: Catalogue) -> Request:
    """The request in the file, changed by what else was said."""
    from jz_travel.store.request_file import check_places, read_request

    if chosen.request is not None:
        request = read_request(chosen.request, catalogue)
    elif chosen.start is None:
        raise Failure(Cause.OTHER, detail="--start or --request")
    else:
        request = Request(chosen.start)
    said: dict[str, Any] = {
        "starts": chosen.start,
        "days": chosen.days,
        "arrival": chosen.arrival,
        "departure": chosen.departure,
        "arrives": chosen.arrives,
        "departs": chosen.departs,
        "pace": Pace(chosen.pace) if chosen.pace else None,
        "party": chosen.party,
        "budget": chosen.budget,
        "lodging": chosen.lodging and tuple(PlaceId(each) for each in chosen.lodging),
        "modes": chosen.modes and tuple(Mode(each) for each in chosen.modes),
        "interests": chosen.interests and tuple(chosen.interests),
        "musts": chosen.must and tuple(PlaceId(each) for each in chosen.must),
        "wishes": chosen.wish and tuple(PlaceId(each) for each in chosen.wish),
        "avoid": chosen.avoid and tuple(PlaceId(each) for each in chosen.avoid),
    }
    request = replace(request, **{name: value for name, value in said.items() if value is not None})
    check_places(request, catalogue)
    return request


def _city() -> tuple[Catalogue, Any]:
    from platformdirs import user_cache_path

    from jz_travel.resources import assets
    from jz_travel.roads import leg_table
    from jz_travel.store.places import read_catalogue

    catalogue, failures = read_catalogue(assets())
    for failure in failures:
        sys.stderr.write(f"{failure}\n")
    return catalogue, leg_table(catalogue, user_cache_path("jz-travel", appauthor=False))


def _write_trip(file: Path, trip: "Trip", words: "Words") -> None:
    from jz_travel.store.trips import TripDocument, write_trip

    name = trip.name or words.dates(trip.starts, trip.starts + timedelta(days=len(trip.days) - 1))
    write_trip(file, TripDocument(trip.renamed(name)))


def _as_text(plan: "Plan", catalogue: Catalogue, words: "Words") -> str:
    from jz_travel.export import text

    lines = [text.write(plan.schedule, catalogue, words).decode().rstrip("\n"), ""]
    lines += [words.conflict(conflict, plan, catalogue) for conflict in plan.conflicts]
    lines += [words.violation(violation, catalogue) for violation in plan.violations]
    for left in plan.left_out:
        place = catalogue.get(left.place)
        name = words.short(place) if place else left.place
        lines.append(words.say("{where}: {what}", where=name, what=words.reason(left.reason, catalogue)))
        lines += [f"  → {words.fix(fix, plan, catalogue)}" for fix in left.fixes]
    return "\n".join(lines) + "\n"


def _time(written: str) -> timedelta:
    try:
        return parse_time_of_day(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _interest(written: str) -> Interest:
    name, _, weight = written.partition("=")
    try:
        return Interest(Theme(name), float(weight or 1))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not a theme: {name} ({', '.join(Theme)})") from error


def _party(written: str) -> Party:
    known = {field.name for field in fields(Party)}
    found: dict[str, Any] = {}
    for each in filter(None, re.split(r"\s*,\s*", written.strip())):
        name, _, count = each.partition("=")
        if name == "step_free":
            found[name] = count in ("", "1", "true", "yes")
        elif name in known and count.isascii() and count.isdigit():
            found[name] = int(count)
        else:
            raise argparse.ArgumentTypeError(f"{each!r} is not like adults=2 ({', '.join(sorted(known))})")
    return Party(**found)
