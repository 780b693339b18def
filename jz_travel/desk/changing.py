"""One transaction's work on records: keep, remove, undo; each with its history, each refused rather than lost."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from jz_travel.desk import tables
from jz_travel.desk.merging import merged
from jz_travel.desk.rows import Row, content, from_row, from_text, table_of, to_row, to_text
from jz_travel.domain.bureau import Batch, BatchId, Clash, Record, Refused

AT_ONCE = 500  # values in one question; SQLite allows 32,766 in all


@dataclass(frozen=True, slots=True)
class _Change:
    """``before`` None: it is new. ``after`` None: it is gone."""

    kind: str
    id: str
    version: int
    before: Row | None
    after: Row | None


def take_all(connection: Connection, records: Sequence[Record], drawn: Sequence[str], begun: Batch) -> Batch:
    """``drawn``: an id for each record that is new."""
    there = _There(connection, records)
    changes: list[_Change] = []
    clashes: list[Clash] = []
    taken: dict[tuple[str, str], str] = {}
    for record, new_id in zip(records, drawn, strict=True):
        row = to_row(record)
        row["id"] = row["id"] or new_id
        found = there.change(record, row)
        if isinstance(found, Clash):
            clashes.append(found)
        elif found is not None:
            changes.append(found)
        # The same key twice in one go, or under another id: there can be only one.
        other = taken.setdefault((table_of(record), record.key), row["id"])
        if other != row["id"]:
            clashes.append(
                Clash(record, next(each for each in records if each is not record and each.key == record.key))
            )
    if clashes:
        raise Refused(tuple(clashes))
    return _kept(connection, changes, begun)


def remove_all(connection: Connection, records: Sequence[Record], begun: Batch) -> Batch:
    """Removes all or nothing: :class:`Refused` if anybody changed one meanwhile; what is gone already is no fault."""
    there = _There(connection, records)
    changes: list[_Change] = []
    clashes: list[Clash] = []
    for record in records:
        row = there.by_id.get((table_of(record), record.id))
        if row is None:
            continue  # gone already, as was wanted
        if row["version"] != record.version:
            clashes.append(Clash(record, from_row(type(record), row)))
        else:
            changes.append(_Change(table_of(record), record.id, record.version + 1, row, None))
    if clashes:
        raise Refused(tuple(clashes))
    return _kept(connection, changes, begun)


def undo_all(connection: Connection, batch: BatchId, begun: Batch) -> Batch:
    """The records of a batch as they were before it."""
    asked = select(tables.change).where(tables.change.c.batch == batch).order_by(tables.change.c.record)
    changes: list[_Change] = []
    clashes: list[Clash] = []
    rows = list(connection.execute(asked))
    latest = dict(_latest(connection, [row.record for row in rows]))
    for row in rows:
        before, after = from_text(row.before), from_text(row.after)
        now = from_text(latest[row.record][1])
        if latest[row.record][0] != row.version:
            kind = tables.KINDS[row.kind]
            theirs = from_row(kind, now) if now else None
            clashes.append(Clash(from_row(kind, before or after or {}), theirs))
            continue
        version = row.version + 1
        restored = {**before, "version": version} if before else None
        changes.append(_Change(row.kind, row.record, version, after, restored))
    if clashes:
        raise Refused(tuple(clashes))
    return _kept(connection, changes, begun, undoes=batch)


class _There:
    """What is kept now of the records in question, locked until the transaction ends."""

    def __init__(self, connection: Connection, records: Sequence[Record]) -> None:
        self._connection = connection
        self.by_id: dict[tuple[str, str], Row] = {}
        self.by_key: dict[tuple[str, str], Row] = {}
        for name in sorted({table_of(each) for each in records}):
            table = tables.metadata.tables[name]
            own = [each for each in records if table_of(each) == name]
            for row in _rows(connection, table, "id", sorted({each.id for each in own if each.id})):
                self.by_id[name, row["id"]] = row
            for row in _rows(connection, table, "key", sorted({each.key for each in own})):
                self.by_key[name, row["key"]] = row

    def change(self, record: Record, row: Row) -> _Change | Clash | None:
        """What to write; None when it stands there already; a clash when a person must decide."""
        name = table_of(record)
        same_key = self.by_key.get((name, record.key))
        if same_key is not None and same_key["id"] != row["id"]:
            if content(same_key) == content(row):
                return None
            return Clash(record, from_row(type(record), same_key))
        now = self.by_id.get((name, row["id"]))
        if now is None:
            if record.version == 0:
                return _Change(name, row["id"], 1, None, {**row, "version": 1})
            return Clash(record, None)
        fields: tuple[str, ...] = ()
        if now["version"] == record.version:
            wanted = content(row)
        else:
            wanted, fields = merged(self._as_read(record), row, now)
        if fields:
            return Clash(record, from_row(type(record), now), fields)
        if wanted == content(now):
            return None
        version = now["version"] + 1
        after = {**now, **wanted, "version": version}
        after["key"] = from_row(type(record), after).key
        return _Change(name, row["id"], version, now, after)

    def _as_read(self, record: Record) -> Row:
        table = tables.change
        asked = select(table.c.after).where(table.c.record == record.id, table.c.version == record.version)
        return from_text(self._connection.execute(asked).scalar()) or {}


def _rows(connection: Connection, table: Table, column: str, values: Sequence[str]) -> Iterator[Row]:
    for some in _in_parts(values):
        asked = select(table).where(table.c[column].in_(some)).order_by(table.c.id).with_for_update()
        for row in connection.execute(asked).mappings():
            yield dict(row)


def _latest(connection: Connection, records: Sequence[str]) -> Iterator[tuple[str, tuple[int, str | None]]]:
    """The last version of each record, and what it was then."""
    table = tables.change
    for some in _in_parts(records):
        asked = select(table.c.record, table.c.version, table.c.after).where(table.c.record.in_(some))
        for row in connection.execute(asked.order_by(table.c.version)):
            yield row.record, (row.version, row.after)


def _in_parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]


def _kept(connection: Connection, changes: Sequence[_Change], begun: Batch, undoes: str | None = None) -> Batch:
    """The records, their history and the batch. A unique key or version that somebody took meanwhile stops it all."""
    done = replace(begun, changes=len(changes))
    if not changes:
        return done
    row = {"id": begun.id, "made": begun.made, "by": begun.by, "what": begun.what, "undoes": undoes}
    connection.execute(insert(tables.batch), row)
    for name in sorted({each.kind for each in changes}):
        _write(connection, tables.metadata.tables[name], [each for each in changes if each.kind == name])
    connection.execute(insert(tables.change), [_history(each, begun) for each in changes])
    return done


def _write(connection: Connection, table: Table, changes: Iterable[_Change]) -> None:
    """Leaving keys are freed before anybody takes them."""
    gone, changed, new = [], [], []
    for each in changes:
        if each.after is None:
            gone.append({"an_id": each.id})
        elif each.before is None:
            new.append(each.after)
        else:
            changed.append({**each.after, "an_id": each.id})
    if gone:
        connection.execute(delete(table).where(table.c.id == bindparam("an_id")), gone)
    if changed:
        connection.execute(update(table).where(table.c.id == bindparam("an_id")), changed)
    if new:
        connection.execute(insert(table), new)


def _history(each: _Change, begun: Batch) -> Row:
    return {
        "record": each.id,
        "version": each.version,
        "batch": begun.id,
        "kind": each.kind,
        "before": to_text(each.before),
        "after": to_text(each.after),
    }
