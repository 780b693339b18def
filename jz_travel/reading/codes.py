"""The trip behind the QR codes of photographs, scans and pasted texts."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.trip import Trip
from jz_travel.export.trip_code import read_trip_code

# It is written in C++ and has no types.
_zxing: Any = import_module("zxingcpp")

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif")
LONGEST_PASTE = 100_000


def texts_in_grey(pixels: memoryview, width: int, height: int) -> tuple[str, ...]:
    """The texts of all codes in a picture of one byte a pixel, row after row, turned, leaning or light on dark."""
    found = _zxing.read_barcodes(pixels.cast("B", (height, width)), formats=_zxing.BarcodeFormat.QRCode)
    return tuple(dict.fromkeys(str(each.text) for each in found))


def trip_in_texts(texts: Iterable[str]) -> Trip:
    """The trip of codes that stand in texts, one a line; other codes beside them are passed over.

    Raises :class:`Failure` when there is no code of a trip, or one of its codes is missing.
    """
    texts = [text[:LONGEST_PASTE] for text in texts]
    codes = list(_codes(texts))
    if not codes:
        raise Failure(Cause.FOREIGN_CODE, detail=_first_words(texts))
    return read_trip_code(codes)


def _codes(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        lines = [line.strip().removeprefix("QR-Code:").strip() for line in text.splitlines()]
        yield from (line for line in lines if line.startswith("JZT"))


def _first_words(texts: Iterable[str]) -> str:
    """Of a foreign code, so that people see which one was read."""
    words = next((" ".join(text.split()) for text in texts if text.strip()), "")
    return words if len(words) <= 60 else f"{words[:60]}…"
