"""``assets/kinds.toml``: what we assume of a kind of place where nobody has said it of the place itself."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from jz_travel.domain.clock import DAY, MIDNIGHT, hours, minutes, parse_time_of_day
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.opening import Hours, Opening
from jz_travel.domain.places import BASES, Kind, VisitTime
from jz_travel.store.place_fields import Minutes, TimeOfDay
from jz_travel.store.toml import convert, read_tables

ALWAYS = Hours((Opening(MIDNIGHT, DAY),))


@dataclass(frozen=True, slots=True)
class KindDefaults:
    """The usual visit, the usual hours and whether daylight matters, all marked as assumed."""

    visit: VisitTime
    hours: Hours
    outdoor: bool


NOTHING_SAID = KindDefaults(
    VisitTime(minutes(30), minutes(60), minutes(120), assumed=True),
    Hours((Opening(hours(9), hours(17)),), assumed=True),
    outdoor=False,
)
"""What is left when ``kinds.toml`` itself cannot be read."""


class _Visit(Struct, forbid_unknown_fields=True):
    short: Minutes
    usual: Minutes
    long: Minutes


class _Hours(Struct, forbid_unknown_fields=True):
    opens: TimeOfDay
    closes: TimeOfDay
    last_entry: TimeOfDay | None = None


class _Kind(Struct, forbid_unknown_fields=True):
    visit: _Visit
    hours: _Hours | Literal["always"]
    outdoor: bool
    why: Annotated[str, Meta(max_length=200)] = ""


def read_kinds(file: Path) -> tuple[Mapping[Kind, KindDefaults], list[Failure]]:
    """Every kind has defaults in the result, also when the file has mistakes."""
    found = dict.fromkeys(Kind, NOTHING_SAID)
    failures: list[Failure] = []
    try:
        tables = read_tables(file)
    except Failure as failure:
        return found, [failure]
    for name, table in tables.items():
        if name not in list(Kind):
            failures.append(Failure(Cause.BAD_FIELD, file, name, "is not a kind of place"))
            continue
        fields, wrong = convert({name: table}, dict[str, _Kind], file)
        wrong = wrong or _out_of_order(fields[name] if fields else None, file, name)
        failures += wrong
        if fields and not wrong:
            found[Kind(name)] = _defaults(Kind(name), fields[name])
    missing = [kind for kind in Kind if kind not in tables]
    failures += [Failure(Cause.BAD_FIELD, file, kind, "is missing") for kind in missing]
    return found, failures


def _out_of_order(fields: _Kind | None, file: Path, name: str) -> list[Failure]:
    if fields and not fields.visit.short <= fields.visit.usual <= fields.visit.long:
        return [Failure(Cause.BAD_FIELD, file, f"{name}.visit", "short, usual and long are not in this order")]
    if fields and isinstance(fields.hours, _Hours) and fields.hours.opens >= fields.hours.closes:
        return [Failure(Cause.BAD_FIELD, file, f"{name}.hours", "closes before it opens")]
    return []


def _defaults(kind: Kind, fields: _Kind) -> KindDefaults:
    short, usual, long = (minutes(each) for each in (fields.visit.short, fields.visit.usual, fields.visit.long))
    return KindDefaults(VisitTime(short, usual, long, assumed=True), _hours(kind, fields), fields.outdoor)


def _hours(kind: Kind, fields: _Kind) -> Hours:
    if isinstance(fields.hours, str):
        # A town, a station or a bed has no gate: that it can be reached at any time is no guess.
        return replace(ALWAYS, assumed=kind not in BASES)
    last_entry = _time(fields.hours.last_entry)
    opening = Opening(parse_time_of_day(fields.hours.opens), parse_time_of_day(fields.hours.closes), last_entry)
    return Hours((opening,), assumed=True)


def _time(text: str | None) -> timedelta | None:
    return parse_time_of_day(text) if text else None
