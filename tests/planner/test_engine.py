"""The optimiser against every plan there is, on puzzles small enough to try them all."""

from __future__ import annotations

import threading

import pytest
from hypothesis import example, given, settings

from jz_travel.planner.engine import Day, Legs, Option, Plan, Problem, Wish, solve
from tests.benchmarks.toptw import checked_score, made_up
from tests.planner.engine_puzzles import all_plans, assert_keeps_every_limit, keys, puzzles, worth

THERE_AND_BACK = Legs(((0, 10), (10, 0)), ((0, 10), (10, 0)))


def morning_or_afternoon(prize: int, *, must: bool = False) -> Wish:
    return Wish((Option(1, 540, 600, 90, prize), Option(1, 840, 900, 60, prize)), must)


def one_day(*wishes: Wish, opens: int = 480, closes: int = 1080) -> Problem:
    return Problem(wishes, (Day(0, 0, opens, closes),), (THERE_AND_BACK,))


TWO_MUSTS_IN_EACH_OTHERS_WAY = Problem(
    (
        Wish((Option(0, 0, 0, 0, 0, (0,)), Option(0, 0, 1, 0, 0, (1,))), must=True),
        Wish((Option(0, 0, 0, 0, 0, (0,)), Option(1, 1, 25, 0, 0, (1,))), must=True),
    ),
    (Day(1, 1, 0, 22, (1,)), Day(0, 0, 24, 46, (1,))),
    (Legs(((0, 1), (1, 0)), ((0, 1), (1, 0))),),
)


@settings(max_examples=60, deadline=None)
@example(TWO_MUSTS_IN_EACH_OTHERS_WAY)
@given(puzzles())
def test_no_plan_of_a_small_puzzle_is_better_and_no_limit_is_broken(problem: Problem) -> None:
    best = max(worth(problem, days) for days in all_plans(problem))
    plan = solve(problem, seed=1, iterations=150)
    if worth(problem, keys(plan)) < best:  # a rare one takes chance longer
        plan = solve(problem, seed=1, iterations=10_000)
    assert_keeps_every_limit(problem, plan)
    assert worth(problem, keys(plan)) == best
    assert plan.prize == worth(problem, keys(plan))[1]


@settings(max_examples=30, deadline=None)
@given(puzzles(days=1))
def test_what_is_missing_are_the_musts_without_room(problem: Problem) -> None:
    plan = solve(problem, seed=1, iterations=100)
    musts = {number for number, wish in enumerate(problem.wishes) if wish.must}
    assert set(plan.missing) == musts - {wish for day in keys(plan) for wish, _ in day}


def test_a_place_open_morning_and_afternoon_is_seen_once() -> None:
    plan = solve(one_day(morning_or_afternoon(5)), seed=1, iterations=50)
    assert keys(plan) == (((0, 1),),), "the shorter visit makes the shorter day"
    assert (plan.days[0].visits[0].arrival, plan.days[0].visits[0].leave) == (840, 900)
    assert (plan.days[0].leaves, plan.days[0].returns) == (830, 910)


def test_a_must_comes_before_any_prize() -> None:
    dear, must = Wish((Option(1, 540, 540, 200, 1000),)), Wish((Option(0, 600, 600, 60, 0),), must=True)
    assert keys(solve(one_day(dear, must), seed=1, iterations=50)) == (((1, 0),),)


def test_no_way_is_too_long_for_a_must() -> None:
    problem = Problem((Wish((Option(1, 540, 600, 60, 0),), must=True),), (Day(0, 0, 480, 1080),), (THERE_AND_BACK,), 50)
    assert keys(solve(problem, seed=1, iterations=50)) == (((0, 0),),)


def test_an_impossible_must_is_named_and_the_rest_is_planned() -> None:
    plan = solve(one_day(Wish((Option(1, 0, 100, 60, 9),), must=True), morning_or_afternoon(5)), seed=1, iterations=50)
    assert plan.missing == (0,)
    assert plan.prize == 5


def test_with_nothing_possible_the_days_stay_empty() -> None:
    plan = solve(one_day(Wish((Option(1, 0, 100, 60, 9),))), seed=1, iterations=50)
    assert keys(plan) == ((),)
    assert (plan.prize, plan.missing) == (0, ())


def test_a_longer_visit_worth_more_replaces_a_short_one_while_there_is_time() -> None:
    visit = Wish((Option(1, 480, 1000, 30, 5), Option(1, 480, 1000, 120, 8)))
    assert keys(solve(one_day(visit), seed=1, iterations=50)) == (((0, 1),),)
    assert keys(solve(one_day(visit, closes=600), seed=1, iterations=50)) == (((0, 0),),)


def test_each_day_travels_in_its_own_way() -> None:
    walking, driving = Legs(((0, 90), (90, 0)), ((0, 0), (0, 0))), THERE_AND_BACK
    wish = Wish((Option(1, 0, 100, 10, 5), Option(1, 1440, 1540, 10, 5)))
    days = (Day(0, 0, 0, 180, legs=0), Day(0, 0, 1440, 1620, legs=1))
    assert keys(solve(Problem((wish,), days, (walking, driving)), seed=1, iterations=50)) == ((), ((0, 1),))


def test_a_night_elsewhere_ends_one_day_and_starts_the_next() -> None:
    table = ((0, 60, 30), (60, 0, 30), (30, 30, 0))
    wishes = (Wish((Option(2, 0, 100, 10, 5), Option(2, 1440, 1540, 10, 5))),)
    days = (Day(0, 1, 0, 70), Day(1, 0, 1440, 1500))
    plan = solve(Problem(wishes, days, (Legs(table, table),)), seed=1, iterations=50)
    assert keys(plan) == (((0, 0),), ())
    assert (plan.days[0].leaves, plan.days[0].returns) == (0, 70)
    assert plan.days[1].returns == 1500, "the way to the next night is shown on a day without visits too"


def test_the_same_seed_and_iterations_give_the_same_plan() -> None:
    problem = made_up(1).problem(2)
    assert solve(problem, seed=7, iterations=60) == solve(problem, seed=7, iterations=60)


def test_improvements_stream_in_ever_better_and_end_with_the_plan() -> None:
    seen: list[Plan] = []
    plan = solve(made_up(1).problem(2), seed=3, iterations=100, on_improvement=seen.append)
    prizes = [improvement.prize for improvement in seen]
    assert prizes == sorted(prizes)
    assert len(seen) > 1
    assert seen[-1].prize == plan.prize


def test_both_callables_run_in_the_callers_thread() -> None:
    threads = set()

    def stop() -> bool:
        threads.add(threading.current_thread())
        return False

    solve(
        made_up(1).problem(1),
        seed=3,
        iterations=50,
        stop=stop,
        on_improvement=lambda _: threads.add(threading.current_thread()),
    )
    assert threads == {threading.current_thread()}


def test_stop_ends_a_search_that_would_take_for_ever() -> None:
    problem, seen = made_up(1).problem(2), list[Plan]()
    plan = solve(problem, seed=1, iterations=10**12, stop=lambda: len(seen) > 2, on_improvement=seen.append)
    assert plan.prize >= seen[-1].prize
    assert_keeps_every_limit(problem, plan)


def test_a_failing_listener_ends_the_search_and_is_heard() -> None:
    def fail(plan: Plan) -> None:
        raise RuntimeError(f"no paper for {plan.prize}")

    with pytest.raises(RuntimeError, match="no paper"):
        solve(made_up(1).problem(2), seed=1, iterations=10**12, on_improvement=fail)


def test_a_current_plan_is_never_made_worse() -> None:
    instance = made_up(2)
    problem = instance.problem(3)
    good = solve(problem, seed=1, iterations=400)
    kept = solve(problem, seed=2, iterations=1, warm=keys(good))
    assert kept.prize >= good.prize
    assert checked_score(instance, [[visit.wish + 1 for visit in day.visits] for day in kept.days]) == kept.prize
    assert solve(problem, seed=2, iterations=0, warm=keys(good)).prize == good.prize


def test_a_current_plan_that_no_longer_works_is_only_a_beginning() -> None:
    problem = one_day(morning_or_afternoon(5), Wish((Option(1, 540, 560, 60, 7),)))
    plan = solve(problem, seed=1, iterations=50, warm=[[(0, 0), (1, 0), (9, 9)]])
    assert plan.prize == 12
    assert_keeps_every_limit(problem, plan)
