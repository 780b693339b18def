"""Places a visitor can go to, and the catalogue of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Literal, NewType

from jz_travel.domain.opening import ALL_YEAR, Hours, Season
from jz_travel.domain.texts import Confidence, Evidence, Source, SourceId, Text

PlaceId = NewType("PlaceId", str)


class Kind(StrEnum):
    """What there is to see or do. :data:`GATEWAYS` are arrived at, :data:`BASES` begin and end days; the rest are
    sights."""

    MOUNTAIN_AREA = "mountain_area"
    PEAK = "peak"
    RIDGE = "ridge"
    GORGE = "gorge"
    WATERFALL = "waterfall"
    LAKE = "lake"
    SPRING = "spring"
    WILDLIFE = "wildlife"
    TEMPLE = "temple"
    MOSQUE = "mosque"
    SHRINE = "shrine"
    PAGODA = "pagoda"
    TOMB = "tomb"
    STELE = "stele"
    CARVING = "carving"
    MUSEUM = "museum"
    TAI_CHI = "tai_chi"
    SHOW = "show"
    VILLAGE = "village"
    OLD_TOWN = "old_town"
    PARK = "park"
    WETLAND = "wetland"
    ZOO = "zoo"
    THEME_PARK = "theme_park"
    SPORTS = "sports"
    ARCHAEOLOGY = "archaeology"
    ENGINEERING = "engineering"
    INDUSTRY = "industry"
    MINE = "mine"
    WATER_WORKS = "water_works"
    FARM = "farm"
    STAY = "stay"
    SKYWALK = "skywalk"
    HISTORIC_SITE = "historic_site"
    STATION = "station"
    AIRPORT = "airport"
    COACH_STATION = "coach_station"
    TOWN = "town"
    TOLL = "toll"
    OWN = "own"


class Theme(StrEnum):
    """What a visitor may be fond of; a place has any number of them, and a request weighs them."""

    NATURE = "nature"
    TAI_CHI = "tai_chi"
    YELLOW_RIVER = "yellow_river"
    HERITAGE = "heritage"
    STUDY = "study"
    WELLNESS = "wellness"
    FARMING = "farming"
    INDUSTRY = "industry"
    CITY = "city"
    HISTORY = "history"
    FAMILY = "family"


County = Literal[
    "jiefang", "shanyang", "zhongzhan", "macun", "urban", "xiuwu", "boai", "wuzhi", "wenxian", "qinyang", "mengzhou",
    "outside",
]  # fmt: skip

COUNTY_SEATS: Mapping[str, str] = MappingProxyType(
    {
        "jiefang": "seat_jiefang",
        "shanyang": "seat_shanyang",
        "zhongzhan": "seat_zhongzhan",
        "macun": "seat_macun",
        "urban": "jz",
        "xiuwu": "seat_xiuwu",
        "boai": "seat_boai",
        "wuzhi": "seat_wuzhi",
        "wenxian": "seat_wenxian",
        "qinyang": "seat_qinyang",
        "mengzhou": "seat_mengzhou",
    }
)

OWN_PREFIX = "own-"
"""How the ids of places begin that a visitor adds; no id of the catalogue has a dash."""
GATEWAYS = frozenset({Kind.STATION, Kind.AIRPORT, Kind.COACH_STATION, Kind.TOLL})
BASES = GATEWAYS | {Kind.STAY, Kind.TOWN}
"""Kinds where a day starts or ends, and which are not sights."""


@dataclass(frozen=True, slots=True)
class Position:
    """A WGS-84 point; in about nine of ten cases the real one lies within ``within_m`` metres."""

    lat: float
    lon: float
    within_m: float
    what: str = ""
    confidence: Confidence | None = None
    sources: tuple[SourceId, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class VisitTime:
    """How long people stay. ``assumed`` when no source says so and the kind's usual time is taken."""

    short: timedelta
    usual: timedelta
    long: timedelta
    assumed: bool = False
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Ticket:
    """One line of the price list: a price in yuan, or half or free."""

    what: str
    who: str
    label: Text
    price: float | Literal["half", "free"]
    season: Season = ALL_YEAR
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Heritage:
    """A title that an authority gave a place. ``year`` is None where the source does not date it; negative is BC."""

    label: Text
    authority: str
    year: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Note:
    """Something a visitor should know. Kinds: access, steps, transport, facts, caution."""

    text: Text
    kind: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class BestSeason:
    """When a place is at its best, as a source says it; ``months`` are 1 to 12, empty where it names none."""

    text: Text
    months: tuple[int, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach whoever keeps a place; numbers as they are printed, and all empty where no source has any."""

    phones: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    address: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture under ``assets/photos``, with whom and which licence to name beside it."""

    file: str
    author: str
    licence: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Place:
    """A sight, an area with sights inside it, a station, a town, a place to stay."""

    id: PlaceId
    kind: Kind
    name: Text
    short: Text
    pinyin: str
    county: County
    hours: Hours
    visit: VisitTime
    area: PlaceId | None = None
    themes: tuple[Theme, ...] = ()
    tier: int = 4
    outdoor: bool = False
    rating: str = ""
    aliases: tuple[str, ...] = ()
    text: Text | None = None
    position: Position | None = None
    season: BestSeason | None = None
    tickets: tuple[Ticket, ...] = ()
    heritage: tuple[Heritage, ...] = ()
    notes: tuple[Note, ...] = ()
    contact: Contact = field(default_factory=Contact)
    photos: tuple[Photo, ...] = ()
    sources: tuple[SourceId, ...] = ()

    @property
    def is_sight(self) -> bool:
        """Whether one goes there to see it, not only to arrive or to sleep; a visitor's own place may be one."""
        return self.kind not in BASES

    @property
    def is_own(self) -> bool:
        """Whether a visitor added it to a trip."""
        return self.id.startswith(OWN_PREFIX)

    @property
    def is_base(self) -> bool:
        """Whether a day may begin or end here: whoever adds a friend's flat knows that it has a bed."""
        return self.kind in BASES or self.is_own


@dataclass(frozen=True)
class Catalogue:
    """Every place that the program knows, with the sources behind them."""

    places: tuple[Place, ...]
    sources: tuple[Source, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[PlaceId, Place]:
        """Read-only, in the order of ``places``."""
        return MappingProxyType({place.id: place for place in self.places})

    @cached_property
    def source_by_id(self) -> Mapping[SourceId, Source]:
        return MappingProxyType({source.id: source for source in self.sources})

    @cached_property
    def sights_inside(self) -> Mapping[PlaceId, tuple[Place, ...]]:
        """For each area, the sights inside it, the best known first."""
        inside: dict[PlaceId, list[Place]] = {}
        for place in sorted(self.places, key=lambda each: each.tier):
            if place.area:
                inside.setdefault(place.area, []).append(place)
        return MappingProxyType({area: tuple(places) for area, places in inside.items()})

    def __contains__(self, place: object) -> bool:
        return place in self.by_id

    def __getitem__(self, place: PlaceId) -> Place:
        return self.by_id[place]

    def __iter__(self) -> Iterator[Place]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)

    def get(self, place: PlaceId | None) -> Place | None:
        """None for None and for an id that nobody knows; indexing raises ``KeyError`` instead."""
        return None if place is None else self.by_id.get(place)

    def area_of(self, place: Place) -> Place | None:
        """The place around it, like the mountain park around a gorge; None for what lies in none."""
        return self.get(place.area)

    def position_of(self, place: Place) -> Position | None:
        """Where a visitor arrives: the place's own position, else its area's."""
        if place.position is not None:
            return place.position
        area = self.area_of(place)
        return area.position if area else None

    def county_seat(self, place: Place) -> PlaceId | None:
        """The town to count from when nobody knows where in its county a place is."""
        seat = PlaceId(COUNTY_SEATS.get(place.county, ""))
        return seat if seat in self.by_id else None

    def with_places(self, own: Iterable[Place]) -> "Catalogue":
        """This catalogue and a visitor's own places; an own place never hides one of the catalogue."""
        added = tuple(place for place in own if place.id not in self.by_id)
        return Catalogue((*self.places, *added), self.sources) if added else self
