"""How charts look: the roles of a theme that they use. The window gives its own; files are light, like paper."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jz_travel.resources import assets


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Colours by role of the theme; text sizes in pixels."""

    colour: Mapping[str, str]
    families: tuple[str, ...]
    text: int = 12
    heading: int = 14

    def __getitem__(self, role: str) -> str:
        return self.colour[role]


def paper_look() -> ChartLook:
    """Light, whatever the window wears."""

    def read(name: str) -> dict[str, Any]:
        return tomllib.loads(assets("themes", f"{name}.toml").read_text("utf-8"))

    return ChartLook(read("light")["colour"], tuple(read("scale")["font"]["families"]))
