"""A stage for pictures: the real window on an empty profile, brought into one state after the other."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QElapsedTimer, QEventLoop, QPoint, QPointF, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from jz_travel.domain.plan import Plan
from jz_travel.domain.texts import Language
from jz_travel.store.settings import Settings, Theme
from jz_travel.ui.app import Window, assemble
from jz_travel.ui.demo import pause, picture_of, wait_for_map
from jz_travel.ui.folders import Folders
from tests.gallery.cut import faults
from tests.ui.hands import search_field

THEMES: tuple[Theme, ...] = tuple(each for each in get_args(Theme) if each != "system")
TEXT = 100
CALM_MS = 120
FRAMES = 4  # a layout takes one more turn of the loop than the widgets in it
PATIENCE_MS = 240_000
MAP_AS_USUAL = """
for (const on of [".jz-layers.is-open .jz-tool", ".jz-tool.is-on"]) document.querySelector(on)?.click();
"""
FULL_SCREEN = (3840, 2160)
SCALES = {FULL_SCREEN: 2}
"""Sizes in pixels of the screen that are shown at a scale."""


@dataclass
class Scene:
    """One window and what its views share: a plan by the language it was made in, for it names the trip.

    ``files``: a folder for what they bring in. ``draws_map``: a test of the rest goes without it.
    """

    window: Window
    files: Path
    draws_map: bool = True
    plans: dict[Language, Plan] = field(default_factory=dict)

    def look_like(self, language: Language, theme: Theme, text_percent: int = TEXT) -> None:
        self.window.look.speak(language)
        self.window.look.wear(theme, text_percent)

    def tidy(self) -> None:
        """Back to the list, nothing open, nothing said."""
        main = self.window.main
        for each in open_beside(main):
            each.reject() if isinstance(each, QDialog) else each.close()
        main.actions_.statistics.setChecked(False)
        main.show_left(main.places)
        search_field(self.window).clear()
        self.wait_until(lambda: not main.places._pause.isActive(), "the whole list")
        main.places._all.setChecked(True)
        main.places._filter_button.setChecked(False)
        self.on_map(MAP_AS_USUAL)
        main.notices.hide()
        QApplication.processEvents()

    def wait_until(self, done: Callable[[], bool], what: str) -> None:
        clock = QElapsedTimer()
        clock.start()
        while not done():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 30)
            if clock.elapsed() > PATIENCE_MS:
                raise TimeoutError(what)

    def on_map(self, script: str) -> None:
        """Press what only the page of the map has."""
        if self.draws_map:
            self.settle()
            self.window.main.map.view.page.runJavaScript(script)
            pause(CALM_MS)

    def settle(self) -> None:
        """Until everything is laid out and the map shows what it was told."""
        view = self.window.main.map.view
        self.wait_until(lambda: view.is_settled or not self.draws_map, "the map did not come up")
        for _ in range(FRAMES):
            pause(CALM_MS if self.draws_map else 1)

    def faults(self) -> list[str]:
        """What is cut, or lies over something else, in all that is open."""
        main = self.window.main
        return [fault for each in (main, *open_beside(main)) for fault in faults(each)]

    def picture(self) -> QPixmap:
        """The window with what is open above it, as a screen shows them."""
        self.settle()
        main = self.window.main
        shown = picture_of(self.window)
        painter = QPainter(shown)
        for each in open_beside(main):
            where = QRect(QPoint(), each.size())
            at = main.mapFromGlobal(each.pos())
            where.moveTopLeft(at) if isinstance(each, QMenu) else where.moveCenter(main.rect().center())
            painter.fillRect(where.adjusted(-1, -1, 1, 1), QColor("#808080"))
            painter.drawPixmap(QPointF(where.topLeft()), each.grab(), each.grab().rect().toRectF())
        painter.end()
        return shown


def open_beside(main: QWidget) -> list[QWidget]:
    """Dialogues and menus that show now, the one that opened last on top."""
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not main]


def open_scene(application: QApplication, size: tuple[int, int], profile: Path) -> Scene:
    """``size``: in pixels of the screen. The scale is set before the application is made."""
    files = Path(tempfile.mkdtemp(dir=profile))
    window = assemble(application, Folders.below(profile / files.name), Settings("zh-Hans", "light"))
    scale = SCALES.get(size, 1)
    window.main.resize(size[0] // scale, size[1] // scale)
    window.main.show()
    wait_for_map(window)
    return Scene(window, files)
