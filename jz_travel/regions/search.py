"""The names of a pack, searched where they lie."""

from dataclasses import dataclass

from jz_travel.regions.pack import PLACES, Pack

IMPORTANCE = {"city": 0, "town": 1, "station": 2, "suburb": 3, "village": 4, "sight": 5, "hamlet": 6}
MOST_LOOKED_AT = 500


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the pack and its other one, where it has two; in WGS-84 degrees."""

    name: str
    other: str
    kind: str
    lat: float
    lon: float


class Names:
    """Loaded when first asked: Henan has some hundred thousand names."""

    def __init__(self, pack: Pack) -> None:
        self._text = bytes(pack.member(PLACES)).decode("utf-8")
        self._low = self._text.casefold()
        self._same_length = len(self._low) == len(self._text)

    def find(self, query: str, most: int = 10) -> list[Named]:
        """Places whose name holds the query: whole names first, then beginnings, then the more important kinds."""
        wanted = " ".join(query.split()).casefold()
        if not wanted:
            return []
        text = self._low if self._same_length else self._text
        found: list[Named] = []
        at = text.find(wanted)
        while at >= 0 and len(found) < MOST_LOOKED_AT:
            first, last = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            name, other, kind, lat, lon = self._text[first:last].split("\t")
            if wanted in name.casefold() or wanted in other.casefold():
                found.append(Named(name, other, kind, float(lat), float(lon)))
            at = text.find(wanted, last)
        return sorted(found, key=lambda each: _order(each, wanted))[:most]


def _order(each: Named, wanted: str) -> tuple[int, int, int, str]:
    names = [name.casefold() for name in (each.name, each.other)]
    fit = 0 if wanted in names else 1 if any(name.startswith(wanted) for name in names) else 2
    return fit, IMPORTANCE.get(each.kind, 9), len(each.name), each.name
