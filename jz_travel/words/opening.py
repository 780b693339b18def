"""Opening hours in words."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from jz_travel.domain.clock import DAY, MIDNIGHT
from jz_travel.domain.opening import ALL_YEAR, EVERY_DAY, Closure, Interval, Opening, Season
from jz_travel.domain.places import Place
from jz_travel.words.names import Names

LEAP_DAY = (2, 29)


def line(words: Names, place: Place, day: date, *, brief: bool = False) -> str:
    """The hours of one date in one line; ``brief`` leaves out the last entry."""
    closure = place.hours.closure_on(day)
    if closure is not None:
        return words.say("closed: {why}", why=closure.why) if closure.why else words.say("closed")
    intervals = place.hours.on(day)
    if brief:
        intervals = tuple(replace(each, last_entry=each.closes) for each in intervals)
    return _marked(words, place, _times(words, intervals))


def table(words: Names, place: Place) -> tuple[tuple[str, str], ...]:
    """(when, times) for every season and weekday, then the closures."""
    if not place.hours.openings:
        return ((words.say("every day"), words.say("not known") if place.hours.assumed else words.say("closed")),)
    grouped: dict[tuple[Season, tuple[int, ...]], list[Opening]] = {}
    for opening in place.hours.openings:
        grouped.setdefault((opening.season, opening.weekdays), []).append(opening)
    rows = [
        (when(words, season, weekdays), _marked(words, place, _times(words, map(_interval, openings))))
        for (season, weekdays), openings in grouped.items()
    ]
    return (*rows, *(_closure(words, closure) for closure in place.hours.closures))


def when(words: Names, season: Season, weekdays: tuple[int, ...]) -> str:
    """``1 Mar – 30 Nov, Tue–Sun``."""
    parts = []
    if season != ALL_YEAR:
        parts.append(season_dates(words, season))
    if weekdays != EVERY_DAY:
        parts.append(_weekdays(words, weekdays))
    return words.say(", ", context="between words").join(parts) or words.say("every day")


def season_dates(words: Names, season: Season) -> str:
    """The first and the last day of a season, both included, without a year as it returns each year."""
    last = words.say("end of Feb") if season.last == LEAP_DAY else words.month_day(*season.last)
    return words.say("{first} – {last}", first=words.month_day(*season.first), last=last)


def _weekdays(words: Names, weekdays: tuple[int, ...]) -> str:
    """``Tue–Sun`` when they follow each other, else ``Mon, Wed``."""
    ordered = sorted(weekdays)
    names = [words.weekday_name(each, short=True) for each in ordered]
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return words.say("{first}–{last}", first=names[0], last=names[-1])
    return words.say(", ", context="between weekdays").join(names)


def _times(words: Names, intervals: Iterable[Interval]) -> str:
    said = [_interval_said(words, interval) for interval in intervals]
    return words.say("; ", context="between times").join(said) or words.say("closed")


def _interval_said(words: Names, interval: Interval) -> str:
    if interval.opens == MIDNIGHT and interval.closes == DAY:
        return words.say("open day and night")
    hours = words.time_range(interval.opens, interval.closes)
    if interval.last_entry >= interval.closes:
        return hours
    return words.say("{hours}, last entry {last_entry}", hours=hours, last_entry=words.time(interval.last_entry))


def _marked(words: Names, place: Place, times: str) -> str:
    return words.say("{times} (assumed)", times=times) if place.hours.assumed else times


def _interval(opening: Opening) -> Interval:
    last_entry = opening.closes if opening.last_entry is None else opening.last_entry
    return Interval(opening.opens, opening.closes, last_entry)


def _closure(words: Names, closure: Closure) -> tuple[str, str]:
    why = words.say("closed: {why}", why=closure.why) if closure.why else words.say("closed")
    return words.dates(closure.first, closure.last), why
