"""From an extract to a pack: what is in it, and that work which was stopped goes on."""

from pathlib import Path

import pytest

from jz_travel.cli.main import main
from jz_travel.domain.failures import Cause, Failure
from jz_travel.regions import Pack, checked
from jz_travel.regions.build import Stopped, make_pack
from jz_travel.regions.build.making import Step
from jz_travel.regions.pack import CREDITS
from jz_travel.regions.search import Names
from tests.regions.extract import WEST, crossing, layers, tile_of, write_extract


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_extract(tmp_path_factory.mktemp("extract") / "city.osm.pbf")


@pytest.fixture(scope="module")
def pack(extract: Path) -> Pack:
    out = extract.with_name("henan.jzmap")
    make_pack(extract, out, "河南")
    return Pack(out)


def test_a_pack_says_what_it_is_and_whom_to_credit(pack: Pack) -> None:
    assert (pack.info.id, pack.info.name) == ("henan", "河南")
    assert pack.info.credit == "© OpenStreetMap contributors (ODbL 1.0)"
    assert b"opendatacommons.org/licenses/odbl" in bytes(pack.member(CREDITS))
    assert pack.info.bounds == pytest.approx((113.05, 35.05, 113.30, 35.30), abs=0.012)


def test_every_byte_of_it_agrees_with_its_checksum(pack: Pack) -> None:
    assert checked(pack.file) == pack.info


def test_the_city_is_on_every_zoom_and_houses_only_near(pack: Pack) -> None:
    for zoom in range(6, 14):
        places = layers(pack, zoom, *tile_of(*crossing(12, 12), zoom))["places"]["features"]
        assert any(each["properties"]["name"] == "焦作" for each in places)
    assert "buildings" not in layers(pack, 10, *tile_of(*crossing(12, 12), 10))
    near = {tile_of(*crossing(row, column), 13) for row in range(24) for column in range(24)}
    assert any("buildings" in layers(pack, 13, *tile) for tile in near)


def test_what_lies_north_is_drawn_at_the_top(pack: Pack) -> None:
    river = layers(pack, 10, 833, 404)["rivers"]["features"][0]["geometry"]["coordinates"]
    (west, at_west), (east, at_east) = min(river), max(river)
    assert west < east
    assert at_west > at_east  # it runs from the south-west to the north-east, and tiles count downwards


def test_names_are_found_in_both_languages(pack: Pack) -> None:
    names = Names(pack)
    assert names.find("焦")[0].other == "Jiaozuo"
    assert names.find("jiaoZUO")[0].name == "焦作"
    assert names.find("Jiaozuo")[0].lat == pytest.approx(35.17)
    assert len(names.find("村", most=4)) == 4
    assert names.find("  ") == names.find("city") == names.find("35.17") == []


def test_the_same_extract_gives_the_same_bytes(pack: Pack, extract: Path, tmp_path: Path) -> None:
    again = tmp_path / "henan.jzmap"
    make_pack(extract, again, "河南")
    assert again.read_bytes() == pack.file.read_bytes()


@pytest.mark.parametrize("stage", ["read", "roads", "tiles", "write"])
def test_work_that_was_stopped_goes_on_and_ends_the_same(pack: Pack, extract: Path, tmp_path: Path, stage: str) -> None:
    out = tmp_path / "henan.jzmap"
    steps: list[Step] = []

    def impatient(step: Step) -> bool:
        steps.append(step)
        return step.stage == stage

    with pytest.raises(Stopped):
        make_pack(extract, out, "河南", impatient)
    assert not out.exists()
    stopped_at = steps[-1].part
    steps.clear()
    make_pack(extract, out, "河南", lambda step: bool(steps.append(step)))
    assert out.read_bytes() == pack.file.read_bytes()
    assert not out.with_name("henan.jzmap.work").exists()
    if stage == "tiles":  # the columns before are not drawn again
        assert min(step.part for step in steps if step.stage == "tiles") >= stopped_at


def test_progress_only_ever_grows_and_ends_whole(extract: Path, tmp_path: Path) -> None:
    parts: list[float] = []
    make_pack(extract, tmp_path / "a.jzmap", progress=lambda step: bool(parts.append(step.part)))
    assert parts == sorted(parts)
    assert parts[-1] == 1.0


def test_another_extract_does_not_go_on_from_the_first(extract: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.jzmap"
    with pytest.raises(Stopped):
        make_pack(extract, out, progress=lambda step: step.stage == "tiles")
    elsewhere = write_extract(tmp_path / "b.osm.pbf", west=WEST + 0.2)
    make_pack(elsewhere, out)
    assert Pack(out).info.bounds[0] == pytest.approx(WEST + 0.2, abs=0.012)


@pytest.mark.parametrize("content", [b"", b"not a map", b"\0" * 4096])
def test_a_file_that_is_no_extract_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.osm.pbf"
    file.write_bytes(content)
    with pytest.raises(Failure) as refused:
        make_pack(file, tmp_path / "bad.jzmap")
    assert refused.value.cause is Cause.NOT_JSON


def test_an_extract_that_is_cut_off_is_refused(extract: Path, tmp_path: Path) -> None:
    file = tmp_path / "cut.osm.pbf"
    file.write_bytes(extract.read_bytes()[:-200])
    with pytest.raises(Failure):
        make_pack(file, tmp_path / "cut.jzmap")


def test_the_command_makes_a_pack_and_says_what_it_holds(
    extract: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "henan.jzmap"
    assert main(["region", "build", str(extract), "--out", str(out)]) == 0
    assert "OpenStreetMap contributors" in capsys.readouterr().out
    assert checked(out).id == "henan"


def test_the_command_says_when_there_is_no_extract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "region", "build", str(tmp_path / "no.osm.pbf"), "--out", str(tmp_path / "a")]) == 1
    assert "does not exist" in capsys.readouterr().err
