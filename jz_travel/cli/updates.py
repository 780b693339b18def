"""``jz-travel updates``: whether there is a newer version, asked only when somebody says this command.

The program knows no address of its own. ``--at`` or ``JZ_TRAVEL_DOWNLOADS`` names the folder of the downloads. There
the release recipe puts ``SHA256SUMS``, with versions in the names of the files. Only that file is asked for.
"""

import argparse
import os
import re
import sys
import urllib.request
from typing import Any

from jz_travel import __version__
from jz_travel.domain.texts import Language

ADDRESS = "JZ_TRAVEL_DOWNLOADS"
LARGEST_LIST = 64 * 1024  # bytes
PATIENCE = 20  # seconds
FILE = re.compile(r"^[0-9a-f]{64} [ *](jz-travel[-_](\d{1,6}(?:\.\d{1,6}){1,3})[-_.].+)$", re.MULTILINE)
Version = tuple[int, ...]


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", **common: Any) -> None:
    """Adds the command; ``common`` goes to its parser, like ``parents``."""
    updates = commands.add_parser("updates", help="ask a folder of downloads for a newer version", **common)
    usual = os.environ.get(ADDRESS)
    updates.add_argument("--at", metavar="URL", default=usual, required=usual is None, help=f"else {ADDRESS}")
    updates.set_defaults(run=run_updates)


def run_updates(chosen: argparse.Namespace, language: Language) -> int:
    """Says the newer version and its files; 1 when the address does not answer with a list."""
    from jz_travel.words import Words

    say = Words(language).say
    try:
        found = newest(listed(chosen.at))
    except (OSError, ValueError) as error:
        print(say("{address} did not answer: {reason}", address=chosen.at, reason=str(error)), file=sys.stderr)
        return 1
    if found is None:
        print(say("There is no list of versions at {address}.", address=chosen.at), file=sys.stderr)
        return 1
    version, files = found
    if numbers(version) <= numbers(__version__):
        print(say("This is the newest version, {version}.", version=__version__))
    else:
        print(say("There is a newer version, {version}:", version=version))
        print("\n".join(f"{chosen.at.rstrip('/')}/{file}" for file in files))
    return 0


def listed(address: str) -> str:
    """The list at the address; only of the web or of a disk."""
    if not address.startswith(("https://", "http://", "file://")):
        raise ValueError("https://, http:// or file://")
    with urllib.request.urlopen(f"{address.rstrip('/')}/SHA256SUMS", timeout=PATIENCE) as answer:  # noqa: S310  # see above
        content: bytes = answer.read(LARGEST_LIST)
    return content.decode("utf-8", "replace")


def newest(content: str) -> tuple[str, list[str]] | None:
    """The highest version of a list and its files, or None when it lists none."""
    found = [(match[2], match[1]) for match in FILE.finditer(content)]
    if not found:
        return None
    best = max((version for version, _ in found), key=numbers)
    return best, sorted(file for version, file in found if version == best)


def numbers(version: str) -> Version:
    return tuple(int(part) for part in version.split("."))
