"""From an edit to everything drawn again at 7 days x 6 stops: columns painted, and the message to the map sent.

Beside it: the schedule alone, which is the least that any edit must wait for.
"""

import os
import tempfile
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from jz_travel.almanac.daylight import daylight
from jz_travel.domain.timetable import schedule
from jz_travel.domain.trip import Trip, TripId, new_trip
from jz_travel.resources import assets
from jz_travel.store.places import read_catalogue
from jz_travel.store.settings import Settings
from jz_travel.store.trips import TripDocument
from jz_travel.ui.app import Window, assemble
from jz_travel.ui.application import make_application
from jz_travel.ui.demo import pause
from jz_travel.ui.folders import Folders

WEEK, STOPS, EDITS, AIM = 7, 6, 100, 16
CALM_MS = 60


def a_full_week() -> Trip:
    """A week of sights that have a position, six a day."""
    catalogue, _ = read_catalogue(assets())
    sights = [place.id for place in catalogue if place.is_sight and place.position][: WEEK * STOPS]
    trip = new_trip(TripId("week"), "七天", date(2026, 10, 12), WEEK)
    for number, place in enumerate(sights):
        trip = trip.with_stop(place, trip.days[number // STOPS].id)
    return trip


def open_window(trip: Trip) -> Window:
    application = QApplication.instance() or make_application(["jz-travel"])
    assert isinstance(application, QApplication)
    profile = tempfile.mkdtemp(prefix="jz-benchmark-")
    settings = Settings(language="zh-Hans", theme="light")
    window = assemble(application, Folders.below(Path(profile)), settings, document=TripDocument(trip))
    window.main.resize(1920, 1080)
    window.main.show()
    settle(window)
    return window


def settle(window: Window) -> None:
    """Until the map has done what it was told."""
    clock = QElapsedTimer()
    clock.start()
    while not window.main.map.view.is_settled and clock.elapsed() < 30_000:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def measured(window: Window) -> tuple[list[float], list[float]]:
    """Milliseconds from the edit until its signals are through and every paint it asked for is done.

    By the wall's clock, and the work of the window's own thread alone: what remains on a machine that is at rest.
    """
    took, worked = [], []
    stops = [stop.id for stop in window.session.trip.stops()]
    for number in range(EDITS):
        settle(window)
        pause(CALM_MS)  # the map has drawn the edit before; nobody makes thirty a second
        stop = stops[number * 7 % len(stops)]
        stay = timedelta(minutes=45 + 5 * (number % 12))
        starts, began = perf_counter(), thread_time()
        window.edits.stay(stop, stay)
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        took.append((perf_counter() - starts) * 1000)
        worked.append((thread_time() - began) * 1000)
    return took, worked


def main() -> None:
    window = open_window(a_full_week())
    session = window.session
    measured(window)  # warm
    took, worked = measured(window)
    least = []
    for _ in range(EDITS):
        starts = perf_counter()
        schedule(session.trip, session.catalogue, session.travel, daylight)
        least.append((perf_counter() - starts) * 1000)
    floor, half, most = percentile(least, 0.5), percentile(took, 0.5), percentile(took, 0.95)
    print(
        f"edit, {WEEK} days x {STOPS} stops, everything drawn: p50 {half:.1f} ms, p95 {most:.1f} ms (aim {AIM}), "
        f"{half / floor:.0f} x the schedule alone ({floor:.2f} ms): {'ok' if most <= AIM else 'TOO SLOW'}; "
        f"work of the window's thread p50 {percentile(worked, 0.5):.1f} ms, p95 {percentile(worked, 0.95):.1f} ms"
    )
    window.close()


if __name__ == "__main__":
    main()
