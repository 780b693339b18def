"""The catalogue from ``assets/``: one file a place, every file checked, a broken one left out and named."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jz_travel.domain.failures import Cause, Failure
from jz_travel.domain.opening import Hours
from jz_travel.domain.places import BASES, Catalogue, Kind, Place, PlaceId
from jz_travel.domain.texts import Source
from jz_travel.store.kinds import KindDefaults, read_kinds
from jz_travel.store.place_fields import PlaceFields, SourceFields
from jz_travel.store.place_values import place_from, source_from
from jz_travel.store.toml import Tables, convert, read_tables

NO_SUCH_DAYS = frozenset({"02-30", "02-31", "04-31", "06-31", "09-31", "11-31"})
ID = re.compile(r"[a-z][a-z0-9_]{0,39}")


def read_catalogue(folder: Path) -> tuple[Catalogue, tuple[Failure, ...]]:
    """Every place of ``folder/places`` with its sources, and every mistake found on the way.

    ``folder`` is ``assets/``, with ``kinds.toml`` and ``sources.toml`` in it. A place with a mistake is left out.
    """
    kinds, failures = read_kinds(folder / "kinds.toml")
    sources, known_sources, wrong = _read_sources(folder / "sources.toml")
    failures += wrong
    files, wrong = _place_files(folder / "places")
    failures += wrong
    drafts: dict[PlaceId, _Draft] = {}
    for file, tables in files.items():
        place = PlaceId(file.stem)
        fields, wrong = _read_place(tables, file)
        failures += wrong
        if fields is not None:
            drafts[place] = _Draft(file, place, fields)
    ids = {PlaceId(file.stem) for file in (folder / "places").glob("*.toml")}
    for draft in list(drafts.values()):
        wrong = [*_area_mistakes(draft, drafts, ids), *_source_mistakes(draft, known_sources)]
        failures += wrong
        if wrong:
            del drafts[draft.id]
    return Catalogue(_places(drafts, kinds), sources), tuple(sorted(failures, key=_by_file))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A place whose own file is right; what it says of other files is still to be looked at."""

    file: Path
    id: PlaceId
    fields: PlaceFields


def _by_file(failure: Failure) -> tuple[str, str]:
    return str(failure.file), failure.field


def _read_sources(file: Path) -> tuple[tuple[Source, ...], frozenset[str] | None, list[Failure]]:
    """The sources, and the ids that places may name: of a file that cannot be read, any."""
    try:
        tables = read_tables(file)
    except Failure as failure:
        return (), None, [failure]
    sources: list[Source] = []
    failures: list[Failure] = []
    for name, table in tables.items():
        found, wrong = convert({name: table}, dict[str, SourceFields], file)
        failures += wrong
        if found:
            sources.append(source_from(name, found[name]))
    return tuple(sources), frozenset(tables), failures


def _place_files(folder: Path) -> tuple[Mapping[Path, Tables], list[Failure]]:
    failures: list[Failure] = []
    tables: dict[Path, Tables] = {}
    for file in sorted(folder.glob("*.toml")):
        try:
            tables[file] = read_tables(file)
        except Failure as failure:
            failures.append(failure)
    if not tables and not failures:
        failures.append(Failure(Cause.MISSING, folder, detail="there is no place in this folder"))
    return tables, failures


def _read_place(tables: Tables, file: Path) -> tuple[PlaceFields | None, list[Failure]]:
    failures = []
    if not ID.fullmatch(file.stem):
        what = "a file is named by its place's id: small letters, digits and _, at most 40"
        failures.append(Failure(Cause.BAD_FIELD, file, "id", what))
    fields, wrong = convert(tables, PlaceFields, file)
    failures += wrong
    if fields is not None:
        failures += (Failure(Cause.BAD_FIELD, file, field, what) for field, what in _mistakes(fields))
    return (None if failures else fields), failures


def _mistakes(place: PlaceFields) -> Iterator[tuple[str, str]]:
    """What a field's own type cannot say."""
    if place.kind is Kind.OWN:
        yield "kind", "own is for places that a visitor adds"
    if not place.name.pinyin:
        yield "name.pinyin", "is missing"
    if place.rating and not place.rating_source:
        yield "rating_source", "is missing"
    visit = place.visit
    if visit:
        if bool(visit.source) == visit.assumed:
            yield "visit.source", "is needed unless the visit is assumed, and only then"
        given = [each for each in (visit.short, visit.usual, visit.long) if each is not None]
        if not given or given != sorted(given):
            yield "visit", "short, usual and long are not in this order"
    yield from _hours_mistakes(place)
    for index, ticket in enumerate(place.tickets):
        if (ticket.price_cny is None) == (ticket.rule is None):
            yield f"tickets[{index}]", "has exactly one of price_cny and rule"


def _hours_mistakes(place: PlaceFields) -> Iterator[tuple[str, str]]:
    for index, opening in enumerate(place.hours):
        if opening.opens >= opening.closes:
            yield f"hours[{index}].closes", "closes before it opens"
        elif opening.last_entry and not opening.opens <= opening.last_entry <= opening.closes:
            yield f"hours[{index}].last_entry", "is outside of the opening hours"
        if len(set(opening.weekdays)) < len(opening.weekdays):
            yield f"hours[{index}].weekdays", "names a day twice"
    for index, closure in enumerate(place.closures):
        if closure.first > closure.last:
            yield f"closures[{index}].to", "is before from"
    seasons = [(f"hours[{index}]", each.first, each.last) for index, each in enumerate(place.hours)]
    seasons += [(f"tickets[{index}]", each.first, each.last) for index, each in enumerate(place.tickets)]
    for field, first, last in seasons:
        if (first is None) != (last is None):
            yield field, "from and to belong together"
        if {first, last} & NO_SUCH_DAYS:
            yield field, "there is no such day"


def _area_mistakes(draft: _Draft, drafts: Mapping[PlaceId, _Draft], ids: set[PlaceId]) -> Iterator[Failure]:
    area = draft.fields.area
    if area is None:
        return
    if area == draft.id:
        yield Failure(Cause.BAD_FIELD, draft.file, "area", "a place does not lie inside itself")
    elif area not in ids:
        yield Failure(Cause.BAD_FIELD, draft.file, "area", f"there is no place {area}")
    elif PlaceId(area) in drafts and drafts[PlaceId(area)].fields.area:
        yield Failure(Cause.BAD_FIELD, draft.file, "area", f"{area} lies inside another area itself")


def _source_mistakes(draft: _Draft, known: frozenset[str] | None) -> Iterator[Failure]:
    if known is None:
        return
    place = draft.fields
    named = [("rating_source", place.rating_source)]
    for name, several in (("text", place.text), ("position", place.position)):
        if several:
            named += [(f"{name}.sources[{index}]", source) for index, source in enumerate(several.sources)]
    for name, one in (("visit", place.visit), ("season", place.season), ("contact", place.contact)):
        named.append((f"{name}.source", one.source if one else None))
    named += [(f"hours[{index}].source", each.source) for index, each in enumerate(place.hours)]
    named += [(f"closures[{index}].source", each.source) for index, each in enumerate(place.closures)]
    named += [(f"tickets[{index}].source", each.source) for index, each in enumerate(place.tickets)]
    named += [(f"heritage[{index}].source", each.source) for index, each in enumerate(place.heritage)]
    named += [(f"notes[{index}].source", each.source) for index, each in enumerate(place.notes)]
    named += [(f"photos[{index}].source", each.source) for index, each in enumerate(place.photos)]
    for field, source in named:
        if source is not None and source not in known:
            yield Failure(Cause.BAD_FIELD, draft.file, field, f"there is no source {source}")


def _places(drafts: Mapping[PlaceId, _Draft], kinds: Mapping[Kind, KindDefaults]) -> tuple[Place, ...]:
    """Areas first, because a sight without hours of its own has those of its area."""
    places: dict[PlaceId, Place] = {}
    for draft in sorted(drafts.values(), key=lambda each: each.fields.area is not None):
        place = place_from(draft.id, draft.fields, kinds[draft.fields.kind])
        if place.area is not None and place.area not in drafts:
            place = replace(place, area=None)  # the area's own file is broken, which has been said
        area = places.get(place.area) if place.area is not None else None
        if area is not None:
            place = replace(place, hours=_hours_inside(place, area, known=bool(draft.fields.hours)))
        places[place.id] = place
    return tuple(places[place] for place in sorted(places))


def _hours_inside(place: Place, area: Place, known: bool) -> Hours:
    """A sight behind its area's gate is open when the gate is, unless its own hours are known, and never without it."""
    behind_gate = not known and not area.hours.assumed and place.kind not in BASES
    hours = area.hours if behind_gate else place.hours
    return replace(hours, closures=(*place.hours.closures, *area.hours.closures))
