"""A chart as a file of its own: the SVG as it was drawn, or on a page of its size as PDF or PNG."""

from jz_travel.export.typeset import pdf, png
from jz_travel.words import Words

SUFFIXES = (".svg", ".png", ".pdf")


def write(svg: bytes, size: tuple[int, int], title: str, says: str, suffix: str, words: Words) -> bytes:
    """``size`` in pixels of the drawing; ``says``: what the chart shows, for those who cannot see it."""
    if suffix == ".svg":
        return svg
    width, height = size
    data = {
        "title": title,
        "says": says,
        "svg": svg.decode(),
        "width": width,
        "height": height,
        "paper": {"letters": 9},
    }
    return pdf("chart", data, words) if suffix == ".pdf" else png("chart", data, words)
