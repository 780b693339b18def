"""Whether the reasons of a plan are true: what each speaks of is carried out anew, and the verifier is asked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, permutations

from jz_travel.domain.clock import hours, minutes
from jz_travel.domain.places import BASES, Kind, Place, PlaceId
from jz_travel.domain.plan import LeftOut, Plan
from jz_travel.domain.reasons import (
    Avoided,
    ClosedThen,
    ClosesTooSoon,
    DarkTooSoon,
    DaysLocked,
    EndsTooLate,
    EnoughAlike,
    LastEntryMissed,
    LessWorth,
    NoMealThen,
    NoTimeLeft,
    NotInTheCatalogue,
    NotLocated,
    NotWorthTheWay,
    OpensTooLate,
    OverBudget,
    Reason,
    SeenInParts,
    SeenWith,
    TooFar,
    TooManySteps,
    TooMuchDriving,
    TooMuchOnFoot,
)
from jz_travel.domain.request import Pace
from jz_travel.domain.trip import Stop, StopId, Trip
from jz_travel.domain.violations import Rule
from jz_travel.planner import World, as_plan, verify
from jz_travel.planner.frames import Frame, frames
from jz_travel.planner.habits import HABITS
from jz_travel.planner.world import Careful
from tests.planner.liked import EVENING, Liked

NEW = StopId("looked-at")
QUARTER = minutes(15)
MOST_ORDERS = 720


def confirmed(left: LeftOut, plan: Plan, world: World) -> str:
    """Empty when the reason is true; else what is wrong with it."""
    known, request, reason = world.catalogue.get(left.place), plan.request, left.reason
    here = set(plan.places)
    match reason:
        case Avoided():
            return _if(left.place not in request.avoid, "nobody asked to avoid it")
        case NotInTheCatalogue():
            visitable = known and known.kind not in BASES and (known.kind is not Kind.OWN or known.position)
            return _if(bool(visitable), "it is a place to visit")
        case DaysLocked():
            return _if(len(set(request.locked_days)) < len(plan.trip.days), "a day is open")
    if known is None:
        return "there is no such place"
    match reason:
        case NotLocated():
            area = world.catalogue.area_of(known)
            return _if(bool(known.position or (area and area.position)), "it has a position")
        case TooManySteps():
            rules = {rule for each in _with(plan, known, world) for rule in _broken(each, world)}
            return _if(Rule.NOT_ON_FOOT not in rules, "the verifier finds no steps")
        case SeenWith(area):
            return _if(known.area != area or area not in here, "its area is not visited")
        case SeenInParts(sights):
            return _if(not set(sights) <= here, "its parts are not visited")
        case ClosedThen(days):
            return _closed(known, days, plan, world)
        case OverBudget():
            return _over_budget(reason, known, plan, world)
        case LessWorth(day, than):
            return _instead(day, than, known, plan, world)
        case NotWorthTheWay(day, extra):
            return _on_the_way(day, extra, known, plan, world)
        case _:
            return _as_told(reason, known, plan, world) or _fits_nowhere(known, plan, world)


def _if(wrong: bool, what: str) -> str:
    return what if wrong else ""


def _as_told(reason: Reason, place: Place, plan: Plan, world: World) -> str:
    """Whether the figures of a reason are those of the place and the request."""
    request = plan.request
    match reason:
        case LastEntryMissed(day, last_entry, arrives):
            known = {each.last_entry for each in place.hours.through_the_night(day)} | _over(place, day)
            return _if(last_entry not in known or arrives <= last_entry, "the last entry is another")
        case ClosesTooSoon(day, closes, missing):
            return _if(closes not in _over(place, day) or missing <= timedelta(), "it closes at another time")
        case OpensTooLate(day, opens, wait):
            known = {each.opens for each in place.hours.through_the_night(day)}
            return _if(opens not in known or wait < minutes(20), "it opens at another time")
        case DarkTooSoon(day, sunset):
            return _if(not place.outdoor or sunset != world.daylight(day)[1], "the sun does not matter")
        case NoTimeLeft(_, needs, missing):
            return _if(not timedelta() < missing <= needs, "the sum is wrong")
        case TooFar(day, on_the_road, missing):
            right = timedelta() < on_the_road in _ways_there(place, day, plan, world) and missing > timedelta()
            return _if(not right, "the sum is wrong")
        case EndsTooLate(day, begins, ends, latest):
            known = {each.opens for each in place.hours.on(day)}
            late_enough = begins >= min(known) >= hours(17) and ends >= begins + place.visit.short
            return _if(not late_enough or ends <= latest, "one would be back in time")
        case TooMuchDriving(_, would_be, most):
            return _if(most != request.driving or would_be <= most, "no limit is broken")
        case TooMuchOnFoot(_, would_be, most):
            return _if(most != request.on_foot or would_be <= most, "no limit is broken")
        case EnoughAlike(like):
            return _if(not set(like) <= set(plan.places), "those are not in the plan")
        case NoMealThen():
            return _if(not (request.lunch or request.dinner), "nobody asked for meals")
    return "nobody knows this reason"


def _ways_there(place: Place, day: date, plan: Plan, world: World) -> set[timedelta]:
    """The time on the road of a day with nothing else in it."""
    index, days = (day - plan.request.starts).days, plan.trip.days
    empty = replace(plan.trip, days=(*days[:index], replace(days[index], stops=()), *days[index + 1 :]))
    bare = as_plan(empty, world.catalogue, world.travel, world.daylight)
    return {
        each.schedule.days[index].travelling for each in _with(bare, place, world, only=index, starts=range(540, 541))
    }


def _over(place: Place, day: date) -> set[timedelta]:
    return {each.closes for each in place.hours.through_the_night(day)}


def _closed(place: Place, days: tuple[date, ...], plan: Plan, world: World) -> str:
    free = [day.date for number, day in enumerate(plan.schedule.days, 1) if number not in plan.request.locked_days]
    if list(days) != free:
        return "other days are open"
    for each in _with(plan, place, world, starts=range(0, 24 * 60, 60)):
        if not {Rule.CLOSED, Rule.TOO_EARLY_THERE} & set(_broken(each, world)):
            return "it is open"
    return ""


def _over_budget(reason: OverBudget, place: Place, plan: Plan, world: World) -> str:
    if reason.costs <= reason.left:
        return "it can be paid"
    within = [each for each in _with(plan, place, world) if Rule.OVER_BUDGET not in _broken(each, world)]
    return _if(bool(within), "the verifier finds it can be paid")


def _instead(day: date, than: tuple[PlaceId, ...], place: Place, plan: Plan, world: World) -> str:
    index = (day - plan.request.starts).days
    if not set(than) <= {stop.place for stop in plan.trip.days[index].stops}:
        return "those are not visited that day"
    fits = next(_fitting(index, place, plan, world, than), None)
    return _if(fits is None, f"it does not fit instead of {', '.join(than) or 'nothing'}") or _if(
        not than, "instead of nothing"
    )


def _on_the_way(day: date, extra: timedelta, place: Place, plan: Plan, world: World) -> str:
    index, found = (day - plan.request.starts).days, set[timedelta]()
    before = plan.schedule.days[index].travelling
    for each in _fitting(index, place, plan, world):
        found.add(each.schedule.days[index].travelling - before)
        if extra in found:
            return ""
    return f"it adds {min(found)}, not {extra}" if found else "it does not fit"


def _fitting(index: int, place: Place, plan: Plan, world: World, without: tuple[PlaceId, ...] = ()) -> Iterator[Plan]:
    """A day with the place in it that holds: its visits as they are, then in any order, then set out at any time."""
    stops = tuple(stop for stop in plan.trip.days[index].stops if stop.place not in without)
    orders = list(islice(permutations(stops), MOST_ORDERS))
    for step in (QUARTER, minutes(5)):
        for order in orders:
            days = plan.trip.days
            trip = replace(plan.trip, days=(*days[:index], replace(days[index], stops=order), *days[index + 1 :]))
            other = as_plan(trip, world.catalogue, world.travel, world.daylight)
            tried = _with(other, place, world, only=index, step=step)
            yield from (each for each in tried if _holds(each, plan, place, world))


def _fits_nowhere(place: Place, plan: Plan, world: World) -> str:
    for each in _with(plan, place, world):
        if _holds(each, plan, place, world):
            on = next(day for day in each.schedule.days for visit in day.visits if visit.stop == NEW)
            return f"it fits on {on.date}: {[(v.place, f'{v.enters:%H:%M}') for v in on.visits]} from {on.starts:%H:%M}"
    return ""


def _with(
    plan: Plan,
    place: Place,
    world: World,
    only: int | None = None,
    starts: range | None = None,
    step: timedelta = QUARTER,
) -> Iterator[Plan]:
    """The plan with the place at every position of every day that is not locked, the day begun at several hours."""
    its_frames = frames(plan.request, world, plan.trip)
    for index, day in enumerate(plan.trip.days):
        frame = its_frames[index]
        if frame.locked or frame.none or only not in (None, index) or _pinned_elsewhere(place.id, index, plan):
            continue
        for position in range(len(day.stops) + 1):
            for new in _visits(place, frame, plan):
                for stops in _shows_later((*day.stops[:position], new, *day.stops[position:])):
                    at = map(minutes, starts) if starts else _beginnings(stops, frame, day.starts, plan, world, step)
                    for begins in at:
                        yield _shown(plan.trip, index, stops, begins, world)


def _shown(trip: Trip, index: int, stops: tuple[Stop, ...], starts: timedelta, world: World) -> Plan:
    day = replace(trip.days[index], stops=stops, starts=starts)
    trip = replace(trip, days=(*trip.days[:index], day, *trip.days[index + 1 :]))
    return as_plan(trip, world.catalogue, world.travel, world.daylight)


def _shows_later(stops: tuple[Stop, ...]) -> Iterator[tuple[Stop, ...]]:
    """A show that the plan has in the evening can also be seen a little later."""
    yield stops
    for later in (minutes(5 * number) for number in range(1, 13)):
        moved = tuple(
            replace(stop, starts=stop.starts + later)
            if stop.id != NEW and stop.starts is not None and stop.starts >= EVENING and not stop.locked
            else stop
            for stop in stops
        )
        if moved != stops:
            yield moved


def _pinned_elsewhere(place: PlaceId, index: int, plan: Plan) -> bool:
    return any(pin.place == place and pin.day - 1 != index for pin in plan.request.pins)


def _visits(place: Place, frame: Frame, plan: Plan) -> Iterator[Stop]:
    starts = next((pin.starts for pin in plan.request.pins if pin.place == place.id), None)
    spans = place.hours.on(frame.date)
    if starts is None and spans and spans[0].opens >= EVENING and plan.request.dinner:
        stays = (None, place.visit.short) if plan.request.pace is Pace.PACKED else (None,)
        for late in (*range(0, 31, 5), *range(60, 121, 30)):  # dinner comes first
            for stay in stays:
                yield Stop(NEW, place.id, stay, spans[0].opens + minutes(late))
        return
    yield Stop(NEW, place.id, starts=starts)
    if plan.request.pace is Pace.PACKED and place.visit.short < place.visit.usual:
        yield Stop(NEW, place.id, place.visit.short, starts)
    if plan.request.pace is Pace.RELAXED and place.visit.usual < hours(5):  # a quarter longer
        longer = min(place.visit.long, place.visit.usual * 1.25 // minutes(5) * minutes(5))
        yield Stop(NEW, place.id, longer, starts)


def _beginnings(
    stops: tuple[Stop, ...], frame: Frame, now: timedelta, plan: Plan, world: World, step: timedelta
) -> Iterator[timedelta]:
    """Every step of time at which people would set out for these visits, the first of which may open late."""
    first = world.catalogue.get(stops[0].place)
    lasts = stops[0].stay or (first.visit.usual if first else timedelta())
    earliest = min(frame.earliest, frame.starts)
    if lasts < hours(5) and stops[0].place not in plan.request.insisted:
        earliest = max(earliest, frame.starts - minutes(30))
    opens = [span.opens for span in first.hours.through_the_night(frame.date)] if first else []
    show = stops[-1].starts or timedelta()  # for which nobody waits all day
    latest = max((frame.starts + minutes(60), *opens, min(show - hours(5), hours(13))))
    if now >= earliest:  # who set out early for another visit does not for this one
        yield now
    while earliest <= latest:
        if earliest != now:
            yield earliest
        earliest += step


def _broken(plan: Plan, world: World) -> tuple[Rule, ...]:
    return tuple(each.rule for each in verify(plan, plan.request, world.catalogue, world.travel, world.daylight))


def _holds(tried: Plan, plan: Plan, place: Place, world: World) -> bool:
    """Whether the verifier finds nothing that it did not find before, and it is a day as people like it."""
    if set(_broken(tried, world)) - {each.rule for each in plan.violations} - {Rule.MUST_MISSING, Rule.PIN_MISSED}:
        return False
    careful = Careful(world.travel, HABITS[plan.request.pace].buffer)
    late = as_plan(tried.trip, world.catalogue, careful, world.daylight)
    its_frames = frames(plan.request, world, plan.trip)
    for index, (day, slow) in enumerate(zip(tried.schedule.days, late.schedule.days, strict=True)):
        if not any(visit.stop == NEW for visit in day.visits):
            continue
        rules = {each.rule for each in verify(late, plan.request, world.catalogue, careful, world.daylight)}
        clash = {
            Rule.AFTER_LAST_ENTRY,
            Rule.CLOSES_DURING,
            Rule.CLOSED,
            Rule.IN_THE_DARK,
            Rule.ENDS_TOO_LATE,
            Rule.PIN_MISSED,
        }
        if rules & clash - {each.rule for each in plan.violations}:
            return False
        day_as_liked = Liked(its_frames[index], plan, world)
        return day_as_liked.evening(day) and day_as_liked.evening(slow) and day_as_liked.full(day)
    return False
