"""A row of small choices of which one, or none, is on; it scrolls sideways where it does not fit."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from jz_travel.ui.parts.widgets import button, named


class ChipRow(QScrollArea):
    """``chosen`` carries the value of the chip that is now on, or ``None``."""

    chosen = Signal(object)

    def __init__(self, values: Sequence[object]) -> None:
        super().__init__()
        self._values = values
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = named(QWidget(), "chipRow")
        row = QHBoxLayout(self._inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._group = QButtonGroup(self)
        for number in range(len(values) + 1):
            chip = button("chip", checkable=True)
            self._group.addButton(chip, number)
            row.addWidget(chip)
        row.addStretch(1)
        self.setWidget(self._inside)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._clicked)

    @property
    def current(self) -> object:
        number = self._group.checkedId()
        return None if number <= 0 else self._values[number - 1]

    def set_labels(self, everything: str, labels: Sequence[str]) -> None:
        for number, label in enumerate((everything, *labels)):
            self._group.button(number).setText(label)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its chips."""
        return QSize(super().sizeHint().width(), self._inside.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._inside.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.horizontalScrollBar()
        step = event.angleDelta().y() or event.angleDelta().x()
        bar.setValue(bar.value() - step)
        event.accept()

    def _clicked(self, number: int) -> None:
        self.ensureWidgetVisible(self._group.button(number), 40, 0)
        self.chosen.emit(self.current)
