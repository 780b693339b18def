"""The desk: what the bureau keeps, with one interface for one machine's file and for a database that many share.

Every method raises :class:`~jz_travel.domain.failures.Failure` when the database does not answer. Every change is one
transaction: all of it is kept, or nothing. A change that would overwrite what its author has not seen is merged where
that is safe; else :class:`~jz_travel.domain.bureau.Refused` shows both versions and nothing is written.
"""

import secrets
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import TypeVar, cast

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite

from jz_travel.desk import tables
from jz_travel.desk.changing import remove_all, take_all, undo_all
from jz_travel.desk.database import Database
from jz_travel.desk.rows import from_row
from jz_travel.domain.bureau import Batch, BatchId, Count, Entry, Kept, Kiosk, Record
from jz_travel.domain.holidays import Announcement, DayLoad

Clock = Callable[[], datetime]
Some = TypeVar("Some", Entry, DayLoad, Announcement)


def _now() -> datetime:
    return datetime.now(UTC)


class Desk:
    """``with Desk.open(url) as desk: …``; may be used from several threads."""

    def __init__(self, database: Database, now: Clock = _now) -> None:
        self._database, self._now = database, now

    @classmethod
    def open(cls, url: str, now: Clock = _now) -> "Desk":
        """``sqlite:///path/desk.sqlite`` or ``postgresql://user:password@host/name``; see :func:`desk_url`. Creates or
        upgrades the tables."""
        return cls(Database(url), now)

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> "Desk":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def name(self) -> str:
        """Where it is, without the password."""
        return self._database.name

    # What is kept

    def figures(self) -> tuple[Entry, ...]:
        """The bureau's own figures."""
        return self._database.read(lambda connection: tuple(_all(connection, Entry)))

    def day_loads(self) -> tuple[DayLoad, ...]:
        """What the bureau says about how full days are."""
        return self._database.read(lambda connection: tuple(_all(connection, DayLoad)))

    def closures(self, first: date | None = None, last: date | None = None) -> tuple[Announcement, ...]:
        """Closures and events, by day; those that touch the days from ``first`` to ``last`` where these are given."""

        def work(connection: Connection) -> tuple[Announcement, ...]:
            found = sorted(_all(connection, Announcement), key=lambda each: (each.first, each.name))
            return tuple(
                each for each in found if (last is None or each.first <= last) and (first is None or each.last >= first)
            )

        return self._database.read(work)

    def kept(self) -> Kept:
        """All of it at one moment."""

        def work(connection: Connection) -> Kept:
            return Kept(
                tuple(_all(connection, Entry)), tuple(_all(connection, DayLoad)), tuple(_all(connection, Announcement))
            )

        return self._database.read(work)

    def state(self) -> int:
        """A number that grows with every change of the records: whether there is something new to read."""

        def work(connection: Connection) -> int:
            return connection.execute(select(func.max(tables.batch.c.number))).scalar() or 0

        return self._database.read(work)

    # Changing

    def put(self, records: Sequence[Record], by: str = "", what: str = "") -> Batch:
        """Keep new records (version 0, no id) and changed ones (with the version that was read), as one step that can
        be undone. Returns the batch; its ``changes`` counts those that really changed."""
        drawn = tuple(secrets.token_hex(8) for _ in range(len(records)))
        return self._database.write(lambda connection: take_all(connection, records, drawn, self._begun(by, what)))

    def remove(self, records: Sequence[Record], by: str = "", what: str = "") -> Batch:
        """Records as they were read; refused when somebody changed one since."""
        return self._database.write(lambda connection: remove_all(connection, records, self._begun(by, what)))

    def undo(self, batch: BatchId, by: str = "") -> Batch:
        """Everything of a batch as it was before; refused when somebody changed one of its records since. Undoing an
        undo does the batch again."""
        return self._database.write(lambda connection: undo_all(connection, batch, self._begun(by, "")))

    def batches(self, most: int = 50) -> tuple[Batch, ...]:
        """The latest steps, newest first."""

        def work(connection: Connection) -> tuple[Batch, ...]:
            changes = select(func.count()).where(tables.change.c.batch == tables.batch.c.id).scalar_subquery()
            undoing = tables.batch.alias()
            undone = select(func.count()).where(undoing.c.undoes == tables.batch.c.id).scalar_subquery()
            asked = select(tables.batch, changes, undone).order_by(tables.batch.c.number.desc()).limit(most)
            return tuple(
                Batch(BatchId(row.id), _aware(row.made), row.by, row.what, row[-2], bool(row[-1]))
                for row in connection.execute(asked)
            )

        return self._database.read(work)

    def _begun(self, by: str, what: str) -> Batch:
        return Batch(BatchId(secrets.token_hex(8)), self._now(), by, what, 0)

    # Kiosks

    def seen(self, kiosk: str, version: str = "", data_version: str = "") -> None:
        """A kiosk says that it is there."""
        row = {"name": kiosk, "last_seen": self._now(), "version": version, "data_version": data_version}

        def work(connection: Connection) -> None:
            added = self._insert(tables.kiosk).values(row)
            connection.execute(added.on_conflict_do_update(index_elements=["name"], set_=row))

        self._database.write(work)

    def kiosks(self) -> tuple[Kiosk, ...]:
        """The fleet by name."""

        def work(connection: Connection) -> tuple[Kiosk, ...]:
            rows = connection.execute(select(tables.kiosk).order_by(tables.kiosk.c.name))
            return tuple(Kiosk(row.name, _aware(row.last_seen), row.version, row.data_version) for row in rows)

        return self._database.read(work)

    def add_counts(self, counts: Iterable[Count], delivery: str) -> bool:
        """Add to what was counted before. ``delivery`` is any text that the kiosk makes up once for these counts: when
        it sends them again because no answer came, they are not counted twice (False)."""
        rows = [{"kiosk": each.kiosk, "day": each.day, "what": each.what, "n": each.n} for each in _summed(counts)]

        def work(connection: Connection) -> bool:
            once = self._insert(tables.delivery).values(id=delivery).on_conflict_do_nothing()
            if connection.execute(once.returning(tables.delivery.c.id)).scalar() is None:
                return False
            for row in rows:
                added = self._insert(tables.kiosk_count).values(row)
                more = {"n": tables.kiosk_count.c.n + added.excluded.n}
                connection.execute(added.on_conflict_do_update(index_elements=["kiosk", "day", "what"], set_=more))
            return True

        return self._database.write(work)

    def counts(self, first: date, last: date) -> tuple[Count, ...]:
        """What kiosks counted from ``first`` to ``last``."""
        table = tables.kiosk_count

        def work(connection: Connection) -> tuple[Count, ...]:
            asked = (
                select(table).where(table.c.day.between(first, last)).order_by(table.c.day, table.c.kiosk, table.c.what)
            )
            return tuple(Count(row.kiosk, row.day, row.what, row.n) for row in connection.execute(asked))

        return self._database.read(work)

    def _insert(self, table: Table):  # type: ignore[no-untyped-def]  # two classes with one interface
        return insert_sqlite(table) if self._database.is_sqlite else insert_postgresql(table)


def _summed(counts: Iterable[Count]) -> list[Count]:
    """One row a key, in a fixed order, so that two kiosks never wait for each other."""
    sums: dict[tuple[str, date, str], int] = {}
    for each in counts:
        at = (each.kiosk, each.day, each.what)
        sums[at] = sums.get(at, 0) + each.n
    return [Count(*at, n) for at, n in sorted(sums.items())]


def _all(connection: Connection, kind: type[Some]) -> list[Some]:
    table = tables.TABLES[kind]
    rows = connection.execute(select(table).order_by(table.c.key)).mappings()
    return [cast(Some, from_row(kind, dict(row))) for row in rows]


def _aware(moment: datetime) -> datetime:
    """SQLite forgets the zone; it was UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
