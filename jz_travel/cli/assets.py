"""``jz-travel assets``: checks every shipped file; exit code 1 if one has a mistake."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jz_travel.cli.complaints import one_line
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.texts import Language
from jz_travel.resources import assets, maps


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", **common: Any) -> None:
    """Adds the command; ``common`` goes to its parser, like ``parents``."""
    commands.add_parser("assets", help="check every shipped file", **common).set_defaults(run=run_assets)


def run_assets(chosen: argparse.Namespace, language: Language) -> int:  # noqa: ARG001
    """Prints a line for each mistake."""
    failures = list(all_failures(assets(), maps()))
    for failure in failures:
        print(one_line(failure))
    print(f"Mistakes: {len(failures)}", file=sys.stderr)
    return 1 if failures else 0


def all_failures(shipped: Path, ground: Path) -> Iterator[Failure]:
    """Every mistake in the files that the program brings along, file by file; none in a release."""
    from jz_travel.roads import read_book
    from jz_travel.store import checks
    from jz_travel.store.places import read_catalogue

    catalogue, failures = read_catalogue(shipped)
    yield from failures
    book, failures_of_roads = read_book(shipped / "roads.toml")
    yield from failures_of_roads
    if book:
        yield from book.mistakes(catalogue, shipped / "roads.toml")
    yield from _locale_failures(shipped / "locale")
    yield from checks.check_themes(shipped / "themes")
    yield from checks.check_icons(shipped / "icons")
    yield from checks.check_drawings(shipped / "illustrations")
    yield from checks.check_photos(catalogue, shipped)
    yield from checks.check_figures(shipped)
    yield from checks.check_policies(shipped / "policies")
    for manifest in (shipped / "web" / "manifest.json", ground / "manifest.json"):
        yield from checks.check_manifest(manifest)


def _locale_failures(folder: Path) -> Iterator[Failure]:
    from jz_travel.words.po import read

    files = sorted(folder.glob("*.po"))
    if not files:
        yield Failure(Cause.MISSING, folder, detail="there is no language in this folder")
    for file in files:
        try:
            if not read(file).forms:
                yield Failure(Cause.BAD_FIELD, file, "msgstr", "nothing is translated")
        except (OSError, ValueError) as error:
            yield Failure(Cause.NOT_TEXT, file, detail=str(error))
