"""Which of the places found are shown: those of an area, of a kind, open on a day."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from jz_travel.domain.places import Catalogue, Kind, PlaceId
from jz_travel.ui.parts.elided import lines_of
from jz_travel.ui.parts.widgets import Combo
from jz_travel.ui.style.look import Look

ARROW, BOX = 62, 30  # pixels at 100 % text that a choice, or a box, needs beside its words


class PlaceFilters(QFrame):
    """Hidden until wanted. ``say`` names the choices in the visitor's language and keeps what was chosen."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._open_on = look, ""
        self._areas, self._kinds, self._open = Combo(), Combo(), QCheckBox()
        for each in (self._areas, self._kinds):
            each.setMinimumContentsLength(6)
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # both are as wide
            each.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._choices = QHBoxLayout()
        self._choices.addWidget(self._areas, 1)
        self._choices.addWidget(self._kinds, 1)
        column.addLayout(self._choices)
        column.addWidget(self._open)
        self._areas.activated.connect(lambda _: self.changed.emit())
        self._kinds.activated.connect(lambda _: self.changed.emit())
        self._open.toggled.connect(lambda _: self.changed.emit())
        self.hide()

    @property
    def area(self) -> PlaceId | None:
        area: PlaceId | None = self._areas.currentData()
        return area

    @property
    def kind(self) -> Kind | None:
        kind: Kind | None = self._kinds.currentData()
        return kind

    @property
    def only_open(self) -> bool:
        return self._open.isChecked()

    def say(self, catalogue: Catalogue) -> None:
        say = self._look.words.say
        _fill(self._areas, say("All areas"), self._area_choices(catalogue))
        _fill(self._kinds, say("All kinds"), self._kind_choices(catalogue))
        self._areas.setAccessibleName(say("Area"))
        self._kinds.setAccessibleName(say("Kind"))
        self._fit()

    def say_day(self, day: date) -> None:
        self._open_on = self._look.words.say("Open on {date}", date=self._look.words.date_short(day))
        self._open.setAccessibleName(self._open_on)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """One below the other where one would be cut off; the words beside the box in as many lines as they need."""
        way, metrics = QBoxLayout.Direction, self.fontMetrics()
        widest = max(metrics.horizontalAdvance(each.itemText(0)) for each in (self._areas, self._kinds))
        beside = self.width() >= 2 * (widest + self._look.theme.px(ARROW))
        self._choices.setDirection(way.LeftToRight if beside else way.TopToBottom)
        room = self.width() - self._look.theme.px(BOX)
        self._open.setText("\n".join(lines_of(self._open_on, self._open.font(), room)))

    def _area_choices(self, catalogue: Catalogue) -> list[tuple[str, str]]:
        areas = sorted((catalogue[each] for each in catalogue.sights_inside), key=lambda place: place.tier)
        return [(self._look.words.short(place), place.id) for place in areas]

    def _kind_choices(self, catalogue: Catalogue) -> list[tuple[str, str]]:
        words = self._look.words
        labels = [(words.kind(kind), kind) for kind in {place.kind for place in catalogue}]
        return sorted(labels, key=lambda pair: words.sort_key(pair[0]))


def _fill(box: QComboBox, everything: str, choices: list[tuple[str, str]]) -> None:
    chosen = box.currentData()
    box.clear()
    box.addItem(everything, None)
    for label, value in choices:
        box.addItem(label, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
