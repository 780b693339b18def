"""How long the schedule of a week takes, beside a loop over the same stops that only adds times up.

The ratio says more than the milliseconds: it hardly depends on the machine.
"""

from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter

from jz_travel.domain.clock import at, hours, minutes
from jz_travel.domain.places import PlaceId
from jz_travel.domain.timetable import schedule
from jz_travel.domain.trip import Trip
from tests.strategies import CITY, Roads, a_trip, daylight

WEEK, STOPS = 7, 6
TARGET = 1  # millisecond


def a_full_week() -> Trip:
    trip = a_trip(days=WEEK, starts=date(2026, 10, 12))
    names = ("museum", "temple", "street", "gorge", "waterfall", "night_market")
    for index, day in enumerate(trip.days):
        for stop in range(STOPS):
            trip = trip.with_stop(PlaceId(names[(index + stop) % len(names)]), day.id)
    return trip


def bare_sums(trip: Trip, roads: Roads) -> list[tuple[object, ...]]:
    """The least that any schedule must do: a leg, an arrival and a departure for each stop."""
    found: list[tuple[object, ...]] = []
    for index, day in enumerate(trip.days):
        here, clock, today = PlaceId("inn"), hours(8, 30), trip.starts + timedelta(days=index)
        for stop in day.stops:
            leg = roads.leg(here, stop.place)
            arrives = clock + leg.lasts
            clock = arrives + (stop.stay or minutes(90))
            found.append((leg, at(today, arrives), at(today, clock)))
            here = stop.place
    return found


def seconds(work: Callable[[], object], rounds: int = 200) -> float:
    """The best of many: what the work costs when nothing else disturbs it."""
    best = float("inf")
    for _ in range(rounds):
        starts = perf_counter()
        work()
        best = min(best, perf_counter() - starts)
    return best


def main() -> None:
    trip, roads = a_full_week(), Roads()
    whole = seconds(lambda: schedule(trip, CITY, roads, daylight))
    sums = seconds(lambda: bare_sums(trip, roads))
    verdict = "ok" if whole * 1000 <= TARGET else "TOO SLOW"
    print(
        f"schedule, {WEEK} days x {STOPS} stops: {whole * 1000:.2f} ms (target {TARGET}), "
        f"{whole / sums:.1f} times the bare sums ({sums * 1000:.2f} ms): {verdict}"
    )


if __name__ == "__main__":
    main()
