"""Figures in words: as printed, as computed with the formula, what was counted, and what a growth compares."""

from decimal import ROUND_HALF_UP, Decimal

from jz_travel.domain.reckoning import (
    Before,
    Change,
    Derived,
    PerDay,
    PerVisit,
    Quantity,
    recomputed,
    reproduced_by,
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
    Statistics,
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
VERDICTS: dict[Basis | None, str] = {
    Basis.RAW: N_("The change of totals gives the printed growth."),
    Basis.COMPARABLE: N_("The change per day gives the printed growth."),
    None: N_("The printed figures do not give the printed growth."),
}
TIERS = {
    "A": N_("official or a paper of record"),
    "B": N_("copy of an official text"),
    "C": N_("private page"),
    "D": N_("weak page"),
    "BK": N_("not verified"),
}
CONFIDENCES = {"high": N_("high confidence"), "medium": N_("medium confidence"), "low": N_("low confidence")}
MONEY = (Unit.YUAN, Unit.WAN_YUAN, Unit.YI_YUAN, Unit.WAN_YI_YUAN)
VISITS = (Unit.WAN_VISITS, Unit.YI_VISITS)
HUNDREDTH, THOUSANDTH = Decimal("0.01"), Decimal("0.001")
TRADITIONAL = str.maketrans("万亿", "萬億")


def amount(words: Words, base: Decimal, unit: Unit) -> str:
    """An exact amount: in Chinese in the unit it is printed in, else in full or in millions without losing a digit."""
    number = base / unit.factor
    if words.is_chinese:
        text = f"{'第' if unit is Unit.RANK else ''}{_plain(number)}{unit.value}"
        return text.translate(TRADITIONAL) if words.language == "zh-Hant" else text
    if unit is Unit.PERCENT:
        return f"{_plain(number)}%"
    if unit is Unit.RANK:
        return words.say("No. {n}", n=_plain(number))
    if unit in (Unit.SQUARE_METRES, Unit.SQUARE_KILOMETRES):
        return f"{_plain(number)} {unit.value}"
    large = _large(words, base)
    if unit in MONEY:
        return words.say("CNY {amount}", context="in figures", amount=large)
    if unit in VISITS:
        return words.say("{n} visits", n=large)
    return large


def _large(words: Words, base: Decimal) -> str:
    if abs(base) >= 1_000_000_000:
        return words.say("{n} billion", n=_plain(base / 1_000_000_000))
    if abs(base) >= 10_000_000:
        return words.say("{n} million", n=_plain(base / 1_000_000))
    return _plain(base)


def _plain(number: Decimal) -> str:
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
    shown = rounded(derived)
    if derived.unit is Unit.PERCENT:
        return percent(shown)
    text = amount(words, shown * derived.unit.factor, derived.unit)
    return text if shown * derived.unit.factor == derived.base else f"≈{text}"


def rounded(quantity: Quantity) -> Decimal:
    """In its unit: as printed, or when computed to two decimals, to three where nothing stands before the point."""
    number = quantity.base / quantity.unit.factor
    if isinstance(quantity, Figure):
        return number
    small = abs(number) < 1 and quantity.unit is not Unit.PERCENT
    return number.quantize(THOUSANDTH if small else HUNDREDTH, ROUND_HALF_UP)


def quantity(words: Words, shown: Quantity) -> str:
    return printed(words, shown) if isinstance(shown, Figure) else computed(words, shown)


def formula(words: Words, derived: Derived) -> str:
    """``685.93万人次 ÷ 7天 = 97.99万人次``."""
    result = computed(words, derived)
    return f"{_expression(words, derived)} {'' if result.startswith('≈') else '= '}{result}".replace("≈", "≈ ")


def _expression(words: Words, of: Quantity) -> str:
    if isinstance(of, Figure):
        return printed(words, of)
    match of.rule:
        case PerDay(inner):
            return f"{_expression(words, inner)} ÷ {_days(words, of.days)}"
        case PerVisit(revenue, visits):
            return f"{printed(words, revenue)} ÷ {printed(words, visits)}"
        case Before(later, shown, Basis.COMPARABLE):
            length, then = _days(words, later.days), _days(words, of.days)
            return f"{printed(words, later)} ÷ {length} ÷ {_plain(shown.ratio)} × {then}"
        case Before(later, shown):
            return f"{printed(words, later)} ÷ {_plain(shown.ratio)}"
        case Change(earlier, later):
            return f"({_expression(words, later)}) ÷ ({_expression(words, earlier)}) {MINUS} 1"


def _days(words: Words, days: int | None) -> str:
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


def origin(words: Words, of: Figure | Fact, statistics: Statistics) -> tuple[tuple[str, str], ...]:
    """What stands behind a number, as (name, text): source, date, tier, and for a figure all that it means."""
    source = statistics.sources.get(of.evidence.source)
    rows = [(words.say("Source"), source.title if source else of.evidence.source)]
    rows += [(words.say("Published"), source.date if source and source.date else words.say("date not known"))]
    if source:
        rows += [(words.say("Kind of source"), f"{source.tier} · {words.say(TIERS[source.tier])}")]
    if of.evidence.confidence:
        rows += [(words.say("Confidence"), words.say(CONFIDENCES[of.evidence.confidence]))]
    if isinstance(of, Figure):
        rows += _meaning(words, of)
        rows += [row for each in of.growth for row in _growth_rows(words, of, each, statistics)]
    elif of.period:
        rows += [(words.say("Period"), words.text(of.period))]
    if of.note:
        rows += [(words.say("Note"), words.text(of.note))]
    if source and source.url:
        rows += [(words.say("Address"), source.url)]
    return tuple(rows)


def _meaning(words: Words, figure: Figure) -> list[tuple[str, str]]:
    rows = [(words.say("What was counted"), words.say(DEFINITIONS[figure.definition]))]
    if figure.days:
        length = _days(words, figure.days)
        dates = f"{length} · {words.dates(figure.first, figure.last)}" if figure.first and figure.last else length
        rows.append((words.say("Length"), dates))
    if not words.is_chinese and figure.unit.factor != 1:
        rows.append((words.say("Printed as"), f"{figure.value}{figure.unit}"))
    elif figure.base != figure.value:
        rows.append((words.say("In full"), _plain(figure.base)))
    return rows


def _growth_rows(words: Words, figure: Figure, shown: Growth, statistics: Statistics) -> list[tuple[str, str]]:
    """A growth as printed, and what the printed figures of both years give, where there are two."""
    rows = [(words.say("Growth as printed"), growth_explained(words, shown))]
    again = recomputed(figure, shown, statistics)
    if again:
        changes = words.say("; ").join(f"{title_alone(words, each)} {computed(words, each)}" for each in again)
        verdict = words.say(VERDICTS[reproduced_by(figure, shown, statistics)])
        rows.append((words.say("Computed again from the printed figures"), f"{changes}\n{verdict}"))
    return rows
