"""A row of small choices of which one, or none, is on; it scrolls sideways where it does not fit."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from jz_travel.ui.parts.widgets import button, named
from jz_travel.ui.style.look import Look

FADE = 28  # pixels at 100 % text


class Fading(QWidget):
    """Over a row that scrolls: where it goes on beyond an edge, it fades out there."""

    def __init__(self, row: QScrollArea, look: Look) -> None:
        super().__init__(row)
        self._bar, self._look = row.horizontalScrollBar(), look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._bar.valueChanged.connect(lambda _: self.update())
        self._bar.rangeChanged.connect(lambda *_: self.update())

    @property
    def edges(self) -> tuple[bool, bool]:
        """Whether there is more on the left, and on the right."""
        at = self._bar.value()
        return at > self._bar.minimum(), at < self._bar.maximum()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, fade = QPainter(self), self._look.theme.px(FADE)
        ground = self._look.theme.qcolor("panel")
        clear = QColor(ground)
        clear.setAlpha(0)
        for is_more, edge, inner in zip(self.edges, (0, self.width()), (fade, self.width() - fade), strict=True):
            if is_more:
                shade = QLinearGradient(edge, 0, inner, 0)
                shade.setColorAt(0, ground)
                shade.setColorAt(1, clear)
                painter.fillRect(min(edge, inner), 0, fade, self.height(), shade)


class ChipRow(QScrollArea):
    """``chosen`` carries the value of the chip that is now on, or ``None``."""

    chosen = Signal(object)

    def __init__(self, values: Sequence[object], look: Look) -> None:
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
        self.fading = Fading(self, look)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fading.setGeometry(self.rect())
        self.fading.raise_()

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.horizontalScrollBar()
        step = event.angleDelta().y() or event.angleDelta().x()
        bar.setValue(bar.value() - step)
        event.accept()

    def _clicked(self, number: int) -> None:
        self.ensureWidgetVisible(self._group.button(number), 40, 0)
        self.chosen.emit(self.current)
