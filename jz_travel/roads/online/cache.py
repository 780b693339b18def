"""What services answered, kept on disk: nobody is asked the same thing twice within a month."""

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

KEPT_SECONDS = 30 * 86_400
MOST_KEPT = 5_000
PATIENCE = 2.0  # seconds, while another window writes


class Cache:
    """Answers by the fingerprint of their question; what cannot be read or written is asked again, no more.

    A fingerprint tells nothing: neither a key nor where somebody sleeps can be read from it.
    """

    def __init__(self, file: Path, now: Callable[[], float] = time.time) -> None:
        self._file, self._now = file, now

    def get(self, fingerprint: str) -> Any | None:
        with suppress(sqlite3.Error, OSError, ValueError), closing(self._open()) as base:
            row = base.execute(
                "SELECT answer FROM answers WHERE question = ? AND kept_at > ?",
                (fingerprint, self._now() - KEPT_SECONDS),
            ).fetchone()
            return json.loads(row[0]) if row else None
        return None

    def put(self, fingerprint: str, answer: object) -> None:
        with suppress(sqlite3.Error, OSError), closing(self._open()) as base, base:
            base.execute(
                "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)",
                (fingerprint, self._now(), json.dumps(answer, ensure_ascii=False, separators=(",", ":"))),
            )
            base.execute(
                "DELETE FROM answers WHERE kept_at <= ? OR question NOT IN "
                "(SELECT question FROM answers ORDER BY kept_at DESC LIMIT ?)",
                (self._now() - KEPT_SECONDS, MOST_KEPT),
            )

    def forget(self) -> None:
        """Everything that services answered is forgotten."""
        with suppress(sqlite3.Error, OSError), closing(self._open()) as base, base:
            base.execute("DELETE FROM answers")

    def _open(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        try:
            return self._ready()
        except sqlite3.DatabaseError:
            self._file.unlink(missing_ok=True)  # not a database any more: what it held can be asked again
            return self._ready()

    def _ready(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._file, timeout=PATIENCE)
        try:
            base.execute(
                "CREATE TABLE IF NOT EXISTS answers (question TEXT PRIMARY KEY, kept_at REAL NOT NULL, answer TEXT)"
            )
        except sqlite3.Error:
            base.close()
            raise
        return base
