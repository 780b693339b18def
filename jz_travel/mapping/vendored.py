"""The JavaScript and CSS made elsewhere: every file named and hashed in ``assets/web/manifest.json``."""

import json
from dataclasses import dataclass
from pathlib import Path

ADDRESS = "jz://app"
"""Where the page finds everything; the scheme is served by the program itself."""


@dataclass(frozen=True, slots=True)
class Vendored:
    """One file made elsewhere. ``replaces`` is the address by which Folium would fetch it from a network."""

    file: str
    sha256: str
    package: str
    version: str
    licence: str
    licence_file: str
    replaces: str = ""


class UnknownScriptError(LookupError):
    """Something wants to load a script or a style sheet that is not among the vendored files."""


def manifest(web: Path) -> tuple[Vendored, ...]:
    """The files in the order in which the manifest of a web folder names them."""
    entries = json.loads((web / "manifest.json").read_text("utf-8"))["files"]
    return tuple(Vendored(**entry) for entry in entries)


def local_address(files: tuple[Vendored, ...], name: str) -> str:
    """The address of the file that serves Folium's ``name``; raises :class:`UnknownScriptError`."""
    for each in files:
        if each.replaces and each.replaces == name:
            return f"{ADDRESS}/web/{each.file}"
    raise UnknownScriptError(f"{name} is not among the vendored files")
