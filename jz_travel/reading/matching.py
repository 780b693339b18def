"""Which place of the catalogue a found name and position mean, how sure that is, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from math import asin, cos, radians, sin, sqrt

from jz_travel.domain.places import BASES, Catalogue, Place, PlaceId, Position
from jz_travel.reading.found import Found, Point
from jz_travel.reading.names import core_of, is_telling, key_of, names_of, ways_to_say

NEAR = 1_500
"""Metres: further apart than a Chinese datum and a wide gate put two points of one place."""
BESIDE = 300
FAR = 40_000
"""Metres at which the same name is another place: many towns have a 云台山."""
CLOSE = 0.6
"""A name that is so much of the other one means it, where no position speaks against it."""
MOST_OTHERS = 5


class Sure(IntEnum):
    """How sure a match is; larger is surer, and from ``LIKELY`` on it is taken without asking."""

    NOT = 0
    PERHAPS = 1  # to be looked at
    LIKELY = 2
    SURE = 3


class By(StrEnum):
    """What a match rests on."""

    CODE = "code"  # our own file
    NAME = "name"
    PART = "part"  # one name holds the other
    POSITION = "position"
    NOTHING = "nothing"


RANK = (By.CODE, By.NAME, By.PART, By.POSITION, By.NOTHING)


@dataclass(frozen=True, slots=True)
class Match:
    """``metres``: how far the found position is from the place's, where both are known."""

    found: Found
    place: PlaceId | None
    sure: Sure
    by: By
    metres: float | None = None
    others: tuple[PlaceId, ...] = ()

    @property
    def is_far(self) -> bool:
        return self.metres is not None and self.metres > FAR


class Matcher:
    """One catalogue, ready to be asked."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._order = {place.id: at for at, place in enumerate(sorted(catalogue, key=_fame))}
        self._whole: dict[str, list[Place]] = {}
        self._cores: dict[str, list[Place]] = {}
        for place in sorted(catalogue, key=_fame):
            for key in dict.fromkeys(map(key_of, names_of(place))):
                self._whole.setdefault(key, []).append(place)
                self._cores.setdefault(core_of(key), []).append(place)

    def match(self, found: Found) -> Match:
        """The best place, with the next best ones behind it."""
        if found.code and (place := self._catalogue.get(PlaceId(found.code))):
            return Match(found, place.id, Sure.SURE, By.CODE, self._metres(found, place))
        ranked = self._ranked(found)
        if not ranked:
            return Match(found, None, Sure.NOT, By.NOTHING, others=self._around(found))
        best = ranked[0]
        others = [each.place for each in ranked[1:] if each.place is not None]
        others += [place for place in self._around(found) if place not in (best.place, *others)]
        return Match(found, best.place, best.sure, best.by, best.metres, tuple(others[:MOST_OTHERS]))

    def _ranked(self, found: Found) -> list[Match]:
        """Every place that could be meant, the surest first."""
        candidates: dict[PlaceId, Match] = {}
        for by, places in self._candidates(found):
            for place in places:
                candidates.setdefault(place.id, self._judged(found, place, by))
        closeness: dict[PlaceId, float] = {}
        for place, close in self._holding(found):
            closeness[place.id] = close
            candidates.setdefault(place.id, self._judged(found, place, By.PART, close))
        if found.where is not None and not any(each.sure >= Sure.LIKELY for each in candidates.values()):
            for place, metres in self._beside(found.where):
                sure = Sure.PERHAPS if found.name else Sure.LIKELY
                candidates.setdefault(place.id, Match(found, place.id, sure, By.POSITION, metres))

        def rank(match: Match) -> tuple[int, int, float, float, int]:
            place = match.place or PlaceId("")
            far = match.metres if match.metres is not None and match.by is By.POSITION else 0.0
            return -match.sure, RANK.index(match.by), -closeness.get(place, 0), far, self._order.get(place, 0)

        return sorted(candidates.values(), key=rank)

    def _candidates(self, found: Found) -> Iterable[tuple[By, list[Place]]]:
        keys = _keys(found)
        for key in keys:
            yield By.NAME, self._whole.get(key, [])
        for key in keys:
            yield By.NAME, self._cores.get(core_of(key), [])

    def _holding(self, found: Found) -> list[tuple[Place, float]]:
        """Places of which a name holds the found one, or stands in it, with how much of the longer one is common."""
        fits: dict[PlaceId, tuple[Place, float]] = {}
        for core in filter(is_telling, map(core_of, _keys(found))):
            for other, places in self._cores.items():
                if is_telling(other) and (other in core or core in other):
                    common = min(len(other), len(core)) / max(len(other), len(core))
                    for place in places:
                        if common > fits.get(place.id, (place, 0))[1]:
                            fits[place.id] = (place, common)
        return sorted(fits.values(), key=lambda each: (-each[1], self._order[each[0].id]))[:MOST_OTHERS]

    def _judged(self, found: Found, place: Place, by: By, close: float = 1) -> Match:
        metres = self._metres(found, place)
        near = metres is not None and metres <= NEAR + self._within(place)
        if metres is not None and metres > FAR + self._within(place):
            sure = Sure.PERHAPS if by is By.NAME else Sure.NOT
        elif by is By.NAME:
            sure = Sure.SURE if near or metres is None else Sure.LIKELY
        else:
            sure = Sure.LIKELY if near or (metres is None and close >= CLOSE) else Sure.PERHAPS
        return Match(found, place.id, sure, by, metres)

    def _beside(self, where: Point) -> list[tuple[Place, float]]:
        """Sights right there, the nearest first; a place known only roughly is not "right there"."""
        spots = [
            (place, metres_between(where, place.position))
            for place in self._catalogue
            if place.position is not None and place.kind not in BASES and place.position.within_m <= NEAR
        ]
        return sorted((spot for spot in spots if spot[1] <= BESIDE), key=lambda spot: spot[1])

    def _around(self, found: Found) -> tuple[PlaceId, ...]:
        if found.where is None:
            return ()
        where = found.where
        spots = [(metres_between(where, place.position), place.id) for place in self._catalogue if place.position]
        return tuple(place for metres, place in sorted(spots)[:MOST_OTHERS] if metres <= 4 * NEAR)

    def _metres(self, found: Found, place: Place) -> float | None:
        position = self._catalogue.position_of(place)
        return metres_between(found.where, position) if found.where and position else None

    def _within(self, place: Place) -> float:
        position = self._catalogue.position_of(place)
        return position.within_m if position else 0


def metres_between(one: Point, other: Point | Position) -> float:
    """On a globe; half a percent off at most, which is enough to tell places apart."""
    north, east = radians(other.lat - one.lat), radians(other.lon - one.lon)
    half = sin(north / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east / 2) ** 2
    return 2 * 6_371_000 * asin(min(1, sqrt(half)))


def _keys(found: Found) -> list[str]:
    said = [way for name in (found.name, found.other_name) if name for way in ways_to_say(name)]
    return [key for key in dict.fromkeys(map(key_of, said)) if key]


def _fame(place: Place) -> tuple[int, bool, str]:
    return place.tier, not place.is_sight, place.id
