"""The one place of assembly: everything is made here and handed to what needs it."""

import faulthandler
import gc
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTimer
from PySide6.QtWidgets import QApplication

from jz_travel.almanac.daylight import daylight
from jz_travel.desk.address import desk_url
from jz_travel.domain.bureau import open_as_announced
from jz_travel.domain.clock import CHINA, today
from jz_travel.domain.failures import Failure
from jz_travel.domain.holidays import Level
from jz_travel.domain.texts import Language
from jz_travel.regions import Shelf
from jz_travel.resources import assets
from jz_travel.roads import LegTable, leg_table
from jz_travel.store.holidays import read_holidays
from jz_travel.store.library import TripLibrary
from jz_travel.store.places import read_catalogue
from jz_travel.store.settings import Settings, read_settings, write_settings
from jz_travel.store.trips import TripDocument
from jz_travel.ui.application import make_application
from jz_travel.ui.bureau.own import OwnRecords
from jz_travel.ui.edits import Edits
from jz_travel.ui.folders import Folders
from jz_travel.ui.main_window import MainWindow
from jz_travel.ui.map.pane import MapPane
from jz_travel.ui.online.doors import connect_online
from jz_travel.ui.online.network import Network
from jz_travel.ui.open_trip import OpenTrip, first_document
from jz_travel.ui.planning.doors import PlanningDoors
from jz_travel.ui.qt_words import translate_qt
from jz_travel.ui.session import Session
from jz_travel.ui.single_instance import SingleInstance
from jz_travel.ui.style.look import Look
from jz_travel.ui.tasks import Tasks
from jz_travel.words import nearest

if TYPE_CHECKING:
    from jz_travel.ui.planning.rooms import PlanningRooms
    from jz_travel.ui.statistics.view import StatisticsView

log = logging.getLogger(__name__)
AT_REST_MS = 2_500
"""After the window shows: the map has come up by then."""
TITLE_BAR = 40
"""About as much as a window manager puts above and below a window."""


@dataclass
class Window:
    """The assembled program, as tests and the demo drive it."""

    main: MainWindow
    session: Session
    open_trip: OpenTrip
    look: Look
    library: TripLibrary
    tasks: Tasks
    edits: Edits
    travel: LegTable
    online: Network
    own: OwnRecords
    planning: PlanningDoors

    def close(self) -> None:
        """Everything written, the window gone. Nothing here works afterwards."""
        self.main.close()
        self.planning.close()
        self.online.close()
        self.own.close()
        self.tasks.wait()
        self.travel.save()
        self.session.undo_stack.blockSignals(True)  # it would signal to views while it is destroyed
        self.main.deleteLater()
        QCoreApplication.sendPostedEvents(self.main, QEvent.Type.DeferredDelete)


def now_in_china() -> datetime:
    """This moment on Jiaozuo's clock, whatever zone the machine is set to."""
    return datetime.now(CHINA)


def system_language() -> Language:
    """The first of the system's languages that the program speaks; English, if it speaks none of them."""
    return nearest(*(QLocale.system().uiLanguages() or [QLocale.system().bcp47Name()]))


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """While everything is being made there is no garbage to look for: a seventh of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_nothing_collected()
def assemble(
    application: QApplication,
    folders: Folders,
    settings: Settings,
    the_day: Callable[[], date] = today,
    document: TripDocument | None = None,
) -> Window:
    """The window and everything behind it, not yet shown. ``document``: a trip to show instead of the last one."""
    look = Look(application, settings.language or system_language(), settings.theme, settings.text_size)
    application.setWindowIcon(look.application_icon)
    catalogue, broken = read_catalogue(assets())
    library = TripLibrary(folders.trips)
    failure: Failure | None = None
    if document is None:
        document, failure = first_document(library, look, the_day())
    rules, unsure = read_holidays(assets())
    own = OwnRecords(desk_url(folders.trips.parent), folders.trips.parent)
    calendar = own.on_calendar(rules)
    travel = leg_table(catalogue, folders.cache)
    session = Session(open_as_announced(catalogue, own.kept.closures), travel, daylight, document.trip)
    tasks = Tasks()
    edits = Edits(session, look)
    open_trip = OpenTrip(session, library, tasks, look, document, the_day)

    def make_planning() -> "PlanningRooms":
        from jz_travel.planner import World
        from jz_travel.ui.planning.rooms import PlanningRooms

        def world() -> World:  # the visitor's own places come and go
            loads = own.on_calendar(rules)
            return World(session.catalogue, session.travel, daylight, lambda day: loads.load(day).level - Level.QUIET)

        return PlanningRooms(session, edits, look, world, now_in_china)

    def make_statistics() -> "StatisticsView":
        from jz_travel.store.statistics import read_statistics
        from jz_travel.ui.statistics.view import StatisticsView

        statistics, wrong = read_statistics(assets())
        for failure in wrong:
            log.warning("%s", failure)
        return StatisticsView(statistics, rules, catalogue, look, the_day(), own)

    map_pane = MapPane(session, look, folders.cache, calendar, settings, Shelf(folders.packs))
    main = MainWindow(session, edits, open_trip, look, map_pane, calendar, make_statistics)
    own.changed.connect(lambda: main.board.take_calendar(own.on_calendar(rules)))
    own.changed.connect(lambda: main.map.take_calendar(own.on_calendar(rules)))
    own.closures_changed.connect(lambda: session.know(open_as_announced(catalogue, own.kept.closures)))
    own.refresh(quietly=True)
    look.dress(main)
    main.restore(settings)
    for each in (*broken[:1], *unsure[:1], *(each for each in (failure, own.unreadable) if each)):
        main.notices.say(look.words.failure(each), "failure")
    online = Network(session, travel, look, folders, settings.online, map_pane.shelf)
    map_pane.bases.changed.connect(online.packs_changed)
    connect_online(main, online, session, edits, look)
    planning = PlanningDoors(main, session, look, make_planning)
    return Window(main, session, open_trip, look, library, tasks, edits, travel, online, own, planning)


def run(arguments: list[str], language: Language | None = None, file: Path | None = None) -> int:
    """Open the window and stay until it is closed."""
    if sys.stderr is not None:  # a windowed program of Windows has none
        faulthandler.enable()
    folders = Folders.of_this_user()
    instance = SingleInstance(folders.cache)
    if not instance.is_first and instance.hand_over(file):
        return 0
    application = make_application([sys.argv[0], *arguments])
    settings, wrong = read_settings(folders.settings)
    for failure in wrong:
        log.warning("%s", failure)
    if language is not None:
        settings = Settings(**{**settings.__dict__, "language": language})
    window = assemble(application, folders, settings)
    gc.freeze()  # it stays as long as the program: no later search for garbage, mid-drag, need go through it
    translate_qt(application, window.look)
    sys.excepthook = _calm(window)
    if file is not None:
        window.open_trip.open_file(str(file))
    if settings.window or is_room_for(window.main):
        window.main.show()
    else:
        window.main.showMaximized()
    QTimer.singleShot(AT_REST_MS, window.main, lambda: window.tasks.run(_load_planner, None, _not_loaded))
    instance.asked.connect(lambda wanted: _come_forward(window, wanted))
    instance.listen()
    code = application.exec()
    instance.close()
    _remember(folders, window.online.kept(window.main.settings(settings)))
    window.close()
    return code


def is_room_for(main: MainWindow) -> bool:
    """Whether the screen holds a window that nobody has sized yet: its main buttons stand at the lower edge."""
    room = main.screen().availableGeometry()
    return main.width() <= room.width() and main.height() + TITLE_BAR <= room.height()


def _load_planner() -> None:
    """Half a second that the first plan would wait for."""
    import_module("jz_travel.planner")


def _not_loaded(error: Exception) -> None:
    log.warning("the planner could not be loaded yet: %s", error)  # whoever asks for a plan hears of it


def _come_forward(window: Window, file: str) -> None:
    """The program was started again: its window shows itself, with the file that was wanted."""
    if file:
        window.open_trip.open_file(file)
    main = window.main
    main.setWindowState(main.windowState() & ~Qt.WindowState.WindowMinimized)
    main.show()
    main.raise_()
    main.activateWindow()


def _remember(folders: Folders, settings: Settings) -> None:
    try:
        write_settings(folders.settings, settings)
    except Failure as failure:
        log.warning("settings were not kept: %s", failure)


def _calm(window: Window) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """A bug is logged and said once, calmly; the trip is safe on the disk."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("a bug", exc_info=(kind, error, trace))
        window.main.notices.say(window.look.words.say("Something went wrong here; your trip is safe."), "failure")

    return hook
