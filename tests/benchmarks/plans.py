"""Requests that nobody thought of, what may happen to their plans, and a clock to measure with."""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from functools import cache
from itertools import product
from pathlib import Path
from typing import TypeVar

from jz_travel.almanac import daylight
from jz_travel.domain.clock import hours
from jz_travel.domain.places import GATEWAYS, Catalogue, Kind, PlaceId, Theme
from jz_travel.domain.repairs import Disruption, Late, Rain, RoadShut, SiteClosed, Tired
from jz_travel.domain.request import Interest, Pace, Party, Pin, Request
from jz_travel.domain.travel import Mode
from jz_travel.domain.trip import Trip
from jz_travel.planner import World
from jz_travel.resources import assets
from jz_travel.roads import leg_table
from jz_travel.store.places import read_catalogue

Given, Found = TypeVar("Given"), TypeVar("Found")


class Processor:
    """The processor time of this process, in seconds, so that a busy machine tells nearly the same as an idle one.

    It is looked up at most every two milliseconds: on some systems that alone takes one.
    """

    def __init__(self) -> None:
        self._at, self._found = -1.0, 0.0

    def __call__(self) -> float:
        now = time.monotonic()
        if now - self._at > 0.002:
            self._at, self._found = now, time.process_time()
        return self._found


def shared_out(work: Callable[[Given], Found], over: Iterable[Given], processes: int) -> list[Found]:
    """What ``work`` finds of each, in their order, in so many processes at once; how far it is stands on stderr."""
    asked, found = list(over), list[Found]()
    with ProcessPoolExecutor(processes) as pool:
        for each in pool.map(work, asked):
            found.append(each)
            if len(found) % 50 == 0:
                print(f"  {len(found)} of {len(asked)} ...", file=sys.stderr, flush=True)
    return found


@cache
def real_world() -> World:
    """The city as the program knows it after a few plans: the ways between all places have been asked for before."""
    catalogue, _ = read_catalogue(assets())
    folder = Path(tempfile.gettempdir()) / "jz-travel-benchmarks"
    travel = leg_table(catalogue, folder)
    for one, other, mode in product(catalogue, catalogue, Mode):
        travel.leg(one.id, other.id, mode)
    travel.save()
    return World(catalogue, travel, daylight, load_of)


def load_of(day: date) -> int:
    return 3 if (day.month, day.day) in {(10, each) for each in range(1, 8)} else int(day.isoweekday() > 5)


def random_request(rng: random.Random, catalogue: Catalogue, most_days: int = 5) -> Request:
    """Anything that a visitor could ask, sensible or not."""
    sights = [place.id for place in catalogue if place.is_sight]
    gates = [place.id for place in catalogue if place.kind in GATEWAYS and catalogue.position_of(place)]
    stays = [place.id for place in catalogue if place.kind is Kind.STAY]
    days = rng.randint(1, most_days)

    def some(most: int) -> tuple[PlaceId, ...]:
        return tuple(rng.sample(sights, rng.randint(0, most)))

    def maybe(chance: float) -> bool:
        return rng.random() < chance

    return Request(
        starts=date(2026, 1, 1) + timedelta(days=rng.randrange(365)),
        days=days,
        arrival=rng.choice(gates) if maybe(0.8) else None,
        arrives=hours(rng.randint(7, 16)) if maybe(0.4) else None,
        departure=rng.choice(gates) if maybe(0.2) else None,
        departs=hours(rng.randint(12, 21)) if maybe(0.4) else None,
        lodging=tuple(rng.choice(stays) for _ in range(rng.randint(1, days))) if maybe(0.3) else (),
        modes=tuple(rng.choice(list(Mode)) for _ in range(rng.randint(1, days))) if maybe(0.3) else (Mode.CAR,),
        pace=rng.choice(list(Pace)),
        party=Party(rng.randint(1, 4), rng.randint(0, 1), rng.randint(0, 2), rng.randint(0, 2), maybe(0.15)),
        interests=tuple(
            Interest(theme, rng.choice((0.5, 1, 2))) for theme in rng.sample(list(Theme), rng.randint(0, 3))
        ),
        musts=some(2) if maybe(0.4) else (),
        wishes=some(3) if maybe(0.3) else (),
        avoid=some(4) if maybe(0.3) else (),
        pins=(Pin(rng.choice(sights), rng.randint(1, days), hours(rng.randint(9, 15))),) if maybe(0.15) else (),
        budget=float(rng.randint(0, 800)) if maybe(0.2) else None,
        lunch=not maybe(0.1),
        dinner=not maybe(0.1),
        leaves_at=hours(rng.randint(6, 10)) if maybe(0.2) else None,
        back_by=hours(rng.randint(16, 22)) if maybe(0.2) else None,
        driving=timedelta(hours=rng.randint(1, 5)) if maybe(0.15) else None,
        on_foot=timedelta(hours=rng.randint(2, 8)) if maybe(0.15) else None,
    )


def random_disruption(rng: random.Random, trip: Trip) -> Disruption:
    stops = [stop.place for stop in trip.stops()]
    place, day = rng.choice(stops), rng.randrange(len(trip.days))
    date_of = trip.starts + timedelta(days=day)
    return rng.choice(
        (
            Rain(day),
            Tired(day),
            Late(timedelta(minutes=rng.choice((30, 60, 90)))),
            SiteClosed(place, date_of, date_of + timedelta(days=rng.randint(0, 1))),
            RoadShut(place, trip.days[0].lodging or place, timedelta(hours=1)),
        )
    )
