"""The domain as the map page reads it: plain JSON values, in one language.

A place: ``id name label other_name kind icon group themes lat lon within_m area inside rank headline from_zoom rating
text hours where``.
``themes`` is None for what has none by its nature (a station, a bed, an own place).
A trip: ``id`` and ``days``, each ``number label ends stops legs``; a stop ``place number lat lon name problem``; a leg
``from to estimate text``, and ``path`` where the road is known. ``rank`` counts upwards from the best known; ``lat``
None: described, but nowhere on the map.
"""

from datetime import date
from typing import Any

from jz_travel.domain.places import GATEWAYS, Catalogue, Kind, Place, PlaceId, Position
from jz_travel.domain.problems import Severity
from jz_travel.domain.schedule import DaySchedule, Schedule, Visit
from jz_travel.domain.travel import How, Leg
from jz_travel.mapping.kinds import SIGNS
from jz_travel.words import Words

INSIDE_FROM, DEEP_INSIDE_FROM, GATEWAYS_FROM, TOWNS_FROM = 11, 12, 9, 12
LAST = frozenset({Kind.STAY, Kind.TOWN, Kind.TOLL})
ESTIMATED = frozenset({How.ESTIMATE, How.INSIDE, How.ROUGH})

Json = dict[str, Any]


def places_overlay(catalogue: Catalogue, words: Words, day: date) -> list[Json]:
    """Every place of the catalogue; opening hours are those of ``day``."""
    return [_place(place, catalogue, words, day) for place in catalogue]


def trip_overlay(schedule: Schedule, catalogue: Catalogue, words: Words) -> Json:
    """A trip as described above, its days from 1; a leg without two ends on the map is left out."""
    days = [_day(number, day, catalogue, words) for number, day in enumerate(schedule.days, start=1)]
    return {"id": schedule.trip.id, "days": days}


def _place(place: Place, catalogue: Catalogue, words: Words, day: date) -> Json:
    sign = SIGNS[place.kind]
    position = place.position
    return {
        "id": place.id,
        "name": words.name(place),
        "label": words.short(place),
        "other_name": words.other_name(place),
        "kind": words.kind(place.kind),
        "icon": sign.drawing,
        "group": sign.group,
        "themes": list(place.themes) if place.is_sight and place.kind is not Kind.OWN else None,
        "lat": position.lat if position else None,
        "lon": position.lon if position else None,
        "within_m": position.within_m if position else 0,
        "area": place.id in catalogue.sights_inside,
        "inside": place.area,
        "rank": _rank(place, catalogue),
        "headline": place.tier == 1 and place.is_sight,
        "from_zoom": _from_zoom(place, catalogue),
        "rating": place.rating,
        "text": words.text(place.text) if place.text else "",
        "hours": words.hours_line(place, day) if place.is_sight else "",
        "where": _where(place, catalogue, words),
    }


def _depth(place: Place, catalogue: Catalogue) -> int:
    area = catalogue.area_of(place)
    return 0 if area is None else 1 + _depth(area, catalogue)


def _rank(place: Place, catalogue: Catalogue) -> int:
    """Ten a tier; areas before single sights, sights inside an area after those that stand alone, beds last."""
    area = 0 if place.id in catalogue.sights_inside else 5
    last = 100 if place.kind in LAST else 0
    return 10 * place.tier + area + 20 * _depth(place, catalogue) + last


def _from_zoom(place: Place, catalogue: Catalogue) -> int:
    if place.kind in {Kind.TOLL, Kind.TOWN}:  # towns have their names on the ground already
        return TOWNS_FROM
    if place.kind in GATEWAYS or place.kind is Kind.STAY:
        return GATEWAYS_FROM
    return (0, INSIDE_FROM, DEEP_INSIDE_FROM)[min(2, _depth(place, catalogue))]


def _where(place: Place, catalogue: Catalogue, words: Words) -> str:
    if place.position is not None:
        if place.kind is Kind.OWN:
            return ""
        near = words.distance(place.position.within_m)
        return words.say("Position within about {distance}, not checked on the ground", context="map", distance=near)
    area = catalogue.area_of(place)
    if area is None:
        return words.say("Position not known", context="map")
    return words.say("Position not known; shown at {area}", context="map", area=words.short(area))


def _day(number: int, day: DaySchedule, catalogue: Catalogue, words: Words) -> Json:
    stops = [_stop(at, visit, catalogue, words) for at, visit in enumerate(day.visits, start=1)]
    legs = [_leg(leg, catalogue, words) for leg in day.legs()]
    ends = [place for place in (day.origin, day.destination) if place is not None]
    label = words.say("Day {number}", context="map", number=number)
    return {"number": number, "label": label, "ends": ends, "stops": stops, "legs": [leg for leg in legs if leg]}


def _stop(number: int, visit: Visit, catalogue: Catalogue, words: Words) -> Json:
    place = catalogue.get(visit.place)
    position = _position(visit.place, catalogue)
    return {
        "place": visit.place,
        "number": number,
        "name": words.short(place) if place else visit.place,
        "lat": position.lat if position else None,
        "lon": position.lon if position else None,
        "problem": visit.severity is Severity.CLASH,
    }


def _leg(leg: Leg, catalogue: Catalogue, words: Words) -> Json | None:
    """None for a leg that has no two ends to be drawn between."""
    origin, destination = _position(leg.origin, catalogue), _position(leg.destination, catalogue)
    if origin is None or destination is None or origin == destination or leg.how in {How.NONE, How.UNKNOWN}:
        return None
    return {
        "from": (origin.lat, origin.lon),
        "to": (destination.lat, destination.lon),
        "estimate": leg.how in ESTIMATED,
        "text": words.leg(leg),
        **({"path": leg.path} if leg.path else {}),  # the road itself, where a router answered
    }


def _position(place: PlaceId, catalogue: Catalogue) -> Position | None:
    """A place's own position, or that of the nearest area around it that has one."""
    known = catalogue.get(place)
    while known is not None and known.position is None:
        known = catalogue.area_of(known)
    return known.position if known else None
