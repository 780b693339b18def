"""Everything a visitor can do to the trip, each as one step with a name in the visitor's words."""

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from jz_travel.domain.own_places import OwnPlace
from jz_travel.domain.places import PlaceId
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import DayId, StopId, Trip
from jz_travel.ui.planning.asked import Wanting, wanting, with_wanting
from jz_travel.ui.session import Selection, Session
from jz_travel.ui.style.look import Look
from jz_travel.ui.style.painting import one_line
from jz_travel.words import N_


class Edits(QObject):
    """Called by views, menus and keys alike."""

    refused = Signal(str)
    """Why an edit was not made, as a sentence."""
    removed = Signal(str)
    """What was taken out, as a sentence: the moment to offer Undo."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session, self._look = session, look

    # Stops

    def add(self, places: Iterable[PlaceId], day: DayId, before: StopId | None = None) -> None:
        """Add places to a day, before a stop or at the end, and select the last one."""
        trip = self._trip
        wanted = [place for place in places if place in self._session.catalogue]
        if not wanted:
            return
        try:
            for place in wanted:
                trip = trip.with_stop(place, day, before)
        except ValueError:
            self.refused.emit(self._look.words.say("This day is full."))
            return
        label = self._look.words.say("Add {place}", place=self._name(wanted[-1]))
        self._session.edit(label, trip)
        self._session.point(Selection(wanted[-1], StopId(f"s{trip.next_number - 1}"), day))

    def move(self, stop: StopId, day: DayId, before: StopId | None = None) -> None:
        """Refused with a sentence when the day is full; a stop that is gone meanwhile is left alone."""
        if stop not in self._session.schedule.visits:
            return
        try:
            trip = self._trip.with_stop_moved(stop, day, before)
        except ValueError:
            self.refused.emit(self._look.words.say("This day is full."))
            return
        self._edit_stop(N_("Move {place}"), stop, trip)
        self._session.point_at_stop(stop)

    def move_within_day(self, stop: StopId, steps: int) -> None:
        """One place earlier (-1) or later (1) on the same day."""
        stops = [each.id for each in self._trip.day_of(stop).stops]
        target = stops.index(stop) + steps
        if 0 <= target < len(stops):
            rest = [each for each in stops if each != stop]
            before = rest[target] if target < len(rest) else None
            self.move(stop, self._trip.day_of(stop).id, before)

    def move_to_neighbour_day(self, stop: StopId, steps: int) -> None:
        """So many days later, or earlier; past the ends of the trip nothing happens."""
        days = [day.id for day in self._trip.days]
        target = days.index(self._trip.day_of(stop).id) + steps
        if 0 <= target < len(days):
            self.move(stop, days[target])

    def remove(self, stop: StopId) -> None:
        """The place does not become a wish; the notice that says so offers to undo it."""
        name = self._name(self._trip.stop(stop).place)
        self._edit_stop(N_("Remove {place}"), stop, self._trip.without_stop(stop))
        self.removed.emit(self._look.words.say("{place} was removed.", place=name))

    def unplan(self, stop: StopId) -> None:
        """Take a stop off its day and keep its place among the wishes."""
        if stop not in self._session.schedule.visits:
            return
        self._edit_stop(N_("Keep {place} for later"), stop, self._trip.with_stop_wished(stop))

    def stay(self, stop: StopId, stay: timedelta | None) -> None:
        """None: as long as people usually stay."""
        self._edit_stop(N_("Change the stay at {place}"), stop, self._trip.with_stay(stop, stay))

    def start(self, stop: StopId, starts: timedelta | None) -> None:
        """None: as soon as the way and the doors allow."""
        self._edit_stop(N_("Change the start at {place}"), stop, self._trip.with_start(stop, starts))

    def lock(self, stop: StopId, locked: bool) -> None:
        message = N_("Lock {place}") if locked else N_("Unlock {place}")
        self._edit_stop(message, stop, self._trip.with_lock(stop, locked))

    def note(self, stop: StopId, note: str) -> None:
        self._edit_stop(N_("Note on {place}"), stop, self._trip.with_stop_note(stop, note))

    # Wishes

    def toggle_wish(self, place: PlaceId) -> None:
        name = self._name(place)
        if place in self._trip.wishes:
            self._session.edit(
                self._look.words.say("Take {place} off the wish list", place=name), self._trip.without_wish(place)
            )
        else:
            self._session.edit(
                self._look.words.say("Put {place} on the wish list", place=name), self._trip.with_wish(place)
            )

    def want(self, place: PlaceId, how: Wanting | None) -> None:
        """How much the planner shall want a place: a must, a wish, to be left out, or nothing said."""
        messages = {
            Wanting.MUST: N_("Must see {place}"),
            Wanting.WISH: N_("Put {place} on the wish list"),
            Wanting.AVOID: N_("Avoid {place}"),
            None: N_("Nothing said about {place}"),
        }
        if wanting(self._trip, place) is not how:
            label = self._look.words.say(messages[how], place=self._name(place))
            self._session.edit(label, with_wanting(self._trip, place, how))

    # Own places

    def add_own(self, place: OwnPlace) -> None:
        """Add a place of the visitor's own to the trip and select it; where it is used is another edit."""
        try:
            trip = self._trip.with_own(place)
        except ValueError:
            self.refused.emit(self._look.words.say("A trip cannot hold more places of your own."))
            return
        self._session.edit(self._look.words.say("Add {place}", place=one_line(place.name, 60)), trip)
        self._session.point_at_place(trip.newest_own.id)

    def change_own(self, place: OwnPlace) -> None:
        label = self._look.words.say("Change {place}", place=one_line(place.name, 60))
        self._session.edit(label, self._trip.with_own_changed(place))

    def remove_own(self, place: PlaceId) -> None:
        name = self._name(place)
        self._session.edit(self._look.words.say("Remove {place}", place=name), self._trip.without_own(place))
        self.removed.emit(self._look.words.say("{place} was removed.", place=name))

    # Days

    def add_day(self, before: DayId | None = None) -> None:
        try:
            trip = self._trip.with_day(before)
        except ValueError:
            self.refused.emit(self._look.words.say("A trip cannot be longer."))
            return
        self._session.edit(self._look.words.say("Add a day"), trip)

    def remove_day(self, day: DayId) -> None:
        """Its places become wishes; the only day is refused with a sentence."""
        if len(self._trip.days) == 1:
            self.refused.emit(self._look.words.say("A trip has at least one day."))
            return
        number = self._trip.index_of(day) + 1
        self._session.edit(self._look.words.say("Remove day {n}", n=number), self._trip.without_day(day))
        self.removed.emit(self._look.words.say("Day {n} was removed; its places are on the wish list now.", n=number))

    def move_day(self, day: DayId, steps: int) -> None:
        days = [each.id for each in self._trip.days]
        target = days.index(day) + steps
        if 0 <= target < len(days):
            rest = [each for each in days if each != day]
            before = rest[target] if target < len(rest) else None
            trip = self._trip.with_day_moved(day, before)
            self._session.edit(self._look.words.say("Move day {n}", n=days.index(day) + 1), trip)

    def day_hours(self, day: DayId, starts: timedelta, ends_by: timedelta) -> None:
        """Refused with a sentence when the day would end before it starts."""
        try:
            trip = self._trip.with_day_hours(day, starts, ends_by)
        except ValueError:
            self.refused.emit(self._look.words.say("A day ends after it starts."))
            return
        self._edit_day(N_("Change the hours of day {n}"), day, trip)

    def lodging(self, day: DayId, lodging: PlaceId | None) -> None:
        self._edit_day(N_("Change the night of day {n}"), day, self._trip.with_lodging(day, lodging))

    def lodging_everywhere(self, lodging: PlaceId | None) -> None:
        trip = self._trip.with_lodging_everywhere(lodging)
        self._session.edit(self._look.words.say("Change where all nights are spent"), trip)

    def mode(self, day: DayId, mode: Mode) -> None:
        self._edit_day(N_("Change how to travel on day {n}"), day, self._trip.with_mode(day, mode))

    def lunch(self, day: DayId, lunch: bool) -> None:
        self._edit_day(N_("Change lunch on day {n}"), day, self._trip.with_lunch(day, lunch))

    def day_note(self, day: DayId, note: str) -> None:
        self._edit_day(N_("Note for day {n}"), day, self._trip.with_day_note(day, note))

    # The trip

    def take_plan(self, planned: Trip, part_of: int = -1) -> None:
        """What the planner answered, as one step; better plans for the same question are ``part_of`` it."""
        self._session.edit(self._look.words.say("Plan the trip"), planned, part_of)

    def repair(self, what: str, mended: Trip) -> None:
        """The trip as it was put right after something happened, as one step."""
        self._session.edit(self._look.words.say("Fixed: {what}", what=what), mended)

    def rename(self, name: str) -> None:
        """At most 200 letters on one line; an empty name leaves the old one."""
        name = " ".join(name.split())[:200]
        if name:
            self._session.edit(self._look.words.say("Rename the trip"), self._trip.renamed(name))

    def start_date(self, starts: date) -> None:
        self._session.edit(self._look.words.say("Change the date"), self._trip.with_start_date(starts))

    def arrival(self, place: PlaceId | None) -> None:
        self._session.edit(self._look.words.say("Change where the trip begins"), self._trip.with_arrival(place))

    def departure(self, place: PlaceId | None) -> None:
        self._session.edit(self._look.words.say("Change where the trip ends"), self._trip.with_departure(place))

    # Inside

    @property
    def _trip(self) -> Trip:
        return self._session.trip

    def _name(self, place: PlaceId) -> str:
        known = self._session.catalogue.get(place)
        return one_line(self._look.words.short(known) if known else place, 60)

    def _edit_stop(self, message: str, stop: StopId, trip: Trip) -> None:
        label = self._look.words.say(message, place=self._name(self._trip.stop(stop).place))
        self._session.edit(label, trip)

    def _edit_day(self, message: str, day: DayId, trip: Trip) -> None:
        self._session.edit(self._look.words.say(message, n=self._trip.index_of(day) + 1), trip)
