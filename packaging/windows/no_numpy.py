"""Becomes sitecustomize of the Windows Python that makes the bundle under wine: wine ends a program that imports numpy.

PyInstaller imports packages to look into them; it gets by without when an import fails as imports do.
"""

import sys
from collections.abc import Sequence
from types import ModuleType


class NoNumpy:
    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> None:  # noqa: ARG002
        """Refuses numpy's core; other finders look for everything else."""
        if name == "numpy._core._multiarray_umath":
            raise ImportError("not under wine")


sys.meta_path.insert(0, NoNumpy())
