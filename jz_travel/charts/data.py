"""Series as data for other programs: what is printed and what is computed, apart, each with all that it rests on.

``value`` is a text, exactly as printed, in ``unit``; ``base`` is in single visits or yuan. ``computed`` holds formulas.
Names of computed values, formulas and titles of sources are in the language asked for.
``assets/statistics/schema.json`` is its JSON Schema.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from jz_travel.domain.reckoning import Derived, figures_behind, implied, per_day, per_visit, recomputed
from jz_travel.domain.statistics import Figure, Growth, Measure, Series, Statistics
from jz_travel.domain.texts import Language
from jz_travel.words import Words
from jz_travel.words.statistics import computed, formula, rounded, title

VERSION = 1


def write(series: Iterable[Series], statistics: Statistics, words: Words) -> bytes:
    """The series as JSON in UTF-8, in the order given; the same series give the same bytes."""
    content = {"version": VERSION, "series": [_series(each, statistics, words) for each in series]}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def derived_from(series: Series, statistics: Statistics) -> Iterator[Derived]:
    """Everything that this program computes from a series."""
    for figure in series.figures:
        if figure.days and figure.days > 1:
            yield per_day(figure)
        if figure.measure is Measure.REVENUE and figure.year:
            for visits in statistics.find(figure.subject.id, figure.event, Measure.VISITS, figure.definition):
                found = visits.in_year(figure.year)
                if found is not None:
                    yield per_visit(figure, found)
        yield from implied(figure, statistics)
        for growth in figure.growth:
            yield from recomputed(figure, growth, statistics)


def _series(series: Series, statistics: Statistics, words: Words) -> dict[str, Any]:
    return {
        "id": series.id,
        "subject": series.subject.id,
        "scope": series.subject.scope,
        "event": series.event,
        "measure": series.measure,
        "definition": series.definition,
        "figures": [_figure(figure, statistics, words) for figure in series.figures],
        "computed": [_computed(each, words) for each in derived_from(series, statistics)],
    }


def _figure(figure: Figure, statistics: Statistics, words: Words) -> dict[str, Any]:
    source = statistics.sources.get(figure.evidence.source)
    return {
        "id": figure.id,
        "year": figure.year,
        "days": figure.days,
        "from": figure.first and figure.first.isoformat(),
        "to": figure.last and figure.last.isoformat(),
        "value": f"{figure.value}",
        "unit": figure.unit,
        "base": f"{figure.base:f}",
        "growth": [_growth(each) for each in figure.growth],
        "note": figure.note and {language: figure.note.in_(language) for language in get_args(Language)},
        "confidence": figure.evidence.confidence,
        "own": figure.own
        and {
            "verified_on": figure.own.verified_on and figure.own.verified_on.isoformat(),
            "verified_by": figure.own.verified_by,
        },
        "source": {
            "id": figure.evidence.source,
            "title": words.text(source.title) if source else None,
            "date": source.date if source else None,
            "tier": source.tier if source else None,
            "url": source.url if source else None,
        },
    }


def _growth(growth: Growth) -> dict[str, Any]:
    return {"printed": f"{growth.printed}", "form": growth.form, "against": growth.against, "basis": growth.basis}


def _computed(each: Derived, words: Words) -> dict[str, Any]:
    return {
        "name": title(words, each),
        "year": each.year,
        "value": f"{rounded(each)}",
        "unit": each.unit,
        "shown": computed(words, each),
        "formula": formula(words, each),
        "from": [figure.id for figure in figures_behind(each)],
    }
