"""From one place to another: what is printed, else what is estimated, and how sure that is."""

from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from jz_travel.domain.clock import minutes
from jz_travel.domain.places import Catalogue, Kind, Place, PlaceId, Position
from jz_travel.domain.travel import How, Leg, Mode
from jz_travel.resources import assets
from jz_travel.roads import LegTable, RoadBook, StraightLines, leg_table, read_book
from jz_travel.roads.book import Route, Terrain
from jz_travel.store.places import read_catalogue
from tests.strategies import a_place


@pytest.fixture(scope="module")
def book() -> RoadBook:
    roads, failures = read_book(assets("roads.toml"))
    assert failures == []
    assert roads is not None
    return roads


@pytest.fixture(scope="module")
def jiaozuo() -> Catalogue:
    return read_catalogue(assets())[0]


@pytest.fixture(scope="module")
def roads(jiaozuo: Catalogue) -> LegTable:
    return leg_table(jiaozuo)


def a_leg(table: LegTable, origin: str, destination: str, mode: Mode = Mode.CAR) -> Leg:
    return table.leg(PlaceId(origin), PlaceId(destination), mode)


def at(lat: float, lon: float, within_m: float = 100) -> Position:
    return Position(lat, lon, within_m)


def a_table(book: RoadBook, *places: Place, routes: tuple[Route, ...] = (), terrain: Terrain = Terrain()) -> LegTable:  # noqa: B008
    return LegTable(Catalogue(places), RoadBook(book.estimate, routes, terrain))


WEST, EAST = a_place("west", position=at(35.0, 113.0)), a_place("east", position=at(35.0, 113.2))
STRAIGHT_KM = 18.2576  # 0.2 degrees on the 35th parallel: 6378.137 / sqrt(1 - 0.00669438 sin² 35°) cos 35° × 0.2°


def test_a_straight_line_is_geopys_geodesic() -> None:
    assert WEST.position
    assert EAST.position
    assert StraightLines().metres(WEST.position, EAST.position) / 1000 == pytest.approx(STRAIGHT_KM, abs=0.001)


def test_on_the_plain_the_estimate_is_that_of_the_travel_model(book: RoadBook) -> None:
    leg = a_leg(a_table(book, WEST, EAST), "west", "east")
    km = 1.25 * STRAIGHT_KM
    assert leg.how is How.ESTIMATE
    assert leg.metres == pytest.approx(km * 1000, rel=0.001)
    assert leg.lasts == minutes(35)  # 6 + 1.2 × 22.8, rounded up to five
    assert leg.at_best < leg.lasts < leg.at_worst
    assert leg.at_worst == minutes(55)


def test_a_valley_at_one_end_and_hills_at_both_make_the_way_longer(book: RoadBook) -> None:
    gorge = a_place("gorge", kind=Kind.GORGE, position=EAST.position)
    peak = a_place("peak", kind=Kind.PEAK, position=WEST.position)
    table = a_table(book, WEST, EAST, gorge, peak)
    plain, one, both = a_leg(table, "west", "east"), a_leg(table, "west", "gorge"), a_leg(table, "peak", "gorge")
    assert one.metres == pytest.approx((1.07 * STRAIGHT_KM + 8.8) * 1000, rel=0.001)
    assert both.metres == pytest.approx(1.6 * STRAIGHT_KM * 1000, rel=0.001)
    assert plain.lasts < one.lasts < both.lasts


def test_beyond_forty_kilometres_a_car_goes_faster(book: RoadBook) -> None:
    far = a_place("far", position=at(35.0, 114.0))
    leg = a_leg(a_table(book, WEST, far), "west", "far")
    km = 1.25 * STRAIGHT_KM * 5
    assert leg.lasts == minutes(5 * -(-(6 + 48 + 0.8 * (km - 40)) // 5))


def test_a_list_in_the_road_book_says_what_lies_in_the_hills_where_the_kind_does_not(book: RoadBook) -> None:
    lake = a_place("lake", kind=Kind.LAKE, position=EAST.position)
    temple = a_place("temple", kind=Kind.TEMPLE, position=EAST.position, area="lake")
    table = a_table(book, WEST, lake, temple, terrain=Terrain(hills=("lake",), plain=("temple",)))
    plain = a_leg(a_table(book, WEST, EAST), "west", "east")
    assert a_leg(table, "west", "lake").lasts > plain.lasts
    assert a_leg(table, "west", "temple").lasts == plain.lasts


def test_a_printed_route_goes_before_the_estimate_both_ways_or_one_way(book: RoadBook) -> None:
    there = Route("west", "east", "car", "gate", km=20, minutes=(30, 50), both_ways=True)
    table = a_table(book, WEST, EAST, routes=(there,))
    for leg in (a_leg(table, "west", "east"), a_leg(table, "east", "west")):
        assert (leg.how, leg.lasts, leg.metres) == (How.PRINTED, minutes(40), 20_000)
        assert (leg.at_best, leg.at_worst) == (minutes(30), minutes(50))
        assert leg.evidence is not None
        assert leg.evidence.source == "gate"
    one_way = a_table(book, WEST, EAST, routes=(Route("west", "east", "car", "gate", minutes=30.0),))
    assert a_leg(one_way, "west", "east").how is How.PRINTED
    assert a_leg(one_way, "east", "west").how is How.ESTIMATE


def test_one_printed_time_has_the_band_of_the_travel_model(book: RoadBook) -> None:
    leg = a_leg(a_table(book, WEST, EAST, routes=(Route("west", "east", "car", "x", minutes=60.0),)), "west", "east")
    assert (leg.at_best, leg.lasts, leg.at_worst) == (minutes(48), minutes(60), minutes(90))
    assert leg.metres is None


def test_a_printed_distance_without_a_time_says_that_the_time_is_estimated(book: RoadBook) -> None:
    leg = a_leg(a_table(book, WEST, EAST, routes=(Route("west", "east", "car", "x", km=40.0),)), "west", "east")
    assert (leg.how, leg.lasts) == (How.PRINTED, minutes(55))
    assert leg.evidence is not None
    assert "time is estimated" in leg.evidence.note


def test_of_several_printed_routes_the_surest_counts(book: RoadBook) -> None:
    routes = (
        Route("west", "east", "car", "blog", minutes=10.0, confidence="low"),
        Route("east", "west", "car", "board", minutes=40.0, confidence="high", both_ways=True),
        Route("west", "east", "car", "map", km=30.0, confidence="medium"),
    )
    table = a_table(book, WEST, EAST, routes=routes)
    assert a_leg(table, "east", "west").lasts == minutes(40)
    there = a_leg(table, "west", "east")
    assert there.evidence is not None
    assert there.evidence.source == "map"


def test_a_coach_or_a_train_serves_those_who_go_by_coach_only(book: RoadBook) -> None:
    table = a_table(book, WEST, EAST, routes=(Route("west", "east", "rail", "x", minutes=20.0),))
    assert a_leg(table, "west", "east", Mode.COACH).lasts == minutes(20)
    assert a_leg(table, "west", "east", Mode.CAR).how is How.ESTIMATE
    assert a_leg(table, "west", "east", Mode.GROUP_BUS).how is How.ESTIMATE


def test_a_printed_way_on_foot_is_nobodys_drive(book: RoadBook) -> None:
    table = a_table(book, WEST, EAST, routes=(Route("west", "east", "walk", "x", minutes=5.0),))
    assert {a_leg(table, "west", "east", mode).how for mode in Mode} == {How.ESTIMATE}


def test_a_bus_is_slower_than_a_car_and_never_called_printed_for_it(book: RoadBook) -> None:
    table = a_table(book, WEST, EAST, routes=(Route("west", "east", "car", "x", km=20.0, minutes=40.0),))
    bus, coach = (a_leg(table, "west", "east", mode) for mode in (Mode.GROUP_BUS, Mode.COACH))
    assert minutes(40) < bus.lasts < coach.lasts
    assert {bus.how, coach.how} == {How.ESTIMATE}
    assert bus.metres == 20_000
    assert (bus.mode, coach.mode) == (Mode.GROUP_BUS, Mode.COACH)


def test_inside_one_area_the_line_counts_only_where_it_is_longer_than_the_doubt(book: RoadBook) -> None:
    park = a_place("park", kind=Kind.MOUNTAIN_AREA, position=at(35.40, 113.40, 500))
    near = a_place("near", area="park", position=at(35.401, 113.40, 500))
    far = a_place("far", area="park", position=at(35.44, 113.40, 500))
    hidden = a_place("hidden", area="park", position=None)
    table = a_table(book, park, near, far, hidden)
    assert {a_leg(table, *pair).how for pair in permutations(("park", "near", "far", "hidden"), 2)} == {How.INSIDE}
    assert a_leg(table, "park", "far").metres == pytest.approx(1.6 * 4438, rel=0.01)
    assert a_leg(table, "park", "near").metres is None
    assert a_leg(table, "park", "near").lasts == a_leg(table, "far", "hidden").lasts == minutes(20)
    assert a_leg(table, "park", "near", Mode.COACH).lasts == minutes(20)


def test_on_the_plain_one_walks_from_sight_to_sight(book: RoadBook) -> None:
    village = a_place("village", kind=Kind.TAI_CHI)
    school = a_place("school", area="village", position=None)
    assert a_leg(a_table(book, village, school), "school", "village").lasts == minutes(10)


def test_a_sight_without_a_position_is_reached_at_its_area(book: RoadBook) -> None:
    village = a_place("village", kind=Kind.TAI_CHI, position=EAST.position)
    school = a_place("school", area="village", position=None)
    table = a_table(book, WEST, village, school)
    assert a_leg(table, "west", "school").lasts == a_leg(table, "west", "village").lasts
    assert a_leg(table, "west", "school").how is How.ESTIMATE


def test_a_place_known_by_its_county_only_is_counted_from_the_town_with_a_wide_band(book: RoadBook) -> None:
    seat = a_place("seat_jiefang", kind=Kind.TOWN, position=EAST.position)
    hidden = a_place("hidden", position=None)
    table = a_table(book, WEST, seat, hidden)
    rough, sure = a_leg(table, "west", "hidden"), a_leg(table, "west", "seat_jiefang")
    assert (rough.how, rough.lasts) == (How.ROUGH, sure.lasts)
    assert rough.at_best < sure.at_best
    assert rough.at_worst > sure.at_worst
    home = a_leg(table, "seat_jiefang", "hidden")
    assert home.how is How.ROUGH
    assert home.lasts > minutes(15)


def test_nobody_knows_the_way_to_a_place_that_is_nowhere(book: RoadBook) -> None:
    table = a_table(book, WEST, a_place("hidden", position=None))
    for leg in (a_leg(table, "west", "hidden"), a_leg(table, "west", "atlantis"), a_leg(table, "hidden", "west")):
        assert (leg.how, leg.lasts, leg.metres) == (How.UNKNOWN, timedelta(), None)


def test_a_place_is_no_way_from_itself(book: RoadBook) -> None:
    leg = a_leg(a_table(book, WEST), "west", "west")
    assert (leg.how, leg.lasts, leg.metres) == (How.NONE, timedelta(), 0)


def test_a_leg_is_worked_out_once(book: RoadBook) -> None:
    table = a_table(book, WEST, EAST)
    assert a_leg(table, "west", "east") is a_leg(table, "west", "east")


def test_durations_are_minutes_from_row_to_column(book: RoadBook) -> None:
    table = a_table(book, WEST, EAST, routes=(Route("west", "east", "car", "x", minutes=60.0),))
    ids = [PlaceId("west"), PlaceId("east")]
    assert table.durations(ids) == [[0, 60], [35, 0]]
    assert table.durations(ids, Mode.GROUP_BUS) == [[0, 70], [45, 0]]


def test_every_pair_of_the_shipped_catalogue_has_a_leg_in_order(jiaozuo: Catalogue, roads: LegTable) -> None:
    gateways = [place for place in jiaozuo if place.kind in (Kind.STATION, Kind.TOWN)][:4]
    for origin in gateways:
        for destination in jiaozuo:
            for mode in Mode:
                leg = roads.leg(origin.id, destination.id, mode)
                assert leg.at_best <= leg.lasts <= leg.at_worst < timedelta(hours=8), leg
                assert leg.lasts % timedelta(minutes=1) == timedelta()
                assert (leg.origin, leg.destination, leg.mode) == (origin.id, destination.id, mode)
                if origin is not destination:
                    assert leg.how is How.UNKNOWN or leg.lasts > timedelta()


def test_the_printed_routes_are_used_and_their_places_and_sources_exist(
    jiaozuo: Catalogue, roads: LegTable, book: RoadBook
) -> None:
    assert list(book.mistakes(jiaozuo, Path("roads.toml"))) == []
    assert a_leg(roads, "jz", "yuntaishan").metres == 30_000
    assert a_leg(roads, "xiuwuxi_rail", "yuntaishan", Mode.COACH).lasts == minutes(90)
    assert a_leg(roads, "xiuwuxi_rail", "yuntaishan").how is How.ESTIMATE
