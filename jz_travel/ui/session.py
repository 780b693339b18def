"""The one thing that changes: the trip on the table, its schedule, and how to undo what was done to it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.schedule import Schedule
from jz_travel.domain.timetable import Daylight, schedule
from jz_travel.domain.travel import Travel
from jz_travel.domain.trip import DayId, StopId, Trip

MOST_UNDO = 500


@dataclass(frozen=True, slots=True)
class Selection:
    """What the visitor points at: a place, perhaps as one stop of the trip, perhaps only a day."""

    place: PlaceId | None = None
    stop: StopId | None = None
    day: DayId | None = None


class Session(QObject):
    """Views read ``schedule`` and ``selection``; only :meth:`edit` writes the trip."""

    changed = Signal(object)
    """The schedule after an edit, an undo, a redo or another trip."""
    opened = Signal(object)
    """Another trip lies on the table: the schedule. Emitted before ``changed``."""
    pointed = Signal(object)
    """The new selection."""

    def __init__(self, catalogue: Catalogue, travel: Travel, daylight: Daylight, trip: Trip) -> None:
        super().__init__()
        self._catalogue, self._travel, self._daylight = catalogue, travel, daylight
        self._schedule = self._derive(trip)
        self._selection = Selection()
        self.undo_stack = QUndoStack(self)  # a child: it signals while it is destroyed
        self.undo_stack.setUndoLimit(MOST_UNDO)

    @property
    def catalogue(self) -> Catalogue:
        return self._catalogue

    @property
    def travel(self) -> Travel:
        return self._travel

    @property
    def schedule(self) -> Schedule:
        return self._schedule

    @property
    def trip(self) -> Trip:
        return self._schedule.trip

    @property
    def selection(self) -> Selection:
        return self._selection

    def edit(self, what: str, trip: Trip) -> None:
        """Put a new trip on the table as one step that can be undone; ``what`` names it in the visitor's words."""
        if trip == self.trip:
            return
        # The schedule is computed before the step is pushed: a failure leaves no half-done step behind.
        self.undo_stack.push(_Edit(self, what, self._schedule, self._derive(trip)))

    def open(self, trip: Trip) -> None:
        """Put another trip on the table; what was done to the one before can no longer be undone."""
        self.undo_stack.clear()
        self._schedule = self._derive(trip)
        self._selection = Selection()
        self.opened.emit(self._schedule)
        self.pointed.emit(self._selection)
        self.changed.emit(self._schedule)

    def point(self, selection: Selection) -> None:
        """Select a place, a stop or a day."""
        if selection != self._selection:
            self._selection = selection
            self.pointed.emit(selection)

    def point_at_place(self, place: PlaceId | None) -> None:
        """Select a place; where the trip visits it, its first stop too. Else the day stays selected."""
        stop = next((each for each in self.trip.stops() if each.place == place), None)
        day = self.trip.day_of(stop.id).id if stop else self._selection.day
        self.point(Selection(place, stop.id if stop else None, day))

    def point_at_stop(self, stop: StopId) -> None:
        self.point(Selection(self.trip.stop(stop).place, stop, self.trip.day_of(stop).id))

    def _derive(self, trip: Trip) -> Schedule:
        return schedule(trip, self._catalogue, self._travel, self._daylight)

    def _show(self, shown: Schedule) -> None:
        self._schedule = shown
        self.point(self._still_there(self._selection))
        self.changed.emit(shown)

    def _still_there(self, selection: Selection) -> Selection:
        """What is left to point at after an edit: a stop may be gone or on another day, a day may be gone."""
        if selection.stop is not None and selection.stop in self._schedule.visits:
            return Selection(selection.place, selection.stop, self.trip.day_of(selection.stop).id)
        return Selection(selection.place, None, selection.day if selection.day in self._schedule.by_day else None)


class _Edit(QUndoCommand):
    """Every edit there is: from one schedule to another."""

    def __init__(self, session: Session, what: str, before: Schedule, after: Schedule) -> None:
        super().__init__(what)
        self._session, self._before, self._after = session, before, after

    def redo(self) -> None:
        self._session._show(self._after)

    def undo(self) -> None:
        self._session._show(self._before)
