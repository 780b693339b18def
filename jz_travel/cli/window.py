"""``jz-travel open`` and ``jz-travel demo``: the window with a trip, and the window without a screen."""

import argparse
from pathlib import Path
from typing import Any

from jz_travel.domain.texts import Language


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", **common: Any) -> None:
    """Adds both commands; ``common`` goes to each parser, like ``parents``."""
    opening = commands.add_parser("open", help="open the window with a trip, or with the last one", **common)
    opening.add_argument("trip", type=Path, metavar="TRIP", nargs="?")
    opening.set_defaults(run=run_open)
    demo = commands.add_parser("demo", help="the sample trip in the real window, without a screen, as files", **common)
    demo.add_argument("--out", type=Path, required=True, metavar="DIR")
    demo.set_defaults(run=run_demo)


def run_open(chosen: argparse.Namespace, language: Language) -> int:
    """The window; its language is the one that was asked for, else the one that it was last told."""
    from jz_travel.cli.starting import open_window

    return open_window(chosen.lang, language, chosen.trip)


def run_demo(chosen: argparse.Namespace, language: Language) -> int:
    """Writes a picture, an itinerary and a trip; prints where."""
    from jz_travel.ui import demo

    written = demo.run_demo(chosen.out, language)
    print("\n".join(str(each) for each in (written.picture, written.itinerary, written.trip)))
    return 0
