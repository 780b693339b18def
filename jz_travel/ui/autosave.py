"""Nothing is ever unsaved: each edit reaches the disk soon, off the window's thread, in order."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from jz_travel.domain.failures import Failure
from jz_travel.domain.schedule import Schedule
from jz_travel.domain.trip import Trip
from jz_travel.store.library import TripLibrary
from jz_travel.store.trips import TripDocument
from jz_travel.ui.session import Session
from jz_travel.ui.tasks import Tasks

PAUSE_MS = 400


class Autosave(QObject):
    """Writes the trip on the table into the library. ``failed`` carries a ``Failure``; the work stays in memory."""

    failed = Signal(object)
    saved = Signal()

    def __init__(self, session: Session, library: TripLibrary, tasks: Tasks, document: TripDocument) -> None:
        super().__init__()
        self._session, self._library, self._tasks = session, library, tasks
        self._document = document
        self._kept: Trip | None = document.trip
        self._warned_of: Trip | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.save)
        session.changed.connect(self._changed)

    @property
    def document(self) -> TripDocument:
        """The trip on the table with whatever its file says besides."""
        return self._document.with_trip(self._session.trip)

    def follow(self, document: TripDocument, kept: bool) -> None:
        """Another trip comes onto the table; ``kept`` when its file already holds it."""
        self.save()
        self._document = document
        self._kept = document.trip if kept else None

    def save(self) -> None:
        """Write now what is not yet written; the answer comes by signal."""
        self._timer.stop()
        document = self.document
        if document.trip == self._kept or document.trip.id != self._document.trip.id:
            return
        self._kept = document.trip
        self._tasks.run(self._write(document), lambda _: self.saved.emit(), self._not_written)

    def save_now(self) -> None:
        """Write, and wait until it is done."""
        self.save()
        self._tasks.wait()

    def may_leave(self) -> bool:
        """Write all. ``False`` when that cannot be done, the first time: whoever leaves again means it."""
        self.save_now()
        trip = self._session.trip
        warned, self._warned_of = self._warned_of == trip, None if trip == self._kept else trip
        return trip == self._kept or warned

    def give_up(self) -> None:
        """The trip on the table need not be written as it is called now."""
        self._timer.stop()
        self._kept = self._session.trip

    def retry(self) -> None:
        self._kept = None
        self.save()

    def after_saving(self, act: Callable[[], object]) -> None:
        """Do something once all that is to be written is written."""
        self._tasks.run(act)

    def finish(self) -> bool:
        """Before the program ends: everything written, and let go of. ``False``: see :meth:`may_leave`."""
        if not self.may_leave():
            return False
        self._library.close()
        return True

    def _write(self, document: TripDocument) -> Callable[[], object]:
        def write() -> None:
            self._library.save(document)
            self._library.set_last_opened(document.trip.id)

        return write

    def _changed(self, schedule: Schedule) -> None:
        if schedule.trip != self._kept:
            self._timer.start()

    def _not_written(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._kept = None  # so that the next save tries again
        self.failed.emit(error)
