"""What is always at hand: back, home, larger, easier, and every language in its own name."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton

from jz_travel.domain.texts import Language
from jz_travel.ui.kiosk.card import GAP, MAIN
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.where import Attract, Easier, Home
from jz_travel.ui.parts.widgets import button, set_state
from jz_travel.ui.style.painting import caption


class Dock(QFrame):
    """One row on a wide screen, two on an upright one."""

    def __init__(self, sitting: Sitting, speak: Callable[[Language], None]) -> None:
        super().__init__()
        self.setObjectName("kioskDock")
        self._sitting, self._speak = sitting, speak
        say = sitting.look.words.say
        at_start = isinstance(sitting.where, Attract)
        self._tools: list[QPushButton] = []
        if not at_start:
            self._tools += [
                self._tool(say("Back"), "arrow_left", sitting.back),
                self._tool(say("Start page"), "house", lambda: sitting.go(Home())),
            ]
        elder = self._tool(
            say("Large letters"), "text_size", lambda: sitting.make_easier(elder=not sitting.comfort.elder)
        )
        set_state(elder, "on", sitting.comfort.elder)
        easier = self._tool(say("Easier to use"), "accessibility", lambda: sitting.go(Easier()))
        self._tools += [elder, easier]
        self._languages = [self._language(each) for each in sitting.city.languages]

    def _tool(self, text: str, icon: str, act: Callable[[], object]) -> QPushButton:
        made = button("", f" {caption(text)}")
        made.setAccessibleName(text)
        made.setIcon(self._sitting.look.icon(icon, "accent"))
        made.setParent(self)
        made.clicked.connect(lambda: act())
        return made

    def _language(self, language: Language) -> QPushButton:
        name = self._sitting.look.words.language_name(language)
        made = button("", name)
        made.setAccessibleName(name)
        made.setParent(self)
        set_state(made, "on", language == self._sitting.look.words.language)
        made.clicked.connect(lambda: self._speak(language))
        return made

    @property
    def _row(self) -> int:
        return max(MAIN, self._sitting.look.theme.px(46))

    def height_for(self, width: int) -> int:
        rows = 1 if self._fits_in_one_row(width) else 2
        return rows * self._row + (rows + 1) * GAP

    def _fits_in_one_row(self, width: int) -> bool:
        every = (*self._tools, *self._languages)
        return sum(each.sizeHint().width() + GAP for each in every) + GAP <= width and width > 1200

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width()
        if self._fits_in_one_row(width):
            self._spread([*self._tools, *self._languages], GAP, width)
        else:
            self._spread(self._languages, GAP, width)
            self._spread(self._tools, 2 * GAP + self._row, width)

    def _spread(self, buttons: list[QPushButton], top: int, width: int) -> None:
        wanted = [each.sizeHint().width() for each in buttons]
        spare = (width - GAP * (len(buttons) + 1) - sum(wanted)) / max(1, len(buttons))
        left = float(GAP)
        for each, own in zip(buttons, wanted, strict=True):
            wide = own + spare
            each.setGeometry(QRect(round(left), top, round(wide), self._row))
            left += wide + GAP
