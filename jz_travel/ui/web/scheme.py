"""The address scheme ``jz://app/…``: pages, scripts, tiles and data come out of the program, never out of a network."""

import logging
import mimetypes
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QObject
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlScheme, QWebEngineUrlSchemeHandler

SCHEME = b"jz"
HOST = "app"
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".json": "application/json",
         ".geojson": "application/json", ".otf": "font/otf", ".ttf": "font/ttf", ".webp": "image/webp"}  # fmt: skip
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page gets for an address, whole, with its type of content."""

    mime: str
    data: bytes


Route = Callable[[tuple[str, ...]], Answer | None]
"""What answers the addresses under one first word; it gets the words after it."""
LaterRoute = Callable[[tuple[str, ...], Callable[[Answer], None]], Callable[[], None]]
"""The same, when the answer takes a while: it is called with what takes the answer, and gives what stops the work."""


def register_scheme() -> None:
    """Must run before QApplication is made; a second call changes nothing."""
    if not QWebEngineUrlScheme.schemeByName(SCHEME).name().isEmpty():
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    flag = QWebEngineUrlScheme.Flag
    scheme.setFlags(flag.SecureScheme | flag.CorsEnabled | flag.FetchApiAllowed)
    QWebEngineUrlScheme.registerScheme(scheme)


def folder(root: Path) -> Route:
    """The files of a folder, and nothing above it."""

    def answer(words: tuple[str, ...]) -> Answer | None:
        file = root.joinpath(*words).resolve()
        if not words or not file.is_relative_to(root.resolve()) or not file.is_file():
            return None
        return Answer(mime_of(file.name), file.read_bytes())

    return answer


def qt_channel_script(words: tuple[str, ...]) -> Answer | None:
    """Qt's own half of the bridge: a page of another scheme may not read ``qrc:`` itself."""
    if words:
        return None
    file = QFile(":/qtwebchannel/qwebchannel.js")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return None
    return Answer("text/javascript", bytes(file.readAll().data()))


def mime_of(name: str) -> str:
    """The type of content by the end of a file's name; bytes without a type for an unknown one."""
    suffix = PurePosixPath(name).suffix
    return TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


class SchemeHandler(QWebEngineUrlSchemeHandler):
    """Answers requests from the routes it was given; ``missing`` lists addresses that had no answer."""

    def __init__(
        self, routes: Mapping[str, Route], later: Mapping[str, LaterRoute] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._routes, self._later = dict(routes), dict(later or {})
        self.missing: list[str] = []

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl()
        first, *words = url.path().removeprefix("/").split("/")
        if first in self._later and url.host() == HOST and job.requestMethod() == b"GET":
            _answer_later(job, self._later[first], tuple(words))
            return
        route = self._routes.get(first)
        answer = route(tuple(words)) if route and url.host() == HOST and job.requestMethod() == b"GET" else None
        if answer is None:
            self.missing.append(url.toString())
            log.warning("nothing answers %s", url.toString())
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        _reply(job, answer)


def _reply(job: QWebEngineUrlRequestJob, answer: Answer) -> None:
    body = QBuffer(job)
    body.setData(QByteArray(answer.data))
    body.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(answer.mime.encode(), body)


def _answer_later(job: QWebEngineUrlRequestJob, route: LaterRoute, words: tuple[str, ...]) -> None:
    """A page that does not wait any longer takes its job away; then nobody answers it, and the work stops."""
    gone: list[bool] = []
    stops: list[Callable[[], None]] = []

    def leave() -> None:
        gone.append(True)
        for stop in stops:
            stop()

    job.destroyed.connect(leave)
    stops.append(route(words, lambda answer: None if gone else _reply(job, answer)))
