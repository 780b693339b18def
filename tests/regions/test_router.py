"""A region pack asked for ways and names, as a service on the network would be."""

import pytest

from jz_travel.regions.build import make_pack
from jz_travel.regions.pack import Pack
from jz_travel.regions.router import PackRouter, PackSearch
from jz_travel.roads.online.client import Stopped
from tests.regions.extract import crossing, write_extract

FAR = (34.0, 112.0)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    folder = tmp_path_factory.mktemp("roads")
    make_pack(write_extract(folder / "city.osm.pbf"), folder / "city.jzmap")
    return Pack(folder / "city.jzmap")


def test_a_chain_has_the_road_of_each_way_and_none_where_no_road_leads(pack: Pack) -> None:
    first, second, third = PackRouter(pack).chain([crossing(2, 2), crossing(8, 9), FAR, crossing(2, 2)])
    assert first is not None
    assert first.path[0] == crossing(2, 2)
    assert first.path[-1] == crossing(8, 9)
    assert len(first.path) > 3
    assert second is third is None


def test_a_table_leaves_out_pairs_without_a_way(pack: Pack) -> None:
    here, there = crossing(2, 2), crossing(8, 9)
    table = PackRouter(pack).table([here, there, FAR])
    assert set(table) == {(here, there), (there, here)}
    assert all(answer.seconds > 0 and not answer.path for answer in table.values())


def test_nobody_waits_for_what_is_no_longer_wanted(pack: Pack) -> None:
    with pytest.raises(Stopped):
        PackRouter(pack).chain([crossing(2, 2), crossing(8, 9)], lambda: True)
    with pytest.raises(Stopped):
        PackSearch(pack).find("路", lambda: True)


def test_names_are_found_with_their_position(pack: Pack) -> None:
    first = PackSearch(pack).find("jiaozuo")[0]
    assert (first.name, first.address) == ("焦作", "Jiaozuo")
    assert (first.lat, first.lon) == pytest.approx(crossing(12, 12), abs=1e-6)
    assert PackSearch(pack).find("no such village") == ()
