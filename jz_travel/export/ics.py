"""The trip as a calendar: an event a visit, and one a way with an alarm before it is time to go.

An event's UID is made of the trip and the stop, so a second export replaces the events of the first. ``made`` says when
the file is made; SEQUENCE grows with it, by which calendars tell the newer of two versions.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard

from jz_travel.domain.places import Catalogue, Place, PlaceId
from jz_travel.domain.schedule import DaySchedule, Schedule
from jz_travel.domain.travel import How, Leg
from jz_travel.export.itinerary import Entry, itinerary, name_of, other_name, title
from jz_travel.export.plain import visible
from jz_travel.words import Words

ZONE = "Asia/Shanghai"
BEFORE_LEAVING = timedelta(minutes=15)
FIRST_VERSION = datetime(2026, 1, 1, tzinfo=UTC)


def write(schedule: Schedule, catalogue: Catalogue, words: Words, made: datetime | None = None) -> bytes:
    """The calendar in UTF-8. Without ``made`` the same trip always gives the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//jz_travel//jz_travel//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title(schedule, words))
    calendar.add("x-wr-timezone", ZONE)
    calendar.add_component(_china())
    for event in sorted(_events(schedule, catalogue, words), key=lambda each: each.start):
        event.add("dtstamp", made.astimezone(UTC) if made else FIRST_VERSION)
        minutes = int((made - FIRST_VERSION) / timedelta(minutes=1)) if made else schedule.trip.next_number
        event.add("sequence", max(0, minutes))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(schedule: Schedule, catalogue: Catalogue, words: Words) -> Iterator[Event]:
    pages = itinerary(schedule, catalogue, words)
    for page in pages.days:
        for entry in page.entries:
            if entry.kind == "visit":
                yield _visit(schedule, entry, catalogue, words)
        for visit in page.schedule.visits:
            if visit.leg:
                yield from _way(schedule, visit.leg, visit.arrives, f"to-{visit.stop}", catalogue, words)
        yield from _last_way(schedule, page.schedule, catalogue, words)


def _visit(schedule: Schedule, entry: Entry, catalogue: Catalogue, words: Words) -> Event:
    stop = schedule.visits[entry.stop] if entry.stop else None
    place = stop.place if stop else PlaceId("")
    event = _event(schedule, str(entry.stop), name_of(place, catalogue, words), entry.starts, entry.ends)
    _located(event, catalogue.get(place), catalogue, words)
    lines = "\n".join(line.text for line in entry.lines if line.kind not in ("other name",))
    if lines:
        event.add("description", lines)
    return event


def _last_way(schedule: Schedule, day: DaySchedule, catalogue: Catalogue, words: Words) -> Iterator[Event]:
    if day.last_leg:
        yield from _way(schedule, day.last_leg, day.ends, f"end-{day.id}", catalogue, words)


def _way(
    schedule: Schedule, leg: Leg, arrives: datetime, key: str, catalogue: Catalogue, words: Words
) -> Iterator[Event]:
    if leg.how in (How.NONE, How.UNKNOWN):
        return
    destination = name_of(leg.destination, catalogue, words)
    says = words.say("To {place}: {way}", place=destination, way=words.leg(leg))
    event = _event(schedule, key, says, arrives - leg.lasts, arrives)
    event.add("transp", "TRANSPARENT")
    event.add("description", visible(words.leg_explained(leg, catalogue)))
    _located(event, catalogue.get(leg.destination), catalogue, words)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -BEFORE_LEAVING)
    alarm.add("description", says)
    event.add_component(alarm)
    yield event


def _event(schedule: Schedule, key: str, says: str, starts: datetime, ends: datetime) -> Event:
    event = Event()
    event.add("uid", _uid(schedule, key))
    event.add("summary", says)
    zone = ZoneInfo(ZONE)
    event.add("dtstart", starts.astimezone(zone))
    event.add("dtend", max(starts, ends).astimezone(zone))
    return event


def _uid(schedule: Schedule, key: str) -> str:
    """Readable where the trip's id is plain letters, and never more than calendars take."""
    trip = str(schedule.trip.id)
    plain = trip if trip.isascii() and trip.replace("-", "").replace("_", "").isalnum() else ""
    return f"{key}.{plain or sha256(trip.encode('utf-8', 'replace')).hexdigest()[:16]}@jz_travel"


def _located(event: Event, place: Place | None, catalogue: Catalogue, words: Words) -> None:
    if place is None:
        return
    names = filter(None, (name_of(place.id, catalogue, words), other_name(place, words), place.contact.address))
    event.add("location", visible(" · ".join(names)))
    if position := catalogue.position_of(place):
        event.add("geo", (position.lat, position.lon))


@cache
def _china() -> Timezone:
    """China has had one time all year since 1991."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1991, 9, 15, 1))
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=8))
    standard.add("tzname", "CST")
    zone.add_component(standard)
    return zone
