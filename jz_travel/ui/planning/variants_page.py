"""Plans side by side: the same wishes in other manners, what each gives and costs, and one tap to take one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from jz_travel.domain.repairs import Variant
from jz_travel.domain.request import Request
from jz_travel.domain.trip import Trip
from jz_travel.planner import World, variants
from jz_travel.ui.parts.empty import EmptyState
from jz_travel.ui.parts.widgets import button, clear, label, named
from jz_travel.ui.planning.variant_column import Cell, DayGlance, VariantHead, manner, worth_comparing
from jz_travel.ui.planning.work import Work
from jz_travel.ui.session import Session
from jz_travel.ui.style.look import Look

COLUMN, FIRST_COLUMN = 160, 92
EMPTY_SIZE = QSize(460, 420)


class VariantsPage(QFrame):
    """``taken`` carries the variant that was chosen; ``closed`` asks for the days back."""

    taken = Signal(object)
    closed = Signal()
    came = Signal(int, object)
    """From the planner: for which question, and one variant more."""

    def __init__(self, session: Session, look: Look, work: Work, world: Callable[[], World]) -> None:
        super().__init__()
        named(self, "boardColumns")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._look, self._work, self._world = session, look, work, world
        self.found: tuple[Variant, ...] = ()
        self._before: Trip | None = None
        self._asked: Request | None = None
        self._state = "empty"
        self.heads: list[VariantHead] = []
        self._back, self.go = button("flat"), button()
        self._back.setIcon(look.icon("chevron_left", "accent"))
        self._back.clicked.connect(self._leave)
        self.go.clicked.connect(self._pressed)
        self._title, self.status = label("title"), label("muted")
        self._empty = EmptyState(look, "empty_trip")
        self._table = QGridLayout()
        self._stack = QStackedWidget()
        self._scroll = QScrollArea()
        self._lay_out()
        self.setFocusProxy(self._back)
        self.came.connect(self._came)
        work.done.connect(self._done)
        work.failed.connect(lambda: self._show_state("failed"))
        session.opened.connect(lambda _: self._forget())
        session.changed.connect(lambda _: self._say())
        look.changed.connect(self._retell)
        self._retell()

    def _lay_out(self) -> None:
        inside = named(QWidget(), "boardColumns")
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(20, 8, 20, 20)
        whole.addLayout(self._table)
        whole.addStretch(1)
        self._table.setHorizontalSpacing(14)
        self._table.setVerticalSpacing(10)
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        middle = QVBoxLayout(holder)
        middle.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignCenter)
        self._empty.setFixedSize(EMPTY_SIZE)
        self._stack.addWidget(holder)
        self._stack.addWidget(self._scroll)
        top, line = QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(8, 8, 20, 0)
        top.addWidget(self._back)
        top.addStretch(1)
        line.setContentsMargins(20, 0, 20, 8)
        titles = QVBoxLayout()
        titles.addWidget(self._title)
        titles.addWidget(self.status)
        line.addLayout(titles, 1)
        line.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(line)
        column.addWidget(self._stack, 1)

    # Asking

    def start(self, request: Request) -> None:
        """Plan a request in all its manners."""
        trip, world = self._session.trip, self._world()
        self._before, self._asked, self.found = trip, request, ()
        asked = self._work.asked + 1

        def tell(variant: Variant) -> None:
            self.came.emit(asked, variant)

        self._work.run(lambda stop: variants(request, world, current=trip, stop=stop, on_found=tell))
        self._show_state("running")

    def _pressed(self) -> None:
        if self._state == "running":
            self._work.stop()
        elif self._asked is not None:
            self.start(self._asked)

    def _leave(self) -> None:
        self._work.give_up()
        self.closed.emit()

    def _came(self, asked: int, variant: Variant) -> None:
        """One column after another."""
        if self._work.wanted(asked) and self._state == "running" and variant.plan.works and variant.plan.places:
            self.found = (*self.found, variant)
            self._show_state("running")

    def _done(self, found: tuple[Variant, ...]) -> None:
        self.found = tuple(each for each in found if each.plan.works and each.plan.places)
        self._show_state("found" if self.found else "nothing")
        if self.heads:
            self.heads[0].take.setFocus()

    def _forget(self) -> None:
        self._work.give_up()
        self.found = ()
        self._show_state("empty")

    def _take(self, variant: Variant) -> None:
        self.taken.emit(variant)

    # What it shows

    def _show_state(self, state: str) -> None:
        self._state = state
        self._fill()
        self._say()

    def _fill(self) -> None:
        clear_grid(self._table)
        self.heads = []
        shown = bool(self.found) and self._state in ("found", "running")
        self._stack.setCurrentIndex(1 if shown else 0)
        if not shown:
            return
        words, look = self._look.words, self._look
        figures = [each.figures for each in self.found]
        measures = worth_comparing(figures)
        days = max(len(each.plan.schedule.days) for each in self.found)
        self._table.setColumnMinimumWidth(0, look.theme.px(FIRST_COLUMN))
        for row, measure in enumerate(measures, 1):
            name = label("muted", words.say(measure.name))
            name.setToolTip(words.say(measure.means) if measure.means else "")
            self._table.addWidget(name, row, 0)
        for column, variant in enumerate(self.found, 1):
            self._table.setColumnMinimumWidth(column, look.theme.px(COLUMN))
            self._table.setColumnStretch(column, 1)
            head = VariantHead(variant, column == 1, look, measures)
            head.take.clicked.connect(partial(self._take, variant))
            self.heads.append(head)
            self._table.addWidget(head, 0, column)
            for row, measure in enumerate(measures, 1):
                best = measure.value(variant.figures) == measure.best(figures)
                self._table.addWidget(Cell(measure.says(variant.figures, words), best, look), row, column)
            for index, day in enumerate(variant.plan.schedule.days):
                glance = DayGlance(day, index, self._session.catalogue, look)
                self._table.addWidget(glance, len(measures) + 1 + index, column)
        self._name_days(days, len(measures) + 1)

    def _name_days(self, days: int, first: int) -> None:
        words = self._look.words
        for index in range(days):
            name = label("muted", words.say("Day {n}", n=index + 1))
            self._table.addWidget(name, first + index, 0, Qt.AlignmentFlag.AlignTop)

    # Words

    def _retell(self) -> None:
        say = self._look.words.say
        self._back.setText(say("Back to the days"))
        self._title.setText(say("Compare plans"))
        self._fill()
        self._say()

    def _say(self) -> None:
        words, say = self._look.words, self._look.words.say
        running = self._state == "running"
        self.go.setText(say("Stop") if running else say("Plan again"))
        self.go.setIcon(self._look.icon("stop" if running else "plan"))
        self.go.setVisible(self._state != "empty")
        texts = {
            "empty": ("", say("Plan your visit first; then you can compare versions of it here, side by side.")),
            "running": (say("Planning the same wishes in several manners …"), say("This takes a few seconds.")),
            "nothing": (say("No plan meets all of this."), say("Ask for less, or for more days.")),
            "failed": (say("Planning went wrong."), say("Your trip is as it was; try again.")),
        }
        if running and self.found:
            self.status.setText(texts["running"][0])
            return
        if self._state != "found":
            self.status.setText("")
            self._empty.show_text(*texts[self._state])
            return
        count = words.count("{n} different plan", "{n} different plans", len(self.found))
        told = say("{plans}, each of them checked. A tick marks the best of a line.", plans=count)
        if self._session.trip != self._before:
            told = say("The trip was changed after these plans were made.") + " " + told
        self.status.setText(told)

    def name_of(self, variant: Variant) -> str:
        return manner(variant, self._look.words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)


def clear_grid(grid: QGridLayout) -> None:
    """Empty a grid; its columns are as narrow as before it was filled."""
    clear(grid)
    for column in range(grid.columnCount()):
        grid.setColumnMinimumWidth(column, 0)
        grid.setColumnStretch(column, 0)
