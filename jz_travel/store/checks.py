"""What the shipped files must be besides readable: themes complete, drawings whole, nothing changed by hand."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args
from xml.parsers import expat

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import Catalogue, Kind
from jz_travel.store.files import read_bytes
from jz_travel.store.holidays import read_holidays
from jz_travel.store.policies import read_policy
from jz_travel.store.settings import Theme
from jz_travel.store.statistics import read_statistics
from jz_travel.store.toml import Tables, read_tables

COLOUR = re.compile("#[0-9a-f]{6}([0-9a-f]{2})?")
LARGEST_DRAWING = 1_000_000  # bytes
LARGEST_MAP = 50_000_000


def check_themes(folder: Path) -> Iterator[Failure]:
    """Every theme is read and has the same roles, each a colour, and the same drawings for parts of controls."""
    names = [name for name in get_args(Theme) if name != "system"]
    themes: dict[Path, Tables] = {}
    for name in (*names, "scale"):
        try:
            themes[folder / f"{name}.toml"] = read_tables(folder / f"{name}.toml")
        except Failure as failure:
            yield failure
    themes.pop(folder / "scale.toml", None)
    roles = {file: dict(_roles(tables)) for file, tables in themes.items()}
    every = {role for of_theme in roles.values() for role in of_theme}
    for file, of_theme in roles.items():
        for role in sorted(every - of_theme.keys()):
            yield Failure(Cause.BAD_FIELD, file, role, "is missing: another theme has it")
        for role, colour in of_theme.items():
            if not isinstance(colour, str) or not COLOUR.fullmatch(colour):
                yield Failure(Cause.BAD_FIELD, file, role, "is not a colour like #0e6a63")
    for part in sorted({drawing.stem.partition("-")[2] for drawing in (folder / "controls").glob("*.svg")}):
        drawings = [folder / "controls" / f"{name}-{part}.svg" for name in names]
        yield from (Failure(Cause.MISSING, drawing) for drawing in drawings if not drawing.is_file())


def check_icons(folder: Path) -> Iterator[Failure]:
    """Every kind of place has its icon, and every drawing is whole."""
    file = folder / "kinds.toml"
    try:
        icons = read_tables(file).get("icon", {})
    except Failure as failure:
        yield failure
        icons = {}
    for kind, name in icons.items() if isinstance(icons, dict) else ():
        if kind not in list(Kind):
            yield Failure(Cause.BAD_FIELD, file, f"icon.{kind}", "is not a kind of place")
        if not (folder / f"{name}.svg").is_file():
            yield Failure(Cause.BAD_FIELD, file, f"icon.{kind}", f"there is no {name}.svg")
    for kind in Kind:
        if kind not in icons and kind is not Kind.OWN:
            yield Failure(Cause.BAD_FIELD, file, f"icon.{kind}", "is missing")
    yield from check_drawings(folder)


def check_drawings(folder: Path) -> Iterator[Failure]:
    """A failure for each ``.svg`` under the folder that is too large, unreadable or no well-formed XML."""
    for file in sorted(folder.rglob("*.svg")):
        try:
            expat.ParserCreate().Parse(read_bytes(file, LARGEST_DRAWING), True)
        except Failure as failure:
            yield failure
        except expat.ExpatError as error:
            yield Failure(
                Cause.NOT_TEXT, file, f"line {error.lineno}", "not a drawing: " + expat.ErrorString(error.code)
            )


def check_photos(catalogue: Catalogue, assets: Path) -> Iterator[Failure]:
    """A failure for each photo that a place names and ``assets/photos`` does not have."""
    for place in catalogue:
        for index, photo in enumerate(place.photos):
            if not (assets / "photos" / photo.file).is_file():
                file = assets / "places" / f"{place.id}.toml"
                yield Failure(Cause.BAD_FIELD, file, f"photos[{index}].file", f"there is no photos/{photo.file}")


def check_manifest(file: Path) -> Iterator[Failure]:
    """Every file that a manifest names is there, with the bytes it had when it was named."""
    try:
        entries = dict(_entries(json.loads(read_bytes(file, LARGEST_DRAWING))))
    except Failure as failure:
        yield failure
        return
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        yield Failure(Cause.NOT_JSON, file, detail=f"not a manifest: {error!r}")
        return
    for name, digest in entries.items():
        try:
            content = read_bytes(file.parent / name, LARGEST_MAP)
        except Failure as failure:
            yield failure
            continue
        if hashlib.sha256(content).hexdigest() != digest:
            yield Failure(Cause.BAD_FIELD, file, f"files.{name}", "the file has changed since the manifest was written")


def _entries(manifest: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(file, digest) of ``files`` as a table by name or as a list of tables with ``file``."""
    files = manifest["files"]
    for entry in files if isinstance(files, list) else ({"file": name, **entry} for name, entry in files.items()):
        yield entry["file"], entry["sha256"]


def _roles(tables: Tables) -> Iterator[tuple[str, object]]:
    for name, table in tables.items():
        if isinstance(table, dict):
            yield from ((f"{name}.{role}", colour) for role, colour in table.items())


def check_policies(folder: Path) -> Iterator[Failure]:
    """Every shipped policy of a public screen can be put up."""
    for file in sorted(folder.glob("*.toml")):
        try:
            read_policy(file)
        except Failure as failure:
            yield failure


def check_figures(assets: Path) -> Iterator[Failure]:
    """The statistics and the holidays are read without a mistake."""
    yield from read_statistics(assets)[1]
    yield from read_holidays(assets)[1]
