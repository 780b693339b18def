"""Which build this is: the version, and in an installed program when it was built and how old its data is."""

import json
from dataclasses import dataclass

from jz_travel import __version__
from jz_travel.resources import build_file


@dataclass(frozen=True, slots=True)
class BuildInfo:
    """Dates are ISO 8601 days; empty where the program runs from its sources."""

    version: str = __version__
    built: str = ""
    commit: str = ""
    data: str = ""

    @property
    def line(self) -> str:
        """As ``--version`` prints it."""
        if not self.built:
            return f"jz_travel {self.version}, not an installed build"
        commit = f" from {self.commit}" if self.commit else ""
        return f"jz_travel {self.version}, built {self.built}{commit}, data of {self.data}"


def read_build_info() -> BuildInfo:
    """What the packaging recipes wrote beside ``assets/``; without it, or if it is damaged, only the version."""
    try:
        written = json.loads(build_file().read_text("utf-8"))
        return BuildInfo(__version__, str(written["built"]), str(written["commit"]), str(written["data"]))
    except (OSError, ValueError, KeyError, TypeError):
        return BuildInfo()
