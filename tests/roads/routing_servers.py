"""Real routers on this computer, on a road network of our own: a grid of trunk roads 3 km apart around Jiaozuo."""

import contextlib
import json
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import osmium
from osmium.osm.mutable import Node, Way

from tests.roads.fetch_routing_servers import HERE

SOUTH, WEST, STEP, ROWS = 34.9, 112.9, 0.03, 22
PATIENCE = 60.0  # seconds until a server listens
OSRM, VALHALLA = HERE / "osrm", HERE / "valhalla"
MISSING = "no routing servers; python -m tests.roads.fetch_routing_servers fetches them"


def crossing(row: int, column: int) -> tuple[float, float]:
    return round(SOUTH + row * STEP, 6), round(WEST + column * STEP, 6)


def write_network(file: Path) -> None:
    """Every crossing of the grid, and a road along each row and each column."""
    writer = osmium.SimpleWriter(str(file))
    for row in range(ROWS):
        for column in range(ROWS):
            lat, lon = crossing(row, column)
            writer.add_node(Node(id=1 + row * ROWS + column, location=(lon, lat), version=1))
    for at in range(ROWS):
        along = [1 + at * ROWS + column for column in range(ROWS)]
        across = [1 + row * ROWS + at for row in range(ROWS)]
        for number, nodes in ((2 * at + 1, along), (2 * at + 2, across)):
            tags = {"highway": "primary", "name": f"road {number}"}
            writer.add_way(Way(id=number, nodes=nodes, tags=tags, version=1))
    writer.close()


@contextmanager
def osrm(write: Callable[[Path], object] = write_network) -> Iterator[str]:
    """The address of an OSRM that knows the grid, or the extract that ``write`` writes."""
    programs, port = OSRM / "bin", _free_port()
    with _folder() as folder:
        write(folder / "grid.osm.pbf")
        profile = OSRM / "share" / "profiles" / "car.lua"
        _run(folder, programs / "osrm-extract", "-t", "1", "-p", profile, "grid.osm.pbf")
        _run(folder, programs / "osrm-contract", "-t", "1", "grid.osrm")
        serve = [programs / "osrm-routed", "-i", "127.0.0.1", "-p", str(port), "-t", "1", "grid.osrm"]
        with _served(folder, serve, port):
            yield f"http://127.0.0.1:{port}"


@contextmanager
def valhalla() -> Iterator[str]:
    """The address of a Valhalla that knows the grid."""
    programs, port = VALHALLA / "bin", _free_port()
    with _folder() as folder:
        write_network(folder / "grid.osm.pbf")
        settings = [sys.executable, VALHALLA / "valhalla_build_config.py", "--mjolnir-tile-dir", str(folder / "tiles"),
                    "--mjolnir-concurrency", "1", "--httpd-service-listen", f"tcp://127.0.0.1:{port}"]  # fmt: skip
        found = json.loads(_run(folder, *settings).replace(b"ipc:///tmp/", f"ipc://{folder}/".encode()))
        (folder / "valhalla.json").write_text(json.dumps(found))
        _run(folder, programs / "valhalla_build_tiles", "-c", "valhalla.json", "grid.osm.pbf")
        with _served(folder, [programs / "valhalla_service", "valhalla.json", "1"], port):
            yield f"http://127.0.0.1:{port}"


@contextmanager
def _folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="jz-"))  # short: the names of sockets must be
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(folder: Path, *command: object) -> bytes:
    done = subprocess.run([str(each) for each in command], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()[-1000:] + done.stderr.decode()[-1000:]
    return done.stdout


@contextmanager
def _served(folder: Path, command: list[object], port: int) -> Iterator[None]:
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen([str(each) for each in command], cwd=folder, stdout=log, stderr=log)
    try:
        _wait(process, port)
        yield
    finally:
        process.kill()  # asked kindly, Valhalla first drains its connections for a long while
        process.wait()


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1).close()
            except urllib.error.HTTPError as error:
                error.close()  # it does not like the question, but it is there
            return
        time.sleep(0.1)
    raise RuntimeError("the routing server did not come up")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
