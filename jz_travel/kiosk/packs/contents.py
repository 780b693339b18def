"""What a pack holds and how it is opened: only data, no program; nothing outside of its folder, nothing endless."""

import json
import re
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jz_travel.domain.failures import Cause, Failure
from jz_travel.kiosk.freshness import PACK_FILE
from jz_travel.store.files import failures

FORMAT = 1
ARCHIVE = "jz-data.zip"
MOST_FILES, LARGEST_FILE, LARGEST_PACK = 5_000, 60_000_000, 300_000_000
MAY_HOLD = re.compile(
    r"pack\.json|assets/(places|holidays)/[a-z0-9_]{1,60}\.toml|assets/statistics/([a-z0-9_]{1,40}/)?[a-z0-9_]{1,60}\.toml"
    r"|assets/(sources|roads)\.toml|maps/[A-Za-z0-9_][A-Za-z0-9_.-]{0,80}"
)
FOLDERS = ("places", "statistics", "holidays")
FILES = ("sources.toml", "roads.toml")
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a pack, so that the same data always makes the same bytes."""


@dataclass(frozen=True, slots=True)
class PackInfo:
    """What a pack says of itself: a number that only grows, and as of when its data is."""

    version: int
    made: date

    def as_json(self) -> bytes:
        return json.dumps({"format": FORMAT, "version": self.version, "made": self.made.isoformat()}).encode()


def write_archive(file: Path, info: PackInfo, assets: Path, maps: Path) -> int:
    """Everything of two folders that a pack may hold; how many files that is."""
    found = dict(sorted(_data_files(assets, maps)))
    with failures(file), zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        _write(archive, PACK_FILE, info.as_json())
        for name, source in found.items():
            _write(archive, name, source.read_bytes())
    return len(found)


def _write(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, LONG_AGO)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


def _data_files(assets: Path, maps: Path) -> Iterator[tuple[str, Path]]:
    named = [
        (f"assets/{file.relative_to(assets).as_posix()}", file)
        for each in FOLDERS
        for file in (assets / each).rglob("*.toml")
    ]
    named += [(f"assets/{name}", assets / name) for name in FILES]
    named += [(f"maps/{file.name}", file) for file in maps.iterdir() if file.is_file()]
    yield from ((name, file) for name, file in named if MAY_HOLD.fullmatch(name) and file.is_file())


def open_archive(file: Path, into: Path) -> PackInfo:
    """Takes a pack out into an empty folder. Raises :class:`Failure` for what no pack may be."""
    with failures(file):
        try:
            with zipfile.ZipFile(file) as archive:
                entries = archive.infolist()
                _check(entries, file)
                total = 0
                for entry in entries:
                    total += _take_out(archive, entry, into, file, LARGEST_PACK - total)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
            raise Failure(Cause.NOT_JSON, file, detail=str(error)) from error
        except zipfile.LargeZipFile as error:
            raise Failure(Cause.TOO_LARGE, file) from error
    return read_info(into)


def _check(entries: list[zipfile.ZipInfo], file: Path) -> None:
    if len(entries) > MOST_FILES:
        raise Failure(Cause.TOO_LARGE, file, detail=f"{len(entries)} files")
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise Failure(Cause.BAD_FIELD, file, detail="a name twice")
    for entry in entries:
        if not MAY_HOLD.fullmatch(entry.filename):
            raise Failure(Cause.BAD_FIELD, file, entry.filename[:100], "does not belong into a pack")
        if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
            raise Failure(Cause.BAD_FIELD, file, entry.filename[:100], "is not a plain file")
        if entry.file_size > LARGEST_FILE:
            raise Failure(Cause.TOO_LARGE, file, entry.filename[:100])
    if sum(entry.file_size for entry in entries) > LARGEST_PACK:
        raise Failure(Cause.TOO_LARGE, file)


def _take_out(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, into: Path, file: Path, room: int) -> int:
    """Never more than it says, whatever is in it; how many bytes there were."""
    target = into / entry.filename
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(entry) as source:
        content = source.read(min(entry.file_size, room) + 1)
    if len(content) > min(entry.file_size, room):
        raise Failure(Cause.TOO_LARGE, file, entry.filename[:100])
    target.write_bytes(content)
    return len(content)


def read_info(folder: Path) -> PackInfo:
    """What an opened pack says of itself; :class:`Failure` if it says nothing, nonsense, or is of a newer format."""
    file = folder / PACK_FILE
    with failures(file):
        content = file.read_bytes()
    try:
        said = json.loads(content)
        if said["format"] != FORMAT:
            raise Failure(Cause.NEWER, file)
        return PackInfo(int(said["version"]), date.fromisoformat(said["made"]))
    except (ValueError, KeyError, TypeError) as error:
        raise Failure(Cause.NOT_JSON, file, detail=str(error)) from error
