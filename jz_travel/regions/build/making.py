"""The whole way from an extract to a pack: stages that are done stay done, whenever it is stopped."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from jz_travel.domain.failures import Cause, Failure
from jz_travel.regions.build.reading import mercator, read_extract
from jz_travel.regions.build.roads import make_network
from jz_travel.regions.build.tiling import DEEPEST, make_tiles, write_map
from jz_travel.regions.build.work import Work
from jz_travel.regions.pack import CREDITS, MAP, PLACES, ROADS, PackInfo, has_some_of_the_city, read_info, write_pack

CREDIT = "© OpenStreetMap contributors (ODbL 1.0)"
TERMS = f"""{CREDIT}
https://www.openstreetmap.org/copyright

Map, roads and names of this pack are made from OpenStreetMap, which is available under the Open Database License 1.0:
https://opendatacommons.org/licenses/odbl/1-0/
"""
READING, TILING, LINKING = 0.35, 0.55, 0.07
"""The part of the whole work that each stage usually takes; the rest is writing."""
OBJECT_BYTES = 60
"""What an object of an extract takes in its file, about: only to show how far the reading is."""


class Stopped(Exception):  # noqa: N818  # nothing went wrong: whoever started it had enough
    """The work was stopped; started again, it goes on."""


@dataclass(frozen=True)
class Step:
    """``stage``: read, roads, tiles or write; ``part``: of the whole, 0 to 1."""

    stage: str
    part: float


Progress = Callable[[Step], bool]


def make_pack(source: Path, out: Path, name: str = "", progress: Progress = lambda _: False) -> PackInfo:
    """Makes ``out`` from an ``.osm.pbf``. ``progress`` stops the work by saying True; it then raises :class:`Stopped`.

    Beside ``out`` lies a folder with the half-made work until it is done.
    """
    if not source.is_file():
        raise Failure(Cause.MISSING, source)
    folder = out.with_name(out.name + ".work")
    work = Work(folder, source)
    try:
        read = _read(work, source, progress)
        if has_some_of_the_city(read["bounds"]):
            _made(work, read, out, name or out.stem, progress)
    finally:
        work.close()
    shutil.rmtree(folder)
    if not has_some_of_the_city(read["bounds"]):
        raise Failure(Cause.OTHER_REGION, source)
    return read_info(out)


def _report(work: Work, progress: Progress, stage: str, part: float) -> None:
    if progress(Step(stage, part)):
        work.base.commit()
        raise Stopped


def _read(work: Work, source: Path, progress: Progress) -> Mapping[str, Any]:
    objects = max(1, source.stat().st_size / OBJECT_BYTES)
    if not work.told("read"):
        done = partial(_report, work, progress, "read")
        read_extract(source, work, lambda count: done(READING * min(1.0, count / objects)))
    read: Mapping[str, Any] = work.told("read")
    return read


def _made(work: Work, read: Mapping[str, Any], out: Path, name: str, progress: Progress) -> None:
    report = partial(_report, work, progress)
    report("roads", READING)
    roads = work.folder / ROADS
    if not work.told("roads"):
        roads.write_bytes(make_network(work))
        work.finish("roads")
    bounds = tuple(read["bounds"])
    before = READING + LINKING
    make_tiles(work, _flat(bounds), lambda part: report("tiles", before + TILING * part))
    report("write", before + TILING)
    parts = {ROADS: roads, **{each: work.folder / each for each in (MAP, PLACES, CREDITS)}}
    write_map(work, bounds, CREDIT, parts[MAP])
    _write_names(work, parts[PLACES])
    parts[CREDITS].write_text(TERMS, "utf-8")
    told: dict[str, Any] = {"id": _id(out), "name": name, "bounds": bounds, "deepest": DEEPEST, "credit": CREDIT}
    write_pack(out, parts, told | {"data_from": read["data_from"], "licence": "ODbL-1.0"})
    report("write", 1.0)


def _flat(bounds: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    west, south, east, north = bounds
    (left, bottom), (right, top) = mercator(np.array([[west, south], [east, north]]))
    return float(left), float(top), float(right), float(bottom)


def _write_names(work: Work, into: Path) -> None:
    with into.open("w", encoding="utf-8", newline="\n") as out:
        for row in work.base.execute("SELECT DISTINCT name, other, kind, lat, lon FROM names ORDER BY 1, 2, 4, 5"):
            name, other, kind, lat, lon = row
            plain = (" ".join(str(each).split()) for each in (name, other, kind))
            out.write("\t".join((*plain, f"{lat:.6f}", f"{lon:.6f}")) + "\n")


def _id(out: Path) -> str:
    """A pack is installed under its file's name, in plain letters."""
    plain = "".join(char if char.isascii() and char.isalnum() else "-" for char in out.stem.lower()).strip("-")
    return plain or "region"
