"""How each format is made of an order. A format's module is imported when the first of it is made."""

from dataclasses import dataclass
from datetime import datetime

from jz_travel.domain.places import Catalogue
from jz_travel.domain.schedule import Schedule
from jz_travel.export.papers import Paper
from jz_travel.words import Words

MAP_WIDTH, MAP_HEIGHT = 640, 480


@dataclass(frozen=True, slots=True)
class Order:
    """Everything that a format may ask for."""

    schedule: Schedule
    catalogue: Catalogue
    words: Words
    paper: Paper
    made: datetime | None


def booklet(order: Order) -> bytes:
    """The whole trip as a PDF to be bound; raises :class:`Failure` when typesetting fails."""
    from jz_travel.export import booklet as module

    return module.write(order.schedule, order.catalogue, order.words, order.paper)


def one_page(order: Order) -> bytes:
    """The whole trip on a single PDF page of ``order.paper``."""
    from jz_travel.export import one_page as module

    return module.write(order.schedule, order.catalogue, order.words, order.paper)


def receipt(order: Order) -> bytes:
    """The same for the 80 mm roll of a kiosk's printer, as PDF."""
    from jz_travel.export import one_page as module

    return module.write_receipt(order.schedule, order.catalogue, order.words)


def ics(order: Order) -> bytes:
    """A calendar (RFC 5545) with an event for each visit and each way, in Jiaozuo's time."""
    from jz_travel.export import ics as module

    return module.write(order.schedule, order.catalogue, order.words, order.made)


def html(order: Order) -> bytes:
    """One web page that needs nothing beside it, neither a network nor another file."""
    from jz_travel.export import web_page as module

    return module.write(order.schedule, order.catalogue, order.words)


def markdown(order: Order) -> bytes:
    """Headings and lists in UTF-8, for notes and wikis."""
    from jz_travel.export import markdown as module

    return module.write(order.schedule, order.catalogue, order.words)


def text(order: Order) -> bytes:
    """Plain UTF-8 lines, as for a message or a screen reader."""
    from jz_travel.export import text as module

    return module.write(order.schedule, order.catalogue, order.words)


def gpx(order: Order) -> bytes:
    """GPX 1.1 with waypoints and a route a day, in WGS-84; stops without a position are left out."""
    from jz_travel.export import gpx as module

    return module.write(order.schedule, order.catalogue, order.words)


def kml(order: Order) -> bytes:
    """KML 2.2 with a folder a day, in WGS-84; stops without a position are left out."""
    from jz_travel.export import kml as module

    return module.write(order.schedule, order.catalogue, order.words)


def geojson(order: Order) -> bytes:
    """A FeatureCollection (RFC 7946), longitude first, in WGS-84."""
    from jz_travel.export import geojson as module

    return module.write(order.schedule, order.catalogue, order.words)


def xlsx(order: Order) -> bytes:
    """A workbook: one sheet with a row a stop, one with what the tickets cost."""
    from jz_travel.export import xlsx as module

    return module.write(order.schedule, order.catalogue, order.words)


def csv(order: Order) -> bytes:
    """One row a stop, in UTF-8 with a byte order mark, so that spreadsheets read the Chinese."""
    from jz_travel.export import table

    return table.write_csv(order.schedule, order.catalogue, order.words)


def json(order: Order) -> bytes:
    """Dates, times and legs for other programs, without any words."""
    from jz_travel.export import json_schedule

    return json_schedule.write(order.schedule)


def map_picture(order: Order) -> bytes:
    """The trip's map as SVG, :data:`MAP_WIDTH` × :data:`MAP_HEIGHT` units."""
    from jz_travel.export.maps import trip_map

    return trip_map(order.schedule, order.catalogue, order.words, MAP_WIDTH, MAP_HEIGHT).svg.encode()


def qr_svg(order: Order) -> bytes:
    """The trip's QR codes as one SVG; :class:`Failure` if it does not fit into codes that phones read."""
    from jz_travel.export import qr

    return qr.write_svg(order.schedule)


def qr_png(order: Order) -> bytes:
    """The trip's QR codes as one PNG; :class:`Failure` if it does not fit into codes that phones read."""
    from jz_travel.export import qr

    return qr.write_png(order.schedule)
