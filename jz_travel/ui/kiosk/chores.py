"""What the screen does by itself beside its visitors: tell the bureau that it is there, look for newer data."""

import os
import platform

from PySide6.QtCore import QTimer

from jz_travel import __version__, resources
from jz_travel.desk.address import VARIABLE
from jz_travel.desk.copy import FILE
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


def bureau_url() -> str:
    """The store that the bureau shares with its screens; empty: none."""
    return os.environ.get(VARIABLE, "").strip()


class Chores:
    """Runs beside visitors in threads of its own; a failure is noted for staff and never shown to a visitor."""

    def __init__(self, face: Face, city: City, troubles: Troubles) -> None:
        self._face, self._city, self._troubles = face, city, troubles
        self._tasks = Tasks()
        self._restart_is_due = False

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
        self.meet_bureau(window)
        if self._city.policy.packs and window.life.stage is Stage.ALONE:
            self._take(window, self._city.policy.packs)

    def meet_bureau(self, window: KioskWindow) -> None:
        """Only where a store is shared; whether it answers is no visitor's business."""
        url = bureau_url()
        if not url:
            return
        city = self._city
        screen = city.policy.screen or platform.node()
        versions = (__version__, f"{city.edition.version} ({city.edition.said})")
        counts, below, today = tuple(city.counts), city.policy.suppress_below, city.today
        copy = self._face.state / FILE

        def work() -> bool:
            from jz_travel.kiosk.fleet import hear_bureau, tell_bureau

            tell_bureau(url, screen, versions, counts, below, today)
            return hear_bureau(url, copy)

        def heard(anything_new: object) -> None:
            self._restart_is_due |= bool(anything_new)
            if self._restart_is_due and window.life.stage is Stage.ALONE:
                window.leave(RESTART)

        self._tasks.run(work, heard, self._note)

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
