"""The ground of the map: the offline one, one from the network, or a region pack."""

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from jz_travel.domain.failures import Cause, Failure
from jz_travel.mapping.bases import OFFLINE, OFFLINE_NAME, ONLINE_MAPS, OWN, OnlineMap, own_map
from jz_travel.regions import PackInfo, Shelf
from jz_travel.regions.pack import MAP
from jz_travel.store.settings import Settings
from jz_travel.ui.style.look import Look
from jz_travel.ui.web.tile_fetcher import TileFetcher
from jz_travel.words import N_

TILES = "jz://app/online"
PACK_TILES = "jz://app/packs"
PACK = "pack:"
WHY: dict[Cause, str] = {
    Cause.KEY_REFUSED: N_("{map} does not take the key; the offline map is shown."),
    Cause.QUOTA: N_("{map} has reached its limit for now; the offline map is shown."),
    Cause.NONSENSE: N_("{map} does not answer with a map; the offline map is shown."),
}
NO_ANSWER = N_("{map} does not answer; the offline map is shown.")


@dataclass(frozen=True)
class Chosen:
    """What the dialogue gives back."""

    base: str = OFFLINE
    address: str = field(default="", repr=False)
    credit: str = ""
    key: str = field(default="", repr=False)


class MapBases(QObject):
    """``changed``: the list or the choice; ``works``: whether the chosen one answers; ``said``: a notice, its kind."""

    changed = Signal()
    works = Signal(bool)
    said = Signal(str, str)

    def __init__(self, look: Look, settings: Settings, fetcher: TileFetcher, shelf: Shelf) -> None:
        super().__init__()
        self._look, self._fetcher = look, fetcher
        self.chosen = Chosen(settings.map_base, settings.map_address, settings.map_credit, settings.map_key)
        self._other_key = settings.online.tianditu_key
        self._shelf = shelf
        self._packs = shelf.installed()
        self._told = False
        fetcher.setParent(self)
        fetcher.works.connect(self._heard)
        self._follow()

    @property
    def key(self) -> str:
        return self.chosen.key or self._other_key

    def online_map(self, base: str) -> OnlineMap | None:
        """The online map of an id; None for others, and where its address or key is missing."""
        if base == OWN:
            try:
                return own_map(self.chosen.address, self.chosen.credit)
            except Failure:
                return None
        found = next((each for each in ONLINE_MAPS if each.id == base), None)
        return None if found is None or (found.needs_key and not self.key) else found

    def listed(self) -> list[dict[str, Any]]:
        """The grounds as the page reads them: what works offline, and the online one that was chosen."""
        say = self._look.words.say
        rows: list[dict[str, Any]] = [{"id": OFFLINE, "name": say(OFFLINE_NAME, context="map"), "layers": []}]
        rows += [_ground_of(pack) for pack in self._packs]
        online = self.online_map(self.chosen.base)
        if online is not None:
            layers = [f"{TILES}/{online.id}/{number}/{{z}}/{{x}}/{{y}}" for number in range(len(online.layers))]
            name = say(online.name, context="map")
            credit = online.credit
            rows.append({"id": online.id, "name": name, "credit": credit, "layers": layers, "max_zoom": online.deepest})
        return rows

    @property
    def shown(self) -> str:
        """The id of the ground that is drawn."""
        known = {row["id"] for row in self.listed()}
        return self.chosen.base if self.chosen.base in known else OFFLINE

    @property
    def packs(self) -> list[tuple[str, str]]:
        """Id and name of each installed pack, as a ground."""
        return [(PACK + pack.id, pack.name) for pack in self._packs]

    def packs_changed(self, newest: str = "") -> None:
        """A pack was installed, which is then looked at, or removed."""
        self._packs = self._shelf.installed()
        if newest:
            self.choose(PACK + newest)
        else:
            self.changed.emit()

    def choose(self, base: str) -> None:
        self.take(Chosen(base, self.chosen.address, self.chosen.credit, self.chosen.key))

    def take(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        self._told = False
        self._fetcher.choose(self.online_map(self.chosen.base), self.key)

    def _heard(self, works: bool, cause: Cause | None) -> None:
        self.works.emit(works)
        online = self.online_map(self.chosen.base)
        if works or self._told or online is None or cause is None:
            return
        self._told = True  # once is enough: it is tried again quietly
        say = self._look.words.say
        self.said.emit(say(WHY.get(cause, NO_ANSWER), map=say(online.name, context="map")), "info")


def _ground_of(pack: PackInfo) -> dict[str, Any]:
    address = f"{PACK_TILES}/{pack.id}/{{z}}/{{x}}/{{y}}?{pack.files[MAP][1][:8]}"  # another pack, another address
    return {
        "id": PACK + pack.id, "name": pack.name, "credit": pack.credit, "layers": [address], "max_zoom": pack.deepest,
        "pack": True, "bounds": pack.bounds,
    }  # fmt: skip
