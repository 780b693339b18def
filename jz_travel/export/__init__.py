"""What a visitor takes along: one module a format, and the list of them that menus, commands and tests read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from jz_travel.domain.places import Catalogue
from jz_travel.domain.schedule import Schedule
from jz_travel.export import formats
from jz_travel.export.papers import A4, PAPERS, Paper
from jz_travel.words import N_, Words

__all__ = ["FORMATS", "FORMAT_BY_ID", "FORMAT_GROUPS", "PAPERS", "Format", "Paper"]


@dataclass(frozen=True, slots=True)
class Format:
    """One way to take a trip along. ``papers``: whether the size of the sheet matters."""

    id: str
    suffix: str
    name: str
    """A message to be said in ``context="format"``."""
    _write: Callable[[formats.Order], bytes]
    papers: bool = False

    def write(
        self,
        schedule: Schedule,
        catalogue: Catalogue,
        words: Words,
        paper: Paper = A4,
        made: datetime | None = None,
    ) -> bytes:
        """The file's bytes, the same for the same arguments. ``made``: the moment of making, which calendars need to
        tell the newer of two versions."""
        return self._write(formats.Order(schedule, catalogue, words, paper, made))


FORMAT_GROUPS: tuple[tuple[Format, ...], ...] = (
    (
        Format("booklet", ".pdf", N_("Booklet (PDF)", context="format"), formats.booklet, papers=True),
        Format("page", ".pdf", N_("One page (PDF)", context="format"), formats.one_page, papers=True),
        Format("receipt", ".pdf", N_("Receipt, 80 mm (PDF)", context="format"), formats.receipt),
    ),
    (
        Format("ics", ".ics", N_("Calendar (ICS)", context="format"), formats.ics),
        Format("html", ".html", N_("Web page (HTML)", context="format"), formats.html),
        Format("qr-png", ".png", N_("QR codes (PNG)", context="format"), formats.qr_png),
        Format("qr", ".svg", N_("QR codes (SVG)", context="format"), formats.qr_svg),
    ),
    (
        Format("gpx", ".gpx", N_("GPS device (GPX)", context="format"), formats.gpx),
        Format("kml", ".kml", N_("Google Earth (KML)", context="format"), formats.kml),
        Format("geojson", ".geojson", N_("Map data (GeoJSON)", context="format"), formats.geojson),
        Format("map", ".svg", N_("Map (SVG)", context="format"), formats.map_picture),
    ),
    (
        Format("text", ".txt", N_("Plain text", context="format"), formats.text),
        Format("markdown", ".md", N_("Markdown", context="format"), formats.markdown),
        Format("xlsx", ".xlsx", N_("Spreadsheet (XLSX)", context="format"), formats.xlsx),
        Format("csv", ".csv", N_("Table (CSV)", context="format"), formats.csv),
        Format("json", ".json", N_("Data (JSON)", context="format"), formats.json),
    ),
)
"""As people look for them: on paper, for others and the phone, for maps, to work on."""
FORMATS: tuple[Format, ...] = tuple(chain(*FORMAT_GROUPS))
FORMAT_BY_ID = {each.id: each for each in FORMATS}
