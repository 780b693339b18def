"""What a trip costs and what it asks for: from its places and days, and from nothing else."""

from datetime import date

from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.opening import Hours, Opening
from jz_travel.domain.places import Catalogue, Kind, Place, PlaceId, Position, Ticket, VisitTime
from jz_travel.domain.texts import Text
from jz_travel.domain.trip import Trip, TripId, new_trip
from jz_travel.export.budget import Budget, Cost, budget
from jz_travel.export.preparation import Item, preparation
from jz_travel.words import Words
from tests.export.samples import city, golden_autumn, happening


def ticket(what: str, who: str, price: float | str, label: str = "a ticket") -> Ticket:
    return Ticket(what, who, Text(label, label), price)  # type: ignore[arg-type]


def a_sight(name: str, *tickets: Ticket, area: str | None = None) -> Place:
    opening = Hours((Opening(hours(0), hours(24)),))
    visit = VisitTime(minutes(30), minutes(60), minutes(90))
    return Place(
        id=PlaceId(name),
        kind=Kind.TEMPLE,
        name=Text(name, name),
        short=Text(name, name),
        pinyin=name,
        county="xiuwu",
        hours=opening,
        visit=visit,
        area=PlaceId(area) if area else None,
        tickets=tickets,
        position=Position(35.2, 113.2, 100),
    )


REGION = Catalogue(
    (
        a_sight("mountain", ticket("admission", "adult", 120.0), ticket("shuttle", "adult", 60.0),
                ticket("admission", "student", "half"), ticket("admission", "senior", "free"),
                ticket("cable_car", "adult", 80.0)),
        a_sight("gorge", area="mountain"),
        a_sight("peak", area="mountain"),
        a_sight("village", ticket("combined", "adult", 40.0)),
        a_sight("hall", ticket("admission", "adult", 30.0), area="village"),
        a_sight("museum", ticket("admission", "everyone", "free")),
        a_sight("ruin"),
    )
)  # fmt: skip


def a_trip(*places: str) -> Trip:
    trip = new_trip(TripId("t"), "t", date(2026, 10, 17), 2)
    for place in places:
        trip = trip.with_stop(PlaceId(place), trip.days[0].id)
    return trip


def cost_of(*places: str) -> Budget:
    return budget(happening(a_trip(*places), REGION), REGION)


def test_an_area_is_paid_once_however_many_of_its_sights_are_seen() -> None:
    assert cost_of("gorge", "peak", "mountain").total("adult") == Cost(180)


def test_boats_and_cable_cars_are_a_choice() -> None:
    (fee,) = cost_of("mountain").fees
    assert [each.what for each in fee.choices] == ["cable_car"]


def test_a_reduction_that_no_source_names_is_not_invented() -> None:
    found = cost_of("mountain")
    assert found.total("student") == Cost(60 + 60, at_most=True)  # half the gate, the shuttle in full
    assert found.total("senior") == Cost(60, at_most=True)
    assert found.total("child") == Cost(180, at_most=True)


def test_a_combined_ticket_pays_for_what_lies_inside() -> None:
    assert cost_of("village", "hall").total("adult") == Cost(40)
    assert cost_of("hall").total("adult") == Cost(30)


def test_free_is_known_and_unknown_is_not_free() -> None:
    found = cost_of("museum", "ruin")
    assert found.total("adult") == Cost(0)
    assert [place.id for place in found.unknown] == ["ruin"]


def items(trip: Trip, catalogue: Catalogue | None = None) -> list[Item]:
    where = catalogue or city()
    found = preparation(happening(trip, where), where, Words("en"))
    return [*found.pack, *found.arrange, *found.know]


def test_steps_ask_for_shoes() -> None:
    shoes = [item.why for item in items(golden_autumn()) if item.what == "Shoes with a firm grip"]
    assert any("Zhuyu Peak" in why for why in shoes)


def test_a_day_that_ends_in_the_dark_asks_for_a_torch() -> None:
    day = a_trip("ruin").days[0].id
    late = a_trip("ruin").with_day_hours(day, hours(17, 30), hours(23))
    assert [item for item in items(late, REGION) if item.what.startswith("A torch")]
    assert not [item for item in items(a_trip("ruin"), REGION) if item.what.startswith("A torch")]


def test_every_item_has_a_reason_and_an_empty_trip_asks_for_no_more_than_a_bed() -> None:
    assert all(item.what and item.why for item in items(golden_autumn()))
    assert {item.what for item in items(a_trip(), REGION)} == {"Find a place to stay"}


def test_what_is_out_of_season_is_said() -> None:
    summer = golden_autumn().with_start_date(date(2026, 7, 10))
    seasons = {item.what: item.why.partition(":")[0] for item in items(summer) if "eason:" in item.why}
    assert seasons["Tanpu Gorge (Pool-and-Waterfall Gorge)"] == "In season"
    autumn = {item.what: item.why.partition(":")[0] for item in items(golden_autumn()) if "eason:" in item.why}
    assert autumn["Tanpu Gorge (Pool-and-Waterfall Gorge)"] == "Out of season"
