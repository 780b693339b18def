"""An independent check of a plan: it shares no code with the planner, nor with what derives a schedule.

It reads the times that the plan says and does its own arithmetic with the catalogue's hours, the ways and the sun.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from jz_travel.domain.clock import CHINA
from jz_travel.domain.places import BASES, Catalogue, Place, PlaceId
from jz_travel.domain.plan import Plan
from jz_travel.domain.request import Party, Request
from jz_travel.domain.schedule import DaySchedule, Meal, Visit
from jz_travel.domain.travel import Travel
from jz_travel.domain.trip import Day
from jz_travel.domain.violations import Rule, Violation

H = timedelta(hours=1)
MIN = timedelta(minutes=1)
STEEP = {"mountain_area", "peak", "ridge", "gorge", "waterfall", "skywalk"}
Hours = list[tuple[datetime, datetime, datetime]]  # opens, closes, last entry
Sun = Callable[[date], tuple[timedelta, timedelta]]


def verify(plan: Plan, request: Request, catalogue: Catalogue, travel: Travel, daylight: Sun) -> tuple[Violation, ...]:
    """Everything that is wrong with a plan as an answer to a request; nothing, when it works."""
    days = plan.schedule.days
    found = [*_ends(plan, request)]
    dinners = plan.dinners or (None,) * len(days)
    for number, (day, dinner) in enumerate(zip(days, dinners, strict=True)):
        found += _day(plan.trip.days[number], day, number, len(days), dinner, request, catalogue, travel)
        for visit in day.visits:
            found += _visit(visit, day, plan.trip.days[number], request, catalogue, daylight, dinner)
    found += _whole(plan, request, catalogue)
    return tuple(found)


def _ends(plan: Plan, request: Request) -> Iterator[Violation]:
    days = plan.schedule.days
    if len(days) != max(1, min(60, request.days)):
        yield Violation(Rule.WRONG_NUMBER_OF_DAYS)
    for number, day in enumerate(days):
        if day.date != request.starts + timedelta(days=number):
            yield Violation(Rule.WRONG_DATE, day.date)
        if number and day.origin != days[number - 1].destination:
            yield Violation(Rule.WRONG_START, day.date, day.origin)
        wanted = request.lodging[min(number, len(request.lodging) - 1)] if request.lodging else None
        locked = number + 1 in request.locked_days
        if number + 1 < len(days) and wanted is not None and day.destination != wanted and not locked:
            yield Violation(Rule.WRONG_LODGING, day.date, day.destination)
    if request.arrival is not None and days[0].origin != request.arrival:
        yield Violation(Rule.WRONG_START, days[0].date, days[0].origin)
    last = request.departure or request.arrival
    if last is not None and days[-1].destination != last:
        yield Violation(Rule.WRONG_END, days[-1].date, days[-1].destination)


def _day(
    asked: Day,
    day: DaySchedule,
    number: int,
    count: int,
    dinner: Meal | None,
    request: Request,
    catalogue: Catalogue,
    travel: Travel,
) -> Iterator[Violation]:
    midnight = datetime.combine(day.date, time(), CHINA)
    if not day.visits:
        return
    yield from _ways(asked, day, catalogue, travel)
    if number == 0 and request.arrives is not None and day.starts < midnight + request.arrives:
        yield Violation(Rule.STARTS_TOO_EARLY, day.date, by=midnight + request.arrives - day.starts)
    if request.leaves_at is not None and day.starts < midnight + request.leaves_at:
        yield Violation(Rule.STARTS_TOO_EARLY, day.date, by=midnight + request.leaves_at - day.starts)
    latest = [asked.ends_by]
    latest += [request.back_by] if request.back_by is not None else []
    latest += [request.departs] if number + 1 == count and request.departs is not None else []
    if day.ends > midnight + min(latest):
        yield Violation(Rule.ENDS_TOO_LATE, day.date, by=day.ends - midnight - min(latest))
    yield from _meals(day, midnight, number + 1 == count, dinner, request)
    road = sum((travel.leg(leg.origin, leg.destination, asked.mode).lasts for leg in day.legs()), timedelta())
    if request.driving is not None and road > request.driving:
        yield Violation(Rule.TOO_MUCH_DRIVING, day.date, by=road - request.driving)
    outside = [v.leaves - v.enters for v in day.visits if v.place in catalogue and catalogue[v.place].outdoor]
    if request.on_foot is not None and sum(outside, timedelta()) > request.on_foot:
        yield Violation(Rule.TOO_MUCH_ON_FOOT, day.date, by=sum(outside, timedelta()) - request.on_foot)


def _ways(asked: Day, day: DaySchedule, catalogue: Catalogue, travel: Travel) -> Iterator[Violation]:
    """Each leg leads from where one is to where one goes next, and there is time for it."""
    here, now = day.origin, day.starts
    stops = [(visit.leg, visit.place, visit.arrives) for visit in day.visits]
    stops += [(day.last_leg, day.destination, day.ends)] if day.destination else []
    for leg, there, arrives in stops:
        lasts = timedelta()
        if here is not None and here in catalogue and there in catalogue:
            lasts = travel.leg(here, there, asked.mode).lasts
            if leg is None or (leg.origin, leg.destination, leg.lasts) != (here, there, lasts):
                yield Violation(Rule.WRONG_LEG, day.date, there)
        if arrives < now + lasts:
            yield Violation(Rule.TOO_EARLY_THERE, day.date, there, arrives, now + lasts - arrives)
        visit = next((each for each in day.visits if each.place == there and each.arrives == arrives), None)
        here, now = there, visit.leaves if visit else arrives
    for visit in day.visits:
        if not visit.arrives <= visit.enters <= visit.leaves:
            yield Violation(Rule.TIMES_OUT_OF_ORDER, day.date, visit.place, visit.enters)


def _meals(
    day: DaySchedule, midnight: datetime, last: bool, dinner: Meal | None, request: Request
) -> Iterator[Violation]:
    noon = [meal for meal in day.meals if meal.kind == "lunch"]
    out_at_noon = day.starts < midnight + 13.5 * H < day.ends
    if request.lunch and out_at_noon and not any(_in_time(meal, midnight, 11 * H, 13.5 * H) for meal in noon):
        yield Violation(Rule.NO_LUNCH, day.date)
    if request.dinner and not last and not (dinner and _in_time(dinner, midnight, 17.5 * H, 20 * H)):
        yield Violation(Rule.NO_DINNER, day.date)
    for meal in (*noon, *((dinner,) if dinner else ())):
        busy = [(v.enters, v.leaves) for v in day.visits if v.stop != meal.during]
        ways = [(v.leg, v.arrives) for v in day.visits] + [(day.last_leg, day.ends)]
        busy += [(arrives - leg.lasts, arrives) for leg, arrives in ways if leg is not None]
        if any(starts < meal.ends and meal.starts < ends for starts, ends in busy):
            yield Violation(Rule.MEAL_OVERLAPS, day.date, moment=meal.starts)


def _in_time(meal: Meal, midnight: datetime, first: timedelta, latest: timedelta) -> bool:
    return midnight + first <= meal.starts <= midnight + latest and meal.ends - meal.starts >= 45 * MIN


def _visit(
    visit: Visit,
    day: DaySchedule,
    asked: Day,
    request: Request,
    catalogue: Catalogue,
    daylight: Sun,
    dinner: Meal | None,
) -> Iterator[Violation]:
    place = catalogue.get(visit.place)
    if place is None or place.kind in BASES:
        yield Violation(Rule.UNKNOWN_PLACE if place is None else Rule.NOT_A_SIGHT, day.date, visit.place)
        return
    yield from _doors(visit, day.date, place)
    meals = (*day.meals, *((dinner,) if dinner else ()))
    during = sum((meal.ends - meal.starts for meal in meals if meal.during == visit.stop), timedelta())
    lasts = visit.leaves - visit.enters
    if lasts < place.visit.short or (lasts < 4 * H and lasts - during < place.visit.short):
        yield Violation(Rule.TOO_SHORT, day.date, place.id, by=place.visit.short - lasts + during)
    midnight = datetime.combine(day.date, time(), CHINA)
    sunrise, sunset = daylight(day.date)
    if place.outdoor and (visit.enters < midnight + sunrise or visit.leaves > midnight + sunset):
        yield Violation(Rule.IN_THE_DARK, day.date, place.id, visit.leaves)
    starts = next((stop.starts for stop in asked.stops if stop.id == visit.stop), None)
    eaten = sum((m.ends - m.starts for m in meals if visit.arrives <= m.starts and m.ends <= visit.enters), timedelta())
    wait = visit.enters - visit.arrives - eaten
    pinned = any(pin.place == place.id and pin.starts is not None for pin in request.pins)
    if wait >= (20 * MIN if starts is None else 60 * MIN) and not pinned:
        yield Violation(Rule.LONG_WAIT, day.date, place.id, visit.arrives, wait)
    if request.party.step_free and _steep(place, catalogue):
        yield Violation(Rule.NOT_ON_FOOT, day.date, place.id)


def _steep(place: Place, catalogue: Catalogue) -> bool:
    """Whether the place, or a well-known one inside it, is of a steep kind or told to have steps."""
    inside = [each for each in catalogue if each.area == place.id and each.tier <= 3]
    return any(each.kind in STEEP or any(note.kind == "steps" for note in each.notes) for each in (place, *inside))


def _doors(visit: Visit, day: date, place: Place) -> Iterator[Violation]:
    spans = _open(place, day)
    if not spans:
        yield Violation(Rule.CLOSED, day, place.id)
        return
    inside = [span for span in spans if span[0] <= visit.enters <= span[1]]
    if not inside:
        yield Violation(Rule.CLOSED, day, place.id, visit.enters)
    elif visit.enters > inside[0][2]:
        yield Violation(Rule.AFTER_LAST_ENTRY, day, place.id, visit.enters, visit.enters - inside[0][2])
    elif visit.leaves > inside[0][1]:
        yield Violation(Rule.CLOSES_DURING, day, place.id, visit.leaves, visit.leaves - inside[0][1])


def _open(place: Place, day: date) -> Hours:
    """When the doors are open on a day, by the catalogue's own lines; overlapping lines are one."""
    spans: Hours = []
    for each in (day, day + timedelta(days=1)):
        midnight = datetime.combine(each, time(), CHINA)
        if any(closure.first <= each <= closure.last for closure in place.hours.closures):
            continue
        for line in place.hours.openings:
            first, last, today = line.season.first, line.season.last, (each.month, each.day)
            in_season = first <= today <= last if first <= last else today >= first or today <= last
            if in_season and each.isoweekday() in line.weekdays:
                entry = line.closes if line.last_entry is None else line.last_entry
                spans.append((midnight + line.opens, midnight + line.closes, midnight + entry))
    spans.sort()
    merged: Hours = []
    for span in spans:
        joined = span
        if merged and span[0] <= merged[-1][1]:
            before = merged.pop()
            joined = (before[0], max(before[1], span[1]), max(before[2], span[2]))
        merged.append(joined)
    tomorrow = datetime.combine(day, time(), CHINA) + timedelta(days=1)
    return [span for span in merged if span[0] < tomorrow]


def _whole(plan: Plan, request: Request, catalogue: Catalogue) -> Iterator[Violation]:
    visits = [(visit, day) for day in plan.schedule.days for visit in day.visits]
    places = [visit.place for visit, _ in visits]
    insisted = {*request.musts, *(pin.place for pin in request.pins)}
    locked = {stop.place for stop in plan.trip.stops() if stop.locked}
    for visit, day in visits:
        place = catalogue.get(visit.place)
        if visit.place in request.avoid and visit.place not in locked:
            yield Violation(Rule.AVOIDED, day.date, visit.place)
        if places.count(visit.place) > 1:
            yield Violation(Rule.TWICE, day.date, visit.place)
        if place and place.area in places and not {place.id, place.area} & (insisted | locked):
            yield Violation(Rule.AREA_AND_SIGHT, day.date, visit.place)
    told = {left.place for left in plan.left_out} | {d.place for c in plan.conflicts for d in c.demands}
    for must in insisted - set(places) - told:
        yield Violation(Rule.MUST_MISSING, place=must)
    for pin in request.pins:
        yield from _pin(plan, pin.place, pin.day, pin.starts, request, told)
    if request.budget is not None and (costs := _tickets(plan, catalogue, request.party)) > request.budget:
        yield Violation(Rule.OVER_BUDGET, by=timedelta(seconds=costs - request.budget))


def _pin(
    plan: Plan, place: PlaceId, number: int, starts: timedelta | None, request: Request, told: set[PlaceId | None]
) -> Iterator[Violation]:
    day = request.starts + timedelta(days=number - 1)
    times = [(each.date, v.arrives, v.enters) for each in plan.schedule.days for v in each.visits if v.place == place]
    if not times:
        return  # a must that is missing is told as such
    wanted = datetime.combine(day, time(), CHINA) + starts if starts is not None else None
    there = [(on, arrives, enters) for on, arrives, enters in times if on == day]
    late = wanted is not None and not any(a <= wanted + 5 * MIN and e >= wanted for _, a, e in there)
    if (not there or late) and place not in told:
        yield Violation(Rule.PIN_MISSED, day, place)


def _tickets(plan: Plan, catalogue: Catalogue, party: Party) -> float:
    """The known prices of all gates that are passed, an area's once."""
    total, paid = 0.0, set()
    for day in plan.schedule.days:
        for visit in day.visits:
            place = catalogue.get(visit.place)
            for gate in (place, catalogue.get(place.area) if place else None):
                if gate is not None and gate.id not in paid:
                    paid.add(gate.id)
                    total += _gate(gate, party, day.date)
    return total


def _gate(place: Place, party: Party, day: date) -> float:
    total = 0.0
    for kinds in ({"admission", "combined"}, {"shuttle"}):
        lines = [ticket for ticket in place.tickets if ticket.what in kinds and day in ticket.season]
        adult = [t.price for t in lines if t.who in {"adult", "everyone"} and not isinstance(t.price, str)]
        full = float(adult[0]) if adult else 0.0
        for who, count in (
            ("adult", party.adults),
            ("student", party.students),
            ("child", party.children),
            ("senior", party.seniors),
        ):
            own = next((t.price for t in lines if t.who in {who, "everyone"}), None)
            price = full if own is None else full / 2 if own == "half" else 0.0 if own == "free" else float(own)
            total += price * count
    return total
