"""The one place of assembly: everything is made here and handed to what needs it."""

import faulthandler
import logging
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from jz_travel.almanac.daylight import daylight
from jz_travel.domain.clock import today
from jz_travel.domain.failures import Failure
from jz_travel.domain.holidays import Level
from jz_travel.domain.texts import Language
from jz_travel.resources import assets
from jz_travel.roads import LegTable, leg_table
from jz_travel.store.holidays import read_holidays
from jz_travel.store.library import TripLibrary
from jz_travel.store.places import read_catalogue
from jz_travel.store.settings import Settings, read_settings, write_settings
from jz_travel.store.trips import TripDocument
from jz_travel.ui.edits import Edits
from jz_travel.ui.folders import Folders
from jz_travel.ui.look import Look
from jz_travel.ui.main_window import MainWindow
from jz_travel.ui.map_pane import MapPane
from jz_travel.ui.session import Session
from jz_travel.ui.tasks import Tasks
from jz_travel.ui.theme import load_fonts
from jz_travel.ui.trip_desk import TripDesk, first_document
from jz_travel.ui.web.flags import set_chromium_flags
from jz_travel.ui.web.scheme import register_scheme
from jz_travel.words import nearest

if TYPE_CHECKING:
    from jz_travel.ui.planning.panel import PlanPanel
    from jz_travel.ui.statistics.view import StatisticsView

log = logging.getLogger(__name__)


@dataclass
class Window:
    """The assembled program, as tests and the demo drive it."""

    main: MainWindow
    session: Session
    desk: TripDesk
    look: Look
    library: TripLibrary
    tasks: Tasks
    edits: Edits
    travel: LegTable

    def close(self) -> None:
        """Everything written, the window gone. Nothing here works afterwards."""
        self.main.close()
        self.tasks.wait()
        self.travel.save()
        self.session.undo_stack.blockSignals(True)  # it would signal to views while it is destroyed
        self.main.deleteLater()
        QCoreApplication.sendPostedEvents(self.main, QEvent.Type.DeferredDelete)


def prepare_qt(environment: dict[str, str] | os._Environ[str] = os.environ) -> None:
    """What must be said before QApplication is made."""
    # The wheels lack the plugin for fcitx; ibus speaks with it, and without this nobody could type Chinese on X11.
    if "fcitx" in environment.get("QT_IM_MODULE", "").lower():
        environment["QT_IM_MODULE"] = "ibus"
    set_chromium_flags(environment)
    register_scheme()


def make_application(arguments: list[str]) -> QApplication:
    prepare_qt()
    application = QApplication(arguments)
    application.setApplicationName("jz-travel")
    application.setApplicationDisplayName("")
    application.setDesktopFileName("jz-travel")
    application.setStyle("Fusion")
    load_fonts()
    return application


def system_language() -> Language:
    """The first language of the system that the program speaks."""
    return nearest((QLocale.system().uiLanguages() or [QLocale.system().bcp47Name()])[0])


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
    calendar, unsure = read_holidays(assets())
    travel = leg_table(catalogue, folders.cache)
    session = Session(catalogue, travel, daylight, document.trip)
    tasks = Tasks()
    edits = Edits(session, look)
    desk = TripDesk(session, library, tasks, look, document, the_day)

    def make_planning() -> "PlanPanel":
        from jz_travel.planner import World
        from jz_travel.ui.planning.panel import PlanPanel
        from jz_travel.ui.planning.work import PlanWork

        world = World(catalogue, travel, daylight, lambda day: calendar.load(day).level - Level.QUIET)
        return PlanPanel(session, edits, look, PlanWork(world, Tasks()), world)

    def make_statistics() -> "StatisticsView":
        from jz_travel.store.statistics import read_statistics
        from jz_travel.ui.statistics.view import StatisticsView

        statistics, wrong = read_statistics(assets())
        for failure in wrong:
            log.warning("%s", failure)
        return StatisticsView(statistics, calendar, catalogue, look, the_day())

    map_pane = MapPane(session, look, folders.cache)
    main = MainWindow(session, edits, desk, look, map_pane, calendar, make_planning, make_statistics)
    look.dress()
    main.restore(settings)
    for each in (*broken[:1], *unsure[:1], *([failure] if failure else [])):
        main.notices.say(look.words.failure(each), "failure")
    return Window(main, session, desk, look, library, tasks, edits, travel)


def run(arguments: list[str], language: Language | None = None, file: Path | None = None) -> int:
    """Open the window and stay until it is closed."""
    faulthandler.enable()
    application = make_application([sys.argv[0], *arguments])
    folders = Folders.of_this_user()
    settings, wrong = read_settings(folders.settings)
    for failure in wrong:
        log.warning("%s", failure)
    if language is not None:
        settings = Settings(**{**settings.__dict__, "language": language})
    window = assemble(application, folders, settings)
    _translate_qt(application, window.look)
    sys.excepthook = _calm(window)
    if file is not None:
        window.desk.open_file(str(file))
    window.main.show()
    code = application.exec()
    _remember(folders, window.main.settings(settings))
    window.close()
    return code


def _remember(folders: Folders, settings: Settings) -> None:
    try:
        write_settings(folders.settings, settings)
    except Failure as failure:
        log.warning("settings were not kept: %s", failure)


def _translate_qt(application: QApplication, look: Look) -> None:
    """Qt's own words (dialogs, menus of text fields) in the visitor's language, now and after each change."""
    translator = QTranslator(application)

    def speak() -> None:
        application.removeTranslator(translator)
        name = {"zh-Hans": "zh_CN", "zh-Hant": "zh_TW"}.get(look.words.language, look.words.language)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{name}", folder):
            application.installTranslator(translator)

    look.changed.connect(speak)
    speak()


def _calm(window: Window) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """A bug is logged and said once, calmly; the trip is safe on the disk."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("a bug", exc_info=(kind, error, trace))
        window.main.notices.say(window.look.words.say("Something went wrong here; your trip is safe."), "failure")

    return hook
