"""The bureau's desk in words: what is wrong with a cell, what a column holds, what would change."""

from jz_travel.domain.bureau import Clash, Entry
from jz_travel.domain.holidays import Announcement, DayLoad
from jz_travel.domain.sheets import Kind, Preview, Remark, Role
from jz_travel.domain.statistics import Definition, Statistics, Subject
from jz_travel.words.holidays import level
from jz_travel.words.marking import N_
from jz_travel.words.statistics import EVENTS, MEASURES, SHORT_DEFINITIONS, amount, growth, growth_explained
from jz_travel.words.words import Words

REMARKS: dict[Kind, str] = {
    Kind.MISSING_YEAR: N_("The year is missing or not clear: “{cell}”."),
    Kind.SEVERAL_YEARS: N_("“{cell}” names more than one year; a row has one."),
    Kind.MISSING_SUBJECT: N_("It is not said whom the figures are about."),
    Kind.UNKNOWN_SUBJECT: N_("Nothing here is called “{cell}”."),
    Kind.MISSING_EVENT: N_("The holiday is missing."),
    Kind.UNKNOWN_EVENT: N_("“{cell}” is not a holiday known here."),
    Kind.MISSING_MEASURE: N_("It is not said what “{cell}” measures."),
    Kind.UNKNOWN_MEASURE: N_("“{cell}” is not a measure known here."),
    Kind.MISSING_DEFINITION: N_("It is not said what was counted."),
    Kind.UNKNOWN_DEFINITION: N_("What “{cell}” counts is not known here."),
    Kind.MISSING_SOURCE: N_("The source is missing; no figure is kept without one."),
    Kind.MISSING_UNIT: N_("“{cell}” has no unit, and its heading has none either."),
    Kind.UNKNOWN_UNIT: N_("“{other}” in “{cell}” is not a unit of this measure."),
    Kind.UNIT_DIFFERS: N_("“{cell}” has another unit than “{other}”."),
    Kind.WRONG_UNIT: N_("“{cell}” is in a unit that does not fit."),
    Kind.NOT_A_NUMBER: N_("“{cell}” cannot be read as an exact number."),
    Kind.NOT_POSITIVE: N_("“{cell}” is not above zero."),
    Kind.UNCLEAR_PERCENT: N_("Is “{cell}” {cell} % or {other} %? Say it for the column, or write the sign."),
    Kind.NOT_COMPUTED: N_("This formula was never computed: open the file in a spreadsheet and save it once."),
    Kind.NOT_A_DAY: N_("“{cell}” is not a day, or the first and the last day do not fit."),
    Kind.DAYS_DIFFER: N_("“{cell}” days are given, but from the first to the last day are {other}."),
    Kind.WRONG_DAYS: N_("“{cell}” is not a length of a holiday (1 to 31 days)."),
    Kind.TWICE: N_("This figure ({cell}) stands in row {other} already; neither is taken."),
    Kind.TOO_LONG: N_("The text is too long: “{cell}”."),
    Kind.NO_HEADER: N_("No row of headings was recognized. Say what each column holds."),
    Kind.TOO_MANY_ROWS: N_("Only the first {other} rows can be read at once; the rest was not looked at."),
    Kind.NEW_DEFINITION: N_(
        "Until now something else was counted here ({other}, now {cell}): charts will show a break."
    ),
    Kind.FAR_OFF: N_("{cell} is far from the neighbouring figure of {other}: is the unit right?"),
    Kind.OTHER_VALUE: N_("{cell} differs from the printed figure of {other}; both will be shown."),
}
ROLES: dict[Role, str] = {
    Role.NOTHING: N_("leave out", context="column"),
    Role.YEAR: N_("Year", context="column"),
    Role.EVENT: N_("Holiday", context="column"),
    Role.SUBJECT: N_("Subject", context="column"),
    Role.MEASURE: N_("Measure", context="column"),
    Role.DEFINITION: N_("What was counted", context="column"),
    Role.VALUE: N_("Value", context="column"),
    Role.UNIT: N_("Unit", context="column"),
    Role.DAYS: N_("Days", context="column"),
    Role.FIRST: N_("First day", context="column"),
    Role.LAST: N_("Last day", context="column"),
    Role.GROWTH: N_("Growth", context="column"),
    Role.BASIS: N_("What the growth compares", context="column"),
    Role.SOURCE: N_("Source", context="column"),
    Role.PUBLISHED: N_("Published", context="column"),
    Role.URL: N_("Address", context="column"),
    Role.NOTE: N_("Note", context="column"),
}


def remark(words: Words, shown: Remark) -> str:
    """``C2: “712,4” cannot be read as an exact number.``"""
    cell, other = shown.cell, shown.other
    if shown.kind is Kind.NEW_DEFINITION:
        cell = _definitions(words, cell)
        other = _definitions(words, other)
    sentence = words.say(REMARKS[shown.kind], cell=cell, other=other)
    where = f"{shown.column}{shown.row}" if shown.column else words.say("row {n}", n=shown.row)
    return words.say("{where}: {sentence}", where=where, sentence=sentence)


def _definitions(words: Words, ids: str) -> str:
    known = {str(each) for each in Definition}
    parts = (each.strip() for each in ids.split(","))
    return words.say(", ").join(words.say(SHORT_DEFINITIONS[Definition(each)]) for each in parts if each in known)


def entry_name(words: Words, entry: Entry, subjects: dict[str, Subject]) -> str:
    """``Jiaozuo · May Day 2025 · Visits``."""
    subject = subjects.get(entry.subject)
    event = words.say(EVENTS[entry.event])
    if entry.year:
        event = words.say("{holiday} {year}", holiday=event, year=entry.year)
    measure = words.say(MEASURES[entry.measure], context="measure")
    return " · ".join((words.text(subject.name) if subject else entry.subject, event, measure))


def entry_value(words: Words, entry: Entry) -> str:
    """``712.4万人次``."""
    return amount(words, entry.base, entry.unit)


def entry_growth(words: Words, entry: Entry, *, short: bool = False) -> str:
    """``+3.86% on 2024, basis not stated``, or only ``+3.86%``."""
    if entry.growth is None:
        return "–"
    return growth(words, entry.growth) if short else growth_explained(words, entry.growth)


def entry_verified(words: Words, entry: Entry) -> str:
    """Who compared it with its source, and when."""
    if not entry.verified_on:
        return words.say("not verified yet")
    day = words.dates(entry.verified_on, entry.verified_on)
    return words.say("verified by {name} on {date}", name=entry.verified_by, date=day)


def sums(words: Words, seen: Preview) -> str:
    """What a sheet would change, counted."""
    new = sum(each.before is None for each in seen.changes)
    return words.say(
        "{new} new, {changed} changed, {same} already there; mistakes: {mistakes}, doubts: {doubts}",
        new=new,
        changed=len(seen.changes) - new,
        same=seen.same,
        mistakes=len(seen.mistakes) + seen.further,
        doubts=len(seen.doubts),
    )


def clash(words: Words, shown: Clash, statistics: Statistics) -> str:
    """Both versions of what two people changed."""
    subjects = {str(each.id): each for each in statistics.subjects}
    mine = _version(words, shown.mine, subjects)
    if shown.theirs is None:
        return words.say("{mine}: somebody removed it meanwhile.", mine=mine)
    theirs = _version(words, shown.theirs, subjects)
    return words.say("Yours: {mine}. On the desk: {theirs}.", mine=mine, theirs=theirs)


def _version(words: Words, record: Entry | DayLoad | Announcement, subjects: dict[str, Subject]) -> str:
    match record:
        case Entry():
            parts = (
                entry_name(words, record, subjects), entry_value(words, record), entry_growth(words, record),
                record.source, record.note, entry_verified(words, record),
            )  # fmt: skip
            return words.say("; ").join(part for part in parts if part not in ("", "–"))
        case DayLoad():
            return words.say("; ").join((words.date(record.day), level(words, record.level), record.source))
        case Announcement():
            return words.say("; ").join((words.dates(record.first, record.last), record.name, record.source))
