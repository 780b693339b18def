"""One language's words for everything the program knows."""

import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from jz_travel.domain.failures import Failure
from jz_travel.domain.opening import ALL_YEAR
from jz_travel.domain.places import Catalogue, Place, Ticket
from jz_travel.domain.problems import Problem
from jz_travel.domain.texts import Language
from jz_travel.domain.travel import Leg
from jz_travel.words import failures, legs, opening, problems
from jz_travel.words.names import Names

if TYPE_CHECKING:
    from jz_travel.domain.plan import Plan
    from jz_travel.domain.reasons import Conflict, Fix, Reason
    from jz_travel.domain.violations import Violation

CODED: dict[Language, str] = {"zh-Hans": "gb2312", "zh-Hant": "big5", "ja": "euc_jp"}
"""National sets whose common characters are in order: by pinyin, by strokes, by Japanese sound."""


class Words(Names):
    """``Words("zh-Hans")``: sentences, numbers, dates, names, and what the domain has to say, in one language."""

    def problem(self, problem: Problem, catalogue: Catalogue) -> str:
        return problems.sentence(self, problem, catalogue)

    def reason(self, reason: "Reason", catalogue: Catalogue) -> str:
        """Why a place is not in a plan."""
        from jz_travel.words import reasons  # the window does not wait for what only planning says

        return reasons.reason_sentence(self, reason, catalogue)

    def fix(self, fix: "Fix", plan: "Plan", catalogue: Catalogue) -> str:
        """What to do about it, as a button says it."""
        from jz_travel.words import reasons

        return reasons.fix_sentence(self, fix, plan, catalogue)

    def conflict(self, conflict: "Conflict", plan: "Plan", catalogue: Catalogue) -> str:
        from jz_travel.words import plans

        return plans.conflict_sentence(self, conflict, plan, catalogue)

    def violation(self, violation: "Violation", catalogue: Catalogue) -> str:
        from jz_travel.words import plans

        return plans.violation_sentence(self, violation, catalogue)

    def failure(self, failure: Failure) -> str:
        """What went wrong, naming the file and the field, for whoever can do something about it."""
        return failures.sentence(self, failure)

    def leg(self, leg: Leg) -> str:
        """``35 min · 24.0 km · estimate``."""
        return legs.line(self, leg)

    def leg_explained(self, leg: Leg, catalogue: Catalogue) -> str:
        return legs.explained(self, leg, catalogue)

    def hours_line(self, place: Place, day: date, *, brief: bool = False) -> str:
        """``06:30–18:30, last entry 17:30``; ``brief`` leaves out the last entry."""
        return opening.line(self, place, day, brief=brief)

    def hours_table(self, place: Place) -> tuple[tuple[str, str], ...]:
        """(season and weekdays, times), then closures."""
        return opening.table(self, place)

    def ticket(self, ticket: Ticket) -> str:
        """``Adult admission: CNY 120``, with its season when it has one."""
        label = self.text(ticket.label)
        if ticket.season != ALL_YEAR:
            dates = opening.season_dates(self, ticket.season)
            label = self.say("{label} ({season})", label=label, season=dates)
        return self.say("{label}: {price}", label=label, price=self.price(ticket))

    def price(self, ticket: Ticket) -> str:
        """Yuan for one person, or that it is free or half."""
        if ticket.price == "half":
            return self.say("half price")
        if ticket.price == "free" or ticket.price == 0:
            return self.say("free", context="price")
        return self.money(ticket.price)

    def sort_key(self, text: str, pinyin: str = "") -> str:
        """What to sort by: Chinese by its pinyin where it is given, everything else without case and accents.

        Characters without a pinyin are in the order of their country's own set; Hangul, taken apart, is in that of
        dictionaries.
        """
        spoken = pinyin if self.is_chinese and pinyin else text
        taken_apart = unicodedata.normalize("NFD", spoken.casefold())
        plain = "".join(letter for letter in taken_apart if not unicodedata.combining(letter))
        coded = CODED.get(self.language)
        return "".join(_place_in(coded, letter) for letter in plain) if coded else plain


def _place_in(coded: str, letter: str) -> str:
    """A character's number in a national set, as text; what is not in it comes last."""
    try:
        return letter.encode(coded).decode("latin-1")
    except UnicodeEncodeError:
        return f"\xff{letter}"
