"""What fills the window below its head: the plan, the holiday statistics, or a page that something else puts there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from jz_travel.ui.style.look import Look

if TYPE_CHECKING:
    from jz_travel.ui.statistics.view import StatisticsView


class Pages(QStackedWidget):
    """``statistics`` is None until they are first wanted: they take longer to make than the window."""

    said = Signal(str, str)
    """A sentence for the notices, and its kind."""

    def __init__(self, plan: QWidget, make_statistics: Callable[[], "StatisticsView"], look: Look) -> None:
        super().__init__()
        self._plan, self._make_statistics, self._look = plan, make_statistics, look
        self.statistics: StatisticsView | None = None
        self.addWidget(plan)

    def show_plan(self) -> None:
        self.setCurrentWidget(self._plan)

    def show_statistics(self, on: bool) -> None:
        """The holiday statistics, or the plan again."""
        if not on:
            self.show_plan()
            return
        shown = self.statistics or self._made()
        self.setCurrentWidget(shown)
        shown.focus_page()

    def show_page(self, page: QWidget) -> None:
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        page.setFocus()

    def _made(self) -> "StatisticsView":
        made = self.statistics = self._make_statistics()
        made.failed.connect(lambda failure: self.said.emit(self._look.words.failure(failure), "failure"))
        made.said.connect(lambda text: self.said.emit(text, "good"))
        self.addWidget(made)
        return made
