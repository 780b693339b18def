"""A trip as a reader meets it: each day from morning to night in one language, before any format gives it a shape."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Literal

from jz_travel.domain.places import Catalogue, Place, PlaceId, Ticket
from jz_travel.domain.problems import HoursNotKnown, Problem, Severity
from jz_travel.domain.schedule import DaySchedule, Meal, Schedule, Visit
from jz_travel.domain.texts import Evidence
from jz_travel.domain.travel import How, Leg
from jz_travel.domain.trip import StopId
from jz_travel.export.budget import fees
from jz_travel.export.plain import visible
from jz_travel.export.text import one_line, paragraphs, road_said
from jz_travel.words import Words

LineKind = Literal["other name", "hours", "ticket", "phone", "address", "hint", "warning", "clash", "note"]
SEVERITY_KINDS: dict[Severity, LineKind] = {
    Severity.HINT: "hint",
    Severity.WARNING: "warning",
    Severity.CLASH: "clash",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line below an entry, already in words."""

    kind: LineKind
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happens. ``when`` is empty for a way; ``number`` counts the stops of a day, else it is 0."""

    kind: Literal["start", "way", "arrive", "meal", "visit", "end"]
    when: str
    what: str
    starts: datetime
    ends: datetime
    lines: tuple[Line, ...] = ()
    number: int = 0
    stop: StopId | None = None
    place: Place | None = None
    leg: Leg | None = None


@dataclass(frozen=True, slots=True)
class DayPage:
    """One day from its start to its bed, in words; ``sums`` are its totals, and ``schedule`` the values behind."""

    number: int
    label: str
    date: str
    heading: str
    note: tuple[str, ...]
    entries: tuple[Entry, ...]
    sums: tuple[str, ...]
    sun: str
    problems: tuple[Line, ...]
    schedule: DaySchedule


@dataclass(frozen=True, slots=True)
class Itinerary:
    """The whole trip in words; its wishes that no day visits yet are names at the end."""

    title: str
    dates: str
    counts: str
    days: tuple[DayPage, ...]
    wishes: tuple[str, ...]


def itinerary(schedule: Schedule, catalogue: Catalogue, words: Words) -> Itinerary:
    """The whole trip in words."""
    days = schedule.days
    reader = _Reader(schedule, catalogue, words, _first_paid(schedule, catalogue))
    counts = (
        words.count("{n} day", "{n} days", len(days)),
        words.count("{n} stop", "{n} stops", sum(len(day.visits) for day in days)),
    )
    return Itinerary(
        title(schedule, words),
        words.dates(days[0].date, days[-1].date) if days else "",
        " · ".join(counts),
        tuple(reader.page(number, day) for number, day in enumerate(days, start=1)),
        tuple(map(reader.name, schedule.trip.wishes)),
    )


def title(schedule: Schedule, words: Words) -> str:
    """The trip's name on one line, without characters that show nothing; a trip without a name has a usual title."""
    return one_line(visible(schedule.trip.name)) or words.say("A visit to Jiaozuo")


def name_of(place: PlaceId, catalogue: Catalogue, words: Words) -> str:
    """A place's full name on one line, or its id where the catalogue does not have it."""
    known = catalogue.get(place)
    return one_line(visible(words.name(known) if known else place))


def other_name(place: Place, words: Words) -> str:
    """The Chinese name beside any other language, the English one beside Chinese; empty when both are the same."""
    other = words.other_name(place)
    return "" if other == words.name(place) else one_line(visible(other))


def ticket_said(ticket: Ticket, words: Words) -> str:
    """``Adult admission: CNY 120``; where the label says that it is free or half price, once is enough."""
    return words.text(ticket.label) if isinstance(ticket.price, str) else words.ticket(ticket)


def as_of(words: Words, said: str, evidence: Evidence | None) -> str:
    """A fact with the date it was true, as far as anybody has said."""
    if evidence is None or not evidence.as_of:
        return said
    return words.say("{fact} (as of {date})", fact=said, date=words.as_far_as_said(evidence.as_of))


def _first_paid(schedule: Schedule, catalogue: Catalogue) -> frozenset[tuple[StopId, PlaceId]]:
    """Where on the trip each gate is met first: its prices are said there, once."""
    first: dict[PlaceId, StopId] = {}
    for day in schedule.days:
        for visit in day.visits:
            place = catalogue.get(visit.place)
            for fee in fees(place, catalogue, day.date) if place else ():
                first.setdefault(fee.place.id, visit.stop)
    return frozenset((stop, place) for place, stop in first.items())


@dataclass(frozen=True, slots=True)
class _Reader:
    schedule: Schedule
    catalogue: Catalogue
    words: Words
    first_paid: frozenset[tuple[StopId, PlaceId]]

    def name(self, place: PlaceId) -> str:
        return name_of(place, self.catalogue, self.words)

    def page(self, number: int, day: DaySchedule) -> DayPage:
        words = self.words
        note = paragraphs(visible(self.schedule.trip.day(day.id).note))
        return DayPage(
            number,
            words.say("Day {number}", context="map", number=number),
            words.date(day.date),
            words.say("Day {n} · {date}", n=number, date=words.date(day.date)),
            tuple(note),
            tuple(self._entries(day)),
            tuple(self._sums(day)),
            self._sun(day),
            tuple(self._problem(problem) for problem in day.problems),
            day,
        )

    def _entries(self, day: DaySchedule) -> Iterator[Entry]:
        say = self.words.say
        if not day.visits:
            return
        where = say("Start", context="of a day")
        if day.origin is not None:
            where = say("Start from {place}", place=self.name(day.origin))
        origin = self.catalogue.get(day.origin)
        yield Entry("start", self._time(day, day.starts), where, day.starts, day.starts, place=origin)
        for number, visit in enumerate(day.visits, start=1):
            yield from self._visit(day, visit, number)
        for meal in day.meals:
            if meal.before is None and meal.during is None:
                yield self._meal(day, meal)
        yield from self._end(day)

    def _visit(self, day: DaySchedule, visit: Visit, number: int) -> Iterator[Entry]:
        meals = [meal for meal in day.meals if meal.before == visit.stop]
        leaves_for = visit.arrives - visit.leg.lasts if visit.leg else visit.arrives
        yield from (self._meal(day, meal) for meal in meals if visit.leg and meal.ends <= leaves_for)
        if visit.leg:
            yield from self._way(visit.leg, leaves_for, visit.arrives)
        name, place = self.name(visit.place), self.catalogue.get(visit.place)
        late = [self._meal(day, meal) for meal in meals if not visit.leg or meal.ends > leaves_for]
        if visit.arrives < visit.enters:
            what = self.words.say("Arrive at {place}", place=name)
            yield Entry("arrive", self._time(day, visit.arrives), what, visit.arrives, visit.arrives)
        yield from late
        when = self._time(day, visit.arrives)
        if place is not None:
            when = self._between(day, visit.enters, visit.leaves)
            stay = self.words.duration(visit.lasts)
            name = self.words.say("{place} ({stay})", context="visit", place=name, stay=stay)
        about = tuple(self._about(day, visit, place))
        yield Entry("visit", when, name, visit.enters, visit.leaves, about, number, visit.stop, place)
        yield from (self._meal(day, meal) for meal in day.meals if meal.during == visit.stop)

    def _way(self, leg: Leg, starts: datetime, ends: datetime) -> Iterator[Entry]:
        if leg.how is not How.NONE:
            words = self.words
            said = words.labelled(words.mode(leg.mode), words.leg(leg))
            yield Entry("way", "", said, starts, ends, place=self.catalogue.get(leg.destination), leg=leg)

    def _about(self, day: DaySchedule, visit: Visit, place: Place | None) -> Iterator[Line]:
        say = self.words.say
        if place is not None:
            yield from self._facts(day, visit, place)
        for problem in visit.problems:
            if not isinstance(problem, HoursNotKnown):  # the hours have said so
                yield self._problem(problem)
        for paragraph in paragraphs(visible(self.schedule.trip.stop(visit.stop).note)):
            yield Line("note", say("Note: {note}", note=paragraph))

    def _facts(self, day: DaySchedule, visit: Visit, place: Place) -> Iterator[Line]:
        words = self.words
        if other := other_name(place, words):
            yield Line("other name", other)
        hours = words.say("Open: {hours}", hours=words.hours_line(place, day.date))
        openings = [opening for opening in place.hours.openings if opening.on(day.date)]
        yield Line("hours", as_of(words, hours, openings[0].evidence if openings else None))
        for fee in fees(place, self.catalogue, day.date):
            if (visit.stop, fee.place.id) in self.first_paid:
                said = (as_of(words, ticket_said(ticket, words), ticket.evidence) for ticket in fee.for_adults)
                tickets = words.say("; ", context="between times").join(said)
                yield Line("ticket", tickets if fee.place is place else f"{self.name(fee.place.id)} · {tickets}")
        if place.contact.phones:
            phones = words.say(", ", context="between words").join(place.contact.phones)
            yield Line("phone", words.say("Phone: {phones}", phones=phones))
        if place.contact.address:
            yield Line("address", words.say("Address: {address}", address=one_line(visible(place.contact.address))))

    def _end(self, day: DaySchedule) -> Iterator[Entry]:
        if day.last_leg:
            yield from self._way(day.last_leg, day.ends - day.last_leg.lasts, day.ends)
        if day.destination is None:
            what = self.words.say("End of the day")
        elif day.destination == self.schedule.trip.day(day.id).lodging:
            what = self.words.say("Night at {place}", place=self.name(day.destination))
        else:
            what = self.words.say("Arrive at {place}", place=self.name(day.destination))
        place = self.catalogue.get(day.destination)
        yield Entry("end", self._time(day, day.ends), what, day.ends, day.ends, place=place)

    def _meal(self, day: DaySchedule, meal: Meal) -> Entry:
        what = self.words.say("Lunch") if meal.kind == "lunch" else self.words.say("Dinner")
        return Entry("meal", self._between(day, meal.starts, meal.ends), what, meal.starts, meal.ends)

    def _problem(self, problem: Problem) -> Line:
        said = one_line(visible(self.words.problem(problem, self.catalogue)))
        severity = self.words.severity(problem.severity)
        text = self.words.say("{severity}: {problem}", severity=severity, problem=said)
        return Line(SEVERITY_KINDS[problem.severity], text)

    def _sums(self, day: DaySchedule) -> Iterator[str]:
        if not day.visits:
            return
        words = self.words
        if day.travelling:
            yield road_said(day, words)
        yield words.say("visits {duration}", duration=words.duration(day.visiting))

    def _sun(self, day: DaySchedule) -> str:
        words = self.words
        sunrise, sunset = words.time(day.sunrise, day.date), words.time(day.sunset, day.date)
        return " · ".join((words.say("sunrise {time}", time=sunrise), words.say("sunset {time}", time=sunset)))

    def _time(self, day: DaySchedule, moment: datetime) -> str:
        return self.words.time(moment, day.date)

    def _between(self, day: DaySchedule, starts: datetime, ends: datetime) -> str:
        return self.words.say("{starts}–{ends}", starts=self._time(day, starts), ends=self._time(day, ends))


def evidences(pages: Itinerary, catalogue: Catalogue) -> tuple[Evidence, ...]:
    """What stands behind the hours, prices and notes of the places on the pages, each once."""
    places = dict.fromkeys(
        entry.place for page in pages.days for entry in page.entries if entry.place and entry.kind == "visit"
    )
    with_areas = dict.fromkeys(chain.from_iterable(_with_areas(place, catalogue) for place in places))
    found: dict[Evidence, None] = {}
    for place in with_areas:
        facts = [opening.evidence for opening in place.hours.openings]
        facts += [closure.evidence for closure in place.hours.closures]
        facts += [ticket.evidence for ticket in place.tickets]
        facts += [note.evidence for note in place.notes]
        found.update((fact, None) for fact in (*facts, place.contact.evidence) if fact)
    return tuple(found)


def _with_areas(place: Place, catalogue: Catalogue) -> Iterator[Place]:
    here: Place | None = place
    while here is not None:
        yield here
        here = catalogue.area_of(here)
