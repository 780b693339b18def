"""The independent check finds every way in which a plan can be wrong."""

import ast
import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from jz_travel.domain.clock import hours
from jz_travel.domain.plan import Plan
from jz_travel.domain.request import Party, Pin
from jz_travel.domain.schedule import DaySchedule, Visit
from jz_travel.domain.violations import Rule
from jz_travel.planner import verify
from tests.planner.jiaozuo import asking, jiaozuo, place, planned

MOUNTAINS = {"yuntaishan", "qingtianhe", "shennongshan"}
REST = tuple(each.id for each in jiaozuo().catalogue if each.is_sight and each.id not in MOUNTAINS)
REQUEST = asking(days=3, avoid=REST)  # a mountain a day: out of doors, and closed in the evening


def rules(plan: Plan, request: object = REQUEST) -> set[Rule]:
    world = jiaozuo()
    found = verify(plan, request, world.catalogue, world.travel, world.daylight)  # type: ignore[arg-type]
    return {violation.rule for violation in found}


def good() -> Plan:
    found = planned(REQUEST)
    assert rules(found) == set()
    return found


def with_day(plan: Plan, index: int, change: Callable[[DaySchedule], DaySchedule]) -> Plan:
    days = plan.schedule.days
    return replace(plan, schedule=replace(plan.schedule, days=(*days[:index], change(days[index]), *days[index + 1 :])))


def with_visit(plan: Plan, change: Callable[[Visit], Visit]) -> Plan:
    """The first visit to a place out of doors that has a gate changed."""
    known = jiaozuo().catalogue
    index, number = next(
        (index, number)
        for index, day in enumerate(plan.schedule.days)
        for number, visit in enumerate(day.visits)
        if known[visit.place].outdoor and not known[visit.place].hours.always
    )

    def changed(day: DaySchedule) -> DaySchedule:
        before, visit, after = day.visits[:number], day.visits[number], day.visits[number + 1 :]
        return replace(day, visits=(*before, change(visit), *after))

    return with_day(plan, index, changed)


def later(by: timedelta) -> Callable[[Visit], Visit]:
    return lambda visit: replace(visit, arrives=visit.arrives + by, enters=visit.enters + by, leaves=visit.leaves + by)


MISTAKES: dict[Rule, Callable[[Plan], Plan]] = {
    Rule.UNKNOWN_PLACE: lambda plan: with_visit(plan, lambda visit: replace(visit, place="atlantis")),
    Rule.NOT_A_SIGHT: lambda plan: with_visit(plan, lambda visit: replace(visit, place=place("stay_city"))),
    Rule.CLOSED: lambda plan: with_visit(plan, later(timedelta(hours=12))),
    Rule.CLOSES_DURING: lambda plan: with_visit(
        plan, lambda visit: replace(visit, leaves=visit.leaves + timedelta(hours=5))
    ),
    Rule.TOO_SHORT: lambda plan: with_visit(
        plan, lambda visit: replace(visit, leaves=visit.enters + timedelta(minutes=5))
    ),
    Rule.LONG_WAIT: lambda plan: with_visit(
        plan, lambda visit: replace(visit, arrives=visit.arrives - timedelta(hours=1))
    ),
    Rule.TOO_EARLY_THERE: lambda plan: with_visit(plan, later(timedelta(hours=-2))),
    Rule.TIMES_OUT_OF_ORDER: lambda plan: with_visit(
        plan, lambda visit: replace(visit, enters=visit.arrives - timedelta(minutes=1))
    ),
    Rule.IN_THE_DARK: lambda plan: with_visit(plan, later(timedelta(hours=3))),
    Rule.WRONG_LEG: lambda plan: with_visit(plan, lambda visit: replace(visit, leg=None)),
    Rule.TWICE: lambda plan: with_day(plan, 1, lambda day: replace(day, visits=plan.schedule.days[0].visits)),
    Rule.WRONG_DATE: lambda plan: with_day(plan, 1, lambda day: replace(day, date=day.date + timedelta(days=1))),
    Rule.WRONG_START: lambda plan: with_day(plan, 1, lambda day: replace(day, origin=place("stay_mogou"))),
    Rule.WRONG_END: lambda plan: with_day(plan, 2, lambda day: replace(day, destination=place("stay_mogou"))),
    Rule.ENDS_TOO_LATE: lambda plan: with_day(plan, 0, lambda day: replace(day, ends=day.ends + timedelta(hours=8))),
    Rule.NO_LUNCH: lambda plan: with_day(plan, 0, lambda day: replace(day, meals=())),
    Rule.NO_DINNER: lambda plan: replace(plan, dinners=(None,) * 3),
    Rule.WRONG_NUMBER_OF_DAYS: lambda plan: replace(
        plan, schedule=replace(plan.schedule, days=plan.schedule.days[:2]), dinners=plan.dinners[:2]
    ),
    Rule.MEAL_OVERLAPS: lambda plan: replace(
        plan,
        dinners=(
            replace(plan.dinners[0], starts=plan.schedule.days[0].ends - timedelta(minutes=5)),  # type: ignore[type-var]
            *plan.dinners[1:],
        ),
    ),
}


@pytest.mark.parametrize("rule", MISTAKES, ids=str)
def test_a_mistake_is_found(rule: Rule) -> None:
    assert rule in rules(MISTAKES[rule](good()))


def test_what_was_asked_for_is_checked_too() -> None:
    plan = replace(good(), left_out=())
    first, lodging = plan.places[0], plan.trip.days[0].lodging
    other = place("stay_mogou" if lodging != "stay_mogou" else "stay_city")
    asked = {
        Rule.AVOIDED: replace(REQUEST, avoid=(first,)),
        Rule.MUST_MISSING: replace(REQUEST, musts=(place("hanyuan"),)),
        Rule.WRONG_LODGING: replace(REQUEST, lodging=(other,)),
        Rule.OVER_BUDGET: replace(REQUEST, budget=1.0),
        Rule.TOO_MUCH_DRIVING: replace(REQUEST, driving=timedelta(minutes=10)),
        Rule.TOO_MUCH_ON_FOOT: replace(REQUEST, on_foot=timedelta(minutes=10)),
        Rule.STARTS_TOO_EARLY: replace(REQUEST, leaves_at=hours(11)),
        Rule.PIN_MISSED: replace(REQUEST, pins=(Pin(first, 3, hours(6)),)),
        Rule.NOT_ON_FOOT: replace(REQUEST, party=Party(2, step_free=True)),
    }
    for rule, request in asked.items():
        assert rule in rules(plan, request), rule


def test_the_check_shares_no_code_with_what_it_checks() -> None:
    tree = ast.parse(Path(inspect.getfile(verify)).read_text("utf-8"))
    modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not {each for each in modules if "planner" in each or "timetable" in each or "opening" in each}
