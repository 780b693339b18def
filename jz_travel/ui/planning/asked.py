"""What the visitor of a trip asks the planner for, and how much each place is wanted."""

from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from jz_travel.domain.places import PlaceId
from jz_travel.domain.request import Request
from jz_travel.domain.trip import Trip

USUAL_ARRIVAL, USUAL_DEPARTURE = timedelta(hours=10), timedelta(hours=18)


class Wanting(StrEnum):
    """How much a place is wanted in a plan."""

    MUST = "must"
    WISH = "wish"
    AVOID = "avoid"


def request_of(trip: Trip) -> Request:
    """What was last asked for, with the dates and wishes that the trip has now; of a new trip, what it says itself."""
    asked = trip.request or Request(
        trip.starts,
        arrival=trip.arrival,
        arrives=USUAL_ARRIVAL if trip.arrival else None,
        departure=trip.departure if trip.departure != trip.arrival else None,
    )
    planned = {stop.place for stop in trip.stops()}
    wishes = (*trip.wishes, *(place for place in asked.wishes if place in planned))
    return replace(asked, starts=trip.starts, days=len(trip.days), wishes=tuple(dict.fromkeys(wishes)))


def wanting(trip: Trip, place: PlaceId) -> Wanting | None:
    """How much the visitor wants a place; None: nobody has said anything, and the planner is free."""
    asked = request_of(trip)
    if place in asked.musts:
        return Wanting.MUST
    if place in asked.avoid:
        return Wanting.AVOID
    return Wanting.WISH if place in asked.wishes else None


def with_wanting(trip: Trip, place: PlaceId, how: Wanting | None) -> Trip:
    """The trip where a place is wanted in this way and in no other."""
    asked = request_of(trip)
    wished = trip.with_wish(place) if how is Wanting.WISH else trip.without_wish(place)
    new = replace(
        asked,
        musts=_with(asked.musts, place, how is Wanting.MUST),
        avoid=_with(asked.avoid, place, how is Wanting.AVOID),
        wishes=_with(asked.wishes, place, how is Wanting.WISH),
        pins=tuple(pin for pin in asked.pins if how is not Wanting.AVOID or pin.place != place),
    )
    needed = trip.request is not None or new.musts or new.avoid
    return wished.with_request(new) if needed else wished


def _with(places: tuple[PlaceId, ...], place: PlaceId, inside: bool) -> tuple[PlaceId, ...]:
    rest = tuple(each for each in places if each != place)
    if not inside:
        return rest
    return places if place in places else (*rest, place)
