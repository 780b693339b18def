"""When the sun rises and sets over Jiaozuo."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from jz_travel.domain.clock import CHINA, hours, minutes, time_of

LATITUDE, LONGITUDE = 35.24, 113.24  # the city; from one end of its counties to the other the sun differs by 4 minutes
FIRST, LAST = date(1000, 1, 1), date(9998, 12, 31)
SPRING_OR_AUTUMN = hours(6, 25), hours(18, 30)


@lru_cache(maxsize=4096)
def daylight(day: date) -> tuple[timedelta, timedelta]:
    """Sunrise and sunset as times of day in China, to the minute."""
    if not FIRST <= day <= LAST:  # outside of the calendar that astral counts in
        return SPRING_OR_AUTUMN
    from astral import Observer  # nothing that only lists places needs the sun
    from astral.sun import sunrise, sunset

    here = Observer(LATITUDE, LONGITUDE)
    return _to_the_minute(sunrise(here, day, CHINA), day), _to_the_minute(sunset(here, day, CHINA), day)


def _to_the_minute(moment: datetime, day: date) -> timedelta:
    seconds = time_of(moment, day).total_seconds()
    return minutes(round(seconds / 60))
