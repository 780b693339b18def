"""``jz-travel updates``: whether there is a newer version, asked only when somebody says this command."""

import argparse
import sys
from typing import Any

from jz_travel.domain.texts import Language
from jz_travel.newer import ADDRESS, ask, usual_address


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", **common: Any) -> None:
    """Adds the command; ``common`` goes to its parser, like ``parents``."""
    updates = commands.add_parser("updates", help="ask a folder of downloads for a newer version", **common)
    usual = usual_address() or None
    updates.add_argument("--at", metavar="URL", default=usual, required=usual is None, help=f"else {ADDRESS}")
    updates.set_defaults(run=run_updates)


def run_updates(chosen: argparse.Namespace, language: Language) -> int:
    """Says the newer version and its files; 1 when the address does not answer with a list."""
    from jz_travel.words import Words

    good, told = ask(chosen.at, Words(language))
    print(told, file=sys.stdout if good else sys.stderr)
    return 0 if good else 1
