"""SVG written by hand: elements whose attributes are escaped, numbers with one decimal."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from jz_travel.export.plain import visible

Point = tuple[float, float]


def element(tag: str, *inside: str, **attributes: object) -> str:
    """One element; ``stroke_width`` is written ``stroke-width``. What is inside is SVG already."""
    given = "".join(f" {name.replace('_', '-')}={quoteattr(_said(value))}" for name, value in attributes.items())
    return f"<{tag}{given}>{''.join(inside)}</{tag}>" if inside else f"<{tag}{given}/>"


def text(said: str, **attributes: object) -> str:
    """A text element; what people wrote is escaped and freed of characters that show nothing."""
    return element("text", escape(visible(said)), **attributes)


def path(lines: Iterable[Sequence[Point]], closed: bool = False) -> str:
    """The ``d`` of a path through the points of each line."""
    end = "Z" if closed else ""
    return "".join("M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in line) + end for line in lines if line)


def _said(value: object) -> str:
    return _number(value) if isinstance(value, float | int) else str(value)


def _number(value: float) -> str:
    """One decimal for what is large, two for widths and the like; never ``-0``."""
    said = f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
    said = said.rstrip("0").rstrip(".") if "." in said else said
    return "0" if said == "-0" else said
