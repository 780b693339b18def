"""The whole screen: one visitor after the other, each with everything new; what goes wrong ends at the attract page."""

import gc
import logging
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from jz_travel.domain.failures import Failure
from jz_travel.domain.texts import Language
from jz_travel.kiosk.exits import RESTART
from jz_travel.kiosk.pin import PinGuard
from jz_travel.ui.kiosk.city import City
from jz_travel.ui.kiosk.comfort import TEXT
from jz_travel.ui.kiosk.dock import Dock
from jz_travel.ui.kiosk.life import Life
from jz_travel.ui.kiosk.life import Stage as LifeStage
from jz_travel.ui.kiosk.page import Page
from jz_travel.ui.kiosk.pages.attract import AttractPage
from jz_travel.ui.kiosk.pages.care import CleaningPage, StillTherePage
from jz_travel.ui.kiosk.pages.staff import Deed, StaffPage
from jz_travel.ui.kiosk.routes import make_page
from jz_travel.ui.kiosk.sheet import kiosk_sheet
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.stage import Stage
from jz_travel.ui.kiosk.touch_map import TouchMap
from jz_travel.ui.kiosk.watch import Watch
from jz_travel.ui.kiosk.where import Attract, Cleaning, Closed, Pin, Staff, Where
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.sheet import style_sheet

log = logging.getLogger(__name__)
MOST_FAULTS, FAULTS_WITHIN = 4, 60.0
SAVE_COUNTS_MS = 600_000
HOURS_MS = 20_000
MOST_VISITORS = 500
"""After so many the program starts anew, once nobody is there: each new web profile costs Chromium some kilobytes."""
HELD_MS, MOST_WAITS = 200, 10
"""How long a page waits for a finger that is on it, and how often."""
Report = Callable[[Sitting], list[tuple[str, str]]]


class KioskWindow(QWidget):
    """``ended`` after each visitor, with why; ``gave_up`` when starting over does not help; ``left`` by staff."""

    ended = Signal(str)
    began = Signal()
    gave_up = Signal()
    left = Signal(int)

    def __init__(
        self, city: City, look: Look, scratch: Path, guard: PinGuard, report: Report, deeds: Callable[[], list[Deed]]
    ) -> None:
        super().__init__()
        self.setObjectName("kiosk")
        self.setAcceptDrops(False)
        self.setWindowTitle("jz_travel")
        self.city, self._look, self._scratch = city, look, scratch
        self._guard, self._report, self._deeds = guard, report, deeds
        self._leaving: list[Sitting] = []
        self._faults: list[float] = []
        self.visitors = 0
        self.watch = Watch()
        self.life = Life(city.policy.idle, city.policy.warning)
        self.life.asking.connect(self._ask)
        self.life.resumed.connect(self._resume)
        self.life.over.connect(lambda: self.start_over("idle"))
        self.watch.touched.connect(self.life.touched)
        self.watch.knocked.connect(self._knocked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._upright = self.upright
        self._later, self._waits = QTimer(self), 0
        self._later.setSingleShot(True)
        self._later.setInterval(HELD_MS)
        self._later.timeout.connect(self._moved)
        self._begin()
        self._repeat(SAVE_COUNTS_MS, self.save_counts)
        self._repeat(HOURS_MS, self.keep_hours)

    def _repeat(self, milliseconds: int, act: Callable[[], None]) -> None:
        timer = QTimer(self)
        timer.timeout.connect(act)
        timer.start(milliseconds)

    # Visitors

    def _begin(self) -> None:
        """A new visitor: a new trip, a new map on a new profile, new pages."""
        self._look.speak(self.city.language)
        self._look.wear("light", TEXT)
        self.sitting = Sitting(self.city, self._look)
        touch_map = TouchMap(self.sitting, self._scratch)
        touch_map.view.gave_up.connect(self.gave_up)
        self.stage = Stage(self.sitting, touch_map)
        self._column.addWidget(self.stage)
        self.sitting.moved.connect(self._moved)
        self._show()

    def start_over(self, why: str) -> None:
        """Every trace of the visitor is wiped, and the attract page shows."""
        old, stage = self.sitting, self.stage
        self.city.counts.add(self.city.today, "ended", why)
        self.life.end()
        self.watch.deaf = False
        old.end()
        stage.hide()
        self._column.removeWidget(stage)
        if stage.page is not None:
            stage.page.leave()
        stage.deleteLater()
        self._leaving.append(old)
        QGuiApplication.clipboard().clear()
        self._begin()
        QTimer.singleShot(0, self, self._forget)
        self.ended.emit(why)

    def _forget(self) -> None:
        self._leaving = [each for each in self._leaving if not each.is_over()]
        gc.collect()
        if self._leaving:
            QTimer.singleShot(500, self, self._forget)

    def fault(self) -> None:
        """A bug: whatever it was, the next visitor finds the attract page. Too many, and the program starts anew."""
        now = time.monotonic()
        self._faults = [each for each in self._faults if now - each < FAULTS_WITHIN] + [now]
        if len(self._faults) >= MOST_FAULTS:
            self.gave_up.emit()
        else:
            QTimer.singleShot(0, self, lambda: self.start_over("fault"))

    # Pages

    def _moved(self) -> None:
        """A page that is told anew by itself, as when the plan gets better, waits for a finger that is on it."""
        if self.stage.is_held and self._waits < MOST_WAITS:
            self._waits += not self._later.isActive()
            self._later.start()
        else:
            self._show()

    def _show(self) -> None:
        self._later.stop()
        self._waits = 0
        here = self.sitting.where
        if self.life.stage is LifeStage.ALONE and not isinstance(here, Attract | Closed):
            self.life.begin()
            self._count_visitor()
        elif isinstance(here, Attract | Closed):
            self.life.end()
        sheet = style_sheet(self._look.theme) + kiosk_sheet(self._look.theme)
        if sheet != self.styleSheet():  # putting it on takes as long as a page
            self.setStyleSheet(sheet)
        page = make_page(here, self.sitting, self.upright, self)
        dock = Dock(self.sitting, self._speak) if page.has_dock else None
        self.stage.show_page(page, dock)

    def _count_visitor(self) -> None:
        self.visitors += 1
        self.sitting.count("hour", f"{self.city.now().hour:02d}")
        self.began.emit()

    @property
    def upright(self) -> bool:
        return self.height() > self.width()

    @property
    def page(self) -> Page:
        assert self.stage.page is not None
        return self.stage.page

    def _speak(self, language: Language) -> None:
        self.sitting.count("language", language)
        self._look.speak(language)
        if isinstance(self.page, AttractPage):
            self.page.begin()
        else:
            self._show()

    def _ask(self, seconds: int) -> None:
        if isinstance(self.page, StillTherePage):
            self.page.tell(seconds)
            return
        QApplication.beep()
        page = StillTherePage(self.sitting, self.upright, self.life.go_on, seconds)
        self.stage.show_page(page, None)

    def _resume(self) -> None:
        self._show()

    # Staff

    def _knocked(self) -> None:
        if not isinstance(self.sitting.where, Pin | Staff | Cleaning):
            self.sitting.go(Pin())

    def page_for_staff(self, sitting: Sitting) -> tuple[PinGuard, list[tuple[str, str]], list[Deed]]:
        return self._guard, self._report(sitting), self._deeds()

    def tell_staff(self, what: str) -> None:
        if isinstance(self.page, StaffPage):
            self.page.tell(what)

    def start_cleaning(self) -> None:
        self.sitting.go(Cleaning())
        if isinstance(self.page, CleaningPage):
            self.watch.deaf = True
            self.page.ended.connect(lambda: self.start_over("staff"))

    def leave(self, code: int) -> None:
        """By staff; or by itself, to start anew while nobody is there."""
        self.save_counts()
        self.left.emit(code)

    # The screen

    def keep_hours(self) -> None:
        """When nobody is there: dark outside of the hours of use; a fresh start at night, or after many visitors."""
        if self.life.stage is not LifeStage.ALONE or not isinstance(self.sitting.where, Attract | Closed):
            return
        now = self.city.now()
        is_open = self.city.policy.is_open(now - now.replace(hour=0, minute=0, second=0, microsecond=0))
        wanted: Where = Attract() if is_open else Closed()
        if self.sitting.where != wanted:
            self.sitting.show_at_rest(wanted)
        elif self.visitors >= (MOST_VISITORS if is_open else 1):
            self.leave(RESTART)

    def save_counts(self) -> None:
        try:
            self.city.counts.save()
        except Failure as failure:
            log.warning("counts are not written now: %s", failure.cause)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A window manager may ask; only staff may leave."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.WinIdChange, QEvent.Type.Show} and self.windowHandle() is not None:
            self.windowHandle().removeEventFilter(self.watch)
            self.windowHandle().installEventFilter(self.watch)
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """What makes windows small has no say here."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.upright != self._upright:
            self._upright = self.upright
            QTimer.singleShot(0, self, self._turned)

    def _turned(self) -> None:
        """The screen was rotated: the page is made anew for its new shape."""
        if not isinstance(self.page, StillTherePage | CleaningPage):
            self._show()

    def shut(self) -> None:
        """Everything gone, page before profile."""
        self.life.stop()
        self.sitting.end()
        self.sitting.is_over(10_000)
        for each in self._leaving:
            each.is_over(10_000)
        self.deleteLater()
