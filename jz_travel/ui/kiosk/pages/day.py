"""One day of the trip from morning to night: visits and the ways to them, meals, where it ends."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from jz_travel.domain.places import PlaceId
from jz_travel.domain.schedule import DaySchedule, Meal, Visit
from jz_travel.domain.travel import How, Leg
from jz_travel.ui.kiosk.card import Badge, Card
from jz_travel.ui.kiosk.choices import MakeCard
from jz_travel.ui.kiosk.page import Page
from jz_travel.ui.kiosk.where import AtStop, Sight


def times_of(page: Page, entry: Visit | Meal) -> str:
    """From when to when a visit or a meal lasts, on the 24-hour clock; a visit begins where the doors let one in."""
    words = page.words
    starts, ends = (entry.enters, entry.leaves) if isinstance(entry, Visit) else (entry.starts, entry.ends)
    return words.say("{starts}–{ends}", starts=words.time(starts), ends=words.time(ends))


def entries(page: Page, number: int) -> Iterator[MakeCard]:
    """A card for each thing that happens; days count from 0."""
    day = page.sitting.session.schedule.days[number]
    happens: list[tuple[datetime, MakeCard]] = [
        (visit.enters, partial(_visit, page, number, place, visit)) for place, visit in enumerate(day.visits, start=1)
    ]
    happens += [(meal.starts, partial(_meal, page, meal)) for meal in day.meals]
    for _, make in sorted(happens, key=lambda each: each[0]):
        yield make
    yield partial(_end, page, day)


def _visit(page: Page, number: int, position: int, visit: Visit) -> Card:
    words, look = page.words, page.sitting.look
    parts = [way_of(page, visit.leg)]
    if visit.problems:
        has_room = page.upright or not page.elder  # the page of the stop tells of both
        parts = [*(parts if has_room else ()), words.problem(visit.problems[0], page.sitting.city.catalogue)]
    title = f"{times_of(page, visit)}  {_name(page, visit.place)}"
    made = Card(look, title, "\n".join(filter(None, parts)), badge=Badge(str(position), look.theme.day(number)))
    made.clicked.connect(page.go(AtStop(visit.stop)))
    return made


def _meal(page: Page, meal: Meal) -> Card:
    what = page.say("Lunch") if meal.kind == "lunch" else page.say("Dinner")
    return _to_read(Card(page.sitting.look, f"{times_of(page, meal)}  {what}", icon="utensils"))


def _end(page: Page, day: DaySchedule) -> Card:
    """Where the day ends, and the way there; a touch tells of the place."""
    look, where = page.sitting.look, day.destination
    ends = page.words.time(day.ends, day.date)
    if where is None:
        return _to_read(Card(look, f"{ends}  {page.say('End of the day')}", icon="moon"))
    is_night = where == page.sitting.session.trip.day(day.id).lodging
    name = _name(page, where)
    what = page.say("Night at {place}", place=name) if is_night else page.say("Arrive at {place}", place=name)
    made = Card(look, f"{ends}  {what}", way_of(page, day.last_leg), icon="bed" if is_night else "flag")
    if where not in page.sitting.city.catalogue:
        return _to_read(made)
    made.clicked.connect(page.go(Sight(where)))
    return made


def _to_read(card: Card) -> Card:
    """A touch has nothing to do here."""
    card.setEnabled(False)
    return card


def way_of(page: Page, leg: Leg | None) -> str:
    """By what, how long and how far; nothing where one is there already."""
    if leg is None or leg.how is How.NONE:
        return ""
    return page.words.labelled(page.words.mode(leg.mode), page.words.leg(leg))


def _name(page: Page, place: PlaceId) -> str:
    known = page.sitting.city.catalogue.get(place)
    return page.words.short(known) if known else place
