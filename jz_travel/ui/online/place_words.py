"""What is said of a pasted place, and the choices there are for one."""

from jz_travel.roads.map_links import Datum
from jz_travel.roads.pasted import Doubt, Unreadable
from jz_travel.words import N_

DATUMS = (
    (Datum.WGS84, N_("GPS, OpenStreetMap, Tianditu (WGS-84)")),
    (Datum.GCJ02, N_("Amap, Tencent, Google, Apple (GCJ-02)")),
    (Datum.BD09, N_("Baidu (BD-09)")),
)
WITHIN = ((50.0, N_("The door itself (about 50 m)")), (300.0, N_("The street (about 300 m)")),
          (2000.0, N_("The village or quarter (about 2 km)")))  # fmt: skip
KINDS = (N_("To go to"), N_("To stay the night"), N_("To arrive or leave"))
UNREADABLE = {
    Unreadable.SHORT_LINK: N_(
        "Only a server knows where a short link leads. Open it, and paste the address it leads to."
    ),
    Unreadable.NO_POSITION: N_("There is no position in this link. Open it, and paste the coordinates."),
    Unreadable.OTHER_SITE: N_("This is not a map link that the program knows."),
    Unreadable.OFF_THE_MAP: N_("This lies outside of the map around Jiaozuo."),
}
DOUBTS = {
    Doubt.TURNED_ROUND: N_("Longitude came first; the two were swapped."),
    Doubt.DATUM: N_("Coordinates alone do not say which map they come from; a wrong choice is 500 m off."),
}
