"""A region pack against what others make of the same extract: ``python tests/benchmarks/region.py [HOUSES]``.

Prints time and memory of ``jz-travel region build`` as ratios to Debian's ``tilemaker`` (tiles, no road network, no
names) where it is installed, and what a way through its roads costs. The extract is a generated chequerboard.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

from jz_travel.regions import Pack
from jz_travel.regions.network import Network
from jz_travel.regions.pack import ROADS
from tests.regions.extract import SIDE, crossing, write_extract

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
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return perf_counter() - start, usage.ru_maxrss / 1024


def tilemaker(extract: Path, folder: Path) -> tuple[float, float] | None:
    """With its own small example of a style, which like ours draws roads, waters and houses."""
    found = shutil.which("tilemaker")
    if not found or not (EXAMPLES / "config-example.json").is_file():
        return None
    style = ["--config", str(EXAMPLES / "config-example.json"), "--process", str(EXAMPLES / "process-example.lua")]
    return run([found, "--input", str(extract), "--output", str(folder / "tiles.mbtiles"), *style], folder)


def main() -> None:
    houses = int(sys.argv[1]) if len(sys.argv) > 1 else HOUSES
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        extract, out = write_extract(folder / "city.osm.pbf", houses), folder / "city.jzmap"
        seconds, megabytes = run([sys.executable, "-c", BUILD, str(extract), str(out)], Path.cwd())
        size = out.stat().st_size / extract.stat().st_size
        print(f"pack: {seconds:.1f} s, {megabytes:.0f} MB of memory, {size:.1f} times as large as the extract")
        other = tilemaker(extract, folder)
        if other is None:
            print("tilemaker is not installed, or without its example of a style")
        else:
            print(f"against tilemaker: time {seconds / other[0]:.2f}, memory {megabytes / other[1]:.2f}")
        network = Network(Pack(out).member(ROADS))
        chance = random.Random(1)
        spots = [crossing(chance.randrange(SIDE), chance.randrange(SIDE)) for _ in range(TURNS)]
        network.nearest(spots[0])
        times = []
        for origin, destination in pairwise(spots):
            start = perf_counter()
            network.ways(origin, [destination])
            times.append(1000 * (perf_counter() - start))
        print(f"a way through {network.nodes} nodes: {median(times):.2f} ms")


if __name__ == "__main__":
    main()
