"""The trip on one sheet, and on the 80 mm roll of a kiosk: what happens when, a map or none, the code."""

from typing import Any

from jz_travel.domain.places import Catalogue
from jz_travel.domain.schedule import Schedule
from jz_travel.export.booklet import codes, head, look_of
from jz_travel.export.itinerary import DayPage, Entry, itinerary, name_of, other_name
from jz_travel.export.maps import trip_map
from jz_travel.export.papers import A4, POINTS_A_MM, Paper
from jz_travel.export.qr import svg
from jz_travel.export.trip_code import trip_codes
from jz_travel.export.typeset import pdf
from jz_travel.words import Words

Json = dict[str, Any]
MAP, MAP_OF_MANY_DAYS = 0.6, 0.42
"""Height of the map as a part of its width; more than three days leave less room."""
ACROSS = 3
ROLL = Paper("roll", 80, 200, 4, 8.6)
SHOWN = ("hours", "clash", "warning", "note")
"""The lines below a stop that there is room for."""


def write(schedule: Schedule, catalogue: Catalogue, words: Words, paper: Paper = A4) -> bytes:
    """A tagged PDF of one page."""
    pages = itinerary(schedule, catalogue, words)
    width = (paper.width - 1.5 * paper.margin) * POINTS_A_MM
    part = MAP if len(pages.days) <= ACROSS else MAP_OF_MANY_DAYS
    picture = trip_map(schedule, catalogue, words, width, width * part)
    texts = trip_codes(schedule.trip)
    contents = {
        **head(pages, paper),
        "map": picture.svg,
        "alt": picture.says,
        "across": min(ACROSS, max(1, len(pages.days))),
        "days": [_day(page, catalogue, words) for page in pages.days],
        "code": svg(texts[0]) if len(texts) == 1 else "",
        "says": _says(words),
    }
    return pdf("one_page", contents, words)


def write_receipt(schedule: Schedule, catalogue: Catalogue, words: Words) -> bytes:
    """A tagged PDF 80 mm wide and as long as the trip."""
    pages = itinerary(schedule, catalogue, words)
    contents = {
        **head(pages, ROLL),
        "days": [_day(page, catalogue, words) for page in pages.days],
        "codes": codes(schedule, words)["codes"],
        "says": _says(words),
    }
    return pdf("receipt", contents, words)


def _says(words: Words) -> Json:
    return {
        "nothing": words.say("Nothing planned for this day yet."),
        "code": words.say("Take this trip with you"),
        "foot": words.say("All times are local times in Jiaozuo (UTC+8)."),
    }


def _day(page: DayPage, catalogue: Catalogue, words: Words) -> Json:
    return {
        **look_of(page.number),
        "heading": words.say("{day} · {date}", day=page.label, date=words.date_short(page.schedule.date)),
        "sums": [said for said in (" · ".join(page.sums), page.sun) if said],
        "entries": [_entry(entry, catalogue, words) for entry in page.entries if entry.kind != "arrive"],
        "problems": [{"kind": line.kind, "text": line.text} for line in page.problems],
    }


def _entry(entry: Entry, catalogue: Catalogue, words: Words) -> Json:
    """A visit without its length, which stands before it as two times."""
    visited = entry.place if entry.kind == "visit" else None
    what, other = (name_of(visited.id, catalogue, words), other_name(visited, words)) if visited else (entry.what, "")
    lines = [line.text for line in entry.lines if line.kind in SHOWN]
    return {"kind": entry.kind, "when": entry.when, "what": what, "other": other, "lines": lines}
