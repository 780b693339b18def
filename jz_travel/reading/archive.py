"""One file out of an archive, in memory: nothing is ever written, so no name can lead out of a folder."""

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from jz_travel.domain.failures import Cause, Failure
from jz_travel.reading.limits import LARGEST_FILE, MOST_ENTRIES, MOST_PACKED

_LEADS_OUT = re.compile(r"^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\\|\x00")
CUT_OFF = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def kml_of(content: bytes, file: Path) -> bytes:
    """The first KML of a KMZ, as Google Earth takes it."""
    with _opened(content, file) as archive:
        entries = checked(archive, file)
        for entry in entries:
            if entry.filename.lower().endswith(".kml"):
                return _content(archive, entry, file)
    raise Failure(Cause.MISSING, file, "doc.kml")


def check_workbook(content: bytes, file: Path) -> None:
    """A workbook is an archive too; another library unpacks it, so all of it has to be small."""
    with _opened(content, file) as archive:
        entries = checked(archive, file)
        if sum(entry.file_size for entry in entries) > LARGEST_FILE:
            raise Failure(Cause.TOO_LARGE, file, detail=f"more than {LARGEST_FILE} bytes inside")
        for entry in entries:  # what an entry says about its size may be a lie
            _content(archive, entry, file)


def _opened(content: bytes, file: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except CUT_OFF as error:
        raise Failure(Cause.NOT_JSON, file, detail=str(error)[:200]) from error


def checked(archive: zipfile.ZipFile, file: Path) -> Sequence[zipfile.ZipInfo]:
    """The entries of a harmless archive."""
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise Failure(Cause.TOO_LARGE, file, detail=f"more than {MOST_ENTRIES} entries")
    names = [entry.filename for entry in entries]
    for entry in entries:
        name = entry.filename[:100]
        if _LEADS_OUT.search(entry.orig_filename):
            raise Failure(Cause.BAD_FIELD, file, name, "a name that leads out of the archive")
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise Failure(Cause.BAD_FIELD, file, name, "a link")
        if entry.flag_bits & 1:
            raise Failure(Cause.BAD_FIELD, file, name, "a password")
        if entry.file_size > max(MOST_PACKED * entry.compress_size, 10_000) or entry.file_size > 100 * LARGEST_FILE:
            raise Failure(Cause.TOO_LARGE, file, name, "packed too tightly")
    if len(set(names)) < len(names):
        raise Failure(Cause.BAD_FIELD, file, next(each for each in names if names.count(each) > 1)[:100], "twice")
    return entries


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, file: Path) -> bytes:
    try:
        with archive.open(entry) as stream:
            content = stream.read(LARGEST_FILE + 1)
    except CUT_OFF as error:
        raise Failure(Cause.NOT_JSON, file, entry.filename[:100], str(error)[:200]) from error
    if len(content) > LARGEST_FILE:
        raise Failure(Cause.TOO_LARGE, file, entry.filename[:100], f"more than {LARGEST_FILE} bytes")
    return content
