"""Policies of public screens: one TOML file each, strictly read."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from jz_travel.domain.clock import parse_time_of_day
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.policy import Ability, Policy, Start
from jz_travel.domain.texts import Language, Text
from jz_travel.store.toml import convert, read_tables

SITES = Path("/etc/jz-travel/policies")
"""Where those who run a screen put policies of their own."""
QUEUE = re.compile(r"[A-Za-z0-9_.-]{0,127}")
HASH = "$argon2id$"

Seconds = Annotated[int, Meta(ge=10, le=3600)]


class _Name(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"zh_hans": "zh-Hans", "zh_hant": "zh-Hant"}
):
    zh_hans: str
    en: str
    zh_hant: str = ""
    ja: str = ""
    ko: str = ""


class _Fields(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: _Name
    abilities: tuple[Ability, ...] = tuple(Ability)
    languages: tuple[Language, ...] = ()
    language: Language = "zh-Hans"
    start: Start = Start.HOME
    counsellor: bool = False
    idle: Seconds = 60
    warning: Seconds = 15
    opens: str = "00:00"
    closes: str = "24:00"
    printer: str = ""
    receipt_printer: str = ""
    approval: Annotated[str, Meta(max_length=200)] = ""
    pin: str = ""
    suppress_below: Annotated[int, Meta(ge=2, le=1000)] = 5
    stale_after: Annotated[int, Meta(ge=1, le=3650)] = 180
    screen: Annotated[str, Meta(max_length=60)] = ""
    packs: Annotated[str, Meta(max_length=500)] = ""


def policy_file(name: str, shipped: Path, sites: Path = SITES) -> Path:
    """The file of a policy: a path is taken as it is, a name is looked for at the site first."""
    if "/" in name or name.endswith(".toml"):
        return Path(name)
    own = sites / f"{name}.toml"
    return own if own.is_file() else shipped / f"{name}.toml"


def read_policy(file: Path) -> Policy:
    """Raises :class:`Failure` for the first mistake: a screen with half a policy is not put up."""
    fields, failures = convert(read_tables(file), _Fields, file)
    if failures or fields is None:
        raise failures[0]
    return _policy(fields, file)


def _policy(fields: _Fields, file: Path) -> Policy:
    said: dict[str, Any] = {each: getattr(fields, each) for each in fields.__struct_fields__}
    said["name"] = Text(**msgspec.structs.asdict(fields.name))
    for name in ("opens", "closes"):
        said[name] = _time(said[name], file, name)
    for name, unit in (("idle", "seconds"), ("warning", "seconds"), ("stale_after", "days")):
        said[name] = timedelta(**{unit: said[name]})
    _check(fields, file)
    return Policy(id=file.stem, **said)


def _check(fields: _Fields, file: Path) -> None:
    def wrong(field: str, what: str) -> Failure:
        return Failure(Cause.BAD_FIELD, file, field, what)

    for field in ("printer", "receipt_printer"):
        if not QUEUE.fullmatch(getattr(fields, field)):
            raise wrong(field, "is not the name of a print queue")
    if fields.languages and fields.language not in fields.languages:
        raise wrong("language", "is not one of the languages")
    if fields.pin and not fields.pin.startswith(HASH):
        raise wrong("pin", "is not a hash; `jz-travel kiosk --new-pin` makes one")
    if fields.start.value in list(Ability) and Ability(fields.start.value) not in fields.abilities:
        raise wrong("start", "is not one of the abilities")
    if not fields.abilities:
        raise wrong("abilities", "is empty")


def _time(text: str, file: Path, field: str) -> timedelta:
    try:
        return parse_time_of_day(text)
    except ValueError as error:
        raise Failure(Cause.BAD_FIELD, file, field, str(error)) from None
