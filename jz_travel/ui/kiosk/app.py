"""The one place of assembly of the kiosk's face; the supervisor in :mod:`jz_travel.kiosk` starts and watches it."""

import gc
import logging
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from jz_travel.desk.copy import FILE, read_copy
from jz_travel.domain.bureau import Kept
from jz_travel.domain.clock import in_china
from jz_travel.domain.failures import Failure
from jz_travel.kiosk.exits import GAVE_UP, LEFT, RESTART
from jz_travel.kiosk.health import Troubles, WithoutWords, free_megabytes, place_of
from jz_travel.kiosk.pin import PinGuard
from jz_travel.resources import assets
from jz_travel.ui.application import make_application
from jz_travel.ui.kiosk.chores import Chores, bureau_url
from jz_travel.ui.kiosk.city import City, Now, read_city
from jz_travel.ui.kiosk.comfort import TEXT
from jz_travel.ui.kiosk.face import Face
from jz_travel.ui.kiosk.pages.staff import Deed, report
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.window import KioskWindow
from jz_travel.ui.style.look import Look

log = logging.getLogger(__name__)
BEAT_MS = 500
WARM_MS = 3_000
"""After this the planner is read, so that the first visitor does not wait for it."""
UNTIL_READY = 30.0
"""Seconds in which the map may be loading without anybody worrying."""


@dataclass
class Kiosk:
    """The assembled face, as tests and benchmarks drive it."""

    window: KioskWindow
    city: City
    look: Look
    troubles: Troubles
    chores: Chores
    codes: list[int] = field(default_factory=list)

    def close(self) -> None:
        """The window gone, page before profile."""
        logging.getLogger("jz_travel").removeHandler(self.troubles)
        self.chores.wait()
        self.window.shut()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)


def assemble_kiosk(application: QApplication, face: Face, now: Now | None = None) -> Kiosk:
    """The window and everything behind it, not yet shown."""
    city = read_city(face.policy, assets(), face.state / "counts.json", now or _usual_now, told_by_bureau(face))
    look = Look(application, city.language, "light", TEXT)
    troubles = Troubles()
    logging.getLogger("jz_travel").addHandler(troubles)
    guard = PinGuard(face.policy.pin, face.state / "pin.json", time.time)
    since = look.words.time(city.now())
    codes: list[int] = []

    def told(sitting: Sitting) -> list[tuple[str, str]]:
        return report(sitting, list(troubles), free_megabytes(face.state), since)

    chores = Chores(face, city, troubles)

    def deeds() -> list[Deed]:
        say = look.words.say
        return [
            Deed(say("Take data from the stick"), "upload", lambda: chores.take_pack(window)),
            Deed(say("Clean the screen"), "sparkles", lambda: window.start_cleaning()),
            Deed(say("Start again"), "reset", lambda: window.leave(RESTART)),
            Deed(say("Leave the kiosk"), "lock", lambda: window.leave(LEFT)),
            Deed(say("Back to visitors"), "house", lambda: window.start_over("staff")),
        ]

    window = KioskWindow(city, look, face.scratch, guard, told, deeds)
    window.left.connect(codes.append)
    return Kiosk(window, city, look, troubles, chores, codes)


def told_by_bureau(face: Face) -> Kept:
    """As of the last time its store answered; where none is shared, nothing."""
    try:
        return read_copy(face.state / FILE) if bureau_url() else Kept()
    except Failure as failure:
        log.warning("the bureau's copy cannot be read: %s", failure.cause)
        return Kept()


def _usual_now() -> datetime:
    return in_china(datetime.now().astimezone())


def run_face(face: Face) -> int:
    """Stay until staff leave, or until only a new start can help."""
    _log_without_words()
    application = make_application(["jz-travel"])
    gc.collect()
    gc.freeze()  # what is loaded stays: wiping up after a visitor does not look through it
    kiosk = assemble_kiosk(application, face)
    sys.excepthook = calm(kiosk)
    kiosk.window.left.connect(application.exit)
    kiosk.window.gave_up.connect(lambda: application.exit(GAVE_UP))
    kiosk.chores.start(kiosk.window)
    if face.heart is not None:
        heart = Heart(kiosk.window, face.heart)
        heart.start()
    show(kiosk.window, face.windowed)
    QTimer.singleShot(WARM_MS, kiosk.window, kiosk.chores.warm_up)
    code = application.exec()
    kiosk.window.save_counts()
    if code == GAVE_UP:
        os._exit(code)  # what does not answer any more is not waited for; the supervisor sweeps up
    kiosk.close()
    return code


def show(window: KioskWindow, windowed: tuple[int, int] | None) -> None:
    """Over the whole screen without frame and pointer; ``windowed`` is (width, height) in pixels for trials on
    a desk."""
    if windowed is not None:
        window.resize(*windowed)
        window.show()
        return
    window.setWindowFlags(window.windowFlags() | Qt.WindowType.FramelessWindowHint)
    window.setCursor(Qt.CursorShape.BlankCursor)
    window.setGeometry(window.screen().geometry())  # also where no window manager would do it
    window.showFullScreen()
    window.screen().geometryChanged.connect(window.setGeometry)


def _log_without_words() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(WithoutWords())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


def calm(kiosk: Kiosk) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """A bug never shows: it is noted without its words, and the visitor finds the attract page."""

    def hook(_kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("a bug: %s", place_of(error, trace))
        kiosk.troubles.add(place_of(error, trace))
        kiosk.window.fault()

    return hook


class Heart(QObject):
    """Beats only while this thread runs and the map's page answers."""

    def __init__(self, window: KioskWindow, file: int) -> None:
        super().__init__(window)
        self._window, self._file = window, file
        self._well_at = time.monotonic()
        self._told_ready = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._timer.start(BEAT_MS)
        self._window.stage.map.view.ready.connect(self._beat)  # the first page is told of at once

    def _beat(self) -> None:
        now = time.monotonic()
        if self._window.stage.map.view.is_ready:
            self._well_at = now
            if not self._told_ready:
                self._told_ready = True
                self._say(b"R")
        if now - self._well_at < UNTIL_READY:
            self._say(b".")

    def _say(self, what: bytes) -> None:
        try:
            os.write(self._file, what)
        except OSError:  # nobody listens any more: without a supervisor there is no kiosk
            QCoreApplication.exit(GAVE_UP)
