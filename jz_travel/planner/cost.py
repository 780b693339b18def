"""What the tickets of a party cost, as far as prices are known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jz_travel.domain.places import Catalogue, Place, PlaceId, Ticket
from jz_travel.domain.request import Party

NEEDED = (("admission", "combined"), ("shuttle",))
"""One ticket of each group is needed to get in; boats, cable cars and shows are extras."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Yuan for the whole party, and how many visits have no known price, so that it costs at least so much."""

    yuan: float = 0
    prices_missing: int = 0

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(self.yuan + other.yuan, self.prices_missing + other.prices_missing)


def of_place(place: Place, party: Party, day: date) -> Cost:
    """What a visit costs the party; a person whose price nobody tells pays as an adult."""
    tickets = [ticket for ticket in place.tickets if day in ticket.season]
    persons = (
        ("adult", party.adults),
        ("student", party.students),
        ("child", party.children),
        ("senior", party.seniors),
    )
    prices = [_price(tickets, kinds, who) for kinds in NEEDED for who, count in persons for _ in range(count)]
    known = any(ticket.what in NEEDED[0] for ticket in tickets)
    return Cost(sum(prices), 0 if known else 1)


def of_trip(visits: Iterable[tuple[PlaceId, date]], catalogue: Catalogue, party: Party) -> Cost:
    """The area around several sights is paid for once."""
    total = Cost()
    paid: set[PlaceId] = set()
    for id_, day in visits:
        place = catalogue.get(id_)
        for each in (place, catalogue.area_of(place)) if place else ():
            if each is None or each.id in paid:
                continue
            paid.add(each.id)
            cost = of_place(each, party, day)
            # What is seen of an area without prices of its own is paid for with the area's ticket.
            total += Cost(cost.yuan, cost.prices_missing if not each.area else 0)
    return total


def _price(tickets: Iterable[Ticket], kinds: tuple[str, ...], who: str) -> float:
    fitting = [ticket for ticket in tickets if ticket.what in kinds]
    full = next(
        (float(t.price) for t in fitting if t.who in ("adult", "everyone") and not isinstance(t.price, str)), 0.0
    )
    for ticket in fitting:
        if ticket.who in (who, "everyone"):
            if ticket.price == "half":
                return full / 2
            return 0.0 if ticket.price == "free" else float(ticket.price)
    return full
