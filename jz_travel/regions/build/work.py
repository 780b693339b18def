"""The half-made pack on disk: memory stays small, and work that was stopped goes on where it was."""

import json
import sqlite3
from pathlib import Path
from typing import Any

EDITION = 1
SCHEMA = """
CREATE TABLE IF NOT EXISTS done (stage TEXT PRIMARY KEY, told TEXT);
CREATE TABLE IF NOT EXISTS features (id INTEGER PRIMARY KEY, layer TEXT, zoom INTEGER, tags TEXT, shape BLOB);
CREATE VIRTUAL TABLE IF NOT EXISTS boxes USING rtree (id, west, east, north, south);
CREATE TABLE IF NOT EXISTS road_points (way INTEGER, at INTEGER, node INTEGER, lat REAL, lon REAL);
CREATE TABLE IF NOT EXISTS road_ways (way INTEGER PRIMARY KEY, speed REAL, along INTEGER, against INTEGER);
CREATE TABLE IF NOT EXISTS names (name TEXT, other TEXT, kind TEXT, lat REAL, lon REAL);
CREATE TABLE IF NOT EXISTS tiles (id INTEGER PRIMARY KEY, data BLOB);
"""


class Work:
    """``source`` is what the work is made from; work begun from another is thrown away."""

    def __init__(self, folder: Path, source: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        stat = source.stat()
        self._mark = json.dumps([EDITION, source.name, stat.st_size, stat.st_mtime_ns])
        self.base = self._opened()
        if self.told("source") not in (None, self._mark):
            self._start_over()
        self.finish("source", self._mark)

    def told(self, stage: str) -> Any:
        row = self.base.execute("SELECT told FROM done WHERE stage = ?", (stage,)).fetchone()
        return json.loads(row[0]) if row else None

    def finish(self, stage: str, told: Any = True) -> None:
        """Everything so far is kept."""
        self.base.execute("INSERT OR REPLACE INTO done VALUES (?, ?)", (stage, json.dumps(told)))
        self.base.commit()

    def forget(self, *tables: str) -> None:
        """A stage that was stopped in its middle begins again."""
        for table in tables:
            self.base.execute(f"DELETE FROM {table}")  # noqa: S608  # names of ours

    def close(self) -> None:
        self.base.close()

    def _opened(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.folder / "work.sqlite")
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = OFF")
        base.execute("PRAGMA cache_size = -65536")
        base.executescript(SCHEMA)
        return base

    def _start_over(self) -> None:
        self.base.close()
        for file in self.folder.iterdir():
            file.unlink()
        self.base = self._opened()
