"""What was found becomes wishes of a trip, or stops on the days that the file names.

A place that the catalogue does not have becomes an own place of the trip, if it lies on the map.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jz_travel.domain.clock import DAY, MINUTE
from jz_travel.domain.own_places import MOST_OWN, OwnPlace, on_the_map
from jz_travel.domain.places import PlaceId
from jz_travel.domain.trip import LATEST, LONGEST_STAY, MOST_DAYS, Trip, TripId, new_trip
from jz_travel.reading.found import Found
from jz_travel.reading.matching import Match, Sure, metres_between

SHORTEST_STAY = timedelta(minutes=5)
OWN_WITHIN = 600
"""Metres that an own place may be off: nobody knows whether the file's datum is the Chinese one."""
SAME_SPOT = 50
Placed = tuple[Found, PlaceId]


@dataclass(frozen=True, slots=True)
class Choice:
    """A found place that the visitor takes: as this place of the catalogue, or as an own place."""

    found: Found
    place: PlaceId | None


def chosen(matches: Iterable[Match], least: Sure = Sure.LIKELY) -> tuple[Choice, ...]:
    """What is taken without asking: what is sure enough, and as own places the others that lie on the map."""
    return tuple(choice for each in matches if (choice := usual_choice(each, least)) is not None)


def usual_choice(match: Match, least: Sure = Sure.LIKELY) -> Choice | None:
    """What a match is taken for without asking: a place if sure enough, else an own place; None leaves it out."""
    if match.place is not None and match.sure >= least:
        return Choice(match.found, match.place)
    return Choice(match.found, None) if can_be_own(match.found) else None


def can_be_own(found: Found) -> bool:
    """Whether the file says where it is, and that lies on the map."""
    return found.where is not None and on_the_map(found.where.lat, found.where.lon)


def brought(trip: Trip, choices: Sequence[Choice], *, on_days: bool) -> Trip:
    """The trip with the places, each once: what it visits or wishes for already stays as it is.

    ``on_days``: places with a date go to that day, in the order of their times; an empty trip takes the dates of the
    places. Everything else becomes a wish.
    """
    placed: list[Placed] = []
    for choice in choices:
        trip, place = _placed(trip, choice)
        if place is not None:
            placed.append((choice.found, place))
    if on_days:
        trip = _on_their_dates(trip, placed)
    for _, place in placed:
        if not trip.visits_of(place):
            trip = trip.with_wish(place)
    return trip


def _placed(trip: Trip, choice: Choice) -> tuple[Trip, PlaceId | None]:
    """The place of a choice; an own place is made where the trip has not one of that name just there."""
    found = choice.found
    if choice.place is not None:
        return trip, choice.place
    if found.where is None or not can_be_own(found):
        return trip, None
    name = found.name or f"{found.where.lat:.5f}, {found.where.lon:.5f}"
    for own in trip.own:
        if own.name == name and metres_between(found.where, own.as_place().position or found.where) <= SAME_SPOT:
            return trip, own.id
    if len(trip.own) >= MOST_OWN:
        return trip, None
    made = OwnPlace(PlaceId(""), name, found.where.lat, found.where.lon, OWN_WITHIN)
    trip = trip.with_own(made)
    return trip, trip.newest_own.id


def trip_of(trip: TripId, name: str, choices: Sequence[Choice], otherwise: date) -> Trip:
    """A trip of its own: the dates are the places', or one empty day at ``otherwise`` with wishes."""
    return brought(new_trip(trip, name, otherwise, 1), choices, on_days=True)


def _on_their_dates(trip: Trip, placed: Sequence[Placed]) -> Trip:
    dated = [(found.day, found, place) for found, place in placed if found.day is not None]
    dated.sort(key=lambda each: (each[0], each[1].starts is None, each[1].starts or timedelta()))
    if dated and not any(day.stops for day in trip.days):
        trip = _spanning(trip, dated[0][0], dated[-1][0])
    there = {(trip.date_of(day.id), stop.place) for day in trip.days for stop in day.stops}
    for day, found, place in dated:
        index = (day - trip.starts) // DAY
        if 0 <= index < len(trip.days) and (day, place) not in there:
            trip = _with_stop(trip, found, place, index)
    return trip


def _spanning(trip: Trip, first: date, last: date) -> Trip:
    """An empty trip on these dates, as far as a trip may last."""
    trip = trip.with_start_date(first)
    wanted = min(MOST_DAYS, (last - first) // DAY + 1)
    while len(trip.days) < wanted:
        trip = trip.with_day()
    while len(trip.days) > wanted:
        trip = trip.without_day(trip.days[-1].id)
    return trip


def _with_stop(trip: Trip, found: Found, place: PlaceId, index: int) -> Trip:
    """One more stop at the end of a day, with its time, stay and note; a full day makes it a wish."""
    day = trip.days[index].id
    try:
        trip = trip.with_stop(place, day)
    except ValueError:
        return trip
    stop = trip.day(day).stops[-1].id
    if found.starts is not None and found.starts <= LATEST:
        trip = trip.with_start(stop, found.starts - found.starts % MINUTE)
        if found.starts < trip.day(day).starts:
            trip = trip.with_day_hours(day, found.starts, trip.day(day).ends_by)
    if found.stay is not None and SHORTEST_STAY <= found.stay <= LONGEST_STAY:
        trip = trip.with_stay(stop, found.stay - found.stay % MINUTE)
    return trip.with_stop_note(stop, found.note) if found.note else trip
