"""``assets/statistics/``: one file a subject with its series, and the facts of the city. Nothing is computed here."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from msgspec import Meta, Struct

from jz_travel.domain.clock import DAY
from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.places import PlaceId
from jz_travel.domain.statistics import (
    Basis,
    Definition,
    Event,
    Fact,
    Figure,
    FigureId,
    Group,
    Growth,
    Measure,
    Scope,
    Series,
    Statistics,
    Subject,
    SubjectId,
    Unit,
    series_id,
)
from jz_travel.domain.texts import Confidence, Evidence, Source, SourceId, Text
from jz_travel.store.place_fields import FROM, Name, PlaceName, Said, SourceFields, Word
from jz_travel.store.place_values import source_from, text_of
from jz_travel.store.places import ID
from jz_travel.store.toml import convert, read_toml

Number = Annotated[str, Meta(pattern=r"^-?\d{1,12}(\.\d{1,6})?$")]
Year = Annotated[int, Meta(ge=1949, le=2100)]
FactValue = Annotated[str, Meta(pattern=r"^-?\d+(\.\d+)?(/\d+)*$", max_length=20)]
VISITS = (Unit.WAN_VISITS, Unit.YI_VISITS)
YUAN = (Unit.YUAN, Unit.WAN_YUAN, Unit.YI_YUAN, Unit.WAN_YI_YUAN)
UNITS = {
    Measure.VISITS: VISITS,
    Measure.DOMESTIC_VISITS: VISITS,
    Measure.MUSEUM_VISITS: VISITS,
    Measure.CAPACITY: VISITS,
    Measure.REVENUE: YUAN,
    Measure.TICKET_INCOME: YUAN,
    Measure.TICKET_AND_TRANSPORT_INCOME: YUAN,
    Measure.REPORTS: (Unit.TIMES,),
    Measure.FIRMS: (Unit.FIRMS,),
    Measure.BEDS: (Unit.WAN_BEDS,),
}


class _Growth(Struct, forbid_unknown_fields=True):
    basis: Basis
    change: Number | None = None
    percent_of: Number | None = None
    times: Number | None = None
    against: Year | None = None


class _Figure(Struct, forbid_unknown_fields=True, rename=FROM):
    id: PlaceName
    value: Number
    unit: Unit
    source: Word
    confidence: Confidence
    year: Year | None = None
    days: Annotated[int, Meta(ge=1, le=31)] | None = None
    first: date | None = None
    last: date | None = None
    growth: tuple[_Growth, ...] = ()
    note: Said | None = None


class _Series(Struct, forbid_unknown_fields=True):
    event: Event
    measure: Measure
    definition: Definition
    figures: Annotated[tuple[_Figure, ...], Meta(min_length=1)]


class _Subject(Struct, forbid_unknown_fields=True):
    name: Name
    scope: Scope
    series: Annotated[tuple[_Series, ...], Meta(min_length=1)]
    place: PlaceName | None = None


class _Fact(Struct, forbid_unknown_fields=True):
    id: PlaceName
    group: Group
    name: Said
    value: FactValue
    source: Word
    confidence: Confidence
    unit: Unit = Unit.NONE
    period: Said | None = None
    note: Said | None = None
    at_least: bool = False


class _Facts(Struct, forbid_unknown_fields=True):
    fact: tuple[_Fact, ...]


def read_statistics(assets: Path) -> tuple[Statistics, tuple[Failure, ...]]:
    """Every series and fact of ``assets/statistics``; a file with a mistake is left out and named."""
    failures: list[Failure] = []
    sources, wrong = read_sources(assets / "sources.toml")
    failures += wrong
    series: list[Series] = []
    seen: dict[str, Path] = {}
    files = sorted((assets / "statistics").glob("*.toml"))
    if not files:
        failures.append(Failure(Cause.MISSING, assets / "statistics", detail="there is no figure in this folder"))
    for file in files:
        fields, wrong = read_toml(file, _Subject)
        if fields is not None:
            wrong = [*wrong, *_mistakes(fields, file, sources, seen)]
        failures += wrong
        if fields is not None and not wrong:
            series += _series(fields, SubjectId(file.stem))
    facts, wrong = _read_facts(assets / "statistics" / "city" / "facts.toml", sources, seen)
    failures += wrong
    return Statistics(tuple(series), facts, MappingProxyType(sources)), tuple(failures)


def read_sources(file: Path) -> tuple[dict[SourceId, Source], list[Failure]]:
    """The sources by id; what is wrong with the file itself is said where places are read."""
    tables, failures = read_toml(file, dict[str, dict[str, object]])
    if tables is None:
        return {}, failures
    found: dict[SourceId, Source] = {}
    for name, table in tables.items():
        fields, _ = convert(dict(table), SourceFields, file)
        if fields is not None:
            found[SourceId(name)] = source_from(name, fields)
    return found, []


def _read_facts(
    file: Path, sources: dict[SourceId, Source], seen: dict[str, Path]
) -> tuple[tuple[Fact, ...], list[Failure]]:
    fields, failures = read_toml(file, _Facts)
    if fields is None:
        return (), failures
    for index, each in enumerate(fields.fact):
        failures += _common_mistakes(each, f"fact[{index}]", file, sources, seen)
    return () if failures else tuple(_fact(each) for each in fields.fact), failures


def _common_mistakes(
    each: _Figure | _Fact, field: str, file: Path, sources: dict[SourceId, Source], seen: dict[str, Path]
) -> Iterator[Failure]:
    if sources and SourceId(each.source) not in sources:
        yield Failure(Cause.BAD_FIELD, file, f"{field}.source", f"there is no source {each.source}")
    if each.id in seen:
        yield Failure(Cause.BAD_FIELD, file, f"{field}.id", f"{each.id} stands in {seen[each.id].name} already")
    seen[each.id] = file


def _mistakes(
    fields: _Subject, file: Path, sources: dict[SourceId, Source], seen: dict[str, Path]
) -> Iterator[Failure]:
    def bad(field: str, what: str) -> Failure:
        return Failure(Cause.BAD_FIELD, file, field, what)

    if not re.fullmatch(ID, file.stem):
        yield bad("id", "a file is named by its subject's id: small letters, digits and _, at most 40")
    known: set[tuple[Event, Measure, Definition]] = set()
    for at, series in enumerate(fields.series):
        if (series.event, series.measure, series.definition) in known:
            yield bad(f"series[{at}]", "there is a series of the same event, measure and definition already")
        known.add((series.event, series.measure, series.definition))
        for index, figure in enumerate(series.figures):
            field = f"series[{at}].figures[{index}]"
            yield from _common_mistakes(figure, field, file, sources, seen)
            yield from (bad(f"{field}.{name}", what) for name, what in _figure_mistakes(figure, series))


def _figure_mistakes(figure: _Figure, series: _Series) -> Iterator[tuple[str, str]]:
    if figure.unit not in UNITS[series.measure]:
        yield "unit", f"{figure.unit} does not measure {series.measure}"
    if Decimal(figure.value) <= 0:
        yield "value", "is not positive"
    if figure.year is None and series.event is not Event.UNDATED:
        yield "year", "is missing"
    if series.event is Event.YEAR and figure.days is not None:
        yield "days", "a calendar year has no holiday's days"
    if (figure.first is None) != (figure.last is None):
        yield "from", "from and to belong together"
    elif figure.first and figure.last:
        if (figure.last - figure.first) // DAY + 1 != figure.days:
            yield "days", "is not the count of days from from to to"
        if figure.year not in (figure.first.year, figure.last.year):
            yield "year", "is not the year of the dates"
    for index, growth in enumerate(figure.growth):
        if sum(each is not None for each in (growth.change, growth.percent_of, growth.times)) != 1:
            yield f"growth[{index}]", "has exactly one of change, percent_of and times"
        elif _growth(growth).ratio <= 0:
            yield f"growth[{index}]", "leaves nothing of the earlier value"
        if growth.against and figure.year and growth.against >= figure.year:
            yield f"growth[{index}].against", "is not an earlier year"


def _series(fields: _Subject, name: SubjectId) -> Iterator[Series]:
    place = PlaceId(fields.place) if fields.place else None
    subject = Subject(name, text_of(fields.name), fields.scope, place)
    for each in fields.series:
        figures = tuple(_figure(figure, subject, each) for figure in each.figures)
        identity = series_id(name, each.event, each.measure, each.definition)
        yield Series(identity, subject, each.event, each.measure, each.definition, figures)


def _figure(fields: _Figure, subject: Subject, series: _Series) -> Figure:
    return Figure(
        id=FigureId(fields.id),
        subject=subject,
        event=series.event,
        measure=series.measure,
        definition=series.definition,
        value=Decimal(fields.value),
        unit=fields.unit,
        evidence=Evidence(SourceId(fields.source), "", fields.confidence),
        year=fields.year,
        days=fields.days,
        first=fields.first,
        last=fields.last,
        growth=tuple(_growth(each) for each in fields.growth),
        note=said(fields.note),
    )


def _growth(fields: _Growth) -> Growth:
    forms: tuple[tuple[Literal["change", "percent_of", "times"], str | None], ...] = (
        ("change", fields.change),
        ("percent_of", fields.percent_of),
        ("times", fields.times),
    )
    form, printed = next((form, text) for form, text in forms if text is not None)
    return Growth(Decimal(printed), form, fields.against, fields.basis)


def _fact(fields: _Fact) -> Fact:
    evidence = Evidence(SourceId(fields.source), "", fields.confidence)
    return Fact(
        FigureId(fields.id), fields.group, text_of(fields.name), fields.value, fields.unit, evidence,
        said(fields.period), said(fields.note), fields.at_least,
    )  # fmt: skip


def said(fields: Said | None) -> Text | None:
    """The words of an optional name or remark; None where the file leaves it out."""
    return text_of(fields) if fields else None
