"""The one thing that changes: the trip on the table, its schedule, and how to undo what was done to it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from jz_travel.domain.own_places import OwnPlace
from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.schedule import Schedule
from jz_travel.domain.timetable import Daylight, schedule
from jz_travel.domain.travel import Roads, Travel
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

    def __init__(self, catalogue: Catalogue, roads: Roads, daylight: Daylight, trip: Trip) -> None:
        super().__init__()
        self._roads, self._daylight = roads, daylight
        self._catalogues: dict[tuple[OwnPlace, ...], Catalogue] = {(): catalogue}
        self._travels: dict[tuple[OwnPlace, ...], Travel] = {(): roads}
        self._schedule = self._derive(trip)
        self._selection = Selection()
        self.undo_stack = QUndoStack(self)  # a child: it signals while it is destroyed
        self.undo_stack.setUndoLimit(MOST_UNDO)

    @property
    def catalogue(self) -> Catalogue:
        """Every place that can be spoken of, with the own places of the trip on the table."""
        return self._world(self.trip)[0]

    @property
    def travel(self) -> Travel:
        """The ways among all places of :attr:`catalogue`, the trip's own ones included."""
        return self._world(self.trip)[1]

    @property
    def schedule(self) -> Schedule:
        """Always that of the trip on the table: it is worked out before anybody hears of an edit."""
        return self._schedule

    @property
    def trip(self) -> Trip:
        return self._schedule.trip

    @property
    def selection(self) -> Selection:
        return self._selection

    def edit(self, what: str, trip: Trip, part_of: int = -1) -> None:
        """Put a new trip on the table as one step that can be undone; ``what`` names it in the visitor's words.

        ``part_of``: edits with the same number, one right after the other, are one step.
        """
        if trip == self.trip:
            return
        # The schedule is computed before the step is pushed: a failure leaves no half-done step behind.
        self.undo_stack.push(_Edit(self, what, self._schedule, self._derive(trip), part_of))

    def open(self, trip: Trip) -> None:
        """Put another trip on the table; what was done to the one before can no longer be undone."""
        self.undo_stack.clear()
        self._schedule = self._derive(trip)
        self._selection = Selection()
        self.opened.emit(self._schedule)
        self.pointed.emit(self._selection)
        self.changed.emit(self._schedule)

    def travel_by(self, roads: Roads) -> None:
        """More is known of the roads than before: the same trip, reckoned anew. Nothing that could be undone."""
        self._roads = roads
        self._travels = {(): roads}
        self._show(self._derive(self.trip))

    def know(self, catalogue: Catalogue) -> None:
        """Something else is known of the places, like a closure: the same trip, reckoned anew."""
        self._catalogues = {(): catalogue}
        self._show(self._derive(self.trip))

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
        """Raises ``KeyError`` when the trip has no such stop."""
        self.point(Selection(self.trip.stop(stop).place, stop, self.trip.day_of(stop).id))

    @property
    def selected_day(self) -> int | None:
        """The number of the day that is pointed at, from 1; None where no day is."""
        days = [day.id for day in self.trip.days]
        return days.index(self._selection.day) + 1 if self._selection.day in days else None

    def _derive(self, trip: Trip) -> Schedule:
        return schedule(trip, *self._world(trip), self._daylight)

    def _world(self, trip: Trip) -> tuple[Catalogue, Travel]:
        """The catalogue with a trip's own places, and travel among them: the same objects for the same places."""
        own = trip.own
        if own not in self._catalogues:
            self._catalogues[own] = self._catalogues[()].with_places(each.as_place() for each in own)
        if own not in self._travels:
            self._travels[own] = self._roads.knowing(self._catalogues[own])
        return self._catalogues[own], self._travels[own]

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

    def __init__(self, session: Session, what: str, before: Schedule, after: Schedule, part_of: int) -> None:
        super().__init__(what)
        self._session, self._before, self._after = session, before, after
        self._roads, self._part_of = session._roads, part_of

    def id(self) -> int:
        return self._part_of

    def mergeWith(self, other: QUndoCommand) -> bool:
        assert isinstance(other, _Edit)
        self._after, self._roads = other._after, other._roads
        return True

    def redo(self) -> None:
        self._put(self._after)

    def undo(self) -> None:
        self._put(self._before)

    def _put(self, shown: Schedule) -> None:
        """A schedule that was reckoned before a router answered is reckoned anew."""
        session = self._session
        session._show(shown if session._roads is self._roads else session._derive(shown.trip))
