"""``jz-travel plan`` and ``jz-travel check``.

The JSON of ``plan --json`` is described in :mod:`jz_travel.cli.plan_json`.
"""

import argparse
import hashlib
import re
import sys
import time
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jz_travel.domain.clock import minutes, parse_time_of_day
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import Catalogue, PlaceId, Theme
from jz_travel.domain.request import Interest, Member, Pace, Party, Pin, Request
from jz_travel.domain.texts import Language
from jz_travel.domain.travel import Mode

if TYPE_CHECKING:
    from jz_travel.domain.plan import Plan
    from jz_travel.domain.trip import Trip
    from jz_travel.words import Words


SUGGEST = "suggest"
MINUTES_A_DAY = 1440


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", **common: Any) -> None:
    """Adds both commands; ``common`` goes to each parser, like ``parents``."""
    plan = commands.add_parser("plan", help="plan a whole trip from a request", **common)
    plan.add_argument("--request", type=Path, metavar="FILE", help="a request as TOML; other options change it")
    plan.add_argument("--start", type=date.fromisoformat, metavar="DATE", help="the first day, like 2026-10-01")
    plan.add_argument("--days", type=_days, metavar="N")
    plan.add_argument("--from", dest="arrival", metavar="PLACE", help="where the visitor arrives")
    plan.add_argument("--to", dest="departure", metavar="PLACE", help="where the visitor departs; else as --from")
    plan.add_argument("--arrives", type=_time, metavar="HH:MM")
    plan.add_argument("--departs", type=_time, metavar="HH:MM")
    plan.add_argument(
        "--lodging",
        action="append",
        metavar="PLACE",
        help="night by night, the last one for the rest; “suggest” leaves a night to the planner",
    )
    plan.add_argument("--mode", dest="modes", action="append", choices=[mode.value for mode in Mode])
    plan.add_argument("--pace", choices=[pace.value for pace in Pace])
    plan.add_argument("--party", type=_party, metavar="adults=2,seniors=1,step_free")
    plan.add_argument("--interest", dest="interests", action="append", type=_interest, metavar="THEME[=WEIGHT]")
    for name, what in (("must", "has to be in"), ("wish", "should be in"), ("avoid", "must not be in")):
        plan.add_argument(f"--{name}", action="append", metavar="PLACE", help=f"{what} the plan")
    plan.add_argument("--budget", type=float, metavar="YUAN", help="for the tickets of the whole party")
    _add_limits(plan)
    plan.add_argument("--seconds", type=float, metavar="S", help="plan for so long; else until nothing gets better")
    plan.add_argument("--bound", type=float, default=2.0, metavar="S", help="seconds to find what is possible at best")
    plan.add_argument("--seed", type=int, default=1, metavar="K")
    plan.add_argument("--json", action="store_true")
    plan.add_argument("-o", "--output", type=Path, metavar="TRIP", help="write the plan as a trip file")
    plan.set_defaults(run=run_plan)
    check = commands.add_parser("check", help="what is wrong with a trip; exit code 1 if anything is", **common)
    check.add_argument("trip", type=Path, metavar="TRIP", help="also GPX, KML, ICS, CSV, … of other planners")
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=run_check)


def _add_limits(plan: argparse.ArgumentParser) -> None:
    """What is settled, and what a day must not go beyond."""
    plan.add_argument("--pin", action="append", type=_pin, metavar="PLACE@DAY[@HH:MM]", help="a visit that is settled")
    plan.add_argument("--leaves-at", type=_time, metavar="HH:MM", help="no day begins before this")
    plan.add_argument("--back-by", type=_time, metavar="HH:MM", help="every day ends by this")
    plan.add_argument("--driving", type=_minutes, metavar="MIN", help="the most time on the road a day, in minutes")
    plan.add_argument("--on-foot", type=_minutes, metavar="MIN", help="the most time out of doors a day, in minutes")
    plan.add_argument("--no-lunch", dest="lunch", action="store_false", default=None)
    plan.add_argument("--no-dinner", dest="dinner", action="store_false", default=None)
    plan.add_argument(
        "--member", dest="members", action="append", type=_member, metavar="NAME:THEME[=WEIGHT],…", help="of a group"
    )


def run_plan(chosen: argparse.Namespace, language: Language) -> int:
    """Plans a trip. 1 when something that was asked for cannot be met."""
    from jz_travel.almanac import daylight
    from jz_travel.cli.city import city
    from jz_travel.cli.plan_json import write
    from jz_travel.planner import Effort, World, plan, with_bound
    from jz_travel.words import Words

    catalogue, travel = city()
    request = request_of(chosen, catalogue)
    effort = Effort(chosen.seed, chosen.seconds)
    world = World(catalogue, travel, daylight)
    found = plan(request, world, effort=effort)
    over = time.monotonic() + chosen.bound
    found = with_bound(found, world, stop=lambda: time.monotonic() >= over)
    travel.save()
    words = Words(language)
    if chosen.output is not None:
        _write_trip(chosen.output, found.trip, words)
    if chosen.json:
        sys.stdout.write(write(found, catalogue, words).decode())
    elif chosen.output is None:
        sys.stdout.write(_as_text(found, catalogue, words))
    missed = any(left.place in request.insisted for left in found.left_out)
    return 1 if found.conflicts or missed or not found.works else 0


def run_check(chosen: argparse.Namespace, language: Language) -> int:
    """Checks a trip against the request in it, or by the rules that hold for every trip."""
    import json

    from jz_travel.cli.bring import is_foreign, run_foreign_check

    if is_foreign(chosen.trip):
        return run_foreign_check(chosen.trip, language, as_json=chosen.json)
    from jz_travel.almanac import daylight
    from jz_travel.cli.city import city, city_of
    from jz_travel.cli.plan_json import violation_object
    from jz_travel.planner import as_plan, verify
    from jz_travel.store.trips import read_trip
    from jz_travel.words import Words

    trip = read_trip(chosen.trip).trip
    known, table = city()
    catalogue, travel = city_of(trip, known, table)
    asked = as_plan(trip, catalogue, travel, daylight)
    wrong = verify(asked, asked.request, catalogue, travel, daylight)
    table.save()
    words = Words(language)
    if chosen.json:
        found = {"violations": [violation_object(each, catalogue, words) for each in wrong]}
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(words.violation(each, catalogue) + "\n" for each in wrong)
        if not wrong:
            sys.stderr.write(words.say("Nothing is wrong with this trip.") + "\n")
    return 1 if wrong else 0


def request_of(chosen: argparse.Namespace, catalogue: Catalogue) -> Request:
    """The request in the file, changed by what else was said."""
    from jz_travel.store.request_file import check_request, read_request

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
        "lodging": chosen.lodging and tuple(None if each == SUGGEST else PlaceId(each) for each in chosen.lodging),
        "modes": chosen.modes and tuple(Mode(each) for each in chosen.modes),
        "leaves_at": chosen.leaves_at,
        "back_by": chosen.back_by,
        "driving": chosen.driving,
        "on_foot": chosen.on_foot,
        "lunch": chosen.lunch,
        "dinner": chosen.dinner,
        "pins": chosen.pin and tuple(chosen.pin),
        "members": chosen.members and tuple(chosen.members),
        "interests": chosen.interests and tuple(chosen.interests),
        "musts": chosen.must and tuple(PlaceId(each) for each in chosen.must),
        "wishes": chosen.wish and tuple(PlaceId(each) for each in chosen.wish),
        "avoid": chosen.avoid and tuple(PlaceId(each) for each in chosen.avoid),
    }
    request = replace(request, **{name: value for name, value in said.items() if value is not None})
    check_request(request, catalogue)
    return request


def _write_trip(file: Path, trip: "Trip", words: "Words") -> None:
    from jz_travel.domain.trip import TripId
    from jz_travel.store.trips import TripDocument, write_trip

    named = trip.renamed(trip.name or words.say("A visit to Jiaozuo"))
    # Two plans in two files are two trips: in a calendar the events of one must not take the place of the other's.
    name = hashlib.sha256(file.stem.encode("utf-8", "surrogateescape")).hexdigest()  # a file may be called anything
    write_trip(file, TripDocument(replace(named, id=TripId(f"plan-{name[:12]}"))))


def _as_text(plan: "Plan", catalogue: Catalogue, words: "Words") -> str:
    from jz_travel.export import text
    from jz_travel.words.plans import access_sentence, nearness_sentence

    lines = [text.write(plan.schedule, catalogue, words).decode().rstrip("\n"), ""]
    lines += [words.conflict(conflict, plan, catalogue) for conflict in plan.conflicts]
    lines += [words.violation(violation, catalogue) for violation in plan.violations]
    lines += filter(None, (nearness_sentence(words, plan), access_sentence(words, plan, catalogue)))
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


def _days(written: str) -> int:
    from jz_travel.domain.trip import MOST_DAYS

    if not written.isascii() or not written.isdigit() or int(written) > MOST_DAYS:
        raise argparse.ArgumentTypeError(f"{written!r} is not a number of days up to {MOST_DAYS}")
    return int(written)


def _minutes(written: str) -> timedelta:
    if not written.isascii() or not written.isdigit() or int(written) > MINUTES_A_DAY:
        raise argparse.ArgumentTypeError(f"{written!r} is not a number of minutes a day")
    return minutes(int(written))


def _pin(written: str) -> Pin:
    place, _, rest = written.partition("@")
    day, _, starts = rest.partition("@")
    if not place or not day.isascii() or not day.isdigit() or int(day) < 1:
        raise argparse.ArgumentTypeError(f"{written!r} is not like hongshixia@2@09:30")
    return Pin(PlaceId(place), int(day), _time(starts) if starts else None)


def _member(written: str) -> Member:
    name, _, themes = written.partition(":")
    return Member(name, tuple(_interest(each) for each in themes.split(",") if each))


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
    party = Party(**found)
    if not party.size:
        raise argparse.ArgumentTypeError("nobody travels")
    return party
