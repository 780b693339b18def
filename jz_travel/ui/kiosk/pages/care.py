"""Pages about the screen itself: easier to use, still there?, closed, being cleaned."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent

from jz_travel.resources import assets
from jz_travel.ui.kiosk.page import Page
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.parts.widgets import label

CLEANING_SECONDS = 60
WANDER_MS = 60_000
GOLDEN, PLASTIC = 0.6180339887, 0.7548776662


class EasierPage(Page):
    """What makes the screen easier for this visitor alone: each card switches one thing on or off."""

    def __init__(self, sitting: Sitting, upright: bool) -> None:
        super().__init__(sitting, upright)
        comfort = sitting.comfort
        self.title = self.say("Easier to use")
        self.lead = self.say("As many as you like; all of it ends with your visit.")
        make = sitting.make_easier
        cards = [
            self.card(self.say("Large letters"), self.say("Larger, three choices at a time"), icon="text_size",
                      act=lambda: make(elder=not comfort.elder), chosen=comfort.elder),
            self.card(self.say("High contrast"), self.say("White and yellow on black"), icon="contrast",
                      act=lambda: make(contrast=not comfort.contrast), chosen=comfort.contrast),
            self.card(self.say("Calm"), self.say("Nothing moves by itself"), icon="moon",
                      act=lambda: make(still=not comfort.still), chosen=comfort.still),
            self.card(self.say("Without steps"), self.say("Only places one can reach on wheels"), icon="accessibility",
                      act=lambda: make(step_free=not comfort.step_free), chosen=comfort.step_free),
        ]  # fmt: skip
        self.add_choices(cards, 2, 2, tallest=230)


class StillTherePage(Page):
    """One large button, and how long there is."""

    def __init__(self, sitting: Sitting, upright: bool, go_on: Callable[[], None], seconds: int) -> None:
        super().__init__(sitting, upright)
        self.title = self.say("Are you still there?")
        self._left = label("title", "")
        self._left.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.picture = assets("illustrations", "empty_search.svg")
        self._button = self.button(self.say("Go on"), go_on, icon="check", look="main")
        self._button.setProperty("huge", True)
        self.column.addStretch(1)
        self.column.addWidget(self._left)
        self.add_row(self._button)
        self.column.addStretch(2)
        self.tell(seconds)

    def tell(self, seconds: int) -> None:
        self._left.setText(
            self.words.count(
                "In {n} second everything you did here is wiped.",
                "In {n} seconds everything you did here is wiped.",
                seconds,
            )
        )


class ClosedPage(Page):
    """Dark, but for a line that wanders, so that nothing burns into the screen."""

    has_dock = False
    is_dark = True

    def __init__(self, sitting: Sitting, upright: bool) -> None:
        super().__init__(sitting, upright)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("dark", True)
        policy = sitting.city.policy
        times = self.words.time_range(policy.opens, policy.closes)
        said = (self.say("This screen is resting"), self.say("It is here for you {times}.", times=times))
        self._line = label("dark", "\n".join(said))
        self._line.setParent(self)
        self._line.setWordWrap(False)
        self._step = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.wander)
        self._timer.start(WANDER_MS)

    def wander(self) -> None:
        """To a spot far from the last ones: steps by irrational parts of the way never meet again."""
        self._line.adjustSize()
        self._step += 1
        room = self.size() - self._line.size()
        across, down = (self._step * part % 1 for part in (GOLDEN, PLASTIC))
        self._line.move(round(max(0, room.width()) * across), round(max(0, room.height()) * down))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.wander()


class CleaningPage(Page):
    """Touches do nothing for a while, so that the glass can be wiped; it ends by itself."""

    has_dock = False
    ended = Signal()

    def __init__(self, sitting: Sitting, upright: bool) -> None:
        super().__init__(sitting, upright)
        self._left = CLEANING_SECONDS
        self.title = self.say("The screen is being cleaned")
        self.lead = self.say("Touches do nothing now.")
        self._count = label("display", "")
        self._count.setProperty("large", True)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column.addWidget(self._count, 1)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1_000)
        self._tell()

    def _tick(self) -> None:
        self._left -= 1
        self._tell()
        if self._left <= 0:
            self._timer.stop()
            self.ended.emit()

    def _tell(self) -> None:
        self._count.setText(self.words.count("{n} second", "{n} seconds", self._left))
