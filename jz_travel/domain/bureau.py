"""What the bureau keeps itself: its figures, how full days are, closures, and what its kiosks count.

Each record has a ``version``: 0 before it is kept, then one more with each change. Whoever changes a record hands back
the version that he read, so that nobody overwrites what he has not seen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Literal, NewType

from jz_travel.domain.holidays import Announcement, DayLoad, HolidayCalendar
from jz_travel.domain.opening import Closure
from jz_travel.domain.places import Catalogue, Place, PlaceId
from jz_travel.domain.statistics import (
    Definition,
    Event,
    Figure,
    FigureId,
    Growth,
    Measure,
    Own,
    Series,
    SeriesId,
    Statistics,
    Subject,
    SubjectId,
    Unit,
    series_id,
)
from jz_travel.domain.texts import Evidence, Source, SourceId, Text

EntryId = NewType("EntryId", str)
BatchId = NewType("BatchId", str)


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of the bureau's own. ``source`` is never empty; ``value`` is exactly as the source prints it."""

    subject: SubjectId
    event: Event
    measure: Measure
    definition: Definition
    value: Decimal
    unit: Unit
    source: str
    year: int | None = None
    days: int | None = None
    first: date | None = None
    last: date | None = None
    growth: Growth | None = None
    published: str = ""
    url: str = ""
    note: str = ""
    verified_on: date | None = None
    verified_by: str = ""
    id: EntryId = EntryId("")
    version: int = 0

    @property
    def key(self) -> str:
        """What there can be only one of: two records with the same key are the same figure."""
        parts = (self.subject, self.event, self.measure, self.definition, self.year or "", self.first or "")
        return "|".join(map(str, parts))

    @property
    def series(self) -> SeriesId:
        return series_id(self.subject, self.event, self.measure, self.definition)

    @property
    def base(self) -> Decimal:
        """In single visits, yuan, …"""
        return self.value * self.unit.factor


Record = Entry | DayLoad | Announcement


@dataclass(frozen=True, slots=True)
class Clash:
    """Two desks changed the same ``fields`` of one record. ``theirs`` None: somebody removed it meanwhile."""

    mine: Record
    theirs: Record | None
    fields: tuple[str, ...] = ()


@dataclass(eq=False)
class Refused(Exception):  # noqa: N818  # nothing is broken: a person has to look at both versions
    """Nothing was written, because of these."""

    clashes: tuple[Clash, ...]

    def __str__(self) -> str:
        return ", ".join(clash.mine.key for clash in self.clashes)


@dataclass(frozen=True, slots=True)
class Batch:
    """What was changed in one go, and can be undone in one go."""

    id: BatchId
    made: datetime
    by: str
    what: str
    changes: int
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How often something was done at a kiosk on a day; nobody's name, no time of day. ``what`` like ``trip taken``."""

    kiosk: str
    day: date
    what: str
    n: int


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A kiosk of the fleet, as it last said hello."""

    name: str
    last_seen: datetime
    version: str = ""
    data_version: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a desk keeps, as one value: what the rest of the program reads."""

    figures: tuple[Entry, ...] = ()
    day_loads: tuple[DayLoad, ...] = ()
    closures: tuple[Announcement, ...] = ()


def calendar_with(calendar: HolidayCalendar, kept: Kept) -> HolidayCalendar:
    """A calendar that knows what the bureau says of its days."""
    return replace(calendar, entries=kept.day_loads, closures=kept.closures)


def open_as_announced(catalogue: Catalogue, closures: Iterable[Announcement]) -> Catalogue:
    """The catalogue with the places closed that the bureau says are closed, and what lies inside them."""
    shut: dict[PlaceId, list[Closure]] = {}
    for each in closures:
        if each.kind == "closure" and each.place is not None:
            shut.setdefault(each.place, []).append(Closure(each.first, each.last, each.name))
    if not shut:
        return catalogue

    def as_announced(place: Place) -> Place:
        found: list[Closure] = []
        here: Place | None = place
        while here is not None:
            found += shut.get(here.id, ())
            here = catalogue.area_of(here)
        if not found:
            return place
        return replace(place, hours=replace(place.hours, closures=(*place.hours.closures, *found)))

    return Catalogue(tuple(map(as_announced, catalogue)), catalogue.sources)


def joined(statistics: Statistics, entries: Iterable[Entry]) -> Statistics:
    """The shipped figures and the bureau's own, in one series where the same was counted; each says whose it is."""
    subjects = {each.id: each for each in statistics.subjects}
    series = {each.id: each for each in statistics.series}
    sources: dict[SourceId, Source] = dict(statistics.sources)
    for entry in entries:
        subject = subjects.get(entry.subject)
        if subject is None:
            continue  # a place of a newer program; its figures wait on the desk
        source = _source(entry)
        sources[source.id] = source
        figure = _figure(entry, subject, source)
        before = series.get(entry.series)
        series[entry.series] = (
            replace(before, figures=(*before.figures, figure))
            if before
            else Series(entry.series, subject, entry.event, entry.measure, entry.definition, (figure,))
        )
    return Statistics(tuple(series.values()), statistics.facts, MappingProxyType(sources))


def _source(entry: Entry) -> Source:
    tier: Literal["A", "BK"] = "A" if entry.verified_on else "BK"
    name = "|".join(("desk", tier, entry.source, entry.published, entry.url))  # figures of one source share it
    return Source(SourceId(name), Text.alike(entry.source), tier, entry.url, entry.published)


def _figure(entry: Entry, subject: Subject, source: Source) -> Figure:
    return Figure(
        id=FigureId(f"desk:{entry.id}"),
        subject=subject,
        event=entry.event,
        measure=entry.measure,
        definition=entry.definition,
        value=entry.value,
        unit=entry.unit,
        evidence=Evidence(source.id, "", "high" if entry.verified_on else "medium"),
        year=entry.year,
        days=entry.days,
        first=entry.first,
        last=entry.last,
        growth=(entry.growth,) if entry.growth else (),
        note=Text(entry.note, entry.note) if entry.note else None,
        own=Own(entry.verified_on, entry.verified_by),
    )
