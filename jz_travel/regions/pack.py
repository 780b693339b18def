"""A region pack: a ZIP file whose members are stored as they are, never packed.

So any program can look into it, nothing can blow up while it is read, and map and roads are used where they lie in the
file, without being unpacked. ``pack.json`` names every other member with its size and SHA-256.
"""

import hashlib
import json
import mmap
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jz_travel.domain.failures import Cause, Failure

FORMAT = 1
SUFFIX = ".jzmap"
CONTENTS = "pack.json"
MAP, ROADS, PLACES, CREDITS = "map.pmtiles", "roads.bin", "places.tsv", "CREDITS.txt"
MEMBERS = frozenset({MAP, ROADS, PLACES, CREDITS})
LARGEST_CONTENTS = 100_000
PIECE = 1 << 20
DEEPEST = 16
LOCAL_HEADER = 30
CITY = (112.56, 34.81, 113.65, 35.50)
"""West, south, east, north of the city: a pack that has nothing of it is of no use here."""

Progress = Callable[[float], bool]
"""Called with the part that is done, 0 to 1; stops the work when it says True."""


@dataclass(frozen=True, slots=True)
class PackInfo:
    """``bounds``: west, south, east, north. ``data_from``: the day of the OpenStreetMap data, as ISO text."""

    id: str
    name: str
    bounds: tuple[float, float, float, float]
    data_from: str
    deepest: int
    credit: str
    files: Mapping[str, tuple[int, str]]
    """Size and SHA-256 of each member."""


class Pack:
    """An open pack. The file is mapped into memory: what nobody looks at is never read."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.info, self._where = _looked_at(file)
        with file.open("rb") as raw:
            self._bytes = mmap.mmap(raw.fileno(), 0, access=mmap.ACCESS_READ)

    def member(self, name: str) -> memoryview:
        """The bytes of a member where they lie in the file, without a copy; ``KeyError`` for an unknown name."""
        start, size = self._where[name]
        return memoryview(self._bytes)[start : start + size]

    @cached_property
    def _tiles(self) -> Any:
        from pmtiles.reader import Reader

        start, _ = self._where[MAP]

        def read(offset: int, length: int) -> bytes:
            return self._bytes[start + offset : start + offset + length]

        return Reader(read)  # type: ignore[no-untyped-call]

    def tile(self, zoom: int, x: int, y: int) -> bytes | None:
        """A vector tile, gzip-packed; None where there is none."""
        if not (0 <= zoom <= self.info.deepest and 0 <= x < 2**zoom and 0 <= y < 2**zoom):
            return None
        found: bytes | None = self._tiles.get(zoom, x, y)
        return found


def read_info(file: Path) -> PackInfo:
    """What a pack says of itself; raises a :class:`Failure` when it is none."""
    return _looked_at(file)[0]


def checked(file: Path, progress: Progress = lambda _: False) -> PackInfo:
    """The same, after every byte was compared with its checksum and the roads and tiles were opened."""
    info, where = _looked_at(file)
    total = sum(size for size, _ in info.files.values()) or 1
    done = 0
    with file.open("rb") as raw:
        for name, (size, wanted) in info.files.items():
            start, _ = where[name]
            raw.seek(start)
            digest = hashlib.sha256()
            left = size
            while left:
                piece = raw.read(min(left, PIECE))
                if not piece:
                    raise Failure(Cause.NOT_JSON, file, name)
                digest.update(piece)
                left -= len(piece)
                done += len(piece)
                if progress(done / total):
                    raise Failure(Cause.OTHER, file, detail="stopped")
            if digest.hexdigest() != wanted:
                raise Failure(Cause.NOT_JSON, file, name, "SHA-256")
    _open_parts(file)
    return info


def _open_parts(file: Path) -> None:
    from jz_travel.regions.network import Network

    pack = Pack(file)
    try:
        Network(pack.member(ROADS))
        pack.tile(0, 0, 0)
    except Exception as error:  # whatever a foreign file makes a reader say
        raise Failure(Cause.NOT_A_PACK, file, detail=type(error).__name__) from None


def _looked_at(file: Path) -> tuple[PackInfo, dict[str, tuple[int, int]]]:
    try:
        with zipfile.ZipFile(file) as archive, file.open("rb") as raw:
            entries = {entry.filename: entry for entry in archive.infolist()}
            if set(entries) != MEMBERS | {CONTENTS} or len(entries) != len(archive.infolist()):
                raise Failure(Cause.NOT_A_PACK, file)
            where = {name: _place(entry, raw, file) for name, entry in entries.items()}
            if entries[CONTENTS].file_size > LARGEST_CONTENTS:
                raise Failure(Cause.NOT_A_PACK, file, CONTENTS)
            told = json.loads(archive.read(CONTENTS))
    except FileNotFoundError:
        raise Failure(Cause.MISSING, file) from None
    except PermissionError:
        raise Failure(Cause.NOT_ALLOWED, file) from None
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError, RecursionError):
        raise Failure(Cause.NOT_A_PACK, file) from None
    info = _info(told, file)
    sizes = {name: size for name, (_, size) in where.items() if name != CONTENTS}
    if sizes != {name: size for name, (size, _) in info.files.items()}:
        raise Failure(Cause.NOT_JSON, file)
    return info, where


def _place(entry: zipfile.ZipInfo, raw: Any, file: Path) -> tuple[int, int]:
    """Where a member's bytes are; one that is packed or locked is refused, so nothing can grow while it is read."""
    plain = entry.compress_type == zipfile.ZIP_STORED and entry.file_size == entry.compress_size
    if not plain or entry.flag_bits & 1:
        raise Failure(Cause.NOT_A_PACK, file, entry.filename)
    raw.seek(entry.header_offset)
    header = raw.read(LOCAL_HEADER)
    start = entry.header_offset + LOCAL_HEADER + int.from_bytes(header[26:28], "little")
    start += int.from_bytes(header[28:30], "little")
    if len(header) < LOCAL_HEADER or start + entry.file_size > file.stat().st_size:
        raise Failure(Cause.NOT_JSON, file, entry.filename)
    return start, entry.file_size


def _info(told: Any, file: Path) -> PackInfo:
    try:
        if told["format"] > FORMAT:
            raise Failure(Cause.NEWER, file)
        west, south, east, north = (float(side) for side in told["bounds"])
        files = {name: (int(one["bytes"]), str(one["sha256"])) for name, one in told["files"].items()}
        texts = [str(told[name])[:200] for name in ("id", "name", "data_from", "credit")]
        deepest = int(told["deepest"])
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Failure(Cause.NOT_A_PACK, file, CONTENTS) from None
    if (
        not (texts[0].isascii() and texts[0].replace("-", "").isalnum())
        or set(files) != MEMBERS
        or not 0 < deepest <= DEEPEST
    ):
        raise Failure(Cause.NOT_A_PACK, file, CONTENTS)
    if not has_some_of_the_city((west, south, east, north)):
        raise Failure(Cause.OTHER_REGION, file)
    return PackInfo(texts[0], texts[1], (west, south, east, north), texts[2], deepest, texts[3], files)


def has_some_of_the_city(bounds: tuple[float, float, float, float]) -> bool:
    """Whether (west, south, east, north) in WGS-84 degrees touch the city; else a pack is of no use here."""
    west, south, east, north = bounds
    return west < CITY[2] and east > CITY[0] and south < CITY[3] and north > CITY[1]


def write_pack(file: Path, parts: Mapping[str, Path], told: Mapping[str, Any]) -> None:
    """Puts finished members into one pack, in one step."""
    files = {name: {"bytes": part.stat().st_size, "sha256": _sha256(part)} for name, part in parts.items()}
    contents = json.dumps({"format": FORMAT, **told, "files": files}, ensure_ascii=False, indent=1)
    half = file.with_name(file.name + ".part")
    with closing(zipfile.ZipFile(half, "w", zipfile.ZIP_STORED)) as archive:
        archive.writestr(_entry(CONTENTS), contents)
        for name in sorted(parts):
            with archive.open(_entry(name), "w", force_zip64=True) as into, parts[name].open("rb") as part:
                while piece := part.read(PIECE):
                    into.write(piece)
    half.replace(file)


def _entry(name: str) -> zipfile.ZipInfo:
    """Without the time of day: the same input gives the same pack."""
    return zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))


def _sha256(file: Path) -> str:
    with file.open("rb") as raw:
        return hashlib.file_digest(raw, "sha256").hexdigest()
