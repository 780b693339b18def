"""Whatever trip, city and roads there are, the schedule is one that a person could live through."""

from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from jz_travel.domain.clock import at, hours, time_of
from jz_travel.domain.opening import Closure, Hours, Opening
from jz_travel.domain.places import Catalogue
from jz_travel.domain.problems import (
    ArrivesAfterClosing,
    ArrivesAfterLastEntry,
    ClosedThatDay,
    ClosesDuringVisit,
    EndsLate,
    MissesFixedStart,
    NoTimeForLunch,
    UnknownPlace,
)
from jz_travel.domain.schedule import DaySchedule, Schedule, Visit
from jz_travel.domain.timetable import LUNCH_EARLIEST, LUNCH_LASTS, LUNCH_UNTIL, TOLERANCE, schedule
from jz_travel.domain.trip import Trip
from tests.strategies import CITY, NAMES, Roads, cities, closures, daylight, openings, trips

DOORS_SHUT = (ClosedThatDay, ArrivesAfterClosing, ArrivesAfterLastEntry)


@st.composite
def roads(draw: st.DrawFn) -> Roads:
    return Roads(**{place: draw(st.integers(0, 240)) for place in NAMES})


@st.composite
def journeys(draw: st.DrawFn) -> tuple[Trip, Catalogue, Schedule]:
    trip, city = draw(trips(most_days=2, most_stops=4)), draw(cities())
    return trip, city, schedule(trip, city, draw(roads()), daylight)


Journey = tuple[Trip, Catalogue, Schedule]


def visits(journey: Journey) -> list[tuple[DaySchedule, Visit]]:
    return [(day, visit) for day in journey[2].days for visit in day.visits]


@given(journeys())
def test_every_stop_of_the_trip_becomes_one_visit_in_its_order(journey: Journey) -> None:
    trip, _, result = journey
    assert [day.id for day in result.days] == [day.id for day in trip.days]
    for day, happens in zip(trip.days, result.days, strict=True):
        assert [(stop.id, stop.place) for stop in day.stops] == [(visit.stop, visit.place) for visit in happens.visits]


@given(journeys())
def test_time_never_runs_backwards(journey: Journey) -> None:
    for day in journey[2].days:
        moments = [day.starts]
        for visit in day.visits:
            moments += [visit.arrives, visit.enters, visit.leaves]
        moments.append(day.ends)
        assert moments == sorted(moments)


@given(journeys())
def test_each_arrival_is_the_last_departure_plus_the_way_and_what_was_eaten_before_it(journey: Journey) -> None:
    for day in journey[2].days:
        leaves = day.starts
        for visit in day.visits:
            way = visit.leg.lasts if visit.leg else timedelta()
            before_leaving = [meal for meal in day.meals if leaves <= meal.starts and meal.ends <= visit.arrives - way]
            eaten = sum((LUNCH_LASTS for meal in before_leaving if meal.before == visit.stop), timedelta())
            assert visit.arrives == leaves + eaten + way
            leaves = visit.leaves


@given(journeys())
def test_one_enters_through_an_open_door_or_the_visit_says_why_not(journey: Journey) -> None:
    _, city, _ = journey
    for day, visit in visits(journey):
        place = city.get(visit.place)
        if place is None:
            assert visit.problems == (UnknownPlace(visit.place),)
            continue
        intervals = place.hours.through_the_night(day.date)
        enters, leaves = time_of(visit.enters, day.date), time_of(visit.leaves, day.date)
        let_in = [each for each in intervals if each.opens <= enters <= each.last_entry]
        assert bool(let_in) == (not any(isinstance(problem, DOORS_SHUT) for problem in visit.problems))
        if let_in:
            too_long = any(isinstance(problem, ClosesDuringVisit) for problem in visit.problems)
            assert too_long == (leaves > let_in[0].closes)


@given(journeys())
def test_a_visit_lasts_as_long_as_wanted_and_longer_only_for_lunch(journey: Journey) -> None:
    trip, city, _ = journey
    for day, visit in visits(journey):
        place = city.get(visit.place)
        if place is not None:
            within = any(meal.during == visit.stop for meal in day.meals)
            longer = visit.lasts - (trip.stop(visit.stop).stay or place.visit.usual)
            assert timedelta() <= longer <= (LUNCH_LASTS if within else timedelta())


@given(journeys())
def test_a_fixed_start_is_never_entered_early_and_a_missed_one_is_said(journey: Journey) -> None:
    trip, city, _ = journey
    for day, visit in visits(journey):
        starts = trip.stop(visit.stop).starts
        if starts is not None and visit.place in city:
            assert visit.enters >= at(day.date, starts)
            missed = any(isinstance(problem, MissesFixedStart) for problem in visit.problems)
            assert missed == (visit.arrives > at(day.date, starts) + TOLERANCE)


@given(journeys())
def test_lunch_is_once_a_day_at_lunch_time_and_never_on_the_road(journey: Journey) -> None:
    trip, _, result = journey
    for day in result.days:
        assert len(day.meals) <= (1 if trip.day(day.id).lunch else 0)
        for meal in day.meals:
            assert LUNCH_EARLIEST <= time_of(meal.starts, day.date) <= LUNCH_UNTIL
            assert meal.ends - meal.starts == LUNCH_LASTS
            assert day.starts <= meal.starts
            assert meal.ends <= day.ends
            for starts, ends in on_the_road(day):
                assert meal.ends <= starts or meal.starts >= ends
            for visit in day.visits:
                if meal.during == visit.stop:
                    assert visit.enters <= meal.starts
                    assert meal.ends <= visit.leaves
                else:
                    assert meal.ends <= visit.enters or meal.starts >= visit.leaves


def on_the_road(day: DaySchedule) -> list[tuple[datetime, datetime]]:
    ways = [(visit.arrives - visit.leg.lasts, visit.arrives) for visit in day.visits if visit.leg]
    return [*ways, *([(day.ends - day.last_leg.lasts, day.ends)] if day.last_leg else [])]


@given(journeys())
def test_who_eats_is_never_told_that_there_was_no_time_to(journey: Journey) -> None:
    for day in journey[2].days:
        assert not (day.meals and NoTimeForLunch() in day.problems)
        assert day.problems.count(NoTimeForLunch()) <= 1


@given(journeys())
def test_lunch_alone_never_shuts_a_door(journey: Journey) -> None:
    """Where a visit would work without the lunch before it, it works with it."""
    trip, city, result = journey
    for day in result.days:
        for meal in day.meals:
            if meal.before is None:
                continue
            stop = trip.stop(meal.before)
            place = city[stop.place]
            visit = result.visits[stop.id]
            early = max(time_of(visit.arrives, day.date) - (LUNCH_LASTS if on_foot_before(day, visit) else timedelta()),
                        stop.starts or timedelta())  # fmt: skip
            stay = stop.stay or place.visit.usual
            fits = any(
                max(early, each.opens) <= each.last_entry and max(early, each.opens) + stay <= each.closes
                for each in place.hours.through_the_night(day.date)
            )
            if fits:
                assert not any(isinstance(problem, (*DOORS_SHUT, ClosesDuringVisit)) for problem in visit.problems)


def on_foot_before(day: DaySchedule, visit: Visit) -> bool:
    """Whether one ate before setting out."""
    return any(meal.before == visit.stop and meal.ends <= visit.arrives for meal in day.meals)


@given(journeys())
def test_a_day_is_the_sum_of_its_parts(journey: Journey) -> None:
    for day in journey[2].days:
        waited = sum((visit.enters - visit.arrives for visit in day.visits), timedelta())
        outside = sum(
            (meal.ends - meal.starts for meal in day.meals if not waiting_or_inside(day, meal.starts)), timedelta()
        )
        assert day.ends - day.starts == day.travelling + day.visiting + waited + outside


def waiting_or_inside(day: DaySchedule, moment: datetime) -> bool:
    return any(visit.arrives <= moment < visit.leaves for visit in day.visits)


@given(journeys())
def test_a_day_that_is_over_too_late_says_by_how_much(journey: Journey) -> None:
    trip, _, result = journey
    for day in result.days:
        wanted = trip.day(day.id).ends_by
        late = [problem for problem in day.problems if isinstance(problem, EndsLate)]
        ends = time_of(day.ends, day.date)
        assert late == ([EndsLate(ends, wanted)] if ends > wanted else [])


@given(trips(), cities(), roads())
def test_the_same_trip_always_has_the_same_schedule(trip: Trip, city: Catalogue, roads: Roads) -> None:
    assert schedule(trip, city, roads, daylight).days == schedule(trip, city, roads, daylight).days


@given(journeys())
def test_totals_are_those_of_the_parts(journey: Journey) -> None:
    for day in journey[2].days:
        assert day.metres == sum(leg.metres or 0 for leg in day.legs())
        assert len([*day.legs()]) <= len(day.visits) + 1
    counted = sum(
        journey[2].count(severity) for severity in {p.severity for d in journey[2].days for p in d.all_problems}
    )
    assert counted == sum(len(day.all_problems) for day in journey[2].days)


@settings(max_examples=10)
@given(trips(most_days=1, most_stops=0))
def test_a_day_without_stops_ends_where_it_starts(trip: Trip) -> None:
    day = schedule(trip, CITY, Roads(), daylight).days[0]
    assert (day.ends, day.visits, day.meals, day.last_leg) == (day.starts, (), (), None)


# Opening hours


@given(st.lists(openings(), max_size=4), st.lists(closures(), max_size=2), st.dates())
def test_intervals_of_a_day_are_in_order_and_apart(
    given_openings: list[Opening], given_closures: list[Closure], day: date
) -> None:
    intervals = Hours(tuple(given_openings), tuple(given_closures)).on(day)
    assert all(each.opens <= each.last_entry <= each.closes for each in intervals)
    assert all(before.closes < after.opens for before, after in pairwise(intervals))
    if any(closure.first <= day <= closure.last for closure in given_closures):
        assert intervals == ()
    for each in given_openings:
        if each.on(day) and intervals:
            assert any(whole.opens <= each.opens and each.closes <= whole.closes for whole in intervals)


@given(st.lists(openings(), min_size=1, max_size=4), trips(most_days=1, most_stops=0))
def test_the_night_only_makes_the_last_interval_longer(given_openings: list[Opening], trip: Trip) -> None:
    place_hours = Hours(tuple(given_openings))
    usual, night = place_hours.on(trip.starts), place_hours.through_the_night(trip.starts)
    assert len(usual) == len(night)
    assert usual[:-1] == night[:-1]
    if usual != night:
        assert usual[-1].closes == hours(24) < night[-1].closes
