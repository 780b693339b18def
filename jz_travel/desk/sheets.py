"""Sheets as people send them: CSV in any Chinese encoding, XLSX, XLS, ODS; as cells with their rows."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from jz_travel.domain.failures import Cause, Failure
from jz_travel.store.files import read_bytes

MOST_BYTES = 60_000_000
MOST_UNPACKED = 800_000_000  # a million rows of figures are half of it
MOST_ROWS = 300_000
MOST_COLUMNS = 200
SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods")
_CELL = re.compile(rb'<c [^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*?(?:/>|>(.*?)</c>)', re.DOTALL)
_VALUE = re.compile(rb"<v>[^<]|<is>|<v [^>]*>[^<]")
_ENCRYPTED_ODS = b"manifest:encryption-data"


class NotComputed:
    """A formula whose result nobody has computed: the program that wrote it never opened it."""

    def __str__(self) -> str:
        return "="


NOT_COMPUTED = NotComputed()
Cell = str | int | float | bool | date | datetime | time | timedelta | NotComputed | None


@dataclass(frozen=True, slots=True)
class Row:
    """``number`` as on the screen, from 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows that hold anything. ``merged``: (first row, first column, last row, last column), rows from 1, columns
    from 0. ``cut``: there are more rows than can be read at once."""

    name: str
    rows: tuple[Row, ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    cut: bool = False


def read_sheets(file: Path) -> tuple[Sheet, ...]:
    """Every sheet that holds anything. Raises :class:`Failure`."""
    content = read_bytes(file, MOST_BYTES)
    if file.suffix.lower() in (".csv", ".tsv", ".txt"):
        return (_read_csv(content, file),)
    if content.startswith(b"PK"):
        _look_into(content, file)
    return _read_book(content, file)


def letter(column: int) -> str:
    """``A`` for 0, ``AA`` for 26."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _read_csv(content: bytes, file: Path) -> Sheet:
    text = _decoded(content, file)
    head = text[:20_000]
    delimiter = max(",\t;", key=lambda sign: head.count(sign))
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
        found = ((number, list(cells)) for number, cells in _numbered(lines))
        return _sheet(file.stem, found)
    except csv.Error as error:
        raise Failure(Cause.NOT_TEXT, file, detail=str(error)) from None


def _numbered(lines: Iterable[list[str]]) -> Iterator[tuple[int, list[str]]]:
    yield from enumerate(lines, start=1)


def _decoded(content: bytes, file: Path) -> str:
    """Excel writes UTF-8 with a mark, UTF-16, or in China GB18030 without saying so."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings = ("utf-16",) if marked else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Failure(Cause.NOT_TEXT, file)


def _look_into(content: bytes, file: Path) -> None:
    """Before anything is unpacked: how large it would become, and whether it has a password (ODS)."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
                raise Failure(Cause.TOO_LARGE, file)
            names = packed.namelist()
            if "META-INF/manifest.xml" in names and _ENCRYPTED_ODS in packed.read("META-INF/manifest.xml"):
                raise Failure(Cause.LOCKED, file)
    except zipfile.BadZipFile:
        raise Failure(Cause.NOT_JSON, file) from None


def _read_book(content: bytes, file: Path) -> tuple[Sheet, ...]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheets = []
            for at, name in enumerate(book.sheet_names):
                found = book.get_sheet_by_index(at)
                top, left = found.start or (0, 0)
                missing = _uncomputed(content, at)
                rows = (
                    (top + number + 1, _cells(cells, left, top + number + 1, missing))
                    for number, cells in enumerate(found.iter_rows())
                )
                merged = tuple((one[0] + 1, one[1], two[0] + 1, two[1]) for one, two in found.merged_cell_ranges or ())
                sheet = _sheet(name, rows, merged)
                if sheet.rows:
                    sheets.append(sheet)
            return tuple(sheets)
    except PasswordError:
        raise Failure(Cause.LOCKED, file) from None
    except (CalamineError, OSError, ValueError) as error:
        if "assword" in str(error) or b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e" in content:
            raise Failure(Cause.LOCKED, file) from None
        raise Failure(Cause.NOT_JSON, file, detail=str(error)[:200]) from None


def _cells(cells: Sequence[Cell], left: int, row: int, missing: frozenset[tuple[int, int]]) -> list[Cell]:
    shifted: list[Cell] = [*([None] * left), *cells]
    if missing:
        for at in range(len(shifted)):
            if (row, at) in missing:
                shifted[at] = NOT_COMPUTED
    return shifted


def _sheet(
    name: str, rows: Iterable[tuple[int, Sequence[Cell]]], merged: tuple[tuple[int, int, int, int], ...] = ()
) -> Sheet:
    kept: list[Row] = []
    for number, cells in rows:
        if not any(cell not in ("", None) for cell in cells):
            continue
        if len(kept) == MOST_ROWS:
            return Sheet(name, tuple(kept), merged, cut=True)
        kept.append(Row(number, tuple(cells[:MOST_COLUMNS])))
    return Sheet(name, tuple(kept), merged)


def _uncomputed(content: bytes, at: int) -> frozenset[tuple[int, int]]:
    """Cells of an XLSX sheet with a formula and no value. Calamine shows them as empty, which would be silent."""
    if not content.startswith(b"PK"):
        return frozenset()
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sheets = sorted(
            (each for each in packed.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", each)),
            key=lambda each: int(re.sub(r"\D", "", each)),
        )
        if at >= len(sheets):
            return frozenset()
        xml = packed.read(sheets[at])
    if b"<f" not in xml:
        return frozenset()
    found = set()
    for each in _CELL.finditer(xml):
        inside = each[2] or b""
        if b"<f" in inside and not _VALUE.search(inside):
            found.add(_position(each[1].decode()))
    return frozenset(found)


def _position(reference: str) -> tuple[int, int]:
    """``B3`` as (3, 1)."""
    column = 0
    letters = reference.rstrip("0123456789")
    for sign in letters:
        column = column * 26 + ord(sign) - ord("A") + 1
    return int(reference[len(letters) :]), column - 1
