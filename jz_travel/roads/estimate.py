"""Road kilometres and minutes from a straight line, by terrain, with the bands seen in them."""

from dataclasses import dataclass
from enum import IntEnum

from jz_travel.roads.book import Distance, Estimate, Time


class Ends(IntEnum):
    """How many ends of a way lie in the hills."""

    PLAIN = 0
    ONE_IN_HILLS = 1
    BOTH_IN_HILLS = 2


@dataclass(frozen=True, slots=True)
class Guess:
    """Minutes and their band; ``km`` along the road."""

    km: float
    minutes: float
    at_best: float
    at_worst: float


def by_road(estimate: Estimate, straight_km: float, ends: Ends, off_by_km: float = 0) -> Guess:
    """The way between two points ``straight_km`` apart, of which one may lie ``off_by_km`` elsewhere.

    The band reaches as far as either error alone takes it, that of the distance or that of the time: both at their
    worst at once was not seen.
    """
    formula = _distance(estimate, ends)
    km = formula.km_per_geodesic_km * straight_km + formula.km_added
    minutes = minutes_for(estimate, km, ends)
    shortest = _edge(formula, max(0.0, straight_km - off_by_km), 0)
    longest = _edge(formula, straight_km + off_by_km, 1)
    quick, slow = estimate.time.band
    return Guess(
        km=km,
        minutes=minutes,
        at_best=min(minutes * quick, minutes_for(estimate, shortest, ends)),
        at_worst=max(minutes * slow, minutes_for(estimate, longest, ends)),
    )


def minutes_for(estimate: Estimate, km: float, ends: Ends) -> float:
    """How long a car takes for so many kilometres of road."""
    formula = _time(estimate, ends)
    near, far = min(km, formula.near_km), max(km - formula.near_km, 0)
    return formula.minutes_added + near * formula.near_minutes_per_km + far * formula.far_minutes_per_km


def _edge(formula: Distance, straight_km: float, edge: int) -> float:
    if formula.band_is == "km per geodesic km":
        return formula.band[edge] * straight_km
    return formula.band[edge] * (formula.km_per_geodesic_km * straight_km + formula.km_added)


def _distance(estimate: Estimate, ends: Ends) -> Distance:
    formulas = estimate.distance
    if ends is Ends.PLAIN:
        return formulas.plain_or_river_crossing
    return formulas.one_end_in_a_taihang_valley if ends is Ends.ONE_IN_HILLS else formulas.both_ends_in_the_hills


def _time(estimate: Estimate, ends: Ends) -> Time:
    formulas = estimate.time
    if ends is Ends.PLAIN:
        return formulas.plain
    return formulas.one_end_in_a_taihang_valley if ends is Ends.ONE_IN_HILLS else formulas.both_ends_in_the_hills
