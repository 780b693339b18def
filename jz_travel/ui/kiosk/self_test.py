"""Everything that a visitor will need, tried once without a screen: data, plan, map, paper, disk. One line says how."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from jz_travel import __version__
from jz_travel.domain.failures import Failure
from jz_travel.export import FORMAT_BY_ID
from jz_travel.kiosk.health import free_megabytes
from jz_travel.planner import plan, verify
from jz_travel.store.files import write_bytes
from jz_travel.ui.application import make_application
from jz_travel.ui.kiosk.app import Kiosk, assemble_kiosk, show
from jz_travel.ui.kiosk.face import Face
from jz_travel.words import Words

MAP_WAIT_MS = 30_000
LEAST_FREE = 100
"""Megabytes."""
SIZE = (1080, 1920)
KINDS = ("page", "qr", "receipt")


class UnwellError(Exception):
    """What is wrong, in a few words for whoever looks after the screen."""


def examine(face: Face) -> tuple[bool, str]:
    """Whether all is well, and a line about it."""
    began = time.monotonic()
    said = []
    try:
        for what in _findings(face):
            said.append(what)
    except (UnwellError, Failure) as error:
        return False, f"failed: jz_travel {__version__} · {' · '.join(said)} · {error}"
    return True, f"ok: jz_travel {__version__} · {' · '.join(said)} · {time.monotonic() - began:.1f} s"


def _findings(face: Face) -> Iterator[str]:
    application = make_application(["jz-travel"])
    free = free_megabytes(face.state)
    if free < LEAST_FREE:
        raise UnwellError(f"only {free} MB of disk")
    face.state.mkdir(parents=True, exist_ok=True)
    probe = face.state / "probe"
    write_bytes(probe, b"ok")
    probe.unlink()
    yield f"{free} MB free"
    kiosk = assemble_kiosk(application, face)
    try:
        yield from _of_city(kiosk)
        yield _map(kiosk)
        yield _trip(kiosk)
    finally:
        kiosk.close()


def _of_city(kiosk: Kiosk) -> Iterator[str]:
    city = kiosk.city
    if city.wrong:
        raise UnwellError(f"{len(city.wrong)} mistakes in the data, first {city.wrong[0]}")
    yield f"{len(city.catalogue)} places as of {city.edition.said}"


def _map(kiosk: Kiosk) -> str:
    clock = QElapsedTimer()
    clock.start()
    show(kiosk.window, SIZE)
    wait(lambda: kiosk.window.stage.map.view.is_settled, MAP_WAIT_MS, "the map does not come up")
    if refused := kiosk.window.stage.map.view.profile.guard.refused:
        raise UnwellError(f"the map asked for {len(refused)} addresses outside")
    return f"map {clock.elapsed() / 1000:.1f} s"


def _trip(kiosk: Kiosk) -> str:
    city, began = kiosk.city, time.monotonic()
    asked = kiosk.window.sitting.asked
    found = plan(asked, city.world, reasons=False)
    seconds = time.monotonic() - began
    if not found.places or not found.works:
        raise UnwellError("no plan for the usual visit")
    if wrong := verify(found, asked, city.catalogue, city.travel, city.world.daylight):
        raise UnwellError(f"the usual plan breaks {len(wrong)} rules")
    for kind in KINDS:
        if not FORMAT_BY_ID[kind].write(found.schedule, city.catalogue, Words(city.language)):
            raise UnwellError(f"nothing to print as {kind}")
    return f"plan {seconds:.1f} s"


def wait(done: Callable[[], bool], milliseconds: int, what: str) -> None:
    """Lets Qt work until ``done``; raises :class:`UnwellError` with ``what`` after so many milliseconds."""
    clock = QElapsedTimer()
    clock.start()
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        if clock.elapsed() > milliseconds:
            raise UnwellError(what)
