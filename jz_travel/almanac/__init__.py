"""When the sun rises and sets over Jiaozuo."""

from jz_travel.almanac.daylight import daylight

__all__ = ["daylight"]
