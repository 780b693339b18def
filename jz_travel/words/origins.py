"""What stands behind a number: source, date, tier, what was counted, and what its growth compares."""

from jz_travel.domain.reckoning import recomputed, reproduced_by
from jz_travel.domain.statistics import Basis, Fact, Figure, Growth, Own, Statistics
from jz_travel.words.marking import N_
from jz_travel.words.statistics import DEFINITIONS, computed, days_long, growth_explained, in_full, title_alone
from jz_travel.words.words import Words

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
CONFIDENCES = {
    "high": N_("High", context="confidence"),
    "medium": N_("Medium", context="confidence"),
    "low": N_("Low", context="confidence"),
}


def origin(words: Words, of: Figure | Fact, statistics: Statistics) -> tuple[tuple[str, str], ...]:
    """What stands behind a number, as (name, text): source, date, tier, and for a figure all that it means."""
    source = statistics.sources.get(of.evidence.source)
    rows = [(words.say("Source"), words.text(source.title) if source else of.evidence.source)]
    published = words.as_far_as_said(source.date) if source and source.date else words.say("date not known")
    rows += [(words.say("Published"), published)]
    if source:
        rows += [(words.say("Kind of source"), f"{source.tier} · {words.say(TIERS[source.tier])}")]
    if of.evidence.confidence:
        rows += [(words.say("Confidence"), words.say(CONFIDENCES[of.evidence.confidence], context="confidence"))]
    if isinstance(of, Figure) and of.own is not None:
        rows += [(words.say("Entered by"), own(words, of.own))]
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


def own(words: Words, of: Own) -> str:
    """Whose figure it is, and who compared it with its source."""
    said = words.say("the tourism bureau itself")
    if of.verified_on is None:
        return words.say("; ").join((said, words.say("not verified yet")))
    day = words.dates(of.verified_on, of.verified_on)
    return words.say("; ").join((said, words.say("verified by {name} on {date}", name=of.verified_by, date=day)))


def _meaning(words: Words, figure: Figure) -> list[tuple[str, str]]:
    rows = [(words.say("What was counted"), words.say(DEFINITIONS[figure.definition]))]
    if figure.days:
        length = days_long(words, figure.days)
        dates = f"{length} · {words.dates(figure.first, figure.last)}" if figure.first and figure.last else length
        rows.append((words.say("Length"), dates))
    if not words.is_chinese and figure.unit.factor != 1:
        rows.append((words.say("Printed as"), f"{figure.value}{figure.unit}"))
    elif figure.base != figure.value:
        rows.append((words.say("In full"), in_full(figure.base)))
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
