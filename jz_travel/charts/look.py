"""How charts look: the roles of a theme that they use. The window gives its own; files are light, like paper."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from jz_travel.domain.texts import Language
from jz_travel.resources import assets
from jz_travel.words.letters import families


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Colours by role of the theme; text sizes in pixels."""

    colour: Mapping[str, str]
    families: tuple[str, ...]
    text: int = 12
    heading: int = 14

    def __getitem__(self, role: str) -> str:
        return self.colour[role]


def paper_look(language: Language) -> ChartLook:
    """Light, whatever the window wears."""
    colour = tomllib.loads(assets("themes", "light.toml").read_text("utf-8"))["colour"]
    return ChartLook(colour, families(language))
