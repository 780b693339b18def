"""Letters or digits as buttons."""

import string

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from jz_travel.ui.kiosk.card import GAP
from jz_travel.ui.parts.widgets import button
from jz_travel.ui.style.look import Look


class Keypad(QWidget):
    """``typed`` tells one small letter or digit, ``erased`` that the last one goes; the keypad itself keeps no text."""

    typed = Signal(str)
    erased = Signal()

    def __init__(self, look: Look, upright: bool, *, digits: bool = False) -> None:
        super().__init__()
        letters = "123456789 0" if digits else string.ascii_lowercase
        across = 3 if digits else (7 if upright else 9)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        at = 0
        for letter in letters:
            if letter != " ":
                key = button("", letter.upper())
                key.setAccessibleName(letter.upper())
                key.setProperty("digit" if digits else "key", True)
                key.clicked.connect(lambda _=False, typed=letter: self.typed.emit(typed))
                grid.addWidget(key, at // across, at % across)
            at += 1
        erase = button("", "" if digits else look.words.say("Erase"))
        erase.setIcon(look.icon("arrow_left"))
        erase.setAccessibleName(look.words.say("Erase"))
        erase.setProperty("digit" if digits else "main_size", True)
        erase.clicked.connect(self.erased)
        column = at % across
        grid.addWidget(erase, at // across, column, 1, across - column)
