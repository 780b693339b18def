"""Numbers as Chinese offices write them: 685.93万人次, full-width digits, 1,234, +13.21%, (5)."""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal

from jz_travel.desk.sheets import Cell
from jz_travel.domain.statistics import Measure, Unit
from jz_travel.store.statistics import UNITS, VISITS, YUAN

_NUMBER = re.compile(
    r"(?P<open>\()?(?P<sign>[+-])?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?(?(open)\))"
    r"(?P<rest>(?![\d.,]).*)?"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_MONTH_DAY = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?")
MOST_DIGITS = 12
SMALLEST = Decimal("0.000001")
ONE = Decimal(1)
PLAIN = {"人次": (Unit.WAN_VISITS, Decimal("0.0001")), "人": (Unit.WAN_VISITS, Decimal("0.0001"))}
SIZES = {"万": Decimal(10_000), "亿": Decimal(100_000_000), "million": Decimal(1_000_000), "billion": Decimal(10) ** 9}


def plain(cell: Cell) -> str:
    """The text of a cell: full-width signs as usual ones, one kind of minus, no spaces around. A day without a time."""
    if cell is None:
        return ""
    if isinstance(cell, int) and not isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, float):
        return exact(cell)
    text = str(cell)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.replace("\u2212", "-").replace("\u2013", "-").split())


def exact(number: float) -> str:
    """What somebody typed: 15 digits are what a sheet keeps, the rest is noise of its binary numbers."""
    return f"{Decimal(f'{number:.15g}').normalize():f}"


def number_and_rest(text: str) -> tuple[Decimal, str] | None:
    """``685.93`` and ``万人次``; None where it is no number."""
    found = _NUMBER.fullmatch(text)
    if found is None or len(found["digits"].replace(",", "")) > MOST_DIGITS:
        return None
    value = Decimal(found["digits"].replace(",", "") + (found["part"] or ""))
    negative = (found["sign"] == "-") != bool(found["open"])
    return (-value if negative else value), (found["rest"] or "").strip()


def unit_of(word: str, measure: Measure) -> tuple[Unit, Decimal] | None:
    """The unit that a word means for a measure, and what to multiply with; None where it means none."""
    word = word.strip().strip("()[]").strip()
    allowed = UNITS[measure]
    for unit in allowed:
        if word == unit.value:
            return unit, ONE
    if word in PLAIN and allowed == VISITS:
        return PLAIN[word]
    if word in SIZES:
        base = {VISITS: Unit.WAN_VISITS, YUAN: Unit.WAN_YUAN}.get(allowed)
        if base is None:
            return None
        exactly = next((unit for unit in allowed if unit.factor == SIZES[word]), None)
        return (exactly, ONE) if exactly else (base, SIZES[word] / base.factor)
    return None


def unit_in(heading: str, measure: Measure) -> Unit | None:
    """The unit that a heading names, like ``接待游客(万人次)``: the longest word that means one."""
    words = [unit.value for unit in UNITS[measure] if unit.value and unit.value in heading and len(unit.value) > 1]
    if words:
        return unit_of(max(words, key=len), measure)[0]  # type: ignore[index]  # it is one of the measure's units
    inside = re.findall(r"[(\[/:]\s*([^)\]/:]+?)\s*(?:[)\]]|$)", heading)
    for word in inside:
        found = unit_of(word, measure)
        if found and found[1] == ONE:
            return found[0]
    return None


def years_in(cell: Cell) -> tuple[int, ...]:
    """Every year that a cell names."""
    if isinstance(cell, date):
        return (cell.year,)
    return tuple(dict.fromkeys(int(each) for each in _YEAR.findall(plain(cell))))


def day_in(cell: Cell, year: int | None) -> date | None:
    """``2024-10-01``, ``2024年10月1日``, ``10月1日`` of the row's year; None where it is no day."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = plain(cell)
    found = _DAY.fullmatch(text)
    parts = tuple(map(int, found.groups())) if found else None
    if parts is None and year and (short := _MONTH_DAY.fullmatch(text)):
        parts = (year, int(short[1]), int(short[2]))
    if parts is None:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None
