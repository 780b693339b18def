"""A kiosk's receipt goes through a real CUPS into a printer on a socket, byte for byte, and leaves nothing behind.

A print server of our own is started for the test, without rights and without a service manager. Where ``cupsd`` is not
installed, or this user may not start one, the test is skipped and says so.
"""

import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from jz_travel.domain.failures import Cause, Failure
from jz_travel.export import FORMAT_BY_ID, cups
from jz_travel.words import Words
from tests.export.samples import city, golden_autumn, happening

SERVER = """Listen {folder}/sock
Browsing No
DefaultAuthType None
WebInterface No
PreserveJobFiles No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
FILES = """ServerRoot {folder}
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/tmp
ServerKeychain {folder}/ssl
ErrorLog {folder}/error_log
AccessLog {folder}/access_log
PageLog {folder}/page_log
"""
PATIENCE = 20.0


class Roll:
    """A receipt printer on the network: whatever is sent to its socket is printed."""

    def __init__(self) -> None:
        self._door = socket.create_server(("127.0.0.1", 0))
        self._door.settimeout(PATIENCE)
        self.port = self._door.getsockname()[1]
        self.printed: list[bytes] = []
        self._thread = threading.Thread(target=self._print, daemon=True)
        self._thread.start()

    def _print(self) -> None:
        caller, _ = self._door.accept()
        caller.settimeout(PATIENCE)
        received = b""
        while piece := caller.recv(65_536):
            received += piece
        self.printed.append(received)
        caller.close()

    def wait(self) -> None:
        self._thread.join(PATIENCE)
        self._door.close()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a running print server."""
    daemon = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if daemon is None or os.geteuid() != 0:
        pytest.skip("cupsd is not installed, or only root may start one here")
    folder = Path(tempfile.mkdtemp())  # a socket has a short name
    for each in ("spool", "cache", "state", "tmp", "ssl"):
        (folder / each).mkdir()
    (folder / "cupsd.conf").write_text(SERVER.format(folder=folder))
    (folder / "files.conf").write_text(FILES.format(folder=folder))
    monkeypatch.setenv("CUPS_SERVER", str(folder / "sock"))
    command = [daemon, "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "files.conf")]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until(lambda: (folder / "sock").exists() and "is running" in said_by("lpstat", "-r"))
        yield folder
    finally:
        running.terminate()
        running.wait(PATIENCE)
        shutil.rmtree(folder, ignore_errors=True)


def until(holds: object) -> None:
    for _ in range(100):
        if holds():  # type: ignore[operator]
            return
        time.sleep(0.1)
    pytest.skip("the print server did not start here")


def said_by(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, env={**os.environ, "LC_ALL": "C"})
    return done.stdout


def set_up(name: str, port: int) -> None:
    said_by("lpadmin", "-p", name, "-E", "-v", f"socket://127.0.0.1:{port}", "-m", "raw")


def receipt() -> bytes:
    return FORMAT_BY_ID["receipt"].write(happening(golden_autumn()), city(), Words("zh-Hans"))


def test_a_receipt_is_printed_byte_for_byte_and_leaves_nothing(server: Path) -> None:
    roll = Roll()
    set_up("Roll", roll.port)
    assert cups.printers() == (cups.Printer("Roll", ready=True),)
    job = cups.send(receipt(), "Roll", "-o 小票\nzwei")
    roll.wait()
    for _ in range(100):
        if cups.state(job) is cups.JobState.DONE:
            break
        time.sleep(0.1)
    assert cups.state(job) is cups.JobState.DONE
    assert roll.printed == [receipt()]
    cups.forget(job)
    assert not list((server / "spool").glob("d*"))


@pytest.mark.parametrize("language", ["C", "zh_CN.UTF-8", "ja_JP.UTF-8"])
def test_a_printer_that_has_stopped_says_so_and_the_job_can_be_taken_back(
    language: str, server: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", language)
    monkeypatch.delenv("LC_ALL", raising=False)
    set_up("Empty", 9)
    said_by("cupsdisable", "-r", "no paper", "Empty")
    (printer,) = cups.printers()
    assert (printer.ready, printer.says) == (False, "no paper")
    job = cups.send(receipt(), "Empty", "x")
    assert cups.state(job) is cups.JobState.STOPPED
    assert list((server / "spool").glob("d*"))
    cups.forget(job)
    assert cups.state(job) is cups.JobState.DONE
    assert not list((server / "spool").iterdir())


@pytest.mark.parametrize("name", ["nowhere", "-d", "a b", "", "x/../y", "a\nb"])
def test_a_printer_that_is_not_there_is_a_failure(name: str, server: Path) -> None:
    with pytest.raises(Failure) as caught:
        cups.send(receipt(), name, "x")
    assert caught.value.cause is Cause.NOT_PRINTED


def test_without_cups_there_are_no_printers_and_a_clear_failure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert cups.printers() == ()
    with pytest.raises(Failure) as caught:
        cups.send(b"%PDF", "Roll", "x")
    assert "CUPS" in Words("en").failure(caught.value)
