"""``jz-travel region``: make a region pack from an OpenStreetMap extract; install, list and remove packs."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.texts import Language

if TYPE_CHECKING:
    from jz_travel.regions import Shelf
    from jz_travel.regions.build.making import Step

WIDTH = 30
STOPPED = 130


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", **common: Any) -> None:
    """Adds the commands below ``region``; ``common`` goes to each parser, like ``parents``."""
    region = commands.add_parser("region", help="region packs: build, install, list, remove", **common)
    below = region.add_subparsers(dest="what", metavar="WHAT", required=True)
    build = below.add_parser("build", help="make a pack from an OpenStreetMap extract (.osm.pbf)", **common)
    build.add_argument("extract", type=Path, metavar="FILE.osm.pbf")
    build.add_argument("-o", "--out", type=Path, required=True, metavar="REGION.jzmap")
    build.add_argument("--name", default="", help="how the pack is called in lists; else its file's name")
    build.set_defaults(run=run_build)
    install = below.add_parser("install", help="check a pack and install it", **common)
    install.add_argument("pack", type=Path, metavar="REGION.jzmap")
    install.set_defaults(run=run_install)
    below.add_parser("list", help="what is installed", **common).set_defaults(run=run_list)
    remove = below.add_parser("remove", help="take a pack away", **common)
    remove.add_argument("id", metavar="ID")
    remove.set_defaults(run=run_remove)


def run_build(chosen: argparse.Namespace, language: Language) -> int:  # noqa: ARG001
    """Ctrl+C stops; the same command goes on where it was."""
    try:
        from jz_travel.regions.build import Stopped, make_pack
    except ImportError as error:
        raise Failure(Cause.OTHER, chosen.extract, detail=f'{error.name}: pip install "jz_travel[region]"') from None
    try:
        info = make_pack(chosen.extract, chosen.out, chosen.name, _bar)
    except Stopped:
        return STOPPED
    print(file=sys.stderr)
    size = sum(size for size, _ in info.files.values())
    print(f"{chosen.out}  {info.id}  {size / 1e6:.1f} MB  {info.credit}")
    return 0


def _bar(step: "Step") -> bool:
    if sys.stderr.isatty():
        full = round(step.part * WIDTH)
        print(f"\r[{'#' * full}{'.' * (WIDTH - full)}] {step.part:4.0%} {step.stage:6}", end="", file=sys.stderr)
    return False


def run_install(chosen: argparse.Namespace, language: Language) -> int:  # noqa: ARG001
    """Prints what is installed now; a pack that is broken or of elsewhere leaves the old one in place."""
    info = _shelf().install(chosen.pack)
    print(f"{info.id}  {info.name}")
    return 0


def run_list(chosen: argparse.Namespace, language: Language) -> int:  # noqa: ARG001
    """A line for each installed pack: id, name, date of its data and credit; nothing where there is none."""
    for info in _shelf().installed():
        print(f"{info.id}  {info.name}  {info.data_from}  {info.credit}".rstrip())
    return 0


def run_remove(chosen: argparse.Namespace, language: Language) -> int:  # noqa: ARG001
    """Exit code 0 also for a pack that is not there."""
    _shelf().remove(chosen.id)
    return 0


def _shelf() -> "Shelf":
    from platformdirs import user_data_path

    from jz_travel.regions import Shelf

    return Shelf(user_data_path("jz-travel", appauthor=False) / "packs")
