"""The fields of ``assets/places/<id>.toml`` and ``assets/sources.toml``, as people write them."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from jz_travel.domain.places import County, Kind, Theme
from jz_travel.domain.texts import Confidence

Word = Annotated[str, Meta(min_length=1, max_length=60)]
Line = Annotated[str, Meta(min_length=1, max_length=160)]
Prose = Annotated[str, Meta(min_length=1, max_length=900)]
Remark = Annotated[str, Meta(max_length=900)]
Minutes = Annotated[int, Meta(ge=1, le=2880)]
Year = Annotated[int, Meta(ge=-3000, le=2100)]
MonthDay = Annotated[str, Meta(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
TimeOfDay = Annotated[str, Meta(pattern=r"^(([01]\d|2[0-3]):[0-5]\d|24:00)$")]
AsOf = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
PlaceName = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Weekday = Annotated[int, Meta(ge=1, le=7)]
Month = Annotated[int, Meta(ge=1, le=12)]

LANGUAGES = {"zh_hans": "zh-Hans", "zh_hant": "zh-Hant"}
FROM = {"first": "from", "last": "to"}


class Name(Struct, forbid_unknown_fields=True, rename=LANGUAGES):
    """A place's whole name; ``zh-Hans`` as its signs have it, and where a language is left out readers fall back on
    others."""

    zh_hans: Word
    en: Annotated[str, Meta(min_length=1, max_length=100)]
    pinyin: Annotated[str, Meta(max_length=160)] = ""
    zh_hant: Word | None = None
    ja: Word | None = None
    ko: Word | None = None


class Short(Struct, forbid_unknown_fields=True, rename=LANGUAGES):
    """What fits beside a pin and on a card."""

    zh_hans: Annotated[str, Meta(min_length=1, max_length=8)]
    en: Annotated[str, Meta(min_length=1, max_length=22)]
    zh_hant: Annotated[str, Meta(min_length=1, max_length=8)] | None = None
    ja: Annotated[str, Meta(min_length=1, max_length=14)] | None = None
    ko: Annotated[str, Meta(min_length=1, max_length=14)] | None = None


class Said(Struct, forbid_unknown_fields=True, rename=LANGUAGES):
    """A name or a remark of a figure or a season, in short."""

    zh_hans: Prose
    en: Prose
    zh_hant: Prose | None = None
    ja: Prose | None = None
    ko: Prose | None = None


class Description(Struct, forbid_unknown_fields=True, rename=LANGUAGES):
    """A few sentences on a place, at most 900 letters a language, from the sources they name."""

    zh_hans: Prose
    en: Prose
    sources: Annotated[tuple[Word, ...], Meta(min_length=1)]
    zh_hant: Prose | None = None
    ja: Prose | None = None
    ko: Prose | None = None


class PositionFields(Struct, forbid_unknown_fields=True):
    """The region that the map covers bounds a position; NaN is outside of it too."""

    lat: Annotated[float, Meta(ge=34.3, le=36.1)]
    lon: Annotated[float, Meta(ge=111.65, le=114.6)]
    within_m: Annotated[float, Meta(gt=0, le=20_000)]
    confidence: Confidence
    sources: Annotated[tuple[Word, ...], Meta(min_length=1)]
    what: Remark = ""
    note: Remark = ""


class Visit(Struct, forbid_unknown_fields=True):
    """How long people stay, in minutes; a time left out is the usual one of the kind of place."""

    short: Minutes | None = None
    usual: Minutes | None = None
    long: Minutes | None = None
    source: Word | None = None
    as_of: AsOf = ""
    assumed: bool = False
    confidence: Confidence | None = None
    note: Remark = ""


class Cited(Struct, forbid_unknown_fields=True, kw_only=True):
    """Whatever is known has a source."""

    source: Word
    as_of: AsOf = ""
    confidence: Confidence | None = None
    note: Remark = ""


class SeasonFields(Cited, forbid_unknown_fields=True, rename=LANGUAGES):
    """When a place is at its best: words, and months from 1 to 12."""

    zh_hans: Prose
    en: Prose
    months: tuple[Month, ...] = ()
    zh_hant: Prose | None = None
    ja: Prose | None = None
    ko: Prose | None = None


class OpeningFields(Cited, forbid_unknown_fields=True, rename=FROM):
    """One line of opening hours, ``HH:MM``; ``from`` and ``to`` are ``MM-DD``, both included, weekdays 1 Monday … 7."""

    opens: TimeOfDay
    closes: TimeOfDay
    first: MonthDay | None = None
    last: MonthDay | None = None
    weekdays: Annotated[tuple[Weekday, ...], Meta(min_length=1)] = (1, 2, 3, 4, 5, 6, 7)
    last_entry: TimeOfDay | None = None


class ClosureFields(Cited, forbid_unknown_fields=True, rename=FROM):
    """Dates on which a place is announced closed, both included."""

    first: date
    last: date
    why: Remark = ""


class TicketFields(Cited, forbid_unknown_fields=True, rename={**LANGUAGES, **FROM}):
    """One line of the price list: a price in yuan or, instead, the rule ``half`` or ``free``."""

    what: Literal["admission", "shuttle", "boat", "cable_car", "show", "combined", "other"]
    who: Literal["adult", "student", "child", "senior", "disabled", "free_groups", "everyone"]
    zh_hans: Line
    en: Line
    price_cny: Annotated[float, Meta(ge=0, le=100_000)] | None = None
    rule: Literal["half", "free"] | None = None
    zh_hant: Line | None = None
    ja: Line | None = None
    ko: Line | None = None
    first: MonthDay | None = None
    last: MonthDay | None = None


class HeritageFields(Cited, forbid_unknown_fields=True, rename=LANGUAGES):
    """A title that an authority gave, with the year (negative is BC) where the source has it."""

    zh_hans: Line
    en: Line
    authority: Annotated[str, Meta(max_length=160)] = ""
    year: Year | None = None
    zh_hant: Line | None = None
    ja: Line | None = None
    ko: Line | None = None


class NoteFields(Cited, forbid_unknown_fields=True, rename=LANGUAGES):
    """One fact that a visitor should know, with a source, of a kind that says when it matters."""

    zh_hans: Prose
    en: Prose
    kind: Literal["access", "steps", "transport", "facts", "caution"]
    zh_hant: Prose | None = None
    ja: Prose | None = None
    ko: Prose | None = None


class ContactFields(Cited, forbid_unknown_fields=True):
    """Telephone numbers and web addresses as they are printed; each list may be empty."""

    phone: tuple[Word, ...] = ()
    website: tuple[Line, ...] = ()
    address: Annotated[str, Meta(max_length=160)] = ""


class PhotoFields(Struct, forbid_unknown_fields=True):
    """A file under ``assets/photos`` with its author, its licence and the id of its source."""

    file: Line
    author: Line
    licence: Line
    source: Word


class PlaceFields(Struct, forbid_unknown_fields=True):
    """One place's file. A field that is not listed is a mistake; ``tier`` runs from 1, known far away, to 4."""

    kind: Kind
    county: County
    name: Name
    short: Short
    area: PlaceName | None = None
    themes: tuple[Theme, ...] = ()
    tier: Annotated[int, Meta(ge=1, le=4)] = 4
    outdoor: bool | None = None
    rating: Literal["1A", "2A", "3A", "4A", "5A"] | None = None
    rating_source: Word | None = None
    aliases: tuple[Word, ...] = ()
    text: Description | None = None
    position: PositionFields | None = None
    visit: Visit | None = None
    season: SeasonFields | None = None
    hours: tuple[OpeningFields, ...] = ()
    closures: tuple[ClosureFields, ...] = ()
    tickets: tuple[TicketFields, ...] = ()
    heritage: tuple[HeritageFields, ...] = ()
    notes: tuple[NoteFields, ...] = ()
    contact: ContactFields | None = None
    photos: tuple[PhotoFields, ...] = ()


class SourceFields(Struct, forbid_unknown_fields=True):
    """Where facts come from. ``tier`` from A (official) to D, BK for an encyclopaedia; ``date`` as far as known.

    A ``title`` without languages is what the source is called in each of them. The ``date`` is said after the title and
    does not stand in it.
    """

    title: Prose | Said
    tier: Literal["A", "B", "C", "D", "BK"]
    url: Annotated[str, Meta(max_length=600)] = ""
    date: AsOf = ""
