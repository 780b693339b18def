"""Places that a visitor adds to a trip: a hotel, a friend's flat. The catalogue does not know them."""

from dataclasses import dataclass

from jz_travel.domain.clock import DAY, MIDNIGHT, hours, minutes
from jz_travel.domain.opening import Hours, Opening
from jz_travel.domain.places import OWN_PREFIX, Kind, Place, PlaceId, Position, VisitTime
from jz_travel.domain.texts import Text

OWN_KINDS = (Kind.OWN, Kind.STAY, Kind.STATION)
"""A place to go to, a place to sleep, a place to arrive at."""
MOST_OWN = 100
LONGEST_NAME = 200
NEAREST, FARTHEST = 1.0, 20_000.0
"""Metres that a position may be known within."""
SOUTH, WEST, NORTH, EAST = 34.3, 111.65, 36.1, 114.6
"""The region that the map covers."""

_ALWAYS = Hours((Opening(MIDNIGHT, DAY),))
_VISIT = VisitTime(minutes(30), hours(1), hours(3), assumed=True)


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A WGS-84 point with a name; the real place lies within ``within_m`` metres."""

    id: PlaceId
    name: str
    lat: float
    lon: float
    within_m: float = 100.0
    kind: Kind = Kind.OWN
    note: str = ""

    def as_place(self) -> Place:
        """As the rest of the program knows places. It can be gone to at any time, for all we know."""
        text = Text(self.name, self.name)
        return Place(
            id=self.id,
            kind=self.kind,
            name=text,
            short=text,
            pinyin="",
            county="outside",
            hours=_ALWAYS,
            visit=_VISIT,
            text=Text(self.note, self.note) if self.note else None,
            position=Position(self.lat, self.lon, self.within_m),
            tier=1,  # to whoever added it, it is among the best known
        )


def own_id(number: int) -> PlaceId:
    """The id of a trip's ``number``-th piece, with a dash, which no id of the catalogue has."""
    return PlaceId(f"{OWN_PREFIX}{number}")


def on_the_map(lat: float, lon: float) -> bool:
    """Whether a WGS-84 point in degrees lies in the region that the map covers, its edges included."""
    return SOUTH <= lat <= NORTH and WEST <= lon <= EAST
