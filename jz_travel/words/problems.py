"""Problems in words. A kind of problem without its sentence is a type error."""

from typing import assert_never

from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.problems import (
    AfterDark,
    ArrivesAfterClosing,
    ArrivesAfterLastEntry,
    ClosedThatDay,
    ClosesDuringVisit,
    EndsLate,
    HoursNotKnown,
    MissesFixedStart,
    NoLodging,
    NoTimeForLunch,
    PartOfAnotherVisit,
    PlaceNotLocated,
    Problem,
    RushedVisit,
    UnknownPlace,
    VisitedTwice,
    WaitsForOpening,
)
from jz_travel.words.names import Names


def sentence(words: Names, problem: Problem, catalogue: Catalogue) -> str:
    """What is wrong, in one sentence with its times, for a traveller who can still change it."""
    match problem:
        case ClosedThatDay() | HoursNotKnown() | UnknownPlace() | PlaceNotLocated():
            return _about_the_place(words, problem, catalogue)
        case ArrivesAfterLastEntry() | ArrivesAfterClosing() | ClosesDuringVisit() | MissesFixedStart():
            return _too_late(words, problem)
        case WaitsForOpening() | AfterDark() | RushedVisit() | EndsLate():
            return _not_well_timed(words, problem)
        case VisitedTwice():
            return words.say("This trip already goes here earlier.")
        case PartOfAnotherVisit(area):
            return words.say(
                "Lies inside {area}, which this trip also visits as a whole.", area=_name(words, area, catalogue)
            )
        case NoTimeForLunch():
            return words.say("This day leaves no time for lunch.")
        case NoLodging():
            return words.say("Where to spend this night is not decided yet.")
        case _:
            assert_never(problem)


def _about_the_place(
    words: Names, problem: ClosedThatDay | HoursNotKnown | UnknownPlace | PlaceNotLocated, catalogue: Catalogue
) -> str:
    match problem:
        case ClosedThatDay(day, ""):
            return words.say("Closed on {date}.", date=words.date_short(day))
        case ClosedThatDay(day, why):
            return words.say("Closed on {date}: {why}", date=words.date_short(day), why=why)
        case HoursNotKnown():
            return words.say("The opening hours are not known; usual hours are assumed. Ask before you go.")
        case UnknownPlace(place):
            return words.say("No place called “{place}” is in the catalogue.", place=place)
        case PlaceNotLocated(town):
            if town is None:
                return words.say("Nobody has said where exactly this is; no travel is counted.")
            return words.say(
                "Where exactly this is has not been confirmed; travel is counted from {town}.",
                town=_name(words, town, catalogue),
            )
        case _:
            assert_never(problem)


def _too_late(
    words: Names, problem: ArrivesAfterLastEntry | ArrivesAfterClosing | ClosesDuringVisit | MissesFixedStart
) -> str:
    match problem:
        case ArrivesAfterLastEntry(last_entry, arrives):
            return words.say(
                "You get here at {arrives}; last entry is at {last_entry}.",
                arrives=words.time(arrives),
                last_entry=words.time(last_entry),
            )
        case ArrivesAfterClosing(closes, arrives):
            return words.say(
                "You get here at {arrives}; it closes at {closes}.",
                arrives=words.time(arrives),
                closes=words.time(closes),
            )
        case ClosesDuringVisit(closes, missing):
            return words.say(
                "It closes at {closes}; your visit would need {missing} more.",
                closes=words.time(closes),
                missing=words.duration(missing),
            )
        case MissesFixedStart(wanted, arrives):
            return words.say(
                "Fixed for {wanted}, but you get here at {arrives}.",
                wanted=words.time(wanted),
                arrives=words.time(arrives),
            )
        case _:
            assert_never(problem)


def _not_well_timed(words: Names, problem: WaitsForOpening | AfterDark | RushedVisit | EndsLate) -> str:
    match problem:
        case WaitsForOpening(opens, wait):
            return words.say(
                "It opens at {opens}; you wait {wait}.", opens=words.time(opens), wait=words.duration(wait)
            )
        case AfterDark(sunrise, sunset):
            return words.say(
                "Part of this outdoor visit is in the dark: sunrise {sunrise}, sunset {sunset}.",
                sunrise=words.time(sunrise),
                sunset=words.time(sunset),
            )
        case RushedVisit(short):
            return words.say("Even a quick visit takes {short}.", short=words.duration(short))
        case EndsLate(ends, wanted):
            return words.say(
                "The day ends at {ends}, later than {wanted}.", ends=words.time(ends), wanted=words.time(wanted)
            )
        case _:
            assert_never(problem)


def _name(words: Names, place: PlaceId, catalogue: Catalogue) -> str:
    known = catalogue.get(place)
    return words.name(known) if known else place
