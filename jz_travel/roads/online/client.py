"""One service on the network: asked politely, never trusted, and never told to anybody with its key.

Every way that it can go wrong leaves here as a :class:`Failure` whose ``field`` names the service. A message never
holds an address: a key may be part of it.
"""

import http.client
import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from jz_travel import __version__
from jz_travel.domain.failures import Cause, Failure
from jz_travel.roads.online.cache import Cache

USER_AGENT = f"jz_travel/{__version__} (desktop trip planner)"
PATIENCE = 6.0  # seconds without a byte
LONGEST = 20.0  # seconds for a whole answer, however it trickles
LARGEST = 8_000_000  # bytes
PIECE = 65_536
WRONG_QUESTION = 400
"""The one refusal that says in its body what was wrong."""

Stop = Callable[[], bool]


def never() -> bool:
    """The usual :data:`Stop`: the answer stays wanted until it is there."""
    return False


class Stopped(Exception):  # noqa: N818  # nothing went wrong: nobody wants the answer any more
    """Raised where a question is given up."""


class Pace:
    """At most one question every so many seconds, whichever thread asks."""

    def __init__(
        self,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._seconds, self._clock, self._sleep = seconds, clock, sleep
        self._lock = threading.Lock()
        self._next = 0.0

    def wait(self, stop: Stop = never) -> None:
        """Returns when it is this question's turn; raises :class:`Stopped` as soon as ``stop`` says so."""
        with self._lock:
            now = self._clock()
            mine = max(now, self._next)
            self._next = mine + self._seconds
        while (rest := mine - self._clock()) > 0:
            if stop():
                raise Stopped
            self._sleep(min(rest, 0.1))


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """The network of a hotel redirects to its own page, and a key would go along."""

    def redirect_request(self, *_: object) -> None:
        return None


@dataclass(frozen=True)
class Service:
    """``secrets`` are keys that may stand in an address; they are in no message and in no cache."""

    name: str
    pace: Pace
    cache: Cache | None = None
    secrets: tuple[str, ...] = ()
    patience: float = PATIENCE
    longest: float = LONGEST

    def json(self, url: str, query: Mapping[str, str] | None = None, body: object = None, stop: Stop = never) -> Any:
        """The JSON that a GET, or with a ``body`` a POST, is answered with."""
        address = f"{url}?{urlencode(query, quote_via=quote, safe=',;|:')}" if query else url
        if not _is_address(address):
            raise self.failure(Cause.NO_ANSWER, "http:// or https://")
        sent = None if body is None else json.dumps(body, separators=(",", ":")).encode()
        fingerprint = self._fingerprint(address, sent)
        if self.cache and (kept := self.cache.get(fingerprint)) is not None:
            return kept
        self.pace.wait(stop)
        if stop():
            raise Stopped
        status, content = self._fetch(address, sent, stop)
        try:
            answer = json.loads(content.decode("utf-8"))
        except (ValueError, RecursionError):
            raise self.failure(Cause.NONSENSE) from None
        if self.cache and status != WRONG_QUESTION and _is_good(answer):
            self.cache.put(fingerprint, answer)
        return answer

    def failure(self, cause: Cause, detail: object = "") -> Failure:
        """A failure that names this service; keys are struck out of ``detail``, which is kept short."""
        said = str(detail)
        for secret in self.secrets:
            for shape in {secret, quote(secret), quote(secret, safe="")} - {""}:
                said = said.replace(shape, "…")
        return Failure(cause, field=self.name, detail=said[:200])

    def _fingerprint(self, address: str, body: bytes | None) -> str:
        bare = address
        for secret in filter(None, self.secrets):
            bare = bare.replace(quote(secret, safe=",;|:"), "")
        return sha256(b"\0".join((self.name.encode(), bare.encode(), body or b""))).hexdigest()

    def _fetch(self, address: str, body: bytes | None, stop: Stop) -> tuple[int, bytes]:
        headers = {"User-Agent": USER_AGENT, "Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        try:
            request = urllib.request.Request(address, body, headers)  # noqa: S310  # http or https, looked at above
            with _opener().open(request, timeout=self.patience) as answer:
                return answer.status, self._read(answer, stop)
        except urllib.error.HTTPError as error:
            with error:
                if error.code == WRONG_QUESTION:
                    return error.code, self._read(error, stop)
                raise self._refused(error.code) from None
        except TimeoutError:
            raise self.failure(Cause.NO_ANSWER) from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            reason = getattr(error, "reason", error)
            known = isinstance(reason, OSError) and reason.strerror
            raise self.failure(Cause.NO_ANSWER, known or type(reason).__name__) from None

    def _read(self, answer: Any, stop: Stop) -> bytes:
        """In pieces, so that neither a trickle nor a flood holds the program up."""
        until = time.monotonic() + self.longest
        pieces: list[bytes] = []
        size = 0
        while piece := answer.read1(PIECE):
            pieces.append(piece)
            size += len(piece)
            if stop():
                raise Stopped
            if size > LARGEST:
                raise self.failure(Cause.NONSENSE, f"> {LARGEST} bytes")
            if time.monotonic() > until:
                raise self.failure(Cause.NO_ANSWER)
        return b"".join(pieces)

    def _refused(self, status: int) -> Failure:
        if status in (401, 402, 403, 407):
            return self.failure(Cause.KEY_REFUSED, f"HTTP {status}")
        if status == 429:
            return self.failure(Cause.QUOTA, "HTTP 429")
        return self.failure(Cause.NO_ANSWER, f"HTTP {status}")


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _opener() -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(_NoRedirects)


def _is_good(answer: object) -> bool:
    """Whether it is worth keeping. AMap, Baidu and Tianditu answer 200 to a wrong key, and say so inside."""
    if not isinstance(answer, dict):
        return isinstance(answer, list)
    status = answer.get("status")
    amap_says_no = "infocode" in answer and str(status) != "1"
    others_say_no = "infocode" not in answer and status not in (None, 0, "0", "ok")
    return not amap_says_no and not others_say_no and "error" not in answer
