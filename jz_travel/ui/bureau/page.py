"""The bureau's desk as a page: figures, sheets, full days, closures and events, the latest steps, the kiosks."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from jz_travel.domain.bureau import Batch, Entry, Record, Refused
from jz_travel.domain.failures import Failure
from jz_travel.domain.holidays import HolidayCalendar
from jz_travel.domain.places import Catalogue, Place
from jz_travel.domain.statistics import FigureId, Statistics
from jz_travel.ui.bureau.history import kiosk_seen, step_bar
from jz_travel.ui.bureau.own import OwnRecords
from jz_travel.ui.bureau.record_table import RECORD, RecordTable
from jz_travel.ui.parts.flow import FlowLayout
from jz_travel.ui.parts.widgets import button, label
from jz_travel.ui.statistics.page import Page
from jz_travel.ui.style.look import Look
from jz_travel.words.bureau import clash, entry_growth, entry_name, entry_value, entry_verified
from jz_travel.words.holidays import level

if TYPE_CHECKING:
    from jz_travel.ui.bureau.closure_form import ClosureForm
    from jz_travel.ui.bureau.day_form import DayForm

MOST_ROWS = 300
SHEETS = "*.xlsx *.xls *.ods *.csv *.tsv *.txt *.xlsm"


class BureauDesk(Page):
    """``failed`` carries a :class:`Failure`, ``said`` what went well."""

    failed = Signal(object)
    said = Signal(str)
    cites = False

    def __init__(
        self, own: OwnRecords, statistics: Statistics, catalogue: Catalogue, look: Look, the_day: date
    ) -> None:
        super().__init__(look)
        self._own, self._statistics, self._catalogue, self._day = own, statistics, catalogue, the_day
        self._clashes = ""
        self._table: QTableWidget | None = None
        self._loads: QTableWidget | None = None
        self.form: QWidget | None = None
        own.changed.connect(self.tell_anew)
        own.done.connect(self._done)
        own.refused.connect(self._refused)
        own.failed.connect(self.failed)

    def know(self, statistics: Statistics, holidays: HolidayCalendar) -> None:
        self._statistics = statistics
        self.tell_anew()

    # What it shows

    def retell(self) -> None:
        say = self._look.words.say
        self._title(
            say("The bureau's desk"),
            say("What is saved here appears in every chart and table, marked as the bureau's own."),
        )
        self.column.addWidget(self._bar())
        if self._clashes:
            self.column.addWidget(label("clash", self._clashes, selectable=True))
        self._section(say("Own figures"))
        self._tell_figures()
        self._section(say("How busy the days are"), say("Goes before the rules of the estimate, on every screen."))
        self._tell_loads()
        self._section(say("Closures and events"), say("Trips plan around what is closed; the calendar shows both."))
        self._tell_closures()
        self._section(say("Latest steps"))
        if not self._own.shown.batches:
            self._say("muted", say("Nothing was changed yet."))
        for batch in self._own.shown.batches:
            self.column.addWidget(step_bar(self._look, batch, self._own.undo))
        if self._own.shown.kiosks:
            self._section(say("Kiosks"))
        for kiosk in self._own.shown.kiosks:
            self._say("", kiosk_seen(self._look.words, kiosk))
        if self._own.shown.name:
            self._say("small", say("Saved in {place}", place=self._own.shown.name))

    def _bar(self) -> QWidget:
        say = self._look.words.say
        bar = QWidget()
        row = FlowLayout(8)
        row.setContentsMargins(0, 6, 0, 4)
        bar.setLayout(row)
        for look, icon, text, act in (
            ("main", "plus", say("Add a figure …"), self.add),
            ("", "upload", say("Import a sheet …"), self.ask_file),
            ("", "calendar", say("How busy a day is …"), self.add_load),
            ("", "flag", say("Closure or event …"), self.add_closure),
            ("flat", "reset", say("Refresh"), self._own.refresh),
        ):
            made = button(look, text)
            made.setIcon(self._look.icon(icon, "accent_ink") if look == "main" else self._look.icon(icon))
            made.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(made)
        return bar

    def _tell_figures(self) -> None:
        words, say = self._look.words, self._look.words.say
        figures = self._own.kept.figures
        if not figures:
            self._say("muted", say("No figure of your own yet. Add one, or import a sheet."))
            self._table = None
            return
        subjects = {str(each.id): each for each in self._statistics.subjects}
        heads = (say("Figure"), say("Value", context="column"), say("Growth", context="column"),
                 say("Source", context="column"), say("Verified"))  # fmt: skip
        shown = sorted(figures, key=lambda each: (-(each.year or 0), each.key))[:MOST_ROWS]
        rows = [
            (entry_name(words, each, subjects), entry_value(words, each), entry_growth(words, each, short=True),
             each.source, entry_verified(words, each))
            for each in shown
        ]  # fmt: skip
        self._table = RecordTable(self._look, say("Own figures"), heads, rows, shown)
        self.column.addWidget(self._table)
        self._table.itemActivated.connect(lambda item: self.edit(item.data(RECORD)))
        self._table.currentItemChanged.connect(lambda item, _: self._point(item))
        if len(figures) > MOST_ROWS:
            self._say("small", words.count("and {n} more", "and {n} more", len(figures) - MOST_ROWS))
        self._acts(
            self._table,
            (("pencil", say("Edit …"), self.edit), ("trash", say("Remove"), self._remove)),
        )

    def _tell_loads(self) -> None:
        words, say = self._look.words, self._look.words.say
        loads = self._own.kept.day_loads
        if not loads:
            self._say("muted", say("Nothing entered yet: the rules of the estimate hold."))
            self._loads = None
            return
        shown = sorted(loads, key=lambda each: each.day, reverse=True)[:MOST_ROWS]
        rows = []
        for each in shown:
            place = self._catalogue.get(each.place) if each.place else None
            where = words.name(place) if place else each.place or say("The whole city")
            rows.append((words.date(each.day), where, level(words, each.level), each.source, each.note))
        heads = (say("Day", context="table"), say("Place", context="table"), say("How busy"),
                 say("Source", context="column"), say("Note", context="column"))  # fmt: skip
        self._loads = RecordTable(self._look, say("How busy the days are"), heads, rows, shown)
        self.column.addWidget(self._loads)
        self._acts(self._loads, (("trash", say("Remove"), self._remove),))

    def _tell_closures(self) -> None:
        words, say = self._look.words, self._look.words.say
        shown = sorted(self._own.kept.closures, key=lambda each: each.first, reverse=True)[:MOST_ROWS]
        if not shown:
            self._say("muted", say("Nothing announced yet."))
            return
        rows = []
        for each in shown:
            place = self._catalogue.get(each.place)
            where = words.name(place) if place else each.place or say("The whole city")
            kind = (
                say("Closed", context="announcement")
                if each.kind == "closure"
                else say("Event", context="announcement")
            )
            rows.append((words.dates(each.first, each.last), where, kind, each.name, each.source))
        heads = (say("Days", context="column"), say("Place", context="table"), say("What it is"),
                 say("Name", context="column"), say("Source", context="column"))  # fmt: skip
        table = RecordTable(self._look, say("Closures and events"), heads, rows, shown)
        self.column.addWidget(table)
        self._acts(table, (("trash", say("Remove"), self._remove),))

    def _acts(self, table: QTableWidget, acts: tuple[tuple[str, str, Callable[[Record], None]], ...]) -> None:
        """Buttons below a table, for the row that is chosen."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        made: list[QPushButton] = []
        for icon, text, act in acts:
            one = button("", text)
            one.setIcon(self._look.icon(icon))
            one.setEnabled(False)
            one.clicked.connect(lambda _=False, act=act: act(table.currentItem().data(RECORD)))
            made.append(one)
            row.addWidget(one)
        row.addStretch(1)

        def allow(item: QTableWidgetItem | None) -> None:
            for each in made:
                each.setEnabled(item is not None)

        table.currentItemChanged.connect(allow)
        self.column.addWidget(bar)

    # What an officer does

    def add(self) -> None:
        self.edit(None)

    def edit(self, entry: Record | None) -> None:
        from jz_travel.ui.bureau.figure_form import FigureForm

        assert entry is None or isinstance(entry, Entry)
        form = FigureForm(self, self._look, self._statistics.subjects, entry, self._day)
        form.wanted.connect(lambda wanted: self._own.put([wanted], wanted.verified_by, form.windowTitle()))
        form.wanted.connect(form.accept)
        self._open(form)

    def add_load(self) -> None:
        from jz_travel.ui.bureau.day_form import DayForm

        self._ask(DayForm(self, self._look, self._places(), self._day))

    def add_closure(self) -> None:
        from jz_travel.ui.bureau.closure_form import ClosureForm

        self._ask(ClosureForm(self, self._look, self._places(), self._day))

    def _places(self) -> list[Place]:
        words = self._look.words
        return sorted(self._catalogue, key=lambda each: words.sort_key(words.name(each), each.pinyin))

    def _ask(self, form: "DayForm | ClosureForm") -> None:
        form.wanted.connect(lambda wanted: self._own.put([wanted], "", form.windowTitle()))
        self._open(form)

    def ask_file(self) -> None:
        say = self._look.words.say
        name = say("Import a sheet …")
        file, _ = QFileDialog.getOpenFileName(self, name, "", f"{say('Sheets')} ({SHEETS})")
        if file:
            self.import_file(Path(file))

    def import_file(self, file: Path) -> None:
        """Look at a sheet; what is in it is kept when somebody agrees."""
        from jz_travel.desk.sheets import read_sheets

        self._own.run(lambda: read_sheets(file), lambda sheets: self._show_sheets(sheets, file))

    def _show_sheets(self, sheets: object, file: Path) -> None:
        from jz_travel.domain.failures import Cause
        from jz_travel.ui.bureau.import_sheet import ImportSheet

        assert isinstance(sheets, tuple)
        if not any(each.rows for each in sheets):
            self.failed.emit(Failure(Cause.MISSING, file, detail=self._look.words.say("There is nothing in it.")))
            return
        form = ImportSheet(self, self._look, self._own, self._statistics, sheets, file.name)
        form.agreed.connect(lambda entries: self._own.put(entries, "", file.name))
        self._open(form)

    def _open(self, form: QWidget) -> None:
        self._clashes = ""
        self.form = form
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.show()

    def _remove(self, record: Record) -> None:
        self._own.remove([record], what=self._look.words.say("Remove"))

    def _point(self, item: QTableWidgetItem | None) -> None:
        """Where a number comes from, beside the page."""
        entry = item.data(RECORD) if item else None
        figure = self._statistics.by_id.get(FigureId(f"desk:{entry.id}")) if entry else None
        if figure is not None:
            self.chosen.emit(figure)

    def _done(self, batch: Batch) -> None:
        words = self._look.words
        self.said.emit(words.count("{n} change saved.", "{n} changes saved.", batch.changes))

    def _refused(self, refused: Refused) -> None:
        """Both versions, for a person to decide; nothing was written."""
        words = self._look.words
        first = words.say("Somebody else changed this meanwhile. Nothing was saved; look at both and decide:")
        lines = [clash(words, each, self._statistics) for each in refused.clashes[:5]]
        self._clashes = "\n".join((first, *lines))
        self._own.refresh()
        self.tell_anew()
