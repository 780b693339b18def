"""The fonts that a language is set in: on the screen, in pictures and on paper."""

import tomllib
from functools import cache

from jz_travel.domain.texts import Language
from jz_travel.resources import assets

OURS = "JZ Sans"
"""How the names of the shipped fonts begin."""


@cache
def families(language: Language) -> tuple[str, ...]:
    """What to try in turn: its own shapes of the characters first, then ours for everything, then the system's."""
    font = tomllib.loads(assets("themes", "scale.toml").read_text("utf-8"))["font"]
    return (*font["first"].get(language, ()), *font["families"])


@cache
def families_elsewhere(language: Language) -> tuple[str, ...]:
    """The same for a page that is read on a machine without our fonts."""
    font = tomllib.loads(assets("themes", "scale.toml").read_text("utf-8"))["font"]
    return (*font["first"].get(language, ()), *font["elsewhere"].get(language, ()), *font["families"])


@cache
def shipped_families(language: Language) -> tuple[str, ...]:
    """Every font of ours, those for the language first: what a document that carries its fonts is set in."""
    font = tomllib.loads(assets("themes", "scale.toml").read_text("utf-8"))["font"]
    others = [family for each in font["first"].values() for family in each]
    ours = (family for family in (*families(language), *others) if family.startswith(OURS))
    return tuple(dict.fromkeys(ours))
