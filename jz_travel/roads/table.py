"""The leg between any two places of the catalogue."""

from collections.abc import Sequence
from dataclasses import replace

from jz_travel.domain.clock import MINUTE
from jz_travel.domain.places import Catalogue, Place, PlaceId
from jz_travel.domain.texts import Evidence, SourceId
from jz_travel.domain.travel import How, Leg, Mode, no_leg
from jz_travel.roads.answers import Answers
from jz_travel.roads.book import RoadBook
from jz_travel.roads.estimate import Guess
from jz_travel.roads.straight import StraightLines
from jz_travel.roads.ways import Ways, leg_of

COACH_FACTOR = 1.6
"""A coach with stops against a car: the best described one takes 90 minutes where the estimate for a car says 55."""


class LegTable:
    """:class:`jz_travel.domain.travel.Travel` from printed routes and the estimate.

    Every leg is worked out once and then is the same object for good; the tables only ever grow, so that a planner may
    ask from another thread. Without a book of roads nobody knows any way. ``answers`` are what a router has said.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        book: RoadBook | None,
        lines: StraightLines | None = None,
        answers: Answers | None = None,
    ) -> None:
        self._catalogue, self._book, self._answers = catalogue, book, answers or {}
        self._lines = lines or StraightLines()
        self._ways = Ways(catalogue, book, self._lines, self._answers) if book else None
        self._legs: dict[tuple[PlaceId, PlaceId, Mode], Leg] = {}

    def leg(self, origin: PlaceId, destination: PlaceId, mode: Mode = Mode.CAR) -> Leg:
        """A router's answer where there is one, else a printed route, else the estimate; unknown places say so."""
        found = self._legs.get((origin, destination, mode))
        if found is None:
            found = self._legs.setdefault((origin, destination, mode), self._work_out(origin, destination, mode))
        return found

    def durations(self, places: Sequence[PlaceId], mode: Mode = Mode.CAR) -> list[list[int]]:
        """Minutes from each place (row) to each place (column); a way that nobody knows takes none."""
        return [[self.leg(origin, destination, mode).lasts // MINUTE for destination in places] for origin in places]

    def knowing(self, catalogue: Catalogue) -> "LegTable":
        """The same roads among the places of another catalogue."""
        return LegTable(catalogue, self._book, self._lines, self._answers)

    def answered(self, answers: Answers) -> "LegTable":
        """A table that prefers what a router said to what is printed or guessed."""
        return LegTable(self._catalogue, self._book, self._lines, answers)

    def save(self) -> None:
        """Keeps the straight lines for the next start."""
        self._lines.save()

    def _work_out(self, origin: PlaceId, destination: PlaceId, mode: Mode) -> Leg:
        here, there = self._catalogue.get(origin), self._catalogue.get(destination)
        if origin == destination:
            return no_leg(origin, destination, mode, How.NONE)
        if here is None or there is None or self._ways is None:
            return no_leg(origin, destination, mode, How.UNKNOWN)
        if mode is Mode.COACH:
            return self._ways.by_coach(here, there) or self._slower(here, there, mode, COACH_FACTOR, self._ways)
        if mode is Mode.GROUP_BUS:
            # A bus of one's own goes where a car goes, in the middle of the band that cars were seen to take.
            return self._slower(here, there, mode, sum(self._ways.estimate.time.band) / 2, self._ways)
        return self._ways.by_car(here, there)

    def _slower(self, here: Place, there: Place, mode: Mode, factor: float, ways: Ways) -> Leg:
        """The way of a car, slower; within one area everybody walks or takes the same shuttle."""
        car = self.leg(here.id, there.id)
        if car.how is How.INSIDE:
            factor = 1.0
        how, evidence = car.how, car.evidence
        if how in {How.PRINTED, How.ROUTER}:
            how, evidence = How.ESTIMATE, Evidence(SourceId(ways.estimate.source), note="slower than a car")
        minutes, best, worst = (each / MINUTE * factor for each in (car.lasts, car.at_best, car.at_worst))
        slower = leg_of(here, there, mode, how, Guess(0.0, minutes, best, worst), car.metres, evidence)
        return replace(slower, path=car.path)
