"""One file is read or replaced whole, and what goes wrong has a name."""

import os
import sys
from pathlib import Path

import pytest

from jz_travel.domain.failures import Cause, Failure
from jz_travel.store import files
from jz_travel.store.files import FileLock, clean_leftovers, read_bytes, write_bytes

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")
NOT_ROOT = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root is allowed to write into a read-only folder"
)


def test_a_leftover_that_somebody_is_still_writing_is_left_alone(tmp_path: Path) -> None:
    part = tmp_path / f".my.jztrip.0123abcd{files.LEFTOVER}"
    writer = FileLock(part)
    assert clean_leftovers(tmp_path) == 0
    writer.release()
    assert clean_leftovers(tmp_path) == 1
    assert [*tmp_path.iterdir()] == []


@POSIX
def test_the_mode_of_a_file_is_kept_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    path = tmp_path / "my.jztrip"
    usual = tmp_path / "usual"
    usual.touch()
    write_bytes(path, b"1")
    assert path.stat().st_mode == usual.stat().st_mode
    path.chmod(0o600)
    write_bytes(path, b"2")
    assert path.stat().st_mode & 0o777 == 0o600


@POSIX
def test_a_link_stays_a_link_and_the_file_behind_it_changes(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "real.jztrip").write_bytes(b"old")
    link = tmp_path / "my.jztrip"
    link.symlink_to(tmp_path / "stick" / "real.jztrip")
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "stick" / "real.jztrip").read_bytes() == b"new"


@NOT_ROOT
def test_a_file_marked_read_only_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "my.jztrip"
    path.write_bytes(b"mine")
    path.chmod(0o444)
    with pytest.raises(Failure) as caught:
        write_bytes(path, b"yours")
    assert caught.value.cause is Cause.NOT_ALLOWED


def test_a_file_that_a_scanner_holds_for_a_moment_is_written_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, refusals = Path.replace, [5, 32]

    def held(self: Path, target: Path) -> Path:
        if refusals:
            error = PermissionError(13, "held")
            error.winerror = refusals.pop()  # type: ignore[attr-defined]
            raise error
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held)
    write_bytes(tmp_path / "my.jztrip", b"new")
    assert (tmp_path / "my.jztrip").read_bytes() == b"new"
    assert refusals == []


@pytest.mark.parametrize("make", ["missing", "folder", "too large", "pipe"])
def test_what_is_no_readable_file_has_its_own_cause(tmp_path: Path, make: str) -> None:
    path = tmp_path / "thing"
    if make == "folder":
        path.mkdir()
    elif make == "too large":
        path.write_bytes(b"x" * 11)
    elif make == "pipe":
        if sys.platform == "win32":
            pytest.skip("no named pipes in folders on Windows")
        os.mkfifo(path)
    with pytest.raises(Failure) as caught:
        read_bytes(path, 10)
    expected = {"missing": Cause.MISSING, "too large": Cause.TOO_LARGE}.get(make, Cause.OTHER)
    assert (caught.value.cause, caught.value.file) == (expected, path)
