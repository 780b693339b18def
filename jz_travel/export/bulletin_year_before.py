"""What the year before may have been, where a printed growth leaves it open; in a bulletin's sentences."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from jz_travel.domain.reckoning import Readings, change, per_day
from jz_travel.domain.reckoning import readings_of as both_readings
from jz_travel.domain.statistics import Basis, Figure, Measure, Statistics, SubjectId
from jz_travel.words import N_, Words
from jz_travel.words.statistics import printed, quantity

Json = dict[str, Any]
MAIN = (Measure.VISITS, Measure.REVENUE)
NEIGHBOUR = SubjectId("yuntaishan")
IF_TOTALS = N_(
    "If the growth compares totals, {year} had {visits} and {revenue} in {days}; per day, the later holiday then "
    "changed by {more_visits} and {more_revenue}."
)
IF_DAYS = N_(
    "If it compares means per day, {year} had {visits} and {revenue} in {days}; the total of the later holiday then "
    "changed by {more_visits} and {more_revenue}."
)


def year_before(main: Sequence[Figure], statistics: Statistics, words: Words) -> Json:
    """What the year before may have been, where the printed growth leaves it open."""
    say = words.say
    empty: Json = {"title": "", "below": "", "lines": [], "hint": ""}
    pairs = [(each, both_readings(each, statistics)) for each in main]
    known = [(figure, readings) for figure, readings in pairs if readings is not None]
    if len(known) != len(MAIN):
        return empty
    year = known[0][1].growth.against
    lines = [_answer(known, reading, words) for reading in (Basis.RAW, Basis.COMPARABLE)]
    below = say("No printed figure of {year} was found. Both answers are arithmetic, not official figures.", year=year)
    title = say("What was {year}? Two possible answers", year=year)
    return {"title": title, "below": below, "lines": lines, "hint": _hint(known[0][0], statistics, words)}


def _hint(later: Figure, statistics: Statistics, words: Words) -> str:
    """The one neighbour that printed both years says which answer is likelier, and no more."""
    series = statistics.find(NEIGHBOUR, later.event, later.measure)
    year = later.year or 0
    pair = (series[0].in_year(year - 1), series[0].in_year(year)) if series else (None, None)
    if pair[0] is None or pair[1] is None or later.subject.id == NEIGHBOUR:
        return ""
    grown = change(pair[0], pair[1])
    if not _is_likelier(grown.base, later):
        return ""
    return words.say(
        "{place} published figures for both years: {earlier} and {later}, a change of totals of {change}. "
        "That makes the first answer likelier; it does not prove it.",
        place=words.text(pair[1].subject.name),
        earlier=printed(words, pair[0]),
        later=printed(words, pair[1]),
        change=quantity(words, grown),
    )


def _is_likelier(change_of_totals: Decimal, later: Figure) -> bool:
    """Only where the neighbour's change of totals is about the printed growth may it be a hint."""
    return any(each.form == "change" and abs(change_of_totals - each.printed) < 1 for each in later.growth)


def _answer(known: Sequence[tuple[Figure, Readings]], reading: Basis, words: Words) -> str:
    raw = reading is Basis.RAW
    before = [readings.raw if raw else readings.comparable for _, readings in known]
    changes = [
        change(per_day(one), per_day(figure)) if raw else change(one, figure)
        for one, (figure, _) in zip(before, known, strict=True)
    ]
    values = [quantity(words, each) for each in (*before, *changes)]
    return words.say(
        IF_TOTALS if raw else IF_DAYS,
        year=before[0].year,
        days=words.count("{n} day", "{n} days", before[0].days or 0),
        visits=values[0],
        revenue=values[1],
        more_visits=values[2],
        more_revenue=values[3],
    )
