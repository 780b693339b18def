"""The trip as KML for Google Earth, 奥维 and others: a folder a day with its stops and the line between them."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from jz_travel.domain.places import Catalogue
from jz_travel.domain.schedule import Schedule
from jz_travel.export.located import Spot, Track, tracks
from jz_travel.export.look import paper_look
from jz_travel.words import Words

NAMESPACE = "http://www.opengis.net/kml/2.2"


def write(schedule: Schedule, catalogue: Catalogue, words: Words) -> bytes:
    """KML 2.2 in UTF-8. Descriptions are plain text; markup in a name stays what it is."""
    pages, days = tracks(schedule, catalogue, words)
    root = Element("kml", xmlns=NAMESPACE)
    document = SubElement(root, "Document")
    _texts(document, name=pages.title, description=f"{pages.dates} · {pages.counts}")
    for track in days:
        _style(document, track.page.number)
    for track in days:
        folder = SubElement(document, "Folder")
        _texts(folder, name=track.page.heading, description=" · ".join((*track.page.sums, track.page.sun)))
        for spot in track.spots:
            if spot.entry:
                _stop(folder, track, spot)
        if len(track.spots) > 1:
            _line(folder, track)
    indent(root, " ")
    return bytes(tostring(root, "utf-8", xml_declaration=True)) + b"\n"


def _texts(parent: Element, **said: str) -> None:
    for tag, text in said.items():
        SubElement(parent, tag).text = text


def _style(document: Element, number: int) -> None:
    colour = _abgr(paper_look().day(number).colour)
    style = SubElement(document, "Style", id=f"day{number}")
    line = SubElement(style, "LineStyle")
    _texts(line, color=colour, width="4")
    icon = SubElement(style, "IconStyle")
    _texts(icon, color=colour)


def _stop(folder: Element, track: Track, spot: Spot) -> None:
    mark = SubElement(folder, "Placemark")
    entry = spot.entry
    lines = [entry.when, *(line.text for line in entry.lines)] if entry else []
    _texts(mark, name=f"{spot.number} {spot.name}", description="\n".join(lines))
    if entry:
        span = SubElement(mark, "TimeSpan")
        _texts(span, begin=entry.starts.isoformat(), end=entry.ends.isoformat())
    _texts(mark, styleUrl=f"#day{track.page.number}")
    _texts(SubElement(mark, "Point"), coordinates=_coordinates(spot))


def _line(folder: Element, track: Track) -> None:
    mark = SubElement(folder, "Placemark")
    _texts(mark, name=track.page.label, styleUrl=f"#day{track.page.number}")
    line = SubElement(mark, "LineString")
    _texts(line, tessellate="1", coordinates=" ".join(map(_coordinates, track.spots)))


def _coordinates(spot: Spot) -> str:
    return f"{spot.where.lon:.6f},{spot.where.lat:.6f}"


def _abgr(colour: str) -> str:
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    return f"ff{blue}{green}{red}".lower()
