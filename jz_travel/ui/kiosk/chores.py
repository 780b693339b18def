"""What the screen does by itself beside its visitors: tell the bureau that it is there, look for newer data."""

import os
import platform

from PySide6.QtCore import QTimer

from jz_travel import __version__, resources
from jz_travel.domain.failures import Failure
from jz_travel.kiosk.exits import RESTART
from jz_travel.kiosk.health import Troubles
from jz_travel.kiosk.packs.contents import PackInfo
from jz_travel.kiosk.packs.taking import PackStore, find_stick
from jz_travel.ui.kiosk.city import City
from jz_travel.ui.kiosk.face import Face
from jz_travel.ui.kiosk.life import Stage
from jz_travel.ui.kiosk.window import KioskWindow
from jz_travel.ui.tasks import Tasks

HOUR_MS = 3_600_000


class Chores:
    def __init__(self, face: Face, city: City, troubles: Troubles) -> None:
        self._face, self._city, self._troubles = face, city, troubles
        self._tasks = Tasks()

    def start(self, window: KioskWindow) -> None:
        """Every hour from now on."""
        timer = QTimer(window)
        timer.timeout.connect(lambda: self.every_hour(window))
        timer.start(HOUR_MS)
        self.every_hour(window)

    def warm_up(self) -> None:
        """Read what the first visitor would wait for, and what the attract page does without."""
        self._tasks.run(lambda: self._city.world, None, self._note)

    def every_hour(self, window: KioskWindow) -> None:
        self.tell_bureau()
        if self._city.policy.packs and window.life.stage is Stage.ALONE:
            self._take(window, self._city.policy.packs)

    def tell_bureau(self) -> None:
        """Only where a store is shared; whether it answers is no visitor's business."""
        from jz_travel.desk.places import VARIABLE

        url = os.environ.get(VARIABLE, "").strip()
        if not url:
            return
        city = self._city
        screen = city.policy.screen or platform.node()
        versions = (__version__, f"{city.edition.version} ({city.edition.said})")
        counts, below, today = tuple(city.counts), city.policy.suppress_below, city.today

        def work() -> None:
            from jz_travel.kiosk.fleet import tell_bureau

            tell_bureau(url, screen, versions, counts, below, today)

        self._tasks.run(work, None, self._note)

    def take_pack(self, window: KioskWindow) -> str:
        """Of a stick; what is happening now, for whoever holds it."""
        say = window.sitting.look.words.say
        stick = find_stick()
        if stick is None:
            return say("There is no stick with a data pack.")
        self._take(window, str(stick))
        return say("Looking at the data pack …")

    def _take(self, window: KioskWindow, source: str) -> None:
        store = PackStore(self._face.state / "packs")
        assets, maps = resources.shipped("assets"), resources.shipped("maps")

        def done(taken: object) -> None:
            if isinstance(taken, PackInfo):
                window.leave(RESTART)
            else:
                window.tell_staff(window.sitting.look.words.say("There is nothing newer."))

        def failed(error: Exception) -> None:
            self._note(error)
            if isinstance(error, Failure):
                window.tell_staff(window.sitting.look.words.failure(error))

        self._tasks.run(lambda: store.take(source, assets, maps), done, failed)

    def _note(self, error: Exception) -> None:
        self._troubles.add(str(error.cause) if isinstance(error, Failure) else type(error).__name__)

    def wait(self) -> None:
        self._tasks.wait()
