"""The map in the assembled window: measuring, writing the page, packs, and what is remembered."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from jz_travel.regions import Shelf
from jz_travel.store.settings import Settings, read_settings, write_settings
from jz_travel.ui.map.bases import PACK, MapBases
from jz_travel.ui.map.measuring import Measuring
from jz_travel.ui.packs.dialog import PacksDialog
from jz_travel.ui.style.look import Look
from jz_travel.ui.web.map_routes import pack_tiles
from jz_travel.ui.web.tile_fetcher import TileFetcher
from tests.regions.extract import write_pack

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2", "Failed to create RHI", "GPUInfo not initialized")


@pytest.fixture
def look(qtbot: Any, qapp: QApplication) -> Look:
    return Look(qapp, "en", "light", 100)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("packs"))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "installed")


@pytest.fixture
def dialog(look: Look, shelf: Shelf, qtbot: Any) -> Iterator[PacksDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    one = PacksDialog(parent, shelf, look)
    yield one
    one.close()


def test_a_distance_is_said_in_words_with_its_doubt(look: Look, qtbot: Any) -> None:
    answers: list[dict[str, Any]] = []
    measuring = Measuring(look, answers.append)
    measuring.asked([])  # gets ready, and says nothing
    measuring.asked([[35.012, 113.535, 200], [35.421, 113.427, 700]])
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    (answer,) = answers
    assert (answer["count"], answer["parts"]) == (2, ["46.4 km"])
    assert answer["total"] == "46.4 km as the crow flies"
    assert answer["sure"] == "may be off by 730 m; straight lines, no roads"


def test_a_pack_is_installed_from_the_window_and_becomes_the_ground(
    dialog: PacksDialog, shelf: Shelf, pack: Path, look: Look, qtbot: Any
) -> None:
    bases = MapBases(look, Settings(), TileFetcher(), shelf)
    dialog.changed.connect(bases.packs_changed)
    with qtbot.waitSignal(dialog.changed, timeout=10_000):
        dialog.install(pack)
    assert dialog.list.count() == 1
    assert "河南" in dialog.list.item(0).text()
    assert (bases.shown, bases.packs) == (PACK + "henan", [(PACK + "henan", "河南")])
    tile = pack_tiles(shelf)(("henan", "10", "833", "404"))
    assert tile is not None
    assert tile.data
    assert pack_tiles(shelf)(("henan", "10", "0", "0")).data == b""
    dialog.remove()
    assert (bases.shown, dialog.list.count()) == ("offline", 0)
    assert pack_tiles(shelf)(("henan", "10", "833", "404")).data == b""


def test_a_broken_pack_is_refused_with_a_sentence_and_the_old_one_stays(
    dialog: PacksDialog, shelf: Shelf, pack: Path, tmp_path: Path, qtbot: Any
) -> None:
    shelf.install(pack)
    broken = tmp_path / "henan.jzmap"
    broken.write_bytes(pack.read_bytes()[:-500])
    dialog.install(broken)
    qtbot.waitUntil(lambda: "not a region pack" in dialog._note.text(), timeout=10_000)
    assert [info.id for info in shelf.installed()] == ["henan"]


@pytest.mark.parametrize("words", [(), ("henan",), ("henan", "1", "2", "x"), ("..", "1", "2", "3", "4")])
def test_an_address_that_is_no_tile_has_no_answer(shelf: Shelf, words: tuple[str, ...]) -> None:
    assert pack_tiles(shelf)(words) is None


def test_layers_and_ground_are_remembered_from_one_start_to_the_next(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    kept = Settings(map_switches={"theme:tai_chi": True, "ground:relief": False}, map_base="osm", map_key="KEY")
    write_settings(file, kept)
    assert read_settings(file) == (kept, ())
    file.write_text('{"map_switches": {"a": "yes"}, "map_base": 3, "map_approval": "豫S(2026)1号"}', "utf-8")
    read, wrong = read_settings(file)
    assert read == replace(Settings(), map_approval="豫S(2026)1号")
    assert {failure.field for failure in wrong} == {"map_switches", "map_base"}


def test_a_bureau_sets_its_own_approval_line() -> None:
    from jz_travel.mapping.captions import captions
    from jz_travel.words import Words

    own = captions(Words("en"), "Approved by Henan, No. 1 of 2026")["credit"][0]
    assert own == "Approved by Henan, No. 1 of 2026 · Sketch map, not for boundaries"
    assert "GS(2024)0650" in captions(Words("en"))["credit"][0]


def test_the_page_of_a_trip_is_written_from_the_window(look: Look, tmp_path: Path, qtbot: Any) -> None:
    from jz_travel.ui.map.page import MapPage
    from jz_travel.ui.notices import NoticeBar
    from jz_travel.ui.session import Session
    from tests.mapping.two_sights import PLACES
    from tests.strategies import Roads, a_trip, daylight

    parent = QWidget()
    qtbot.addWidget(parent)
    trip = replace(a_trip("yuntaishan", "jiayingguan"), starts=date(2026, 10, 1))
    page = MapPage(parent, Session(PLACES, Roads(), daylight, trip), look, NoticeBar(look, parent))
    page.write(tmp_path / "trip.html")
    page.wait()
    assert b"page.start(" in (tmp_path / "trip.html").read_bytes()
