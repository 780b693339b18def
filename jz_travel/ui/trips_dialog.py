"""The visitor's trips: open, new, duplicate, delete and bring back, earlier versions."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from jz_travel.domain.clock import in_china
from jz_travel.domain.trip import TripId
from jz_travel.store.library import TripEntry, TripLibrary, TripVersion
from jz_travel.ui.parts.empty import EmptyState
from jz_travel.ui.parts.widgets import button, label, resize_within
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import one_line
from jz_travel.words import Words

VALUE = Qt.ItemDataRole.UserRole


class ChoiceDialog(QDialog):
    """A list, what it is about, and buttons below; Enter or a double click takes the first button."""

    def __init__(self, parent: QWidget, look: Look, title: str, empty: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        resize_within(self, look.theme.px(520), look.theme.px(460))
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._empty = EmptyState(look, "empty_trip")
        self._empty.show_text("", empty)
        self._row = QHBoxLayout()
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(label("title", title))
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        column.addLayout(self._row)
        self.list.itemActivated.connect(lambda _: self._buttons[0].click())
        self.list.currentItemChanged.connect(lambda *_: self._enable_buttons())

    def add_button(self, text: str, act: Callable[[], object], main: bool = False, needs_choice: bool = True) -> None:
        made = button("main" if main else "", text)
        made.setProperty("needsChoice", needs_choice)
        made.setAutoDefault(main)
        made.clicked.connect(lambda: act())
        self._buttons.append(made)
        self._row.addWidget(made)
        if main:
            self._row.addStretch(1)

    def fill(self, rows: list[tuple[str, object]]) -> None:
        self.list.clear()
        for text, value in rows:
            item = QListWidgetItem(text)
            item.setData(VALUE, value)
            self.list.addItem(item)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if rows:
            self.list.setCurrentRow(0)
        self._enable_buttons()

    @property
    def chosen(self) -> object:
        item = self.list.currentItem()
        return item.data(VALUE) if item is not None else None

    def _enable_buttons(self) -> None:
        for each in self._buttons:
            each.setEnabled(self.chosen is not None or not each.property("needsChoice"))


class TripsDialog(ChoiceDialog):
    """Says what the visitor wants by signals; the window carries it out and calls :meth:`refresh`."""

    open_wanted = Signal(str)
    new_wanted = Signal()
    copy_wanted = Signal(str)
    delete_wanted = Signal(str)
    restore_wanted = Signal(str)

    def __init__(self, parent: QWidget, library: TripLibrary, look: Look, current: Callable[[], TripId]) -> None:
        say = look.words.say
        super().__init__(parent, look, say("My trips"), say("No trip yet."))
        self._library, self._look, self._current = library, look, current
        self._showing_deleted = False
        self.add_button(say("Open"), self._open, main=True)
        self.add_button(say("New trip"), self.new_wanted.emit, needs_choice=False)
        self.add_button(say("Duplicate"), lambda: self._ask(self.copy_wanted.emit))
        self.add_button(say("Delete"), lambda: self._ask(self.delete_wanted.emit))
        self._deleted_button = button("flat", say("Deleted trips"), checkable=True)
        self._deleted_button.toggled.connect(self._show_deleted)
        self._row.addWidget(self._deleted_button)
        self.refresh()

    def refresh(self) -> None:
        entries = self._library.deleted() if self._showing_deleted else self._library.entries()
        self.fill([(self._line(entry), entry) for entry in entries])
        say = self._look.words.say
        self._buttons[0].setText(say("Restore") if self._showing_deleted else say("Open"))
        for each in self._buttons[1:]:
            each.setVisible(not self._showing_deleted)

    def _line(self, entry: TripEntry) -> str:
        words = self._look.words
        if entry.broken is not None:
            return f"{one_line(entry.name, 60)}\n{words.failure(entry.broken)}"
        here = f" · {words.say('open now')}" if entry.id == self._current() and not self._showing_deleted else ""
        days = words.count("{n} day", "{n} days", entry.days)
        starts = words.date_short(entry.starts) if entry.starts else ""
        changed = words.say("changed {when}", when=moment(words, entry.changed))
        return f"{one_line(entry.name, 60)}{here}\n{starts} · {days} · {changed}"

    def _entry(self) -> TripEntry | None:
        chosen = self.chosen
        return chosen if isinstance(chosen, TripEntry) else None

    def _open(self) -> None:
        entry = self._entry()
        if entry is None:
            return
        if self._showing_deleted:
            self.restore_wanted.emit(entry.id)
        else:
            self.open_wanted.emit(entry.id)
            self.accept()

    def _ask(self, wanted: Callable[[str], None]) -> None:
        entry = self._entry()
        if entry is not None:
            wanted(entry.id)

    def _show_deleted(self, on: bool) -> None:
        self._showing_deleted = on
        self.refresh()


def moment(words: Words, when: datetime) -> str:
    """A date with its time on Jiaozuo's clock."""
    local = in_china(when)
    return f"{words.date_short(local.date())} {words.time(local, local.date())}"


class VersionsDialog(ChoiceDialog):
    """What the trip on the table was before."""

    version_wanted = Signal(object)

    def __init__(self, parent: QWidget, versions: tuple[TripVersion, ...], look: Look) -> None:
        say = look.words.say
        super().__init__(parent, look, say("Earlier versions"), say("There is no earlier version yet."))
        self.add_button(say("Restore this version"), self._take, main=True)
        self.add_button(say("Close"), self.reject, needs_choice=False)
        self.fill([(moment(look.words, version.saved), version) for version in versions])

    def _take(self) -> None:
        if self.chosen is not None:
            self.version_wanted.emit(self.chosen)
            self.accept()
