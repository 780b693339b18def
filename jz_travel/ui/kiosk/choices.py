"""Choices side by side, a few at a time, with large buttons to the next ones: nothing needs to be dragged."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from jz_travel.ui.kiosk.card import GAP, MAIN, Card, settle
from jz_travel.ui.kiosk.fingers import swiped
from jz_travel.ui.parts.widgets import button, label
from jz_travel.ui.style.look import Look

MakeCard = Callable[[], Card]
ELDER_CHOICES = 3
MOST_CHOICES = 7
"""More at once and people stop reading."""
TALLEST, SHORTEST = 300, 66
"""Of a card, in pixels at the usual size of letters: a lower one would cut its two lines."""


class Choices(QWidget):
    """``turned`` carries the number of the part that is shown now, from 0. A card is made when it is shown."""

    turned = Signal(int)

    def __init__(
        self,
        look: Look,
        cards: Sequence[MakeCard],
        across: int,
        down: int,
        *,
        part: int = 0,
        tallest: int = TALLEST,
        at_top: bool = True,
    ) -> None:
        super().__init__()
        self._look, self._cards, self._across, self._down = look, cards, across, down
        self._most_down = down
        self._tallest, self._at_top = look.theme.px(tallest) if tallest else 0, at_top
        self._shown: list[Card] = []
        self._touched_at = QPointF()
        self._part = min(part, self.parts - 1)
        say = look.words.say
        self._before, self._after = button("", say("Earlier ones")), button("", say("More"))
        self._before.setIcon(look.icon("chevron_left"))
        self._after.setIcon(look.icon("chevron_right"))
        for turning in (self._before, self._after):
            turning.setAccessibleName(turning.text())
        self._where = label("heading", wrap=False)
        self._bar: tuple[QPushButton | QLabel, ...] = (self._before, self._where, self._after)
        for each in self._bar:
            each.setParent(self)
            each.setVisible(self.parts > 1)
        self._before.clicked.connect(lambda: self.turn(self._part - 1))
        self._after.clicked.connect(lambda: self.turn(self._part + 1))
        self._fill()

    @property
    def _at_once(self) -> int:
        return min(self._across * self._down, MOST_CHOICES)

    @property
    def parts(self) -> int:
        return max(1, -(-len(self._cards) // self._at_once))

    @property
    def cards(self) -> tuple[Card, ...]:
        """The ones to be seen now."""
        return tuple(self._shown)

    def turn(self, part: int) -> None:
        if 0 <= part < self.parts and part != self._part:
            self._part = part
            self._fill()
            self._arrange()
            self.turned.emit(part)

    def _fill(self) -> None:
        for card in self._shown:
            card.hide()
            card.deleteLater()
        each = self._at_once
        self._shown = [make() for make in self._cards[self._part * each : (self._part + 1) * each]]
        for card in self._shown:
            card.setParent(self)
            card.turned.connect(self._turn_by)
            card.show()
        self._before.setEnabled(self._part > 0)
        self._after.setEnabled(self._part < self.parts - 1)
        self._where.setText(f"{self._part + 1} / {self.parts}")

    def _turn_by(self, parts: int) -> None:
        self.turn(self._part + parts)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Between the cards, and on those that are only to be read."""
        self._touched_at = event.globalPosition()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._turn_by(swiped(event.globalPosition() - self._touched_at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._arrange()

    def _fit(self) -> None:
        """On a low screen fewer at once; the first of those that are shown stays."""
        shortest, first = self._look.theme.px(SHORTEST), self._part * self._at_once
        for down in range(self._most_down, 0, -1):
            self._down = down
            if down * (shortest + GAP) - GAP <= self.height() - self._bar_height():
                break
        part = first // self._at_once
        if part != self._part or len(self._shown) != len(self._cards[part * self._at_once :][: self._at_once]):
            self._part = part
            self._fill()
        for each in self._bar:
            each.setVisible(self.parts > 1)

    def _bar_height(self) -> int:
        """With the gap above it."""
        return max(MAIN, self._look.theme.px(46)) + GAP if self.parts > 1 else 0

    def _arrange(self) -> None:
        bar = self._bar_height()
        room = self.height() - bar
        rows = self._down if self.parts > 1 else -(-len(self._cards) // self._across)
        rows = max(1, rows)
        wide = (self.width() - GAP * (self._across - 1)) // self._across
        high = (room - GAP * (rows - 1)) // rows
        if self._tallest:
            high = min(high, self._tallest)
        top = 0 if self._at_top else max(0, room - rows * high - GAP * (rows - 1))
        for at, card in enumerate(self._shown):
            row, column = divmod(at, self._across)
            card.setGeometry(QRect(column * (wide + GAP), top + row * (high + GAP), wide, high))
        settle(self._shown)
        if bar:
            self._arrange_bar(min(self.height() - bar + GAP, top + rows * (high + GAP)), bar - GAP)

    def _arrange_bar(self, top: int, height: int) -> None:
        side = min(self.width() * 2 // 5, self._look.theme.px(220))
        self._before.setGeometry(0, top, side, height)
        self._after.setGeometry(self.width() - side, top, side, height)
        self._where.adjustSize()
        self._where.move((self.width() - self._where.width()) // 2, top + (height - self._where.height()) // 2)
