"""Minutes between places, worked out once for all searches in the same world."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from jz_travel.domain.clock import MINUTE
from jz_travel.domain.places import PlaceId
from jz_travel.domain.travel import Mode, Travel
from jz_travel.planner.world import World, careful

Minutes = tuple[int, int]
"""As planned, and as a careful person counts them."""
Rows = dict[PlaceId | None, dict[PlaceId | None, Minutes]]
Known = dict[tuple[Mode, float], Rows]

_KNOWN: WeakKeyDictionary[Travel, Known] = WeakKeyDictionary()


def _known(travel: Travel) -> Known:
    """What is known of a travel: its legs never change."""
    try:
        return _KNOWN.setdefault(travel, {})
    except TypeError:  # one that cannot be recognised again
        return {}


class Ways:
    """``share``: the part of a leg's worst case that is counted in. From and to nowhere it takes no time."""

    def __init__(self, world: World, share: float) -> None:
        self._world, self._share = world, share
        self._known = _known(world.travel)

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
            leg = self._world.travel.leg(here, there, mode)
            found = (leg.lasts // MINUTE, careful(leg, self._share) // MINUTE)
        self._known.setdefault((mode, self._share), {}).setdefault(here, {})[there] = found
        return found
