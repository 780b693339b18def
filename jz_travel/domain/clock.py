"""Times of day and dates in Jiaozuo, where the clock never changes.

A time of day is a ``timedelta`` since midnight, so that 24:00 and "half past midnight, the next day" can be said.
"""

from datetime import UTC, date, datetime, time, timedelta, timezone

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
MIDNIGHT = timedelta()
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def minutes(count: float) -> timedelta:
    """So many minutes as a duration, or as the time of day so long after midnight."""
    return timedelta(minutes=count)


def hours(hour: int, minute: int = 0) -> timedelta:
    """The time of day ``hour:minute``."""
    return timedelta(hours=hour, minutes=minute)


def at(day: date, time_of_day: timedelta) -> datetime:
    """The moment of a day at a time of day; 24:00 and later fall on the next day."""
    return datetime.combine(day, time.min, CHINA) + time_of_day


def time_of(moment: datetime, day: date) -> timedelta:
    """How long after the midnight that starts ``day`` a moment is."""
    return moment - at(day, MIDNIGHT)


def in_china(moment: datetime) -> datetime:
    """The same moment on Jiaozuo's clock; a moment without a zone is taken as already local."""
    return moment.replace(tzinfo=CHINA) if moment.tzinfo is None else moment.astimezone(CHINA)


def today(now: datetime | None = None) -> date:
    """Today's date in Jiaozuo, whatever this machine's zone is."""
    return (now or datetime.now(UTC)).astimezone(CHINA).date()


def parse_time_of_day(text: str) -> timedelta:
    """``"06:30"`` … ``"24:00"`` … ``"29:59"`` (past midnight).

    Raises ``ValueError`` when the text is not a time of day.
    """
    hour, colon, minute = text.partition(":")
    digits = hour.isascii() and minute.isascii() and hour.isdigit() and minute.isdigit()
    if not colon or not digits or len(hour) != 2 or len(minute) != 2 or int(minute) > 59 or int(hour) > 29:
        raise ValueError(f"{text!r} is not a time of day like 08:30")
    return timedelta(hours=int(hour), minutes=int(minute))


def format_time_of_day(time_of_day: timedelta) -> str:
    """The inverse of :func:`parse_time_of_day`, to the minute."""
    whole = int(time_of_day.total_seconds()) // 60
    return f"{whole // 60:02d}:{whole % 60:02d}"
