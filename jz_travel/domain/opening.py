"""When a place is open: seasons, weekdays, several intervals a day, closures."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from jz_travel.domain.clock import DAY, MIDNIGHT
from jz_travel.domain.texts import Evidence

EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)


@dataclass(frozen=True, slots=True)
class Season:
    """From one (month, day) to another, both included; it may wrap the year: 11-01 to 02-29."""

    first: tuple[int, int] = (1, 1)
    last: tuple[int, int] = (12, 31)

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, date):
            return False
        here = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= here <= self.last
        return here >= self.first or here <= self.last


ALL_YEAR = Season()


@dataclass(frozen=True, slots=True)
class Opening:
    """One interval that repeats: within a season, on some weekdays (1 Monday … 7 Sunday)."""

    opens: timedelta
    closes: timedelta
    last_entry: timedelta | None = None
    season: Season = ALL_YEAR
    weekdays: tuple[int, ...] = EVERY_DAY
    evidence: Evidence | None = None

    def on(self, day: date) -> bool:
        """Whether the interval applies to a date; closures are not looked at."""
        return day.isoweekday() in self.weekdays and day in self.season


@dataclass(frozen=True, slots=True)
class Closure:
    """Closed from one date to another, both included."""

    first: date
    last: date
    why: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """Open from ``opens`` to ``closes`` on one day; nobody is let in after ``last_entry``."""

    opens: timedelta
    closes: timedelta
    last_entry: timedelta


@dataclass(frozen=True, slots=True)
class Hours:
    """All that is known of a place's opening. ``assumed``: nothing is known, these are usual hours of its kind."""

    openings: tuple[Opening, ...] = ()
    closures: tuple[Closure, ...] = ()
    assumed: bool = False

    def closure_on(self, day: date) -> Closure | None:
        """The first announced closure that covers a date; None when none does."""
        return next((closure for closure in self.closures if closure.first <= day <= closure.last), None)

    def on(self, day: date) -> tuple[Interval, ...]:
        """The intervals of one day in order, empty when closed."""
        return _intervals(self, day)

    def through_the_night(self, day: date) -> tuple[Interval, ...]:
        """The intervals of one day; what does not close at midnight goes on as long as it is open the next day."""
        return _through_the_night(self, day)

    @property
    def always(self) -> bool:
        """Open day and night all year, like a village street."""
        return not self.closures and any(
            opening.opens == MIDNIGHT
            and opening.closes >= DAY
            and opening.season == ALL_YEAR
            and opening.weekdays == EVERY_DAY
            for opening in self.openings
        )


@lru_cache(maxsize=16384)
def _intervals(hours: Hours, day: date) -> tuple[Interval, ...]:
    if hours.closure_on(day):
        return ()
    return merged(
        Interval(opening.opens, opening.closes, _last_entry(opening)) for opening in hours.openings if opening.on(day)
    )


@lru_cache(maxsize=16384)
def _through_the_night(hours: Hours, day: date) -> tuple[Interval, ...]:
    today = hours.on(day)
    tomorrow = hours.on(day + DAY) if today and today[-1].closes == DAY else ()
    if not tomorrow or tomorrow[0].opens != MIDNIGHT:
        return today
    late, early = today[-1], tomorrow[0]
    return (*today[:-1], Interval(late.opens, early.closes + DAY, max(late.last_entry, early.last_entry + DAY)))


def _last_entry(opening: Opening) -> timedelta:
    return opening.closes if opening.last_entry is None else opening.last_entry


def merged(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """Intervals in order of time, those that overlap or touch joined into one."""
    joined: list[Interval] = []
    for interval in sorted(intervals, key=lambda each: (each.opens, each.closes)):
        before = joined[-1] if joined else None
        if before is None or interval.opens > before.closes:
            joined.append(interval)
        else:
            closes = max(before.closes, interval.closes)
            joined[-1] = Interval(before.opens, closes, max(before.last_entry, interval.last_entry))
    return tuple(joined)
