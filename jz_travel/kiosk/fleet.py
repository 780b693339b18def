"""The bureau's shared store: told that this screen is there and what was counted on days that are over; asked what it
says of figures, of how full days are, and of what is closed."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from jz_travel.desk import Desk
from jz_travel.desk.copy import read_copy, write_copy
from jz_travel.domain.bureau import Count as Told
from jz_travel.kiosk.counts import Count, suppressed

LOOKS_BACK = timedelta(days=31)


def tell_bureau(
    url: str, screen: str, versions: tuple[str, str], counts: Iterable[Count], below: int, today: date
) -> None:
    """Each day once, however often it is told; small numbers never. ``versions``: of the program and of the data."""
    over = [each for each in counts if today - LOOKS_BACK <= each.day < today]
    with Desk.open(url) as desk:
        desk.seen(screen, *versions)
        for day in sorted({each.day for each in over}):
            kept = suppressed([each for each in over if each.day == day], below)
            told = [Told(screen, day, f"{each.kind} {each.item}", each.number) for each in kept]
            desk.add_counts(told, delivery=f"{screen}:{day.isoformat()}")


def hear_bureau(url: str, copy: Path) -> bool:
    """Whether the bureau says something else now; the copy then holds it, for the next start."""
    with Desk.open(url) as desk:
        kept = desk.kept()
    if kept == read_copy(copy):
        return False
    write_copy(copy, kept)
    return True
