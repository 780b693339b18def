"""Small random puzzles, every plan there is for them, and a check that shares no code with the planner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise, permutations, product

from hypothesis import strategies as st

from jz_travel.planner.engine import Day, Legs, Option, Plan, Problem, Wish

Visits = tuple[tuple[int, int], ...]  # wishes and options in the order of a day
DAY = 24  # units of time; visits take a few


@st.composite
def puzzles(draw: st.DrawFn, *, wishes: int = 3, days: int = 2) -> Problem:
    """A few wishes with one or two options each, one or two days, now and then a load, a must or a limit."""
    places = draw(st.integers(2, 4))
    axis = DAY * draw(st.integers(1, days))
    numbers = st.integers(0, 9)
    options = st.builds(
        lambda location, opens, width, stay, prize, load: Option(location, opens, opens + width, stay, prize, (load,)),
        st.integers(0, places - 1),
        st.integers(0, axis),
        st.integers(0, DAY),
        st.integers(0, 6),
        numbers,
        st.integers(0, 2),
    )
    wish = st.builds(Wish, st.lists(options, min_size=1, max_size=2).map(tuple), st.booleans())
    day = st.builds(
        lambda start, end, opens, load, longest, farthest: Day(start, end, opens, DAY - 2, (load,), longest, farthest),
        st.integers(0, places - 1),
        st.integers(0, places - 1),
        st.integers(0, 8),
        st.integers(0, 4),
        st.none() | st.integers(4, 20),
        st.none() | st.integers(0, 20),
    )
    table = st.lists(st.integers(1, 6), min_size=places * places, max_size=places * places).map(
        lambda flat: tuple(
            tuple(0 if row == column else flat[row * places + column] for column in range(places))
            for row in range(places)
        )
    )
    trip = tuple(
        replace(alone, opens=alone.opens + DAY * number, closes=alone.closes + DAY * number)
        for number, alone in enumerate(draw(st.lists(day, min_size=axis // DAY, max_size=axis // DAY)))
    )
    found = draw(st.lists(wish, min_size=1, max_size=wishes))
    return Problem(tuple(found), trip, (draw(st.builds(Legs, table, table)),))


def day_fits(problem: Problem, day: Day, visits: Visits) -> bool:
    """Whether some moment to leave lets these (wish, option) pairs be visited in this order within all limits."""
    options = [problem.wishes[wish].options[choice] for wish, choice in visits]
    legs = problem.legs[day.legs]
    stops = [day.start, *(option.location for option in options), day.end]
    way = sum(legs.distances[a][b] for a, b in pairwise(stops))
    loads = [sum(option.loads[kind] for option in options) for kind in range(len(day.capacity))]
    if any(load > limit for load, limit in zip(loads, day.capacity, strict=True)):
        return False
    if day.farthest is not None and way > day.farthest:
        return False
    moments = range(day.opens, day.opens + 1 if day.longest is None else day.closes + 1)
    return any(_leaving_at_fits(problem, day, visits, moment) for moment in moments)


def _leaving_at_fits(problem: Problem, day: Day, visits: Visits, moment: int) -> bool:
    now, here, travel = moment, day.start, problem.legs[day.legs].durations
    for wish, choice in visits:
        option = problem.wishes[wish].options[choice]
        now = max(now + travel[here][option.location], option.earliest)
        if now > option.latest:
            return False
        now, here = now + option.duration, option.location
    now += travel[here][day.end]
    return now <= day.closes and (day.longest is None or now - moment <= day.longest)


def all_plans(problem: Problem) -> Iterator[tuple[Visits, ...]]:
    """Every way to take options on days, in an order that keeps all limits."""

    @cache
    def order(day: int, visits: Visits) -> Visits | None:
        if not visits:  # such a day is spent as one likes
            return ()
        return next((way for way in permutations(visits) if day_fits(problem, problem.days[day], way)), None)

    ways = [[None, *product(range(len(wish.options)), range(len(problem.days)))] for wish in problem.wishes]
    for taken in product(*ways):
        chosen = [(wish, *way) for wish, way in enumerate(taken) if way is not None]
        orders = [
            order(day, tuple((wish, choice) for wish, choice, on in chosen if on == day))
            for day in range(len(problem.days))
        ]
        if None not in orders:
            yield tuple(visits for visits in orders if visits is not None)


def worth(problem: Problem, days: tuple[Visits, ...]) -> tuple[int, int]:
    """How many musts, then how much prize."""
    taken = [visit for day in days for visit in day]
    musts = sum(problem.wishes[wish].must for wish, _ in taken)
    return musts, sum(problem.wishes[wish].options[choice].prize for wish, choice in taken)


def keys(plan: Plan) -> tuple[Visits, ...]:
    return tuple(tuple((visit.wish, visit.option) for visit in day.visits) for day in plan.days)


def assert_keeps_every_limit(problem: Problem, plan: Plan) -> None:
    assert len(plan.days) == len(problem.days)
    wishes = [wish for day in keys(plan) for wish, _ in day]
    assert len(wishes) == len(set(wishes))
    for day, visited, day_plan in zip(problem.days, keys(plan), plan.days, strict=True):
        if not visited:
            continue
        assert day_fits(problem, day, visited)
        assert _leaving_at_fits(problem, day, visited, day_plan.leaves)
        for before, visit in pairwise(day_plan.visits):
            assert before.leave <= visit.arrival
        for visit in day_plan.visits:
            option = problem.wishes[visit.wish].options[visit.option]
            assert visit.arrival <= visit.start <= option.latest
            assert option.earliest <= visit.start == visit.leave - option.duration
