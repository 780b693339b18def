"""Positions go into Chinese map services and come back where they were."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_travel.roads.datum import (
    LatLon,
    bd09_of_gcj02,
    bd09_of_wgs84,
    gcj02_of_wgs84,
    wgs84_of_bd09,
    wgs84_of_gcj02,
)

CHINA = st.tuples(st.floats(18, 53), st.floats(74, 134))
A_MILLIMETRE = 1e-3


def metres(one: LatLon, other: LatLon) -> float:
    north = (one.lat - other.lat) * 111_320
    east = (one.lon - other.lon) * 111_320 * math.cos(math.radians(one.lat))
    return math.hypot(north, east)


@pytest.mark.parametrize(
    ("wgs84", "gcj02"),
    [
        # The examples that the open implementations are tested with: coordtransform, then eviltransform.
        ((39.915, 116.404), (39.91640428150164, 116.41024449916938)),
        ((31.1774276, 121.5272106), (31.17530398364597, 121.531541859215)),
        ((22.543847, 113.912316), (22.540796131694766, 113.9171764808363)),
        ((39.911954, 116.377817), (39.91334545536069, 116.38404722455657)),
    ],
)
def test_gcj02_is_what_other_programs_say(wgs84: tuple[float, float], gcj02: tuple[float, float]) -> None:
    assert metres(gcj02_of_wgs84(*wgs84), LatLon(*gcj02)) < A_MILLIMETRE


def test_bd09_is_what_other_programs_say() -> None:
    assert metres(bd09_of_gcj02(39.915, 116.404), LatLon(39.92133699351022, 116.41036949371029)) < A_MILLIMETRE


@given(CHINA)
def test_every_place_in_china_comes_back(place: tuple[float, float]) -> None:
    here = LatLon(*place)
    assert metres(wgs84_of_gcj02(*gcj02_of_wgs84(*here)), here) < A_MILLIMETRE
    assert metres(wgs84_of_bd09(*bd09_of_wgs84(*here)), here) < 0.01


@given(CHINA)
def test_the_shift_is_some_hundred_metres(place: tuple[float, float]) -> None:
    here = LatLon(*place)
    assert 20 < metres(gcj02_of_wgs84(*here), here) < 1_500


def test_abroad_nothing_is_shifted() -> None:
    paris = LatLon(48.8584, 2.2945)
    assert gcj02_of_wgs84(*paris) == wgs84_of_gcj02(*paris) == paris
