"""Fields of the bureau's forms: choices by their names, a line with its name, a place for what is wrong."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from jz_travel.domain.places import Place, PlaceId
from jz_travel.ui.parts.dates import DateEdit
from jz_travel.ui.parts.reading_area import ReadingArea
from jz_travel.ui.parts.widgets import Combo, button, label
from jz_travel.ui.style.look import Look

T = TypeVar("T")


class Choice(Combo, Generic[T]):
    """A value out of some. The first may stand for "not said yet"."""

    def __init__(self, values: Sequence[T], names: Sequence[str], chosen: T) -> None:
        super().__init__()
        self._values = list(values)
        self.addItems(list(names))
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choose(chosen)

    @property
    def value(self) -> T:
        return self._values[self.currentIndex()]

    def offer(self, values: Sequence[T], names: Sequence[str]) -> None:
        """Others instead; the chosen one stays where it is among them."""
        before = self.value
        self.clear()
        self._values = list(values)
        self.addItems(list(names))
        self.choose(before)

    def choose(self, value: T) -> None:
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)


def line(text: str, name: str, hint: str = "") -> QLineEdit:
    """A field with a name for screen readers; ``hint`` stands in it while it is empty."""
    made = QLineEdit(text)
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made


def add_row(form: QFormLayout, name: str, field: QWidget) -> None:
    """A row whose name the keyboard and screen readers know too."""
    said = label("muted", name, wrap=False)
    said.setBuddy(field)
    field.setAccessibleName(name)
    form.addRow(said, field)


def form_of(rows: Iterable[tuple[str, QWidget]]) -> QFormLayout:
    """Named fields, one below the other."""
    form = QFormLayout()
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setHorizontalSpacing(14)
    for name, field in rows:
        add_row(form, name, field)
    return form


def place_choice(look: Look, places: Sequence[Place]) -> Choice[PlaceId | None]:
    """One place, or the whole city."""
    names = [look.words.say("The whole city"), *(look.words.name(each) for each in places)]
    return Choice([None, *(each.id for each in places)], names, None)


def day_field(the_day: date, look: Look) -> DateEdit:
    """A day to choose from a calendar."""
    made = DateEdit()
    made.speak(look)
    made.setDate(QDate(the_day.year, the_day.month, the_day.day))
    return made


def day_in(field: QDateEdit) -> date:
    """The date that a field shows; such a field is never empty."""
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())


def put_together(dialog: QDialog, look: Look, form: QFormLayout, keep: Callable[[], object]) -> QLabel:
    """A form's title, fields and buttons in its window; the fields scroll where it is too low for them. The label that
    is returned says what is wrong.
    """
    buttons = QHBoxLayout()
    wanted, leave = button("main", look.words.say("Save")), button("", look.words.say("Cancel"))
    wanted.setDefault(True)
    wanted.clicked.connect(lambda _=False: keep())
    leave.clicked.connect(dialog.reject)
    buttons.addStretch(1)
    buttons.addWidget(leave)
    buttons.addWidget(wanted)
    wrong = label("clash")
    wrong.hide()
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 18, 20, 16)
    column.setSpacing(12)
    column.addWidget(label("title", dialog.windowTitle()))
    reading = ReadingArea()
    reading.column.addLayout(form)
    column.addWidget(reading, 1)
    column.addWidget(wrong)
    column.addLayout(buttons)
    return wrong
