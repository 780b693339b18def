"""The trip as a table: one row a stop. Spreadsheets get it as it is, CSV as text that nobody takes for a formula."""

import csv
import io
import re
from collections.abc import Iterator

from jz_travel.domain.places import Catalogue
from jz_travel.domain.problems import HoursNotKnown
from jz_travel.domain.schedule import DaySchedule, Schedule, Visit
from jz_travel.export.itinerary import name_of, other_name
from jz_travel.export.located import where_is
from jz_travel.export.plain import visible
from jz_travel.words import Words

Cell = str | float | None
FORMULA_STARTS = frozenset("=+-@\t\r\n|%\uff1d\uff0b\uff0d\uff20")
"""The last four are the full-width twins, which Excel reads as formulas too."""
_UNSEEN = re.compile("^[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?\Z", re.ASCII)


def header(words: Words) -> tuple[str, ...]:
    """The heads of the columns, in the order of every row's cells."""
    say = words.say
    return (
        say("Day", context="table"),
        say("Date", context="table"),
        say("Stop", context="table"),
        say("From", context="time in a table"),
        say("To", context="time in a table"),
        say("Place", context="table"),
        say("Other name", context="table"),
        say("Travel (min)", context="table"),
        say("Travel (km)", context="table"),
        say("How sure", context="table"),
        say("Open", context="table"),
        say("Problems", context="table"),
        say("Note", context="table"),
        say("Latitude (WGS-84)", context="table"),
        say("Longitude (WGS-84)", context="table"),
        say("Within (m)", context="table"),
        say("Code", context="table"),
    )


def rows(schedule: Schedule, catalogue: Catalogue, words: Words) -> Iterator[tuple[Cell, ...]]:
    """As many cells as the header has; numbers are numbers, what is not known is None."""
    for number, day in enumerate(schedule.days, start=1):
        for at, visit in enumerate(day.visits, start=1):
            yield (number, day.date.isoformat(), at, *_visit(schedule, day, visit, catalogue, words))


def _visit(schedule: Schedule, day: DaySchedule, visit: Visit, catalogue: Catalogue, words: Words) -> tuple[Cell, ...]:
    place, leg = catalogue.get(visit.place), visit.leg
    where = where_is(place, catalogue) if place else None
    problems = [words.problem(each, catalogue) for each in visit.problems if not isinstance(each, HoursNotKnown)]
    return (
        words.time(visit.enters, day.date),
        words.time(visit.leaves, day.date),
        name_of(visit.place, catalogue, words),
        other_name(place, words) if place else "",
        round(leg.lasts.total_seconds() / 60) if leg else None,
        round(leg.metres / 1000, 1) if leg and leg.metres is not None else None,
        words.how(leg.how) if leg else "",
        words.hours_line(place, day.date) if place else "",
        visible("\n".join(problems)),
        visible(schedule.trip.stop(visit.stop).note),
        where.lat if where else None,
        where.lon if where else None,
        where.within_m if where else None,
        visit.place,
    )


def write_csv(schedule: Schedule, catalogue: Catalogue, words: Words) -> bytes:
    """UTF-8 with a byte order mark, without which Excel reads Chinese wrongly."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header(words))
    for row in rows(schedule, catalogue, words):
        writer.writerow([safe(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig", "replace")


def safe(cell: str) -> str:
    """A text that a spreadsheet shows and never computes."""
    seen = _UNSEEN.sub("", cell)
    starts = (cell[:1], seen[:1])
    if _NUMBER.match(cell) or not any(start and start in FORMULA_STARTS for start in starts):
        return cell
    return f"'{cell}"
