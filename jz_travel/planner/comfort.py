"""What people like: no day too full or of one sort only, and some time to spare before the doors close."""

from collections.abc import Iterable, Sequence, Set
from datetime import timedelta

from jz_travel.domain.clock import DAY
from jz_travel.domain.opening import Interval
from jz_travel.domain.places import Catalogue, Place, PlaceId
from jz_travel.domain.trip import Stop
from jz_travel.planner.frames import Frame
from jz_travel.planner.habits import (
    A_DAY_OUT,
    ALIKE,
    BESIDE_A_DAY_OUT,
    EVENING_SIGHT,
    ON_FOOT_IN_THE_HILLS,
    SPARE,
    Habit,
)
from jz_travel.planner.worth import is_steep

NEAR_A_BED = 30
"""Minutes to bed that nobody minds."""
TIRED, TIRED_OF_CLIMBING = 0.5, 1.0
"""By so much does each further minute to bed count more than one in the morning, and after a place of many steps."""


def is_for_the_evening(place: Place, frame: Frame) -> bool:
    """Open in the evening only, like a show or a night market."""
    if not any(opening.opens >= EVENING_SIGHT for opening in place.hours.openings):
        return False  # which is nearly all there are to say about most places, and soon said
    intervals = place.hours.on(frame.date)
    return bool(intervals) and intervals[0].opens >= EVENING_SIGHT


def weariness(place: Place, way: int) -> float:
    """The minutes by which a way to bed, after this place, feels longer than the same way in the morning."""
    return max(0, way - NEAR_A_BED) * (TIRED_OF_CLIMBING if place.kind in ON_FOOT_IN_THE_HILLS else TIRED)


def region(place: Place, catalogue: Catalogue) -> PlaceId | None:
    """The area that one is in while one sees a place: the one around it, or itself."""
    area = catalogue.area_of(place)
    return area.id if area else place.id if place.id in catalogue.sights_inside else None


def is_a_climb(place: Place, catalogue: Catalogue) -> bool:
    """Whether one is on one's feet in the mountains for a whole day."""
    return place.visit.usual >= A_DAY_OUT and is_steep(place, catalogue)


def comings_back(days: Iterable[Set[object]]) -> int:
    """How often one comes back to an area, given those of each day, after a day elsewhere."""
    left, here, found = set[object](), set[object](), 0
    for areas in days:
        if areas:
            found += len(left & areas)
            left |= here - areas
            here = set(areas)
    return found


def over_by(place: Place, stay: timedelta, interval: Interval, frame: Frame) -> timedelta:
    """When a visit should be over: by the evening, and a little before the doors close and the sun sets.

    Where the doors are not open long enough for that, when they close.
    """
    over, opens, closes = frame.evening, interval.opens, interval.closes
    if place.outdoor:
        opens, closes = max(opens, frame.sunrise), min(closes, frame.sunset)
    if closes < DAY:
        over = min(over, closes - SPARE if opens + stay <= closes - SPARE else closes)
    return over


def too_alike(
    stops: Sequence[Stop], catalogue: Catalogue, insisted: frozenset[PlaceId], habit: Habit
) -> tuple[PlaceId, ...]:
    """The places of a day that are too many of one sort, or too many."""
    free = [catalogue[stop.place] for stop in stops if stop.place in catalogue and stop.place not in insisted]
    for kinds in ALIKE.values():
        alike = tuple(place.id for place in free if place.kind in kinds and not place.area)
        if len(alike) > habit.alike:
            return alike
    return tuple(place.id for place in free) if len(free) > habit.sights else ()


def too_full(
    stops: Sequence[Stop], catalogue: Catalogue, insisted: frozenset[PlaceId], habit: Habit, frame: Frame
) -> tuple[PlaceId, ...]:
    """The places of a day that could be left out, when its visits last longer than people like.

    One visit alone is never too much, and neither is what somebody insists on; an evening out does not count.
    """
    stays = [(stop.place, stop.stay or catalogue[stop.place].visit.usual) for stop in stops if stop.place in catalogue]
    stays = [(place, stay) for place, stay in stays if not is_for_the_evening(catalogue[place], frame)]
    if len(stays) < 2:
        return ()
    longest = max(stays, key=lambda each: each[1])
    others = tuple(place for place, _ in stays if place not in insisted and (place, _) != longest)
    out = longest[1] >= A_DAY_OUT and len(others) > BESIDE_A_DAY_OUT
    long = sum((stay for _, stay in stays), timedelta()) > habit.visiting
    return others if out or long else ()
