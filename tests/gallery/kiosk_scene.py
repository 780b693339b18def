"""A stage for pictures of the kiosk: one screen, brought into one state after the other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from jz_travel.domain.plan import Plan
from jz_travel.domain.texts import Language
from jz_travel.domain.trip import Trip
from jz_travel.kiosk.pin import hashed
from jz_travel.store.settings import Theme
from jz_travel.ui.demo import pause
from jz_travel.ui.kiosk.app import Kiosk, assemble_kiosk, show
from jz_travel.ui.kiosk.face import Face
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.where import Where
from tests.gallery.scene import CALM_MS, FRAMES, PATIENCE_MS
from tests.ui.kiosk_hands import POLICY, THE_MOMENT

SLOWEST = timedelta(hours=1)
"""A picture of every page takes longer than a visitor is waited for."""


class KioskScene:
    """One kiosk; a theme of the desktop is what makes a kiosk's screen easier."""

    def __init__(self, application: QApplication, size: tuple[int, int], state: Path) -> None:
        face = Face(replace(POLICY, idle=SLOWEST, pin=hashed("4711")), state, state / "scratch", size)
        self.kiosk: Kiosk = assemble_kiosk(application, face, lambda: THE_MOMENT)
        show(self.kiosk.window, size)
        self._city = self.sitting.city
        self._wait(lambda: self.kiosk.window.stage.map.view.is_ready)
        self._planned: dict[Language, tuple[Trip, Plan | None]] = {}

    @property
    def sitting(self) -> Sitting:
        return self.kiosk.window.sitting

    def look_like(self, language: Language, theme: Theme) -> None:
        self.kiosk.window._speak(language)
        self.sitting.make_easier(elder=theme == "clear", contrast=theme == "contrast")

    def a_planned_visit(self) -> tuple[Trip, Plan | None]:
        """Planned once for each language, for that names the trip."""
        sitting = self.sitting
        if self.language not in self._planned:
            sitting.session.edit(sitting.look.words.say("Plan my visit"), sitting._empty())
            sitting.asked = sitting._usual()
            sitting.start_planning()
            self._wait(lambda: not sitting.is_planning)
            self._planned[self.language] = sitting.session.trip, sitting.plan
        return self._planned[self.language]

    @property
    def language(self) -> Language:
        return self.sitting.look.words.language

    def begin(self, where: Where, *, has_trip: bool, policy: dict[str, object], **city: object) -> None:
        """As somebody finds the page: the usual answers, with a trip or without one, nothing said, nothing typed."""
        sitting = self.sitting
        changed = {"policy": replace(self._city.policy, **policy), **city}  # type: ignore[arg-type]
        sitting.city = self._city  # as the plan was made, whatever was shown before
        trip, plan = self.a_planned_visit() if has_trip else (sitting._empty(), None)
        sitting.city = replace(self._city, **changed)  # type: ignore[arg-type]
        if sitting.session.trip != trip:
            sitting.session.edit(sitting.look.words.say("Plan my visit"), trip)
        sitting.plan, sitting.typed, sitting.said, sitting.is_planning = plan, "", "", False
        sitting.parts.clear()
        sitting.asked = sitting._usual()
        sitting.go(where)

    def picture(self) -> QPixmap:
        for _ in range(FRAMES):
            pause(CALM_MS)
        return self.kiosk.window.grab()

    def _wait(self, done: Callable[[], bool]) -> None:
        clock = QElapsedTimer()
        clock.start()
        while not done():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 30)
            if clock.elapsed() > PATIENCE_MS:
                raise TimeoutError("the kiosk did not come so far")
