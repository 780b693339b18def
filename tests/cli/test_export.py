"""``jz-travel export`` and ``jz-travel decode``, as a shell would call them."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jz_travel.cli.export import add_commands, format_for
from jz_travel.domain.failures import Cause, Failure
from jz_travel.export.trip_code import trip_codes
from jz_travel.store.trips import TripDocument, read_trip, write_trip
from tests.export.samples import golden_autumn


def called(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_commands(parser.add_subparsers(dest="command"))
    chosen = parser.parse_args(arguments)
    code: int = chosen.run(chosen, "en")
    return code


@pytest.fixture
def trip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write_trip(tmp_path / "autumn.jztrip", TripDocument(golden_autumn()))
    return tmp_path / "autumn.jztrip"


def test_a_trip_becomes_the_file_that_its_name_asks_for(trip: Path, tmp_path: Path) -> None:
    assert called("export", str(trip), "-o", str(tmp_path / "autumn.gpx")) == 0
    assert "Hongshi Gorge" in (tmp_path / "autumn.gpx").read_text("utf-8")


def test_a_format_may_be_named(trip: Path, tmp_path: Path) -> None:
    assert called("export", str(trip), "--to", "receipt", "-o", str(tmp_path / "out.pdf")) == 0
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_whose_ending_nobody_knows_needs_a_format() -> None:
    with pytest.raises(Failure):
        format_for(None, Path("trip.docx"))
    assert format_for(None, Path("trip.PDF")) == "booklet"


def test_a_folder_that_is_not_there_is_a_failure_and_no_crash(trip: Path, tmp_path: Path) -> None:
    with pytest.raises(Failure) as caught:
        called("export", str(trip), "--to", "text", "-o", str(tmp_path / "nowhere" / "trip.txt"))
    assert caught.value.cause is Cause.MISSING


def test_scanned_codes_become_the_trip_again(tmp_path: Path) -> None:
    scanned = tmp_path / "scanned.txt"
    scanned.write_text("".join(f"QR-Code:{text}\n" for text in trip_codes(golden_autumn())), "utf-8")
    assert called("decode", str(scanned), "-o", str(tmp_path / "back.jztrip")) == 0
    assert read_trip(tmp_path / "back.jztrip").trip == golden_autumn()


def test_a_photograph_of_the_codes_becomes_the_trip_again(trip: Path, tmp_path: Path) -> None:
    assert called("export", str(trip), "--to", "qr-png", "-o", str(tmp_path / "codes.png")) == 0
    assert called("decode", str(tmp_path / "codes.png"), "-o", str(tmp_path / "back.jztrip")) == 0
    assert read_trip(tmp_path / "back.jztrip").trip == golden_autumn()


def test_only_paper_goes_to_a_printer_and_one_that_is_not_there_is_named(trip: Path) -> None:
    for form in ("csv", "receipt"):
        with pytest.raises(Failure) as caught:
            called("export", str(trip), "--to", form, "--printer", "no-such-printer")
        assert caught.value.cause is Cause.NOT_PRINTED


LITTLE_ROOM = """
import resource, signal, sys
from jz_travel.cli import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX limits the size of files")
def test_a_full_disk_leaves_the_old_booklet_whole(trip: Path, tmp_path: Path) -> None:
    booklet = tmp_path / "booklet.pdf"
    booklet.write_bytes(b"%PDF the old one")
    command = [sys.executable, "-c", LITTLE_ROOM, "--lang", "en", "export", str(trip), "-o", str(booklet)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=os.environ, check=False)
    assert done.returncode == 1
    assert "the disk is full" in done.stderr
    assert booklet.read_bytes() == b"%PDF the old one"
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == ["autumn.jztrip", "booklet.pdf"]
