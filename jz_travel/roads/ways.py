"""The ways of a car, and the printed ways of coaches and trains, between two places."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from jz_travel.domain.places import Catalogue, Place, PlaceId, Position
from jz_travel.domain.texts import Evidence, SourceId
from jz_travel.domain.travel import How, Leg, Mode, no_leg
from jz_travel.roads.answers import Answers, Point
from jz_travel.roads.book import RoadBook, Route
from jz_travel.roads.estimate import Ends, Guess, by_road, minutes_for
from jz_travel.roads.straight import StraightLines
from jz_travel.roads.terrain import in_hills

# Our own assumptions, where the fact base has none. The legs they make are marked INSIDE or ROUGH.
SEAT_REACH_KM = 15.0
"""A place that only its county is known of may lie so far from the county town."""
SEAT_LEAST_KM = 10.0
"""And it is not planned with less than this, because it is hardly ever in the town itself."""
SHUTTLE_WAIT = 10.0
"""Minutes for the shuttle of a mountain park to come."""
SHUTTLE_RIDE = 20.0
"""Minutes between two sights of one mountain park whose positions do not tell."""
WALK = 10.0
"""Minutes between two sights of one area on the plain, on foot."""
INSIDE_BAND = (0.5, 2.0)

BY_CAR, BY_COACH_OR_RAIL = ("car",), ("coach", "rail")
SURENESS = {"high": 0, "medium": 1, "low": 2, None: 3}
ROUTABLE_WITHIN = 3000.0
"""Metres; from a point known less exactly, the road that a router finds is another one."""
GUESSED_STEP = 5
"""Minutes; a guess to the minute would look like knowledge."""


class Ways:
    """What a road book says of two places of a catalogue."""

    def __init__(
        self, catalogue: Catalogue, book: RoadBook, lines: StraightLines, answers: Answers | None = None
    ) -> None:
        self._catalogue, self._lines, self._answers = catalogue, lines, answers or {}
        self.estimate, self._terrain = book.estimate, book.terrain
        self._cars, self._coaches = _printed(book.route, BY_CAR), _printed(book.route, BY_COACH_OR_RAIL)

    def by_car(self, here: Place, there: Place) -> Leg:
        """From the best that is known: a router's answer, a printed route, the way inside an area, an estimate."""
        if routed := self._routed(here, there):
            return routed
        route = self._cars.get((here.id, there.id))
        if route:
            return self._printed_leg(here, there, Mode.CAR, route)
        return self._inside(here, there) if same_area(here, there) else self._guessed(here, there)

    def by_coach(self, here: Place, there: Place) -> Leg | None:
        """Only what is printed: nobody can guess a line."""
        route = self._coaches.get((here.id, there.id))
        return self._printed_leg(here, there, Mode.COACH, route) if route else None

    def _routed(self, here: Place, there: Place) -> Leg | None:
        """What a router answered. It knows nothing of the shuttles inside an area, where no car may go."""
        pair = None if same_area(here, there) else ends_of(here, there, self._catalogue)
        found = self._answers.get(pair) if pair else None
        if found is None:
            return None
        minutes = found.seconds / 60
        guess = Guess(0.0, minutes, minutes, minutes)  # a router names one time and says nothing of its error
        leg = leg_of(here, there, Mode.CAR, How.ROUTER, guess, found.metres, step=1)
        return replace(leg, path=found.path)

    def _printed_leg(self, here: Place, there: Place, mode: Mode, route: Route) -> Leg:
        times = route.shortest_and_longest
        note = route.note
        quick, slow = self.estimate.time.band
        if times is None:
            assert route.km is not None, "a route prints its length or its time"
            usual = minutes_for(self.estimate, route.km, self._ends(here, there))
            guess = Guess(route.km, usual, usual * quick, usual * slow)
            note = "; ".join(filter(None, (note, "only the distance is printed: the time is estimated from it")))
        else:
            usual = sum(times) / 2
            band = (usual * quick, usual * slow) if times[0] == times[1] else times
            guess = Guess(0.0, usual, *band)
        evidence = Evidence(SourceId(route.source), route.as_of, route.confidence, note)
        metres = None if route.km is None else route.km * 1000
        step = GUESSED_STEP if times is None else 1
        return leg_of(here, there, mode, How.PRINTED, guess, metres, evidence, step)

    def _guessed(self, here: Place, there: Place) -> Leg:
        a, b = self._catalogue.position_of(here), self._catalogue.position_of(there)
        seat_a, seat_b = a or self._seat(here), b or self._seat(there)
        if seat_a is None or seat_b is None:
            return no_leg(here.id, there.id, Mode.CAR, How.UNKNOWN)
        straight = self._lines.metres(seat_a, seat_b) / 1000
        rough = a is None or b is None
        off_by = 0.0
        if rough:
            straight, off_by = max(straight, SEAT_LEAST_KM), SEAT_REACH_KM
        guess = by_road(self.estimate, straight, self._ends(here, there), off_by)
        how = How.ROUGH if rough else How.ESTIMATE
        return leg_of(here, there, Mode.CAR, how, guess, guess.km * 1000)

    def _inside(self, here: Place, there: Place) -> Leg:
        """Within one area: the estimate where both positions tell more than they may err, else one usual time."""
        ends = self._ends(here, there)
        a, b = here.position, there.position
        metres = None
        if a and b and (straight := self._lines.metres(a, b)) > a.within_m + b.within_m:
            guess = by_road(self.estimate, straight / 1000, ends)
            minutes, metres = guess.minutes, guess.km * 1000
            if ends is not Ends.PLAIN:
                minutes += SHUTTLE_WAIT
        else:
            minutes = SHUTTLE_RIDE if ends is not Ends.PLAIN else WALK
        quick, slow = INSIDE_BAND
        return leg_of(here, there, Mode.CAR, How.INSIDE, Guess(0.0, minutes, minutes * quick, minutes * slow), metres)

    def _seat(self, place: Place) -> Position | None:
        seat = self._catalogue.get(self._catalogue.county_seat(place))
        return seat.position if seat else None

    def _ends(self, here: Place, there: Place) -> Ends:
        return Ends(sum(in_hills(each, self._catalogue, self._terrain) for each in (here, there)))


def _printed(routes: Sequence[Route], modes: Sequence[str]) -> dict[tuple[PlaceId, PlaceId], Route]:
    """The best route of each pair: the surest, then one with a time; a way back only where none is printed itself."""
    fitting = sorted(
        (route for route in routes if route.mode in modes),
        key=lambda route: (SURENESS[route.confidence], route.minutes is None),
    )
    best: dict[tuple[PlaceId, PlaceId], Route] = {}
    for route in fitting:
        best.setdefault((PlaceId(route.origin), PlaceId(route.destination)), route)
    for route in fitting:
        if route.both_ways:
            best.setdefault((PlaceId(route.destination), PlaceId(route.origin)), route)
    return best


def same_area(here: Place, there: Place) -> bool:
    """Whether both lie in one area, or one is the other's area, so that a shuttle or a walk joins them."""
    return (here.area or here.id) == (there.area or there.id)


def ends_of(here: Place, there: Place, catalogue: Catalogue) -> tuple[Point, Point] | None:
    """Between which points a router is asked; none where an end is not known well enough to be driven to."""
    a, b = catalogue.position_of(here), catalogue.position_of(there)
    if a is None or b is None or max(a.within_m, b.within_m) > ROUTABLE_WITHIN or (a.lat, a.lon) == (b.lat, b.lon):
        return None
    return (a.lat, a.lon), (b.lat, b.lon)


def leg_of(
    here: Place,
    there: Place,
    mode: Mode,
    how: How,
    guess: Guess,
    metres: float | None,
    evidence: Evidence | None = None,
    step: int = GUESSED_STEP,
) -> Leg:
    """A leg with its minutes rounded up to full steps of ``step`` minutes; ``metres`` None where the length is not
    known."""
    lasts, at_best, at_worst = (_rounded_up(each, step) for each in (guess.minutes, guess.at_best, guess.at_worst))
    return Leg(here.id, there.id, lasts, metres, how, at_best, at_worst, mode, evidence)


def _rounded_up(minutes: float, step: int) -> timedelta:
    return timedelta(minutes=step * math.ceil(round(minutes, 6) / step))
