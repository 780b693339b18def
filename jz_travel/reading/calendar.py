"""Calendars: an event is a visit, at its place and time. Events that leave one free, like ways, are passed over."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from icalendar import Calendar, Component

from jz_travel.domain.clock import hours, in_china
from jz_travel.domain.failures import Cause, Failure
from jz_travel.reading.found import Collector, Findings, Found, Point, tidy, tidy_note
from jz_travel.reading.limits import LARGEST_CALENDAR, MOST_PARTS
from jz_travel.reading.moments import EARLIEST, LATEST

OURS = "jz_travel"
LONGEST_VISIT = hours(16)


def read(text: str, file: Path) -> Findings:
    """Every event with a place or a name; :class:`Failure` for what is no calendar, is cut off or endless."""
    if len(text) > LARGEST_CALENDAR or text.upper().count("BEGIN:") > MOST_PARTS:
        raise Failure(Cause.TOO_LARGE, file, detail=f"more than {LARGEST_CALENDAR} letters or {MOST_PARTS} parts")
    if "BEGIN:VCALENDAR" not in text.upper():
        raise Failure(Cause.NOT_JSON, file, "VCALENDAR", "not a calendar")
    collector = Collector(file)
    try:
        calendars = Calendar.from_ical(text.encode("utf-8", "replace"), multiple=True)
        for calendar in calendars:
            ours = OURS in str(calendar.get("PRODID", ""))
            for at, event in enumerate(calendar.walk("VEVENT"), start=1):
                _add(event, f"VEVENT {at}", collector, ours)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError, OverflowError) as error:
        # The library says what it does not understand in all these ways.
        raise Failure(Cause.NOT_JSON, file, detail=str(error)[:200]) from error
    return collector.findings()


def _add(event: Component, at: str, collector: Collector, ours: bool) -> None:
    if str(event.get("TRANSP", "")).upper() == "TRANSPARENT" or str(event.get("STATUS", "")).upper() == "CANCELLED":
        return
    day, starts, stay = _when(event, at, collector)
    location = tidy(_text(event.get("LOCATION")))
    name = tidy(_text(event.get("SUMMARY"))) or location
    note = "" if ours else tidy_note(_text(event.get("DESCRIPTION")))
    other = location.split(" · ")[1] if ours and " · " in location else location
    collector.add(
        Found(name, _geo(event, at, collector), day, starts, stay, note, other if other != name else "", field=at)
    )


def _text(value: object) -> str:
    """A property that is there twice counts once."""
    return str(value[0]) if isinstance(value, list) and value else str(value or "")


def _when(event: Component, at: str, collector: Collector) -> tuple[date | None, timedelta | None, timedelta | None]:
    begins, ends = _decoded(event, "DTSTART"), _decoded(event, "DTEND")
    day = begins.date() if isinstance(begins, datetime) else begins
    if day is None or not EARLIEST <= day <= LATEST:
        if event.get("DTSTART") is not None:
            collector.wrong.append(Failure(Cause.BAD_FIELD, collector.file, f"{at}/DTSTART", str(begins)[:40]))
        return None, None, None
    if not isinstance(begins, datetime):
        return day, None, None
    local = in_china(begins)
    stay = in_china(ends) - local if isinstance(ends, datetime) else None
    if stay is not None and not timedelta() < stay <= LONGEST_VISIT:
        stay = None
    return local.date(), timedelta(hours=local.hour, minutes=local.minute), stay


def _decoded(event: Component, name: str) -> Any:
    value = event.get(name)
    return getattr(value[0] if isinstance(value, list) and value else value, "dt", None)


def _geo(event: Component, at: str, collector: Collector) -> Point | None:
    geo = event.get("GEO")
    lat, lon = getattr(geo, "latitude", None), getattr(geo, "longitude", None)
    return None if lat is None or lon is None else collector.point(lat, lon, f"{at}/GEO")
