"""Tiles of the one online map that a visitor chose: asked politely, looked at before they are shown, kept briefly.

The page itself reaches no network. It asks the program, the program asks the chosen host and nobody else: redirects
lead nowhere, and no address, which may hold a key, is ever logged.
"""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QImageReader
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from jz_travel import __version__
from jz_travel.domain.failures import Cause
from jz_travel.mapping.bases import OnlineMap, tile_address

USER_AGENT = f"jz_travel/{__version__} (desktop trip planner)"
PATIENCE_MS = 8_000
LARGEST = 2_000_000
TOO_LARGE = "too large"
SIDES = frozenset({256, 512})
FORMATS = {b"png": "image/png", b"jpeg": "image/jpeg", b"webp": "image/webp", b"gif": "image/gif"}
MOST_KEPT = 300
FAILURES_TO_REST = 3
REST_MS, LONGEST_REST_MS = 30_000, 600_000
OK, NOT_FOUND = 200, 404
REFUSED = {401: Cause.KEY_REFUSED, 403: Cause.KEY_REFUSED, 418: Cause.KEY_REFUSED, 429: Cause.QUOTA}

Tile = tuple[str, bytes]
Done = Callable[[Tile | None], None]
Key = tuple[str, int, int, int]


class TileFetcher(QObject):
    """``works`` says when the chosen map stops and starts to answer, with the cause of the stop."""

    works = Signal(bool, object)

    def __init__(self, parent: QObject | None = None, rest_ms: int = REST_MS, patience_ms: int = PATIENCE_MS) -> None:
        super().__init__(parent)
        self._network = QNetworkAccessManager(self)
        self._network.setTransferTimeout(patience_ms)
        self._network.setRedirectPolicy(QNetworkRequest.RedirectPolicy.ManualRedirectPolicy)
        self._map: OnlineMap | None = None
        self._key = ""
        self._kept: OrderedDict[Key, Tile] = OrderedDict()
        self._asked: set[QNetworkReply] = set()
        self._first_rest = self._rest_ms = rest_ms
        self._failed = 0
        self._answers = True
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._try_again)

    def choose(self, chosen: OnlineMap | None, key: str = "") -> None:
        """From now on only this map is asked; what was asked of another is given up."""
        self._map, self._key = chosen, key
        self._failed, self._answers, self._rest_ms = 0, True, self._first_rest
        self._rest.stop()
        self._kept.clear()
        for reply in list(self._asked):
            reply.abort()

    def fetch(self, which: str, layer: int, place: tuple[int, int, int], done: Done) -> Callable[[], None]:
        """Calls ``done`` once, with None when there is no such tile; the answer gives the question up."""
        found = self._map
        if found is None or found.id != which or not 0 <= layer < len(found.layers):
            done(None)
            return _nothing
        template = found.layers[layer]
        key: Key = (template, *place)
        if key in self._kept:
            self._kept.move_to_end(key)
            done(self._kept[key])
            return _nothing
        if not self._answers:
            done(None)
            return _nothing
        request = QNetworkRequest(QUrl(tile_address(template, *place, self._key)))
        request.setRawHeader(b"User-Agent", USER_AGENT.encode())
        reply = self._network.get(request)
        self._asked.add(reply)
        reply.downloadProgress.connect(lambda so_far, _: _too_large(reply) if so_far > LARGEST else None)
        reply.finished.connect(lambda: self._finished(reply, found, key, done))
        return lambda: reply.abort() if reply in self._asked else None

    def _finished(self, reply: QNetworkReply, asked: OnlineMap, key: Key, done: Done) -> None:
        self._asked.discard(reply)
        reply.deleteLater()
        if asked is not self._map:
            done(None)
            return
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        is_whole = status == OK and reply.isOpen()  # what was given up is closed
        tile = _picture(bytes(reply.readAll().data())) if is_whole else None
        if tile is not None:
            self._keep(key, tile)
        elif status != NOT_FOUND and not _was_given_up(reply):
            self._fail(Cause.NONSENSE if reply.property(TOO_LARGE) else _cause(status))
        done(tile)

    def _keep(self, key: Key, tile: Tile) -> None:
        self._kept[key] = tile
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self._failed, self._rest_ms = 0, self._first_rest

    def _fail(self, cause: Cause) -> None:
        self._failed += 1
        must_rest = cause in {Cause.KEY_REFUSED, Cause.QUOTA} or self._failed >= FAILURES_TO_REST
        if self._answers and must_rest:
            self._answers = False
            self._rest.start(self._rest_ms)
            self._rest_ms = min(2 * self._rest_ms, LONGEST_REST_MS)
            self.works.emit(False, cause)

    def _try_again(self) -> None:
        self._answers, self._failed = True, FAILURES_TO_REST - 1
        self.works.emit(True, None)


def _nothing() -> None:
    pass


def _too_large(reply: QNetworkReply) -> None:
    reply.setProperty(TOO_LARGE, True)
    reply.abort()


def _was_given_up(reply: QNetworkReply) -> bool:
    """By the page, which moved on. A time that ran out and a flood end with the same code, but are failures."""
    ran_out = "timed out" in reply.errorString().lower()
    canceled = reply.error() is QNetworkReply.NetworkError.OperationCanceledError
    return canceled and not ran_out and not reply.property(TOO_LARGE)


def _cause(status: object) -> Cause:
    if isinstance(status, int) and status in REFUSED:
        return REFUSED[status]
    return Cause.NONSENSE if status == OK else Cause.NO_ANSWER


def _picture(data: bytes) -> Tile | None:
    """The tile, when it is a picture of a tile's size."""
    if len(data) > LARGEST:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    mime = FORMATS.get(bytes(reader.format().data()))
    size = reader.size()
    if mime is None or size.width() != size.height() or size.width() not in SIDES or reader.read().isNull():
        return None
    return mime, data
