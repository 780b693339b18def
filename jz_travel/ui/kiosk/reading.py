"""A text in passages: as many at a time as there is room for, with large buttons to the next ones."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from jz_travel.ui.kiosk.card import GAP
from jz_travel.ui.kiosk.fingers import swiped
from jz_travel.ui.parts.widgets import button, label, set_state
from jz_travel.ui.style.look import Look

Passage = tuple[str, str]
"""A heading, which may be empty, and what stands under it."""
CLOSE = 4
GAP_BETWEEN = 20


class Reading(QWidget):
    """Nothing scrolls under a finger: what has no room waits on the next page, and the buttons say so."""

    def __init__(self, look: Look, passages: Sequence[Passage]) -> None:
        super().__init__()
        self._shown_from = 0
        self._touched_at = QPointF()
        self._texts: list[QLabel] = []
        self._passages = [self._passage(each) for each in passages]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_BETWEEN)
        for each in self._passages:
            column.addWidget(each)
        column.addStretch(1)
        say = look.words.say
        self._before = self._turning(look, "chevron_left", say("Earlier ones"), -1)
        self._after = self._turning(look, "chevron_right", say("More"), 1)
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._before)
        row.addStretch(1)
        row.addWidget(self._after)
        column.addWidget(self._bar)

    def _passage(self, said: Passage) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CLOSE)
        texts = [label("heading", said[0]), label("", said[1])] if said[0] else [label("", said[1])]
        for each in texts:
            column.addWidget(each)
        self._texts += texts
        return made

    def _turning(self, look: Look, icon: str, text: str, steps: int) -> QPushButton:
        made = button("", text)
        made.setIcon(look.icon(icon))
        made.setAccessibleName(text)
        made.clicked.connect(lambda: self._turn(steps))
        return made

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._touched_at = event.globalPosition()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Whoever swipes turns as well."""
        if parts := swiped(event.globalPosition() - self._touched_at):
            self._turn(parts)

    def _parts(self) -> list[int]:
        """Where each part begins: one alone when everything has room."""
        if self._has_room():
            return [0]
        heights = self._heights()
        room, starts, used = self.height() - self._bar.sizeHint().height() - GAP, [0], 0
        for at, height in enumerate(heights):
            if used and used + height > room:
                starts.append(at)
                used = 0
            used += height
        return starts

    def _heights(self) -> list[int]:
        return [each.heightForWidth(self.width()) + GAP_BETWEEN for each in self._passages]

    def _has_room(self) -> bool:
        return sum(self._heights()) <= self.height()

    def _turn(self, steps: int) -> None:
        starts = self._parts()
        at = starts.index(self._shown_from) + steps if self._shown_from in starts else 0
        self._show(starts, max(0, min(at, len(starts) - 1)))

    def _show(self, starts: list[int], at: int) -> None:
        self._shown_from = starts[at]
        until = starts[at + 1] if at + 1 < len(starts) else len(self._passages)
        for number, each in enumerate(self._passages):
            each.setVisible(self._shown_from <= number < until)
        self._bar.setVisible(len(starts) > 1)
        self._before.setEnabled(at > 0)
        self._after.setEnabled(at < len(starts) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for large in (True, False):  # a short text is read from further away
            for each in self._texts:
                set_state(each, "large", large)
            if self._has_room():
                break
        self._turn(0)
