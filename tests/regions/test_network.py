"""Ways through a pack's roads."""

from pathlib import Path

import pytest

from jz_travel.regions.build import make_pack
from jz_travel.regions.network import Network, metres_between, written
from jz_travel.regions.pack import ROADS, Pack
from tests.regions.extract import BLOCKED, ONEWAY, crossing, write_extract


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Network:
    folder = tmp_path_factory.mktemp("roads")
    make_pack(write_extract(folder / "city.osm.pbf"), folder / "city.jzmap")
    return Network(Pack(folder / "city.jzmap").member(ROADS))


def test_a_way_follows_the_streets(network: Network) -> None:
    origin, destination = crossing(2, 2), crossing(8, 9)
    (way,) = network.ways(origin, [destination])
    assert way is not None
    streets = metres_between(crossing(2, 2), crossing(8, 2)) + metres_between(crossing(8, 2), crossing(8, 9))
    assert way.metres == pytest.approx(streets, rel=0.01)
    assert (way.path[0], way.path[-1]) == (origin, destination)
    assert way.metres > metres_between(origin, destination)


def test_the_motorway_is_worth_a_detour(network: Network) -> None:
    (way,) = network.ways(crossing(10, 0), [crossing(10, 24)])
    assert way is not None
    assert any(lat == pytest.approx(crossing(12, 0)[0]) for lat, _ in way.path)


def test_a_street_in_one_direction_is_not_driven_in_the_other(network: Network) -> None:
    there, back = crossing(ONEWAY, 2), crossing(ONEWAY, 4)
    east, west = network.ways(there, [back])[0], network.ways(back, [there])[0]
    assert east is not None
    assert west is not None
    assert west.metres > east.metres


def test_a_private_street_is_not_driven(network: Network) -> None:
    (way,) = network.ways(crossing(BLOCKED, 2), [crossing(BLOCKED, 3)])
    assert way is not None
    assert way.metres > 2 * metres_between(crossing(BLOCKED, 2), crossing(BLOCKED, 3))


def test_one_search_finds_the_ways_to_many(network: Network) -> None:
    ends = [crossing(row, column) for row in range(0, 25, 6) for column in range(0, 25, 6)]
    together = network.ways(crossing(5, 5), ends)
    assert together == [network.ways(crossing(5, 5), [end])[0] for end in ends]


def test_a_place_far_from_every_road_has_no_way(network: Network) -> None:
    assert network.ways((36.0, 114.0), [crossing(1, 1)]) == [None]
    assert network.ways(crossing(1, 1), [(34.0, 112.0), crossing(1, 2)])[0] is None


def test_a_place_beside_a_road_adds_the_way_to_it(network: Network) -> None:
    lat, lon = crossing(5, 5)
    near, at = (
        network.ways((lat + 0.002, lon + 0.002), [crossing(9, 9)])[0],
        network.ways((lat, lon), [crossing(9, 9)])[0],
    )
    assert near is not None
    assert at is not None
    assert 0 < near.metres - at.metres < 600


@pytest.mark.parametrize("cut", [0, 7, 19, 60, -4])
def test_a_network_that_is_cut_off_is_refused(cut: int) -> None:
    whole = written([(35.0, 113.0), (35.1, 113.0)], [(0, 1, 60.0, 1000.0, [(35.1, 113.0)])])
    with pytest.raises(ValueError, match="road network"):
        Network(memoryview(whole[:cut]))


def test_a_pack_is_read_without_what_makes_one(network: Network, tmp_path: Path) -> None:
    import subprocess
    import sys

    script = "import sys, jz_travel.regions, jz_travel.regions.network, jz_travel.regions.search; "
    script += "print(sorted({'osmium', 'shapely', 'mapbox_vector_tile', 'numpy', 'pmtiles'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
