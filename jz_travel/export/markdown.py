"""The itinerary as Markdown, for a wiki, a forum or a chat."""

import re
from collections.abc import Iterator

from jz_travel.domain.places import Catalogue
from jz_travel.domain.schedule import Schedule
from jz_travel.export.itinerary import DayPage, Entry, Line, itinerary
from jz_travel.words import Words

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&!])")
_LIST_START = re.compile(r"^(\d+)?([.)+-])(?=\s|$)")


def write(schedule: Schedule, catalogue: Catalogue, words: Words) -> bytes:
    """CommonMark in UTF-8; what looks like markup in a name or a note is escaped."""
    pages = itinerary(schedule, catalogue, words)
    lines = [f"# {escaped(pages.title)}", "", f"{escaped(pages.dates)} · {escaped(pages.counts)}", ""]
    for page in pages.days:
        lines += _page(page, words)
    if pages.wishes:
        wishes = words.say(", ", context="between words").join(pages.wishes)
        lines += [escaped(words.say("Also on the wish list: {places}", places=wishes)), ""]
    lines += [escaped(words.say("All times are local times in Jiaozuo (UTC+8)."))]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _page(page: DayPage, words: Words) -> Iterator[str]:
    yield f"## {escaped(page.heading)}"
    yield ""
    for paragraph in page.note:
        yield escaped(paragraph)
        yield ""
    for entry in page.entries:
        yield from _entry(entry)
    if not page.entries:
        yield f"- {escaped(words.say('Nothing planned for this day yet.'))}"
    yield from (f"- {_said(line)}" for line in page.problems)
    yield ""
    yield escaped(" · ".join((*page.sums, page.sun)))
    yield ""


def _entry(entry: Entry) -> Iterator[str]:
    when = f"**{entry.when}** " if entry.when else ""
    what = escaped(entry.what)
    yield f"- {when}{f'**{what}**' if entry.kind == 'visit' else what}"
    for line in entry.lines:
        yield f"  - {_said(line)}"


def _said(line: Line) -> str:
    return f"⚠ {escaped(line.text)}" if line.kind in ("clash", "warning") else escaped(line.text)


def escaped(text: str) -> str:
    """A text of which Markdown makes nothing but text."""
    return _LIST_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))
