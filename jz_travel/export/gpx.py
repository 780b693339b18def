"""The trip for a GPS receiver: a waypoint a stop, a route a day. A route joins the stops; it is no road."""

from gpxpy.gpx import GPX, GPXRoute, GPXRoutePoint, GPXWaypoint

from jz_travel.domain.places import Catalogue
from jz_travel.domain.schedule import Schedule
from jz_travel.export.located import Spot, Track, tracks
from jz_travel.words import Words

APPROXIMATE_FROM = 500  # metres


def write(schedule: Schedule, catalogue: Catalogue, words: Words) -> bytes:
    """GPX 1.1 in UTF-8."""
    pages, days = tracks(schedule, catalogue, words)
    gpx = GPX()
    gpx.creator = "jz_travel"
    gpx.name = pages.title
    gpx.description = f"{pages.dates} · {pages.counts}"
    for track in days:
        for spot in track.spots:
            if spot.entry:
                gpx.waypoints.append(_waypoint(track, spot, words))
        if track.spots:
            gpx.routes.append(_route(track, words))
    return f"{gpx.to_xml('1.1')}\n".encode()


def _waypoint(track: Track, spot: Spot, words: Words) -> GPXWaypoint:
    entry = spot.entry
    lines = [track.page.heading, entry.when, *(line.text for line in entry.lines)] if entry else []
    point = GPXWaypoint(
        spot.where.lat, spot.where.lon, name=spot.name, description="\n".join(lines), comment=_how_sure(spot, words)
    )
    point.time = entry.starts if entry else None
    point.type = f"{track.page.number}.{spot.number}"
    return point


def _route(track: Track, words: Words) -> GPXRoute:
    comment = words.say("The route joins the stops; it does not follow the roads.")
    route = GPXRoute(track.page.heading, description=" · ".join(track.page.sums), number=track.page.number)
    route.comment = comment
    for spot in track.spots:
        point = GPXRoutePoint(spot.where.lat, spot.where.lon, name=spot.name, comment=_how_sure(spot, words))
        route.points.append(point)
    return route


def _how_sure(spot: Spot, words: Words) -> str | None:
    if spot.where.within_m <= APPROXIMATE_FROM:
        return None
    near = words.distance(spot.where.within_m)
    return words.say("Position within about {distance}, not checked on the ground", context="map", distance=near)
