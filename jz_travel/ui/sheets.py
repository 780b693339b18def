"""Two pages to read: the keys, and what this is and where its facts come from."""

import json

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from jz_travel import __version__
from jz_travel.domain.places import Catalogue
from jz_travel.resources import maps
from jz_travel.ui.actions import Actions
from jz_travel.ui.look import Look
from jz_travel.ui.reading_area import ReadingArea
from jz_travel.ui.widgets import button, label, resize_within


class _Sheet(QDialog):
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
    say = look.words.say
    sheet = _Sheet(parent, say("Keys"), look, 460, 560)
    grid = QGridLayout()
    sheet.inside.addLayout(grid)
    sheet.inside.addStretch(1)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for row, action in enumerate(actions.listed()):
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        grid.addWidget(label("heading", key, wrap=False), row, 0)
        grid.addWidget(label("", action.text()), row, 1)
    sheet.finished.connect(sheet.deleteLater)
    sheet.open()


def show_about(parent: QWidget, catalogue: Catalogue, look: Look) -> None:
    say = look.words.say
    sheet = _Sheet(parent, say("About and sources"), look, 640, 620)
    column = sheet.inside
    column.setSpacing(10)
    _paragraph(column, f"jz_travel {__version__} · GPL-3.0-or-later", "heading")
    _paragraph(column, say("Plans a visit to Jiaozuo, Henan. Works without a network and sends nothing anywhere."))
    _paragraph(
        column,
        say(
            "Opening times, prices and positions come from the sources below, each with the date it was true. "
            "They change: ask on the spot before you rely on one. The map is a sketch and shows no borders to rely on."
        ),
    )
    _paragraph(column, say("Map"), "section")
    for credit in map_credits():
        _paragraph(column, credit, "small")
    _paragraph(column, say("Sources of the facts"), "section")
    for source in sorted(catalogue.sources, key=lambda each: each.tier):
        dated = f" ({source.date})" if source.date else ""
        _paragraph(column, f"{source.tier} · {source.title}{dated}", "small")
    column.addStretch(1)
    sheet.finished.connect(sheet.deleteLater)
    sheet.open()


def map_credits() -> tuple[str, ...]:
    """Whom the map data is owed to."""
    files = json.loads(maps("manifest.json").read_text("utf-8"))["files"]
    return tuple(dict.fromkeys(file["credit"] for file in files.values()))


def _paragraph(column: QVBoxLayout, text: str, role: str = "") -> None:
    column.addWidget(label(role, text, selectable=True))
