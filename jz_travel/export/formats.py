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
    from jz_travel.export import booklet as module

    return module.write(order.schedule, order.catalogue, order.words, order.paper)


def one_page(order: Order) -> bytes:
    from jz_travel.export import one_page as module

    return module.write(order.schedule, order.catalogue, order.words, order.paper)


def receipt(order: Order) -> bytes:
    from jz_travel.export import one_page as module

    return module.write_receipt(order.schedule, order.catalogue, order.words)


def ics(order: Order) -> bytes:
    from jz_travel.export import ics as module

    return module.write(order.schedule, order.catalogue, order.words, order.made)


def html(order: Order) -> bytes:
    from jz_travel.export import web_page as module

    return module.write(order.schedule, order.catalogue, order.words)


def markdown(order: Order) -> bytes:
    from jz_travel.export import markdown as module

    return module.write(order.schedule, order.catalogue, order.words)


def text(order: Order) -> bytes:
    from jz_travel.export import text as module

    return module.write(order.schedule, order.catalogue, order.words)


def gpx(order: Order) -> bytes:
    from jz_travel.export import gpx as module

    return module.write(order.schedule, order.catalogue, order.words)


def kml(order: Order) -> bytes:
    from jz_travel.export import kml as module

    return module.write(order.schedule, order.catalogue, order.words)


def geojson(order: Order) -> bytes:
    from jz_travel.export import geojson as module

    return module.write(order.schedule, order.catalogue, order.words)


def xlsx(order: Order) -> bytes:
    from jz_travel.export import xlsx as module

    return module.write(order.schedule, order.catalogue, order.words)


def csv(order: Order) -> bytes:
    from jz_travel.export import table

    return table.write_csv(order.schedule, order.catalogue, order.words)


def json(order: Order) -> bytes:
    from jz_travel.export import json_schedule

    return json_schedule.write(order.schedule)


def map_picture(order: Order) -> bytes:
    from jz_travel.export.maps import trip_map

    return trip_map(order.schedule, order.catalogue, order.words, MAP_WIDTH, MAP_HEIGHT).svg.encode()


def qr_svg(order: Order) -> bytes:
    from jz_travel.export import qr

    return qr.write_svg(order.schedule)


def qr_png(order: Order) -> bytes:
    from jz_travel.export import qr

    return qr.write_png(order.schedule)
