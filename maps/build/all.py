"""Build the files of the offline map again, all or only those named, and then the manifest."""

import argparse
from pathlib import Path

import belts
import manifest
import outlines
import relief
import rivers
import towns
import ways
from packages import unpacked

RECIPES = {
    "relief": relief.build,
    "outlines": outlines.build,
    "rivers": rivers.build,
    "belts": belts.build,
    "towns": towns.build,
    "ways": ways.build,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipes", nargs="*", help=f"only some of: {', '.join(RECIPES)}")
    parser.add_argument("--packages", type=Path, default=Path.home() / ".cache" / "jz_travel" / "map-packages")
    asked = parser.parse_args()
    if unknown := set(asked.recipes) - set(RECIPES):
        parser.error(f"no such recipe: {', '.join(sorted(unknown))}")
    packages = unpacked(asked.packages.resolve())
    for name in asked.recipes or RECIPES:
        RECIPES[name](packages)
    manifest.build()


if __name__ == "__main__":
    main()
