"""The inputs of the planner's forms: each can only say what makes sense."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, QSize, Qt, QTime, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from jz_travel.ui.days.hours import from_qtime, time_edit, to_qtime
from jz_travel.ui.parts.flow import FlowLayout
from jz_travel.ui.parts.widgets import Combo, button, calm, named, roomy
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import bold
from jz_travel.words import Words

SPARE = 26  # pixels


class _Spin(QSpinBox):
    """Qt keeps more room beside the largest number than its arrows need."""

    def sizeHint(self) -> QSize:
        return super().sizeHint() - QSize(SPARE, 0)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() - QSize(SPARE, 0)


def spin(least: int, most: int) -> QSpinBox:
    """A whole number from ``least`` to ``most``, both included."""
    made = calm(_Spin())
    made.setRange(least, most)
    roomy(made)
    return made


def narrow(box: QComboBox) -> QComboBox:
    """A box that is content with little room."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(4)
    return box


def to_date(shown: QDate) -> date:
    """A date as Qt has it; ``ValueError`` for the empty one."""
    return date(shown.year(), shown.month(), shown.day())


def choose(box: QComboBox, value: object) -> None:
    """Choose by value; what is not on offer leaves the first choice."""
    row = next((row for row in range(box.count()) if box.itemData(row) == value), 0)
    box.setCurrentIndex(row)


AROUND, BETWEEN = 16, 3  # pixels: padding and edges of a segment; around segments


class Segments(QFrame):
    """One of a few choices, side by side; where they have no room in two rows, or below each other. ``chosen`` carries
    the value that somebody picked.
    """

    chosen = Signal(object)

    def __init__(self, values: Sequence[object]) -> None:
        super().__init__()
        named(self, "segments")
        self._values = list(values)
        self._group = QButtonGroup(self)
        self._grid, self._columns = QGridLayout(self), 0
        self._grid.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        self._grid.setSpacing(BETWEEN)
        for number, _ in enumerate(values):
            self._group.addButton(button("segment", checkable=True), number)
        self._arrange(len(self._values))
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))

    @property
    def value(self) -> object:
        return self._values[max(0, self._group.checkedId())]

    def choose(self, value: object) -> None:
        self._group.button(self._values.index(value)).setChecked(True)

    def button_of(self, value: object) -> QWidget:
        return self._group.button(self._values.index(value))

    def say(self, words: Words, name: str, labels: Sequence[str]) -> None:
        self.setAccessibleName(name)
        for number, label in enumerate(labels):
            segment = self._group.button(number)
            segment.ensurePolished()
            segment.setText(label)
            segment.setMinimumWidth(QFontMetrics(bold(segment.font())).horizontalAdvance(label) + AROUND)
            segment.setAccessibleName(words.labelled(name, label))
        self._fit()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least(1), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _least(self, columns: int) -> int:
        """The width of so many of them beside each other."""
        widths = [each.minimumWidth() for each in self._group.buttons()]
        return sum(max(widths[column::columns]) for column in range(columns)) + (columns + 1) * BETWEEN

    def _fit(self) -> None:
        whole = len(self._values)
        ways = (whole, -(-whole // 2), 1)
        self._arrange(next((columns for columns in ways if self._least(columns) <= self.width()), 1))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        while self._grid.takeAt(0) is not None:
            pass
        for number, each in enumerate(self._group.buttons()):
            self._grid.addWidget(each, number // columns, number % columns)
        for column in range(len(self._values)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()


class MaybeTime(QWidget):
    """A time of day that may be left open: a box to tick, then the time."""

    def __init__(self, usual: timedelta) -> None:
        super().__init__()
        self.box, self.time = QCheckBox(), time_edit(usual)
        self.time.setEnabled(False)
        self.box.toggled.connect(self.time.setEnabled)
        row = FlowLayout(8)
        row.addWidget(self.box)
        row.addWidget(self.time)
        self.setLayout(row)

    @property
    def value(self) -> timedelta | None:
        return from_qtime(self.time.time()) if self.box.isChecked() else None

    def show_value(self, value: timedelta | None) -> None:
        self.box.setChecked(value is not None)
        if value is not None:
            self.time.setTime(to_qtime(value))

    def say(self, label: str) -> None:
        self.box.setText(label)
        self.time.setAccessibleName(label)


class Within(Combo):
    """A length of time at most, or no limit. A limit that is not on offer is offered too once it was asked for."""

    def __init__(self, usual: Sequence[timedelta]) -> None:
        super().__init__()
        self._usual, self._limits = tuple(usual), tuple(usual)
        self._look: Look | None = None
        narrow(self)

    @property
    def value(self) -> timedelta | None:
        limit: timedelta | None = self.currentData()
        return limit

    def show_value(self, value: timedelta | None) -> None:
        self._limits = tuple(sorted({*self._usual, *(() if value is None else (value,))}))
        self._fill()
        choose(self, value)

    def say(self, name: str, look: Look) -> None:
        self._look = look
        self.setAccessibleName(name)
        self._fill()

    def _fill(self) -> None:
        chosen = self.currentData()
        self.clear()
        if self._look is None:
            return
        self.addItem(self._look.words.say("no limit"), None)
        for limit in self._limits:
            self.addItem(self._look.words.duration(limit), limit)
        choose(self, chosen)


ANY_TIME = QTime(0, 0)


def open_time() -> QTimeEdit:
    """A time whose midnight stands for: nobody knows."""
    made = time_edit(timedelta())
    made.setWrapping(False)
    made.setMinimumTime(ANY_TIME)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return made


def said_time(field: QTimeEdit) -> timedelta | None:
    """The time of day in a field; None while it shows that any time will do."""
    return None if field.time() == ANY_TIME else from_qtime(field.time())
