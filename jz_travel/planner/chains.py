"""Visits that make room for one another: one goes to another day, what was there to a third or away, and something new
comes where the first was.

Each day of a chain loses at most one visit and gets one, so that what is known of the days without a visit tells what
the whole chain brings.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter

from jz_travel.planner.glance import Look, Put
from jz_travel.planner.tour import EPS, Tour

LONGEST, LIKELY = 3, 20
"""Days in a chain, and of how many places for a visit one is chosen: a month has more than anybody can go through."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A day without one of its visits, that to ``place`` at ``position``, or as it is. ``lost``: by how much the day is
    worth less; ``worth``: what the visit brings where there is no way to it.
    """

    day: int
    look: Look
    position: int = -1
    place: int = -1
    lost: float = 0.0
    worth: float = 0.0


Links = tuple[tuple[Gap, Put | None], ...]
"""What each day loses and gets."""


def chained(tour: Tour, days: Sequence[int]) -> set[int]:
    """The chain that brings most, if any brings anything, is carried out. Which days changed."""
    links = _Chains(tour, days).best()
    for gap, _ in links:
        if gap.place >= 0:
            tour.take(gap.day, gap.position)
    for gap, put in links:
        if put is not None:
            tour.put(gap.day, put[1], put[2])
    return {gap.day for gap, _ in links}


def _gaps(tour: Tour, day: int) -> Iterator[Gap]:
    stops, before, each = tour.days[day], tour.day_value(day), tour.rows(day).each
    yield Gap(day, tour.look(day))
    for position, row in enumerate(stops):
        look = tour.look(day, stops[:position] + stops[position + 1 :])
        yield Gap(day, look, position, each[row].place, before - look.value, each[row].gain)


class _Chains:
    def __init__(self, tour: Tour, days: Sequence[int]) -> None:
        self._gaps = [gap for day in days for gap in _gaps(tour, day)]
        self._fits = {gap.place: self._where_it_fits(gap) for gap in self._gaps if gap.place >= 0}
        self._fresh = [tour.best_seen(gap.look) for gap in self._gaps]
        self._brings, self._best = EPS, Links()

    def _where_it_fits(self, hand: Gap) -> list[tuple[float, Gap, Put]]:
        """The gaps on other days for a visit, and what the days are worth more with it there."""
        others = [gap for gap in self._gaps if gap.day != hand.day and hand.place in gap.look.of]
        fits = [((put := gap.look.of[hand.place])[0] - gap.lost, gap, put) for gap in others]
        return fits if len(fits) <= LIKELY else nlargest(LIKELY, fits, key=itemgetter(0))

    def best(self) -> Links:
        for first, fresh in zip(self._gaps, self._fresh, strict=True):
            if first.place >= 0:
                self._lengthen(first, fresh, (), -first.lost, first)
        return self._best

    def _lengthen(self, first: Gap, fresh: Put | None, links: Links, now: float, hand: Gap) -> None:
        """Looks at the chains that go on with the visit in hand. ``now``: what the links so far have brought;
        ``fresh``: what comes into the first gap from outside.
        """
        outside = fresh[0] if fresh else 0.0
        for more, gap, put in self._fits[hand.place]:
            then = now + more
            if then + outside + gap.worth <= self._brings or gap.day == first.day:
                continue
            if links and any(gap.day == link.day for link, _ in links):
                continue
            self._keep(then + outside, (*links, (gap, put), (first, fresh)))
            back = first.look.of.get(gap.place)
            if back is not None:
                self._keep(then + back[0], (*links, (gap, put), (first, back)))
            if gap.place >= 0 and len(links) + 2 < LONGEST:
                self._lengthen(first, fresh, (*links, (gap, put)), then, gap)

    def _keep(self, brings: float, links: Links) -> None:
        if brings > self._brings:
            self._brings, self._best = brings, links
