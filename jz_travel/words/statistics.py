"""Figures in words: as printed, as computed with the formula, what was counted, and what a growth compares."""

from decimal import ROUND_HALF_UP, Decimal

from jz_travel.domain.reckoning import (
    Before,
    Change,
    Derived,
    PerDay,
    PerVisit,
    Quantity,
)
from jz_travel.domain.statistics import (
    Basis,
    Definition,
    Event,
    Fact,
    Figure,
    Group,
    Growth,
    Measure,
    Unit,
)
from jz_travel.words.marking import N_
from jz_travel.words.numbers import MINUS
from jz_travel.words.words import Words

EVENTS: dict[Event, str] = {
    Event.NATIONAL_DAY: N_("National Day Golden Week"),
    Event.MAY_DAY: N_("May Day"),
    Event.SPRING_FESTIVAL: N_("Spring Festival"),
    Event.MID_AUTUMN: N_("Mid-Autumn"),
    Event.DRAGON_BOAT: N_("Dragon Boat Festival"),
    Event.QINGMING: N_("Qingming"),
    Event.NEW_YEAR: N_("New Year"),
    Event.YEAR: N_("Whole year"),
    Event.ONE_DAY: N_("Single days"),
    Event.UNDATED: N_("Undated holiday"),
}
MEASURES: dict[Measure, str] = {
    Measure.VISITS: N_("Visits", context="measure"),
    Measure.REVENUE: N_("Tourism revenue", context="measure"),
    Measure.TICKET_INCOME: N_("Ticket income", context="measure"),
    Measure.TICKET_AND_TRANSPORT_INCOME: N_("Income from tickets, shuttles and boats", context="measure"),
    Measure.DOMESTIC_VISITS: N_("Domestic visits", context="measure"),
    Measure.MUSEUM_VISITS: N_("Visits to public cultural venues", context="measure"),
    Measure.REPORTS: N_("Reports on China Central Television", context="measure"),
    Measure.FIRMS: N_("Tourism firms", context="measure"),
    Measure.BEDS: N_("Beds", context="measure"),
    Measure.CAPACITY: N_("Capacity a day", context="measure"),
}
DEFINITIONS: dict[Definition, str] = {
    Definition.AREA_TOTAL: N_("The whole city: all visits and all spending"),
    Definition.SITES_GATE: N_("Monitored scenic sites: visits through the gates and their takings"),
    Definition.SITE: N_("One scenic area"),
    Definition.PROVINCE_TOTAL: N_("The whole province"),
    Definition.NATIONAL_TOTAL: N_("Domestic tourism of the whole country"),
    Definition.UNCLEAR: N_("Its source does not say what was counted"),
}
SHORT_DEFINITIONS: dict[Definition, str] = {
    Definition.AREA_TOTAL: N_("whole city"),
    Definition.SITES_GATE: N_("gates of scenic sites"),
    Definition.SITE: N_("one scenic area"),
    Definition.PROVINCE_TOTAL: N_("whole province"),
    Definition.NATIONAL_TOTAL: N_("whole country"),
    Definition.UNCLEAR: N_("not stated what was counted"),
}
BASES: dict[Basis, str] = {
    Basis.RAW: N_("compares totals"),
    Basis.COMPARABLE: N_("comparable basis: means per day"),
    Basis.NOT_STATED: N_("basis not stated"),
}
GROUPS: dict[Group, str] = {
    "tourism": N_("Tourism", context="group of figures"),
    "green": N_("Green", context="group of figures"),
    "economy": N_("Economy", context="group of figures"),
    "innovation": N_("Innovation", context="group of figures"),
    "people": N_("People and land", context="group of figures"),
    "policy": N_("Slogans", context="group of figures"),
}
MONEY = (Unit.YUAN, Unit.WAN_YUAN, Unit.YI_YUAN, Unit.WAN_YI_YUAN)
VISITS = (Unit.WAN_VISITS, Unit.YI_VISITS)
HUNDREDTH, THOUSANDTH = Decimal("0.01"), Decimal("0.001")
TRADITIONAL = str.maketrans("个条项张", "個條項張")


def amount(words: Words, base: Decimal, unit: Unit, is_about: bool = False) -> str:
    """An amount by 10 000 in the unit it is printed in, else in full or in millions without losing a digit.

    ``is_about``: digits were dropped before, and that is said, by ≈ or as the language says it of visits.
    """
    if is_about and (words.is_chinese or unit not in VISITS):
        return f"≈{amount(words, base, unit)}"
    number = base / unit.factor
    if words.is_chinese:
        return f"{'第' if unit is Unit.RANK else ''}{in_full(number)}{unit_name(words, unit)}"
    if unit is Unit.PERCENT:
        return f"{in_full(number)}%"
    if unit is Unit.RANK:
        return words.say("No. {n}", n=in_full(number))
    if unit in (Unit.SQUARE_METRES, Unit.SQUARE_KILOMETRES):
        return f"{in_full(number)} {unit.value}"
    large = f"{in_full(number)}{words.myriad(unit.factor)}" if words.counts_by_myriads else _large(words, base)
    if unit in MONEY:
        return words.say("CNY {amount}", context="in figures", amount=large)
    if unit in VISITS:
        return words.say("≈{n} visits", n=large) if is_about else words.say("{n} visits", n=large)
    return _times(words, large) if unit is Unit.TIMES else large


def unit_name(words: Words, unit: Unit) -> str:
    """What follows a number in a language that counts by 10 000: ``万人次``, ``億元``."""
    size = words.myriad(unit.factor)
    if words.is_chinese:
        counted = unit.value.lstrip("万亿")
        return size + (counted.translate(TRADITIONAL) if words.language == "zh-Hant" else counted)
    if unit in MONEY:
        return size + words.say("CNY", context="unit")
    if unit is Unit.TIMES:
        return _times(words, "")
    return size + (words.say("visits", context="unit") if unit in VISITS else international(unit))


def unit_on_paper(words: Words, unit: Unit) -> str:
    """A unit as the city's sheets print it; for others than Chinese with what it is: ``万元 (CNY 10,000)``."""
    if words.is_chinese:
        return unit_name(words, unit)
    if unit not in (*MONEY, *VISITS) and unit.factor == 1:
        return unit.value
    return words.say("{sentence} ({details})", sentence=unit.value, details=amount(words, unit.factor, unit))


def _times(words: Words, n: str) -> str:
    return words.say("{n}", context="how many times", n=n)


def international(unit: Unit) -> str:
    """A unit as every language writes it; empty where the name of the measure says what is counted."""
    return unit.value if unit in (Unit.PERCENT, Unit.SQUARE_METRES, Unit.SQUARE_KILOMETRES) else ""


def _large(words: Words, base: Decimal) -> str:
    if abs(base) >= 1_000_000_000:
        return words.say("{n} billion", n=in_full(base / 1_000_000_000))
    if abs(base) >= 10_000_000:
        return words.say("{n} million", n=in_full(base / 1_000_000))
    return in_full(base)


def in_full(number: Decimal) -> str:
    """All digits, by threes where there are more than four before the point; a minus as wide as a plus."""
    text = f"{number:,f}" if abs(number) >= 10_000 else f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", MINUS)


def printed(words: Words, figure: Figure) -> str:
    """As its source prints it: ``685.93万人次``."""
    return amount(words, figure.base, figure.unit)


def fact(words: Words, shown: Fact) -> str:
    """``55.8%``; several numbers of one slogan stay together."""
    if "/" in shown.value:
        return shown.value.replace("/", " / ")
    text = amount(words, Decimal(shown.value) * shown.unit.factor, shown.unit)
    return words.say("at least {amount}", amount=text) if shown.at_least else text


def percent(value: Decimal) -> str:
    """``+13.21%``."""
    return f"{value:+f}%".replace("-", MINUS)


def growth(words: Words, shown: Growth) -> str:
    """As printed: ``+13.21%``, ``89.1% of 2024``, ``2.02 times 2008``."""
    if shown.form == "change":
        return percent(shown.printed)
    year = shown.against
    if shown.form == "percent_of":
        return words.say("{percent} of {year}", percent=f"{shown.printed}%", year=year)
    return words.say("{times} times {year}", times=shown.printed, year=year)


def growth_explained(words: Words, shown: Growth) -> str:
    """``+13.21% on 2023, basis not stated``."""
    basis = words.say(BASES[shown.basis])
    text = growth(words, shown)
    if shown.form != "change" or shown.against is None:
        return words.say("{growth}, {basis}", growth=text, basis=basis)
    return words.say("{growth} on {year}, {basis}", growth=text, year=shown.against, basis=basis)


def computed(words: Words, derived: Derived) -> str:
    """``97.99万人次``, or with ≈ where digits were dropped; a change as ``+5.85%``."""
    return _shown(words, derived, is_about=not _is_exact(derived))


def _shown(words: Words, derived: Derived, is_about: bool) -> str:
    if derived.unit is Unit.PERCENT:
        return percent(rounded(derived))
    return amount(words, rounded(derived) * derived.unit.factor, derived.unit, is_about)


def _is_exact(derived: Derived) -> bool:
    """Whether no digit is dropped where it is shown; a change in per cent is shown without a mark."""
    return derived.unit is Unit.PERCENT or rounded(derived) * derived.unit.factor == derived.base


def rounded(quantity: Quantity) -> Decimal:
    """In its unit: as printed, or when computed to two decimals, to three where nothing stands before the point."""
    number = quantity.base / quantity.unit.factor
    if isinstance(quantity, Figure):
        return number
    small = abs(number) < 1 and quantity.unit is not Unit.PERCENT
    return number.quantize(THOUSANDTH if small else HUNDREDTH, ROUND_HALF_UP)


def quantity(words: Words, shown: Quantity) -> str:
    """A number with its unit: as the source prints it, or marked as computed."""
    return printed(words, shown) if isinstance(shown, Figure) else computed(words, shown)


def formula(words: Words, derived: Derived) -> str:
    """``685.93万人次 ÷ 7天 = 97.99万人次``."""
    sign = "=" if _is_exact(derived) else "≈"
    return f"{_expression(words, derived)} {sign} {_shown(words, derived, is_about=False)}"


def _expression(words: Words, of: Quantity) -> str:
    if isinstance(of, Figure):
        return printed(words, of)
    match of.rule:
        case PerDay(inner):
            return f"{_expression(words, inner)} ÷ {days_long(words, of.days)}"
        case PerVisit(revenue, visits):
            return f"{printed(words, revenue)} ÷ {printed(words, visits)}"
        case Before(later, shown, Basis.COMPARABLE):
            length, then = days_long(words, later.days), days_long(words, of.days)
            return f"{printed(words, later)} ÷ {length} ÷ {in_full(shown.ratio)} × {then}"
        case Before(later, shown):
            return f"{printed(words, later)} ÷ {in_full(shown.ratio)}"
        case Change(earlier, later):
            return f"({_expression(words, later)}) ÷ ({_expression(words, earlier)}) {MINUS} 1"


def days_long(words: Words, days: int | None) -> str:
    """A length in whole days; 0 where it is not known."""
    return words.count("{n} day", "{n} days", days or 0)


def event_year(words: Words, of: Quantity) -> str:
    """``National Day Golden Week 2024``, or the date of a single day."""
    if isinstance(of, Figure) and of.event is Event.ONE_DAY and of.first:
        return words.dates(of.first, of.first)
    name = words.say(EVENTS[of.event])
    return words.say("{holiday} {year}", holiday=name, year=of.year) if of.year else name


def title(words: Words, of: Quantity) -> str:
    """``Jiaozuo · National Day Golden Week 2024 · Visits``."""
    return " · ".join((words.text(of.subject.name), event_year(words, of), title_alone(words, of)))


def title_alone(words: Words, of: Quantity) -> str:
    """``Visits per day``: what is measured, without whose and when."""
    measure = words.say(MEASURES[of.measure], context="measure")
    if isinstance(of, Figure):
        return measure
    match of.rule:
        case PerDay():
            return words.say("{measure} per day", measure=measure)
        case PerVisit():
            return words.say("Revenue per visit")
        case Before(reading=Basis.COMPARABLE):
            return words.say("{measure}, if the growth compares means per day", measure=measure)
        case Before():
            return words.say("{measure}, if the growth compares totals", measure=measure)
        case Change(earlier=Derived(rule=PerDay())):
            return words.say("{measure}: change per day", measure=measure)
        case Change():
            return words.say("{measure}: change of totals", measure=measure)
