"""What the visitor has set and where the window stood: one small JSON file in the config folder."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

from msgspec import Meta, ValidationError, convert, to_builtins

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.online import Online
from jz_travel.domain.texts import Language
from jz_travel.store.files import clean_leftovers, failures, read_bytes, write_bytes
from jz_travel.store.strict import parse_object

LARGEST_FILE = 200_000  # bytes

Theme = Literal["system", "light", "dark", "clear", "contrast"]


@dataclass(frozen=True)
class Settings:
    """``language`` None: the system's. ``window`` is Qt's own bytes, ``splitters`` are pixels.

    ``map_switches``: layers that a visitor switched on or off; ``map_approval``: the approval line of an office that
    publishes the map, instead of the outlines' own. ``map_base``: the ground; ``map_address``, ``map_credit``: of a map
    of the visitor's own; ``map_key``: for Tianditu's tiles. ``calm``: nothing moves by itself.
    """

    language: Language | None = None
    theme: Theme = "system"
    text_size: Annotated[int, Meta(ge=75, le=250)] = 100  # per cent
    window: bytes = b""
    splitters: tuple[Annotated[int, Meta(ge=0, le=100_000)], ...] = ()
    map_switches: Annotated[dict[str, bool], Meta(max_length=200)] = field(default_factory=dict)
    map_approval: str = ""
    map_base: str = "offline"
    map_address: Annotated[str, Meta(max_length=1000)] = field(default="", repr=False)
    map_credit: Annotated[str, Meta(max_length=200)] = ""
    map_key: Annotated[str, Meta(max_length=200)] = field(default="", repr=False)
    online: Online = field(default_factory=Online)
    calm: bool = False


TYPES = get_type_hints(Settings, include_extras=True)


def read_settings(path: Path) -> tuple[Settings, tuple[Failure, ...]]:
    """The settings and what was wrong with the file. A value that cannot be used is the usual one, each by itself."""
    try:
        raw = parse_object(read_bytes(path, LARGEST_FILE), path)
    except Failure as failure:
        return Settings(), () if failure.cause is Cause.MISSING else (failure,)
    good: dict[str, Any] = {}
    bad = []
    for name, value in raw.items():
        if name not in TYPES:
            bad.append(Failure(Cause.BAD_FIELD, path, name[:100], "not a setting"))
            continue
        try:
            good[name] = convert(value, TYPES[name])
        except ValidationError as error:
            bad.append(Failure(Cause.BAD_FIELD, path, name, str(error)))
    return Settings(**good), tuple(bad)


def write_settings(path: Path, settings: Settings) -> None:
    """Replaces the file in one step; its folder is made when it is not there. Keys in it are for nobody else's eyes."""
    with failures(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    clean_leftovers(path.parent)
    write_bytes(path, json.dumps(to_builtins(settings), ensure_ascii=False, indent=1).encode() + b"\n", private=True)
