"""What the visitor has set and where the window stood: one small JSON file in the config folder."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

from msgspec import Meta, ValidationError, convert, to_builtins

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.texts import Language
from jz_travel.store.files import clean_leftovers, failures, read_bytes, write_bytes
from jz_travel.store.strict import parse_object

LARGEST_FILE = 200_000  # bytes

Theme = Literal["system", "light", "dark"]


@dataclass(frozen=True)
class Settings:
    """``language`` None: the system's. ``window`` and ``window_parts`` are Qt's own bytes, ``splitters`` are pixels."""

    language: Language | None = None
    theme: Theme = "system"
    text_size: Annotated[int, Meta(ge=75, le=250)] = 100  # per cent
    window: bytes = b""
    window_parts: bytes = b""
    splitters: tuple[Annotated[int, Meta(ge=0, le=100_000)], ...] = ()


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
    """Replaces the file in one step; its folder is made when it is not there."""
    with failures(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    clean_leftovers(path.parent)
    write_bytes(path, json.dumps(to_builtins(settings), ensure_ascii=False, indent=1).encode() + b"\n")
