"""Data packs: what the bureau signed is taken whole; everything else is refused and the data before stays in use."""

import shutil
import stat
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from jz_travel.domain.failures import Cause, Failure
from jz_travel.kiosk.freshness import Edition
from jz_travel.kiosk.packs.contents import ARCHIVE, PackInfo, open_archive, write_archive
from jz_travel.kiosk.packs.signing import make_keys, sign_pack
from jz_travel.kiosk.packs.taking import PackStore, lay_over
from jz_travel.resources import shipped

NOW = datetime.now(UTC)
MADE = date(2026, 10, 1)


class Bureau:
    """Makes and signs packs in a folder."""

    def __init__(self, folder: Path) -> None:
        self.keys, self.stick, self._folder = folder / "keys", folder / "stick", folder
        self.root = make_keys(self.keys, NOW).read_bytes()

    def publish(self, number: int, change: Callable[[Path], None] = lambda _: None, now: datetime = NOW) -> Path:
        archive = self._folder / ARCHIVE
        write_archive(archive, PackInfo(number, MADE), shipped("assets"), shipped("maps"))
        change(archive)
        sign_pack(archive, number, self.keys, self.stick, now)
        return self.stick


@pytest.fixture
def bureau(tmp_path: Path) -> Bureau:
    return Bureau(tmp_path)


@pytest.fixture
def screen(tmp_path: Path, bureau: Bureau) -> PackStore:
    """A screen that already took pack 5."""
    store = PackStore(tmp_path / "screen")
    store.trust(bureau.root)
    assert take(store, bureau.publish(5)) == PackInfo(5, MADE)
    return store


def take(store: PackStore, source: Path) -> PackInfo | None:
    return store.take(source, shipped("assets"), shipped("maps"))


def number_of(store: PackStore) -> int:
    assert store.current is not None
    return int(store.current.name)


def refused(store: PackStore, source: Path, *causes: Cause) -> None:
    with pytest.raises(Failure) as caught:
        take(store, source)
    assert caught.value.cause in causes
    assert number_of(store) == 5
    assert [file.name for file in store.current.parent.iterdir()] == ["5"]  # type: ignore[union-attr]


def test_a_newer_pack_is_taken_and_one_can_go_back(bureau: Bureau, screen: PackStore) -> None:
    assert take(screen, bureau.publish(6)) == PackInfo(6, MADE)
    assert number_of(screen) == 6
    assert screen.go_back() == 5
    assert number_of(screen) == 5


def test_the_same_pack_again_changes_nothing(bureau: Bureau, screen: PackStore) -> None:
    assert take(screen, bureau.stick) is None


def test_the_program_reads_the_packs_data_and_says_how_old_it_is(screen: PackStore, tmp_path: Path) -> None:
    assert screen.current is not None
    over = lay_over(screen.current, shipped("assets"), shipped("maps"), tmp_path / "over")
    assert Edition.of(over / "assets", ()) == Edition("2026-10-01", MADE, 5)
    assert (over / "assets" / "places").resolve().is_relative_to(screen.current)
    assert (over / "assets" / "fonts").resolve() == (shipped("assets") / "fonts").resolve()
    assert not Edition.of(over / "assets", ()).is_stale(MADE, timedelta(days=30))
    assert Edition.of(over / "assets", ()).is_stale(MADE + timedelta(days=31), timedelta(days=30))


def test_an_older_pack_played_again_is_refused(bureau: Bureau, screen: PackStore, tmp_path: Path) -> None:
    old = tmp_path / "kept"
    shutil.copytree(bureau.stick, old)
    take(screen, bureau.publish(6))
    with pytest.raises(Failure):
        take(screen, old)
    assert number_of(screen) == 6


def test_a_strangers_pack_is_refused(screen: PackStore, tmp_path: Path) -> None:
    (tmp_path / "stranger").mkdir()
    refused(screen, Bureau(tmp_path / "stranger").publish(9), Cause.NOT_TRUSTED)


def test_an_unsigned_pack_is_refused(bureau: Bureau, screen: PackStore) -> None:
    bureau.publish(6)
    for file in (bureau.stick / "metadata").iterdir():
        file.unlink()
    refused(screen, bureau.stick, Cause.MISSING, Cause.NOT_TRUSTED)


@pytest.mark.parametrize("how", ["truncated", "one byte changed", "another file"])
def test_what_was_changed_on_the_way_is_refused(bureau: Bureau, screen: PackStore, how: str) -> None:
    bureau.publish(6)
    (target,) = [file for file in (bureau.stick / "targets").iterdir() if b'"version": 6' in zip_info(file)]
    content = bytearray(target.read_bytes())
    if how == "truncated":
        del content[-1000:]
    elif how == "one byte changed":
        content[len(content) // 2] ^= 1
    else:
        content = bytearray(b"hello")
    target.write_bytes(content)
    refused(screen, bureau.stick, Cause.NOT_TRUSTED)


def zip_info(file: Path) -> bytes:
    with zipfile.ZipFile(file) as archive:
        return archive.read("pack.json")


def test_a_pack_that_was_held_back_until_it_expired_is_refused(bureau: Bureau, screen: PackStore) -> None:
    refused(screen, bureau.publish(6, now=NOW - timedelta(days=500)), Cause.NOT_TRUSTED)


def rebuilt(archive: Path, add: Callable[[zipfile.ZipFile], None]) -> None:
    with zipfile.ZipFile(archive, "a", zipfile.ZIP_DEFLATED) as opened:
        add(opened)


def bomb(opened: zipfile.ZipFile) -> None:
    opened.writestr("maps/bomb.bin", bytes(70_000_000))


def many(opened: zipfile.ZipFile) -> None:
    for number in range(5_001):
        opened.writestr(f"maps/{number}", b"")


def link(opened: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo("maps/link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    opened.writestr(entry, "/etc/passwd")


@pytest.mark.parametrize(
    "add",
    [
        bomb,
        many,
        link,
        lambda opened: opened.writestr("../outside.toml", "x"),
        lambda opened: opened.writestr("/etc/outside.toml", "x"),
        lambda opened: opened.writestr("assets/web/evil.js", "x"),
        lambda opened: opened.writestr("assets\\places\\x.toml", "x"),
        lambda opened: opened.writestr("maps/..", "x"),
    ],
)
def test_even_what_is_signed_may_hold_nothing_but_data(
    bureau: Bureau, screen: PackStore, add: Callable[[zipfile.ZipFile], None], tmp_path: Path
) -> None:
    stick = bureau.publish(6, lambda archive: rebuilt(archive, add))
    refused(screen, stick, Cause.TOO_LARGE, Cause.BAD_FIELD)
    assert not (tmp_path / "outside.toml").exists()


def test_a_name_twice_and_a_size_that_lies_are_refused(bureau: Bureau, tmp_path: Path) -> None:
    archive = tmp_path / "lies.zip"
    write_archive(archive, PackInfo(1, MADE), shipped("assets"), shipped("maps"))
    content = archive.read_bytes()
    at = content.index(b"PK\x01\x02")
    size = at + 24  # uncompressed size of the first entry in the directory
    archive.write_bytes(content[:size] + (1).to_bytes(4, "little") + content[size + 4 :])
    (tmp_path / "out").mkdir()
    with pytest.raises(Failure):
        open_archive(archive, tmp_path / "out")


def test_a_signed_pack_with_a_mistake_in_its_data_is_not_taken(bureau: Bureau, screen: PackStore) -> None:
    stick = bureau.publish(
        6, lambda archive: rebuilt(archive, lambda opened: opened.writestr("assets/places/nowhere.toml", "kind = 3"))
    )
    refused(screen, stick, Cause.BAD_FIELD)


def test_a_full_disk_leaves_the_old_data_in_use(
    bureau: Bureau, screen: PackStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("jz_travel.kiosk.packs.taking.open_archive", full)
    refused(screen, bureau.publish(6), Cause.DISK_FULL)


def test_the_same_data_makes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_archive(tmp_path / name, PackInfo(1, MADE), shipped("assets"), shipped("maps"))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
