"""The itinerary as one HTML file: pictures inside, no script, nothing loaded, readable on a phone and on paper."""

from collections.abc import Iterator
from html import escape

from jz_travel.domain.places import Catalogue
from jz_travel.domain.schedule import Schedule
from jz_travel.export import links
from jz_travel.export.itinerary import DayPage, Entry, Itinerary, itinerary
from jz_travel.export.look import paper_look
from jz_travel.export.maps import Picture, day_map, trip_map
from jz_travel.export.plain import visible
from jz_travel.export.qr import svg
from jz_travel.export.trip_code import trip_codes
from jz_travel.mapping.captions import APPROVAL, CREDIT
from jz_travel.words import Words
from jz_travel.words.letters import families_elsewhere

WIDTH, TRIP_HEIGHT, DAY_HEIGHT = 480, 330, 240
"""Small, so that the names are still read on a phone; a wider window enlarges the picture."""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
STYLE = """
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:1rem;font:16px/1.55 %(families)s;color:%(ink)s;background:%(window)s}
h1{font-size:1.7rem;line-height:1.25;margin:.4rem 0}h2{font-size:1.15rem;margin:0;padding:.5rem .8rem;border-radius:6px}
.card{background:%(card)s;border:1px solid %(line)s;border-radius:8px;padding:.8rem;margin:0 0 1rem}
.muted,.way,.line{color:%(muted)s}.line{font-size:.9rem}svg{width:100%%;height:auto;border-radius:6px}
ol{list-style:none;margin:.8rem 0;padding:0}
li{display:grid;grid-template-columns:7.2rem 1fr;gap:.2rem .8rem;padding:.3rem 0}
time,.when{text-align:right;font-variant-numeric:tabular-nums}.visit>.when,.visit strong{font-weight:700}
.number{display:inline-block;min-width:1.6rem;text-align:center;border-radius:1rem;margin-right:.4rem;padding:0 .4rem}
.warning,.clash,.hint,.note{border-radius:4px;padding:.15rem .5rem;font-size:.9rem;margin:.2rem 0}
.warning{background:%(warn_soft)s;color:%(warn)s}.clash{background:%(danger_soft)s;color:%(danger)s}
.hint{background:%(info_soft)s;color:%(info)s}.note{background:%(accent_soft)s;color:%(accent_soft_ink)s}
a{color:%(info)s}.codes svg{width:16rem}
@media print{body{background:#fff;max-width:none}.card{break-inside:avoid}}
@media (max-width:30rem){li{grid-template-columns:1fr}.when{text-align:left}}
"""


def write(schedule: Schedule, catalogue: Catalogue, words: Words) -> bytes:
    """UTF-8. Every text is escaped, and the page forbids itself to run or load anything."""
    pages = itinerary(schedule, catalogue, words)
    lines = [
        "<!doctype html>",
        f'<html lang="{words.language}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(pages.title)}</title><style>{_style(words)}</style></head><body>",
        *_head(pages, trip_map(schedule, catalogue, words, WIDTH, TRIP_HEIGHT)),
    ]
    for page in pages.days:
        drawn = day_map(schedule, page.number - 1, catalogue, words, WIDTH, DAY_HEIGHT) if page.entries else None
        lines += _day(page, drawn, catalogue, words)
    lines += [*_codes(schedule, words), *_foot(pages, words), "</body></html>"]
    return "\n".join(lines).encode("utf-8", "replace") + b"\n"


def _style(words: Words) -> str:
    colour = paper_look().colour
    named = ",".join(f'"{family}"' if " " in family else family for family in families_elsewhere(words.language))
    return STYLE % {**colour, "muted": colour["ink_muted"], "families": named}


def _head(pages: Itinerary, picture: Picture) -> Iterator[str]:
    yield f"<header><h1>{_text(pages.title)}</h1>"
    yield f'<p class="muted">{_text(pages.dates)} · {_text(pages.counts)}</p></header>'
    yield f'<div class="card">{picture.svg}</div><main>'


def _day(page: DayPage, picture: Picture | None, catalogue: Catalogue, words: Words) -> Iterator[str]:
    look = paper_look().day(page.number)
    colours = f"background:{look.colour};color:{look.ink}"
    yield f'<section class="card"><h2 style="{colours}">{_text(page.heading)}</h2>'
    yield f'<p class="muted">{_text(" · ".join((*page.sums, page.sun)))}</p>'
    yield from (f'<p class="note">{_text(paragraph)}</p>' for paragraph in page.note)
    if picture:
        yield picture.svg
    if page.entries:
        yield "<ol>"
        for entry in page.entries:
            yield from _entry(entry, colours, catalogue, words)
        yield "</ol>"
    else:
        yield f"<p>{_text(words.say('Nothing planned for this day yet.'))}</p>"
    yield from (f'<p class="{line.kind}">{_text(line.text)}</p>' for line in page.problems)
    yield "</section>"


def _entry(entry: Entry, colours: str, catalogue: Catalogue, words: Words) -> Iterator[str]:
    when = f'<time datetime="{entry.starts.isoformat()}">{_text(entry.when)}</time>' if entry.when else ""
    what = _text(entry.what)
    if entry.kind == "visit":
        what = f'<strong><span class="number" style="{colours}">{entry.number}</span>{what}</strong>'
    yield f'<li class="{entry.kind}"><span class="when">{when}</span><div>{what}'
    for line in entry.lines:
        yield f'<div class="line {line.kind.replace(" ", "-")}">{_text(line.text)}</div>'
    yield from _links(entry, catalogue, words)
    yield "</div></li>"


def _links(entry: Entry, catalogue: Catalogue, words: Words) -> Iterator[str]:
    place = entry.place if entry.kind == "visit" else None
    position = catalogue.position_of(place) if place else None
    if place is None or position is None:
        return
    says = words.say("Approximate position:") if links.is_rough(position) else words.say("Open in:")
    anchors = (
        f'<a rel="noreferrer" href="{escape(link.url)}">{_text(links.name(words, link))}</a>'
        for link in links.open_in(place, position)
    )
    yield f'<div class="line">{_text(says)} {" · ".join(anchors)}</div>'


def _codes(schedule: Schedule, words: Words) -> Iterator[str]:
    texts = trip_codes(schedule.trip)
    yield f'</main><section class="card codes"><h2>{_text(words.say("Take this trip with you"))}</h2>'
    for at, text in enumerate(texts, start=1):
        said = words.say("Code {n} of {all}", n=at, all=len(texts))
        yield f'<figure aria-label="{_text(said)}">{svg(text)}<figcaption>{_text(said)}</figcaption></figure>'
    yield "</section>"


def _foot(pages: Itinerary, words: Words) -> Iterator[str]:
    yield '<footer class="muted">'
    if pages.wishes:
        names = words.say(", ", context="between words").join(pages.wishes)
        yield f"<p>{_text(words.say('Also on the wish list: {places}', places=names))}</p>"
    yield f"<p>{_text(words.say('All times are local times in Jiaozuo (UTC+8).'))}</p>"
    yield f"<p>{' · '.join(_text(words.say(line, context='map')) for line in (APPROVAL, *CREDIT))}</p></footer>"


def _text(said: str) -> str:
    return escape(visible(said))
