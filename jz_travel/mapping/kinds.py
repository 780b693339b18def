"""How each kind of place looks on the map: its drawing, and the group whose colour and switch it shares."""

from typing import NamedTuple

from jz_travel.domain.places import Kind


class Sign(NamedTuple):
    """How one kind is drawn; kinds of a ``group`` share a colour and a switch in the legend."""

    drawing: str
    """A name in ``assets/web/icons/drawings.js``."""
    group: str


SIGNS: dict[Kind, Sign] = {
    Kind.MOUNTAIN_AREA: Sign("mountain", "nature"),
    Kind.PEAK: Sign("mountain", "nature"),
    Kind.RIDGE: Sign("ridge", "nature"),
    Kind.GORGE: Sign("valley", "nature"),
    Kind.WATERFALL: Sign("waterfall", "water"),
    Kind.LAKE: Sign("water", "water"),
    Kind.SPRING: Sign("spring", "water"),
    Kind.WILDLIFE: Sign("zoo", "nature"),
    Kind.TEMPLE: Sign("buddhist", "faith"),
    Kind.MOSQUE: Sign("mosque", "faith"),
    Kind.SHRINE: Sign("shrine", "faith"),
    Kind.PAGODA: Sign("pagoda", "faith"),
    Kind.TOMB: Sign("tomb", "heritage"),
    Kind.STELE: Sign("stele", "heritage"),
    Kind.CARVING: Sign("carving", "heritage"),
    Kind.MUSEUM: Sign("museum", "heritage"),
    Kind.TAI_CHI: Sign("taiji", "tai_chi"),
    Kind.SHOW: Sign("theatre", "city"),
    Kind.VILLAGE: Sign("village", "city"),
    Kind.OLD_TOWN: Sign("town", "city"),
    Kind.PARK: Sign("park", "city"),
    Kind.WETLAND: Sign("wetland", "water"),
    Kind.ZOO: Sign("zoo", "city"),
    Kind.THEME_PARK: Sign("fun", "city"),
    Kind.SPORTS: Sign("stadium", "city"),
    Kind.ARCHAEOLOGY: Sign("ruins", "heritage"),
    Kind.ENGINEERING: Sign("bridge", "heritage"),
    Kind.INDUSTRY: Sign("industry", "heritage"),
    Kind.MINE: Sign("mine", "heritage"),
    Kind.WATER_WORKS: Sign("dam", "water"),
    Kind.FARM: Sign("farm", "city"),
    Kind.STAY: Sign("lodging", "stay"),
    Kind.SKYWALK: Sign("viewpoint", "nature"),
    Kind.HISTORIC_SITE: Sign("historic", "heritage"),
    Kind.STATION: Sign("rail", "transport"),
    Kind.AIRPORT: Sign("airport", "transport"),
    Kind.COACH_STATION: Sign("bus", "transport"),
    Kind.TOWN: Sign("town", "transport"),
    Kind.TOLL: Sign("toll", "transport"),
    Kind.OWN: Sign("star", "own"),
}
