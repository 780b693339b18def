"""One row's cells as fields of a figure; what cannot be read becomes a remark, and its row stays out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TypeVar, cast

from jz_travel.desk.numbers import SMALLEST, day_in, exact, number_and_rest, plain, unit_of, years_in
from jz_travel.desk.sheets import Cell, NotComputed, Row, letter
from jz_travel.desk.vocabulary import meaning
from jz_travel.domain.sheets import Column, Kind, Meaning, Remark, Role
from jz_travel.domain.statistics import Basis, Growth, Measure, Unit

Choice = TypeVar("Choice", bound=StrEnum)
MOST_LETTERS = 500


@dataclass
class Reader:
    """Reads the cells of one row and collects what is wrong with them."""

    row: Row
    meaning: Meaning
    places: Mapping[Role, int]
    """The first column of each role."""
    remarks: list[Remark] = field(default_factory=list)
    understood: dict[tuple[Role, str], StrEnum | None] = field(default_factory=dict)
    """What words were found to mean, which rows of one sheet share: most of them say the same few."""

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(map(plain, self.row.cells))

    def said(self, at: int | None) -> str:
        """The text of a cell; empty where there is none."""
        return self._texts[at] if at is not None and at < len(self._texts) else ""

    def wrong(self, kind: Kind, at: int | None = None, other: str = "") -> None:
        column = letter(at) if at is not None else ""
        self.remarks.append(Remark(kind, self.row.number, column, self.said(at)[:80], other))

    def cell(self, at: int | None) -> Cell:
        return self.row.cells[at] if at is not None and at < len(self.row.cells) else None

    def at(self, role: Role) -> int | None:
        return self.places.get(role)

    def text(self, role: Role) -> str:
        at = self.at(role)
        text = self.said(at)
        if at is not None and isinstance(self.cell(at), NotComputed):
            self.wrong(Kind.NOT_COMPUTED, at)
        if len(text) > MOST_LETTERS:
            self.wrong(Kind.TOO_LONG, at)
        return text[:MOST_LETTERS]

    def choice(
        self, role: Role, values: type[Choice], words: Mapping[str, Choice], usual: Choice | None, unknown: Kind
    ) -> Choice | None:
        """What the row's cell means; the usual one where the cell is empty; a remark where nobody knows the word."""
        at = self.at(role)
        said = self.said(at)
        if not said:
            return usual
        if (role, said) not in self.understood:
            self.understood[role, said] = meaning(self.meaning.words.get(said, said), words, values)
        found = self.understood[role, said]
        if found is None:
            self.wrong(unknown, at)
        return cast("Choice | None", found)

    def year(self) -> int | None:
        """From its own column, else from the words of the holiday, else from the days."""
        for role in (Role.YEAR, Role.EVENT, Role.FIRST):
            at = self.at(role)
            if at is None:
                continue
            found = years_in(self.cell(at))
            if len(found) > 1:
                self.wrong(Kind.SEVERAL_YEARS, at)
                return None
            if found:
                return found[0]
            if role is Role.YEAR:
                break  # a column of years is there, and this one is missing: nothing else may stand in for it
        self.wrong(Kind.MISSING_YEAR, self.at(Role.YEAR))
        return None

    def days(self) -> int | None:
        at = self.at(Role.DAYS)
        said = self.said(at).rstrip("天日 days")
        if not said:
            return None
        found = number_and_rest(said)
        if found is None or found[1] or found[0] != int(found[0]) or not 1 <= found[0] <= 31:
            self.wrong(Kind.WRONG_DAYS, at)
            return None
        return int(found[0])

    def day(self, role: Role, year: int | None) -> date | None:
        at = self.at(role)
        if not self.said(at):
            return None
        found = day_in(self.cell(at), year)
        if found is None:
            self.wrong(Kind.NOT_A_DAY, at)
        return found

    def value(self, at: int, measure: Measure, usual: Unit | None) -> tuple[Decimal, Unit] | None:
        """The unit of the cell, of its column and of the row must agree; one of them must say it."""
        cell = self.cell(at)
        if isinstance(cell, NotComputed):
            self.wrong(Kind.NOT_COMPUTED, at)
            return None
        if isinstance(cell, bool) or (found := number_and_rest(self.said(at))) is None:
            self.wrong(Kind.NOT_A_NUMBER, at)
            return None
        number, rest = found
        if number <= 0:
            self.wrong(Kind.NOT_POSITIVE, at)
            return None
        unit, factor = self._unit(at, rest, measure, usual)
        if unit is None:
            return None
        value = number * factor
        if value % SMALLEST:
            self.wrong(Kind.NOT_A_NUMBER, at)
            return None
        return value.normalize() if value != number else number, unit

    def _unit(self, at: int, rest: str, measure: Measure, usual: Unit | None) -> tuple[Unit | None, Decimal]:
        heading = self.meaning.columns[at].unit
        in_row = self.said(self.at(Role.UNIT))
        said = [(word, unit_of(self.meaning.words.get(word, word), measure)) for word in (rest, in_row) if word]
        for word, found in said:
            if found is None:
                self.wrong(Kind.UNKNOWN_UNIT, at, word)
                return None, Decimal(1)
        units = {(found[0], found[1]) for _, found in said if found}
        units |= {(heading, Decimal(1))} if heading is not None else set()
        if len(units) > 1:
            self.wrong(Kind.UNIT_DIFFERS, at, heading.value if heading else in_row)
            return None, Decimal(1)
        if units:
            return units.pop()
        if usual is None or unit_of(usual.value, measure) is None:
            self.wrong(Kind.MISSING_UNIT, at)
            return None, Decimal(1)
        return usual, Decimal(1)

    def growth(self, at: int, column: Column, year: int, basis: Basis) -> Growth | None:
        """``+13.21%`` is clear; a bare 10 or 0.1 is not, unless the heading or a person says what it means."""
        if isinstance(self.cell(at), NotComputed):
            self.wrong(Kind.NOT_COMPUTED, at)
            return None
        text = self.said(at)
        if text in ("", "-", "/", "—"):
            return None
        found = number_and_rest(text)
        if found is None or found[1] not in ("", "%"):
            self.wrong(Kind.NOT_A_NUMBER, at)
            return None
        number, sign = found
        if not sign:
            read = self._percent(number, column)
            if read is None:
                self.wrong(Kind.UNCLEAR_PERCENT, at, exact(float(number * 100)))
                return None
            number = read
        if number <= -100:
            self.wrong(Kind.NOT_A_NUMBER, at)
            return None
        return Growth(number, "change", year - 1, Basis.COMPARABLE if column.comparable else basis)

    def _percent(self, number: Decimal, column: Column) -> Decimal | None:
        if self.meaning.percents == "percent":
            return number
        if self.meaning.percents == "fraction":
            return (number * 100).normalize()
        # Excel shows 0.1321 as 13.21 %: below one, even a heading with a percent sign leaves it open.
        return number if column.percent and abs(number) >= 1 else None
