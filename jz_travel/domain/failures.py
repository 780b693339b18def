"""What can go wrong outside the program: one exception type for everything that a person should read.

``words.failure`` turns one into a sentence that names the file and the field.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Cause(StrEnum):
    """Why something failed; ``words.failure`` has a sentence for each, and the value is stable for other programs."""

    MISSING = "missing"  # there is no such file
    NOT_ALLOWED = "not allowed"  # no permission, or a read-only place
    DISK_FULL = "disk full"
    TOO_LARGE = "too large"
    NOT_TEXT = "not text"  # not UTF-8
    NOT_JSON = "not json"  # not JSON or TOML at all, or cut off
    NOT_A_TRIP = "not a trip"  # JSON, but something else
    NEWER = "newer"  # written by a newer version of this program
    BAD_FIELD = "bad field"  # one field holds what it must not hold
    IN_USE = "in use"  # another window has it open
    CHANGED_OUTSIDE = "changed outside"  # somebody else changed the file since it was read
    NO_ANSWER = "no answer"  # a service on the network does not answer, or is broken
    KEY_REFUSED = "key refused"  # it does not take the key, or nothing from this program
    QUOTA = "quota"  # it has answered enough for now
    NONSENSE = "nonsense"  # it answered, but with something else
    LOCKED = "locked"  # with a password that we do not ask for
    NO_CODE = "no code"  # a picture without any code
    FOREIGN_CODE = "foreign code"  # a code that carries something else
    CODE_MISSING = "code missing"  # one of several codes; the field says which, like "2/4"
    CODES_MIXED = "codes mixed"  # codes of different trips
    UNKNOWN_KIND = "unknown kind"  # no reader for such a file
    NOT_PRINTED = "not printed"  # the printer does not take it
    NOT_TRUSTED = "not trusted"  # not signed by whom we trust, changed on the way, or older than what is here
    NOT_A_PACK = "not a pack"  # no region pack, or one that nobody may trust
    OTHER_REGION = "other region"  # a region pack without anything of this city
    OTHER = "other"


@dataclass(eq=False)
class Failure(Exception):  # noqa: N818  # a failure is what a visitor meets; an error is what we made
    """A file could not be read or written. ``field`` is a path like ``days[1].stops[2].stay``."""

    cause: Cause
    file: Path | None = None
    field: str = ""
    detail: str = ""

    def __str__(self) -> str:
        where = ": ".join(str(part) for part in (self.file, self.field) if part)
        return f"{where}: {self.detail or self.cause.value}" if where else self.detail or self.cause.value
