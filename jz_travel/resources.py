"""The only door to assets/ and maps/: in a checkout, inside a wheel, in an installed bundle."""

import sys
from functools import cache
from pathlib import Path

_instead: list[Path] = []


def stand_on(root: Path | None) -> None:
    """Before anything is read: another folder with ``assets`` and ``maps``, such as installed data; None: our own."""
    _instead[:] = [root] if root is not None else []


def _root() -> Path:
    return _instead[0] if _instead else _shipped()


@cache
def _shipped() -> Path:
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    for root in ([Path(bundle)] if bundle else []) + [package, package.parent]:
        if (root / "assets").is_dir() and (root / "maps").is_dir():
            return root
    raise FileNotFoundError(f"assets/ and maps/ are not beside {package}")


def shipped(folder: str) -> Path:
    """``assets`` or ``maps`` as they came with the program, whatever it stands on."""
    return _shipped() / folder


def assets(*parts: str) -> Path:
    """A file or folder of ``assets/``."""
    return _root().joinpath("assets", *parts)


def maps(*parts: str) -> Path:
    """A file or folder of ``maps/``."""
    return _root().joinpath("maps", *parts)


def build_file() -> Path:
    """Written by the packaging recipes (``packaging/bundle/build_info.py``); a checkout has none."""
    return _shipped() / "build.json"
