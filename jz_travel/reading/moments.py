"""Dates and times as planners write them, on Jiaozuo's clock."""

import re
from datetime import date, datetime, timedelta

from jz_travel.domain.clock import in_china

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
_DATE = re.compile(r"(?P<year>(?:19|20)\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})日?", re.ASCII)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)\Z", re.ASCII)
_TIME = re.compile(r"(?<!\d)(?P<hour>[01]?\d|2[0-9])\s*[:：点时]\s*(?P<minute>[0-5]\d)?(?!\d)", re.ASCII)

Moment = tuple[date | None, timedelta | None]


def moment_of(text: str) -> Moment:
    """The date and the time of day in a text, each as far as it is there."""
    text = text.strip()[:80]
    try:
        exact = datetime.fromisoformat(text)
    except ValueError:
        return date_of(text), time_of_day(text)
    local = in_china(exact)
    if not EARLIEST <= local.date() <= LATEST:
        return None, None
    has_time = ":" in text or "T" in text.upper()
    return local.date(), timedelta(hours=local.hour, minutes=local.minute) if has_time else None


def date_of(text: str) -> date | None:
    """The first date in a text, year first, as ISO, Chinese or eight digits; None without one, or far from our time."""
    found = _DATE.search(text) or _COMPACT.match(text.strip())
    if found is None:
        return None
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def time_of_day(text: str) -> timedelta | None:
    """The first time in a text, on the 24-hour clock, like 9:30 or 9点30; None without one."""
    found = _TIME.search(text)
    return timedelta(hours=int(found["hour"]), minutes=int(found["minute"] or 0)) if found else None
