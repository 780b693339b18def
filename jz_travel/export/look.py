"""The colours of paper and pictures: the roles of the light theme, and the colours of the days."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from jz_travel.resources import assets

FONT = "JZ Sans SC"


@dataclass(frozen=True, slots=True)
class DayLook:
    """How everything of one day looks: its colour, ink that is read on it, the dashes of its route."""

    colour: str
    ink: str
    dashes: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as ``#rrggbb`` by their role, so that paper and window agree on what a day looks like."""

    colour: Mapping[str, str]
    """The roles of the window, like ``ink`` and ``warn``."""
    map: Mapping[str, str]
    """The roles of the map, like ``water``."""
    days: tuple[DayLook, ...]

    def day(self, number: int) -> DayLook:
        """The look of day 1, 2, …; after the last colour it begins again."""
        return self.days[(number - 1) % len(self.days)]


@cache
def paper_look() -> Look:
    """Paper is light, whatever theme the window has."""
    theme = tomllib.loads(assets("themes", "light.toml").read_text("utf-8"))
    scale = tomllib.loads(assets("themes", "scale.toml").read_text("utf-8"))
    days = scale["days"]
    looks = zip(days["colours"], days["inks"], days["dashes"], strict=True)
    return Look(
        MappingProxyType(theme["colour"]),
        MappingProxyType(theme["map"]),
        tuple(DayLook(colour, ink, tuple(map(float, dashes.split()))) for colour, ink, dashes in looks),
    )
