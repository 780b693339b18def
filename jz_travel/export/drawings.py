"""The small signs that paper shows, in a colour."""

from functools import cache

from jz_travel.resources import assets


@cache
def icon(name: str, colour: str) -> str:
    """A sign as SVG."""
    return assets("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
