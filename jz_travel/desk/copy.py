"""A copy of what the desk keeps, beside this user's other files: read in a moment, without any database, and there
when a shared desk does not answer."""

from pathlib import Path

import msgspec

from jz_travel.domain.bureau import Kept
from jz_travel.domain.failures import Cause, Failure
from jz_travel.store.files import failures, read_bytes, write_bytes

FILE = "desk_copy.json"
MOST_BYTES = 200_000_000


def read_copy(file: Path) -> Kept:
    """Nothing where there is no copy. Raises :class:`Failure` when it is damaged."""
    try:
        return msgspec.json.decode(read_bytes(file, MOST_BYTES), type=Kept)
    except Failure as failure:
        if failure.cause is Cause.MISSING:
            return Kept()
        raise
    except msgspec.MsgspecError as error:
        raise Failure(Cause.NOT_JSON, file, detail=str(error)[:200]) from None


def write_copy(file: Path, kept: Kept) -> None:
    """Replaces the copy in one step, making its folder; :class:`Failure` where the disk does not take it."""
    with failures(file):
        file.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(file, msgspec.json.encode(kept))
