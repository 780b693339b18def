"""The rows of the preview: what stands in the files, what it is taken for, and whether it is taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from jz_travel.domain.clock import at
from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.reading import Choice, Found, Match
from jz_travel.reading.into_trip import can_be_own, usual_choice
from jz_travel.reading.wording import how_sure, why
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import one_line

TAKEN, IN_FILE, WHEN, PLACE, WHY = range(5)
CHOICE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass
class Row:
    """One found place. ``place`` None: as an own place, where that is possible."""

    match: Match
    place: PlaceId | None
    taken: bool

    @property
    def found(self) -> Found:
        return self.match.found

    @property
    def can_be_taken(self) -> bool:
        return self.place is not None or can_be_own(self.found)


class Rows(QAbstractTableModel):
    """One row for each found place; the first column is ticked for those that are taken."""

    def __init__(self, matches: Sequence[Match], catalogue: Catalogue, look: Look) -> None:
        super().__init__()
        self._catalogue, self._look = catalogue, look
        self.rows = [_row(match) for match in matches]

    def choices(self) -> tuple[Choice, ...]:
        return tuple(Choice(row.found, row.place) for row in self.rows if row.taken and row.can_be_taken)

    def others(self, row: int) -> tuple[PlaceId, ...]:
        """The places that may be meant, the likeliest first."""
        match = self.rows[row].match
        return tuple(dict.fromkeys([*([match.place] if match.place else []), *match.others]))

    def can_be_own(self, row: int) -> bool:
        return can_be_own(self.rows[row].found)

    def choose(self, row: int, place: PlaceId | None) -> None:
        """Another place is meant, or None of the catalogue; whoever chooses wants it."""
        self.rows[row].place = place
        self.rows[row].taken = self.rows[row].can_be_taken
        self.dataChanged.emit(self.index(row, 0), self.index(row, WHY))

    def take_all(self, taken: bool) -> None:
        for row in self.rows:
            row.taken = taken and row.can_be_taken
        self.dataChanged.emit(self.index(0, TAKEN), self.index(len(self.rows) - 1, TAKEN))

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else WHY + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        say = self._look.words.say
        return ("", say("In the file"), say("Date", context="table"), say("Matched with"), say("Why"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == TAKEN:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == PLACE else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Role.CheckStateRole and index.column() == TAKEN:
            return Qt.CheckState.Checked if row.taken else Qt.CheckState.Unchecked
        if role in (Role.DisplayRole, Role.ToolTipRole):
            text = self._text(row, index.column())
            return text if role == Role.DisplayRole else text or None
        if role == Role.AccessibleTextRole:
            return self._text(row, IN_FILE) if index.column() == TAKEN else self._text(row, index.column())
        if role == Role.ForegroundRole and not row.taken and index.column() != TAKEN:
            return QColor(self._look.theme["ink_muted"])
        return row.place if role == CHOICE else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        row = self.rows[index.row()]
        if index.column() != TAKEN or role != Role.CheckStateRole or not row.can_be_taken:
            return False
        row.taken = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), WHY))
        return True

    def _text(self, row: Row, column: int) -> str:
        if column == IN_FILE:
            return one_line(row.found.name or row.found.field, 120)
        if column == WHEN:
            return self._when(row.found)
        if column == PLACE:
            return self.place_said(row.place, own=can_be_own(row.found))
        return self._why(row) if column == WHY else ""

    def place_said(self, place: PlaceId | None, *, own: bool) -> str:
        known = self._catalogue.get(place)
        if known is not None:
            return one_line(self._look.words.name(known), 120)
        return self._look.words.say("Your own place") if own else self._look.words.say("No place fits")

    def _when(self, found: Found) -> str:
        words = self._look.words
        if found.day is None:
            return ""
        said = words.date_short(found.day)
        return said if found.starts is None else f"{said} {words.time(at(found.day, found.starts), found.day)}"

    def _why(self, row: Row) -> str:
        words = self._look.words
        if row.place is None:
            own = words.say("Not in the catalogue; its position is in the file.")
            return own if can_be_own(row.found) else words.say("No place in the catalogue fits.")
        if row.place != row.match.place:
            return words.say("Your choice")
        return words.labelled(how_sure(row.match.sure, words), why(row.match, words))


def _row(match: Match) -> Row:
    choice = usual_choice(match)
    if choice is not None:
        return Row(match, choice.place, taken=True)
    return Row(match, match.place, taken=False)
