"""The holiday bulletin: one holiday of one year on two pages, in the manner of a statistical release.

Every number in it is printed by a source, which its mark names, or computed, and then the table says so.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from jz_travel.charts.captions import summary
from jz_travel.charts.captions import title as chart_title
from jz_travel.charts.columns import Chart, by_year, growth_per_day, quantities
from jz_travel.domain.reckoning import Quantity, figures_behind, per_day, per_visit
from jz_travel.domain.statistics import Event, Figure, Measure, Statistics, Subject, SubjectId
from jz_travel.domain.texts import SourceId
from jz_travel.export.bulletin_year_before import MAIN, year_before
from jz_travel.export.typeset import pdf
from jz_travel.words import N_, Words
from jz_travel.words.origins import TIERS
from jz_travel.words.statistics import (
    DEFINITIONS,
    MEASURES,
    SHORT_DEFINITIONS,
    event_year,
    growth_explained,
    printed,
    quantity,
    title_alone,
)

Json = dict[str, Any]
Draw = Callable[[Chart, tuple[int, int]], str]
"""A chart as SVG, for a size in pixels."""
COMPARED = tuple(map(SubjectId, ("china", "henan", "yuntaishan", "jiaozuo")))
FIRST_CHART, SECOND_CHART = (760, 290), (760, 200)
MOST_TILES, MOST_ROWS = 4, 14
NOTES = (
    N_("A visit is not a person: one person may be counted at several gates and on several days."),
    N_("Per day: the printed total divided by the days of the holiday. ≈ stands before a rounded result."),
    N_("“Basis not stated”: the source does not say whether its growth compares totals or means per day."),
    N_("Figures of different definitions are never joined and never compared here."),
)


@dataclass(frozen=True, slots=True)
class Issue:
    """What a bulletin is about."""

    subject: Subject
    event: Event
    year: int


class _Marks:
    """Sources in the order in which they are first named."""

    def __init__(self) -> None:
        self.order: list[SourceId] = []

    def of(self, shown: Quantity) -> str:
        found = dict.fromkeys(each.evidence.source for each in figures_behind(shown))
        for each in found:
            if each not in self.order:
                self.order.append(each)
        return "".join(f"[{self.order.index(each) + 1}]" for each in found)


def issues(statistics: Statistics, subject: SubjectId) -> tuple[Issue, ...]:
    """The holidays that a bulletin can be made of, the latest first."""
    found = {
        (figure.year, series.event): Issue(series.subject, series.event, figure.year)
        for series in statistics.find(subject)
        if series.event not in (Event.ONE_DAY, Event.UNDATED, Event.YEAR) and series.measure in MAIN
        for figure in series.figures
        if figure.year
    }
    order = list(Event)
    return tuple(found[key] for key in sorted(found, key=lambda key: (-key[0], order.index(key[1]))))


def write(issue: Issue, statistics: Statistics, words: Words, draw: Draw) -> bytes:
    """The PDF; the same bytes for the same figures."""
    return pdf("bulletin", content(issue, statistics, words, draw), words)


def content(issue: Issue, statistics: Statistics, words: Words, draw: Draw) -> Json:
    """Everything that stands in it."""
    say, marks = words.say, _Marks()
    own = _own(issue, statistics)
    main = [each for each in own if each.measure in MAIN] or own
    some = main[0]
    name = words.text(issue.subject.name)
    heading = say("{place}: {holiday}", place=name, holiday=event_year(words, some))
    tiles, readings = _tiles(own, words, marks), _readings(main, words, marks)
    answers = year_before(main, statistics, words)
    charts = _charts(issue, statistics, words, draw, marks)
    figures = _figures(issue, statistics, words, marks)
    return {
        "title": f"{heading} – {say('Holiday bulletin')}",
        "kicker": say("Holiday bulletin"),
        "issued": _length(some, words),
        "heading": heading,
        "below": say(DEFINITIONS[some.definition]),
        "lead": _lead(main, words, name),
        "tiles": tiles,
        "readings": readings,
        "answers": answers,
        "charts": charts,
        "figures": figures,
        "notes": {"title": say("How to read these figures"), "lines": [say(each) for each in NOTES]},
        "sources": {"title": say("Sources"), "list": [_source(each, statistics, words) for each in marks.order]},
        "foot": say("Compiled with jz_travel from the sources named; not itself an official release."),
        "paper": {"letters": 9.4},
    }


def _own(issue: Issue, statistics: Statistics) -> list[Figure]:
    """The figures of the subject itself, visits and revenue first; one definition, the one with most of them."""
    found = [
        figure
        for series in statistics.find(issue.subject.id, issue.event)
        if (figure := series.in_year(issue.year)) is not None
    ]
    order = list(Measure)
    return sorted(found, key=lambda each: (each.measure not in MAIN, order.index(each.measure)))


def _length(some: Figure, words: Words) -> str:
    dates = [words.dates(some.first, some.last)] if some.first and some.last else []
    days = [words.count("{n} day", "{n} days", some.days)] if some.days else []
    return " · ".join((*dates, *days))


def _lead(main: Sequence[Figure], words: Words, name: str) -> str:
    """One sentence a number, as printed."""
    sentences = []
    for each in main:
        measure = words.say(MEASURES[each.measure], context="measure")
        grown = words.say("; ").join(growth_explained(words, one) for one in each.growth)
        said = words.say("{measure}: {value}", measure=measure, value=printed(words, each))
        sentences.append(words.say("{said} ({growth})", said=said, growth=grown) if grown else said)
    return words.say("{place}. {said}.", place=name, said=words.say("; ").join(sentences))


def _tiles(own: Sequence[Figure], words: Words, marks: _Marks) -> list[Json]:
    tiles = []
    for each in own[: MOST_TILES - 1]:
        grown = words.say("; ").join(growth_explained(words, one) for one in each.growth)
        tiles.append(_tile(words.say(MEASURES[each.measure], context="measure"), each, grown, words, marks))
    by_measure = {each.measure: each for each in own}
    visits, revenue = by_measure.get(Measure.VISITS), by_measure.get(Measure.REVENUE)
    if visits and revenue and visits.definition is revenue.definition:
        spent = per_visit(revenue, visits)
        tiles.append(_tile(words.say("Revenue per visit"), spent, words.say("computed"), words, marks))
    return tiles


def _tile(name: str, of: Quantity, detail: str, words: Words, marks: _Marks) -> Json:
    return {"name": name, "text": quantity(words, of), "mark": marks.of(of), "detail": detail}


def _readings(main: Sequence[Figure], words: Words, marks: _Marks) -> Json:
    say = words.say
    body = []
    for each in main:
        mean = per_day(each) if each.days and each.days > 1 else None
        grown = say("; ").join(growth_explained(words, one) for one in each.growth)
        body.append(
            [
                {"text": say(MEASURES[each.measure], context="measure")},
                {"text": printed(words, each), "mark": marks.of(each)},
                {"text": quantity(words, mean) if mean else "–"},
                {"text": grown or "–"},
            ]
        )
    head = ["", say("Total, as printed"), say("Per day (computed)"), say("Growth and what it compares")]
    return {"title": say("Three readings of each number"), "head": head, "body": body}


def _charts(issue: Issue, statistics: Statistics, words: Words, draw: Draw, marks: _Marks) -> list[Json]:
    say, charts = words.say, []
    years = (issue.year - 1, issue.year)
    compared = growth_per_day(
        statistics, tuple(dict.fromkeys((*COMPARED, issue.subject.id))), issue.event, Measure.VISITS, years
    )
    if len({each.of.subject.id for each in compared.columns if each.of}) > 1:
        note = say("Growth rates side by side. What each of them counts differs, so the totals are not compared.")
        if any(each.tentative for each in compared.columns):
            note = f"{note} {say('Dashed: right only in one reading of the printed growth.')}"
        charts.append(_chart(compared, FIRST_CHART, note, words, draw, marks))
    series = by_year(statistics, issue.subject.id, issue.event, Measure.VISITS, means=True)
    if series is not None and sum(len(panel.columns) for panel in series.panels) > 1:
        note = say("Columns start at zero. A gap ⋯ stands for years without a figure.")
        if series.has_break:
            note = f"{note} {say('What was counted differs: the parts cannot be compared.')}"
        charts.append(_chart(series, SECOND_CHART, note, words, draw, marks))
    return charts


def _chart(chart: Chart, size: tuple[int, int], note: str, words: Words, draw: Draw, marks: _Marks) -> Json:
    named = "".join(dict.fromkeys(marks.of(each) for each in quantities(chart)))
    note = words.say("{note} Sources: {marks}", note=note, marks=named)
    return {"title": chart_title(words, chart), "svg": draw(chart, size), "says": summary(words, chart), "note": note}


def _figures(issue: Issue, statistics: Statistics, words: Words, marks: _Marks) -> Json:
    """Everybody's figures of the same holiday, each with its definition."""
    say = words.say
    found = [
        figure
        for series in statistics.find(event=issue.event)
        if series.measure in MAIN and (figure := series.in_year(issue.year)) is not None
    ]
    scopes = ("city", "site", "province", "nation")
    found.sort(key=lambda each: (each.subject != issue.subject, scopes.index(each.subject.scope), each.subject.id))
    body = [_figure(each, words, marks) for each in found[:MOST_ROWS]]
    head = [
        "", say("Measure", context="column"), say("As printed"), say("Days", context="column"),
        say("Per day (computed)"), say("Growth; what was counted"),
    ]  # fmt: skip
    below = say("As their sources print them. Numbers in brackets name the source.")
    return {"title": say("The same holiday elsewhere"), "below": below, "head": head, "body": body}


def _figure(each: Figure, words: Words, marks: _Marks) -> list[Json]:
    say = words.say
    mean = quantity(words, per_day(each)) if each.days and each.days > 1 else "–"
    grown = say("; ").join(growth_explained(words, one) for one in each.growth)
    counted = say(SHORT_DEFINITIONS[each.definition])
    return [
        {"text": words.text(each.subject.name)},
        {"text": title_alone(words, each)},
        {"text": printed(words, each), "mark": marks.of(each)},
        {"text": str(each.days or "–")},
        {"text": mean},
        {"text": say("; ").join((grown, counted)) if grown else counted},
    ]


def _source(source: SourceId, statistics: Statistics, words: Words) -> Json:
    known = statistics.sources.get(source)
    if known is None:
        return {"title": source, "more": "", "url": ""}
    more = " · ".join(part for part in (words.as_far_as_said(known.date), words.say(TIERS[known.tier])) if part)
    url = known.url if known.url.startswith("http") else ""
    return {"title": words.text(known.title), "more": more, "url": url}
