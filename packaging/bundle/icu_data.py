"""Smaller data for ICU: Qt's and Chromium's have every language of the world, the window speaks few.

Qt asks ICU for the order of words, for upper and lower case and for the names of time zones. Chromium has data of its
own, for line breaks too. Nothing of Qt changes; the whole data, put in this one's place, works as well.
"""

import re
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path

from languages import FAMILIES

TOOLS = ("nm", "objcopy", "as", "ld")
KEPT = {"root", *FAMILIES}
LOCALE = re.compile(r"(?P<language>[a-z]{2,3})(_[A-Z][a-z]{3})?_{0,2}([A-Z]{2}|\d{3})?(_{1,2}[A-Z]+)?\.res")
# Old encodings (Python reads those), ends of words, other alphabets, numbers spelled out: Qt does not ask for them.
UNUSED = re.compile(r".*\.cnv|(brkitr|translit|rbnf)/.*")


def is_ours(item: str) -> bool:
    """Whether an item of the data, like ``coll/zh_Hant.res``, is of our languages or of all."""
    locale = LOCALE.fullmatch(item.rsplit("/", 1)[-1])
    return locale is None or locale["language"] in KEPT


def is_for_qt(item: str) -> bool:
    return is_ours(item) and not UNUSED.fullmatch(item)


def without(data: bytes, is_wanted: Callable[[str], bool]) -> bytes:
    """ICU's common data (``CmnD``: a table of names and places, then the items at multiples of 16 bytes), but fewer."""
    head, magic = struct.unpack_from("<HH", data)
    if magic != 0x27DA or data[12:16] != b"CmnD":
        raise ValueError("this is not ICU's common data")
    count = struct.unpack_from("<I", data, head)[0]
    table = [struct.unpack_from("<II", data, head + 4 + 8 * each) for each in range(count)]
    ends = [*(place for _, place in table[1:]), len(data) - head]
    kept = []
    for (name_at, place), end in zip(table, ends, strict=True):
        name = data[head + name_at : data.index(b"\0", head + name_at)]
        if is_wanted(name.decode("ascii").split("/", 1)[1]):  # without "icudt73l/"
            kept.append((name + b"\0", data[head + place : head + end]))
    names = b"".join(name for name, _ in kept)
    name_at = 4 + 8 * len(kept)
    place = name_at + len(names)
    place += -place % 16
    listed = struct.pack("<I", len(kept))
    parts = []
    for name, item in kept:
        listed += struct.pack("<II", name_at, place)
        padded = item + bytes(-len(item) % 16)
        parts.append(padded)
        name_at, place = name_at + len(name), place + len(padded)
    front = listed + names
    return b"".join((data[:head], front, bytes(-len(front) % 16), *parts))


def smaller_file(data: Path, work: Path) -> Path:
    """Chromium's ``icudtl.dat`` with our languages, in ``work``."""
    work.mkdir(parents=True, exist_ok=True)
    made = work / data.name
    made.write_bytes(without(data.read_bytes(), is_ours))
    return made


def smaller_library(library: Path, work: Path) -> Path:
    """Qt's ``libicudata`` with the same symbol and what Qt asks for in our languages, in ``work``."""
    work.mkdir(parents=True, exist_ok=True)
    symbol = re.search(r"\bicudt\d+_dat\b", _run("nm", "-D", str(library)))
    assert symbol, library
    data = work / "data.bin"
    _run("objcopy", "-O", "binary", "--only-section=.rodata", str(library), str(data))
    data.write_bytes(without(data.read_bytes(), is_for_qt))
    name = symbol[0]
    source = f"""
        .section .note.GNU-stack,"",@progbits
        .section .rodata
        .balign 16
        .global {name}
        .type {name}, @object
        {name}: .incbin "{data.name}"
        .size {name}, . - {name}
    """
    (work / "data.s").write_text(source, "utf-8")
    _run("as", "-o", "data.o", "data.s", cwd=work)
    _run("ld", "-shared", "--build-id=none", "-soname", library.name, "-o", library.name, "data.o", cwd=work)
    return work / library.name


def _run(*command: str, cwd: Path | None = None) -> str:
    return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True).stdout
