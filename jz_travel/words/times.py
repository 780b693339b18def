"""Dates and times of day, on the 24-hour clock of Jiaozuo."""

import datetime as dt

from jz_travel.domain.clock import DAY, format_time_of_day, in_china, time_of
from jz_travel.words.marking import N_
from jz_travel.words.numbers import Numbers

WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
SHORT_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May", context="short month"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


class Times(Numbers):
    """Dates in the language's own order, and times of day on the 24-hour clock, never in the machine's zone."""

    def date(self, day: dt.date) -> str:
        """``Thursday, 1 October 2026``."""
        return self.say(
            "{weekday}, {day} {month} {year}",
            weekday=self.weekday(day),
            day=day.day,
            month=self.say(MONTHS[day.month - 1]),
            year=day.year,
        )

    def date_short(self, day: dt.date) -> str:
        """``Thu 1 Oct``."""
        return self.say(
            "{weekday} {day}", weekday=self.weekday(day, short=True), day=self.month_day(day.month, day.day)
        )

    def dates(self, first: dt.date, last: dt.date) -> str:
        """``1–3 Oct 2026``, or one date."""
        if first == last:
            return self._plain_date(first)
        from babel.dates import format_interval

        locale = "en_GB" if self.language == "en" else self.language.replace("-", "_")
        return str(format_interval(first, last, "yMMMd", locale=locale)).replace("\N{THIN SPACE}", " ")

    def _plain_date(self, day: dt.date) -> str:
        return self.say("{day} {year}", context="date", day=self.month_day(day.month, day.day), year=day.year)

    def as_far_as_said(self, said: str) -> str:
        """A date as a source has it, like ``2026``, ``2026-11`` or ``2026-11-03``; anything else as it is written."""
        match said.split("-"):
            case [year] if year.isdecimal():
                return self.say("{year}", context="date", year=year)
            case [year, month] if year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12:
                return self.say("{month} {year}", context="date", month=self.say(MONTHS[int(month) - 1]), year=year)
        try:
            return self._plain_date(dt.date.fromisoformat(said))
        except ValueError:
            return said

    def weekday(self, day: dt.date, short: bool = False) -> str:
        return self.weekday_name(day.isoweekday(), short)

    def weekday_name(self, weekday: int, short: bool = False) -> str:
        """The name of a weekday, 1 Monday … 7 Sunday."""
        return self.say((SHORT_WEEKDAYS if short else WEEKDAYS)[weekday - 1])

    def month_day(self, month: int, day: int) -> str:
        """``1 Oct``."""
        name = self.say(SHORT_MONTHS[month - 1], context="short month" if month == 5 else "")
        return self.say("{day} {month}", day=day, month=name)

    def time(self, moment: dt.timedelta | dt.datetime, day: dt.date | None = None) -> str:
        """``08:30``; after the midnight that ends the day, it says so.

        A time since midnight, or a moment as seen from ``day`` (without one: from its own date).
        """
        since = _since_midnight(moment, day)
        if since <= DAY:
            return format_time_of_day(since)
        days, time_of_day = divmod(since, DAY)
        clock = format_time_of_day(time_of_day)
        if days == 1:
            return self.say("{time} next day", time=clock)
        return self.count("{time}, {n} day later", "{time}, {n} days later", days, time=clock)

    def time_range(
        self, starts: dt.timedelta | dt.datetime, ends: dt.timedelta | dt.datetime, day: dt.date | None = None
    ) -> str:
        """``06:30–18:30``; moments as :meth:`time` has them. What is all on the next day says so once."""
        first, last = _since_midnight(starts, day), _since_midnight(ends, day)
        if first > DAY and last < 2 * DAY:
            return self.say("next day {times}", times=self.time_range(first - DAY, last - DAY))
        return self.say("{starts}–{ends}", starts=self.time(starts, day), ends=self.time(ends, day))


def _since_midnight(moment: dt.timedelta | dt.datetime, day: dt.date | None) -> dt.timedelta:
    """As seen from ``day``; without one, from the moment's own date."""
    if isinstance(moment, dt.timedelta):
        return moment
    local = in_china(moment)
    return time_of(local, day or local.date())
