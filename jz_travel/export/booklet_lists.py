"""The lists at the end of the booklet: driver's cards, preparation, budget, sources."""

from collections.abc import Sequence
from typing import Any

from jz_travel.domain.places import Catalogue, Place, Ticket
from jz_travel.domain.schedule import Schedule
from jz_travel.export.budget import PERSONS, Budget, Cost, Fee, budget
from jz_travel.export.itinerary import Itinerary, as_of, evidences, name_of, ticket_said
from jz_travel.export.maps import place_map
from jz_travel.export.papers import Paper
from jz_travel.export.preparation import Item, preparation
from jz_travel.mapping.captions import APPROVAL, CREDIT
from jz_travel.words import N_, Words

Json = dict[str, Any]
CARD_GAP, CARD_MAP = 22, 0.3
EMERGENCY = (
    ("110", N_("Police")),
    ("119", N_("Fire brigade")),
    ("120", N_("Ambulance")),
    ("122", N_("Traffic accidents")),
)
PLEASE = "请送我到"


def driver_cards(pages: Itinerary, catalogue: Catalogue, words: Words, paper: Paper) -> list[Json]:
    """A card for every place one may have to be driven to, in the order of the trip, each once."""
    places: dict[Place, str] = {}
    for page in pages.days:
        for entry in page.entries:
            if entry.kind in ("start", "visit", "end") and entry.place:
                places.setdefault(entry.place, f"{page.label} · {entry.when}")
    width = (paper.inner_width - CARD_GAP) / 2
    chinese = Words("zh-Hans")
    return [_card(place, when, catalogue, words, chinese, width) for place, when in places.items()]


def _card(place: Place, when: str, catalogue: Catalogue, words: Words, chinese: Words, width: float) -> Json:
    picture = place_map(place, catalogue, chinese, width, width * CARD_MAP)
    address = place.contact.address
    if not address and place.county != "outside":
        address = f"河南省焦作市{'' if place.county == 'urban' else chinese.county(place.county)}"
    return {
        "please": PLEASE,
        "chinese": place.name.zh_hans,
        "name": "" if words.name(place) == place.name.zh_hans else words.name(place),
        "pinyin": place.pinyin,
        "address": address,
        "phones": " · ".join(place.contact.phones),
        "when": when,
        "map": picture.svg if picture else "",
        "alt": picture.says if picture else "",
        "unsure": words.say("Position not known; show the name and ask.") if picture is None else "",
    }


def preparation_section(schedule: Schedule, catalogue: Catalogue, words: Words) -> Json:
    """What to pack, arrange and know, as groups with a title; groups that this trip gives no line are left out."""
    found = preparation(schedule, catalogue, words)
    groups = (
        (words.say("Pack", context="paper"), found.pack, True),
        (words.say("Arrange before"), found.arrange, True),
        (words.say("Good to know", context="paper"), found.know, False),
    )
    return {
        "title": words.say("Before you go"),
        "says": words.say("Every line here comes from this trip."),
        "groups": [
            {"title": title, "items": _merged(items), "ticked": ticked} for title, items, ticked in groups if items
        ],
    }


def _merged(items: tuple[Item, ...]) -> list[Json]:
    """The same thing for several reasons is one line."""
    reasons: dict[str, dict[str, None]] = {}
    for item in items:
        reasons.setdefault(item.what, {})[item.why] = None
    return [{"what": what, "why": list(whys)} for what, whys in reasons.items()]


def budget_section(schedule: Schedule, catalogue: Catalogue, words: Words) -> Json:
    """One row a place with its tickets in yuan for each kind of visitor; places without a known price say so."""
    found = budget(schedule, catalogue)
    rows = [
        [words.name(fee.place), *(_cost_said(found.cost(fee, person), words) for person in PERSONS)]
        for fee in found.fees
        if fee.needed
    ]
    rows += [[words.name(place), words.say("not known"), "", "", ""] for place in found.unknown]
    return {
        "title": words.say("Tickets for one person"),
        "head": [words.say("Place", context="table"), *map(words.person, PERSONS)],
        "rows": rows,
        "sum": [words.say("Sum of the known prices"), *(_cost_said(found.total(each), words) for each in PERSONS)],
        "notes": _budget_notes(found, words),
    }


def _budget_notes(found: Budget, words: Words) -> list[str]:
    say = words.say
    notes = []
    if any(found.total(person).at_most for person in PERSONS):
        notes.append(say("≤: no source names a reduction for this group, so the full price is counted."))
    if found.unknown:
        names = say(", ", context="between words").join(map(words.name, found.unknown))
        notes.append(say("Prices not known, not in the sum: {places}.", places=names))
    for fee in found.fees:
        notes += _fee_notes(fee, words)
    notes.append(say("Meals, beds and driving are not counted: no source gives their prices for this trip."))
    return notes


def _fee_notes(fee: Fee, words: Words) -> list[str]:
    """The price list of one gate, word for word, and what may be paid for besides."""
    say = words.say
    rules = [ticket for ticket in fee.tickets if ticket not in fee.choices]
    notes = []
    place = words.name(fee.place)
    if rules:
        notes.append(say("{place}: {tickets}.", place=place, tickets=_tickets(rules, words)))
    if fee.choices:
        notes.append(say("{place}, if you like: {tickets}.", place=place, tickets=_tickets(fee.choices, words)))
    return notes


def _tickets(tickets: Sequence[Ticket], words: Words) -> str:
    said = (as_of(words, ticket_said(ticket, words), ticket.evidence) for ticket in tickets)
    return words.say("; ", context="between times").join(said)


def _cost_said(cost: Cost, words: Words) -> str:
    if cost.yuan == 0:
        return words.say("free", context="price")
    return f"≤ {words.money(cost.yuan)}" if cost.at_most else words.money(cost.yuan)


def sources_section(pages: Itinerary, catalogue: Catalogue, words: Words) -> Json:
    """Every source that the trip's facts rest on, the map's credits, and whom to call; dates say how old it all is."""
    found = evidences(pages, catalogue)
    dates = sorted(each.as_of for each in found if each.as_of)
    used = dict.fromkeys(each.source for each in found)
    sources = [source for each in used if (source := catalogue.source_by_id.get(each))]
    notes = [
        words.say("All times are local times in Jiaozuo (UTC+8)."),
        words.say("Facts without a date come from undated sources; “assumed” is our own guess at usual hours."),
    ]
    if dates:
        first, last = words.as_far_as_said(dates[0]), words.as_far_as_said(dates[-1])
        notes.insert(0, words.say("Dated facts are from {first} to {last}.", first=first, last=last))
    return {
        "title": words.say("Where this is from"),
        "notes": notes,
        "sources": [{"title": words.source(each), "url": each.url} for each in sources],
        "map": [words.say(line, context="map") for line in (APPROVAL, *CREDIT)],
        "emergency": {
            "title": words.say("Emergency numbers"),
            "numbers": [{"number": number, "says": words.say(says)} for number, says in EMERGENCY],
            "says": words.say(
                "As printed by China.org.cn (10 January 2006); ambulance: cultureyard.net (13 August 2019)."
            ),
        },
        "credit": words.say("Made with jz_travel for “{trip}”.", trip=pages.title),
        "phones": [
            words.labelled(name_of(place.id, catalogue, words), " · ".join(place.contact.phones))
            for place in dict.fromkeys(
                here
                for page in pages.days
                for entry in page.entries
                if entry.place
                for here in (entry.place, catalogue.area_of(entry.place))
                if here and here.contact.phones
            )
        ],
    }
