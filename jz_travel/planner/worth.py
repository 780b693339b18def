"""What a place is worth to this visitor: points that the planner collects."""

from collections.abc import Iterable
from datetime import date, timedelta

from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.places import Catalogue, Kind, Place, Theme
from jz_travel.domain.request import Interest, Request
from jz_travel.planner.habits import ON_FOOT_IN_THE_HILLS

TIERS = {1: 1000, 2: 450, 3: 180, 4: 70}
"""For a visit of an hour and a half. Steps this large keep a famous place from being traded for two minor ones."""
AN_AVERAGE_VISIT = minutes(90)
LENGTH = 0.75  # a visit twice as long is worth 1.7 times as much
HURRIED = 0.8  # half the usual time gives 57 % of what the place has to give
WISHED = 1000
IN_A_FAMOUS_AREA = 1.8  # the best sights of an area are what makes it famous
MOST_LIKED, NOT_ASKED_FOR = 2.0, 0.35
IN_SEASON, OUT_OF_SEASON = 1.2, 0.85
HOURS_ASSUMED = 0.9
CROWDED = {1: 0.1, 2: 0.06}  # by tier: lost out of doors with each level of load, at any hour
QUEUING = 0.06  # and this again, for whoever comes when everybody comes
EVERYBODY_COMES, EVERYBODY_IS_IN = hours(9, 30), hours(15)
STEEP_FOR_SENIORS = 0.5
WELL_KNOWN = 3  # tier
CHILDREN_LIKE, CHILDREN_ARE_BORED = 1.4, 0.8
FOR_CHILDREN = frozenset({Kind.ZOO, Kind.THEME_PARK, Kind.WILDLIFE, Kind.LAKE, Kind.PARK})


def worth(place: Place, request: Request, interests: tuple[Interest, ...], catalogue: Catalogue) -> int:
    """Points for a visit of the usual length on a quiet day in no particular season."""
    area = catalogue.area_of(place)
    points: float = TIERS.get(place.tier, TIERS[4]) * (place.visit.usual / AN_AVERAGE_VISIT) ** LENGTH
    points *= liking(place, interests) * _party(place, request, catalogue)
    if area and area.tier == 1 and place.tier == 2:
        points *= IN_A_FAMOUS_AREA
    if place.hours.assumed:
        points *= HOURS_ASSUMED
    if place.id in request.wishes:
        points += WISHED
    return max(1, round(points))


def on_day(points: int, place: Place, day: date, load: int, stay: timedelta) -> int:
    """Points on one day, for a visit of one length that begins before the crowd comes."""
    found = float(points)
    if place.season and place.season.months:
        found *= IN_SEASON if day.month in place.season.months else OUT_OF_SEASON
    if fills_up(place):
        found *= max(0.0, 1 - CROWDED[place.tier] * load)
    if stay < place.visit.usual:
        found *= (stay / place.visit.usual) ** HURRIED
    elif stay > place.visit.usual:
        found *= 1.02  # enough to be preferred where there is time
    return max(1, round(found))


def fills_up(place: Place) -> bool:
    """Whether this is where everybody goes on a holiday."""
    return place.tier in CROWDED and place.outdoor


def lost_in_the_queue(points: int, load: int) -> float:
    """What coming with everybody else costs, at a place that fills up."""
    return points * min(1.0, QUEUING * load)


def with_everybody(enters: timedelta) -> bool:
    """Whether a visitor who gets in at this time of day queues with those who come for the day."""
    return EVERYBODY_COMES < enters < EVERYBODY_IS_IN


def liking(place: Place, interests: Iterable[Interest]) -> float:
    """How much more or less than usual a place is liked by somebody with these interests; what is liked most, twice."""
    weights = {interest.theme: interest.weight for interest in interests}
    if not weights:
        return 1.0
    best = max((weights.get(theme, 0.0) for theme in place.themes), default=0.0)
    return MOST_LIKED * (1.0 + best) / (1.0 + max(weights.values())) if best > 0 else NOT_ASKED_FOR


def steps_told(place: Place, catalogue: Catalogue) -> bool:
    """Whether a source speaks of steps here, or in the area around a place of a steep kind."""
    area = catalogue.area_of(place)
    if area and is_steep(place, catalogue) and any(note.kind == "steps" for note in area.notes):
        return True
    return _has_steps(place)


def is_steep(place: Place, catalogue: Catalogue) -> bool:
    """Whether it, or a well-known sight inside it, is a place that nobody sees without climbing steps."""
    within = (place, *(sight for sight in catalogue.sights_inside.get(place.id, ()) if sight.tier <= WELL_KNOWN))
    return any(each.kind in ON_FOOT_IN_THE_HILLS or _has_steps(each) for each in within)


def _has_steps(place: Place) -> bool:
    return any(note.kind == "steps" for note in place.notes)


def _party(place: Place, request: Request, catalogue: Catalogue) -> float:
    factor = 1.0
    if request.party.seniors and is_steep(place, catalogue):
        factor *= STEEP_FOR_SENIORS
    if request.party.children:
        if Theme.FAMILY in place.themes or place.kind in FOR_CHILDREN:
            factor *= CHILDREN_LIKE
        elif set(place.themes) <= {Theme.HISTORY}:
            factor *= CHILDREN_ARE_BORED
    return factor
