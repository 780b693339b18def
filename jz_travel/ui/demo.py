"""The main job without a screen: the real window opens the sample trip offscreen, and what it shows is written down.

The picture is drawn by the window itself, so the same code serves a screen, a test and a README.
"""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from jz_travel.domain.texts import Language
from jz_travel.export import text
from jz_travel.store.files import failures, write_bytes
from jz_travel.store.settings import Settings, Theme
from jz_travel.store.trips import format_trip
from jz_travel.ui.app import Window, assemble
from jz_travel.ui.application import make_application
from jz_travel.ui.folders import Folders

MAP_WAIT_MS = 30_000
CALM_MS = 700  # for the last tiles to fade in


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a demo."""

    picture: Path
    itinerary: Path
    trip: Path


def run_demo(
    out: Path, language: Language = "zh-Hans", theme: Theme = "light", size: tuple[int, int] = (1280, 800)
) -> Written:
    """Open the sample trip in the real window; write a picture, the itinerary as text and the trip file to ``out``.

    Raises :class:`~jz_travel.domain.failures.Failure` when ``out`` cannot be written, ``TimeoutError`` when the map
    does not come up.
    """
    if "DISPLAY" not in os.environ and "WAYLAND_DISPLAY" not in os.environ:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with failures(out):
        out.mkdir(parents=True, exist_ok=True)
    application = make_application(["jz-travel"])
    with tempfile.TemporaryDirectory(prefix="jz-travel-demo-") as profile:
        window = assemble(application, Folders.below(Path(profile)), Settings(language=language, theme=theme))
        window.main.resize(*size)
        window.open_trip.open_sample()
        window.main.show()
        wait_for_map(window)
        written = _write(window, out)
        window.close()
        application.processEvents()  # Chromium lets go of the profile before its folder is removed
    return written


def _write(window: Window, out: Path) -> Written:
    files = Written(out / "window.png", out / "itinerary.txt", out / "trip.jztrip")
    picture_of(window).save(str(files.picture))
    schedule = window.session.schedule
    write_bytes(files.itinerary, text.write(schedule, window.session.catalogue, window.look.words))
    write_bytes(files.trip, format_trip(window.open_trip.autosave.document))
    return files


def wait_for_map(window: Window) -> None:
    """Until the map shows what it was told."""
    clock = QElapsedTimer()
    clock.start()
    view = window.main.map.view
    while not view.is_settled:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        if clock.elapsed() > MAP_WAIT_MS:
            raise TimeoutError("the map did not come up")
    pause(CALM_MS)


def pause(milliseconds: int) -> None:
    """Lets Qt work for so many milliseconds, as nothing but time tells that a page has been painted."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def picture_of(window: Window) -> QPixmap:
    """The window as a visitor sees it."""
    return window.main.grab()
