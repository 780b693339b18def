"""Which drawing shows a place, in the window and on paper."""

import tomllib
from functools import cache
from pathlib import Path

from jz_travel.domain.places import Place
from jz_travel.resources import assets


@cache
def _tables() -> dict[str, dict[str, str]]:
    """The tables ``picture`` (by kind) and ``place`` of ``assets/illustrations/kinds.toml``."""
    return tomllib.loads(assets("illustrations", "kinds.toml").read_text("utf-8"))


def drawing_of(place: Place) -> Path:
    """The place's own drawing, else its kind's."""
    own = _tables()["place"].get(place.id)
    return assets("illustrations", f"{own or _tables()['picture'].get(place.kind, 'town')}.svg")
