"""The fields of a request, what each may hold, and the way from them to a request and back."""

from datetime import date, timedelta
from typing import Annotated

from msgspec import Meta, Struct

from jz_travel.domain.clock import MINUTE, format_time_of_day, minutes, parse_time_of_day
from jz_travel.domain.places import PlaceId, Theme
from jz_travel.domain.request import Interest, Member, Pace, Party, Pin, Request
from jz_travel.domain.travel import Mode

_Place = Annotated[str, Meta(pattern=r"^[^\x00-\x1f\x7f]{0,100}\Z")]
_Places = Annotated[tuple[_Place, ...], Meta(max_length=1000)]
_Time = Annotated[str, Meta(pattern=r"^[0-2][0-9]:[0-5][0-9]\Z")]
_Persons = Annotated[int, Meta(ge=0, le=1000)]
_Minutes = Annotated[int, Meta(ge=0, le=1440)]
_Weight = Annotated[float, Meta(ge=0, le=100)]
_Interests = dict[Theme, _Weight]
MOST_DAYS = 60


class PartyFields(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """How many of each kind of visitor, 0 to 1000, since tickets and steps depend on it."""

    adults: _Persons = 2
    students: _Persons = 0
    children: _Persons = 0
    seniors: _Persons = 0
    step_free: bool = False


class MemberFields(Struct, omit_defaults=True, forbid_unknown_fields=True):
    """One traveller's own tastes: weights from 0 to 100 by theme."""

    name: Annotated[str, Meta(max_length=200)]
    interests: _Interests = {}


class PinFields(Struct, omit_defaults=True, forbid_unknown_fields=True):
    """A visit that must be on a day, counted from 1, and if said at a time, ``HH:MM``."""

    place: _Place
    day: Annotated[int, Meta(ge=1, le=MOST_DAYS)]
    starts: _Time | None = None


class RequestFields(Struct, omit_defaults=True, forbid_unknown_fields=True):
    """As in a trip file. ``lodging``: night by night, "" for a night that the planner decides on.

    A field that nobody knows is a mistake: a demand must not be forgotten in silence.
    """

    starts: date
    days: Annotated[int, Meta(ge=0, le=MOST_DAYS)] = 1
    arrival: _Place | None = None
    arrives: _Time | None = None
    departure: _Place | None = None
    departs: _Time | None = None
    lodging: _Places = ()
    modes: Annotated[tuple[Mode, ...], Meta(max_length=MOST_DAYS)] = (Mode.CAR,)
    pace: Pace = Pace.BALANCED
    party: PartyFields = PartyFields()
    interests: _Interests = {}
    members: Annotated[tuple[MemberFields, ...], Meta(max_length=50)] = ()
    musts: _Places = ()
    wishes: _Places = ()
    avoid: _Places = ()
    pins: Annotated[tuple[PinFields, ...], Meta(max_length=200)] = ()
    locked_days: tuple[int, ...] = ()
    budget: Annotated[float, Meta(ge=0, le=1e9)] | None = None
    lunch: bool = True
    dinner: bool = True
    leaves_at: _Time | None = None
    back_by: _Time | None = None
    driving: _Minutes | None = None
    on_foot: _Minutes | None = None


def request_of(found: RequestFields) -> Request:
    """The request that checked fields mean: an empty place is None, and a time left out is left to the planner."""
    return Request(
        starts=found.starts,
        days=found.days,
        arrival=_place(found.arrival),
        arrives=_time(found.arrives),
        departure=_place(found.departure),
        departs=_time(found.departs),
        lodging=tuple(_place(place) for place in found.lodging),
        modes=found.modes or (Mode.CAR,),
        pace=found.pace,
        party=Party(
            found.party.adults,
            found.party.students,
            found.party.children,
            found.party.seniors,
            found.party.step_free,
        ),
        interests=_interests(found.interests),
        members=tuple(Member(member.name, _interests(member.interests)) for member in found.members),
        musts=_places(found.musts),
        wishes=_places(found.wishes),
        avoid=_places(found.avoid),
        pins=tuple(Pin(PlaceId(pin.place), pin.day, _time(pin.starts)) for pin in found.pins),
        locked_days=found.locked_days,
        budget=found.budget,
        lunch=found.lunch,
        dinner=found.dinner,
        leaves_at=_time(found.leaves_at),
        back_by=_time(found.back_by),
        driving=None if found.driving is None else minutes(found.driving),
        on_foot=None if found.on_foot is None else minutes(found.on_foot),
    )


def fields_of(request: Request) -> RequestFields:
    """A request as it is written to a file: times as ``HH:MM``, durations in minutes, the budget in yuan."""
    party = request.party
    return RequestFields(
        starts=request.starts,
        days=request.days,
        arrival=request.arrival,
        arrives=_written(request.arrives),
        departure=request.departure,
        departs=_written(request.departs),
        lodging=tuple(place or "" for place in request.lodging),
        modes=request.modes,
        pace=request.pace,
        party=PartyFields(party.adults, party.students, party.children, party.seniors, party.step_free),
        interests=_weights(request.interests),
        members=tuple(MemberFields(member.name, _weights(member.interests)) for member in request.members),
        musts=request.musts,
        wishes=request.wishes,
        avoid=request.avoid,
        pins=tuple(PinFields(pin.place, pin.day, _written(pin.starts)) for pin in request.pins),
        locked_days=request.locked_days,
        budget=request.budget,
        lunch=request.lunch,
        dinner=request.dinner,
        leaves_at=_written(request.leaves_at),
        back_by=_written(request.back_by),
        driving=None if request.driving is None else request.driving // MINUTE,
        on_foot=None if request.on_foot is None else request.on_foot // MINUTE,
    )


def _place(place: str | None) -> PlaceId | None:
    return PlaceId(place) if place else None


def _places(places: tuple[str, ...]) -> tuple[PlaceId, ...]:
    return tuple(PlaceId(place) for place in dict.fromkeys(places) if place)


def _time(text: str | None) -> timedelta | None:
    return None if text is None else parse_time_of_day(text)


def _interests(weights: _Interests) -> tuple[Interest, ...]:
    return tuple(Interest(theme, weight) for theme, weight in weights.items())


def _weights(interests: tuple[Interest, ...]) -> _Interests:
    return {interest.theme: interest.weight for interest in interests}


def _written(time: timedelta | None) -> str | None:
    return None if time is None else format_time_of_day(time)
