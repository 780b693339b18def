"""Places as JSON, for other programs.

A list of ``{id, name: {"zh-Hans", "en", …}, kind, area, county, themes, position: {lat, lon, within_m} | null,
hours: [{from: "MM-DD", to: "MM-DD", weekdays: [1-7], opens: "HH:MM", closes: "HH:MM", last_entry: "HH:MM" | null}],
hours_assumed, closures: [{from, to}], visit: {short, usual, long} in minutes, tickets, sources}``.

Positions are WGS-84; the real one lies within ``within_m`` metres in about nine of ten cases. Weekdays count from
Monday = 1. A season may wrap the year. ``hours_assumed``: nobody has said when the place is open, these are the usual
hours of its kind. Tickets: ``{what, who, label: {…}, price_cny | rule: "half" | "free", from, to, source, as_of}``.
"""

import json
from collections.abc import Iterable
from typing import Any

from jz_travel.domain.clock import MINUTE, format_time_of_day
from jz_travel.domain.opening import Opening, Season
from jz_travel.domain.places import Place, Ticket
from jz_travel.domain.texts import Language, Text

Object = dict[str, Any]
LANGUAGES: tuple[tuple[Language, str], ...] = (
    ("zh-Hans", "zh_hans"),
    ("zh-Hant", "zh_hant"),
    ("en", "en"),
    ("ja", "ja"),
    ("ko", "ko"),
)


def write(places: Iterable[Place]) -> bytes:
    """The places in UTF-8, in the order given."""
    return f"{json.dumps([as_object(place) for place in places], ensure_ascii=False, indent=2)}\n".encode()


def as_object(place: Place) -> Object:
    """One place in the form described above; what nobody knows is null or an empty list."""
    at = place.position
    visit = place.visit
    return {
        "id": place.id,
        "name": _text(place.name),
        "kind": place.kind.value,
        "area": place.area,
        "county": place.county,
        "themes": [theme.value for theme in place.themes],
        "position": {"lat": at.lat, "lon": at.lon, "within_m": at.within_m} if at else None,
        "hours": [_opening(opening) for opening in place.hours.openings],
        "hours_assumed": place.hours.assumed,
        "closures": [
            {"from": closure.first.isoformat(), "to": closure.last.isoformat()} for closure in place.hours.closures
        ],
        "visit": {"short": visit.short // MINUTE, "usual": visit.usual // MINUTE, "long": visit.long // MINUTE},
        "tickets": [_ticket(ticket) for ticket in place.tickets],
        "sources": list(place.sources),
    }


def _text(text: Text) -> Object:
    return {language: getattr(text, field) for language, field in LANGUAGES if getattr(text, field)}


def _opening(opening: Opening) -> Object:
    return {
        **_season(opening.season),
        "weekdays": list(opening.weekdays),
        "opens": format_time_of_day(opening.opens),
        "closes": format_time_of_day(opening.closes),
        "last_entry": None if opening.last_entry is None else format_time_of_day(opening.last_entry),
    }


def _season(season: Season) -> Object:
    return {"from": "{:02d}-{:02d}".format(*season.first), "to": "{:02d}-{:02d}".format(*season.last)}


def _ticket(ticket: Ticket) -> Object:
    price = {"rule": ticket.price} if isinstance(ticket.price, str) else {"price_cny": ticket.price}
    evidence = ticket.evidence
    return {
        "what": ticket.what,
        "who": ticket.who,
        "label": _text(ticket.label),
        **price,
        **_season(ticket.season),
        "source": evidence.source if evidence else None,
        "as_of": evidence.as_of if evidence else "",
    }
