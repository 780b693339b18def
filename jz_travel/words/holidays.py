"""What the calendar says of a day, and how full it is likely to be, in words."""

from typing import assert_never

from jz_travel.domain.holidays import (
    Announcement,
    CalendarUnknown,
    InHoliday,
    Input,
    InSeason,
    Level,
    Load,
    SaidByBureau,
    StatutoryOnly,
    Weekend,
    Workday,
    WorkedWeekend,
)
from jz_travel.domain.places import Catalogue
from jz_travel.words.marking import N_
from jz_travel.words.statistics import EVENTS
from jz_travel.words.words import Words

LEVELS: dict[Level, str] = {
    Level.QUIET: N_("Quiet", context="load"),
    Level.LIVELY: N_("Lively", context="load"),
    Level.BUSY: N_("Busy", context="load"),
    Level.PACKED: N_("Packed", context="load"),
}


def level(words: Words, shown: Level) -> str:
    """A day's load as one word, from quiet to packed; the words are the same on the map, the board and the kiosk."""
    return words.say(LEVELS[shown], context="load")


def announcement(words: Words, shown: Announcement, catalogue: Catalogue) -> str:
    """``Qingtian River: closed (ice; a notice of the park)``."""
    place = catalogue.get(shown.place)
    where = words.short(place) if place else words.say("The whole city")
    said = words.say("; ").join(part for part in (shown.name, shown.note, shown.source) if part)
    if shown.kind == "closure":
        return words.say("{place}: closed ({said})", place=where, said=said)
    return words.say("{where}: {what}", where=where, what=said)


def line(words: Words, load: Load) -> str:
    """``Busy (estimate): National Day Golden Week, day 1 of 7``."""
    reasons = words.say("; ").join(reason(words, each) for each in load.inputs)
    if load.said is not None:
        return words.say("{level} (the bureau's own): {reasons}", level=level(words, load.level), reasons=reasons)
    return words.say("{level} (estimate): {reasons}", level=level(words, load.level), reasons=reasons)


def reason(words: Words, given: Input) -> str:
    """One of the inputs that a load was estimated from, as a phrase without a full stop."""
    match given:
        case InHoliday(holiday, number):
            name = words.say(EVENTS[holiday.event])
            return words.say("{holiday}, day {number} of {days}", holiday=name, number=number, days=holiday.days)
        case Weekend():
            return words.say("weekend")
        case Workday():
            return words.say("workday")
        case WorkedWeekend():
            return words.say("a weekend day worked for a holiday")
        case InSeason(season):
            return words.say("season: {season}", season=words.text(season.name))
        case StatutoryOnly(year, near):
            if near:
                return words.say("may be free: the calendar of {year} is not announced yet", year=year)
            return words.say("the calendar of {year} is not announced yet", year=year)
        case CalendarUnknown(year):
            return words.say("the holidays of {year} are not known here", year=year)
        case SaidByBureau(entry):
            said = words.say("; ").join(part for part in (entry.note, entry.source) if part)
            return words.say("the tourism bureau: {said}", said=said)
        case _:
            assert_never(given)
