"""A page to read over the window, and the one that lists the keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from jz_travel.ui.actions import Actions
from jz_travel.ui.parts.reading_area import ReadingArea
from jz_travel.ui.parts.widgets import button, label, resize_within
from jz_travel.ui.style.look import Look
from jz_travel.words import N_

ELSEWHERE = (
    ("Tab", N_("To the next control")),
    ("Return", N_("Show or take what is chosen in a list")),
    ("Menu", N_("What can be done with a place, a stop or a day")),
    ("Esc", N_("Back, or close")),
    ("+", N_("Closer, on the map")),
    ("-", N_("Farther, on the map")),
)
"""Keys that no command has."""


class Sheet(QDialog):
    """``inside``: the column that the page is written into."""

    def __init__(self, parent: QWidget, title: str, look: Look, width: int, height: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        resize_within(self, look.theme.px(width), look.theme.px(height))
        reading = ReadingArea()
        self.inside = reading.column
        close = button("main", look.words.say("Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(label("title", title))
        column.addWidget(reading, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def show_keys(parent: QWidget, actions: Actions, look: Look) -> None:
    """Every key that does something, those of the menus first, as this system writes them."""
    say = look.words.say
    sheet = Sheet(parent, say("Keyboard shortcuts"), look, 520, 600)
    grid = QGridLayout()
    sheet.inside.addLayout(grid)
    sheet.inside.addStretch(1)
    grid.setVerticalSpacing(8)
    grid.setHorizontalSpacing(16)
    grid.setColumnStretch(1, 1)
    known = [(action.shortcut(), action.text()) for action in actions.listed()]
    known += [(QKeySequence(key), say(text)) for key, text in ELSEWHERE]
    for row, (key, text) in enumerate(known):
        grid.addWidget(label("heading", key.toString(QKeySequence.SequenceFormat.NativeText), wrap=False), row, 0)
        grid.addWidget(label("", text), row, 1)
    sheet.finished.connect(sheet.deleteLater)
    sheet.open()
