"""The drawings that paper shows: a place's picture, and small signs in a colour."""

import tomllib
from functools import cache

from jz_travel.domain.places import Place
from jz_travel.resources import assets


@cache
def _pictures() -> dict[str, dict[str, str]]:
    """The tables ``picture`` (by kind) and ``place`` of ``assets/illustrations/kinds.toml``."""
    return tomllib.loads(assets("illustrations", "kinds.toml").read_text("utf-8"))


def picture_of(place: Place) -> str:
    """The name of a place's own illustration, else of its kind's."""
    tables = _pictures()
    return tables["place"].get(place.id) or tables["picture"].get(place.kind, "town")


@cache
def icon(name: str, colour: str) -> str:
    """A sign as SVG."""
    return assets("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
