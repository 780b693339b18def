"""The tables. Numbers that people printed are kept as text: no digit is ever lost or added."""

from sqlalchemy import BigInteger, Column, Date, DateTime, ForeignKey, Index, Integer, MetaData, Table, Text

from jz_travel.domain.bureau import Entry, Record
from jz_travel.domain.holidays import Announcement, DayLoad

metadata = MetaData()


def _record(name: str, *columns: Column[object]) -> Table:
    """``key`` is what there can be only one of; ``version`` tells who has seen what."""
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        Column("version", Integer, nullable=False),
        Column("key", Text, nullable=False, unique=True),
        *columns,
    )


def _text(name: str) -> Column[object]:
    return Column(name, Text, nullable=False)


def _maybe(name: str) -> Column[object]:
    return Column(name, Text)


figure = _record(
    "figure",
    *map(_text, ("subject", "event", "measure", "definition", "value", "unit", "source")),
    Column("year", Integer),
    Column("days", Integer),
    *map(_maybe, ("first", "last", "growth")),
    *map(_text, ("published", "url", "note")),
    _maybe("verified_on"),
    _text("verified_by"),
)
day_load = _record(
    "day_load", _text("day"), Column("level", Integer, nullable=False), _text("source"), _maybe("place"), _text("note")
)
closure = _record("closure", *map(_text, ("kind", "first", "last", "name", "source")), _maybe("place"), _text("note"))
batch = Table(
    "batch",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("made", DateTime(timezone=True), nullable=False),
    _text("by"),
    _text("what"),
    Column("undoes", Text),
)
change = Table(
    "change",
    metadata,
    Column("record", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("batch", Text, ForeignKey("batch.id"), nullable=False),
    _text("kind"),
    _maybe("before"),
    _maybe("after"),
    Index("change_batch", "batch"),
)
kiosk = Table(
    "kiosk",
    metadata,
    Column("name", Text, primary_key=True),
    Column("last_seen", DateTime(timezone=True), nullable=False),
    _text("version"),
    _text("data_version"),
)
kiosk_count = Table(
    "kiosk_count",
    metadata,
    Column("kiosk", Text, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("what", Text, primary_key=True),
    Column("n", BigInteger, nullable=False),
)
delivery = Table("delivery", metadata, Column("id", Text, primary_key=True))

TABLES: dict[type[Record], Table] = {Entry: figure, DayLoad: day_load, Announcement: closure}
KINDS: dict[str, type[Record]] = {table.name: kind for kind, table in TABLES.items()}
