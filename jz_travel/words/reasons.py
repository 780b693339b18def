"""Why a place is not in a plan, and what would help, in words. A reason without its sentence is a type error."""

from collections.abc import Iterable
from datetime import timedelta
from typing import assert_never

from jz_travel.domain.clock import DAY
from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.plan import Plan
from jz_travel.domain.reasons import (
    AddDay,
    Avoided,
    ClosedThen,
    ClosesTooSoon,
    DarkTooSoon,
    DaysLocked,
    DropPlaces,
    EndLater,
    EndsTooLate,
    EnoughAlike,
    Fix,
    LastEntryMissed,
    LessWorth,
    NoMealThen,
    NoTimeLeft,
    NotInTheCatalogue,
    NotLocated,
    NotWorthTheWay,
    OpensTooLate,
    OverBudget,
    PlanAround,
    RaiseBudget,
    Reason,
    SeenInParts,
    SeenWith,
    SleepElsewhere,
    StartEarlier,
    StayShorter,
    TakeAnyway,
    TooFar,
    TooManySteps,
    TooMuchDriving,
    TooMuchOnFoot,
)
from jz_travel.words.names import Names

_Never = Avoided | NotInTheCatalogue | NotLocated | TooManySteps | DaysLocked
_Doors = ClosedThen | LastEntryMissed | ClosesTooSoon | OpensTooLate | DarkTooSoon | NoMealThen
_Time = NoTimeLeft | TooFar | EndsTooLate | TooMuchDriving | TooMuchOnFoot
_Choice = SeenWith | SeenInParts | LessWorth | NotWorthTheWay | EnoughAlike | OverBudget


def reason_sentence(words: Names, reason: Reason, catalogue: Catalogue) -> str:
    """Why the planner left a place out, in one sentence with its dates, times and yuan."""
    match reason:
        case Avoided() | NotInTheCatalogue() | NotLocated() | TooManySteps() | DaysLocked():
            return _never(words, reason)
        case SeenWith() | SeenInParts() | LessWorth() | NotWorthTheWay() | EnoughAlike() | OverBudget():
            return _choice(words, reason, catalogue)
        case NoTimeLeft() | TooFar() | EndsTooLate() | TooMuchDriving() | TooMuchOnFoot():
            return _time(words, reason)
        case _:
            return _doors(words, reason)


def _never(words: Names, reason: _Never) -> str:
    match reason:
        case Avoided():
            return words.say("You asked to leave it out.")
        case NotInTheCatalogue():
            return words.say("The catalogue has no such place to visit.")
        case NotLocated():
            return words.say("Nobody has said where exactly it is, so no way to it can be planned.")
        case TooManySteps(told):
            if told:
                return words.say("It has many steps, and somebody in your party cannot climb steps.")
            return words.say("Places like this have steps, and no step-free way is known.")
        case DaysLocked():
            return words.say("Every day of this trip is locked.")
        case _:
            assert_never(reason)


def _choice(words: Names, reason: _Choice, catalogue: Catalogue) -> str:
    match reason:
        case SeenWith(area):
            return words.say("It is part of {area}, which you visit.", area=name_of(words, area, catalogue))
        case SeenInParts(sights):
            return words.say("You visit its sights one by one: {places}.", places=names_of(words, sights, catalogue))
        case LessWorth(day, than):
            return words.say(
                "On {date} it would fit instead of {places}, which suits your wishes better.",
                date=words.date_short(day),
                places=names_of(words, than, catalogue),
            )
        case NotWorthTheWay(day, extra):
            if extra <= timedelta():
                return words.say(
                    "It would fit on {date}, but makes the day fuller than you like.", date=words.date_short(day)
                )
            return words.say(
                "It would fit on {date}, but adds {time} on the road.",
                date=words.date_short(day),
                time=words.duration(extra),
            )
        case EnoughAlike(like):
            if not like:
                return words.say("The days already have enough visits.")
            return words.say(
                "The days already have enough visits of this sort: {places}.", places=names_of(words, like, catalogue)
            )
        case OverBudget(costs, left):
            return words.say(
                "Tickets cost {price}; {left} of your budget is left.",
                price=words.money(costs),
                left=words.money(max(left, 0)),
            )
        case _:
            assert_never(reason)


def _time(words: Names, reason: _Time) -> str:
    day = words.date_short(reason.day)
    match reason:
        case NoTimeLeft(_, needs, missing):
            return words.say(
                "It takes {needs} with the way; even {date} has {missing} too little.",
                needs=words.duration(needs),
                date=day,
                missing=words.duration(missing),
            )
        case TooFar(_, on_the_road, missing):
            return words.say(
                "Even alone on {date} it is {missing} too much: {time} go into the way there and back.",
                date=day,
                missing=words.duration(missing),
                time=words.duration(on_the_road),
            )
        case EndsTooLate(_, begins, ends, latest):
            return words.say(
                "It begins at {begins}: even alone on {date} the day would end at {ends}, and it must end by {latest}.",
                begins=words.time(begins),
                date=day,
                ends=words.time(ends),
                latest=words.time(latest),
            )
        case TooMuchDriving(_, would_be, most):
            return words.say(
                "It would mean {time} on the road on {date}; you want {most} at most.",
                time=words.duration(would_be),
                date=day,
                most=words.duration(most),
            )
        case TooMuchOnFoot(_, would_be, most):
            return words.say(
                "It would mean {time} on foot on {date}; you want {most} at most.",
                time=words.duration(would_be),
                date=day,
                most=words.duration(most),
            )
        case _:
            assert_never(reason)


def _doors(words: Names, reason: _Doors) -> str:
    match reason:
        case ClosedThen(days, why):
            dates = words.say(", ", context="between names").join(words.date_short(day) for day in days)
            if why:
                return words.say("Closed on {dates}: {why}", dates=dates, why=why)
            return words.say("Closed on {dates}.", dates=dates)
        case LastEntryMissed(day, last_entry, arrives):
            return words.say(
                "On {date}, the best day, you would get there at {arrives}; last entry is at {last_entry}.",
                date=words.date_short(day),
                arrives=words.time(arrives),
                last_entry=words.time(last_entry),
            )
        case ClosesTooSoon(day, closes, missing):
            return words.say(
                "On {date}, the best day, it closes at {closes}: {missing} too soon.",
                date=words.date_short(day),
                closes=words.time(closes),
                missing=words.duration(missing),
            )
        case OpensTooLate(day, opens, wait):
            return words.say(
                "On {date}, the best day, it opens at {opens}: you would wait {wait}.",
                date=words.date_short(day),
                opens=words.time(opens),
                wait=words.duration(wait),
            )
        case DarkTooSoon(day, sunset):
            return words.say(
                "On {date}, the best day, the sun sets at {sunset}, before the visit is over.",
                date=words.date_short(day),
                sunset=words.time(sunset),
            )
        case NoMealThen(day):
            return words.say("On {date}, the best day, it would leave no time to eat.", date=words.date_short(day))
        case _:
            assert_never(reason)


def fix_sentence(words: Names, fix: Fix, plan: Plan, catalogue: Catalogue) -> str:
    """What a button says."""
    match fix:
        case StartEarlier(day, starts):
            return words.say("Start at {time} on {date}", time=words.time(starts), date=_date(words, day, plan))
        case EndLater(day, back_by):
            return words.say("Come back by {time} on {date}", time=words.time(back_by), date=_date(words, day, plan))
        case AddDay():
            return words.say("Stay one day longer")
        case DropPlaces(places):
            return words.say("Leave out {places}", places=names_of(words, places, catalogue))
        case StayShorter(place, stay):
            return words.say(
                "Stay only {time} at {place}", time=words.duration(stay), place=name_of(words, place, catalogue)
            )
        case SleepElsewhere(day, lodging):
            return words.say(
                "Spend the night of {date} at {place}",
                date=_date(words, day, plan),
                place=name_of(words, lodging, catalogue),
            )
        case TakeAnyway():
            return words.say("Visit it all the same")
        case RaiseBudget(budget, without):
            if not without:
                return words.say("Raise the budget to {price}", price=words.money(budget))
            return words.say(
                "Raise the budget to {price} and leave out {places}",
                price=words.money(budget),
                places=names_of(words, without, catalogue),
            )
        case PlanAround(without):
            if not without:
                return words.say("Plan anew around it")
            return words.say("Plan anew around it, without {places}", places=names_of(words, without, catalogue))
        case _:
            assert_never(fix)


def _date(words: Names, day: int, plan: Plan) -> str:
    return words.date_short(plan.request.starts + day * DAY)


def name_of(words: Names, place: PlaceId, catalogue: Catalogue) -> str:
    """The place's short name, or its id where the catalogue does not have it."""
    known = catalogue.get(place)
    return words.short(known) if known else place


def names_of(words: Names, places: Iterable[PlaceId], catalogue: Catalogue) -> str:
    """Short names in the order given, with the language's own comma between them."""
    return words.say(", ", context="between names").join(name_of(words, place, catalogue) for place in places)
