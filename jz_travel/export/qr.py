"""QR codes: the trip itself, for this program on another machine, and a day as plain text, for any phone."""

import io
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import segno

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import Catalogue
from jz_travel.domain.schedule import Schedule
from jz_travel.export.itinerary import DayPage, itinerary, name_of
from jz_travel.export.trip_code import trip_codes
from jz_travel.words import Words

LARGEST_VERSION = 15
MOST_BYTES = 412
"""Of text in a code of version 15-M."""
QUIET, SCALE, ACROSS = 4, 8, 3
COLOURS = {"dark": "#000000", "light": "#ffffff"}

# A sheet of several codes is a matrix like one code; segno writes any, but types only whole codes.
_save = import_module("segno.writers").save

Matrix = tuple[bytearray, ...]


def code(text: str) -> segno.QRCode:
    """One code, never larger than phones read well from paper. A text that is too long is a :class:`Failure`."""
    try:
        made = segno.make_qr(text, error="m", boost_error=False)
    except segno.DataOverflowError:
        made = None
    if made is None or int(made.version) > LARGEST_VERSION:
        raise Failure(Cause.TOO_LARGE, detail=f"{len(text.encode())} bytes in one QR code")
    return made


def svg(text: str) -> str:
    """One code as an SVG picture with its quiet zone."""
    stream = io.BytesIO()
    code(text).save(stream, kind="svg", scale=4, border=QUIET, xmldecl=False, nl=False, **_colours())
    return stream.getvalue().decode()


def write_svg(schedule: Schedule) -> bytes:
    """All codes of the trip in one SVG picture, in rows of three, in order."""
    stream = io.BytesIO()
    _save(*_sheet(trip_codes(schedule.trip)), stream, "svg", scale=SCALE, border=QUIET, **_colours())
    return stream.getvalue()


def write_png(schedule: Schedule) -> bytes:
    """The same as PNG."""
    stream = io.BytesIO()
    _save(*_sheet(trip_codes(schedule.trip)), stream, "png", scale=SCALE, border=QUIET, **_colours())
    return stream.getvalue()


def _colours() -> dict[str, Any]:
    return dict(COLOURS)


def _sheet(texts: Sequence[str]) -> tuple[Matrix, tuple[int, int]]:
    """Several codes as one matrix with a quiet zone around each."""
    codes = [code(text).matrix for text in texts]
    side = max(len(matrix) for matrix in codes)
    across = min(ACROSS, len(codes))
    down = -(-len(codes) // across)
    step = side + 2 * QUIET
    sheet = tuple(bytearray(across * step - 2 * QUIET) for _ in range(down * step - 2 * QUIET))
    for at, matrix in enumerate(codes):
        left, top = at % across * step, at // across * step
        for row, line in enumerate(matrix):
            sheet[top + row][left : left + len(line)] = line
    return sheet, (len(sheet[0]), len(sheet))


def day_text(page: DayPage, schedule: Schedule, catalogue: Catalogue, words: Words) -> str:
    """A day in a few lines that fit into one code; what does not fit is counted, not cut in the middle."""
    lines = [words.say("{day} · {date}", day=page.label, date=words.date_short(page.schedule.date))]
    for entry in page.entries:
        if entry.kind == "visit" and entry.stop:
            place = schedule.visits[entry.stop].place
            known = catalogue.get(place)
            lines.append(f"{entry.when} {words.short(known) if known else name_of(place, catalogue, words)}")
        elif entry.kind == "end" and entry.place:
            lines.append(f"{entry.when} → {words.short(entry.place)}")
    kept = list(lines)
    while len("\n".join((*kept, "+99")).encode()) > MOST_BYTES and len(kept) > 1:
        kept.pop()
    return "\n".join(kept if len(kept) == len(lines) else (*kept, f"+{len(lines) - len(kept)}"))


def day_texts(schedule: Schedule, catalogue: Catalogue, words: Words) -> tuple[str, ...]:
    """One text a day, each small enough for a code that any phone reads without this program."""
    pages = itinerary(schedule, catalogue, words)
    return tuple(day_text(page, schedule, catalogue, words) for page in pages.days)
