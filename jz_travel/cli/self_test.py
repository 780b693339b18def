"""``jz-travel self-test``: whether this installation is whole. For people after an installation, and for installers."""

import argparse
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import jz_travel
from jz_travel.build_info import read_build_info
from jz_travel.domain.texts import Language

FOR_BUILDING = ("osmium", "pmtiles", "mapbox_vector_tile", "shapely")
"""What ``pip install jz-travel[region]`` adds; an installed program does without it."""


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", **common: Any) -> None:
    """Adds the command; ``common`` goes to its parser, like ``parents``."""
    test = commands.add_parser("self-test", help="check that this installation is whole", **common)
    test.add_argument("--out", type=Path, metavar="DIR", help="keep the picture and the files that the test writes")
    test.set_defaults(run=run_self_test)


def run_self_test(chosen: argparse.Namespace, language: Language) -> int:
    """Loads every module, checks every shipped file, opens the sample trip in the window; 1 if something is wrong."""
    from jz_travel.cli.assets import all_failures
    from jz_travel.cli.complaints import one_line
    from jz_travel.resources import assets, maps

    print(read_build_info().line)
    wrong = broken_modules()
    wrong += [one_line(failure) for failure in all_failures(assets(), maps())]
    if not wrong:
        from jz_travel.ui import demo

        with tempfile.TemporaryDirectory(prefix="jz-travel-self-test-") as folder:
            written = demo.run_demo(chosen.out or Path(folder), language)
            wrong += [str(file) for file in (written.picture, written.itinerary) if file.stat().st_size < 1000]
    print("\n".join(wrong) if wrong else "This installation is whole.", file=sys.stderr if wrong else sys.stdout)
    return 1 if wrong else 0


def broken_modules() -> list[str]:
    """The modules of this program that cannot be loaded, and why."""
    broken = []
    for module in walk_packages(jz_travel.__path__, "jz_travel."):
        if ".migrations" in module.name or module.name.endswith("__main__"):
            continue  # these do something when they are loaded
        try:
            import_module(module.name)
        except ImportError as error:
            if (error.name or "").split(".")[0] not in FOR_BUILDING:
                broken.append(f"{module.name}: {error}")
    return broken
