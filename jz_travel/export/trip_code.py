"""A trip as text that fits into QR codes, and back: phones carry it from screen to screen without a server.

``JZT1/1/2/3F9A1C07/…/``: version 1, code 1 of 2, the CRC-32 of the whole, and in base45 a piece of the trip's JSON,
deflated. Base45 (RFC 9285) uses the letters that a QR code stores most tightly; the last stroke keeps a space at the
end from being trimmed on the way. Pieces may come in any order.
"""

import json
import re
import zlib
from collections.abc import Iterable

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.trip import Trip
from jz_travel.store.trip_fields import plain_trip
from jz_travel.store.trips import LARGEST_FILE, SCHEMA, parse_trip

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
MOST_LETTERS = 600
"""Of one code: what a QR code of version 15-M holds, the largest that phones read well from paper."""
MOST_CODES = 64
_HEAD = re.compile(r"JZT(\d)/(\d{1,2})/(\d{1,2})/([0-9A-F]{8})/")
FRAME_LETTERS = 20
_COMMON = (
    b'"locked":true,"note":""stay":120,"starts":"09:00","ends_by":"20:00","mode":"car","lunch":true,"lunch":false,'
    b'"wishes":["arrival":"departure":"jiaozuo_rail","lodging":"stay_city","stay_anshang"next_number":'
    b'"days":[{"id":"d1","stops":[{"id":"s1","place":"yuntaishan","locked":false},{"id":"s'
)
"""What most trips say: deflate refers to it. It belongs to version 1 and never changes."""


def trip_codes(trip: Trip) -> tuple[str, ...]:
    """The texts of as few QR codes as hold the trip, about the same length each."""
    said = {"jztrip": SCHEMA, "trip": plain_trip(trip)}
    content = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    packer = zlib.compressobj(9, wbits=-15, zdict=_COMMON)
    packed = packer.compress(content) + packer.flush()
    room = (MOST_LETTERS - FRAME_LETTERS) // 3 * 2  # bytes: two become three letters
    count = -(-len(packed) // room)
    if count > MOST_CODES:
        raise Failure(Cause.TOO_LARGE, detail=f"{count} > {MOST_CODES}")
    size = -(-len(packed) // count)
    size += size % 2
    pieces = [packed[start : start + size] for start in range(0, len(packed), size)]
    return tuple(
        f"JZT1/{at}/{len(pieces)}/{zlib.crc32(packed):08X}/{base45(piece)}/" for at, piece in enumerate(pieces, start=1)
    )


def read_trip_code(texts: Iterable[str]) -> Trip:
    """The trip behind scanned or pasted codes, in any order, some of them twice.

    Raises :class:`Failure` when they are no trip, belong to two trips, or one is missing; the detail names it.
    """
    pieces: dict[int, bytes] = {}
    wholes: set[tuple[str, int]] = set()
    for line in texts:
        at, count, check, piece = _piece(line)
        wholes.add((check, count))
        pieces[at] = piece
    if len(wholes) != 1:
        raise Failure(Cause.CODES_MIXED if wholes else Cause.FOREIGN_CODE)
    ((check, count),) = wholes
    missing = [str(at) for at in range(1, count + 1) if at not in pieces]
    if missing:
        raise Failure(Cause.CODE_MISSING, field=f"{', '.join(missing)}/{count}")
    packed = b"".join(pieces[at] for at in range(1, count + 1))
    if f"{zlib.crc32(packed):08X}" != check:
        raise Failure(Cause.NOT_JSON, detail="CRC-32")
    return parse_trip(_unpacked(packed)).trip


def _piece(text: str) -> tuple[int, int, str, bytes]:
    text = text.strip()
    head = _HEAD.match(text)
    if head is None or len(text) > 4 * MOST_LETTERS or not text.endswith("/"):
        raise Failure(Cause.FOREIGN_CODE)
    version, at, count, check = head.groups()
    if version != "1":
        raise Failure(Cause.NEWER)
    if not 1 <= int(at) <= int(count) <= MOST_CODES:
        raise Failure(Cause.FOREIGN_CODE)
    try:
        return int(at), int(count), check, bytes_of_base45(text[head.end() : -1])
    except ValueError as error:
        raise Failure(Cause.NOT_JSON, field=f"{at}/{count}", detail=str(error)) from error


def _unpacked(packed: bytes) -> bytes:
    """Never more than a trip file may have, whatever a code promises."""
    opener = zlib.decompressobj(wbits=-15, zdict=_COMMON)
    try:
        content = opener.decompress(packed, LARGEST_FILE + 1)
    except zlib.error as error:
        raise Failure(Cause.NOT_JSON, detail=str(error)) from error
    if len(content) > LARGEST_FILE:
        raise Failure(Cause.TOO_LARGE, detail=f"more than {LARGEST_FILE} bytes")
    return content


def base45(content: bytes) -> str:
    """Bytes as base45 (RFC 9285): three letters for two bytes, two for a single last one."""
    letters: list[str] = []
    for start in range(0, len(content), 2):
        pair = content[start : start + 2]
        number = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            number, digit = divmod(number, 45)
            letters.append(LETTERS[digit])
    return "".join(letters)


def bytes_of_base45(text: str) -> bytes:
    """Raises ``ValueError`` for what base45 never writes."""
    content = bytearray()
    for start in range(0, len(text), 3):
        group = text[start : start + 3]
        if len(group) == 1:
            raise ValueError("one letter too many")
        number = sum(LETTERS.index(letter) * 45**power for power, letter in enumerate(group))
        content += _bytes(number, len(group) - 1)
    return bytes(content)


def _bytes(number: int, length: int) -> bytes:
    try:
        return number.to_bytes(length, "big")
    except OverflowError as error:
        raise ValueError("no such group of letters") from error
