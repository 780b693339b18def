"""OSRM and Valhalla themselves, on a small network of roads: the program understands what they really answer."""

from collections.abc import Iterator

import pytest
from geopy.distance import geodesic

from jz_travel.roads.online.client import Pace, Service
from jz_travel.roads.online.osrm import Osrm
from jz_travel.roads.online.routers import Router
from jz_travel.roads.online.valhalla import Valhalla
from tests.roads.routing_servers import MISSING, OSRM, VALHALLA, crossing, osrm, valhalla

ORIGIN, CORNER, END = crossing(3, 2), crossing(3, 12), crossing(15, 12)
FAR_AWAY = (34.3, 111.7)


@pytest.fixture(scope="module", params=["osrm", "valhalla"])
def router(request: pytest.FixtureRequest) -> Iterator[Router]:
    name = request.param
    if not (OSRM if name == "osrm" else VALHALLA).is_dir():
        pytest.skip(MISSING)
    service = Service(name, Pace(0), None, (), patience=30)
    with osrm() if name == "osrm" else valhalla() as url:
        yield Osrm(url, service) if name == "osrm" else Valhalla(url, service)


def metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(geodesic(one, other).meters)


def test_a_chain_follows_the_streets_of_the_grid(router: Router) -> None:
    first, second = router.chain([ORIGIN, CORNER, END])
    assert first is not None
    assert second is not None
    assert first.metres == pytest.approx(metres(ORIGIN, CORNER), rel=0.01)
    assert second.metres == pytest.approx(metres(CORNER, END), rel=0.01)
    assert metres(first.path[0], ORIGIN) < 50
    assert metres(first.path[-1], CORNER) < 50
    assert all(abs(lat - ORIGIN[0]) < 0.001 for lat, _ in first.path)
    assert 20 < first.metres / first.seconds * 3.6 < 130  # a car, in kilometres an hour


def test_across_the_grid_one_drives_both_sides_of_the_triangle(router: Router) -> None:
    (diagonal,) = router.chain([ORIGIN, END])
    assert diagonal is not None
    assert diagonal.metres == pytest.approx(metres(ORIGIN, CORNER) + metres(CORNER, END), rel=0.02)


def test_the_table_says_what_the_chain_says(router: Router) -> None:
    table = router.table([ORIGIN, CORNER, END])
    (there,) = router.chain([ORIGIN, END])
    assert there is not None
    assert len(table) == 6
    assert table[ORIGIN, END].metres == pytest.approx(there.metres, rel=0.02)
    assert table[ORIGIN, END].seconds == pytest.approx(there.seconds, rel=0.05)


def test_a_place_off_the_network_has_no_way_and_spoils_no_other(router: Router) -> None:
    found = router.chain([ORIGIN, CORNER, FAR_AWAY])
    assert found[0] is not None
    assert found[1] is None
    table = router.table([ORIGIN, CORNER, FAR_AWAY])
    assert set(table) == {(ORIGIN, CORNER), (CORNER, ORIGIN)}


def test_a_table_of_more_places_than_a_server_takes_at_once(router: Router) -> None:
    points = [crossing(row, column) for row in range(11) for column in range(11)]
    assert len(router.table(points)) == 121 * 120
