"""Which characters the fonts of our papers have. What they have not is printed as □, and the paper says so."""

import struct
from functools import cache

from jz_travel.resources import assets

MISSING = "□"


@cache
def known() -> frozenset[int]:
    """The characters of the regular fonts; the bold ones have the same."""
    return frozenset().union(*(_of_font(file.read_bytes()) for file in sorted(assets("fonts").glob("*-Regular.otf"))))


def _of_font(font: bytes) -> set[int]:
    tables = struct.unpack_from(">H", font, 4)[0]
    for at in range(12, 12 + 16 * tables, 16):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, at)
        if tag == b"cmap":
            return _characters(font, offset)
    raise ValueError("the font has no table of characters")


def _characters(font: bytes, cmap: int) -> set[int]:
    """Those of the table in format 12, which has every plane, or of format 4."""
    count = struct.unpack_from(">H", font, cmap + 2)[0]
    found: set[int] = set()
    for at in range(cmap + 4, cmap + 4 + 8 * count, 8):
        start = cmap + struct.unpack_from(">HHI", font, at)[2]
        match struct.unpack_from(">H", font, start)[0]:
            case 12:
                groups = struct.unpack_from(">I", font, start + 12)[0]
                for group in range(start + 16, start + 16 + 12 * groups, 12):
                    first, last = struct.unpack_from(">II", font, group)
                    found.update(range(first, last + 1))
            case 4:
                found |= _segments(font, start)
    return found


def _segments(font: bytes, start: int) -> set[int]:
    double = struct.unpack_from(">H", font, start + 6)[0]
    ends, starts = start + 14, start + 16 + double
    found: set[int] = set()
    for at in range(0, double, 2):
        last, first = struct.unpack_from(">H", font, ends + at)[0], struct.unpack_from(">H", font, starts + at)[0]
        if first != 0xFFFF:
            found.update(range(first, last + 1))
    return found


_UNSEEN = (range(0x200B, 0x2010), range(0x202A, 0x202F), range(0x2060, 0x2070), range(0xFE00, 0xFE10))
"""Marks that nobody sees alone: joiners, directions, variants."""


def printable(text: str) -> str:
    """A text that the fonts can show."""
    have = known()
    missing = [ord(letter) for letter in set(text) if ord(letter) not in have and letter not in "\n\t"]
    return text.translate({letter: "" if any(letter in each for each in _UNSEEN) else MISSING for letter in missing})
