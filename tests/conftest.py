"""Before any test: no screen, the product's own application; and silence, because a warning is a failure."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is asked for anything

import pytest
from PySide6.QtWidgets import QApplication

from jz_travel.almanac.daylight import daylight
from jz_travel.domain.places import Catalogue
from jz_travel.resources import assets
from jz_travel.roads import leg_table
from jz_travel.store.places import read_catalogue
from jz_travel.ui.app import Window
from jz_travel.ui.application import make_application
from jz_travel.ui.edits import Edits
from jz_travel.ui.folders import Folders
from jz_travel.ui.map.view import MapView
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.web.guard import GuardedPage
from tests.ui.hands import Opener, Table, first_trip
from tests.ui.kiosk_hands import Screens


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "map: the map of the window is drawn in this test")


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _silence(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning of ours in the log fails the test; one that asks for ``caplog`` looks after the log itself."""
    heard = _Heard()
    logger = logging.getLogger("jz_travel")
    logger.addHandler(heard)
    yield
    logger.removeHandler(heard)
    if "caplog" not in request.fixturenames:
        assert heard.messages == []


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The product's application, its address scheme registered, instead of pytest-qt's."""
    return make_application(["jz-travel"])


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Every shipped place, read once: it cannot change."""
    found, broken = read_catalogue(assets())
    assert broken == ()
    return found


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp, "zh-Hans", "light")


@pytest.fixture
def table(catalogue: Catalogue, look: Look) -> Table:
    """A small trip on the table, without a window."""
    session = Session(catalogue, leg_table(catalogue), daylight, first_trip())
    return Table(session, Edits(session, look), look)


def _blank(monkeypatch: pytest.MonkeyPatch) -> None:
    """No map: nothing is loaded, and nobody wonders that it does not answer."""
    monkeypatch.setattr(GuardedPage, "load", lambda *_: None)
    monkeypatch.setattr(MapView, "keep_pulse", lambda *_: None)


@pytest.fixture
def open_window(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    catalogue: Catalogue,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Opener]:
    """Opens the assembled window on the empty profile of this test, as often as it likes.

    The map stays blank unless the test is marked ``map``: a page takes longer than all the rest of a test.
    """
    if request.node.get_closest_marker("map") is None:
        _blank(monkeypatch)
    monkeypatch.setattr("jz_travel.ui.app.read_catalogue", lambda _: (catalogue, ()))  # it takes a while to read
    opener = Opener(qapp, Folders.below(tmp_path / "profile"))
    yield opener
    opener.close_all()


@pytest.fixture
def window(open_window: Opener) -> Window:
    """The window with a small trip of two days on the table."""
    open_window.keep(first_trip())
    return open_window()


@pytest.fixture
def screens(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    catalogue: Catalogue,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Screens]:
    """Puts up kiosks; their map stays blank unless the test is marked ``map``."""
    if request.node.get_closest_marker("map") is None:
        _blank(monkeypatch)
    monkeypatch.setattr("jz_travel.ui.kiosk.city.read_catalogue", lambda _: (catalogue, ()))
    put_up = Screens(qapp, tmp_path)
    yield put_up
    put_up.close_all()
