"""What the columns of a sheet probably mean: a proposal that a person corrects, never a decision."""

from collections.abc import Sequence
from dataclasses import replace

from jz_travel.desk.numbers import number_and_rest, plain, unit_in
from jz_travel.desk.sheets import Row, Sheet
from jz_travel.desk.vocabulary import BASES, COMPARABLE, DEFINITIONS, EVENTS, GROWTH, MEASURES, meaning, role_of, says
from jz_travel.domain.sheets import Column, Meaning, Role
from jz_travel.domain.statistics import Basis, Definition, Event, Measure

LOOKED_AT = 15  # rows, from the top
MOST_HEADER_ROWS = 3


def guess(sheet: Sheet) -> Meaning:
    """``header_rows`` 0: no heading was recognized, and a person has to say what the columns are."""
    best, score = 0, 1
    for at, row in enumerate(sheet.rows[:LOOKED_AT]):
        found = sum(_column(plain(cell)).role is not Role.NOTHING for cell in row.cells if plain(cell))
        if found > score and not _has_numbers(row):
            best, score = at + 1, found
    if not best:
        widest = max((len(row.cells) for row in sheet.rows), default=0)
        return Meaning(0, tuple(Column("", Role.NOTHING) for _ in range(widest)))
    first = best - 1
    while first > 0 and best - first < MOST_HEADER_ROWS and _spans(sheet.rows[first - 1]):
        first -= 1
    while (
        best < len(sheet.rows)
        and best - first < MOST_HEADER_ROWS
        and _is_below_a_heading(sheet.rows[best - 1], sheet.rows[best])
    ):
        best += 1
    headings = _headings(sheet, sheet.rows[first:best])
    columns = _told_apart([_column(each) for each in headings])
    said = [plain(cell) for row in sheet.rows[:first] for cell in row.cells if plain(cell)]
    return _from_title(Meaning(best, tuple(columns)), said)


def _from_title(found: Meaning, said: Sequence[str]) -> Meaning:
    """A title above the headings often says which holiday, and what was counted."""
    title = " ".join(said)
    roles = {column.role for column in found.columns}
    if Role.EVENT not in roles:
        found = replace(found, event=meaning(title, EVENTS, Event) if title else None)
    if Role.DEFINITION not in roles and title:
        found = replace(found, definition=meaning(title, DEFINITIONS, Definition))
    return found


def _column(heading: str) -> Column:
    if not heading:
        return Column("", Role.NOTHING)
    measure = meaning(heading, MEASURES, Measure)
    percent = "%" in heading
    comparable = says(heading, COMPARABLE)
    role = role_of(heading)
    if says(heading, GROWTH) and role is not Role.BASIS:
        return Column(heading, Role.GROWTH, measure, None, percent, comparable)
    if measure is not None and role in (Role.NOTHING, Role.VALUE, Role.YEAR, Role.UNIT):
        return Column(heading, Role.VALUE, measure, unit_in(heading, measure))
    return Column(heading, role)


def _told_apart(columns: list[Column]) -> list[Column]:
    """A growth without a name of its own belongs to the value left of it."""
    told: list[Column] = []
    measure = None
    for column in columns:
        if column.role is Role.VALUE:
            measure = column.measure
        elif column.role is Role.GROWTH and column.measure is None and measure is not None:
            column = replace(column, measure=measure)
        told.append(column)
    return told


def _headings(sheet: Sheet, rows: Sequence[Row]) -> list[str]:
    """One heading a column, from top to bottom, merged cells counted for every column that they cover."""
    widest = max(len(row.cells) for row in sheet.rows[: LOOKED_AT * 2])
    lines = [_spread(sheet, row, widest, is_last=row is rows[-1]) for row in rows]
    return [" ".join(dict.fromkeys(part for part in parts if part)) for parts in zip(*lines, strict=True)]


def _spread(sheet: Sheet, row: Row, widest: int, *, is_last: bool) -> list[str]:
    texts = [plain(cell) for cell in row.cells] + [""] * (widest - len(row.cells))
    covered = [each for each in sheet.merged if each[0] <= row.number <= each[2]]
    for _, left, _, right in (each for each in covered if each[0] == row.number):
        for at in range(left, min(right + 1, widest)):
            texts[at] = texts[left]
    if not sheet.merged and not is_last:  # ODS and CSV do not say what was merged: an empty cell continues its left one
        for at in range(1, widest):
            texts[at] = texts[at] or texts[at - 1]
    return texts


def _has_numbers(row: Row) -> bool:
    """A row of values is no heading. A year alone may be one."""
    texts = [plain(cell) for cell in row.cells]
    return sum(bool(text) and number_and_rest(text) is not None for text in texts) > 1


def _spans(row: Row) -> bool:
    """The upper part of a heading in two rows: it names measures, and fewer cells than columns."""
    texts = [plain(cell) for cell in row.cells if plain(cell)]
    return len(texts) > 1 and any(_column(text).role is not Role.NOTHING for text in texts) and not _has_numbers(row)


def _is_below_a_heading(above: Row, row: Row) -> bool:
    texts = [plain(cell) for cell in row.cells if plain(cell)]
    if len(texts) < 2 or _has_numbers(row):
        return False
    recognized = sum(_column(text).role is not Role.NOTHING for text in texts)
    repeated = [cell for cell, over in zip(row.cells, above.cells, strict=False) if plain(cell) and plain(over)]
    no_words_of_rows = not any(meaning(text, BASES, Basis) for text in texts if len(text) <= 4)
    return recognized == len(texts) and len(repeated) < len(texts) and no_words_of_rows
