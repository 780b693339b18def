"""How long a day is on the road, and how far: said in words where they have room, and by a drawing everywhere."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jz_travel.domain.travel import Mode
from jz_travel.ui.days.strip import ICONS
from jz_travel.ui.parts.widgets import label
from jz_travel.ui.style.icons import paint_icon
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import held_together

BESIDE = 5


class RoadSums(QWidget):
    """One line below the date of a day."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._icon, self._sums, self._said, self._shown = "", "", "", ""
        self._label = label("small")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._label)

    def show_sums(self, mode: Mode, sums: str) -> None:
        """``sums`` as they stand side by side."""
        self._icon = ICONS.get(str(mode), str(mode))
        self._sums, self._said = sums, self._look.words.say("{sums} on the road", sums=sums)
        self._row.setContentsMargins(self._side + BESIDE, 0, 0, 0)
        self._show(tip=self._said)

    def show_text(self, text: str) -> None:
        """Of a day without a way."""
        self._icon, self._sums, self._said = "", text, text
        self._row.setContentsMargins(0, 0, 0, 0)
        self._show(tip="")

    @property
    def text(self) -> str:
        """What is read."""
        return self._shown

    @property
    def _side(self) -> int:
        return self._look.theme.px(15)

    def _show(self, tip: str) -> None:
        self._label.setAccessibleName(self._said)
        self._label.setToolTip(tip)
        self.setToolTip(tip)
        self._fit()
        self.update()

    def _fit(self) -> None:
        room = self.width() - self._row.contentsMargins().left()
        has_room = self._label.fontMetrics().horizontalAdvance(self._said) <= room
        self._shown = self._said if has_room else self._sums
        self._label.setText(held_together(self._shown))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._icon:
            return
        painter, side = QPainter(self), self._side
        line = self._label.fontMetrics().height()
        top = self._label.y() + max(0, (line - side) // 2)
        paint_icon(painter, self._icon, QRect(0, top, side, side), self._look.theme["ink_muted"])
