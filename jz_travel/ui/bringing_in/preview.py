"""What stands in other planners' files, before any of it is taken: row by row, with the reason and other choices."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QRadioButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from jz_travel.domain.failures import Failure
from jz_travel.domain.places import Catalogue
from jz_travel.reading import Choice, Findings, Match
from jz_travel.ui.bringing_in.choosing import PlaceChooser
from jz_travel.ui.bringing_in.rows import PLACE, TAKEN, WHEN, WHY, Rows
from jz_travel.ui.parts.flow import FlowLayout
from jz_travel.ui.parts.reading_area import ReadingArea
from jz_travel.ui.parts.widgets import Wrapping, button, label, resize_within
from jz_travel.ui.style.look import Look

MOST_WRONG_SHOWN = 3
LOWEST = 130  # pixels at 100 % text: a heading and a row of two lines
ONE_LINE_FROM = 700  # pixels at 100 % text: else a date wraps, as the names beside it do


class Preview(QDialog):
    """``taken`` gives the choices and whether they go on the days of the file."""

    taken = Signal(object, bool)

    def __init__(
        self, parent: QWidget, findings: Sequence[Findings], matches: Sequence[Match], catalogue: Catalogue, look: Look
    ) -> None:
        super().__init__(parent)
        self._look = look
        say = look.words.say
        self.setWindowTitle(say("Import places"))
        resize_within(self, look.theme.px(1040), look.theme.px(600))
        self.rows = Rows(matches, catalogue, look)
        self.table = self._table(catalogue)
        self.on_days = QRadioButton(say("On the days that the file names"))
        self.as_wishes = QRadioButton(say("To the wish list, to be planned later"))
        self._lay_out(findings)
        dated = any(each.found.day is not None for each in matches)
        self.on_days.setEnabled(dated)
        planned = dated and any(each.planned and each.dates for each in findings)
        (self.on_days if planned else self.as_wishes).setChecked(True)
        self.rows.dataChanged.connect(lambda *_: self._count())
        self._count()
        self.table.setFocus()

    def _table(self, catalogue: Catalogue) -> QTableView:
        table = QTableView()
        table.setModel(self.rows)
        table.setAccessibleName(self._look.words.say("Import places"))
        table.setItemDelegateForColumn(PLACE, PlaceChooser(self.rows, catalogue, self._look, table))
        table.setItemDelegateForColumn(WHY, Wrapping(table))
        table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setMinimumSectionSize(self._look.theme.px(38))
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(TAKEN, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(TAKEN, self._look.theme.px(40))
        is_wide = self.width() >= self._look.theme.px(ONE_LINE_FROM)
        when = QHeaderView.ResizeMode.ResizeToContents if is_wide else QHeaderView.ResizeMode.Stretch
        head.setSectionResizeMode(WHEN, when)
        head.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        return table

    def _lay_out(self, findings: Sequence[Findings]) -> None:
        say = self._look.words.say
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(label("title", ", ".join(each.file.name for each in findings)))
        self.said = label("muted")
        reading = ReadingArea()
        column.addWidget(reading, 1)
        inside = reading.column
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self.said)
        self.table.setMinimumHeight(self._look.theme.px(LOWEST))
        inside.addWidget(self.table, 1)
        wrong = [failure for each in findings for failure in each.wrong]
        if wrong:
            inside.addWidget(label("warning", self._wrong(wrong)))
        where = FlowLayout()
        for each in (self.on_days, self.as_wishes):
            where.addWidget(each)
        inside.addLayout(where)
        self.all, self.none = button("flat", say("All")), button("flat", say("None"))
        self.all.clicked.connect(lambda: self.rows.take_all(True))
        self.none.clicked.connect(lambda: self.rows.take_all(False))
        cancel, self.take = button("", say("Cancel")), button("main", say("Import"))
        cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self._take)
        self.take.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.all)
        row.addWidget(self.none)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.take)
        column.addLayout(row)

    def _wrong(self, wrong: Sequence[Failure]) -> str:
        """The first few, each with its field, and how many more there are."""
        words = self._look.words
        said = [words.labelled(each.field, each.detail) for each in wrong[:MOST_WRONG_SHOWN]]
        if len(wrong) > MOST_WRONG_SHOWN:
            said.append(f"+{len(wrong) - MOST_WRONG_SHOWN}")
        return words.say("Not readable: {what}", what=" · ".join(said))

    def _count(self) -> None:
        words, taken = self._look.words, len(self.rows.choices())
        found = words.count("{n} place in the file", "{n} places in the file", len(self.rows.rows))
        self.said.setText(" · ".join((found, words.count("{n} chosen", "{n} chosen", taken))))
        self.take.setEnabled(taken > 0)

    def _take(self) -> None:
        choices: tuple[Choice, ...] = self.rows.choices()
        self.taken.emit(choices, self.on_days.isChecked())
        self.accept()
