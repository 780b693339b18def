"""The first tables. A migration is history: it is written out, and never follows later changes of the program."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Run by Alembic inside its own transaction; nothing in the program goes back from it."""
    _record(
        "figure",
        *map(_text, ("subject", "event", "measure", "definition", "value", "unit", "source")),
        sa.Column("year", sa.Integer),
        sa.Column("days", sa.Integer),
        *(sa.Column(name, sa.Text) for name in ("first", "last", "growth")),
        *map(_text, ("published", "url", "note")),
        sa.Column("verified_on", sa.Text),
        _text("verified_by"),
    )
    place = sa.Column("place", sa.Text)
    _record(
        "day_load", _text("day"), sa.Column("level", sa.Integer, nullable=False), _text("source"), place, _text("note")
    )
    place = sa.Column("place", sa.Text)
    _record("closure", *map(_text, ("kind", "first", "last", "name", "source")), place, _text("note"))
    op.create_table(
        "batch",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        _text("by"),
        _text("what"),
        sa.Column("undoes", sa.Text),
    )
    op.create_table(
        "change",
        sa.Column("record", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("batch", sa.Text, sa.ForeignKey("batch.id"), nullable=False),
        _text("kind"),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
    )
    op.create_index("change_batch", "change", ["batch"])
    op.create_table(
        "kiosk",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        _text("version"),
        _text("data_version"),
    )
    op.create_table(
        "kiosk_count",
        sa.Column("kiosk", sa.Text, primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("what", sa.Text, primary_key=True),
        sa.Column("n", sa.BigInteger, nullable=False),
    )
    op.create_table("delivery", sa.Column("id", sa.Text, primary_key=True))


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _record(name: str, *columns: sa.Column[str] | sa.Column[int]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        *columns,
    )
