"""A sheet on its way in: what its columns mean, what would change, what is wrong in which cell. Nothing is kept until
somebody agrees."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from jz_travel.domain.bureau import Entry
from jz_travel.domain.sheets import Meaning, Percents, Preview, Role
from jz_travel.domain.statistics import Definition, Event, Measure, Statistics, SubjectId, Unit
from jz_travel.ui.bureau.fields import Choice, add_row, line
from jz_travel.ui.bureau.own import OwnRecords
from jz_travel.ui.bureau.sheet_words import SheetWords
from jz_travel.ui.parts.reading_area import ReadingArea
from jz_travel.ui.parts.widgets import Wrapping, button, label, resize_within
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import LEFT
from jz_travel.words.bureau import ROLES, entry_growth, entry_name, entry_value, remark, sums
from jz_travel.words.statistics import EVENTS, MEASURES, SHORT_DEFINITIONS, unit_on_paper

if TYPE_CHECKING:
    from jz_travel.desk.sheets import Sheet

MOST_SHOWN = 500
NAMES, NARROWEST = 1, 60  # the column of names; pixels at 100 % text
BESIDE = 12  # pixels on each side of a text of these tables
BESIDE_FROM = 700  # pixels at 100 % text
PERCENTS: tuple[Percents, ...] = ("ask", "percent", "fraction")
Held = tuple[Role, Measure | None]


class ImportSheet(QDialog):
    """``agreed`` carries the entries that somebody wants to keep."""

    agreed = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        look: Look,
        own: OwnRecords,
        statistics: Statistics,
        sheets: Sequence["Sheet"],
        file: str,
    ) -> None:
        from jz_travel.desk.headings import guess

        super().__init__(parent)
        say = look.words.say
        self._look, self._own, self._statistics, self._sheets = look, own, statistics, list(sheets)
        self._sheet = self._sheets[0]
        self._meaning: Meaning = replace(guess(self._sheet), subject=SubjectId("jiaozuo"))
        self.seen: Preview | None = None
        self._asked = 0
        self.setWindowTitle(say("Import “{file}”", file=file))
        resize_within(self, look.theme.px(1080), look.theme.px(700))
        self.sums, self.remarks, self.changes = label("heading"), QListWidget(), QTableWidget()
        self._remarks_title = label("section", look.words.say("What is wrong or doubtful"))
        self.without = QCheckBox()
        self.keep = button("main")
        self.keep.clicked.connect(self._agree)
        self.without.toggled.connect(lambda _: self._allow())
        self._form = QFormLayout()
        self.words = SheetWords(look, statistics.subjects)
        self.words.explained.connect(self._explain)
        self._columns = QTableWidget()
        self._lay_out()
        self._fill_form()
        self.look_again()

    def _lay_out(self) -> None:
        say = self._look.words.say
        self.remarks.setAccessibleName(say("What is wrong or doubtful"))
        self.remarks.setWordWrap(True)
        self.remarks.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.remarks.setItemDelegate(Wrapping(self.remarks))
        self.changes.setAccessibleName(say("What would be saved"))
        self._columns.setAccessibleName(say("What the columns hold"))
        left, right = QWidget(), QWidget()
        one = QVBoxLayout(left)
        one.setContentsMargins(0, 0, 8, 0)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        one.addLayout(self._form)
        one.addWidget(self.words)
        one.addWidget(label("section", say("What the columns hold")))
        one.addWidget(self._columns, 1)
        two = QVBoxLayout(right)
        two.setContentsMargins(8, 0, 0, 0)
        two.addWidget(self.sums)
        two.addWidget(self.changes, 3)
        two.addWidget(self._remarks_title)
        two.addWidget(self.remarks, 2)
        two.addWidget(self.without)
        beside = self.width() >= self._look.theme.px(BESIDE_FROM)
        parts = QSplitter(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setSizes([420, 620])
        foot = QHBoxLayout()
        leave = button("", say("Cancel"))
        leave.clicked.connect(self.reject)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(label("title", self.windowTitle()))
        reading = ReadingArea()
        reading.column.setContentsMargins(0, 0, 0, 0)
        reading.column.addWidget(parts, 1)
        column.addWidget(reading, 1)
        column.addLayout(foot)

    # How it is read

    def _fill_form(self) -> None:
        words, say = self._look.words, self._look.words.say
        unsaid = say("as listed")
        if len(self._sheets) > 1:
            sheets = Choice(self._sheets, [each.name for each in self._sheets], self._sheet)
            sheets.activated.connect(lambda _: self._other_sheet(sheets.value))
            add_row(self._form, say("Sheet"), sheets)
        subjects = self._statistics.subjects
        self._add(say("Subject", context="column"), "subject", [each.id for each in subjects],
                  [words.text(each.name) for each in subjects])  # fmt: skip
        self._add(say("Holiday", context="column"), "event", [None, *Event],
                  [unsaid, *(say(EVENTS[each]) for each in Event)])  # fmt: skip
        self._add(say("What was counted", context="column"), "definition", [None, *Definition],
                  [unsaid, *(say(SHORT_DEFINITIONS[each]) for each in Definition)])  # fmt: skip
        units = [each for each in Unit if each.value]
        self._add(say("Unit", context="column"), "unit", [None, *units],
                  [unsaid, *(unit_on_paper(words, each) for each in units)])  # fmt: skip
        names = [say("ask me"), say("10 is 10 %"), say("0.1 is 10 %")]
        self._add(say("A growth without a sign"), "percents", list(PERCENTS), names)
        source = line(self._meaning.source, "", unsaid)
        source.editingFinished.connect(lambda: self._set("source", source.text().strip()))
        add_row(self._form, say("Source", context="column"), source)
        self._fill_columns()

    def _add(self, name: str, field: str, values: Sequence[object], names: Sequence[str]) -> None:
        choice = Choice(values, names, getattr(self._meaning, field))
        choice.activated.connect(lambda _: self._set(field, choice.value))
        add_row(self._form, name, choice)

    def _fill_columns(self) -> None:
        say = self._look.words.say
        held: list[Held] = [(role, None) for role in Role if role not in (Role.VALUE, Role.GROWTH)]
        held += [(role, measure) for role in (Role.VALUE, Role.GROWTH) for measure in (None, *Measure)]
        names = [self._held(each) for each in held]
        table = self._columns
        table.clear()
        table.setShowGrid(False)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the choices in it are what the keyboard visits
        table.setColumnCount(2)
        table.setRowCount(len(self._meaning.columns))
        table.setHorizontalHeaderLabels([say("Heading"), say("What it holds")])
        table.horizontalHeader().setDefaultAlignment(LEFT)
        table.verticalHeader().hide()
        for at, column in enumerate(self._meaning.columns):
            heading = QTableWidgetItem(column.heading or say("column {n}", n=at + 1))
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            table.setItem(at, 0, heading)
            choice = Choice(held, names, (column.role, column.measure))
            choice.setAccessibleName(heading.text())
            choice.activated.connect(lambda _, at=at, choice=choice: self._hold(at, choice.value))
            table.setCellWidget(at, 1, choice)
            table.setRowHeight(at, self._look.theme.px(42))
        table.setColumnWidth(0, self._look.theme.px(150))
        table.horizontalHeader().setStretchLastSection(True)

    def _held(self, each: Held) -> str:
        role, measure = each
        name = self._look.words.say(ROLES[role], context="column")
        return f"{name} · {self._look.words.say(MEASURES[measure], context='measure')}" if measure else name

    def _hold(self, at: int, held: Held) -> None:
        role, measure = held
        columns = list(self._meaning.columns)
        before = columns[at]
        unit = before.unit if measure is before.measure else None
        columns[at] = replace(before, role=role, measure=measure, unit=unit)
        self._set("columns", tuple(columns))

    def _explain(self, word: str, stands_for: str) -> None:
        others = {each: known for each, known in self._meaning.words.items() if each != word}
        self._set("words", {**others, word: stands_for} if stands_for else others)

    def _set(self, field: str, value: object) -> None:
        self._meaning = replace(self._meaning, **{field: value})  # type: ignore[arg-type]
        self.look_again()

    def _other_sheet(self, sheet: "Sheet") -> None:
        from jz_travel.desk.headings import guess

        self._sheet = sheet
        found = guess(sheet)
        self._meaning = replace(self._meaning, header_rows=found.header_rows, columns=found.columns)
        self._fill_columns()
        self.look_again()

    # What would happen

    def look_again(self) -> None:
        """Beside the window: a sheet may have a hundred thousand rows."""
        from jz_travel.desk.previewing import preview

        self._asked += 1
        asked, sheet, meaning = self._asked, self._sheet, self._meaning
        kept, statistics = self._own.kept.figures, self._statistics
        self.keep.setEnabled(False)
        self.sums.setText(self._look.words.say("Reading …"))
        self._own.run(
            lambda: preview(sheet, meaning, kept, statistics),
            lambda seen: self._show(seen) if asked == self._asked else None,
        )

    def _show(self, seen: object) -> None:
        assert isinstance(seen, Preview)
        self.seen = seen
        words, say = self._look.words, self._look.words.say
        self.sums.setText(sums(words, seen))
        self._show_changes(seen)
        self.words.ask(seen.remarks, self._meaning.words)
        self.remarks.clear()
        self.remarks.addItems([remark(words, each) for each in seen.remarks[:MOST_SHOWN]])
        if len(seen.remarks) + seen.further > MOST_SHOWN:
            more = len(seen.remarks) + seen.further - MOST_SHOWN
            self.remarks.addItem(words.count("and {n} more", "and {n} more", more))
        for each in (self._remarks_title, self.remarks):
            each.setVisible(self.remarks.count() > 0)
        self.without.setVisible(bool(seen.mistakes))
        self.without.setText(say("Leave out what is wrong, and save the rest"))
        self._allow()

    def _show_changes(self, seen: Preview) -> None:
        words, say = self._look.words, self._look.words.say
        subjects = {str(each.id): each for each in self._statistics.subjects}
        heads = (say("Row"), say("Figure"), say("Until now"), say("New value"), say("Growth", context="column"))
        table, shown = self.changes, seen.changes[:MOST_SHOWN]
        table.setColumnCount(len(heads))
        table.setHorizontalHeaderLabels(heads)
        table.horizontalHeader().setDefaultAlignment(LEFT)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.setRowCount(len(shown))
        for at, each in enumerate(shown):
            before = entry_value(words, each.before) if each.before else "–"
            name, after = entry_name(words, each.after, subjects), entry_value(words, each.after)
            grown = entry_growth(words, each.after, short=True)
            for column, text in enumerate((str(each.row), name, before, after, grown)):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                table.setItem(at, column, item)
        wrap_names(table, self._look.theme.px(NARROWEST))

    def _allow(self) -> None:
        seen, words = self.seen, self._look.words
        count = len(seen.changes) if seen else 0
        clean = seen is not None and (not seen.mistakes or self.without.isChecked())
        self.keep.setEnabled(clean and count > 0)
        self.keep.setText(words.count("Save {n} figure", "Save {n} figures", count))

    def _agree(self) -> None:
        assert self.seen is not None
        entries: tuple[Entry, ...] = self.seen.entries
        self.agreed.emit(entries)
        self.accept()


def wrap_names(table: QTableWidget, narrowest: int) -> None:
    """The column of names gives the others their room, and says its own in as many lines as that takes."""
    table.setItemDelegateForColumn(NAMES, Wrapping(table, BESIDE))
    columns, rows = table.horizontalHeader(), table.verticalHeader()
    columns.setMinimumSectionSize(narrowest)
    columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    columns.setSectionResizeMode(NAMES, QHeaderView.ResizeMode.Stretch)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
