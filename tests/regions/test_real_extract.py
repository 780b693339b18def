"""A pack made of a real extract, as people mapped it, beside a real OSRM that was given the same extract."""

import random
from collections import Counter
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from jz_travel.domain.failures import Cause, Failure
from jz_travel.regions import Pack
from jz_travel.regions.build import make_pack
from jz_travel.regions.network import Network
from jz_travel.regions.pack import ROADS
from jz_travel.regions.router import PackRouter
from jz_travel.regions.search import Names
from jz_travel.roads.answers import Answer, Point
from jz_travel.roads.online.client import Pace, Service
from jz_travel.roads.online.osrm import Osrm
from tests.regions.extract import layers, tile_of
from tests.regions.real_extract import EXTRACT, MISSING, moved
from tests.roads.routing_servers import osrm

pytestmark = pytest.mark.skipif(not EXTRACT.is_file(), reason=MISSING)
SPOTS = 40
DEEP = 13


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    folder = tmp_path_factory.mktemp("real")
    make_pack(moved(folder / "helsinki.osm.pbf"), folder / "helsinki.jzmap")
    return Pack(folder / "helsinki.jzmap")


def spots(pack: Pack) -> list[Point]:
    network, chance = Network(pack.member(ROADS)), random.Random(1)
    return [network.place(chance.randrange(network.nodes)) for _ in range(SPOTS)]


def features(pack: Pack) -> Counter[str]:
    """How many of each layer there are in all tiles of the deepest zoom."""
    west, south, east, north = pack.info.bounds
    (left, top), (right, bottom) = tile_of(north, west, DEEP), tile_of(south, east, DEEP)
    found: Counter[str] = Counter()
    for x in range(left, right + 1):
        for y in range(top, bottom + 1):
            if pack.tile(DEEP, x, y):
                found.update({name: len(layer["features"]) for name, layer in layers(pack, DEEP, x, y).items()})
    return found


def test_streets_houses_and_waters_of_a_real_city_are_drawn(pack: Pack) -> None:
    found = features(pack)
    assert found["roads"] > 100
    assert found["buildings"] > 100
    assert found["water"] + found["rivers"] > 0


def test_a_real_place_is_found_by_both_of_its_names(pack: Pack) -> None:
    names = Names(pack)
    for query in ("Rautatientori", "Railway Square"):
        assert ("Rautatientori", "Railway Square") in [(each.name, each.other) for each in names.find(query)]


def test_ways_through_a_real_city_are_those_of_osrm(pack: Pack) -> None:
    """The same pairs have a way, and usually it is the same way; turn restrictions, which a pack leaves out, differ."""
    points = spots(pack)
    with osrm(moved) as url:
        theirs = Osrm(url, Service("OSRM", Pace(0))).chain(points)
    ours = PackRouter(pack).chain(points)
    assert [way is None for way in ours] == [way is None for way in theirs]
    both = [(one, other) for one, other in zip(ours, theirs, strict=True) if one and other and other.metres > 50]
    assert len(both) > SPOTS / 2
    assert median(one.metres / other.metres for one, other in both) == pytest.approx(1, abs=0.02)
    assert median(one.seconds / other.seconds for one, other in both) == pytest.approx(1, abs=0.4)
    assert all(_is_joined(one, start, end) for one, (start, end) in zip(ours, pairwise(points), strict=True) if one)


def _is_joined(way: Answer, start: Point, end: Point) -> bool:
    return way.path[0] == pytest.approx(start, abs=1e-5) and way.path[-1] == pytest.approx(end, abs=1e-5)


def test_a_city_elsewhere_is_refused_before_the_work_is_done(tmp_path: Path) -> None:
    with pytest.raises(Failure) as failed:
        make_pack(EXTRACT, tmp_path / "helsinki.jzmap")
    assert failed.value.cause is Cause.OTHER_REGION
    assert list(tmp_path.iterdir()) == []
