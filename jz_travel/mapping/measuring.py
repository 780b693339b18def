"""What the measure tool says of a distance, in the window and in a page that stands alone."""

from jz_travel.mapping.captions import GAP
from jz_travel.words import Words


def total(words: Words, distance: str) -> str:
    """A measured length, already in words, with the warning that no road is so short."""
    return words.say("{distance} as the crow flies", context="map", distance=distance)


def sure(words: Words, off: str) -> str:
    """How far a length may be off, already in words, because positions are only known so well."""
    return words.say("may be off by {distance}; straight lines, no roads", context="map", distance=off)


def texts(words: Words) -> dict[str, str]:
    """The same with a gap, for a page that fills in its own distances as :meth:`Words.distance` writes them."""
    return {"total": total(words, GAP), "sure": sure(words, GAP)}
