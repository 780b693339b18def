"""The way out for staff: a PIN that is nowhere in clear, and tries that get rarer, also across restarts."""

import json
from collections.abc import Callable
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from jz_travel.domain.failures import Failure
from jz_travel.store.files import failures, read_bytes, write_bytes
from jz_travel.store.strict import parse_object

FREE_TRIES = 3
FIRST_WAIT, LONGEST_WAIT = 30, 3600  # seconds
SHORTEST, LONGEST = 4, 12  # digits
LARGEST_FILE = 1_000


def hashed(pin: str) -> str:
    """For the policy file. Raises ``ValueError`` when it is no PIN."""
    if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
        raise ValueError(f"a PIN has {SHORTEST} to {LONGEST} digits")
    return PasswordHasher().hash(pin)


class PinGuard:
    """``now`` is the time of the day as seconds that go on over restarts; ``file`` keeps how often somebody guessed."""

    def __init__(self, pin_hash: str, file: Path, now: Callable[[], float]) -> None:
        self._hash, self._file, self._now = pin_hash, file, now
        self._wrong, self._last = self._read()

    @property
    def exists(self) -> bool:
        return bool(self._hash)

    def wait(self) -> float:
        """Seconds until the next try is heard. A clock that went back does not shorten it."""
        over: int = self._wrong - FREE_TRIES
        if over < 0:
            return 0
        least = float(min(LONGEST_WAIT, FIRST_WAIT * (1 << over)))
        gone = self._now() - self._last
        if gone < 0:
            self._last = self._now()
            return least
        return max(0.0, least - gone)

    def opens(self, pin: str) -> bool:
        """Whether this is the PIN; a try during the wait is not even looked at."""
        if not self._hash or self.wait() > 0:
            return False
        # Written down before it is looked at: pulling the plug saves nobody a wrong try.
        self._wrong, self._last = self._wrong + 1, self._now()
        self._write()
        try:
            PasswordHasher().verify(self._hash, pin)
        except (Argon2Error, InvalidHashError):
            return False
        self._wrong = 0
        self._write()
        return True

    def _read(self) -> tuple[int, float]:
        try:
            kept = parse_object(read_bytes(self._file, LARGEST_FILE), self._file)
        except Failure:
            return 0, 0.0
        wrong, last = kept.get("wrong"), kept.get("last")
        if type(wrong) is not int or not isinstance(last, int | float) or wrong < 0:
            return FREE_TRIES, self._now()  # somebody wrote into it
        return min(wrong, 30), float(last)

    def _write(self) -> None:
        try:
            with failures(self._file):
                self._file.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(self._file, json.dumps({"wrong": self._wrong, "last": self._last}).encode())
        except Failure:
            pass  # a full disk must not lock staff out; the tries of this run still count
