"""Words of a sheet that nobody here knows, each beside what it may mean."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from jz_travel.domain.sheets import Kind, Remark
from jz_travel.domain.statistics import Definition, Event, Measure, Subject, Unit
from jz_travel.ui.bureau.fields import Choice, add_row
from jz_travel.ui.parts.widgets import label
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import one_line
from jz_travel.words.statistics import EVENTS, MEASURES, SHORT_DEFINITIONS

MOST_WORDS = 8
"""At once; when these are explained, the next ones come."""
LONGEST = 24


class SheetWords(QWidget):
    """``explained`` carries a word of the sheet and the word of ours that it stands for; empty: not said."""

    explained = Signal(str, str)

    def __init__(self, look: Look, subjects: Sequence[Subject]) -> None:
        super().__init__()
        words, say = look.words, look.words.say
        self._look = look
        self._choices: dict[Kind, tuple[list[str], list[str]]] = {
            Kind.UNKNOWN_SUBJECT: ([each.id for each in subjects], [words.text(each.name) for each in subjects]),
            Kind.UNKNOWN_EVENT: (list(Event), [say(EVENTS[each]) for each in Event]),
            Kind.UNKNOWN_MEASURE: (list(Measure), [say(MEASURES[each], context="measure") for each in Measure]),
            Kind.UNKNOWN_DEFINITION: (list(Definition), [say(SHORT_DEFINITIONS[each]) for each in Definition]),
            Kind.UNKNOWN_UNIT: (
                [each.value for each in Unit if each.value],
                [each.value for each in Unit if each.value],
            ),
        }
        self._kinds: dict[str, Kind] = {}
        self.fields: dict[str, Choice[str]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label("section", say("Words of the sheet")))
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column.addLayout(self._form)
        self.hide()

    def ask(self, remarks: Iterable[Remark], known: Mapping[str, str]) -> None:
        """About what nobody knows yet; what was explained before stays, so that it can be changed."""
        self._kinds = {word: kind for word, kind in self._kinds.items() if word in known}
        for each in remarks:
            if each.kind in self._choices and len(self._kinds) < len(known) + MOST_WORDS:
                self._kinds.setdefault(each.other if each.kind is Kind.UNKNOWN_UNIT else each.cell, each.kind)
        while self._form.rowCount():
            self._form.removeRow(0)
        self.fields = {}
        for word, kind in self._kinds.items():
            values, names = self._choices[kind]
            choice = Choice(["", *values], [self._look.words.say("not said"), *names], known.get(word, ""))
            choice.activated.connect(lambda _, word=word, choice=choice: self.explained.emit(word, choice.value))
            add_row(self._form, one_line(word, LONGEST), choice)
            self.fields[word] = choice
        self.setVisible(bool(self._kinds))
