"""A region pack against what others make of the same extract: ``python tests/benchmarks/region.py [HOUSES]``.

Prints time and memory of ``jz-travel region build`` as ratios to Debian's ``tilemaker`` (tiles, no road network, no
names) where it is installed, and what a way through its roads costs. The extract is a generated chequerboard, and then
a real one, where ``python -m tests.roads.fetch_routing_servers`` has fetched it.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

from jz_travel.regions import Pack
from jz_travel.regions.network import Network, Point
from jz_travel.regions.pack import ROADS
from tests.regions.extract import SIDE, crossing, write_extract
from tests.regions.real_extract import EXTRACT, moved

HOUSES = 2_000
EXAMPLES = Path("/usr/share/doc/tilemaker/examples")
BUILD = """
import sys
from pathlib import Path
from jz_travel.regions.build import make_pack
make_pack(*map(Path, sys.argv[1:]))
"""
TURNS = 50


def run(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds, and the most megabytes in memory."""
    start = perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, code, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return perf_counter() - start, usage.ru_maxrss / 1024


def tilemaker(extract: Path, folder: Path) -> tuple[float, float] | None:
    """With its own small example of a style, which like ours draws roads, waters and houses."""
    found = shutil.which("tilemaker")
    if not found or not (EXAMPLES / "config-example.json").is_file():
        return None
    style = ["--config", str(EXAMPLES / "config-example.json"), "--process", str(EXAMPLES / "process-example.lua")]
    try:
        return run(
            [found, "--input", str(extract), "--output", str(folder / f"{extract.stem}.mbtiles"), *style], folder
        )
    except subprocess.CalledProcessError:
        return None  # a real extract names nodes that it does not hold: tilemaker 2 ends at the first of them


def measured(extract: Path) -> Path:
    """The pack, after telling what it cost."""
    out = extract.with_suffix(".jzmap")
    seconds, megabytes = run([sys.executable, "-c", BUILD, str(extract), str(out)], Path.cwd())
    size = out.stat().st_size / extract.stat().st_size
    print(f"{extract.name}: {seconds:.1f} s, {megabytes:.0f} MB of memory, {size:.1f} times as large as the extract")
    other = tilemaker(extract, extract.parent)
    if other is None:
        print("tilemaker is not installed, lacks its example of a style, or gave this extract up")
    else:
        print(f"against tilemaker: time {seconds / other[0]:.2f}, memory {megabytes / other[1]:.2f}")
    return out


def ways(pack: Path, spots: Sequence[Point]) -> None:
    network = Network(Pack(pack).member(ROADS))
    network.nearest(spots[0])
    times = []
    for origin, destination in pairwise(spots):
        start = perf_counter()
        network.ways(origin, [destination])
        times.append(1000 * (perf_counter() - start))
    print(f"a way through {network.nodes} nodes: {median(times):.2f} ms")


def main() -> None:
    houses = int(sys.argv[1]) if len(sys.argv) > 1 else HOUSES
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        city = measured(write_extract(folder / "city.osm.pbf", houses))
        ways(city, [crossing(chance.randrange(SIDE), chance.randrange(SIDE)) for _ in range(TURNS)])
        if EXTRACT.is_file():
            real = measured(moved(folder / "helsinki.osm.pbf"))
            network = Network(Pack(real).member(ROADS))
            ways(real, [network.place(chance.randrange(network.nodes)) for _ in range(TURNS)])


if __name__ == "__main__":
    main()
