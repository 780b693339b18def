"""``assets/holidays/``: one file a year, and the seasons."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.holidays import SATURDAY, Holiday, HolidayCalendar, HolidayYear, NaturalSeason
from jz_travel.domain.opening import Season
from jz_travel.domain.places import PlaceId
from jz_travel.domain.statistics import Event
from jz_travel.domain.texts import Confidence, Evidence, Source, SourceId
from jz_travel.store.place_fields import FROM, MonthDay, PlaceName, Said, Word
from jz_travel.store.place_values import text_of
from jz_travel.store.statistics import read_sources
from jz_travel.store.toml import read_toml

NO_HOLIDAYS = (Event.YEAR, Event.ONE_DAY, Event.UNDATED)


class _Holiday(Struct, forbid_unknown_fields=True, rename=FROM):
    event: Event
    first: date
    last: date


class _Year(Struct, forbid_unknown_fields=True):
    status: Literal["official", "statutory"]
    source: Word
    holiday: Annotated[tuple[_Holiday, ...], Meta(min_length=1)]
    workdays: tuple[date, ...]


class _Season(Struct, forbid_unknown_fields=True, rename=FROM):
    id: PlaceName
    name: Said
    text: Said
    places: Annotated[tuple[PlaceName, ...], Meta(min_length=1)]
    first: MonthDay
    last: MonthDay
    source: Word
    confidence: Confidence


class _Seasons(Struct, forbid_unknown_fields=True):
    season: tuple[_Season, ...]


def read_holidays(assets: Path) -> tuple[HolidayCalendar, tuple[Failure, ...]]:
    """Every year of ``assets/holidays`` and the seasons; a file with a mistake is left out and named."""
    folder = assets / "holidays"
    sources, failures = read_sources(assets / "sources.toml")
    years: list[HolidayYear] = []
    files = sorted(folder.glob("[0-9]*.toml"))
    if not files:
        failures.append(Failure(Cause.MISSING, folder, detail="there is no year in this folder"))
    for file in files:
        fields, wrong = read_toml(file, _Year)
        if fields is not None:
            wrong = [*wrong, *(Failure(Cause.BAD_FIELD, file, *each) for each in _mistakes(fields, file, sources))]
        failures += wrong
        if fields is not None and not wrong:
            holidays = tuple(Holiday(each.event, each.first, each.last) for each in fields.holiday)
            year = HolidayYear(int(file.stem), fields.status, holidays, fields.workdays, SourceId(fields.source))
            years.append(year)
    seasons, wrong = _read_seasons(folder / "seasons.toml", sources)
    return HolidayCalendar(tuple(years), seasons), (*failures, *wrong)


def _mistakes(fields: _Year, file: Path, sources: dict[SourceId, Source]) -> Iterator[tuple[str, str]]:
    if not (file.stem.isdigit() and len(file.stem) == 4):
        yield "year", "a file is named by its year"
        return
    year = int(file.stem)
    if sources and SourceId(fields.source) not in sources:
        yield "source", f"there is no source {fields.source}"
    for index, each in enumerate(fields.holiday):
        if each.event in NO_HOLIDAYS:
            yield f"holiday[{index}].event", f"{each.event} is no holiday"
        if each.first > each.last:
            yield f"holiday[{index}].to", "is before from"
        if each.last.year != year:
            yield f"holiday[{index}].to", f"is not in {year}"
    for index, (one, other) in enumerate(pairwise(fields.holiday), start=1):
        if other.first <= one.last:
            yield f"holiday[{index}].from", "is not after the holiday before it"
    for index, day in enumerate(fields.workdays):
        if day.year != year:
            yield f"workdays[{index}]", f"is not in {year}"
        if day.isoweekday() < SATURDAY:
            yield f"workdays[{index}]", "is no Saturday or Sunday: it is worked anyway"
        if any(each.first <= day <= each.last for each in fields.holiday):
            yield f"workdays[{index}]", "is a holiday"


def _read_seasons(file: Path, sources: dict[SourceId, Source]) -> tuple[tuple[NaturalSeason, ...], list[Failure]]:
    fields, failures = read_toml(file, _Seasons)
    if fields is None:
        return (), failures
    for index, each in enumerate(fields.season):
        if sources and SourceId(each.source) not in sources:
            what = f"there is no source {each.source}"
            failures.append(Failure(Cause.BAD_FIELD, file, f"season[{index}].source", what))
    return () if failures else tuple(_season(each) for each in fields.season), failures


def _season(fields: _Season) -> NaturalSeason:
    first, last = ((int(text[:2]), int(text[3:])) for text in (fields.first, fields.last))
    return NaturalSeason(
        id=fields.id,
        name=text_of(fields.name),
        text=text_of(fields.text),
        season=Season(first, last),
        places=tuple(PlaceId(place) for place in fields.places),
        evidence=Evidence(SourceId(fields.source), "", fields.confidence),
    )
