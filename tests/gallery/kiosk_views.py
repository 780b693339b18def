"""The pages of the kiosk, upright and wide."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from jz_travel.domain.places import PlaceId
from jz_travel.domain.places import Theme as Interest
from jz_travel.domain.texts import Language
from jz_travel.store.settings import Theme
from jz_travel.ui.demo import pause
from jz_travel.ui.kiosk.app import Kiosk, assemble_kiosk, show
from jz_travel.ui.kiosk.face import Face
from jz_travel.ui.kiosk.where import (
    Adjust,
    Ask,
    Attract,
    Cleaning,
    Closed,
    Easier,
    Home,
    OnMap,
    Part,
    Pin,
    Plan,
    Question,
    Result,
    Search,
    See,
    Sight,
    Staff,
    Statistics,
    TakeAlong,
    Today,
    Where,
    WhyNot,
)
from tests.gallery.scene import CALM_MS, FRAMES, PATIENCE_MS
from tests.ui.kiosk_hands import POLICY, THE_MOMENT

SIZES = ((1080, 1920), (1920, 1080))
PAGES: dict[str, Where] = {
    "attract": Attract(), "home": Home(), "see": See(), "sight": Sight(PlaceId("yuntaishan")), "search": Search(),
    "plan": Plan(), "ask_days": Ask(Question.DAYS), "ask_interests": Ask(Question.INTERESTS), "result": Result(),
    "why_not": WhyNot(), "map": OnMap(), "today": Today(), "statistics": Statistics(), "take_along": TakeAlong(),
    "easier": Easier(), "see_theme": See(Interest.NATURE), "map_place": OnMap(PlaceId("yuntaishan")),
    "adjust": Adjust(), "why_not_place": WhyNot(PlaceId("chenjiagou")), "statistics_years": Statistics(Part.YEARS),
    "statistics_basis": Statistics(Part.SAME_BASIS), "statistics_city": Statistics(Part.CITY), "pin": Pin(),
    "staff": Staff(), "cleaning": Cleaning(), "closed": Closed(),
}  # fmt: skip
NEED_A_PLAN = ("result", "why_not", "why_not_place", "take_along", "adjust")
SLOWEST = timedelta(hours=1)
"""A picture of every page takes longer than a visitor is waited for."""


class KioskScene:
    """One kiosk; a theme of the desktop is what makes a kiosk's screen easier."""

    def __init__(self, application: QApplication, size: tuple[int, int], state: Path) -> None:
        face = Face(replace(POLICY, idle=SLOWEST), state, state / "scratch", size)
        self.kiosk: Kiosk = assemble_kiosk(application, face, lambda: THE_MOMENT)
        show(self.kiosk.window, size)
        self._wait(lambda: self.kiosk.window.stage.map.view.is_ready)

    def look_like(self, language: Language, theme: Theme) -> None:
        self.kiosk.window._speak(language)
        self.kiosk.window.sitting.make_easier(elder=theme == "clear", contrast=theme == "contrast")

    def show_page(self, name: str) -> None:
        sitting = self.kiosk.window.sitting
        if name in NEED_A_PLAN and not sitting.session.schedule.visits:
            sitting.start_planning()
            self._wait(lambda: not sitting.is_planning)
        sitting.go(PAGES[name])

    def picture(self) -> QPixmap:
        for _ in range(FRAMES):
            pause(CALM_MS)
        return self.kiosk.window.grab()

    def _wait(self, done: object) -> None:
        assert callable(done)
        clock = QElapsedTimer()
        clock.start()
        while not done():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 30)
            if clock.elapsed() > PATIENCE_MS:
                raise TimeoutError("the kiosk did not come so far")
