"""The same tests on both databases: a file, and a real PostgreSQL that runs for these tests only."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from jz_travel.desk import Desk

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
NEEDED = "needs PostgreSQL's server programs: initdb and pg_ctl (Debian package postgresql)"


def _program(name: str) -> str:
    for folder in PROGRAMS:
        if (folder / name).is_file():
            return str(folder / name)
    found = shutil.which(name)
    if found is None:
        pytest.skip(NEEDED)
    return found


class Server:
    """A cluster in a folder of its own, on a socket in that folder: no port, no network."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # PostgreSQL refuses to run as root: then as the user whom the package made, or as nobody.
        self._user = None
        if os.geteuid() == 0:
            known = {each.pw_name for each in pwd.getpwall()}
            self._user = "postgres" if "postgres" in known else "nobody"
            shutil.chown(folder, self._user)
        self._run("initdb", "-D", f"{folder}/data", "-U", "bureau", "--auth=trust", "-E", "UTF8", "--no-sync",
                  "--locale=C")  # fmt: skip
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=60"
        self._run("pg_ctl", "-D", f"{folder}/data", "-w", "-t", "60", "-l", f"{folder}/log", "-o", options, "start")

    def _run(self, program: str, *arguments: str) -> None:
        command = [_program(program), *arguments]
        done = subprocess.run(command, user=self._user, cwd="/", check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr + done.stdout

    def url(self, database: str) -> str:
        return f"postgresql://bureau:secret-word@/{database}?host={self._folder}"

    def create(self, database: str) -> None:
        with psycopg.connect(f"host={self._folder} user=bureau dbname=postgres", autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)'.encode())
            connection.execute(f'CREATE DATABASE "{database}"'.encode())

    def stop(self) -> None:
        self._run("pg_ctl", "-D", f"{self._folder}/data", "-m", "immediate", "stop")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """Skipped where the server is not installed; the reason names the package."""
    folder = Path(tempfile.mkdtemp(prefix="jz-pg-", dir="/tmp"))  # a socket's path must be short
    folder.chmod(0o755)
    server = None
    try:
        server = Server(folder)
        yield server
    finally:
        if server is not None:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/bureau/desk.sqlite"
    server: Server = request.getfixturevalue("postgresql")
    server.create("desk")
    return server.url("desk")


@pytest.fixture
def desk(url: str) -> Iterator[Desk]:
    with Desk.open(url) as opened:
        yield opened
