"""Installing, updating and removing packs; what is broken or foreign is refused, and the old pack stays."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from jz_travel.cli.main import main
from jz_travel.domain.failures import Cause, Failure
from jz_travel.regions import Shelf
from jz_travel.regions.pack import CONTENTS, MAP, MEMBERS, ROADS
from jz_travel.words import Words
from tests.regions.extract import write_pack


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("packs"))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "installed")


def rebuilt(
    good: Path, out: Path, change: Callable[[dict[str, bytes]], None], method: int = zipfile.ZIP_STORED
) -> Path:
    with zipfile.ZipFile(good) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out


def contents(**told: object) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        parts[CONTENTS] = json.dumps({**json.loads(parts[CONTENTS]), **told}).encode()

    return change


def refused(shelf: Shelf, file: Path) -> Cause:
    with pytest.raises(Failure) as failure:
        shelf.install(file)
    assert failure.value.file == file
    assert Words("en").failure(failure.value)
    return failure.value.cause


def test_a_pack_is_installed_and_read_where_it_lies(shelf: Shelf, good: Path) -> None:
    parts: list[float] = []
    assert shelf.install(good, lambda part: bool(parts.append(part))).name == "河南"
    assert [info.id for info in shelf.installed()] == ["henan"]
    assert parts[-1] == 1.0
    pack = shelf.pack("henan")
    assert pack is not None
    assert pack.tile(10, 833, 404)
    assert pack.tile(10, 0, 0) is pack.tile(22, 0, 0) is pack.tile(10, -1, 404) is None


def test_a_newer_pack_takes_the_place_of_the_old_one(shelf: Shelf, good: Path, tmp_path: Path) -> None:
    shelf.install(good)
    assert shelf.pack("henan")
    (tmp_path / "new").mkdir()
    shelf.install(rebuilt(good, tmp_path / "new" / "x.jzmap", contents(name="河南 2027")))
    assert [info.name for info in shelf.installed()] == ["河南 2027"]
    assert shelf.pack("henan").info.name == "河南 2027"


def test_a_pack_is_removed_and_one_that_is_not_there_is_not_missed(shelf: Shelf, good: Path) -> None:
    shelf.install(good)
    shelf.remove("../../etc")
    shelf.remove("henan")
    shelf.remove("henan")
    assert shelf.installed() == ()
    assert shelf.pack("henan") is shelf.pack("../henan") is None


@pytest.mark.parametrize("length", [0, 1, 100, 5_000, -1, -100])
def test_a_pack_that_is_cut_off_is_refused_and_the_old_one_stays(
    shelf: Shelf, good: Path, tmp_path: Path, length: int
) -> None:
    shelf.install(good)
    cut = tmp_path / "henan.jzmap"
    cut.write_bytes(good.read_bytes()[:length])
    assert refused(shelf, cut) in {Cause.NOT_A_PACK, Cause.NOT_JSON}
    assert [info.id for info in shelf.installed()] == ["henan"]
    assert shelf.pack("henan").tile(10, 833, 404)
    assert [file.name for file in (tmp_path / "installed").iterdir()] == ["henan.jzmap"]


@pytest.mark.parametrize("member", [MAP, ROADS])
def test_one_changed_byte_is_found(shelf: Shelf, good: Path, tmp_path: Path, member: str) -> None:
    def change(parts: dict[str, bytes]) -> None:
        parts[member] = parts[member][:-1] + bytes([parts[member][-1] ^ 1])

    assert refused(shelf, rebuilt(good, tmp_path / "a.jzmap", change)) is Cause.NOT_JSON


FOREIGN: dict[str, tuple[Callable[[dict[str, bytes]], object], Cause]] = {
    "another region": (contents(bounds=[120.0, 30.0, 121.0, 31.0]), Cause.OTHER_REGION),
    "a newer format": (contents(format=99), Cause.NEWER),
    "a name that climbs": (contents(id="../../home"), Cause.NOT_A_PACK),
    "no bounds": (contents(bounds="all"), Cause.NOT_A_PACK),
    "no contents": (lambda parts: parts.pop(CONTENTS), Cause.NOT_A_PACK),
    "contents that are no JSON": (lambda parts: parts.update({CONTENTS: b"{"}), Cause.NOT_A_PACK),
    "contents that are deep": (lambda parts: parts.update({CONTENTS: b"[" * 90_000}), Cause.NOT_A_PACK),
    "contents that are endless": (lambda parts: parts.update({CONTENTS: b" " * 200_000}), Cause.NOT_A_PACK),
    "a member too many": (lambda parts: parts.update({"../../evil.py": b"print(1)"}), Cause.NOT_A_PACK),
    "a member too few": (lambda parts: parts.pop(ROADS), Cause.NOT_A_PACK),
    "wrong sizes": (contents(files={name: {"bytes": 1, "sha256": ""} for name in MEMBERS}), Cause.NOT_JSON),
}


@pytest.mark.parametrize(("change", "cause"), FOREIGN.values(), ids=FOREIGN)
def test_what_is_no_pack_of_this_city_is_refused(
    shelf: Shelf, good: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None], cause: Cause
) -> None:
    assert refused(shelf, rebuilt(good, tmp_path / "a.jzmap", change)) is cause
    assert shelf.installed() == ()


def test_a_pack_that_would_swell_is_refused(shelf: Shelf, good: Path, tmp_path: Path) -> None:
    def change(parts: dict[str, bytes]) -> None:
        parts[MAP] = bytes(50_000_000)

    bomb = rebuilt(good, tmp_path / "bomb.jzmap", change, zipfile.ZIP_DEFLATED)
    assert bomb.stat().st_size < 1_000_000
    assert refused(shelf, bomb) is Cause.NOT_A_PACK


def test_roads_that_contradict_themselves_are_refused_whatever_their_checksum_says(
    shelf: Shelf, good: Path, tmp_path: Path
) -> None:
    import hashlib

    def change(parts: dict[str, bytes]) -> None:
        parts[ROADS] = b"JZROADS1" + b"\xff" * 400
        told = json.loads(parts[CONTENTS])
        told["files"][ROADS] = {"bytes": len(parts[ROADS]), "sha256": hashlib.sha256(parts[ROADS]).hexdigest()}
        parts[CONTENTS] = json.dumps(told).encode()

    assert refused(shelf, rebuilt(good, tmp_path / "a.jzmap", change)) is Cause.NOT_A_PACK


def test_a_check_that_is_stopped_leaves_nothing_behind(shelf: Shelf, good: Path, tmp_path: Path) -> None:
    with pytest.raises(Failure):
        shelf.install(good, lambda _: True)
    assert shelf.installed() == ()
    assert list((tmp_path / "installed").iterdir()) == []


def test_a_file_that_is_not_there_is_missing(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(Failure) as missing:
        shelf.install(tmp_path / "no.jzmap")
    assert missing.value.cause is Cause.MISSING


def test_packs_are_installed_listed_and_removed_by_command(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert main(["region", "install", str(good)]) == 0
    assert main(["region", "list"]) == 0
    assert "henan  河南" in capsys.readouterr().out
    assert main(["region", "remove", "henan"]) == 0
    assert main(["region", "list"]) == 0
    assert capsys.readouterr().out == ""
