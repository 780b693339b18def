"""What an installed region pack is good for besides its map: real ways and names, without a network."""

from pathlib import Path
from typing import Any

import pytest

from jz_travel.domain.own_places import OwnPlace
from jz_travel.domain.travel import How
from jz_travel.regions.build import make_pack
from jz_travel.ui.app import Window
from tests.regions.extract import crossing, write_extract


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pack")
    make_pack(write_extract(folder / "city.osm.pbf"), folder / "city.jzmap")
    return folder / "city.jzmap"


def hows(window: Window) -> list[How]:
    return [leg.how for day in window.session.schedule.days for leg in day.legs()]


def test_legs_follow_the_roads_of_a_pack_once_it_is_installed(window: Window, pack: Path, qtbot: Any) -> None:
    day = window.session.trip.days[0].id
    for name, (lat, lon) in (("friend", crossing(2, 2)), ("aunt", crossing(8, 9))):
        window.edits.add_own(OwnPlace("", name, lat, lon, 50))
        window.edits.add((window.session.trip.newest_own.id,), day)
    assert How.ROUTER not in hows(window)
    info = window.main.map.shelf.install(pack)
    window.main.map.bases.packs_changed(info.id)
    qtbot.waitUntil(lambda: How.ROUTER in hows(window), timeout=20_000)
    window.main.map.shelf.remove(info.id)
    window.main.map.bases.packs_changed()
    assert How.ROUTER not in hows(window)


def test_a_name_is_found_in_the_pack_while_no_service_is_chosen(window: Window, pack: Path, qtbot: Any) -> None:
    assert not window.online.finds_places
    window.main.map.bases.packs_changed(window.main.map.shelf.install(pack).id)
    assert window.online.finds_places
    with qtbot.waitSignal(window.online.found, timeout=20_000) as heard:
        window.online.search("第5村")
    assert heard.args[1][0].name == "第5村"
