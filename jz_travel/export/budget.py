"""What the tickets of a trip cost, for each kind of visitor, from the prices that are known and only from those."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from jz_travel.domain.places import Catalogue, Place, Ticket
from jz_travel.domain.schedule import Schedule

PERSONS = ("adult", "student", "child", "senior")
NEEDED = ("admission", "shuttle", "combined")
"""What one pays to see a place; boats, cable cars and shows are a choice."""


@dataclass(frozen=True, slots=True)
class Fee:
    """What is paid at one place: a sight, or the area that a sight lies in."""

    place: Place
    tickets: tuple[Ticket, ...]

    @property
    def for_adults(self) -> tuple[Ticket, ...]:
        return tuple(ticket for ticket in self.tickets if ticket.who in ("adult", "everyone"))

    @property
    def needed(self) -> tuple[str, ...]:
        """The kinds of ticket that have to be bought here."""
        return tuple(dict.fromkeys(ticket.what for ticket in self.for_adults if ticket.what in NEEDED))

    @property
    def choices(self) -> tuple[Ticket, ...]:
        """What may be bought besides, like a cable car; it is not added up."""
        return tuple(ticket for ticket in self.for_adults if ticket.what not in NEEDED)


@dataclass(frozen=True, slots=True)
class Cost:
    """An amount of yuan; ``at_most``: a reduction may exist that no source names."""

    yuan: float
    at_most: bool = False

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(self.yuan + other.yuan, self.at_most or other.at_most)


@dataclass(frozen=True, slots=True)
class Budget:
    """Fees of a whole trip in yuan, each area paid once; only tickets that one has to buy are added up."""

    fees: tuple[Fee, ...]
    unknown: tuple[Place, ...]
    """Sights of the trip for which nobody has written down a price."""

    def cost(self, fee: Fee, person: str) -> Cost:
        """What one person of a kind of :data:`PERSONS` has to pay at one place, in yuan."""
        return sum((_cost(fee, what, person) for what in fee.needed), Cost(0))

    def total(self, person: str) -> Cost:
        """What one person of a kind of :data:`PERSONS` has to pay for the trip, in yuan."""
        return sum((self.cost(fee, person) for fee in self.fees), Cost(0))


def budget(schedule: Schedule, catalogue: Catalogue) -> Budget:
    """Every place of the trip once: who stays a second day pays once here, as no source says otherwise."""
    paid: dict[str, Fee] = {}
    unknown: dict[Place, None] = {}
    for day in schedule.days:
        for place in filter(None, (catalogue.get(visit.place) for visit in day.visits)):
            found = fees(place, catalogue, day.date)
            for fee in found:
                paid.setdefault(fee.place.id, fee)
            if not any(fee.needed for fee in found) and place.is_sight:
                unknown[place] = None
    return Budget(tuple(_without_covered(tuple(paid.values()))), tuple(unknown))


def fees(place: Place, catalogue: Catalogue, day: date) -> tuple[Fee, ...]:
    """What is paid to see a place on a date: at its own gate or, without one, at the gate of the area around it."""
    here: Place | None = place
    while here is not None:
        tickets = tuple(ticket for ticket in here.tickets if day in ticket.season)
        if tickets:
            return (Fee(here, tickets),)
        here = catalogue.area_of(here)
    return ()


def _without_covered(paid: Sequence[Fee]) -> Iterator[Fee]:
    """A sight is not paid again where a combined ticket of its area is."""
    combined = {fee.place.id for fee in paid if "combined" in fee.needed}
    return (fee for fee in paid if fee.place.area not in combined)


def _cost(fee: Fee, what: str, person: str) -> Cost:
    """The price of one kind of ticket for one person: the dearest that is named, the adults' where none is."""
    full = max((_yuan(ticket, 0) for ticket in fee.for_adults if ticket.what == what), default=0)
    if person == "adult" or full == 0:
        return Cost(full)
    own = [_yuan(ticket, full) for ticket in fee.tickets if ticket.what == what and ticket.who in (person, "everyone")]
    return Cost(max(own)) if own else Cost(full, at_most=True)


def _yuan(ticket: Ticket, full: float) -> float:
    match ticket.price:
        case "free":
            return 0
        case "half":
            return full / 2
        case price:
            return float(price)
