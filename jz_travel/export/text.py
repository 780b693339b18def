"""The itinerary as plain text, for a message, a printer or a screen reader."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from jz_travel.domain.places import Catalogue, PlaceId
from jz_travel.domain.problems import HoursNotKnown, Problem
from jz_travel.domain.schedule import DaySchedule, Meal, Schedule, Visit
from jz_travel.domain.travel import How
from jz_travel.words import Words

COLUMNS = 78
_GAP = 2
_CHINESE = r"\u2e80-\uffdc"
_CLOSING = "[，。；：、！？）》”」…,.;:!?)]*"
_WORD = re.compile(rf"\s+|[（《“「]*[{_CHINESE}]{_CLOSING}|[^\s{_CHINESE}]+{_CLOSING}")


def write(schedule: Schedule, catalogue: Catalogue, words: Words) -> bytes:
    """The whole trip in UTF-8, broken at 78 columns, where a Chinese character takes two."""
    sheet = _Sheet(schedule, catalogue, words)
    blocks = [sheet.head(), *(sheet.day(number, day) for number, day in enumerate(schedule.days, 1)), sheet.notes()]
    lines = "\n\n".join("\n".join(block) for block in blocks if block)
    return f"{lines}\n".encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a day: the time on the left, what happens on the right."""

    when: str
    what: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    schedule: Schedule
    catalogue: Catalogue
    words: Words

    def head(self) -> list[str]:
        say, count, days = self.words.say, self.words.count, self.schedule.days
        title = one_line(self.schedule.trip.name) or say("A visit to Jiaozuo")
        visits = sum(len(day.visits) for day in days)
        facts = [
            self.words.dates(days[0].date, days[-1].date) if days else "",
            count("{n} day", "{n} days", len(days)),
            count("{n} stop", "{n} stops", visits),
        ]
        return [title, "=" * min(width(title), COLUMNS), " · ".join(filter(None, facts))]

    def day(self, number: int, day: DaySchedule) -> list[str]:
        heading = self.words.say("Day {n} · {date}", n=number, date=self.words.date(day.date))
        rows = list(self._rows(day))
        column = max((width(row.when) + _GAP for row in rows if row.when), default=0)
        note = self.schedule.trip.day(day.id).note
        lines = [heading, "-" * width(heading)]
        for paragraph in paragraphs(note):
            lines += wrapped(paragraph, COLUMNS)
        for row in rows:
            first, *rest = wrapped(row.what, COLUMNS - column)
            lines.append(row.when + " " * (column - width(row.when)) + first)
            lines += [" " * column + more for more in rest]
        return [*lines, *self._sums(day)]

    # One day

    def _rows(self, day: DaySchedule) -> Iterator[_Row]:
        say, time = self.words.say, self.words.time
        if not day.visits:
            yield _Row("", say("Nothing planned for this day yet."))
        elif day.origin is not None:
            yield _Row(time(day.starts, day.date), say("Start from {place}", place=self._name(day.origin)))
        else:
            yield _Row(time(day.starts, day.date), say("Start", context="of a day"))
        for visit in day.visits:
            yield from self._visit(day, visit)
        for meal in day.meals:
            if meal.before is None and meal.during is None:
                yield self._meal(day, meal)
        yield from self._end(day)
        for problem in day.problems:
            yield self._problem(problem)

    def _visit(self, day: DaySchedule, visit: Visit) -> Iterator[_Row]:
        meals = [meal for meal in day.meals if meal.before == visit.stop]
        leaves_for = visit.arrives - visit.leg.lasts if visit.leg else visit.arrives
        for meal in meals:
            if visit.leg and meal.ends <= leaves_for:
                yield self._meal(day, meal)
        if visit.leg and visit.leg.how is not How.NONE:
            mode = self.words.mode(visit.leg.mode)
            yield _Row("", self.words.labelled(mode, self.words.leg(visit.leg)))
        name = self._name(visit.place)
        if visit.arrives < visit.enters:
            arrives = self.words.time(visit.arrives, day.date)
            yield _Row(arrives, self.words.say("Arrive at {place}", place=name))
        for meal in meals:
            if not visit.leg or meal.ends > leaves_for:
                yield self._meal(day, meal)
        if visit.place in self.catalogue:
            stay = self.words.duration(visit.lasts)
            name = self.words.say("{place} ({stay})", context="visit", place=name, stay=stay)
        yield _Row(self._range(day, visit), name)
        yield from self._about(day, visit)

    def _about(self, day: DaySchedule, visit: Visit) -> Iterator[_Row]:
        """What stands under a visit: hours, a meal inside it, problems, the visitor's own note."""
        say, place = self.words.say, self.catalogue.get(visit.place)
        if place is not None:
            yield _Row("", say("Open: {hours}", hours=self.words.hours_line(place, day.date)))
        for problem in visit.problems:
            if not isinstance(problem, HoursNotKnown):  # the line above has said so
                yield self._problem(problem)
        first, *more = paragraphs(self.schedule.trip.stop(visit.stop).note) or [""]
        if first:
            yield _Row("", say("Note: {note}", note=first))
        for paragraph in more:
            yield _Row("", paragraph)
        for meal in day.meals:
            if meal.during == visit.stop:
                yield self._meal(day, meal)

    def _end(self, day: DaySchedule) -> Iterator[_Row]:
        if not day.visits:
            return
        if day.last_leg and day.last_leg.how is not How.NONE:
            mode = self.words.mode(day.last_leg.mode)
            yield _Row("", self.words.labelled(mode, self.words.leg(day.last_leg)))
        ends = self.words.time(day.ends, day.date)
        if day.destination is None:
            yield _Row(ends, self.words.say("End of the day"))
        elif day.destination == self.schedule.trip.day(day.id).lodging:
            yield _Row(ends, self.words.say("Night at {place}", place=self._name(day.destination)))
        else:
            yield _Row(ends, self.words.say("Arrive at {place}", place=self._name(day.destination)))

    def _meal(self, day: DaySchedule, meal: Meal) -> _Row:
        what = self.words.say("Lunch") if meal.kind == "lunch" else self.words.say("Dinner")
        return _Row(self._between(self.words.time(meal.starts, day.date), self.words.time(meal.ends, day.date)), what)

    def _problem(self, problem: Problem) -> _Row:
        said = self.words.problem(problem, self.catalogue)
        return _Row(
            "", self.words.say("{severity}: {problem}", severity=self.words.severity(problem.severity), problem=said)
        )

    def _range(self, day: DaySchedule, visit: Visit) -> str:
        if visit.place not in self.catalogue:
            return self.words.time(visit.arrives, day.date)
        return self._between(self.words.time(visit.enters, day.date), self.words.time(visit.leaves, day.date))

    def _between(self, starts: str, ends: str) -> str:
        return self.words.say("{starts}–{ends}", starts=starts, ends=ends)

    def _sums(self, day: DaySchedule) -> list[str]:
        say, words = self.words.say, self.words
        sun = [
            say("sunrise {time}", time=words.time(day.sunrise, day.date)),
            say("sunset {time}", time=words.time(day.sunset, day.date)),
        ]
        if not day.visits:
            return [" · ".join(sun)]
        sums = [road_said(day, words)] if day.travelling else []
        sums.append(say("visits {duration}", duration=words.duration(day.visiting)))
        return [" · ".join(sums), " · ".join(sun)]

    # After the days

    def notes(self) -> list[str]:
        say = self.words.say
        items = [
            *self._wishes(),
            *self._estimates(),
            say("All times are local times in Jiaozuo (UTC+8)."),
            *self._sources_of_hours(),
        ]
        heading = say("About this plan")
        bullets = chain.from_iterable(_bullet(item) for item in items)
        return [heading, "-" * width(heading), *bullets]

    def _estimates(self) -> Iterator[str]:
        if any(leg.how is How.ESTIMATE for day in self.schedule.days for leg in day.legs()):
            how = self.words.how(How.ESTIMATE)
            yield self.words.say("Travel marked “{how}” is not a promise: ask a map service before you go.", how=how)

    def _wishes(self) -> Iterator[str]:
        wishes = self.schedule.trip.wishes
        if wishes:
            names = self.words.say(", ", context="between words").join(map(self._name, wishes))
            yield self.words.say("Also on the wish list: {places}", places=names)

    def _sources_of_hours(self) -> Iterator[str]:
        """For each place once: the source of its hours, or that nobody knows them."""
        visited = dict.fromkeys(visit.place for day in self.schedule.days for visit in day.visits)
        for place in filter(None, map(self.catalogue.get, visited)):
            name = self.words.name(place)
            if place.hours.assumed:
                yield self.words.say(
                    "{place}: opening hours not known, usual hours assumed. Ask before you go.", place=name
                )
            else:
                found = [each.evidence for each in place.hours.openings]
                found += [each.evidence for each in place.hours.closures]
                for said in dict.fromkeys(self.words.evidence(each, self.catalogue) for each in found if each):
                    yield self.words.say("{place}, opening hours: {source}.", place=name, source=said)

    def _name(self, place: PlaceId) -> str:
        known = self.catalogue.get(place)
        return one_line(self.words.name(known) if known else place)


def road_said(day: DaySchedule, words: Words) -> str:
    """How long and how far a day travels; how long only, where nobody knows the length of any way."""
    duration = words.duration(day.travelling)
    is_partly_known = any(leg.metres is None for leg in day.legs())
    if is_partly_known and not day.metres:
        return words.say("Travel {duration}", duration=duration)
    length = words.distance(day.metres)
    if is_partly_known:
        length = words.say("at least {distance}", distance=length)
    return words.say("Travel {duration}, {distance}", duration=duration, distance=length)


def one_line(text: str) -> str:
    """A text without line breaks and other invisible characters."""
    visible = "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)
    return " ".join(visible.split())


def paragraphs(text: str) -> list[str]:
    """The lines of a text that hold anything, each trimmed and on one line."""
    return [paragraph for paragraph in map(one_line, text.splitlines()) if paragraph]


def width(text: str) -> int:
    """How many columns a text takes where Chinese characters are twice as wide as Latin ones."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def wrapped(text: str, columns: int) -> list[str]:
    """A text in lines, broken between words or Chinese characters, never before closing punctuation."""
    lines, line = [], ""
    for word in _WORD.findall(text):
        if line and width(line) + width(word.rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        line += word if line else word.lstrip()
    return [*lines, line.rstrip()]


def _bullet(item: str) -> list[str]:
    first, *rest = wrapped(item, COLUMNS - 2)
    return [f"- {first}", *(f"  {more}" for more in rest)]
