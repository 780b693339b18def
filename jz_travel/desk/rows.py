"""Records as rows and back."""

import json
from typing import Any

import msgspec

from jz_travel.desk.tables import TABLES
from jz_travel.domain.bureau import Record

Row = dict[str, Any]
NO_CONTENT = ("id", "version", "key")


def to_row(record: Record) -> Row:
    """Every column; what is nested goes into one as JSON."""
    fields: Row = msgspec.to_builtins(record)
    growth = fields.get("growth")
    if growth is not None:
        fields["growth"] = json.dumps(growth, sort_keys=True)
    return {**fields, "key": record.key}


def from_row(kind: type[Record], row: Row) -> Record:
    """The record that a row holds; raises ``msgspec.ValidationError`` where no version of the program wrote it."""
    fields = {
        str(name): value for name, value in row.items() if name != "key"
    }  # SQLAlchemy's names are not quite texts
    if fields.get("growth"):
        fields["growth"] = json.loads(fields["growth"])
    return msgspec.convert(fields, kind, strict=False)


def content(row: Row) -> Row:
    """What a person wrote: without id, version and key."""
    return {name: value for name, value in row.items() if name not in NO_CONTENT}


def table_of(record: Record) -> str:
    """The name of the table that such a record belongs to."""
    return TABLES[type(record)].name


def to_text(row: Row | None) -> str | None:
    """A row as JSON with sorted names, for the history; None, where there is no row, stays None."""
    return None if row is None else msgspec.json.encode(row, order="sorted").decode()


def from_text(text: str | None) -> Row | None:
    """The row that the history keeps; None before a record was made and after it was removed."""
    if text is None:
        return None
    row: Row = json.loads(text)
    return row
