"""Conflicting demands, and what a check finds wrong with a plan, in words."""

from math import ceil
from typing import assert_never

from jz_travel.domain.places import Catalogue
from jz_travel.domain.plan import Plan
from jz_travel.domain.reasons import Conflict, Demand, Wanted
from jz_travel.domain.violations import Rule, Violation
from jz_travel.words.marking import N_
from jz_travel.words.names import Names
from jz_travel.words.reasons import name_of, names_of

RULES: dict[Rule, str] = {
    Rule.UNKNOWN_PLACE: N_("There is no such place."),
    Rule.NOT_A_SIGHT: N_("This is not a place to visit."),
    Rule.AVOIDED: N_("You asked to leave this out."),
    Rule.TWICE: N_("Visited twice."),
    Rule.AREA_AND_SIGHT: N_("The area around it is visited as well."),
    Rule.NOT_ON_FOOT: N_("Not without steps."),
    Rule.CLOSED: N_("Closed at that time."),
    Rule.AFTER_LAST_ENTRY: N_("After the last entry."),
    Rule.CLOSES_DURING: N_("Closes before the visit is over."),
    Rule.TOO_SHORT: N_("Too short for a visit."),
    Rule.IN_THE_DARK: N_("Out of doors in the dark."),
    Rule.LONG_WAIT: N_("A long wait."),
    Rule.WRONG_LEG: N_("The way does not start where the visitor is, or takes another time."),
    Rule.TOO_EARLY_THERE: N_("Nobody gets there so soon."),
    Rule.TIMES_OUT_OF_ORDER: N_("The times are not in order."),
    Rule.WRONG_DATE: N_("The date is wrong."),
    Rule.WRONG_START: N_("The day does not begin where it should."),
    Rule.WRONG_END: N_("The day does not end where it should."),
    Rule.STARTS_TOO_EARLY: N_("The day begins too early."),
    Rule.ENDS_TOO_LATE: N_("The day ends too late."),
    Rule.NO_LUNCH: N_("No lunch."),
    Rule.NO_DINNER: N_("No dinner."),
    Rule.MEAL_OVERLAPS: N_("A meal overlaps with something else."),
    Rule.TOO_MUCH_DRIVING: N_("Too much time on the road."),
    Rule.TOO_MUCH_ON_FOOT: N_("Too much time on foot."),
    Rule.OVER_BUDGET: N_("The tickets cost more than the budget."),
    Rule.MUST_MISSING: N_("A must is missing."),
    Rule.PIN_MISSED: N_("Not on the day and at the time that is settled."),
    Rule.WRONG_LODGING: N_("Not the place to stay that you asked for."),
    Rule.WRONG_NUMBER_OF_DAYS: N_("Not the number of days that you asked for."),
}


def violation_sentence(words: Names, violation: Violation, catalogue: Catalogue) -> str:
    """``Thu 1 Oct, Yuntai Mountain: Closed at that time.``"""
    what = words.say(RULES[violation.rule])
    where = []
    if violation.day is not None:
        where.append(words.date_short(violation.day))
    if violation.place is not None:
        where.append(name_of(words, violation.place, catalogue))
    if violation.moment is not None:
        where.append(words.time(violation.moment))
    if not where:
        return what
    return words.say("{where}: {what}", where=words.say(", ", context="between words").join(where), what=what)


MOST_NAMED = 4
"""Of more places that are avoided only their number is said."""
NEAR_ENOUGH = 0.15
"""A bound further away says more about the bound than about the plan."""


def nearness_sentence(words: Names, plan: Plan) -> str:
    """How near a plan is to the best possible; empty where nobody knows."""
    if plan.gap is None or plan.gap > NEAR_ENOUGH:
        return ""
    if plan.gap == 0:
        return words.say("No better plan is possible.")
    return words.say("Within {n}% of the best possible.", n=ceil(plan.gap * 100))


def access_sentence(words: Names, plan: Plan, catalogue: Catalogue) -> str:
    """What a party that needs a way without steps has to ask; empty when it needs none."""
    if not plan.access_not_known:
        return ""
    places = names_of(words, plan.access_not_known, catalogue)
    return words.say("No source says whether these can be visited without steps; please ask: {places}.", places=places)


def conflict_sentence(words: Names, conflict: Conflict, plan: Plan, catalogue: Catalogue) -> str:
    """Which demands of the visitor exclude each other, each with its place or date, in one sentence."""
    avoided = [demand for demand in conflict.demands if demand.what is Wanted.AVOID]
    named = [each for each in conflict.demands if each not in avoided or len(avoided) <= MOST_NAMED]
    demands = [_demand(words, demand, plan, catalogue) for demand in named]
    if len(named) < len(conflict.demands):
        demands.append(words.count("leave out {n} place", "leave out {n} places", len(avoided)))
    if len(demands) == 1:
        return words.say("This cannot be met: {demand}.", demand=demands[0])
    return words.say("These cannot all be met: {demands}.", demands=words.say("; ").join(demands))


def _demand(words: Names, demand: Demand, plan: Plan, catalogue: Catalogue) -> str:
    request = plan.request
    place = name_of(words, demand.place, catalogue) if demand.place else ""
    match demand.what:
        case Wanted.VISIT:
            return words.say("visit {place}", place=place)
        case Wanted.PIN:
            return words.say("the day and time settled for {place}", place=place)
        case Wanted.OPENING:
            return words.say("the opening hours of {place}", place=place)
        case Wanted.AVOID:
            return words.say("leave out {place}", place=place)
        case Wanted.LEAVES_AT if request.leaves_at is not None:
            return words.say("set out no earlier than {time}", time=words.time(request.leaves_at))
        case Wanted.BACK_BY if request.back_by is not None:
            return words.say("be back by {time}", time=words.time(request.back_by))
        case Wanted.ARRIVES if request.arrives is not None:
            return words.say("arrive at {time}", time=words.time(request.arrives))
        case Wanted.DEPARTS if request.departs is not None:
            return words.say("depart at {time}", time=words.time(request.departs))
        case Wanted.DAYS:
            return words.count("{n} day", "{n} days", request.days)
        case _:
            return _limit(words, demand.what, plan)


def _limit(words: Names, what: Wanted, plan: Plan) -> str:
    request = plan.request
    match what:
        case Wanted.BUDGET:
            return words.say("a budget of {price}", price=words.money(request.budget or 0))
        case Wanted.LODGING:
            return words.say("the places to stay")
        case Wanted.DRIVING:
            return words.say("the time on the road that you want at most")
        case Wanted.ON_FOOT:
            return words.say("the time on foot that you want at most")
        case Wanted.STEP_FREE:
            return words.say("no steps")
        case Wanted.LOCKED:
            return words.say("what is locked")
        case Wanted.LEAVES_AT | Wanted.BACK_BY | Wanted.ARRIVES | Wanted.DEPARTS:
            return words.say("the times of the day")
        case Wanted.VISIT | Wanted.PIN | Wanted.OPENING | Wanted.AVOID | Wanted.DAYS:
            return words.say("the visits asked for")
        case _:
            assert_never(what)
