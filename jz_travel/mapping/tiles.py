"""Relief tiles out of MBTiles files."""

import sqlite3
import weakref
from collections.abc import Iterator
from pathlib import Path


class Tiles:
    """One MBTiles file, read only, open until nobody has it any more. A tile that is not there is None."""

    def __init__(self, file: Path) -> None:
        # immutable: the file belongs to the program, so SQLite needs no lock and no journal beside it.
        # Whatever thread collects it may close it.
        self._store = sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self.close = weakref.finalize(self, self._store.close)
        self._metadata: dict[str, str] = dict(self._store.execute("SELECT name, value FROM metadata"))

    @property
    def mime(self) -> str:
        return f"image/{self._metadata['format']}"

    def tile(self, zoom: int, x: int, y: int) -> bytes | None:
        """``y`` counts from the north, as map pages do; MBTiles counts from the south."""
        if not 0 <= zoom <= 30:
            return None
        row = self._store.execute(
            "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?",
            (zoom, x, 2**zoom - 1 - y),
        ).fetchone()
        return None if row is None else bytes(row[0])

    def every(self) -> Iterator[tuple[tuple[int, int, int], bytes]]:
        """Each tile with its zoom, column and row from the north."""
        query = "SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles ORDER BY 1, 2, 3"
        for zoom, x, row, data in self._store.execute(query):
            yield (zoom, x, 2**zoom - 1 - row), bytes(data)
