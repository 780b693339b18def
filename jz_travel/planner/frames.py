"""The days of a request before anything is put into them: when each may begin and when it has to be over."""

from dataclasses import dataclass
from datetime import date, timedelta

from jz_travel.domain.clock import MIDNIGHT, hours, minutes
from jz_travel.domain.request import Request
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import LATEST, MOST_DAYS, Trip
from jz_travel.planner.habits import ARRIVAL_TAKES, DEPARTURE_TAKES, HABITS
from jz_travel.planner.world import World

EARLIER_IN_CROWDS = minutes(30)


@dataclass(frozen=True, slots=True)
class Frame:
    """``earliest`` is for a visit that takes the whole day, ``starts`` for every other day.

    ``done``: so many visits of the day have begun already. ``locked``: the visitor keeps this day as it is.
    ``none``: there is no time for anything on it.
    """

    date: date
    earliest: timedelta
    starts: timedelta
    evening: timedelta
    ends_by: timedelta
    sunrise: timedelta
    sunset: timedelta
    mode: Mode
    load: int = 0
    done: int = 0
    locked: bool = False
    none: bool = False


def frames(request: Request, world: World, current: Trip | None = None) -> tuple[Frame, ...]:
    """One frame a day, at least one; ``current`` is the trip whose locked days keep their hours."""
    count = max(1, min(MOST_DAYS, request.days))
    return tuple(_frame(request, world, day, day == count - 1, current) for day in range(count))


def _frame(request: Request, world: World, day: int, last: bool, current: Trip | None) -> Frame:
    habit, the_date = HABITS[request.pace], request.date_of(day)
    load = world.load(the_date)
    earliest, starts, ends_by = habit.earliest, habit.starts, habit.back_by
    if load >= 2:
        starts = max(earliest, starts - EARLIER_IN_CROWDS)
    if request.leaves_at is not None:
        earliest, starts = request.leaves_at, max(request.leaves_at, starts)
    if request.back_by is not None:
        ends_by = request.back_by
    if day == 0 and request.arrives is not None:
        ready = request.arrives + ARRIVAL_TAKES
        earliest, starts = max(earliest, ready), max(starts, ready)
    if last and request.departs is not None:
        ends_by = min(ends_by, request.departs - DEPARTURE_TAKES)
    none = request.days < 1 or starts >= ends_by or starts > LATEST
    if none:
        starts = earliest = min(max(starts, MIDNIGHT), LATEST - minutes(30))
        ends_by = starts + minutes(30)
    sunrise, sunset = world.daylight(the_date)
    evening = min(ends_by, max(habit.evening, ends_by - hours(2)) if request.back_by else habit.evening)
    locked = current is not None and day < len(current.days) and day + 1 in request.locked_days
    return Frame(
        the_date,
        earliest,
        starts,
        evening,
        ends_by,
        sunrise,
        sunset,
        request.mode_of(day),
        load,
        locked=locked,
        none=none,
    )
