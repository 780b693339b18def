"""Somebody at the kiosk: touches the glass where a thing with a name is, and reads what is written."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from jz_travel.domain.clock import CHINA, DAY
from jz_travel.domain.policy import Policy
from jz_travel.domain.texts import Text
from jz_travel.ui.kiosk.app import Kiosk, assemble_kiosk, show
from jz_travel.ui.kiosk.face import Face

UPRIGHT, WIDE = (1080, 1920), (1920, 1080)
THE_MOMENT = datetime(2026, 9, 30, 10, 20, tzinfo=CHINA)
POLICY = Policy("test", Text("测试", "Test"), opens=timedelta(0), closes=DAY)
WAIT_MS, MOST_MS = 5, 30_000
READING = 0.5
"""Seconds."""
PIN = """(() => {
  const said = %s, pins = [...document.querySelectorAll("[aria-label]")];
  const head = pins.find((pin) => pin.getAttribute("aria-label").startsWith(said))?.querySelector(".jz-head");
  const box = head?.getBoundingClientRect();
  return box ? JSON.stringify([box.x + box.width / 2, box.y + box.height / 2]) : "";
})()"""


def wait_until(done: Callable[[], bool], what: str, most_ms: int = MOST_MS) -> None:
    clock = QElapsedTimer()
    clock.start()
    while not done():
        QTest.qWait(WAIT_MS)  # asleep between: what is waited for needs the processor itself
        assert clock.elapsed() < most_ms, what


class Screens:
    """Kiosks on the empty state of one test."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application, self.folder = application, folder
        self._open: list[Kiosk] = []
        self.moment = THE_MOMENT
        self.touching = QTest.createTouchDevice()

    def __call__(self, size: tuple[int, int] = UPRIGHT, **policy: object) -> "Visitor":
        wanted = replace(POLICY, **policy)  # type: ignore[arg-type]
        face = Face(wanted, self.folder / "state", self.folder / "scratch", size)
        kiosk = assemble_kiosk(self._application, face, lambda: self.moment)
        self._open.append(kiosk)
        show(kiosk.window, size)
        QTest.qWaitForWindowExposed(kiosk.window)
        QApplication.processEvents()
        return Visitor(kiosk, self.touching)

    def close_all(self) -> None:
        for kiosk in self._open:
            kiosk.close()
        QApplication.processEvents()


class Visitor:
    """Knows only what can be seen and touched."""

    def __init__(self, kiosk: Kiosk, touching: QPointingDevice) -> None:
        self.kiosk, self._touching = kiosk, touching
        self._has_read_for = 0.0
        kiosk.window.watch._clock = lambda: time.monotonic() + self._has_read_for

    @property
    def window(self) -> QWidget:
        return self.kiosk.window

    def targets(self) -> list[QAbstractButton]:
        """What can be touched now, none of it outside of the screen."""
        found = self.window.findChildren(QAbstractButton)
        return [each for each in found if each.isVisible() and each.isEnabled() and not each.visibleRegion().isEmpty()]

    def names(self) -> list[str]:
        return [each.accessibleName() for each in self.targets()]

    def sees(self, text: str) -> bool:
        QApplication.processEvents()
        labels = (each.text() for each in self.window.findChildren(QLabel) if each.isVisible())
        return any(text in each for each in (*labels, *self._on_buttons()))

    def _on_buttons(self) -> Iterator[str]:
        """Also on what is only to be read."""
        for each in self.window.findChildren(QAbstractButton):
            if each.isVisible():
                yield each.accessibleName()
                yield each.accessibleDescription()

    def touch(self, *names: str) -> None:
        """One after the other."""
        for name in names:
            self._touch(name)

    def _touch(self, name: str) -> None:
        QApplication.processEvents()
        target = next((each for each in self.targets() if each.accessibleName() == name), None)
        assert target is not None, f"{name!r} is not among {self.names()}"
        self._has_read_for += READING  # nobody finds a name faster; what comes sooner is the echo of a touch
        self.touch_at(target.mapTo(self.window, target.rect().center()))

    def touch_at(self, at: QPoint) -> None:
        """A finger down and up, as the system tells the window of it."""
        QTest.touchEvent(self.window.windowHandle(), self._touching).press(0, at, self.window.windowHandle()).commit()
        QTest.touchEvent(self.window.windowHandle(), self._touching).release(0, at, self.window.windowHandle()).commit()
        QApplication.processEvents()

    def touch_pin(self, name: str) -> None:
        """A place on the map, by the name that a screen reader says."""
        view = self.kiosk.window.stage.map.view
        wait_until(lambda: view.is_settled, "the map did not come up")
        found: list[str] = []
        view.page.runJavaScript(PIN % json.dumps(name), 0, found.append)
        wait_until(lambda: bool(found), "the map does not answer")
        assert found[0], f"{name!r} is not on the map"
        x, y = json.loads(found[0])
        self.touch_at(view.mapTo(self.window, QPoint(round(x), round(y))))

    def wait_for_plan(self) -> None:
        wait_until(lambda: not self.kiosk.window.sitting.is_planning, "the planner did not end")
        QApplication.processEvents()
