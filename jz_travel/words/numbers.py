"""Numbers, distances, durations and money.

All five languages group by threes with commas, so Python's own format serves; 万 and 亿 are left to Babel, which is
imported on first use because only statistics need it.
"""

from datetime import timedelta
from decimal import Decimal

from jz_travel.domain.texts import Language
from jz_travel.words.sentences import Sentences

MINUS = "\u2212"  # as wide as a plus
COMPACT_FROM = 10_000
MYRIADS: dict[Language, tuple[str, str, str]] = {
    "zh-Hans": ("万", "亿", "万亿"),
    "zh-Hant": ("萬", "億", "兆"),
    "ja": ("万", "億", "兆"),
    "ko": ("만", "억", "조"),
}
"""10 000, 10 000 squared and cubed, where people count by them."""


class Numbers(Sentences):
    """Amounts as each language groups and shortens them, with true minus signs; units are always said."""

    def number(self, n: float) -> str:
        """``6,859,300``; fractions keep at most two decimals."""
        whole = f"{n:,.2f}".rstrip("0").rstrip(".") if n != int(n) else f"{int(n):,}"
        return whole.replace("-", MINUS)

    def compact(self, n: float) -> str:
        """``685.93万`` or ``6.86M``: at most two decimals; small numbers in full."""
        if abs(n) < COMPACT_FROM:
            return self.number(n)
        from babel.numbers import format_compact_decimal

        short = format_compact_decimal(n, locale=self.language.replace("-", "_"), fraction_digits=2)
        return short.replace("-", MINUS)

    @property
    def counts_by_myriads(self) -> bool:
        """Whether large numbers are told in 万 and 亿, not in thousands."""
        return self.language in MYRIADS

    def myriad(self, factor: Decimal) -> str:
        """``万`` for 10 000; empty for 1, and where people count by thousands."""
        names = MYRIADS.get(self.language, ())
        return next((name for power, name in enumerate(names, 1) if factor == COMPACT_FROM**power), "")

    def percent(self, ratio: float, signed: bool = True) -> str:
        """``+13.21%`` for a ratio of 0.1321."""
        return f"{ratio:{'+' if signed else ''}.2%}".replace("-", MINUS)

    def money(self, cny: float) -> str:
        """An amount of yuan; the currency is always said."""
        if abs(cny) < COMPACT_FROM:
            return self.say("CNY {amount}", amount=self.number(cny))
        return self.say("CNY {amount}", context="large sum", amount=self.compact(cny))

    def people(self, n: int) -> str:
        """Visits, where one person may be counted more than once."""
        return self.count("{n} visit", "{n} visits", n, n=self.compact(n))

    def duration(self, lasts: timedelta) -> str:
        """``2 h 30 min``, to the minute."""
        hours, minutes = divmod(round(lasts / timedelta(minutes=1)), 60)
        if not hours:
            return self.say("{minutes} min", minutes=minutes)
        if not minutes:
            return self.say("{hours} h", hours=hours)
        return self.say("{hours} h {minutes} min", hours=hours, minutes=minutes)

    def distance(self, metres: float | None, *, guessed: bool = False) -> str:
        """``12.3 km``; below one kilometre to ten metres. A guess is in whole kilometres: no false precision."""
        if metres is None:
            return self.say("distance not known")
        tens = round(metres / 10) * 10
        if tens < 1000:
            return self.say("{metres} m", metres=tens)
        return self.say("{km} km", km=f"{metres / 1000:,.0f}" if guessed else f"{metres / 1000:,.1f}")
