"""What a visitor takes along: one module a format, and the list of them that menus, commands and tests read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from jz_travel.domain.places import Catalogue
from jz_travel.domain.schedule import Schedule
from jz_travel.export import formats
from jz_travel.export.papers import A4, PAPERS, Paper
from jz_travel.words import N_, Words

__all__ = ["FORMATS", "FORMAT_BY_ID", "PAPERS", "Format", "Paper"]


@dataclass(frozen=True, slots=True)
class Format:
    """One way to take a trip along. ``papers``: whether the size of the sheet matters."""

    id: str
    suffix: str
    name: str
    """A message to be said in ``context="format"``."""
    media_type: str
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


FORMATS: tuple[Format, ...] = (
    Format("booklet", ".pdf", N_("Booklet (PDF)", context="format"), "application/pdf", formats.booklet, papers=True),
    Format("page", ".pdf", N_("One page (PDF)", context="format"), "application/pdf", formats.one_page, papers=True),
    Format("receipt", ".pdf", N_("Receipt, 80 mm (PDF)", context="format"), "application/pdf", formats.receipt),
    Format("ics", ".ics", N_("Calendar (ICS)", context="format"), "text/calendar", formats.ics),
    Format("html", ".html", N_("Web page (HTML)", context="format"), "text/html", formats.html),
    Format("markdown", ".md", N_("Markdown", context="format"), "text/markdown", formats.markdown),
    Format("text", ".txt", N_("Plain text", context="format"), "text/plain", formats.text),
    Format("gpx", ".gpx", N_("GPS device (GPX)", context="format"), "application/gpx+xml", formats.gpx),
    Format(
        "kml", ".kml", N_("Google Earth (KML)", context="format"), "application/vnd.google-earth.kml+xml", formats.kml
    ),
    Format("geojson", ".geojson", N_("Map data (GeoJSON)", context="format"), "application/geo+json", formats.geojson),
    Format("xlsx", ".xlsx", N_("Spreadsheet (XLSX)", context="format"),
           "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", formats.xlsx),
    Format("csv", ".csv", N_("Table (CSV)", context="format"), "text/csv", formats.csv),
    Format("json", ".json", N_("Data (JSON)", context="format"), "application/json", formats.json),
    Format("map", ".svg", N_("Map (SVG)", context="format"), "image/svg+xml", formats.map_picture),
    Format("qr", ".svg", N_("QR codes (SVG)", context="format"), "image/svg+xml", formats.qr_svg),
    Format("qr-png", ".png", N_("QR codes (PNG)", context="format"), "image/png", formats.qr_png),
)  # fmt: skip
FORMAT_BY_ID = {each.id: each for each in FORMATS}
