"""One answer for the whole trip, or another one for each day or night."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from jz_travel.ui.parts.widgets import Combo, label
from jz_travel.ui.planning.fields import choose, narrow

EACH = "each"


class DayByDay(QWidget):
    """``value`` has one entry when all days are alike, else one a day, without repeats at its end."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.all = narrow(Combo())
        self.rows: list[QComboBox] = []
        self._choices: list[tuple[str, object]] = []
        self._name = ""
        self._days: list[str] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.all)
        column.addLayout(self._grid)
        self.all.activated.connect(lambda _: self._unfold())

    @property
    def value(self) -> tuple[object, ...]:
        if self.all.currentData() != EACH:
            return (self.all.currentData(),)
        values = [row.currentData() for row in self.rows]
        while len(values) > 1 and values[-1] == values[-2]:
            values.pop()
        return tuple(values)

    def show_value(self, values: Sequence[object]) -> None:
        """The last value counts for all the days that follow."""
        each = [values[min(day, len(values) - 1)] for day in range(len(self._days))] if values else []
        alike = len(set(each)) <= 1
        choose(self.all, (each or list(values) or [None])[0] if alike else EACH)
        self._unfold()
        for row, value in zip(self.rows, each, strict=False):
            choose(row, value)

    def say(self, name: str, choices: Sequence[tuple[str, object]], each: str, days: Sequence[str]) -> None:
        """``days``: what each row is called; the choice of ``each`` is offered when there are several."""
        shown = self.value if self._choices else ()
        self._name, self._choices, self._days = name, list(choices), list(days)
        self.all.clear()
        self.all.setAccessibleName(name)
        for text, value in choices:
            self.all.addItem(text, value)
        if len(days) > 1:
            self.all.addItem(each, EACH)
        self.show_value(shown)

    def _unfold(self) -> None:
        before = self.rows[-1].currentData() if self.rows else self._choices[0][1]
        wanted = len(self._days) if self.all.currentData() == EACH else 0
        kept = [row.currentData() for row in self.rows]
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = []
        for number in range(wanted):
            row = narrow(Combo())
            for text, value in self._choices:
                row.addItem(text, value)
            choose(row, kept[number] if number < len(kept) else before)
            row.setAccessibleName(f"{self._name} {self._days[number]}")
            self._grid.addWidget(label("muted", self._days[number], wrap=False), number, 0)
            self._grid.addWidget(row, number, 1)
            self.rows.append(row)
        self.changed.emit()
