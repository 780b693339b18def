"""Online grounds, against a server on this machine that behaves as badly as servers do."""

import logging
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from jz_travel.domain.failures import Cause
from jz_travel.domain.online import Online
from jz_travel.mapping.bases import OFFLINE, OnlineMap
from jz_travel.regions import Shelf
from jz_travel.store.settings import Settings
from jz_travel.ui.map.bases import Chosen, MapBases
from jz_travel.ui.map.sources import MapSources
from jz_travel.ui.style.look import Look
from jz_travel.ui.web.tile_fetcher import SIDES, Tile, TileFetcher

KEY = "VERY-SECRET-KEY"
PLACE = (10, 834, 404)


def a_picture(side: int = 256, form: str = "PNG") -> bytes:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("#7fa36b"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, form)
    return bytes(buffer.data().data())


class TileServer:
    """Answers every tile in one way, and remembers who asked for what."""

    def __init__(self) -> None:
        self.status, self.body, self.silent = 200, a_picture(), False
        self.headers: dict[str, str] = {}
        self.asked: list[tuple[str, str]] = []
        self._over = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append((self.path, self.headers["User-Agent"]))
                if outer.silent:
                    outer._over.wait(20)
                    return
                self.send_response(outer.status)
                for name, value in outer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(outer.body)))
                self.end_headers()
                self.wfile.write(outer.body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def server() -> Iterator[TileServer]:
    one = TileServer()
    yield one
    one.close()


@pytest.fixture
def fetcher(qtbot: Any) -> TileFetcher:
    return TileFetcher(rest_ms=150, patience_ms=600)


def a_map(server: TileServer) -> OnlineMap:
    return OnlineMap("there", "There", "© There", (f"{server.address}/{{z}}/{{x}}/{{y}}?tk={{key}}",), needs_key=True)


def fetched(fetcher: TileFetcher, qtbot: Any, place: tuple[int, int, int] = PLACE, which: str = "there") -> Tile | None:
    answers: list[Tile | None] = []
    fetcher.fetch(which, 0, place, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=5_000)
    assert len(answers) == 1
    return answers[0]


def test_a_tile_is_asked_for_by_name_and_only_once(server: TileServer, fetcher: TileFetcher, qtbot: Any) -> None:
    fetcher.choose(a_map(server), KEY)
    assert fetched(fetcher, qtbot) == ("image/png", server.body)
    assert fetched(fetcher, qtbot) == ("image/png", server.body)
    assert [path for path, _ in server.asked] == [f"/10/834/404?tk={KEY}"]
    assert server.asked[0][1].startswith("jz_travel/")


@pytest.mark.parametrize("side", sorted(SIDES))
def test_tiles_of_usual_sizes_are_taken(server: TileServer, fetcher: TileFetcher, qtbot: Any, side: int) -> None:
    server.body = a_picture(side, "JPG")
    fetcher.choose(a_map(server), KEY)
    found = fetched(fetcher, qtbot)
    assert found is not None
    assert found[0] == "image/jpeg"


def test_without_a_choice_nobody_is_asked(server: TileServer, fetcher: TileFetcher, qtbot: Any) -> None:
    assert fetched(fetcher, qtbot) is None
    fetcher.choose(a_map(server), KEY)
    assert fetched(fetcher, qtbot, which="another") is None
    fetcher.choose(None)
    assert fetched(fetcher, qtbot) is None
    assert server.asked == []


SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='256' height='256'/>"
BAD = {
    "a key that is refused": (403, b"", Cause.KEY_REFUSED),
    "too many questions": (429, b"", Cause.QUOTA),
    "a broken server": (500, b"oops", Cause.NO_ANSWER),
    "garbage": (200, b"<html>Please log in to the hotel</html>", Cause.NONSENSE),
    "a cut-off picture": (200, a_picture()[:60], Cause.NONSENSE),
    "a tile of the wrong size": (200, a_picture(100), Cause.NONSENSE),
    "a picture that can do things": (200, SVG, Cause.NONSENSE),
    "far too much": (200, b"\x89PNG" + bytes(9_000_000), Cause.NONSENSE),
}  # fmt: skip


@pytest.mark.parametrize(("status", "body", "cause"), BAD.values(), ids=BAD)
def test_a_source_that_fails_is_left_alone_and_tried_again_later(
    server: TileServer, fetcher: TileFetcher, qtbot: Any, status: int, body: bytes, cause: Cause
) -> None:
    server.status, server.body = status, body
    fetcher.choose(a_map(server), KEY)
    heard: list[tuple[bool, Cause | None]] = []
    fetcher.works.connect(lambda works, why: heard.append((works, why)))
    for x in range(3):
        assert fetched(fetcher, qtbot, (10, x, 0)) is None
    assert heard[0] == (False, cause)
    asked = len(server.asked)
    assert fetched(fetcher, qtbot, (10, 99, 0)) is None or len(server.asked) > asked  # it rests, or has rested already
    qtbot.waitUntil(lambda: (True, None) in heard, timeout=5_000)
    server.status, server.body = 200, a_picture()
    assert fetched(fetcher, qtbot, (10, 100, 0)) is not None


def test_a_hole_in_the_coverage_is_no_failure(server: TileServer, fetcher: TileFetcher, qtbot: Any) -> None:
    server.status = 404
    fetcher.choose(a_map(server), KEY)
    with qtbot.assertNotEmitted(fetcher.works):
        for x in range(6):
            assert fetched(fetcher, qtbot, (10, x, 0)) is None


def test_a_source_that_never_answers_is_given_up(server: TileServer, fetcher: TileFetcher, qtbot: Any) -> None:
    server.silent = True
    fetcher.choose(a_map(server), KEY)
    with qtbot.waitSignal(fetcher.works, timeout=5_000) as stopped:
        for x in range(3):
            fetcher.fetch("there", 0, (10, x, 0), lambda _: None)
    assert stopped.args == [False, Cause.NO_ANSWER]


def test_a_redirect_leads_nowhere(server: TileServer, fetcher: TileFetcher, qtbot: Any) -> None:
    other = TileServer()
    server.status, server.headers, server.body = 302, {"Location": f"{other.address}/10/834/404"}, b""
    fetcher.choose(a_map(server), KEY)
    assert fetched(fetcher, qtbot) is None
    assert other.asked == []
    other.close()


def test_a_map_that_moved_on_takes_its_questions_back(server: TileServer, fetcher: TileFetcher, qtbot: Any) -> None:
    server.silent = True
    answers: list[object] = []
    fetcher.choose(a_map(server), KEY)
    with qtbot.assertNotEmitted(fetcher.works, wait=100):
        stops = [fetcher.fetch("there", 0, (10, x, 0), answers.append) for x in range(5)]
        for stop in stops:
            stop()
            stop()  # a page may say so twice
    assert answers == [None] * 5


def test_no_key_in_a_log_nor_in_what_is_printed(
    server: TileServer, fetcher: TileFetcher, qtbot: Any, caplog: pytest.LogCaptureFixture
) -> None:
    server.status = 403
    caplog.set_level(logging.DEBUG)
    fetcher.choose(a_map(server), KEY)
    fetched(fetcher, qtbot)
    settings = Settings(map_base="tianditu", map_key=KEY, map_address=f"https://a/{{z}}/{{x}}/{{y}}?key={KEY}")
    assert KEY not in caplog.text
    assert KEY not in repr(settings) + repr(Chosen("own", KEY, "", KEY))


@pytest.fixture
def look(qtbot: Any, qapp: QApplication) -> Look:
    return Look(qapp, "en", "light", 100)


def bases(look: Look, tmp_path: Path, settings: Settings) -> MapBases:
    return MapBases(look, settings, TileFetcher(), Shelf(tmp_path / "packs"))


def test_at_first_the_map_is_offline_and_offers_nothing_else(look: Look, tmp_path: Path) -> None:
    one = bases(look, tmp_path, Settings())
    assert (one.shown, [row["id"] for row in one.listed()]) == (OFFLINE, [OFFLINE])


def test_a_choice_is_remembered_and_let_go_again(look: Look, tmp_path: Path) -> None:
    one = bases(look, tmp_path, Settings(map_base="osm"))
    assert one.shown == "osm"
    assert one.listed()[1]["credit"] == "© OpenStreetMap contributors (ODbL)"
    assert one.listed()[1]["layers"] == ["jz://app/online/osm/0/{z}/{x}/{y}"]
    one.choose(OFFLINE)
    assert [row["id"] for row in one.listed()] == [OFFLINE]


def test_tianditu_without_a_key_is_the_offline_map(look: Look, tmp_path: Path) -> None:
    assert bases(look, tmp_path, Settings(map_base="tianditu")).shown == OFFLINE
    with_key = bases(look, tmp_path, Settings(map_base="tianditu", online=Online(tianditu_key=KEY)))
    assert with_key.shown == "tianditu"
    assert KEY not in str(with_key.listed())


def test_a_failure_is_said_once_and_quietly(look: Look, tmp_path: Path, server: TileServer, qtbot: Any) -> None:
    fetcher = TileFetcher(rest_ms=30)
    one = MapBases(look, Settings(), fetcher, Shelf(tmp_path / "packs"))
    said: list[tuple[str, str]] = []
    one.said.connect(lambda *what: said.append(what))
    one.take(Chosen("own", f"{server.address}/{{z}}/{{x}}/{{y}}"))
    server.status = 429
    for x in range(3):
        assert fetched(fetcher, qtbot, (10, x, 0), "own") is None
        qtbot.wait(100)
    assert said == [("Own map address has reached its limit for now; the offline map is shown.", "info")]


def test_the_dialogue_takes_no_map_that_cannot_work(look: Look, qtbot: Any) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = MapSources(parent, look, Chosen(), [], lambda: None)
    dialog.choose("tianditu")
    with qtbot.assertNotEmitted(dialog.accepted, wait=10):
        dialog.accept()
    dialog.key.setText(KEY)
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept()
    dialog.choose("own")
    dialog.address.setText("https://tiles.example/")
    with qtbot.assertNotEmitted(dialog.accepted, wait=10):
        dialog.accept()
    dialog.address.setText("https://tiles.example/{z}/{x}/{y}.png")
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept()
    assert dialog.chosen == Chosen("own", "https://tiles.example/{z}/{x}/{y}.png", "", KEY)
