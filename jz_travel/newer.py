"""Whether there is a newer version, asked only when somebody says so.

The program knows no address of its own: somebody names the folder of the downloads. There the release recipe puts
``SHA256SUMS``, with versions in the names of the files. Only that file is asked for.
"""

import os
import re
import urllib.request

from jz_travel import __version__
from jz_travel.words import Words

ADDRESS = "JZ_TRAVEL_DOWNLOADS"
"""The variable with the address for whoever gives none."""
LARGEST_LIST = 64 * 1024  # bytes
PATIENCE = 8  # seconds
FILE = re.compile(r"^[0-9a-f]{64} [ *](jz-travel[-_](\d{1,6}(?:\.\d{1,6}){1,3})[-_.].+)$", re.MULTILINE)
Version = tuple[int, ...]


def usual_address() -> str:
    """What the system's administrator set; else empty."""
    return os.environ.get(ADDRESS, "")


def ask(address: str, words: Words) -> tuple[bool, str]:
    """Whether the address answered with a list, and what to say: the newest version and where its files are."""
    say = words.say
    try:
        found = newest(listed(address))
    except (OSError, ValueError) as error:
        return False, say("{address} did not answer: {reason}", address=address, reason=str(error))
    if found is None:
        return False, say("There is no list of versions at {address}.", address=address)
    version, files = found
    if numbers(version) <= numbers(__version__):
        return True, say("This is the newest version, {version}.", version=__version__)
    where = [f"{address.rstrip('/')}/{file}" for file in files]
    return True, "\n".join((say("There is a newer version, {version}:", version=version), *where))


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
    """``0.10.1`` as (0, 10, 1), so that versions compare as people mean them; ``ValueError`` for anything else."""
    return tuple(int(part) for part in version.split("."))
