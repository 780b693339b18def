"""Which ways of a trip a router should be asked for, and the answers to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.schedule import Schedule
from jz_travel.roads.answers import Answer, Answers, Point
from jz_travel.roads.online.client import Stop, never
from jz_travel.roads.online.routers import Router
from jz_travel.roads.ways import ends_of, same_area

MOST_IN_TABLE = 50
"""Places of one trip whose every pair is asked for; a table of more would be a burden on a server of somebody else."""
Pair = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Wanted:
    """``chains`` are driven one after the other and want their roads; ``points`` want only a table of times."""

    chains: tuple[tuple[Point, ...], ...] = ()
    points: tuple[Point, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.chains or self.points)


def wanted(schedule: Schedule, catalogue: Catalogue, known: Answers, hopeless: frozenset[Pair]) -> Wanted:
    """What is still to be asked: neither answered nor found to have no answer."""
    chains: list[tuple[Point, ...]] = []
    for pairs in _runs(schedule, catalogue):
        chain: list[Point] = []
        for pair in pairs:
            done = pair in hopeless or bool(known[pair].path if pair in known else ())
            if not done and (not chain or chain[-1] == pair[0]):
                chain += pair if not chain else pair[1:]
            elif not done:
                chains.append(tuple(chain))
                chain = list(pair)
        if chain:
            chains.append(tuple(chain))
    points = _points(schedule, catalogue)
    new = any((one, other) not in known and (one, other) not in hopeless for one in points for other in points - {one})
    table = tuple(sorted(points)) if new and len(points) <= MOST_IN_TABLE else ()
    return Wanted(tuple(dict.fromkeys(chains)), table)


def _runs(schedule: Schedule, catalogue: Catalogue) -> Iterator[list[Pair]]:
    """For each day its ways in order, those that no car drives left out."""
    for day in schedule.days:
        stations = [day.origin, *(visit.place for visit in day.visits), day.destination]
        places = [catalogue.get(each) for each in stations if each is not None]
        run: list[Pair] = []
        for here, there in pairwise(places):
            if here and there and not same_area(here, there) and (pair := ends_of(here, there, catalogue)):
                run.append(pair)
        yield run


def _points(schedule: Schedule, catalogue: Catalogue) -> set[Point]:
    trip = schedule.trip
    named: set[PlaceId | None] = {stop.place for stop in trip.stops()}
    named |= {*trip.wishes, trip.arrival, trip.departure, *(day.lodging for day in trip.days)}
    places = [place for each in named if (place := catalogue.get(each))]
    found: set[Point] = set()
    for here in places:
        for there in places:
            if here is not there and (pair := ends_of(here, there, catalogue)):
                found.update(pair)
    return found


def ask(router: Router, asked: Wanted, stop: Stop = never) -> tuple[dict[Pair, Answer], frozenset[Pair]]:
    """Every answer, and the ways that there are none for. Raises :class:`~jz_travel.domain.failures.Failure`."""
    answers: dict[Pair, Answer] = {}
    hopeless: set[Pair] = set()
    if asked.points:
        answers.update(router.table(asked.points, stop))
        pairs = ((one, other) for one in asked.points for other in asked.points if one != other)
        hopeless.update(pair for pair in pairs if pair not in answers)
    for chain in asked.chains:
        for pair, answer in zip(pairwise(chain), router.chain(chain, stop), strict=True):
            if answer is None:
                hopeless.add(pair)
            else:
                answers[pair] = answer
                hopeless.discard(pair)
    return answers, frozenset(hopeless)
