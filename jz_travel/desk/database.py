"""The connection: one interface for SQLite and PostgreSQL, migrations, and failures instead of tracebacks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    IntegrityError,
    NoSuchModuleError,
    OperationalError,
    SQLAlchemyError,
)

from jz_travel.domain.failures import Cause, Failure
from jz_travel.store.files import failures

T = TypeVar("T")
HEAD = "0001"
"""The newest version of the tables; ``migrations/versions`` leads there."""
WAIT_SECONDS = 30  # for another desk's change of the same file
CONNECT_SECONDS = 8
ATTEMPTS = 8
TRY_AGAIN = ("40001", "40P01", "23505")
"""PostgreSQL: serialization failure, deadlock, and somebody inserted the same key a moment earlier."""


class Database:
    """Opens and if need be creates or upgrades the tables. Raises :class:`Failure`."""

    def __init__(self, url: str) -> None:
        self.url = _parsed(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._engine = self._made()
        try:
            with self._told():
                self._upgrade()
        except Failure:
            self.close()
            raise

    @property
    def name(self) -> str:
        """As people know it: a file's path, or the address of a server without its password."""
        return self.url.database or "" if self.is_sqlite else self.url.render_as_string(hide_password=True)

    def close(self) -> None:
        self._engine.dispose()

    def read(self, work: Callable[[Connection], T]) -> T:
        with self._told(), self._engine.connect() as connection:
            return work(connection)

    def write(self, work: Callable[[Connection], T]) -> T:
        """All of it or nothing. Work is done anew when another desk was in the way, so it must not remember."""
        with self._told():
            for attempt in range(ATTEMPTS):
                try:
                    with self._engine.begin() as connection:
                        return work(connection)
                except (OperationalError, IntegrityError) as error:
                    if attempt + 1 == ATTEMPTS or not _may_go_again(error):
                        raise
        raise AssertionError("the last attempt returns or raises")

    def _made(self) -> Engine:
        if not self.is_sqlite:
            url = self.url
            if url.drivername in ("postgresql", "postgres"):
                url = url.set(drivername="postgresql+psycopg")
            with self._told():
                wait = {"connect_timeout": CONNECT_SECONDS}
                return create_engine(url, hide_parameters=True, pool_pre_ping=True, connect_args=wait)
        if self.url.database and self.url.database != ":memory:":
            folder = Path(self.url.database).parent
            with failures(folder):
                folder.mkdir(parents=True, exist_ok=True)
        engine = create_engine(self.url, hide_parameters=True, connect_args={"timeout": WAIT_SECONDS})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
        return engine

    def _upgrade(self) -> None:
        if self._version() == HEAD:
            return
        from jz_travel.desk.upgrade import upgrade

        with self._engine.begin() as connection:
            if not self.is_sqlite:  # two desks that start at once: one upgrades, the other waits and finds it done
                connection.execute(text("SELECT pg_advisory_xact_lock(20241018)"))
            known = upgrade(connection)
        if not known:
            raise Failure(Cause.NEWER, Path(self.name))

    def _version(self) -> str | None:
        with self._engine.connect() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return None
            return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What the database says, as a failure, and never with a password."""
        try:
            yield
        except SQLAlchemyError as error:
            raw = str(error.orig) if isinstance(error, DBAPIError) else str(error)
            detail = " ".join(raw.split())
            if self.url.password:
                detail = detail.replace(str(self.url.password), "***")
            raise Failure(_cause(detail), Path(self.name), detail=detail[:300]) from None


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
        known = parsed.get_backend_name() in ("sqlite", "postgresql")
    except (ArgumentError, NoSuchModuleError, ValueError):
        known = False
    if not known:
        raise Failure(Cause.OTHER, detail="a desk's address begins with postgresql:// or sqlite:///")
    return parsed


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Write-ahead log: readers never wait, and what was committed survives a power cut."""
    connection.isolation_level = None  # transactions begin where we say so
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _may_go_again(error: DBAPIError) -> bool:
    state = getattr(error.orig, "sqlstate", None)
    return state in TRY_AGAIN or error.connection_invalidated


def _cause(detail: str) -> Cause:
    words = {
        "database is locked": Cause.IN_USE,
        "database or disk is full": Cause.DISK_FULL,
        "No space left": Cause.DISK_FULL,
        "readonly database": Cause.NOT_ALLOWED,
        "unable to open": Cause.NOT_ALLOWED,
        "password authentication": Cause.NOT_ALLOWED,
        "permission denied": Cause.NOT_ALLOWED,
        "file is not a database": Cause.NOT_JSON,
        "malformed": Cause.NOT_JSON,
    }
    return next((cause for part, cause in words.items() if part in detail), Cause.OTHER)
