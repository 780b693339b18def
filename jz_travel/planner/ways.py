"""Minutes between places, worked out once for all searches in the same world."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from jz_travel.domain.clock import MINUTE
from jz_travel.domain.places import PlaceId
from jz_travel.domain.travel import Mode, Travel
from jz_travel.planner.world import World, more_minutes

Minutes = tuple[int, int]
"""As planned, and as a careful person counts them."""
Rows = dict[PlaceId | None, dict[PlaceId | None, Minutes]]
Known = dict[tuple[Mode, float], Rows]
Legs = dict[tuple[PlaceId, PlaceId, Mode], tuple[int, float]]
"""The minutes as planned, and how many more it takes at worst."""

_KNOWN: WeakKeyDictionary[Travel, tuple[Known, Legs]] = WeakKeyDictionary()


def _known(travel: Travel) -> tuple[Known, Legs]:
    """What is known of a travel: its legs never change."""
    try:
        return _KNOWN.setdefault(travel, ({}, {}))
    except TypeError:  # one that cannot be recognised again
        return {}, {}


class Ways:
    """``share``: the part of a leg's worst case that is counted in. From and to nowhere it takes no time."""

    def __init__(self, world: World, share: float) -> None:
        self._world, self._share = world, share
        self._known, self._legs = _known(world.travel)

    def one(self, here: PlaceId | None, there: PlaceId | None, mode: Mode) -> Minutes:
        try:
            return self._known[mode, self._share][here][there]
        except KeyError:
            return self._worked_out(here, there, mode)

    def table(self, places: Sequence[PlaceId | None], mode: Mode) -> list[list[Minutes]]:
        """From each place (row) to each place (column)."""
        rows: Rows = self._known.setdefault((mode, self._share), {})
        found = []
        for here in places:
            row = rows.get(here, {})
            try:
                found.append([row[there] for there in places])
            except KeyError:
                found.append([row.get(there) or self._worked_out(here, there, mode) for there in places])
        return found

    def _worked_out(self, here: PlaceId | None, there: PlaceId | None, mode: Mode) -> Minutes:
        catalogue, found = self._world.catalogue, (0, 0)
        if here is not None and there is not None:
            if here not in catalogue or there not in catalogue:
                return found  # it may come into the catalogue yet
            lasts, late = self._legs.get((here, there, mode)) or self._leg(here, there, mode)
            found = (lasts, lasts + more_minutes(late, self._share))
        self._known.setdefault((mode, self._share), {}).setdefault(here, {})[there] = found
        return found

    def _leg(self, here: PlaceId, there: PlaceId, mode: Mode) -> tuple[int, float]:
        leg = self._world.travel.leg(here, there, mode)
        found = self._legs[here, there, mode] = (leg.lasts // MINUTE, (leg.at_worst - leg.lasts) / MINUTE)
        return found
