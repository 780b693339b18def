"""The only door to assets/ and maps/: in a checkout, inside a wheel, in an installed bundle."""

import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    for root in ([Path(bundle)] if bundle else []) + [package, package.parent]:
        if (root / "assets").is_dir() and (root / "maps").is_dir():
            return root
    raise FileNotFoundError(f"assets/ and maps/ are not beside {package}")


def assets(*parts: str) -> Path:
    """A file or folder of ``assets/``."""
    return _root().joinpath("assets", *parts)


def maps(*parts: str) -> Path:
    """A file or folder of ``maps/``."""
    return _root().joinpath("maps", *parts)
