"""WGS-84 to the datums of Chinese map services, and back.

Inside the program every position is WGS-84. 高德, 腾讯 and Apple's map of China expect GCJ-02, 百度 expects BD-09. The
formulas are those that the open implementations of both datums share (eviltransform, coordtransform); nobody has
published official ones. Outside of China GCJ-02 is WGS-84.
"""

import math
from typing import NamedTuple

SEMI_MAJOR, ECCENTRICITY_SQUARED = 6378245.0, 0.00669342162296594323  # Krasovsky 1940, as GCJ-02 uses it
BAIDU_TURN = math.pi * 3000 / 180
NEWTON_STEPS = 3
SMALL = 1e-5  # degrees, to see how the shift changes


class LatLon(NamedTuple):
    """Degrees north and east; in which datum, the name of the function that gives it says."""

    lat: float
    lon: float


def gcj02_of_wgs84(lat: float, lon: float) -> LatLon:
    """The GCJ-02 point of a WGS-84 one, in degrees: 600 m away in Jiaozuo, the same outside of China."""
    if not _in_china(lat, lon):
        return LatLon(lat, lon)
    north, east = _shift(lat, lon)
    return LatLon(lat + north, lon + east)


def wgs84_of_gcj02(lat: float, lon: float) -> LatLon:
    """The inverse by Newton's method: three steps leave less than a millimetre."""
    if not _in_china(lat, lon):
        return LatLon(lat, lon)
    north, east = _shift(lat, lon)
    guess = LatLon(lat - north, lon - east)
    for _ in range(NEWTON_STEPS):
        guess = _nearer(guess, lat, lon)
    return guess


def bd09_of_gcj02(lat: float, lon: float) -> LatLon:
    """The BD-09 point that 百度 draws for a GCJ-02 one, in degrees."""
    radius = math.hypot(lon, lat) + 0.00002 * math.sin(lat * BAIDU_TURN)
    angle = math.atan2(lat, lon) + 0.000003 * math.cos(lon * BAIDU_TURN)
    return LatLon(radius * math.sin(angle) + 0.006, radius * math.cos(angle) + 0.0065)


def gcj02_of_bd09(lat: float, lon: float) -> LatLon:
    """The inverse by going back as far as the last guess was off; each step shrinks the rest by about a thousand."""
    guess = LatLon(lat - 0.006, lon - 0.0065)
    for _ in range(NEWTON_STEPS):
        there = bd09_of_gcj02(*guess)
        guess = LatLon(guess.lat + lat - there.lat, guess.lon + lon - there.lon)
    return guess


def bd09_of_wgs84(lat: float, lon: float) -> LatLon:
    """The point that 百度's links ask for, in degrees: 1.3 km from the WGS-84 one in Jiaozuo."""
    return bd09_of_gcj02(*gcj02_of_wgs84(lat, lon))


def wgs84_of_bd09(lat: float, lon: float) -> LatLon:
    """The WGS-84 point of a position copied from 百度, in degrees, exact to a millimetre."""
    return wgs84_of_gcj02(*gcj02_of_bd09(lat, lon))


def _nearer(guess: LatLon, lat: float, lon: float) -> LatLon:
    """One Newton step towards the point whose GCJ-02 is (lat, lon)."""
    here = gcj02_of_wgs84(*guess)
    by_lat = gcj02_of_wgs84(guess.lat + SMALL, guess.lon)
    by_lon = gcj02_of_wgs84(guess.lat, guess.lon + SMALL)
    a, b = (by_lat.lat - here.lat) / SMALL, (by_lon.lat - here.lat) / SMALL
    c, d = (by_lat.lon - here.lon) / SMALL, (by_lon.lon - here.lon) / SMALL
    off_lat, off_lon = lat - here.lat, lon - here.lon
    determinant = a * d - b * c
    return LatLon(
        guess.lat + (d * off_lat - b * off_lon) / determinant, guess.lon + (a * off_lon - c * off_lat) / determinant
    )


def _in_china(lat: float, lon: float) -> bool:
    """The rectangle that the services shift, with the Chinese coast and much of the neighbours in it."""
    return 0.8293 <= lat <= 55.8271 and 72.004 <= lon <= 137.8347


def _shift(lat: float, lon: float) -> tuple[float, float]:
    """Degrees north and east from WGS-84 to GCJ-02."""
    x, y = lon - 105, lat - 35
    waves = (20 * math.sin(6 * x * math.pi) + 20 * math.sin(2 * x * math.pi)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x)) + waves
    north += (20 * math.sin(y * math.pi) + 40 * math.sin(y / 3 * math.pi)) * 2 / 3
    north += (160 * math.sin(y / 12 * math.pi) + 320 * math.sin(y * math.pi / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x)) + waves
    east += (20 * math.sin(x * math.pi) + 40 * math.sin(x / 3 * math.pi)) * 2 / 3
    east += (150 * math.sin(x / 12 * math.pi) + 300 * math.sin(x / 30 * math.pi)) * 2 / 3
    angle = math.radians(lat)
    magic = 1 - ECCENTRICITY_SQUARED * math.sin(angle) ** 2
    meridian = SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED) / (magic * math.sqrt(magic))
    parallel = SEMI_MAJOR / math.sqrt(magic) * math.cos(angle)
    return math.degrees(north / meridian), math.degrees(east / parallel)
