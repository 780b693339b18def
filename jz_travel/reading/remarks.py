"""What is wrong with a plan that somebody made elsewhere: closed, late, doubled, too far, too dark, or not known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jz_travel.domain.clock import hours
from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.problems import (
    AfterDark,
    ArrivesAfterClosing,
    ArrivesAfterLastEntry,
    ClosedThatDay,
    ClosesDuringVisit,
    EndsLate,
    MissesFixedStart,
    PartOfAnotherVisit,
    Problem,
    RushedVisit,
    VisitedTwice,
)
from jz_travel.domain.schedule import DaySchedule, Schedule
from jz_travel.export.itinerary import name_of
from jz_travel.reading.matching import Match
from jz_travel.words import Words

LONG_WAY, LONG_DRIVING = hours(2, 30), hours(5)
"""One leg, and all legs of a day, after which little of a day is left."""


class About(StrEnum):
    """What is wrong, as a key for colours and for other programs; several problems may share one."""

    CLOSED = "closed"
    LATE = "late"
    DOUBLED = "doubled"
    FAR = "far"
    DARK = "dark"
    NOT_KNOWN = "not_known"


ABOUT: dict[type[Problem], About] = {
    ClosedThatDay: About.CLOSED,
    ArrivesAfterClosing: About.CLOSED,
    ArrivesAfterLastEntry: About.CLOSED,
    ClosesDuringVisit: About.CLOSED,
    MissesFixedStart: About.LATE,
    EndsLate: About.LATE,
    RushedVisit: About.LATE,
    VisitedTwice: About.DOUBLED,
    PartOfAnotherVisit: About.DOUBLED,
    AfterDark: About.DARK,
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is wrong, in words; ``name`` is the place as the reader knows it."""

    about: About
    text: str
    day: date | None = None
    place: PlaceId | None = None
    name: str = ""


def remarks(schedule: Schedule, matches: Sequence[Match], catalogue: Catalogue, words: Words) -> tuple[Remark, ...]:
    """Day by day, then what could not be put on any day."""
    reader = _Reader(schedule, catalogue, words)
    return (*reader.days(), *reader.left_out(matches))


def line(remark: Remark, words: Words) -> str:
    """``Thu 1 Oct, Jiaying Temple: It closes at 17:30; …``"""
    where = [words.date_short(remark.day)] if remark.day else []
    where += [remark.name] if remark.name else []
    said = words.say(", ", context="between words").join(where)
    return words.say("{where}: {what}", where=said, what=remark.text) if said else remark.text


@dataclass(frozen=True, slots=True)
class _Reader:
    schedule: Schedule
    catalogue: Catalogue
    words: Words

    def days(self) -> Iterator[Remark]:
        for day in self.schedule.days:
            for visit in day.visits:
                yield from self._of_problems(visit.problems, day, visit.place)
                if visit.leg and visit.leg.lasts > LONG_WAY:
                    yield self._far(visit.leg.lasts, day, visit.place)
            yield from self._of_problems(day.problems, day, None)
            if day.travelling > LONG_DRIVING:
                yield self._far(day.travelling, day, None)

    def _of_problems(self, problems: Sequence[Problem], day: DaySchedule, place: PlaceId | None) -> Iterator[Remark]:
        for problem in problems:
            if about := ABOUT.get(type(problem)):
                yield Remark(about, self.words.problem(problem, self.catalogue), day.date, place, self._name(place))

    def _far(self, lasts: timedelta, day: DaySchedule, place: PlaceId | None) -> Remark:
        said = self.words.duration(lasts)
        text = (
            self.words.say("The way there takes {duration}.", duration=said)
            if place
            else self.words.say("This day has {duration} on the road.", duration=said)
        )
        return Remark(About.FAR, text, day.date, place, self._name(place))

    def _name(self, place: PlaceId | None) -> str:
        return name_of(place, self.catalogue, self.words) if place else ""

    def left_out(self, matches: Sequence[Match]) -> Iterator[Remark]:
        say, taken = self.words.say, set(self.schedule.trip.wishes)
        taken |= {stop.place for stop in self.schedule.trip.stops()}
        own = {each.name for each in self.schedule.trip.own}
        for match in matches:
            name = match.found.name or match.found.field
            if name in own or (match.place in taken and not match.is_far):
                continue
            if match.is_far and match.metres is not None:
                away = self.words.distance(match.metres)
                far = say("{distance} away from the place of this name in Jiaozuo.", distance=away)
                yield Remark(About.FAR, far, match.found.day, None, name)
            else:
                yield Remark(About.NOT_KNOWN, say("No place in the catalogue fits."), match.found.day, None, name)
