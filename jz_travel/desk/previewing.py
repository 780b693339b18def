"""What would happen if a sheet were imported: every mistake with row, column and reason, and every change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from jz_travel.desk.cells import Reader
from jz_travel.desk.sheets import Row, Sheet, letter
from jz_travel.desk.vocabulary import BASES, DEFINITIONS, EVENTS, MEASURES
from jz_travel.domain.bureau import Entry
from jz_travel.domain.clock import DAY
from jz_travel.domain.sheets import Change, Kind, Meaning, Preview, Remark, Role
from jz_travel.domain.statistics import Basis, Definition, Event, Measure, Statistics, Subject, SubjectId, Unit

FAR_OFF = 50
"""How many times more or less than its neighbours makes a value doubtful: 万 for 亿 is 10,000 times."""
BY_SCOPE = {
    "site": Definition.SITE,
    "province": Definition.PROVINCE_TOTAL,
    "nation": Definition.NATIONAL_TOTAL,
}
MOST_REMARKS = 2_000


@dataclass(frozen=True, slots=True)
class _Found:
    entry: Entry
    row: int
    column: int


def preview(sheet: Sheet, meaning: Meaning, kept: Sequence[Entry], statistics: Statistics) -> Preview:
    """``kept``: the desk's figures; ``statistics``: everything known, the desk's own too."""
    if not meaning.header_rows and not any(column.role is Role.VALUE for column in meaning.columns):
        return Preview(sheet.name, len(sheet.rows), (), 0, (Remark(Kind.NO_HEADER, 1),))
    rows = sheet.rows[meaning.header_rows :]
    remarks: list[Remark] = []
    if sheet.cut:
        remarks.append(Remark(Kind.TOO_MANY_ROWS, rows[-1].number, other=str(rows[-1].number)))
    found: list[_Found] = []
    places = {column.role: at for at, column in reversed(list(enumerate(meaning.columns)))}
    names, subjects = _names(statistics.subjects), {each.id: each for each in statistics.subjects}
    understood: dict[tuple[Role, str], StrEnum | None] = {}
    for row in _continued(rows, sheet):
        reader = Reader(row, meaning, places, understood=understood)
        entries = list(_entries(reader, names, subjects))
        remarks += reader.remarks
        if not reader.remarks:
            found += entries
        if len(remarks) > MOST_REMARKS:
            remarks.insert(0, Remark(Kind.TOO_MANY_ROWS, row.number, other=str(row.number)))
            break
    changes, same, more = _compared(found, kept)
    known = _neighbours(statistics)
    doubts = [each for one in changes for each in _doubts(one, known)]
    everything = (*remarks, *more, *doubts)
    further = max(0, len(everything) - MOST_REMARKS)
    return Preview(sheet.name, len(rows), tuple(each[1] for each in changes), same, everything[:MOST_REMARKS], further)


def _neighbours(statistics: Statistics) -> Mapping[tuple[object, ...], "_Neighbours"]:
    """What is known of each subject, holiday and measure, to compare with."""
    known: dict[tuple[object, ...], _Neighbours] = {}
    for figure in statistics.figures():
        near = known.setdefault((figure.subject.id, figure.event, figure.measure), _Neighbours({}, {}))
        near.bases.setdefault(figure.definition, []).append(figure.base)
        if figure.own is None:
            near.printed[figure.definition, figure.year, figure.first] = figure.base
    return known


@dataclass(frozen=True, slots=True)
class _Neighbours:
    bases: dict[Definition, list[Decimal]]
    printed: dict[tuple[object, ...], Decimal]


def _names(subjects: Iterable[Subject]) -> dict[str, SubjectId]:
    """Every name of a subject, and its id."""
    names: dict[str, SubjectId] = {}
    for each in subjects:
        for name in (each.id, *each.name.every()):
            names[name.lower()] = each.id
            names[name.lower().removesuffix("市").removesuffix("省")] = each.id
    return names


def _continued(rows: Sequence[Row], sheet: Sheet) -> Iterator[Row]:
    """Rows with the cells of vertical merges filled in, where the sheet itself says that they are merged."""
    spans = [each for each in sheet.merged if each[2] > each[0]]
    if not spans:
        yield from rows
        return
    by_number = {row.number: row for row in rows}
    for row in rows:
        cells = list(row.cells)
        for top, left, bottom, right in spans:
            over = by_number.get(top)
            if over is not None and top < row.number <= bottom and left < len(over.cells):
                cells += [None] * (right + 1 - len(cells))
                cells[left] = over.cells[left]
        yield replace(row, cells=tuple(cells))


def _entries(reader: Reader, names: Mapping[str, SubjectId], subjects: Mapping[SubjectId, Subject]) -> Iterator[_Found]:
    """One figure for each column of values."""
    meaning = reader.meaning
    columns = [(at, column) for at, column in enumerate(meaning.columns) if column.role is Role.VALUE]
    filled = [(at, column) for at, column in columns if reader.said(at) not in ("", "-", "/")]
    if columns and not filled:
        reader.wrong(Kind.NOT_A_NUMBER, columns[0][0])
        return
    common = _common(reader, names, subjects)
    basis = reader.choice(Role.BASIS, Basis, BASES, Basis.NOT_STATED, Kind.NOT_A_NUMBER) or Basis.NOT_STATED
    in_row = reader.choice(Role.MEASURE, Measure, MEASURES, meaning.measure, Kind.UNKNOWN_MEASURE)
    for at, column in filled:
        measure = column.measure or in_row
        if measure is None:
            if not any(each.kind is Kind.UNKNOWN_MEASURE for each in reader.remarks):
                reader.wrong(Kind.MISSING_MEASURE, at)
            continue
        value = reader.value(at, measure, meaning.unit)
        if value is None or common is None or common.year is None:
            continue
        beside = _growth_column(meaning, at, measure)
        growth = None
        if beside is not None:
            growth = reader.growth(beside, meaning.columns[beside], common.year, basis)
        entry = replace(common, measure=measure, value=value[0], unit=value[1], growth=growth)
        yield _Found(entry, reader.row.number, at)


def _growth_column(meaning: Meaning, at: int, measure: Measure) -> int | None:
    found = [
        index
        for index, column in enumerate(meaning.columns)
        if column.role is Role.GROWTH and column.measure in (None, measure)
    ]
    return min(found, key=lambda index: (index < at, abs(index - at)), default=None)


def _common(reader: Reader, names: Mapping[str, SubjectId], subjects: Mapping[SubjectId, Subject]) -> Entry | None:
    """What all figures of a row share; None where something of it is missing."""
    meaning = reader.meaning
    event = reader.choice(Role.EVENT, Event, EVENTS, meaning.event, Kind.UNKNOWN_EVENT)
    subject = _subject(reader, names)
    usual = meaning.definition or (BY_SCOPE.get(subjects[subject].scope) if subject and subject in subjects else None)
    definition = reader.choice(Role.DEFINITION, Definition, DEFINITIONS, usual, Kind.UNKNOWN_DEFINITION)
    year = reader.year()
    first, last, days = reader.day(Role.FIRST, year), reader.day(Role.LAST, year), reader.days()
    if first and last:
        counted = (last - first) // DAY + 1
        if not 1 <= counted <= 31:
            reader.wrong(Kind.NOT_A_DAY, reader.at(Role.LAST))
        elif days is not None and days != counted:
            reader.wrong(Kind.DAYS_DIFFER, reader.at(Role.DAYS), str(counted))
        days = counted
    elif first or last:
        reader.wrong(Kind.NOT_A_DAY, reader.at(Role.LAST if first else Role.FIRST))
    source = reader.text(Role.SOURCE) or meaning.source.strip()
    asked = (
        (event, Kind.MISSING_EVENT, Role.EVENT),
        (subject, Kind.MISSING_SUBJECT, Role.SUBJECT),
        (definition, Kind.MISSING_DEFINITION, Role.DEFINITION),
        (source, Kind.MISSING_SOURCE, Role.SOURCE),
    )
    unknown = {Kind.MISSING_EVENT: Kind.UNKNOWN_EVENT, Kind.MISSING_SUBJECT: Kind.UNKNOWN_SUBJECT,
               Kind.MISSING_DEFINITION: Kind.UNKNOWN_DEFINITION}  # fmt: skip
    said = {each.kind for each in reader.remarks}
    for given, kind, role in asked:
        if not given and unknown.get(kind) not in said:
            reader.wrong(kind, reader.at(role))
    if not (event and subject and definition and source):
        return None
    return Entry(
        subject, event, Measure.VISITS, definition, Decimal(1), Unit.WAN_VISITS, source, year,
        None if event is Event.YEAR else days, first, last, None, reader.text(Role.PUBLISHED) or meaning.published,
        reader.text(Role.URL), reader.text(Role.NOTE),
    )  # fmt: skip


def _subject(reader: Reader, names: Mapping[str, SubjectId]) -> SubjectId | None:
    at = reader.at(Role.SUBJECT)
    said = reader.said(at)
    if not said:
        return reader.meaning.subject
    found = names.get(reader.meaning.words.get(said, said).lower())
    if found is None:
        reader.wrong(Kind.UNKNOWN_SUBJECT, at)
    return found


def _compared(found: Sequence[_Found], kept: Sequence[Entry]) -> tuple[list[tuple[_Found, Change]], int, list[Remark]]:
    """What is new, what changes, how many stand there already; and rows that say the same figure twice."""
    there = {each.key: each for each in kept}
    first: dict[str, _Found] = {}
    changes: list[tuple[_Found, Change]] = []
    remarks: list[Remark] = []
    same = 0
    for each in found:
        other = first.setdefault(each.entry.key, each)
        if other is not each:
            column = letter(each.column)
            remarks.append(Remark(Kind.TWICE, each.row, column, f"{each.entry.value:f}", str(other.row)))
            continue
        old = there.get(each.entry.key)
        if old is None:
            changes.append((each, Change(each.row, each.entry)))
        elif (after := _over(old, each.entry)) == old:
            same += 1
        else:
            changes.append((each, Change(each.row, after, old)))
    twice = {int(each.other) for each in remarks}
    return [each for each in changes if each[1].row not in twice], same, remarks


def _over(old: Entry, new: Entry) -> Entry:
    """The sheet's figure in place of the old one; a verification goes when what was verified changes."""
    after = replace(
        new, id=old.id, version=old.version, note=new.note or old.note, url=new.url or old.url,
        published=new.published or old.published, growth=new.growth or old.growth, days=new.days or old.days,
        last=new.last or old.last,
    )  # fmt: skip
    checked = replace(after, verified_on=old.verified_on, verified_by=old.verified_by)
    unchanged = (old.base, old.growth, old.source, old.days) == (after.base, after.growth, after.source, after.days)
    return (old if replace(checked, value=old.value, unit=old.unit) == old else checked) if unchanged else after


def _doubts(one: tuple[_Found, Change], known: Mapping[tuple[object, ...], _Neighbours]) -> Iterator[Remark]:
    found, change = one
    entry, column = change.after, letter(found.column)
    near = known.get((entry.subject, entry.event, entry.measure))
    if near is None:
        return
    cell = f"{entry.value:f}{entry.unit}"
    if entry.definition not in near.bases:
        others = ", ".join(sorted(near.bases))
        yield Remark(Kind.NEW_DEFINITION, found.row, column, entry.definition, others)
    for base in near.bases.get(entry.definition, ())[-1:]:
        if not 1 / Decimal(FAR_OFF) < entry.base / base < FAR_OFF:
            yield Remark(Kind.FAR_OFF, found.row, column, cell, f"{base.normalize():f}")
    printed = near.printed.get((entry.definition, entry.year, entry.first))
    if printed is not None and printed != entry.base:
        yield Remark(Kind.OTHER_VALUE, found.row, column, cell, f"{printed / entry.unit.factor:f}{entry.unit}")
