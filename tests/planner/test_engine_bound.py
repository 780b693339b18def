"""No plan beats the bound."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from jz_travel.planner.engine import Day, Legs, Option, Problem, Wish, solve
from jz_travel.planner.engine.bound import upper_bound
from tests.benchmarks.toptw import made_up
from tests.planner.engine_puzzles import all_plans, puzzles, worth


@settings(max_examples=60, deadline=None)
@given(puzzles(), st.integers(2, 100))
def test_no_plan_of_a_small_puzzle_beats_the_bound(problem: Problem, ticks: int) -> None:
    assert upper_bound(problem, ticks=ticks) >= max(worth(problem, days)[1] for days in all_plans(problem))


def test_the_bound_sees_that_two_far_places_do_not_fit_into_one_day() -> None:
    legs = Legs(((0, 100, 100), (100, 0, 200), (100, 200, 0)), ((0,) * 3,) * 3)
    wishes = (Wish((Option(1, 0, 500, 60, 8),)), Wish((Option(2, 0, 500, 60, 5),)))
    assert upper_bound(Problem(wishes, (Day(0, 0, 0, 500),), (legs,))) == 8


def test_the_bound_lies_between_a_good_plan_and_the_sum_of_all_prizes() -> None:
    problem = made_up(1).problem(1)
    plan = solve(problem, seed=1, iterations=200)
    everything = sum(wish.options[0].prize for wish in problem.wishes)
    assert plan.prize <= upper_bound(problem, at_least=plan.prize) < everything / 2
