"""From the fields of a place's file to the immutable place."""

from typing import Protocol

from jz_travel.domain.clock import minutes, parse_time_of_day
from jz_travel.domain.opening import ALL_YEAR, Closure, Hours, Opening, Season
from jz_travel.domain.places import (
    BestSeason,
    Contact,
    Heritage,
    Note,
    Photo,
    Place,
    PlaceId,
    Position,
    Ticket,
    VisitTime,
)
from jz_travel.domain.texts import Confidence, Evidence, Source, SourceId, Text
from jz_travel.store.kinds import KindDefaults
from jz_travel.store.place_fields import PlaceFields, PositionFields, SourceFields, TicketFields, Visit


class _InLanguages(Protocol):
    zh_hans: str
    en: str
    zh_hant: str | None
    ja: str | None
    ko: str | None


class _Sourced(Protocol):
    @property
    def source(self) -> str | None: ...

    as_of: str
    confidence: Confidence | None
    note: str


def place_from(place: PlaceId, fields: PlaceFields, usual: KindDefaults) -> Place:
    """The place of a file that has been checked; what it does not say is what is usual for its kind."""
    return Place(
        id=place,
        kind=fields.kind,
        name=text_of(fields.name),
        short=text_of(fields.short),
        pinyin=fields.name.pinyin,
        county=fields.county,
        hours=_hours(fields, usual),
        visit=_visit(fields.visit, usual.visit) if fields.visit else usual.visit,
        area=None if fields.area is None else PlaceId(fields.area),
        themes=fields.themes,
        tier=fields.tier,
        outdoor=usual.outdoor if fields.outdoor is None else fields.outdoor,
        rating=fields.rating or "",
        aliases=fields.aliases,
        text=text_of(fields.text) if fields.text else None,
        position=_position(fields.position) if fields.position else None,
        season=_season(fields),
        tickets=tuple(_ticket(each) for each in fields.tickets),
        heritage=tuple(
            Heritage(text_of(each), each.authority, each.year, _evidence_of(each)) for each in fields.heritage
        ),
        notes=tuple(Note(text_of(each), each.kind, _evidence_of(each)) for each in fields.notes),
        contact=_contact(fields),
        photos=tuple(
            Photo(each.file, each.author, each.licence, Evidence(SourceId(each.source))) for each in fields.photos
        ),
        sources=_sources(fields),
    )


def text_of(fields: _InLanguages) -> Text:
    """A text in the languages that its file has it in."""
    return Text(fields.zh_hans, fields.en, fields.zh_hant or "", fields.ja or "", fields.ko or "")


def source_from(name: str, fields: SourceFields) -> Source:
    """The source of a table that has been checked."""
    title = Text.alike(fields.title) if isinstance(fields.title, str) else text_of(fields.title)
    return Source(SourceId(name), title, fields.tier, fields.url, fields.date)


def _evidence_of(fields: _Sourced) -> Evidence:
    return Evidence(SourceId(fields.source or ""), fields.as_of, fields.confidence, fields.note)


def _sources(fields: PlaceFields) -> tuple[SourceId, ...]:
    named = [*(fields.text.sources if fields.text else ()), *((fields.rating_source,) if fields.rating_source else ())]
    return tuple(SourceId(source) for source in dict.fromkeys(named))


def _position(fields: PositionFields) -> Position:
    sources = tuple(SourceId(source) for source in fields.sources)
    return Position(fields.lat, fields.lon, fields.within_m, fields.what, fields.confidence, sources, fields.note)


def _hours(fields: PlaceFields, usual: KindDefaults) -> Hours:
    closures = tuple(Closure(each.first, each.last, each.why, _evidence_of(each)) for each in fields.closures)
    if not fields.hours:
        return Hours(usual.hours.openings, closures, usual.hours.assumed)
    openings = tuple(
        Opening(
            opens=parse_time_of_day(each.opens),
            closes=parse_time_of_day(each.closes),
            last_entry=parse_time_of_day(each.last_entry) if each.last_entry else None,
            season=_in_season(each.first, each.last),
            weekdays=each.weekdays,
            evidence=_evidence_of(each),
        )
        for each in fields.hours
    )
    return Hours(openings, closures)


def _in_season(first: str | None, last: str | None) -> Season:
    if not first or not last:
        return ALL_YEAR
    # Who writes 28 February means the end of the month, in leap years too.
    return Season(_month_day(first), _month_day("02-29" if last == "02-28" else last))


def _month_day(text: str) -> tuple[int, int]:
    return int(text[:2]), int(text[3:])


def _visit(fields: Visit, usual: VisitTime) -> VisitTime:
    """What the file does not say is what is usual, kept in order with what it does say.

    The visit counts as assumed when the usual time, which plans are made with, is.
    """
    short, length, long = (minutes(each) if each else None for each in (fields.short, fields.usual, fields.long))
    planned = length or min(max(usual.usual, short or usual.short), long or usual.long)
    return VisitTime(
        short=short or min(usual.short, planned),
        usual=planned,
        long=long or max(usual.long, planned),
        assumed=fields.assumed or length is None,
        evidence=_evidence_of(fields) if fields.source else None,
    )


def _season(fields: PlaceFields) -> BestSeason | None:
    if fields.season is None:
        return None
    evidence = _evidence_of(fields.season)
    return BestSeason(text_of(fields.season), fields.season.months, evidence)


def _ticket(fields: TicketFields) -> Ticket:
    price = fields.price_cny if fields.rule is None else fields.rule
    assert price is not None, "a file without either has been refused"
    season = _in_season(fields.first, fields.last)
    evidence = _evidence_of(fields)
    return Ticket(fields.what, fields.who, text_of(fields), price, season, evidence)


def _contact(fields: PlaceFields) -> Contact:
    if fields.contact is None:
        return Contact()
    contact = fields.contact
    evidence = _evidence_of(contact)
    return Contact(contact.phone, contact.website, contact.address, evidence)
