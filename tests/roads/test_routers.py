"""Routers: three languages, one meaning. A leg gets its road where one answered and stays an estimate elsewhere."""

from datetime import timedelta

import pytest
from geopy.distance import geodesic

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.travel import How, Mode
from jz_travel.roads import leg_table
from jz_travel.roads.answers import Answer, Point
from jz_travel.roads.online.amap import Amap
from jz_travel.roads.online.client import Pace, Service
from jz_travel.roads.online.osrm import Osrm
from jz_travel.roads.online.polyline import decoded
from jz_travel.roads.online.routers import Router, blocks, pieces
from jz_travel.roads.online.valhalla import Valhalla
from tests.roads.fake_services import KEY, SPEED, Fake, encoded, way

STATION: Point = (35.2415, 113.2399)
YUNTAISHAN: Point = (35.421, 113.427)
CHENJIAGOU: Point = (34.94, 113.11)
NO_PACE = Pace(0)
ROUTERS = ("osrm", "valhalla", "amap")


def router(name: str, fake: Fake, key: str = KEY) -> Router:
    service = Service(name, NO_PACE, None, (key,), patience=0.4)
    return {
        "osrm": Osrm(fake.url, service),
        "valhalla": Valhalla(fake.url, service),
        "amap": Amap(key, service, fake.url),
    }[name]


def apart(one: Point, other: Point) -> float:
    return float(geodesic(one, other).meters)


@pytest.mark.parametrize("name", ROUTERS)
def test_a_chain_of_three_places_is_two_ways_with_their_roads(fake: Fake, name: str) -> None:
    there, back = router(name, fake).chain([STATION, YUNTAISHAN, CHENJIAGOU])
    assert there is not None
    assert back is not None
    assert there.metres == pytest.approx(way(STATION, YUNTAISHAN), rel=0.005)
    assert back.seconds == pytest.approx(way(YUNTAISHAN, CHENJIAGOU) / SPEED, rel=0.005)
    assert apart(there.path[0], STATION) < 1
    assert apart(there.path[-1], YUNTAISHAN) < 1
    assert apart(back.path[0], YUNTAISHAN) < 1
    assert len(set(there.path)) == len(there.path)


@pytest.mark.parametrize("name", ROUTERS)
def test_a_table_holds_every_pair_but_none_with_itself(fake: Fake, name: str) -> None:
    found = router(name, fake).table([STATION, YUNTAISHAN, CHENJIAGOU])
    assert len(found) == 6
    assert found[CHENJIAGOU, STATION].metres == pytest.approx(way(CHENJIAGOU, STATION), rel=0.005)
    assert found[CHENJIAGOU, STATION].path == ()


@pytest.mark.parametrize("name", ["osrm", "valhalla"])
def test_a_whole_day_is_one_question_and_so_is_a_table(fake: Fake, name: str) -> None:
    asked = router(name, fake)
    asked.chain([STATION, YUNTAISHAN, CHENJIAGOU, STATION])
    asked.table([STATION, YUNTAISHAN, CHENJIAGOU])
    assert len(fake.asked) == 2


def test_amap_is_asked_once_a_destination_for_up_to_a_hundred_origins(fake: Fake) -> None:
    router("amap", fake).table([STATION, YUNTAISHAN, CHENJIAGOU])
    assert fake.count("/v3/distance") == 3


@pytest.mark.parametrize("name", ["osrm", "valhalla"])
def test_one_place_on_an_island_spoils_only_its_own_ways(fake: Fake, name: str) -> None:
    fake.islands.add(YUNTAISHAN)
    found = router(name, fake).chain([STATION, YUNTAISHAN, CHENJIAGOU, STATION])
    assert [each is None for each in found] == [True, True, False]
    table = router(name, fake).table([STATION, YUNTAISHAN, CHENJIAGOU])
    assert set(table) == {(STATION, CHENJIAGOU), (CHENJIAGOU, STATION)}


@pytest.mark.parametrize(("name", "count"), [("osrm", 140), ("valhalla", 60)])
def test_a_large_table_is_asked_for_in_pieces_that_servers_allow(fake: Fake, name: str, count: int) -> None:
    points = [(34.5 + at / 1000, 113.0) for at in range(count)]
    found = router(name, fake).table(points)
    assert len(found) == count * (count - 1)
    assert len(fake.asked) > 1


@pytest.mark.parametrize("name", ["osrm", "valhalla"])
def test_a_long_chain_is_asked_for_in_pieces_that_meet(fake: Fake, name: str) -> None:
    points = [(34.5 + at / 1000, 113.0) for at in range(150)]
    found = router(name, fake).chain(points)
    assert len(found) == 149
    assert all(each and each.path[0] == pytest.approx(points[at]) for at, each in enumerate(found))


def test_a_point_far_from_every_road_has_no_way(fake: Fake) -> None:
    answer = (
        '{"code":"Ok","routes":[{"legs":[{"duration":60,"distance":900,"steps":[]}]}],'
        '"waypoints":[{"distance":3},{"distance":250000}]}'
    )
    fake.trouble = answer
    assert router("osrm", fake).chain([STATION, YUNTAISHAN]) == [None]


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("osrm", '{"code":"Ok","routes":[],"waypoints":[]}'),
        ("osrm", '{"code":"Ok","routes":[{"legs":"many"}]}'),
        ("osrm", '{"code":"InvalidQuery","message":"?"}'),
        ("osrm", "[]"),
        ("valhalla", '{"trip":{"legs":[]}}'),
        ("valhalla", '{"trip":{"legs":[{"shape":"?????\\u0001","summary":{"time":1,"length":1}}]}}'),
        ("valhalla", '{"trip":{"units":"miles","legs":[{"shape":"","summary":{"time":1,"length":1}}]}}'),
        ("valhalla", '{"error_code":154,"error":"Path distance exceeds the max distance limit"}'),
        ("amap", '{"status":"1"}'),
        ("amap", '{"infocode":"10000","route":{"paths":[{"distance":"far","duration":"1"}]}}'),
        ("amap", '{"infocode":"10000","route":{"paths":[{"distance":"1","duration":"1","steps":[{"polyline":"1"}]}]}}'),
    ],
)
def test_an_answer_of_another_shape_is_refused_by_name(fake: Fake, name: str, answer: str) -> None:
    fake.trouble = answer
    with pytest.raises(Failure) as caught:
        router(name, fake).chain([STATION, YUNTAISHAN])
    assert (caught.value.cause, caught.value.field) == (Cause.NONSENSE, name)


@pytest.mark.parametrize(("key", "cause"), [("wrong", Cause.KEY_REFUSED), ("spent", Cause.QUOTA)])
def test_amap_says_with_a_number_what_is_wrong(fake: Fake, key: str, cause: Cause) -> None:
    for ask in (lambda: router("amap", fake, key).chain([STATION, YUNTAISHAN]),
                lambda: router("amap", fake, key).table([STATION, YUNTAISHAN])):  # fmt: skip
        with pytest.raises(Failure) as caught:
            ask()
        assert caught.value.cause is cause
        assert key not in str(caught.value)


def test_amap_is_asked_in_its_own_datum_with_the_longitude_first(fake: Fake) -> None:
    router("amap", fake).chain([STATION, YUNTAISHAN])
    asked = fake.asked[0]
    assert "origin=113.24" in asked
    assert "origin=113.2399" not in asked


def test_lines_are_read_back_to_the_sixth_digit() -> None:
    points = [(35.123456, 113.654321), (-0.000001, -179.999999), (35.123456, 113.654321)]
    for there, back in zip(points, decoded(encoded(points)), strict=True):
        assert back == pytest.approx(there)
    for wrong in ("_", "\x01", "_p~iF"):
        with pytest.raises(ValueError, match="line"):
            decoded(wrong)


def test_blocks_and_pieces_leave_nothing_out() -> None:
    points = [(float(at), 0.0) for at in range(23)]
    pairs = {(one, other) for origins, others in blocks(points, 10) for one in origins for other in others}
    assert len(pairs) == 23 * 23
    assert max(len(origins) + len(others) for origins, others in blocks(points, 10)) <= 10
    assert [list(piece) for piece in pieces(points[:5], 3)] == [points[:3], points[2:5]]


# What the schedule makes of it


def answers_between(catalogue: Catalogue, one: str, other: str) -> dict[tuple[Point, Point], Answer]:
    a, b = (catalogue.position_of(catalogue[PlaceId(each)]) for each in (one, other))
    assert a is not None
    assert b is not None
    here, there = (a.lat, a.lon), (b.lat, b.lon)
    return {(here, there): Answer(2401.0, 31_500.0, (here, (35.3, 113.3), there))}


def test_a_leg_that_a_router_answered_has_its_road_and_says_whose_figures_these_are(catalogue: Catalogue) -> None:
    estimate = leg_table(catalogue)
    table = estimate.answered(answers_between(catalogue, "jiaozuo_rail", "yuntaishan"))
    leg = table.leg(PlaceId("jiaozuo_rail"), PlaceId("yuntaishan"))
    assert (leg.how, leg.metres, leg.lasts) == (How.ROUTER, 31_500.0, timedelta(minutes=41))
    assert leg.path[1] == (35.3, 113.3)
    back = table.leg(PlaceId("yuntaishan"), PlaceId("jiaozuo_rail"))
    assert back == estimate.leg(PlaceId("yuntaishan"), PlaceId("jiaozuo_rail"))


def test_a_coach_on_that_road_is_slower_and_an_estimate(catalogue: Catalogue) -> None:
    table = leg_table(catalogue).answered(answers_between(catalogue, "jiaozuo_rail", "jiayingguan"))
    bus = table.leg(PlaceId("jiaozuo_rail"), PlaceId("jiayingguan"), Mode.GROUP_BUS)
    assert bus.how is How.ESTIMATE
    assert bus.lasts > timedelta(minutes=41)
    assert len(bus.path) == 3


def test_inside_an_area_the_shuttle_goes_whatever_a_router_says(catalogue: Catalogue) -> None:
    table = leg_table(catalogue)
    sight = next(each for each in catalogue.sights_inside[PlaceId("yuntaishan")] if each.position)
    answered = table.answered(answers_between(catalogue, "yuntaishan", sight.id))
    assert answered.leg(PlaceId("yuntaishan"), sight.id).how is How.INSIDE
