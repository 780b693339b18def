"""What the calendar and the sun say about a date in Jiaozuo."""

from jz_travel.almanac.daylight import daylight

__all__ = ["daylight"]
