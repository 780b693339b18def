"""The bureau's own figures, day loads, closures and kiosk counts: SQLite on one desk, PostgreSQL for several.

``Desk.open(url)`` is the door; everything else is behind it. It is opened late: a database library takes longer to load
than the window.
"""

from typing import TYPE_CHECKING

from jz_travel.desk.address import desk_url

if TYPE_CHECKING:
    from jz_travel.desk.desk import Desk

__all__ = ["Desk", "desk_url"]


def __getattr__(name: str) -> object:
    if name != "Desk":
        raise AttributeError(name)
    from jz_travel.desk.desk import Desk

    return Desk
