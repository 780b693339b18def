"""What the bureau keeps, as the window has it: a copy at once, the desk itself in the background, and every change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jz_travel.desk.address import is_there
from jz_travel.desk.copy import FILE, read_copy, write_copy
from jz_travel.domain.bureau import Batch, BatchId, Kept, Kiosk, Record, Refused, calendar_with
from jz_travel.domain.failures import Failure
from jz_travel.domain.holidays import HolidayCalendar
from jz_travel.ui.tasks import Tasks

if TYPE_CHECKING:
    from jz_travel.desk import Desk


@dataclass(frozen=True, slots=True)
class Shown:
    """What the desk's page shows beside the records themselves."""

    name: str = ""
    batches: tuple[Batch, ...] = ()
    kiosks: tuple[Kiosk, ...] = ()


class OwnRecords(QObject):
    """``changed`` when there is something new, ``closures_changed`` when a place is closed or open again; ``failed``
    and ``refused`` carry what stood in the way, ``done`` the batch of a change that was kept."""

    changed = Signal()
    closures_changed = Signal()
    failed = Signal(object)
    refused = Signal(object)
    done = Signal(object)

    def __init__(self, url: str, folder: Path) -> None:
        super().__init__()
        self._url, self._copy = url, folder / FILE
        self._tasks = Tasks()
        self._desk: Desk | None = None
        self.kept, self.shown = Kept(), Shown()
        self._calendar: tuple[HolidayCalendar, Kept, HolidayCalendar] | None = None
        self.unreadable: Failure | None = None
        try:
            self.kept = read_copy(self._copy)
        except Failure as failure:
            self.unreadable = failure

    def on_calendar(self, calendar: HolidayCalendar) -> HolidayCalendar:
        """A calendar that knows what the bureau says of its days; the same one until something changes."""
        if self._calendar is None or self._calendar[0] is not calendar or self._calendar[1] is not self.kept:
            self._calendar = (calendar, self.kept, calendar_with(calendar, self.kept))
        return self._calendar[2]

    # In the background

    def refresh(self, *, quietly: bool = False) -> None:
        """Read the desk anew. ``quietly``: only if somebody has kept something, and without a word when it fails."""
        if quietly and not is_there(self._url):
            return
        self._run(lambda _: None, quietly=quietly)

    def put(self, records: Sequence[Record], by: str, what: str) -> None:
        self._run(lambda desk: desk.put(records, by, what))

    def remove(self, records: Sequence[Record], by: str = "", what: str = "") -> None:
        self._run(lambda desk: desk.remove(records, by, what))

    def undo(self, batch: BatchId) -> None:
        self._run(lambda desk: desk.undo(batch))

    def run(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        """Other work beside the window, like reading a sheet."""
        self._tasks.run(work, done, self._say)

    def wait(self) -> None:
        self._tasks.wait()

    def close(self) -> None:
        """After the last change is written."""
        self._tasks.wait()
        if self._desk is not None:
            self._desk.close()

    def _run(self, act: "Callable[[Desk], Batch | None]", *, quietly: bool = False) -> None:
        def work() -> tuple[Batch | None, Kept, Shown]:
            desk = self._opened()
            batch = act(desk)
            kept = desk.kept()
            if kept != self.kept:
                write_copy(self._copy, kept)
            return batch, kept, Shown(desk.name, desk.batches(12), desk.kiosks())

        self._tasks.run(work, self._took, self._keep_quiet if quietly else self._say)

    def _opened(self) -> "Desk":
        from jz_travel.desk import Desk  # the window does not wait for a database library

        if self._desk is None:
            self._desk = Desk.open(self._url)
        return self._desk

    def _took(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        before = self.kept.closures
        batch, self.kept, self.shown = answer
        self.changed.emit()
        if self.kept.closures != before:
            self.closures_changed.emit()
        if batch is not None:
            self.done.emit(batch)

    def _keep_quiet(self, error: Exception) -> None:
        """Nobody asked: the copy serves, and the desk's page says so when somebody looks."""
        if not isinstance(error, Failure):
            raise error

    def _say(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.refused.emit(error)
        elif isinstance(error, Failure):
            self.failed.emit(error)
        else:
            raise error
