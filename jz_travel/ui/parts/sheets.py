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
TWO_COLUMNS_FROM = 700  # pixels at 100 % text


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
    sheet = Sheet(parent, say("Keyboard shortcuts"), look, 820, 720)
    known = [(action.shortcut(), action.text()) for action in actions.listed()]
    known += [(QKeySequence(key), say(text)) for key, text in ELSEWHERE]
    grid = QGridLayout()
    sheet.inside.addLayout(grid)
    sheet.inside.addStretch(1)
    grid.setVerticalSpacing(8)
    grid.setHorizontalSpacing(16)
    beside = 2 if sheet.width() >= look.theme.px(TWO_COLUMNS_FROM) else 1
    below = -(-len(known) // beside)
    for at, (key, text) in enumerate(known):
        row, column = at % below, 2 * (at // below)
        grid.addWidget(label("heading", key.toString(QKeySequence.SequenceFormat.NativeText), wrap=False), row, column)
        grid.addWidget(label("", text), row, column + 1)
        grid.setColumnStretch(column + 1, 1)
    sheet.finished.connect(sheet.deleteLater)
    sheet.open()
