"""The booklet: cover, a page or two a day, cards for the driver, what to prepare, what it costs, and sources."""

from typing import Any

from jz_travel.domain.places import Catalogue, Place
from jz_travel.domain.schedule import Schedule
from jz_travel.export.booklet_lists import budget_section, driver_cards, preparation_section, sources_section
from jz_travel.export.itinerary import DayPage, Entry, Itinerary, itinerary
from jz_travel.export.links import is_rough, name, open_in
from jz_travel.export.look import paper_look
from jz_travel.export.maps import day_map, trip_map
from jz_travel.export.maps.labels import cut
from jz_travel.export.papers import A4, POINTS_A_MM, Paper
from jz_travel.export.qr import day_text, svg
from jz_travel.export.trip_code import trip_codes
from jz_travel.export.typeset import pdf
from jz_travel.store.pictures import drawing_of
from jz_travel.words import Words

Json = dict[str, Any]
COVER_MAP, BANNER = 0.7, 0.3125
"""Height of the map, at most, and of the drawing above it as a part of their width."""
DAY_MAPS = (0.5, 0.44, 0.36, 0.32)
"""The same for a day of one stop, two, three, more: the day had better fit on one page."""
LOW_MAP = 0.24
"""The same where a day just so misses its page."""
ON_SMALL = 0.7
"""So much of that height on small paper: a page holds fewer lines, and the last of a day had better not stand alone."""
LARGE_PAPER, MOST_ON_LARGE, MOST_ON_SMALL = 180, 6, 4
"""Days that find room below the map of a cover: on paper at least so many millimetres wide, and on smaller."""
FOOTER = 0.8 * 0.6
"""At the foot of each page: how wide the name may be as a part of the line, for letters as large as the text."""


def write(schedule: Schedule, catalogue: Catalogue, words: Words, paper: Paper = A4) -> bytes:
    """A tagged PDF."""
    return pdf("booklet", contents(schedule, catalogue, words, paper), words)


def contents(schedule: Schedule, catalogue: Catalogue, words: Words, paper: Paper) -> Json:
    """What the template prints, all of it in words."""
    pages = itinerary(schedule, catalogue, words)
    return {
        **head(pages, paper),
        "cover": _cover(schedule, pages, catalogue, words, paper),
        "days": [_day(schedule, page, catalogue, words, paper) for page in pages.days],
        "cards": [] if words.language == "zh-Hans" else driver_cards(pages, catalogue, words, paper),
        "preparation": preparation_section(schedule, catalogue, words),
        "budget": budget_section(schedule, catalogue, words),
        "sources": sources_section(pages, catalogue, words),
        "codes": codes(schedule, words),
        "wishes": _wishes(pages, words),
        "says": {
            "cards": words.say("Cards for the driver"),
            "please": "" if words.is_chinese else words.say("Please take me to"),  # the card itself says it
            "overview": words.say("The days"),
            "nothing": words.say("Nothing planned for this day yet."),
        },
    }


def _wishes(pages: Itinerary, words: Words) -> str:
    names = words.say(", ", context="between words").join(pages.wishes)
    return words.say("Also on the wish list: {places}", places=names) if names else ""


def head(pages: Itinerary, paper: Paper) -> Json:
    """What every paper of a trip begins with."""
    sheet = {"width": paper.width, "height": paper.height, "margin": paper.margin, "letters": paper.letters}
    short = cut(pages.title, paper.letters, paper.inner_width * FOOTER)
    return {"title": pages.title, "short": short, "dates": pages.dates, "counts": pages.counts, "paper": sheet}


def look_of(number: int) -> Json:
    """Colours of day 1, 2, … for the typesetter: ``{"number", "colour", "ink"}``, the colours as ``#rrggbb``."""
    look = paper_look().day(number)
    return {"number": number, "colour": look.colour, "ink": look.ink}


def _cover(schedule: Schedule, pages: Itinerary, catalogue: Catalogue, words: Words, paper: Paper) -> Json:
    days = [
        {**look_of(page.number), "date": words.date_short(page.schedule.date), "places": places_of(page, words)}
        for page in pages.days
    ]
    fits = len(days) <= (MOST_ON_LARGE if paper.width >= LARGE_PAPER else MOST_ON_SMALL)
    height = _cover_map_height(paper, len(days) if fits else 0)
    picture = trip_map(schedule, catalogue, words, paper.inner_width, height)
    return {"map": picture.svg, "alt": picture.says, "days": days, "fits": fits}


def _cover_map_height(paper: Paper, rows: int) -> float:
    """In points: what the drawing above, the name and the days below leave of the sheet."""
    large = paper.width >= LARGE_PAPER
    above = paper.width * BANNER + (40 if large else 30)
    below = max((36 if large else 29), rows * paper.letters * 0.87) + paper.margin + 5
    return min(paper.inner_width * COVER_MAP, (paper.height - above - below) * POINTS_A_MM)


def places_of(page: DayPage, words: Words) -> str:
    """The names of a day's places in one line."""
    named = [words.short(entry.place) for entry in page.entries if entry.kind == "visit" and entry.place]
    return " · ".join(named) or words.say("Nothing planned for this day yet.")


def _day(schedule: Schedule, page: DayPage, catalogue: Catalogue, words: Words, paper: Paper) -> Json:
    drawn: Json = {"map": "", "low": "", "alt": "", "code": "", "code_says": ""}
    if page.entries:
        picture, low = (
            day_map(schedule, page.number - 1, catalogue, words, paper.inner_width, height)
            for height in _day_map_heights(page, paper)
        )
        drawn = {
            "map": picture.svg,
            "low": low.svg,
            "alt": picture.says,
            "code": svg(day_text(page, schedule, catalogue, words)),
            "code_says": words.say("The day as text: scan it with any phone."),
        }
    return {
        **look_of(page.number),
        **drawn,
        "label": page.label,
        "date": page.date,
        "heading": page.heading,
        "sums": list(page.sums),
        "sun": page.sun,
        "note": list(page.note),
        "entries": [_entry(entry, catalogue, words) for entry in page.entries],
        "problems": [{"kind": line.kind, "text": line.text} for line in page.problems],
    }


def _day_map_heights(page: DayPage, paper: Paper) -> tuple[float, float]:
    """The usual one and the low one, in points."""
    part = DAY_MAPS[min(len(page.schedule.visits), len(DAY_MAPS)) - 1]
    scale = paper.inner_width * (1 if paper.width >= LARGE_PAPER else ON_SMALL)
    return part * scale, LOW_MAP * scale


def _entry(entry: Entry, catalogue: Catalogue, words: Words) -> Json:
    """One entry of a day; the way carries how long it may take at best and at worst."""
    what = entry.what
    if entry.leg and entry.leg.at_best != entry.leg.at_worst:
        band = words.say(
            "{at_best} to {at_worst}",
            at_best=words.duration(entry.leg.at_best),
            at_worst=words.duration(entry.leg.at_worst),
        )
        what = words.say("{way} ({band})", context="a way and how long it may take", way=what, band=band)
    visited = entry.place if entry.kind == "visit" else None
    return {
        "kind": entry.kind,
        "when": entry.when,
        "what": what,
        "number": entry.number,
        "lines": [*({"kind": line.kind, "text": line.text} for line in entry.lines), *_season(visited, entry, words)],
        "about": words.text(visited.text) if visited and visited.text else "",
        "drawing": f"/illustrations/{drawing_of(visited).name}" if visited else "",
        **_links(visited, catalogue, words),
    }


def _season(place: Place | None, entry: Entry, words: Words) -> list[Json]:
    """Whether this is the time of the year for it, as far as a source says."""
    if place is None or place.season is None:
        return []
    fits = entry.starts.month in place.season.months
    season = words.say("In season") if fits else words.say("Out of season")
    return [{"kind": "season", "text": words.labelled(season, words.text(place.season.text))}]


def _links(place: Place | None, catalogue: Catalogue, words: Words) -> Json:
    """A link for each map service; where only the neighbourhood is known, the words before them say so."""
    position = catalogue.position_of(place) if place else None
    if place is None or position is None:
        return {"links": [], "links-say": ""}
    rough = words.say("Approximate position:") if is_rough(position) else words.say("Open in:")
    found = [{"says": name(words, link), "url": link.url} for link in open_in(place, position) if link.service != "geo"]
    return {"links": found, "links-say": rough}


def codes(schedule: Schedule, words: Words) -> Json:
    """The section with the trip as QR codes, in SVG; :class:`Failure` where a trip is too large for them."""
    texts = trip_codes(schedule.trip)
    numbered = [
        {
            "svg": svg(text),
            "says": words.say("Code {n} of {all}", n=at, all=len(texts)) if len(texts) > 1 else words.say("The trip"),
        }
        for at, text in enumerate(texts, start=1)
    ]
    return {
        "title": words.say("Take this trip with you"),
        "says": words.say("Open from code in jz_travel reads the whole trip back from here, without a network."),
        "codes": numbered,
    }
